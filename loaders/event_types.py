"""The kind of an event: found by weighted patterns (`event_type_terms.csv`), decided by where they stand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.event_words import clause_around_date, event_hits, heading_hits
from loaders.passage import Passage, Span
from loaders.terms import Hit
from loaders.vocabulary import Row, Vocabulary

DEFAULT = "other"

# What a pattern counts by its place. The figures were set on annotated quarters and rounded; the result hardly moves with
# any of them (`python -m tests.benchmarks.finder_scores --constants` prints how much).
_NEAR = 1.0  # the clause around the date
_NAMED = 1.0  # the noun that the clause goes on about: 'der Gipfel, der am …', 'die Sitzung vom …'
_CLAUSE = 0.6  # the rest of the event's own words
_SENTENCE = 0.2
_HEADING_MAIN = 0.8
_HEADING = 0.1
_HEADING_THIN = 0.3  # where the event's own words name no kind: 'das nächste Treffen'
_THIN = 2.0
_FURTHER = 0.4  # each further pattern of a kind in the same place counts by this less
_DECAY = 400  # characters from the date after which a pattern counts half
_DEFAULT_BONUS = 0.5

# A clause that goes on about the noun before it.
_RELATIVE = re.compile(r"\s*(?:und |and )?(?:der|die|das|den|dem|deren|dessen|which|that|who|where)\s")
_NAMED_WITHIN = 60
_OF_DATE = re.compile(r"(?i)\s(?:vom|von|of|aus(?: dem jahre?)?)\s+\Z")


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event (`event_types.csv`) and the words of the section's text that decided it.

    Where the heading or nothing decided, the span is the event's own clause.
    """

    event_type: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Clue:
    """One pattern found: what it counts for which kind, and where in the section's text (None: in the heading)."""

    place: str
    event_type: str
    pattern: str
    weight: float
    span: Span | None


def find_event_type(passage: Passage, heading: str, vocabulary: Vocabulary) -> EventType:
    """The kind of the passage's event; 'other' where no word speaks.

    The clause around the date counts most, then the rest of the event's words, its sentence, and the heading: much where
    it names this event, little where not, unless the event's own words are as general as 'das nächste Treffen'.
    """
    clues = list(_clues(passage, heading, vocabulary))
    scores = _scores(passage, clues)
    best = max(scores, key=lambda event_type: scores[event_type])
    spans = [clue.span for clue in clues if clue.event_type == best and clue.span]
    start, end = min(spans, key=lambda span: _distance(passage, span), default=(passage.start, passage.end))
    return EventType(best, start, end)


def _scores(passage: Passage, clues: Iterable[_Clue]) -> dict[str, float]:
    by_place: defaultdict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    strongest = 0.0
    for clue in clues:
        near = _DECAY / (_DECAY + _distance(passage, clue.span)) if clue.span else 1.0
        by_place[clue.place, clue.event_type][clue.pattern] = near * clue.weight
        if clue.place in ("near", "named", "clause"):
            strongest = max(strongest, clue.weight)
    counts = _place_counts(passage.is_main, strongest <= _THIN)
    scores: defaultdict[str, float] = defaultdict(float, {DEFAULT: _DEFAULT_BONUS})
    for (place, event_type), weights in by_place.items():
        ranked = sorted(weights.values(), reverse=True)
        scores[event_type] += counts[place] * sum(weight * _FURTHER**rank for rank, weight in enumerate(ranked))
    return scores


def _place_counts(is_main: bool, is_thin: bool) -> dict[str, float]:
    return {
        "near": _NEAR,
        "named": _NAMED,
        "clause": _CLAUSE,
        "sentence": _SENTENCE,
        "heading": _HEADING_MAIN if is_main else _HEADING_THIN if is_thin else _HEADING,
    }


def _clues(passage: Passage, heading: str, vocabulary: Vocabulary) -> Iterator[_Clue]:
    hits = [hit for hit in event_hits(passage, vocabulary) if "event_type_id" in hit.row]
    clause = clause_around_date(passage)
    for hit in _outermost(hits):
        place = "sentence" if not passage.holds(hit.start) else "near" if clause[0] <= hit.start < clause[1] else "clause"
        yield _clue(place, hit.row, (hit.start, hit.end))
    for hit in _named(passage, hits, clause):
        yield _clue("named", hit.row, (hit.start, hit.end))
    for hit in _outermost(hit for hit in heading_hits(passage, heading, vocabulary) if "event_type_id" in hit.row):
        yield _clue("heading", hit.row, None)


def _clue(place: str, row: Row, span: Span | None) -> _Clue:
    return _Clue(place, row["event_type_id"], row["pattern"], float(row["weight"]), span)


def _named(passage: Passage, hits: list[Hit], clause: Span) -> list[Hit]:
    """The nouns that the date says something about: right before it, or before the relative clause around it."""
    text, ends = passage.section.text, []
    of_date = _OF_DATE.search(text, passage.sentence_start, passage.date_start)
    if of_date:
        ends.append((of_date.start(), 0))
    if text[clause[0] - 1 : clause[0]] == "," and _RELATIVE.match(text, clause[0]):
        ends.append((clause[0] - 1, _NAMED_WITHIN))
    nouns = [hit for hit in hits if float(hit.row["weight"]) and not {"…", "..", "$"} & set(hit.row["pattern"].split())]
    named = []
    for end, within in ends:
        before = [hit for hit in nouns if end - within <= hit.end <= end]
        # 'auf dem Gipfel beschlossen, der …': the clause goes on about the noun, in German a word with a capital.
        before = [hit for hit in before if text[hit.start].isupper()] or before
        last = max((hit.end for hit in before), default=0)
        named += [hit for hit in before if hit.end == last]
    return _outermost(named)


def _distance(passage: Passage, span: Span) -> int:
    return max(0, span[0] - passage.date_end, passage.date_start - span[1])


def _outermost(hits: Iterable[Hit]) -> list[Hit]:
    """The hits inside no longer one: of its own kind, or of any kind where the longer one is without a gap.

    Of two in one place a guard (weight 0) wins, then the pattern without a wildcard, then the heavier.
    """
    by_type: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in sorted(hits, key=_rank):
        kept = by_type[hit.row["event_type_id"]]
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    speaking = [hit for kept in by_type.values() for hit in kept if float(hit.row["weight"])]
    solid = [hit for hit in speaking if "…" not in hit.row["pattern"] and ".." not in hit.row["pattern"]]
    return [hit for hit in speaking if not any(_swallows(other, hit) for other in solid)]


def _rank(hit: Hit) -> tuple[int, int, bool, bool, float]:
    weight = float(hit.row["weight"])
    return hit.start, -hit.end, weight > 0, "*" in hit.row["pattern"], -weight


def _swallows(longer: Hit, hit: Hit) -> bool:
    return longer.start <= hit.start and hit.end <= longer.end and longer.end - longer.start > hit.end - hit.start
