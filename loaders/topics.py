"""What an event is about: found by weighted words (`topic_terms.csv`), decided by where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from loaders.document import Section
from loaders.languages import language_of_text
from loaders.passage import Passage, label_of
from loaders.terms import Hit, TermIndex
from loaders.vocabulary import Row, Vocabulary

Span = tuple[int, int]
TopicChoice = tuple[str, list[Span]]

DEFAULT = "institution"
_OTHERS = "un-cooperation"
MOST = 4

# What a word counts by its place. The figures were set on annotated quarters and rounded; the result hardly moves with
# any of them (`python -m tests.benchmarks.finder_scores --constants` prints how much).
_BY_PLACE = itemgetter(0, 1)
_PLACES = ("clause", "sentence", "told on", "elsewhere")
_SENTENCE = 0.5  # the event's sentence outside its own clause, and the label of its line
_TOLD_ON = 0.1  # the undated sentences behind it
_TOLD_ON_MAIN = 0.7  # … behind the event of the heading: the section goes on about it
_ELSEWHERE = 0.02  # other sentences of the section
_ELSEWHERE_THIN = 0.2  # … where the event's own sentence has no topic word
_HEADING = 0.3
_HEADING_MAIN = 0.4
_HEADING_THIN = 0.7  # where the event's own sentence has no topic word
_FURTHER = 0.4  # each further word of a topic in the same place counts by this less
_INSTITUTION = 0.45  # summits, ministers and secretariats are named in most sentences
_DEFAULT_BONUS = 0.4
_KIND_BONUS = 1.5
_INSTITUTIONAL = frozenset(("summit", "chairmanship", "appointment"))  # kinds that are about the organisation itself
_OWN_BUSINESS = 3
_ENOUGH = 1.8  # a second topic needs this much …
_SHARE = 0.35  # … and this share of the first one's


class TopicMention(NamedTuple):
    """A word that speaks for a topic: `text` stands at `start:end` of the section's text (or of its heading).

    `weight` is 3 where the word names the topic, 2 where it is typical, 1 where it is a hint; `term` is the row's pattern.
    """

    start: int
    end: int
    text: str
    topic_id: str
    weight: float
    term: str


class _Term(NamedTuple):
    """A row of `topic_terms.csv`, read once."""

    topic_id: str
    weight: float
    pattern: str
    rank: tuple[bool, float]  # of two in one place the lower wins: a guard (weight 0), then the heavier


def find_topics(section: Section, vocabulary: Vocabulary, organisation_id: str = "") -> list[TopicMention]:
    """The topic words of `section.text`, in order; inside a longer one of the same topic a shorter one is left out.

    `organisation_id` is the organisation that the briefing is about: its own name says nothing of work with others.
    """
    return _without_own(section.text, _mentions(section.text, section, vocabulary), organisation_id, vocabulary)


def find_heading_topics(section: Section, vocabulary: Vocabulary, organisation_id: str = "") -> list[TopicMention]:
    """The topic words of the heading; their offsets count characters of `section.heading`."""
    return _without_own(section.heading, _mentions(section.heading, section, vocabulary), organisation_id, vocabulary)


def choose_topics(
    passage: Passage,
    mentions: Sequence[TopicMention],
    heading_mentions: Sequence[TopicMention],
    event_type: str = "",
) -> list[TopicChoice]:
    """One to four topics of an event, best first, each with the spans of `section.text` that decided it.

    The event's own clause counts most, then its sentence, then the heading, then the rest of the section. A topic that the
    heading alone decided shows the nearest words of that topic in the text, or else the event's clause. Where no word
    speaks, the topic is 'institution' with the clause as its span (`is_guess` tells so).
    """
    placed = list(zip(mentions, _places(passage, mentions), strict=True))
    scores = _scores(passage, placed, heading_mentions)
    scores[DEFAULT] = scores[DEFAULT] * _INSTITUTION + _DEFAULT_BONUS + _KIND_BONUS * (event_type in _INSTITUTIONAL)
    ranked = sorted(scores, key=lambda topic: -scores[topic])
    floor = max(_ENOUGH, _SHARE * scores[ranked[0]])
    chosen = [topic for rank, topic in enumerate(ranked[:MOST]) if rank == 0 or scores[topic] >= floor]
    return [(topic, _spans(passage, placed, topic)) for topic in chosen]


def is_guess(choices: Sequence[TopicChoice], passage: Passage) -> bool:
    """Whether no word of the section decided: the one topic is the default, and its span the event's whole clause."""
    return list(choices) == [(DEFAULT, [(passage.start, passage.end)])]


