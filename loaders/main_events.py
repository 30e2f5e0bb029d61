"""Decides which events of a section its heading names, and notes a heading whose date contradicts its text."""

import re
from collections.abc import Sequence
from functools import cache

import snowballstemmer

from loaders.dates import Period
from loaders.passage import Passage

_WORD = re.compile(r"[^\W\d_]{4,}")


def main_passages(passages: Sequence[Passage], periods: Sequence[Period], heading_periods: Sequence[Period]) -> set[int]:
    """The indices of the main events of one section.

    For each date of the heading the first event at that time; where no event has such a date (or the heading has none),
    the event whose sentence shares most words with the heading, of equals the first. A heading that shares no word with
    any event ('In brief', 'Dates') names none.
    """
    if not passages:
        return set()
    found = {first for wanted in heading_periods for first in [_first_at(periods, wanted)] if first is not None}
    return found or _most_alike(passages)


def headed_period(period: Period, heading_periods: Sequence[Period]) -> Period:
    """The time of a main event: the heading's day or days where the text only says in which month or year they lie."""
    days = [headed for headed in heading_periods if headed.precision == "day"]
    if len(days) != 1 or len(heading_periods) != 1 or period.precision == "day":
        return period
    return days[0] if period.start <= days[0].start and days[0].end <= period.end else period


def contradicts(periods: Sequence[Period], heading_periods: Sequence[Period]) -> bool:
    """Whether the heading gives a time and no event of its section falls into it or covers it."""
    return bool(periods and heading_periods) and not any(_touch(one, other) for one in periods for other in heading_periods)


def _first_at(periods: Sequence[Period], wanted: Period) -> int | None:
    same = [index for index, period in enumerate(periods) if (period.start, period.end) == (wanted.start, wanted.end)]
    return same[0] if same else None


def _touch(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _most_alike(passages: Sequence[Passage]) -> set[int]:
    wanted = _stems(passages[0].section.heading)
    shared = [len(wanted & _stems(passage.sentence)) for passage in passages]
    return {shared.index(max(shared))} if any(shared) else set()


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text)}


@cache
def _stem(word: str) -> str:
    return snowballstemmer.stemmer("german").stemWord(word.casefold())
