"""On which side of a briefing's quarter a time lies, by the text's own calendar."""

from datetime import date, timedelta
from typing import Protocol


class Time(Protocol):
    """A stretch of days, both ends included, as fine as its `precision` says: day, month, quarter or year."""

    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date: ...
    @property
    def precision(self) -> str: ...


def is_after(period: Time, quarter: str) -> bool:
    """Whether a time begins after the quarter the briefing reports on, by the text's own calendar."""
    if not quarter:
        return False
    return (period.start.year, (period.start.month + 2) // 3) > (int(quarter[:4]), int(quarter[-1]))


def is_over(period: Time, quarter: str) -> bool:
    """Whether a time ends before the last day of the quarter the briefing reports on."""
    if not quarter:
        return False
    # A day later, so that the last day of a quarter counts to the next one.
    after = period.end + timedelta(days=1)
    return (after.year, (after.month + 2) // 3) <= (int(quarter[:4]), int(quarter[-1]))


def is_long_past(period: Time, quarter: str) -> bool:
    """Whether a time ends more than a year before the quarter the briefing reports on."""
    if not quarter:
        return False
    return (period.end.year + 1, (period.end.month + 2) // 3) < (int(quarter[:4]), int(quarter[-1]))