def _scores(
    passage: Passage, placed: Iterable[tuple[TopicMention, str]], heading_mentions: Iterable[TopicMention]
) -> defaultdict[str, float]:
    places: defaultdict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for (_, _, _, topic, weight, term), place in placed:
        words = places[place, topic]
        if weight > words.get(term, 0):
            words[term] = weight
    for mention in heading_mentions:
        places["heading", mention.topic_id][mention.term] = mention.weight
    is_thin = not any(place in ("clause", "sentence") and topic != DEFAULT for place, topic in places)
    # 'die Staatschefs kommen im Herbst zusammen': a side event that names the organisation's own business is about that.
    is_thin &= passage.is_main or max(places.get(("clause", DEFAULT), {}).values(), default=0) < _OWN_BUSINESS
    counts = _place_counts(passage.is_main, is_thin)
    scores: defaultdict[str, float] = defaultdict(float)
    for (place, topic), words in places.items():
        scores[topic] += counts[place] * _sum(words.values())
    return scores


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


def _sum(weights: Iterable[float]) -> float:
    ranked = sorted(weights, reverse=True)
    return ranked[0] if len(ranked) == 1 else sum(weight * _FURTHER**rank for rank, weight in enumerate(ranked))


def _spans(passage: Passage, placed: Iterable[tuple[TopicMention, str]], topic: str) -> list[Span]:
    """A topic's spans in the place nearest to the event that has any; the event's clause where the section has none."""
    by_place: defaultdict[str, list[Span]] = defaultdict(list)
    for mention, place in placed:
        if mention.topic_id == topic:
            by_place[place].append((mention.start, mention.end))
    nearest = next((spans for place in _PLACES if (spans := by_place.get(place))), None)
    return nearest or [(passage.start, passage.end)]


def _mentions(text: str, section: Section, vocabulary: Vocabulary) -> list[TopicMention]:
    language = language_of_text(section.text or section.heading, vocabulary)
    by_topic: defaultdict[str, list[Hit[_Term]]] = defaultdict(list)
    for hit in _index(vocabulary, language).find(text):
        by_topic[hit.row.topic_id].append(hit)
    kept = [
        TopicMention(start, end, text[start:end], topic, weight, pattern)
        for hits in by_topic.values()
        for start, end, (topic, weight, pattern, _) in _outermost(hits)
        if weight
    ]
    return sorted(kept, key=_BY_PLACE)


def _without_own(text: str, mentions: list[TopicMention], organisation_id: str, vocabulary: Vocabulary) -> list[TopicMention]:
    own = _own_names(organisation_id.casefold(), vocabulary)
    # 'the League of Lakes (LOL)': an organisation that no vocabulary knows is told by what stands before its abbreviation.
    abbreviation = f" ({organisation_id})".casefold()

    def is_own(mention: TopicMention) -> bool:
        behind = text[mention.end : mention.end + len(abbreviation)].casefold()
        return mention.text.casefold() in own or (bool(organisation_id) and behind == abbreviation)

    return [mention for mention in mentions if mention.topic_id != _OTHERS or not is_own(mention)]


@cache
def _own_names(organisation: str, vocabulary: Vocabulary) -> frozenset[str]:
    """All names of an organisation that is told by any of them: OSZE and OSCE are one."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for row in vocabulary.rows("actors"):
        names[row["actor_id"]] |= {row["actor_id"].casefold(), row["label_de"].casefold(), row["label_en"].casefold()}
    for row in vocabulary.rows("actor_names"):
        names[row["actor_id"]].add(row["name"].casefold())
    return frozenset(name for known in names.values() if organisation in known for name in known)


def _outermost(hits: list[Hit[_Term]]) -> list[Hit[_Term]]:
    """The hits that stand in no longer one; of two in one place a guard (weight 0) wins, then the heavier."""
    if len(hits) == 1:
        return hits
    kept: list[Hit[_Term]] = []
    for hit in sorted(hits, key=_rank):
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept


def _rank(hit: Hit[_Term]) -> tuple[int, int, tuple[bool, float]]:
    return hit.start, -hit.end, hit.row.rank


@cache
def _index(vocabulary: Vocabulary, language: str) -> TermIndex[_Term]:
    rows = [row for row in vocabulary.rows("topic_terms") if row["language"] in (language, "")]
    return TermIndex(rows, "term", _term)


def _term(row: Row) -> _Term:
    weight = float(row["weight"])
    return _Term(row["topic_id"], weight, row["term"], (weight > 0, -weight))
