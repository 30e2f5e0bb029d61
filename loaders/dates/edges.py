"""Days and quarters told by the edge of a longer time: 'the last day of May', 'Neujahr 2021', 'the final quarter of 2021'."""

from collections.abc import Iterable
from datetime import date

from loaders.dates import periods
from loaders.dates.periods import Period
from loaders.dates.words import Words


def edge_of(text: str, start: int, period: Period, words: Words) -> Period:
    """The first or last day or the last quarter of a month or year, where the words before it mean that; else the period."""
    before = text[max(0, start - 40) : start].rstrip()
    first, last = _day(period.start), _day(period.end)
    edges: dict[str, tuple[tuple[str, Period], ...]] = {
        "month": (("last day of", last), ("first day of", first)),
        "year": (
            ("new year", first),
            ("year end", last),
            ("last quarter", periods.quarter(period.start.year, 4)),
            ("last day of", last),
            ("first day of", first),
        ),
    }
    return next((edge for kind, edge in edges.get(period.precision, ()) if _ends(before, words.by_kind[kind])), period)


def _day(day: date) -> Period:
    return Period(day, day, "day")


def _ends(before: str, words: Iterable[str]) -> bool:
    return before.endswith(tuple(words))
