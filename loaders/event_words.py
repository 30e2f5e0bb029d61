"""The words around an event's date that tell its kind and its status: found together, in one go through the sentence."""

from functools import cache, lru_cache
from typing import NamedTuple

from loaders.clause_patterns import clause_marks
from loaders.languages import language_of_text
from loaders.passage import Passage, Span
from loaders.terms import Hit, TermIndex
from loaders.vocabulary import Row, Vocabulary

# Kind and status of a passage are asked for one after the other.
_KEPT_PASSAGES = 16
_GAPS = frozenset(("…", "..", "$"))


class EventTerm(NamedTuple):
    """A row of `event_type_terms.csv` or `status_terms.csv`; `value` is the kind or the status that it speaks for."""

    row: Row
    value: str
    pattern: str
    weight: float
    is_status: bool
    holds_date: bool
    is_solid: bool  # without a gap
    is_noun: bool  # words side by side that speak for a kind
    is_capital: bool  # a German noun alone, which a small letter would belie: 'legten den Ablauf fest' is no 'Fest'
    rank: tuple[bool, bool, float]  # of two in one place the lower wins: a guard, then no wildcard, then the heavier


TermHit = Hit[EventTerm]


def type_hits(passage: Passage, vocabulary: Vocabulary) -> list[TermHit]:
    """The rows of `event_type_terms.csv` found in the passage's sentence, guards included, in order.

    Their spans count characters of the section's text.
    """
    return _of_passage(passage, vocabulary)[0]


def status_hits(passage: Passage, vocabulary: Vocabulary) -> list[TermHit]:
    """The same of `status_terms.csv`."""
    return _of_passage(passage, vocabulary)[1]


def heading_hits(text: str, heading: str, vocabulary: Vocabulary) -> list[TermHit]:
    """The rows of `event_type_terms.csv` found in a heading, whose language is that of the section's text.

    Their spans count characters of the heading.
    """
    index = _index(vocabulary, language_of_text(text or heading, vocabulary))
    return _found(index, heading, 0, len(heading), 0, 0)[0]


def clause_around_date(passage: Passage) -> Span:
    """The span of the clause, inside the passage's sentence, that holds the date."""
    return _clause(passage.section.text, passage.sentence_start, passage.date_start, passage.date_end, passage.sentence_end)


def clause_starts(passage: Passage) -> list[int]:
    """Where the clauses of the passage's sentence begin, the sentence itself first."""
    found = clause_marks().ends.finditer(passage.section.text, passage.sentence_start, passage.date_start)
    return [passage.sentence_start, *(mark.end() for mark in found)]


@lru_cache(maxsize=_KEPT_PASSAGES)
def _clause(text: str, sentence_start: int, date_start: int, date_end: int, sentence_end: int) -> Span:
    start = sentence_start
    for found in clause_marks().ends.finditer(text, sentence_start, date_start):
        start = found.end()
    after = clause_marks().ends.search(text, date_end, sentence_end)
    return start, after.start() if after else sentence_end


def _of_passage(passage: Passage, vocabulary: Vocabulary) -> tuple[list[TermHit], list[TermHit]]:
    text = passage.section.text
    index = _index(vocabulary, language_of_text(text, vocabulary))
    return _found(index, text, passage.sentence_start, passage.sentence_end, passage.date_start, passage.date_end)


@lru_cache(maxsize=_KEPT_PASSAGES)
def _found(
    index: TermIndex[EventTerm], text: str, start: int, end: int, date_start: int, date_end: int
) -> tuple[list[TermHit], list[TermHit]]:
    words = clause_marks().before_day.search(text, max(start, date_start - 40), date_start)
    first = words.start() if words and date_end > date_start else date_start
    hits = index.find(text, start, end, (first, date_end))
    kinds = [hit for hit in hits if not hit.row.is_status and not (hit.row.is_capital and text[hit.start].islower())]
    return kinds, [hit for hit in hits if hit.row.is_status]


@cache
def _index(vocabulary: Vocabulary, language: str) -> TermIndex[EventTerm]:
    rows = [row for name in ("event_type_terms", "status_terms") for row in vocabulary.rows(name) if row["language"] == language]
    return TermIndex(rows, "pattern", _term)


def _term(row: Row) -> EventTerm:
    pattern, weight = row["pattern"], float(row["weight"])
    return EventTerm(
        row=row,
        value=row["status"] if "status" in row else row["event_type_id"],
        pattern=pattern,
        weight=weight,
        is_status="status" in row,
        holds_date="{date}" in pattern,
        is_solid="…" not in pattern and ".." not in pattern,
        is_noun=weight > 0 and _GAPS.isdisjoint(pattern.split()),
        is_capital=row["language"] == "de" and " " not in pattern and all(map(_is_noun, pattern.split("|"))),
        rank=(weight > 0, "*" in pattern, -weight),
    )


def _is_noun(word: str) -> bool:
    return word[0].isupper() or (word[0] == "*" and word[1:2].isalpha())
