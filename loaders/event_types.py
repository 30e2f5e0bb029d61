"""The kind of an event: found by weighted patterns (`event_type_terms.csv`), decided by where they stand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from loaders.event_grammar import attribute_around, goes_back, is_matter
from loaders.event_words import EventTerm, TermHit, clause_around_date, heading_hits, type_hits
from loaders.passage import Passage, Span, label_of
from loaders.vocabulary import Vocabulary

DEFAULT = "other"

# What a pattern counts by its place. The figures were set on annotated quarters and rounded; the result hardly moves with
# any of them (`python -m tests.benchmarks.finder_scores --constants` prints how much).
_NEAR = 1.0  # the clause around the date
_NAMED = 1.0  # the noun that the clause goes on about: 'der Gipfel, der am …', 'die Sitzung vom …'
_CLAUSE = 0.6  # the rest of the event's own words
_SENTENCE = 0.2
_LABEL = 0.6  # the words that head the event's line: 'Sitzung. Am 3. Mai …'
_HEADING_MAIN = 0.8
_HEADING = 0.1
_HEADING_THIN = 0.3  # where the event's own words name no kind: 'das nächste Treffen'
_THIN = 2.0
_OF_MATTER = 0.4  # of a word for what the event was about
_BACK_SENTENCE = 0.7  # where the clause goes back to a gathering told of before
_BACK_HEADING = 0.8
_FURTHER = 0.4  # each further pattern of a kind in the same place counts by this less
_DECAY = 400  # characters from the date after which a pattern counts half
_DEFAULT_BONUS = 0.5
# A clause without a word for it tells of something beside these, whatever the heading says: 'Am 3. Mai löste sich das
# Parlament auf' under 'Wahlbeobachter'. Acts (an accession, a resolution, a change in office) and summits go on for sentences.
_SAID_ANEW = frozenset(("ministerial", "meeting", "conference", "exercise", "mission"))

# A clause that goes on about the noun before it.
_RELATIVE = re.compile(
    r"\s*(?:und |and )?(?:(?:in|mit|an|zu|über|durch|von|unter|at|on|by|during|under|with) )?"
    r"(?:der|die|das|den|dem|deren|dessen|wo|wohin|which|that|who|where|whose)\s"
)
# The place right before, of which such a clause tells, is seldom the event: 'in Omsk, where the summit is held'.
_WHERE = re.compile(r"\s*(?:wo|wohin|where)\s")
# English restrictive clauses have no comma; neither have those behind 'agreed that'.
_BARE_THAT = re.compile(r"(?:that|which)\s")
_SAYING = re.compile(
    r"(?:\w+ed|\w{3,}ing|\w+ly|said|says?|told|known?|knew|clear|so|such|than|hopes?|means?|shows?|and|or|but|\W)\s\Z"
)
_GENITIVE = re.compile(r"(?: [^\s,;]+)?\s(?:der|des|of|of the)\s(?:[^\s,;]+ )?(?:\w+-)*")
_OWN = frozenset(("near", "named", "clause"))
_NAMED_WITHIN = 60
_OF_REACH = 40
_OF_DATE = re.compile(r"(?i)\s(?:vom|von|of|aus(?: dem jahre?)?)\s+\Z")


class EventType(NamedTuple):
    """A kind of event (`event_types.csv`) and the words of the section's text that decided it.

    Where the heading or nothing decided, the span is the event's own clause.
    """

    event_type: str
    start: int
    end: int


class _Clue(NamedTuple):
    """One pattern found: what kind of place it stands in, and where in the section's text (None: in the heading)."""

    place: str
    term: EventTerm
    span: Span | None
    share: float = 1.0


def find_event_type(passage: Passage, heading: str, vocabulary: Vocabulary) -> EventType:
    """The kind of the passage's event; 'other' where no word speaks.

    The clause around the date counts most, then the rest of the event's words, its sentence, and the heading: much where
    it names this event, little where not, unless the event's own words are as general as 'das nächste Treffen'.
    """
    clues = [*_own_clues(passage, vocabulary), *_heading_clues(passage.section.text, heading, vocabulary)]
    label = label_of(passage)
    if label:
        clues += _label_clues(passage.section.text, passage.section.text[slice(*label)], vocabulary)
    scores = _scores(passage, clues, vocabulary)
    best = max(scores, key=scores.__getitem__)
    spans = [clue.span for clue in clues if clue.span and clue.term.value == best]
    start, end = min(spans, key=lambda span: _distance(passage, span), default=(passage.start, passage.end))
    return EventType(best, start, end)


def _scores(passage: Passage, clues: Iterable[_Clue], vocabulary: Vocabulary) -> dict[str, float]:
    by_place: defaultdict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    strongest, is_bare = 0.0, True
    for place, term, span, share in clues:
        near = _DECAY / (_DECAY + _distance(passage, span)) if span else 1.0
        by_place[place, term.value][term.pattern] = near * share * term.weight
        if place in _OWN and term.weight > strongest:
            strongest = term.weight
        is_bare = is_bare and place not in _OWN and place != "label"
    is_thin = strongest <= _THIN
    counts = _place_counts(passage.is_main, is_thin)
    back: dict[str, float] = {}
    kinds = goes_back(passage, clause_around_date(passage), vocabulary) if is_thin else frozenset()
    if kinds:
        told = any(place == "sentence" and value in kinds and value != "meeting" for place, value in by_place)
        back = {"sentence": _BACK_SENTENCE, "heading": 0.0 if told else _BACK_HEADING}
    scores: defaultdict[str, float] = defaultdict(float, {DEFAULT: _DEFAULT_BONUS})
    for (place, event_type), weights in by_place.items():
        if is_bare and event_type not in kinds and place == "heading" and event_type in _SAID_ANEW and not passage.is_main:
            continue
        count = max(counts[place], back.get(place, 0.0)) if event_type in kinds else counts[place]
        scores[event_type] += count * _sum(weights.values())
    return scores


