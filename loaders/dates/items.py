"""The items of which time expressions consist, each one date, month, quarter, half-year, season, week or year."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from loaders.dates import periods
from loaders.dates.numerals import Token
from loaders.dates.periods import Period


class Item(NamedTuple):
    """One date. `number` is the day of the month, the quarter or the half; 0 stands for what is not said."""

    unit: str
    start: int
    end: int
    year: int = 0
    month: int = 0
    number: int = 0
    last_year: int = 0
    month_first: bool = False
    is_vague: bool = False  # without its year as well a name or number: "Mai", "13.6."

    @property
    def place_in_year(self) -> tuple[int, int]:
        months = {"quarter": 3 * self.number - 2, "half": 6 * self.number - 5}
        return months.get(self.unit, self.month), self.number if self.unit == "day" else 0

    def period(self, year: int) -> Period | None:
        """The time meant, in `year` where the item names none; None where the calendar has no such day."""
        return _BUILDERS[self.unit](self, self.year or year)


class Part(NamedTuple):
    """A stretch of an expression that means one time: an item, or the first and the last one of a range."""

    first: Item
    last: Item
    joined: str  # 'and' where it may go on from the part before, else 'apart' (it is the first, or 'und am …' begins anew)

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.last.end

    @property
    def is_dated(self) -> bool:
        """Whether the text itself names the year."""
        return bool(self.first.year)

    def period(self, year: int) -> Period | None:
        """The time meant, both ends included; `year` is that of the start where none is named. None if impossible."""
        first = self.first.period(year)
        if self.last is self.first or first is None:
            return first
        turn = not self.last.year and self.last.place_in_year < self.first.place_in_year
        last = self.last.period(first.start.year + turn)
        # '30. bis 2. Juli' does not say which month it begins in: nothing is guessed.
        if last is None or (turn and self.first.month == self.last.month):
            return None
        return periods.span(first, last)


def read_item(tokens: Sequence[Token], unit: str) -> Item:
    said: dict[str, int] = {}
    for token in tokens:
        said.update(zip(_SAID.get(token.kind, ()), token.value, strict=False))
    kind = tokens[0].kind
    if unit == "full":
        unit = _FULL[kind]
    elif unit == "day" and tokens[1:2] and tokens[1].kind == "n":
        said = {"number": tokens[0].value[0], "month": tokens[1].value[0], "year": tokens[2].value[0]}
    elif unit == "week" and "month" in said:
        said["number"] = said.pop("month")
    elif unit == "half" and "month" in said:
        unit = "month"
    is_vague = len(tokens) == 1 and "year" not in said and (unit in ("month", "season") or kind == "j")
    return Item(unit, tokens[0].start, tokens[-1].end, **said, month_first=unit == "day" and kind in "mM", is_vague=is_vague)


# What the numbers of each kind of token say.
_SAID: dict[str, tuple[str, ...]] = (
    {
        "i": ("year", "month", "number"),
        "j": ("number", "month"),
        "k": ("year", "month"),
        "z": ("year", "number"),
        "W": ("year", "number"),
        "X": ("number", "year"),
        "Y": ("year", "last_year"),
        "y": ("year",),
    }
    | dict.fromkeys("mMNs", ("month",))
    | dict.fromkeys("dDoOnQH", ("number",))
)
_FULL = {"i": "day", "z": "quarter", "W": "week"}
UNDATED = frozenset(("year", "bare", "never"))
_BUILDERS: dict[str, Callable[[Item, int], Period | None]] = {
    "day": lambda item, year: periods.day(year, item.month, item.number),
    "month": lambda item, year: periods.months(year, item.month),
    "season": lambda item, year: periods.months(year, item.month, 3),
    "quarter": lambda item, year: periods.quarter(year, item.number) if item.number <= 4 else None,
    "half": lambda item, year: periods.quarter(year, 2 * item.number - 1, 2) if item.number <= 2 else None,
    "week": lambda item, year: periods.week(year, item.number),
    "turn": lambda item, year: periods.months(year - (not item.last_year and bool(item.year)), 12, 2),
    "year": lambda item, year: periods.years(year, item.last_year or year),
    "never": lambda *_: None,
}
