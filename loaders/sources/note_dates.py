"""The few formal shapes of date that notes use: day, month or year, always with a year, in German, English and Russian.

Running text is richer and has a grammar of its own; a note's date needs no context.
"""

import re
from calendar import monthrange
from datetime import date

from loaders.sources.note_words import month_numbers

_MONTHS = month_numbers()
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?{_MONTH},?\s+{_YEAR}(?:\s*г\.?|\s*года)?",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_YEAR}-(?P<number>\d{{2}})-(?P<day>\d{{2}})",
        rf"(?P<day>\d{{1,2}})[./](?P<number>\d{{1,2}})[./]\s?{_YEAR}",
        rf"{_YEAR}\s?年\s?(?P<number>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日",
        rf"{_MONTH}\s+{_YEAR}",
        rf"{_YEAR}",
    )
)
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REACH = 24


def dates_in(text: str) -> list[tuple[int, int, str]]:
    """Formal dates with a year, as (start, end, '2021-03-02' or '2021-03' or '2021'), in order."""
    found: list[tuple[int, int, str]] = []
    for year in _ANY_YEAR.finditer(text):
        start = max(year.start() - _REACH, found[-1][1] if found else 0)
        for shape in _SHAPES:
            match = next((match for match in shape.finditer(text, start, year.end() + 8) if year.start() < match.end()), None)
            if match and _is_word(text, *match.span()) and (issued := _issued(match)):
                found.append((*match.span(), issued))
                break
    return found


def impossible_in(text: str) -> list[str]:
    """The formal dates of a text that no calendar has, as printed."""
    return [
        match[0] for shape in _SHAPES for match in shape.finditer(text) if _is_word(text, *match.span()) and _issued(match) == ""
    ]


def period_of(issued: str) -> tuple[date, date] | None:
    """First and last day of an `issued`; None for ''."""
    if not issued:
        return None
    year, month, day = (*map(int, issued.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1)
    return first, date(year, month or 12, day or monthrange(year, month or 12)[1])


def _is_word(text: str, start: int, end: int) -> bool:
    return not (start and (text[start - 1].isalnum() or text[start - 1] in "/-–")) and not (
        end < len(text) and (text[end].isalnum() or (text[end] in "/-–" and text[end + 1 : end + 2].isalnum()))
    )


def _issued(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = int(parts.get("number") or 0) or _MONTHS.get((parts.get("month") or "").lower(), 0)
    try:
        day = date(int(parts["year"]), month or 1, int(parts.get("day") or 1))
    except ValueError:
        return ""
    return day.isoformat()[: 10 if parts.get("day") else 7 if month else 4]
