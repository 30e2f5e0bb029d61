"""Recurring events and the words that name them: 'Rat der Außenminister', 'summit', the accession of a state.

Two events of different series are never one; two of the same series at the same time almost surely are. Series and wording
are data: `event_series.csv`, `event_series_terms.csv`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.languages import language_of_text
from loaders.passage import Passage
from loaders.terms import Hit, TermIndex
from loaders.vocabulary import Row, Vocabulary
from loaders.weighing import outermost

# Rows of `event_series_terms.csv` that name no series: 'the next meeting' of what the section is about; words behind which
# a series is a mere occasion.
SAME, OCCASION = "(same)", "(occasion)"
ACTS = frozenset({"proposal", "decision", "adoption"})  # what is done at a meeting and is not the meeting
_GUARDED = 6  # characters behind 'Vorbereitung des Rates': room for 'der '

# The noun only tells where or on what occasion something else took place.
_WORDS_BEFORE = "auf bei beim zum zur zu mit vor nach seit über um unter von vom at during before after about with to"
_OCCASIONAL = frozenset((*_WORDS_BEFORE.split(), "ahead"))
_ON_OCCASION = re.compile(
    rf"\b(?i:{'|'.join(_WORDS_BEFORE.split())}|ahead of)\s+"
    r"(?:[a-zäöüß][\w-]*\s+){0,3}"
    r"(?:(?:\w+-)?(?i:rate?s?|treffens?|sitzung|tagung|konferenz|council|meeting|session)\s+"
    r"(?:der|des|aller|ihrer|of(?: the)?)\s+)?(?:\w+-)?\Z"
)
# One minister, not the council: a name follows, or a deputy is meant.
_PERSON = re.compile(r"\s(?!Am|Im|In|Der|Die|Das)[A-ZÄÖÜ][\w.’-]+\s?(?:[A-ZÄÖÜ]|[a-z]|[,.;)]|\Z)")
_DEPUTY = re.compile(r"(?i)(?:vize|stellvertretende[nrms]?\s|deputy\s|vice[ -])\Z")
_OF_ONE_PERSON = frozenset({"secretary-general", "deputy-secretary-general"})
_DEFINITE = re.compile(
    r"(?i)(?:das|die|der|dem|des|dies\w*|ihre?\w?|the|this|its|their)\s(?!\w*(?:nächst|vorig|letzt|next|previous|last))"
)
_OFFICES = ("minister", "ministern", "generalsekretär")


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring event. `event_types` are the kinds that events of it have, the usual one first.

    `per_year` is how often a year it takes place at most. `keyed_by` tells its events apart by whom they concern
    ('country', 'person', 'place'; '' does not), or says that they last a 'year'.
    """

    series_id: str
    event_types: tuple[str, ...]
    per_year: int
    keyed_by: str

    @property
    def is_met(self) -> bool:
        """Whether people meet at it, so that it can be the occasion for something else."""
        return not self.keyed_by and self.series_id not in ACTS and not {*self.event_types} & {"exercise", "mission"}


class Named(NamedTuple):
    """A series named in a section's text at `start:end`, or in its heading; `is_occasion`: only as the occasion of an event."""

    series_id: str
    start: int
    end: int
    is_occasion: bool = False
    in_heading: bool = False


@cache
def all_series(vocabulary: Vocabulary) -> dict[str, Series]:
    """The rows of `event_series.csv` by their id."""
    return {
        row["event_series_id"]: Series(
            row["event_series_id"], tuple(row["event_types"].split()), int(row["per_year"]), row["keyed_by"]
        )
        for row in vocabulary.rows("event_series")
    }


def named_series(text: str, start: int, end: int, language: str, vocabulary: Vocabulary) -> list[Named]:
    """The series named in a part of a text, in order; of words inside one another only the longest."""
    hits = _hits(text, start, end, language, vocabulary)
    guards = [hit for hit in hits if hit.row["event_series_id"] == OCCASION]
    return [
        Named(hit.row["event_series_id"], hit.start, hit.end, _is_occasion(text, hit, guards))
        for hit in outermost(hit for hit in hits if hit.row["event_series_id"] not in (OCCASION, SAME))
        if not _is_person(text, hit)
    ]


def pointers(passage: Passage, vocabulary: Vocabulary) -> list[str]:
    """The words of a passage that stand for a series named elsewhere: 'the next meeting', 'diesen Rat'."""
    hits = _hits(passage.section.text, passage.start, passage.end, passage_language(passage, vocabulary), vocabulary)
    return [passage.section.text[hit.start : hit.end] for hit in hits if hit.row["event_series_id"] == SAME]


def is_definite(words: str) -> bool:
    """Whether words such as `pointers` finds mean the event itself ('the exercise'), not one before or after it."""
    return bool(_DEFINITE.match(words))


def passage_language(passage: Passage, vocabulary: Vocabulary) -> str:
    """The language of the passage's section, German where that is in doubt."""
    return language_of_text(passage.section.text, vocabulary)


def _is_occasion(text: str, hit: Hit, guards: Iterable[Hit]) -> bool:
    if any(guard.start <= hit.start <= guard.end + _GUARDED for guard in guards):
        return True
    start = max(0, hit.start - 60)
    words = text[start : hit.start].lower().split()
    return not _OCCASIONAL.isdisjoint(words) and bool(_ON_OCCASION.search(text, start, hit.start))


def _is_person(text: str, hit: Hit) -> bool:
    words = text[hit.start : hit.end].casefold()
    if not words.endswith(_OFFICES) or hit.row["event_series_id"] in _OF_ONE_PERSON:
        return False
    return bool(_PERSON.match(text, hit.end) or _DEPUTY.search(text, 0, hit.start) or words.startswith("vize"))


# A passage is asked both for what it names and for what it points to.
@lru_cache(maxsize=16)
def _hits(text: str, start: int, end: int, language: str, vocabulary: Vocabulary) -> list[Hit[Row]]:
    return _index(vocabulary, language).find(text, start, end)


@cache
def _index(vocabulary: Vocabulary, language: str) -> TermIndex:
    return TermIndex([row for row in vocabulary.rows("event_series_terms") if row["language"] == language], "pattern")
