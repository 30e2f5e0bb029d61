"""Dates in words: a day, a range, a month, a quarter or a year, never more exact than the text is."""

from datetime import date

from babel.dates import format_date as babel_date

from dashboard.language import LOCALES, Language, Text, day, quarter

PRECISION = {
    "day": Text(de="auf den Tag genau", en="exact to the day"),
    "month": Text(de="nur auf den Monat genau", en="exact to the month only"),
    "quarter": Text(de="nur auf das Quartal genau", en="exact to the quarter only"),
    "year": Text(de="nur auf das Jahr genau", en="exact to the year only"),
}


def in_words(start: date, end: date, precision: str, lang: Language) -> str:
    """The period from `start` to `end` (inclusive) in words: '16.–17. September 2021', 'März 2021', 'Q1/2021', '2021'.

    `precision` is a row of the vocabulary `date_precisions`; anything unknown is written as days.
    """
    if precision == "month":
        return _range(_month(start, lang), _month(end, lang), start.year == end.year)
    if precision == "quarter":
        return _range(quarter(quarter_of(start), lang), quarter(quarter_of(end), lang), False)
    if precision == "year":
        return _range(str(start.year), str(end.year), False, tight=True)
    return _days(start, end, lang)


def quarter_of(value: date) -> str:
    """The quarter a day lies in: '2021-Q1'."""
    return f"{value.year}-Q{(value.month + 2) // 3}"


def last_day(quarter_: str) -> date:
    """The last day of a quarter such as '2021-Q1'. Raises ValueError for anything else."""
    year, _, number = quarter_.partition("-Q")
    if number not in ("1", "2", "3", "4"):
        raise ValueError(f"{quarter_!r} is no quarter; write it like 2021-Q1")
    month, day_ = {"1": (3, 31), "2": (6, 30), "3": (9, 30), "4": (12, 31)}[number]
    return date(int(year), month, day_)


def _days(start: date, end: date, lang: Language) -> str:
    if start == end:
        return day(start, lang)
    dot = "." if lang == "de" else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{dot}–{day(end, lang)}"
    return _range(day(start, lang), day(end, lang), start.year == end.year)


def _month(value: date, lang: Language) -> str:
    return str(babel_date(value, "LLLL y", locale=LOCALES[lang]))


def _range(first: str, last: str, same_year: bool, tight: bool = False) -> str:
    if first == last:
        return first
    if same_year:
        first = first.rsplit(" ", 1)[0]
    return f"{first}–{last}" if tight else f"{first} – {last}"
