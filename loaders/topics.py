"""What an event is about: decided by the weighted words of its section (`topic_words`) and by where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from loaders.passage import Passage, label_of
from loaders.topic_words import TopicMention
from loaders.weighing import weight_of_all

Span = tuple[int, int]
TopicChoice = tuple[str, list[Span]]

DEFAULT = "institution"
MOST = 4

# What a word counts by its place. The figures were set on annotated quarters and rounded; the result hardly moves with
# any of them (`python -m tests.benchmarks.finder_scores --constants` prints how much).
_PLACES = ("clause", "sentence", "told on", "elsewhere")
_SENTENCE = 0.5  # the event's sentence outside its own clause, and the label of its line
_TOLD_ON = 0.1  # the undated sentences behind it
_TOLD_ON_MAIN = 0.85  # … behind the event of the heading: the section goes on about it
_ELSEWHERE = 0.02  # other sentences of the section
_ELSEWHERE_THIN = 0.15  # … where the event's own sentence has no topic word
_HEADING = 0.3
_HEADING_MAIN = 0.4
_HEADING_THIN = 0.7  # where the event's own sentence has no topic word
_INSTITUTION = 0.45  # summits, ministers and secretariats are named in most sentences
_RECALLED = 0.12  # … where a summit of the past is only named as the origin of something
_DEFAULT_BONUS = 0.4
_KIND_BONUS = 1.5
# Kinds that are about the organisation itself or speak for another topic, if the section names it.
_TOPIC_OF_KIND = {
    "summit": DEFAULT,
    "chairmanship": DEFAULT,
    "appointment": DEFAULT,
    "membership": "membership",
    "exercise": "counterterrorism",
    "resolution": "un-cooperation",
}
_OWN_BUSINESS = 3
_ENOUGH = 1.8  # a second topic needs this much …
_SHARE = 0.35  # … and this share of the first one's


def choose_topics(
    passage: Passage,
    mentions: Sequence[TopicMention],
    heading_mentions: Sequence[TopicMention],
    event_type: str = "",
    has_occurred: bool = True,
) -> list[TopicChoice]:
    """One to four topics of an event, best first, each with the spans of `section.text` that decided it.

    The event's own clause counts most, then its sentence, then the heading, then the rest of the section. A topic that the
    heading alone decided shows the nearest words of that topic in the text, or else the event's clause. Where no word
    speaks, the topic is 'institution' with the clause as its span (`is_guess` tells so).
    """
    placed = list(zip(mentions, _places(passage, mentions), strict=True))
    # 'der Plan, den der Gipfel von Samarkand beschlossen hatte': the summit tells where the section's matter comes from.
    kind_topic = _TOPIC_OF_KIND.get(event_type, "")
    is_recalled = event_type == "summit" and has_occurred and not passage.is_main
    takes_heading = passage.is_main or is_recalled or (event_type != "summit" and not _tells_own_business(placed))
    scores = _scores(passage, placed, heading_mentions, takes_heading)
    scores[DEFAULT] = scores[DEFAULT] * (_RECALLED if is_recalled else _INSTITUTION) + _DEFAULT_BONUS
    if kind_topic in scores and not is_recalled:
        scores[kind_topic] += _KIND_BONUS
    ranked = sorted(scores, key=lambda topic: -scores[topic])
    floor = max(_ENOUGH, _SHARE * scores[ranked[0]])
    chosen = [topic for rank, topic in enumerate(ranked[:MOST]) if rank == 0 or scores[topic] >= floor]
    return [(topic, _spans(passage, placed, topic)) for topic in chosen]


def is_guess(choices: Sequence[TopicChoice], passage: Passage) -> bool:
    """Whether no word of the section decided: the one topic is the default, and its span the event's whole clause."""
    return list(choices) == [(DEFAULT, [(passage.start, passage.end)])]


def _scores(
    passage: Passage, placed: Iterable[tuple[TopicMention, str]], heading_mentions: Iterable[TopicMention], takes_heading: bool
) -> defaultdict[str, float]:
    places: defaultdict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for (_, _, _, topic, weight, term), place in placed:
        words = places[place, topic]
        if weight > words.get(term, 0):
            words[term] = weight
    for mention in heading_mentions:
        places["heading", mention.topic_id][mention.term] = mention.weight
    is_thin = takes_heading and not any(place in ("clause", "sentence") and topic != DEFAULT for place, topic in places)
    counts = _place_counts(passage.is_main, is_thin)
    scores: defaultdict[str, float] = defaultdict(float)
    for (place, topic), words in places.items():
        scores[topic] += counts[place] * weight_of_all(words.values())
    return scores


def _tells_own_business(placed: Iterable[tuple[TopicMention, str]]) -> bool:
    """Whether the clause names the organisation's own business: 'die Staatschefs kommen im Herbst zusammen'."""
    return any(place == "clause" and mention.topic_id == DEFAULT and mention.weight >= _OWN_BUSINESS for mention, place in placed)


def _places(passage: Passage, mentions: Iterable[TopicMention]) -> list[str]:
    """What kind of place each mention stands in."""
    clause_start, clause_end, reach = passage.start, passage.end, passage.reach
    sentence_start, sentence_end = passage.sentence_start, passage.sentence_end
    label_start, label_end = label_of(passage) or (0, 0)
    return [
        "clause"
        if clause_start <= mention[0] < clause_end
        else "sentence"
        if sentence_start <= mention[0] < sentence_end or label_start <= mention[0] < label_end
        else "told on"
        if sentence_end <= mention[0] < reach
        else "elsewhere"
        for mention in mentions
    ]


@cache
def _place_counts(is_main: bool, is_thin: bool) -> dict[str, float]:
    return {
        "clause": 1,
        "sentence": _SENTENCE,
        "told on": _TOLD_ON_MAIN if is_main else _TOLD_ON,
        "elsewhere": _ELSEWHERE_THIN if is_thin else _ELSEWHERE,
        "heading": _HEADING_THIN if is_thin else _HEADING_MAIN if is_main else _HEADING,
    }


def _spans(passage: Passage, placed: Iterable[tuple[TopicMention, str]], topic: str) -> list[Span]:
    """A topic's spans in the place nearest to the event that has any; the event's clause where the section has none."""
    by_place: defaultdict[str, list[Span]] = defaultdict(list)
    for mention, place in placed:
        if mention.topic_id == topic:
            by_place[place].append((mention.start, mention.end))
    nearest = next((spans for place in _PLACES if (spans := by_place.get(place))), None)
    return nearest or [(passage.start, passage.end)]
