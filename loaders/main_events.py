"""Decides which events of a section its heading names, and notes a heading whose date contradicts its text."""

import re
from collections.abc import Sequence

import snowballstemmer

from loaders.dates import Period
from loaders.passage import Passage
from loaders.words import Judged

_WORD = re.compile(r"[^\W\d_]{4,}")


def main_passages(
    passages: Sequence[Passage], periods: Sequence[Period], heading_periods: Sequence[Period], name: str
) -> set[int]:
    """The indices of the main events of one section, whose heading without its dates is `name`.

    For each date of the heading the first event at that time, or one of several days around it that shares more words with
    the heading; where no event has such a date (or the heading has none), the event whose sentence shares most words with
    it, of equals the first. A heading without a date that shares no word with any event ('In brief', 'Dates') names none.
    """
    if not passages:
        return set()
    shared = _shared(passages, name)
    found = {best for wanted in heading_periods for best in [_best_at(periods, wanted, shared)] if best is not None}
    if found or not (any(shared) or heading_periods):
        return found
    return {shared.index(max(shared))}


def headed_period(period: Period, heading_periods: Sequence[Period]) -> Period:
    """The time of a main event: the heading's day or days where the text only says in which month or year they lie."""
    days = [headed for headed in heading_periods if headed.precision == "day"]
    if len(days) != 1 or len(heading_periods) != 1 or period.precision == "day":
        return period
    return days[0] if period.start <= days[0].start and days[0].end <= period.end else period


def contradicts(periods: Sequence[Period], heading_periods: Sequence[Period]) -> bool:
    """Whether the heading gives a time and no event of its section falls into it or covers it."""
    return bool(periods and heading_periods) and not any(_touch(one, other) for one in periods for other in heading_periods)


def _best_at(periods: Sequence[Period], wanted: Period, shared: Sequence[int]) -> int | None:
    """The first event at a time of the heading, or one of several days around it that has more of the heading's words."""
    fitting = [
        (shared[index], period == wanted, -index)
        for index, period in enumerate(periods)
        if period == wanted or (period.precision == wanted.precision == "day" and _holds(period, wanted))
    ]
    if not any(is_same for _, is_same, _ in fitting):
        return None
    same = max((first for first in fitting if first[1]), key=lambda each: each[2])
    wider = [each for each in fitting if each[0] > same[0] and not each[1]]
    return -max(wider, default=same)[2]


def _holds(period: Period, day: Period) -> bool:
    return period.start <= day.start and day.end <= period.end


def _touch(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _shared(passages: Sequence[Passage], name: str) -> list[int]:
    """How many words of the heading each event's sentence has."""
    wanted = _stems(name)
    shared = {sentence: len(wanted & _stems(sentence)) for sentence in {passage.sentence for passage in passages}}
    return [shared[passage.sentence] for passage in passages]


def _stems(text: str) -> set[str]:
    return set(map(_STEMS.__getitem__, _WORD.findall(text)))


_STEMS = Judged(lambda word: snowballstemmer.stemmer("german").stemWord(word.casefold()))
