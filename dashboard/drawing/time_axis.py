"""Quarters as positions in time, and marks packed into rows. Time is a number of days since 1970-01-01."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.language import Language, quarter
from loaders.tables import Tables


def days(dates: pd.Series) -> np.ndarray:
    """Dates as whole days since 1970-01-01."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def index_of(value: str) -> int:
    """The number of a quarter, counted on without a gap: '2021-Q1' is 8084."""
    year, _, number = value.partition("-Q")
    return int(year) * 4 + int(number) - 1


def quarter_at(index: int) -> str:
    """The quarter of a number: 8084 is '2021-Q1'."""
    return f"{index // 4}-Q{index % 4 + 1}"


def first_day(index: int) -> int:
    """The first day of a numbered quarter, in days since 1970-01-01."""
    return int(np.datetime64(f"{index // 4}-{index % 4 * 3 + 1:02d}-01", "D").astype(np.int64))


def quarter_index(dates: pd.Series) -> np.ndarray:
    """The number of the quarter that each date lies in."""
    return (dates.dt.year * 4 + (dates.dt.month - 1) // 3).to_numpy()


def unbroken(quarters: Sequence[str]) -> list[str]:
    """All quarters from the first to the last, those between that are missing included."""
    numbers = [index_of(value) for value in quarters]
    return [quarter_at(number) for number in range(min(numbers), max(numbers) + 1)] if numbers else []


def quarter_of_events(tables: Tables) -> pd.Series:
    """The quarter of the briefing that tells of each event, in the order of the events."""
    return tables["events"]["briefing_id"].map(tables["briefings"].set_index("briefing_id")["quarter"])


def last_day_told(tables: Tables) -> pd.Timestamp:
    """The last day of the last quarter that a briefing tells of, whether or not one of the chosen events stands in it."""
    quarters = tables["briefings"]["quarter"]
    return pd.NaT if quarters.empty else pd.Timestamp(first_day(index_of(quarters.max()) + 1) - 1, unit="D")


def tick_words(quarters: Sequence[str], lang: Language, above: bool = False) -> list[str]:
    """Short words for a row of quarters: 'Q1', and the year at the first of each year, on the far side from the row."""
    words = []
    for position, value in enumerate(quarters):
        new = position == 0 or quarters[position - 1][:4] != value[:4]
        parts = [value[5:], *([f"<b>{value[:4]}</b>"] if new else [])]
        words.append("<br>".join(reversed(parts) if above else parts))
    return words if len(quarters) > 1 else [quarter(value, lang) for value in quarters]


def names_no_month(rows: pd.DataFrame) -> np.ndarray:
    """Whether the date of each row names no more than a quarter or a year: its band would fill a lane, and no month counts it."""
    return rows["date_precision"].isin(["quarter", "year"]).to_numpy()


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time drawn on `width` pixels, with room left and right of it for what lies outside."""

    first: int  # number of the first quarter
    last: int
    width: float
    before: float = 0  # pixels
    after: float = 0

    @property
    def start(self) -> int:
        return first_day(self.first)

    @property
    def end(self) -> int:
        return first_day(self.last + 1)

    @property
    def pixels_a_day(self) -> float:
        return (self.width - self.before - self.after) / (self.end - self.start)

    @property
    def range(self) -> tuple[float, float]:
        """Both ends in days, the rooms for what lies outside included."""
        return self.start - self.before / self.pixels_a_day, self.end + self.after / self.pixels_a_day


def pack(starts: Sequence[float], ends: Sequence[float], gap: float = 2) -> list[int]:
    """The row (from 0) of each stretch so that no two in a row meet: the first row that is free, in the order given.

    Give the stretches ordered by their start, in pixels.
    """
    free: list[float] = []
    rows = []
    for start, end in zip(starts, ends, strict=True):
        row = next((number for number, edge in enumerate(free) if edge + gap <= start), len(free))
        if row == len(free):
            free.append(end)
        else:
            free[row] = end
        rows.append(row)
    return rows