def _sum(weights: Iterable[float]) -> float:
    ranked = sorted(weights, reverse=True)
    return ranked[0] if len(ranked) == 1 else sum(weight * _FURTHER**rank for rank, weight in enumerate(ranked))


def _place_counts(is_main: bool, is_thin: bool) -> dict[str, float]:
    return {
        "near": _NEAR,
        "named": _NAMED,
        "clause": _CLAUSE,
        "sentence": _SENTENCE,
        "label": _LABEL,
        "heading": _HEADING_MAIN if is_main else _HEADING_THIN if is_thin else _HEADING,
    }


def _own_clues(passage: Passage, vocabulary: Vocabulary) -> Iterator[_Clue]:
    hits, clause = type_hits(passage, vocabulary), clause_around_date(passage)
    attribute = attribute_around(passage)
    for start, end, term in _outermost(hits):
        place = "sentence" if not passage.holds(start) else "near" if clause[0] <= start < clause[1] else "clause"
        if attribute and place != "sentence":
            place = _place_around(attribute, passage.date_end, (start, end))
        share = _OF_MATTER if is_matter(passage, (start, end), term.value, vocabulary) else 1.0
        yield _Clue(place, term, (start, end), share)
    for start, end, term in _named(passage, hits, clause):
        yield _Clue("named", term, (start, end))


def _place_around(attribute: Span, date_end: int, word: Span) -> str:
    if attribute[0] - 1 <= word[1] and word[0] < attribute[1]:
        return "near"
    return "clause" if date_end < word[1] < attribute[0] else "sentence"


# All events of a section ask for the same heading.
@lru_cache(maxsize=4)
def _heading_clues(text: str, heading: str, vocabulary: Vocabulary) -> tuple[_Clue, ...]:
    return tuple(_Clue("heading", hit.row, None) for hit in _outermost(heading_hits(text, heading, vocabulary)))


def _label_clues(text: str, label: str, vocabulary: Vocabulary) -> Iterator[_Clue]:
    return (_Clue("label", hit.row, None) for hit in _outermost(heading_hits(text, label, vocabulary)))


def _named(passage: Passage, hits: Sequence[TermHit], clause: Span) -> list[TermHit]:
    """The nouns that the date says something about: right before it, or before the relative clause around it."""
    text, ends = passage.section.text, []
    of_date = _OF_DATE.search(text, max(passage.sentence_start, passage.date_start - _OF_REACH), passage.date_start)
    if of_date:
        ends.append((of_date.start(), 0))
    if _is_relative(text, clause[0]):
        ends.append((clause[0] - 1, 1 if _WHERE.match(text, clause[0]) else _NAMED_WITHIN))
    named = []
    for end, within in ends:
        before = [hit for hit in hits if hit.row.is_noun and end - within <= hit.end <= end]
        # 'auf dem Gipfel beschlossen, der …': the clause goes on about the noun, in German a word with a capital.
        before = [hit for hit in before if text[hit.start].isupper()] or before
        last = max((hit.end for hit in before), default=0)
        named += _heads(text, before, last)
    return _outermost(named) if named else []


def _heads(text: str, nouns: Sequence[TermHit], last: int) -> list[TermHit]:
    """The nouns that end at `last`, or those that they are a genitive of: 'die Resolution der Versammlung, die …'."""
    ending = [hit for hit in nouns if hit.end == last]
    first = min((hit.start for hit in ending), default=0)
    heads = [hit for hit in nouns if hit.end < first and _GENITIVE.fullmatch(text, hit.end, first)]
    return heads or ending


def _is_relative(text: str, start: int) -> bool:
    """Whether the clause that begins at `start` goes on about a noun before it."""
    if text[start - 1 : start] == ",":
        return _RELATIVE.match(text, start) is not None
    return _BARE_THAT.match(text, start) is not None and not _SAYING.search(text, max(0, start - 20), start)


def _distance(passage: Passage, span: Span) -> int:
    return max(0, span[0] - passage.date_end, passage.date_start - span[1])


def _outermost(hits: Iterable[TermHit]) -> list[TermHit]:
    """The hits inside no longer one: of its own kind, or of any kind where the longer one is without a gap.

    Of two in one place a guard (weight 0) wins, then the pattern without a wildcard, then the heavier.
    """
    by_type: defaultdict[str, list[TermHit]] = defaultdict(list)
    guards: defaultdict[str, list[Span]] = defaultdict(list)
    for hit in sorted(hits, key=_rank):
        kept, end = by_type[hit.row.value], hit.end
        if any(end <= last for _, last in guards[hit.row.value]):
            continue
        if not hit.row.weight:
            guards[hit.row.value].append((hit.start, end))
        elif not kept or end > kept[-1].end or _is_heavier_part(hit, kept[-1]):
            kept.append(hit)
    speaking = [hit for kept in by_type.values() for hit in kept]
    solid = [(hit.start, hit.end) for hit in speaking if hit.row.is_solid]
    return [hit for hit in speaking if not _is_swallowed(hit.start, hit.end, solid)]


def _is_heavier_part(hit: TermHit, longer: TermHit) -> bool:
    return hit.row.weight > longer.row.weight and hit.end - hit.start < longer.end - longer.start


def _rank(hit: TermHit) -> tuple[int, int, tuple[bool, bool, float]]:
    return hit.start, -hit.end, hit.row.rank


def _is_swallowed(start: int, end: int, longer: Iterable[Span]) -> bool:
    return any(first <= start and end <= last and last - first > end - start for first, last in longer)
