"""The kind of an event: found by weighted patterns (`event_type_terms.csv`), decided by where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from loaders.event_grammar import (
    attribute_around,
    goes_back,
    is_agent,
    is_matter,
    is_moved,
    is_occasion,
    seals,
    shares_name,
    subject_before,
)
from loaders.event_hits import outermost
from loaders.event_nouns import is_relative, named_nouns
from loaders.event_words import EventTerm, TermHit, clause_around_date, heading_hits, type_hits
from loaders.passage import Passage, Span, label_of
from loaders.vocabulary import Vocabulary
from loaders.weighing import weight_of_all

DEFAULT = "other"

# What a pattern counts by its place. The figures were set on annotated quarters and rounded; the result hardly moves with
# any of them (`python -m tests.benchmarks.finder_scores --constants` prints how much).
_NEAR = 1.0  # the clause around the date
_NAMED = 1.0  # the noun that the clause goes on about: 'der Gipfel, der am …', 'die Sitzung vom …'
_CLAUSE = 0.6  # the rest of the event's own words
_SENTENCE = 0.2
_SENTENCE_BARE = 0.5  # where they name no kind but only a new date: 'das Seminar vom 3. Mai wird auf den 5. Juni verlegt'
_LABEL = 0.6  # the words that head the event's line: 'Sitzung. Am 3. Mai …'
_HEADING_MAIN = 0.8
_HEADING = 0.1
_HEADING_THIN = 0.3  # where the event's own words name no kind: 'das nächste Treffen'
_THIN = 2.0
_OF_MATTER = 0.4  # of a word for what the event was about
_BACK_SENTENCE = 0.7  # where the clause goes back to a gathering told of before
_BACK_HEADING = 0.8
_DECAY = 400  # characters from the date after which a pattern counts half
_DEFAULT_BONUS = 0.5
# A clause without a word for it tells of something beside these, whatever the heading says: 'Am 3. Mai löste sich das
# Parlament auf' under 'Wahlbeobachter'. Acts (an accession, a resolution, a change in office) and summits go on for sentences.
_SAID_ANEW = frozenset(("ministerial", "meeting", "conference", "exercise", "mission"))

_OWN = frozenset(("near", "named", "clause"))
_DOCUMENT = "document"
_UNSEALED = 0.6  # of a document of which nothing is said but its name, where people met
_MEETINGS = ("meeting", "ministerial", "conference", "summit")
_MET = 1.5
# By place and kind, what each pattern found there counts.
_Weights = dict[tuple[str, str], dict[str, float]]


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
    if not passage.is_main and shares_name(passage, heading):
        passage = replace(passage, is_main=True)
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
    by_place: _Weights = defaultdict(dict)
    strongest, is_bare = 0.0, True
    for place, term, span, share in clues:
        near = _DECAY / (_DECAY + _distance(passage, span)) if span else 1.0
        by_place[place, term.value][term.pattern] = near * share * term.weight
        if place in _OWN and term.weight > strongest:
            strongest = term.weight
        is_bare = is_bare and place not in _OWN and place != "label"
    counts = _place_counts(passage.is_main, strongest <= _THIN)
    if is_bare and is_moved(passage, vocabulary):
        counts["sentence"] = _SENTENCE_BARE
    back = _back_counts(passage, by_place, vocabulary) if strongest <= _THIN else {}
    plain = _UNSEALED if _only_names_documents(passage, by_place, vocabulary) else 1.0
    scores: defaultdict[str, float] = defaultdict(float, {DEFAULT: _DEFAULT_BONUS})
    for (place, event_type), weights in by_place.items():
        goes_back_to = (place, event_type) in back
        if is_bare and place == "heading" and event_type in _SAID_ANEW and not (passage.is_main or goes_back_to):
            continue
        count = max(counts[place], back.get((place, event_type), 0.0))
        share = plain if event_type == _DOCUMENT and place in _OWN else 1.0
        scores[event_type] += count * share * weight_of_all(weights.values())
    return scores


def _back_counts(passage: Passage, by_place: _Weights, vocabulary: Vocabulary) -> dict[tuple[str, str], float]:
    """What gatherings told before count where the clause goes back to one: those of its sentence, else the heading's."""
    kinds = goes_back(passage, clause_around_date(passage), vocabulary)
    told = any(place == "sentence" and kind in kinds and kind != "meeting" for place, kind in by_place)
    counts = {("sentence", kind): _BACK_SENTENCE for kind in kinds}
    return counts | {("heading", kind): 0.0 if told else _BACK_HEADING for kind in kinds}


def _only_names_documents(passage: Passage, by_place: _Weights, vocabulary: Vocabulary) -> bool:
    """Whether the clause tells of people who met, and of a document without saying that it was signed, adopted or published."""
    met = any(max(by_place.get((place, kind), {"": 0.0}).values()) >= _MET for place in ("near", "named") for kind in _MEETINGS)
    return met and ("named", _DOCUMENT) not in by_place and not seals(passage, vocabulary)


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
    subject = subject_before(passage, clause, vocabulary) or (0, 0)
    occasions = [hit for hit in hits if is_occasion(passage, (hit.start, hit.end), hit.row.value, vocabulary)]
    if occasions and is_relative(passage.section.text, clause[0]):
        occasions = [hit for hit in occasions if hit.start >= clause[0]]
    for start, end, term in outermost(_without(hits, occasions) if occasions else hits):
        place = "sentence" if not passage.holds(start) else "near" if clause[0] <= start < clause[1] else "clause"
        if attribute and place != "sentence":
            place = _place_around(attribute, passage.date_end, (start, end))
        if subject[0] <= start < subject[1]:
            place = "near"
        is_aside = is_matter(passage, (start, end), term.value, vocabulary) or (
            place == "near" and is_agent(passage, (start, end), term.value, vocabulary)
        )
        share = _OF_MATTER if is_aside else 1.0
        yield _Clue(place, term, (start, end), share)
    for start, end, term in named_nouns(passage, hits, clause, occasions):
        yield _Clue("named", term, (start, end))


def _without(hits: Iterable[TermHit], occasions: Sequence[TermHit]) -> list[TermHit]:
    """The hits that are none of the occasions, nor inside one of their own kind."""
    return [
        hit
        for hit in hits
        if not any(hit.row.value == told.row.value and told.start <= hit.start and hit.end <= told.end for told in occasions)
    ]


def _place_around(attribute: Span, date_end: int, word: Span) -> str:
    if attribute[0] - 1 <= word[1] and word[0] < attribute[1]:
        return "near"
    return "clause" if date_end < word[1] < attribute[0] else "sentence"


# All events of a section ask for the same heading.
@lru_cache(maxsize=4)
def _heading_clues(text: str, heading: str, vocabulary: Vocabulary) -> tuple[_Clue, ...]:
    return tuple(_Clue("heading", hit.row, None) for hit in outermost(heading_hits(text, heading, vocabulary)))


def _label_clues(text: str, label: str, vocabulary: Vocabulary) -> Iterator[_Clue]:
    return (_Clue("label", hit.row, None) for hit in outermost(heading_hits(text, label, vocabulary)))


def _distance(passage: Passage, span: Span) -> int:
    return max(0, span[0] - passage.date_end, passage.date_start - span[1])
