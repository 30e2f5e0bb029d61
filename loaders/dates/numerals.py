"""Numbers that are dates or parts of them: '13.06.2019', '2023/24', '2022-Q3', '2023-W20'."""

import re
from collections.abc import Callable
from typing import NamedTuple

_DASH = r"[-\u2010-\u2015\u2212]"
GAP = r"[^\S\n]*(?:\n[^\S\n]*)?"
_YEAR = r"(?:1[5-9]|20)[0-9][0-9]"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_END = r"(?![\w])(?!\.[0-9])"
# The kinds of numbers that stand for themselves, each as a group; a lone day or number is read by `tokens`.
NUMERALS = rf"""
     (?P<iso>{_YEAR}(?P<mark>[-./])[0-9]{{2}}(?P=mark)[0-9]{{2}})(?![0-9/-])
    |(?P<z>{_YEAR}{GAP}[-/]?{GAP}Q[1-4])\b
    |(?P<W>{_YEAR}-?W[0-9]{{2}})\b
    |(?P<dmy>[0-9]{{1,2}}(?:\.\s?[0-9]{{1,2}}\.\s?|/[0-9]{{1,2}}/|-[0-9]{{1,2}}-){_YEAR})(?![0-9])
    |(?P<short>{_DAY}\.{_MONTH}\.[0-9]{{2}})(?![0-9]|\.[0-9])
    |(?P<j>{_DAY}\.[^\S\n]?{_MONTH}\.)(?![0-9])
    |(?P<k>{_MONTH}[/.]{_YEAR}|{_YEAR}-(?:0[1-9]|1[0-2]))(?![0-9/-]){_END}
    |(?P<X>[1-5]?[0-9]/{_YEAR})(?![0-9/-]){_END}
    |(?P<Y>(?:19|20)[0-9][0-9](?:/|{_DASH})(?:19|20)?[0-9]{{2}})(?![0-9/-]){_END}
    |(?P<y>{_YEAR}){_END}(?![:/][0-9])(?!-[0-9]{{1,3}}(?![0-9]))
    |(?P<apostrophe>['’‘][0-9]{{2}}){_END}
    |(?P<R>{_DASH})"""
_DIGITS = re.compile(r"[0-9]+")
# A year of two digits belongs to this century up to here.
_LAST_SHORT_YEAR = 69


class Token(NamedTuple):
    """A word or number: its kind as a letter, its span, and its number or numbers (year, month, day)."""

    kind: str
    start: int
    end: int
    value: tuple[int, ...]


def numeral(group: str, text: str, start: int, end: int) -> Token | None:
    """The token of a number that matched a group of `NUMERALS`; None for what only looks like one."""
    numbers = tuple(map(int, _DIGITS.findall(text, start, end)))
    if group == "dmy":
        return _written_day(start, end, numbers, "." in text[start:end])
    return _READERS.get(group, _plain)(group, start, end, numbers)


def _plain(group: str, start: int, end: int, numbers: tuple[int, ...]) -> Token:
    return Token(group, start, end, numbers)


def _iso(_: str, start: int, end: int, numbers: tuple[int, ...]) -> Token:
    return Token("i", start, end, numbers)


def _written_day(start: int, end: int, numbers: tuple[int, ...], dotted: bool) -> Token:
    """Day first, as in Europe; month first only where nothing else can be, and never with full stops."""
    first, second, year = numbers
    if second > 12 >= first and not dotted:
        first, second = second, first
    return Token("i", start, end, (year, second, first))


def _short_day(_: str, start: int, end: int, numbers: tuple[int, ...]) -> Token:
    number, month, year = numbers
    return Token("i", start, end, (_of_century(year), month, number))


def _short_year(_: str, start: int, end: int, numbers: tuple[int, ...]) -> Token:
    return Token("y", start, end, (_of_century(*numbers),))


def _of_century(year: int) -> int:
    return year + (2000 if year <= _LAST_SHORT_YEAR else 1900)


def _month_of_year(_: str, start: int, end: int, numbers: tuple[int, ...]) -> Token:
    return Token("k", start, end, (max(numbers), min(numbers)))


def _pair_of_years(_: str, start: int, end: int, numbers: tuple[int, ...]) -> Token | None:
    """2022/23, 2022/2023 and 1999/00; 2022/19 is none."""
    first, last = numbers
    if last < 100:
        last += first - first % 100 + (100 if last == 0 else 0)
    return Token("Y", start, end, (first, last)) if last > first else None


_READERS: dict[str, Callable[[str, int, int, tuple[int, ...]], Token | None]] = {
    "iso": _iso,
    "short": _short_day,
    "apostrophe": _short_year,
    "k": _month_of_year,
    "Y": _pair_of_years,
}
