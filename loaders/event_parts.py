"""What an event shares with those told beside it, and which words speak for a part of it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from loaders.dates import Period
from loaders.passage import Passage, Span, sentences

# A place, its role, and the span that names it.
Role = tuple[str, str, int, int]


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=_Spanned)

# Kinds of outcomes that have no venue.
_NOWHERE = frozenset(("chairmanship", "appointment"))
# An event of so many days may have others in it. Days.
_FORTNIGHT = 14


def outside(mentions: Sequence[M], spans: Sequence[tuple[int, int]]) -> list[M]:
    """The mentions that lie in none of the spans, which follow one another."""
    starts = [start for start, _ in spans]
    before = [bisect_right(starts, one.start) - 1 for one in mentions]
    return [one for one, last in zip(mentions, before, strict=True) if last < 0 or spans[last][1] < one.end]


def is_own(passage: Passage, date: Span) -> bool:
    """Whether an event has a date of its own, or none at all; an outcome has that of the event that brought it about."""
    return date[0] == date[1] or passage.date_start == date[0]


def places_of_outcome(places: Sequence[Role], event_type: str, venues: Sequence[str], date: Span) -> list[Role]:
    """The places of an outcome: it came about where its event did, but an office is handed over nowhere."""
    here = () if event_type in _NOWHERE else venues
    # The state that takes over a chair may be told of as the host of what it is to hold.
    kept = ("mention", "venue") if event_type == "chairmanship" else ("mention",)
    mentions = [(place, "mention", start, end) for place, role, start, end in places if role in kept and place not in here]
    return [*((place, "venue", *date) for place in here), *mentions]


def inherited(period: Period, told: Sequence[tuple[Period, tuple[str, ...]]]) -> tuple[str, ...]:
    """The venues of the last event told before that lasted at most a fortnight and into which this time falls."""
    for whole, venues in reversed(told):
        if venues and (whole.end - whole.start).days <= _FORTNIGHT and whole.start <= period.start <= period.end <= whole.end:
            return venues
    return ()


def spoken_for(passage: Passage, mark: int) -> tuple[int, int]:
    """What a footnote marker stands for: the words from the start of its clause or sentence up to the marker."""
    text = passage.section.text
    start = passage.start if passage.start < mark <= passage.end + 1 else None
    if start is None:
        start = next((first for first, last in sentences(text) if first < mark <= last + 1), passage.start)
    return start, min(mark, len(text))
