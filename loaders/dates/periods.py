"""A stretch of time with its precision, and the few calendar sums that make one."""

import calendar
from datetime import date, timedelta
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "quarter", "year"]

# From fine to coarse: of two different precisions the coarser one holds for both.
PRECISIONS: tuple[Precision, ...] = ("day", "month", "quarter", "year")

# ISO 8601-2 (EDTF level 2) writes the quarters of a year as the "months" 33 to 36.
_EDTF_FIRST_QUARTER = 33


class Period(NamedTuple):
    """`start` to `end`, both included. A month runs from its first to its last day, a quarter and a year likewise.

    'Anfang Juni', 'Mitte Juni' and 'Ende Juni' are the whole of June with precision 'month', 'Ende 2021' the whole
    year with precision 'year': the words promise no days. A season or half-year keeps its exact three or six months.
    """

    start: date
    end: date
    precision: Precision

    @property
    def edtf(self) -> str:
        """The period in EDTF (ISO 8601-2): '2021-09-16/2021-09-17', '2021-09', '2021-34' (second quarter), '2021'."""
        first, last = _written(self.start, self.precision), _written(self.end, self.precision)
        return first if first == last else f"{first}/{last}"

    def days_to(self, other: "Period") -> int:
        """The days between two periods, 0 where they meet or overlap."""
        return max((other.start - self.end).days, (self.start - other.end).days, 0)


def day(year: int, month: int, number: int) -> Period | None:
    """A day, None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    found = date(year, month, number)
    return Period(found, found, "day")


def months(year: int, month: int, count: int = 1, precision: Precision = "month") -> Period:
    """`count` whole months from the first of `month`, which may lie before 1 or beyond 12 and then counts on."""
    first, last = _month(year, month), _month(year, month + count - 1)
    return Period(first, last.replace(day=calendar.monthrange(last.year, last.month)[1]), precision)


def quarter(year: int, number: int, count: int = 1) -> Period:
    """`count` calendar quarters; `number` counts from 1 and may run beyond 4 or below 1."""
    return months(year, 3 * number - 2, 3 * count, "quarter")


def week(year: int, number: int) -> Period | None:
    """The days of a calendar week (ISO 8601), Monday to Sunday; None where the year has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Period(monday, monday + timedelta(days=6), "day")


def years(first: int, last: int) -> Period:
    """All days of the years `first` to `last`."""
    return Period(date(first, 1, 1), date(last, 12, 31), "year")


def span(first: Period, last: Period) -> Period | None:
    """From the start of `first` to the end of `last` in the coarser precision, None where that runs backwards."""
    if first.start > last.start or first.end > last.end:
        return None
    return Period(first.start, last.end, max(first.precision, last.precision, key=PRECISIONS.index))


def shifted(period: Period, unit: str, steps: int) -> Period | None:
    """The day, month, quarter or year `steps` units after the end of a period (before its start where negative).

    `steps` 0 of unit 'day' is the last day of the period. Of unit 'weekday' they are the day of the week, 1 for Monday:
    the first such day after the period or (negative) before it; of unit 'date' the day of the month in which it begins.
    A 'calendar week' lasts from Monday to Sunday (`steps` 0 is the one in which the period begins), a 'weekend' from Saturday.
    None beyond the calendar's end.
    """
    base = period.start if steps < 0 else period.end
    try:
        if unit in ("day", "week"):
            found = base + timedelta(days=steps * (7 if unit == "week" else 1))
            return Period(found, found, "day")
        if unit == "weekday":
            ahead = (abs(steps) - base.isoweekday()) % 7
            found = base + timedelta(days=(ahead or 7) if steps > 0 else ahead - 7)
            return Period(found, found, "day")
        if unit == "calendar week":
            return week(*(base + timedelta(days=7 * steps)).isocalendar()[:2])
        if unit == "weekend":
            saturday = base + timedelta(days=(5 - base.weekday()) % 7 if steps > 0 else -base.weekday() - 2)
            return Period(saturday, saturday + timedelta(days=1), "day")
        if unit == "date":
            return day(period.start.year, period.start.month, steps)
        if unit == "month":
            return months(base.year, base.month + steps)
        if unit == "quarter":
            return quarter(base.year, (base.month + 2) // 3 + steps)
        return years(base.year + steps, base.year + steps)
    except (ValueError, OverflowError):
        return None


def in_year(period: Period, year: int) -> Period | None:
    """The same days or months so many years on or back that it begins in `year`; None where a day is missing there."""
    first, last = period.start, period.end
    if period.precision != "day":
        return months(year, first.month, 12 * (last.year - first.year) + last.month - first.month + 1, period.precision)
    start, end = day(year, first.month, first.day), day(year + last.year - first.year, last.month, last.day)
    return span(start, end) if start and end else None


def _month(year: int, month: int) -> date:
    years_on, index = divmod(month - 1, 12)
    return date(year + years_on, index + 1, 1)


def _written(moment: date, precision: Precision) -> str:
    if precision == "day":
        return moment.isoformat()
    if precision == "month":
        return f"{moment.year:04}-{moment.month:02}"
    if precision == "quarter":
        return f"{moment.year:04}-{_EDTF_FIRST_QUARTER + (moment.month - 1) // 3}"
    return f"{moment.year:04}"
