"""Writes a period in the forms in which briefings write it, for tests that read it back."""

from collections.abc import Iterator
from datetime import timedelta

from babel.dates import get_month_names

from loaders.dates import Period

MONTHS_DE = list(get_month_names("wide", locale="de").values())
MONTHS_EN = list(get_month_names("wide", locale="en").values())
SHORT_DE = ["Jan.", "Feb.", "Mär.", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."]
SHORT_EN = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
ORDINALS_DE = ("ersten", "zweiten", "dritten", "vierten")
ORDINALS_EN = ("first", "second", "third", "fourth")


def german(period: Period) -> Iterator[str]:
    """Every German form of a period."""
    first, last = period.start, period.end
    if period.precision == "year":
        yield from _years(first.year, last.year, " bis ")
    elif period.precision == "quarter":
        number = (first.month + 2) // 3
        yield from (f"{ORDINALS_DE[number - 1]} Quartal {first.year}", f"{number}. Quartal des Jahres {first.year}")
        yield f"Q{number}/{first.year}"
    elif period.precision == "month":
        yield from _months(period, MONTHS_DE, " bis ", " und ")
        yield from _months(period, SHORT_DE, " bis ", " und ")
    else:
        yield from _german_days(period, MONTHS_DE)
        yield from _german_days(period, SHORT_DE)
        yield from _numeric_days(period)


def english(period: Period) -> Iterator[str]:
    """Every English form of a period."""
    first, last = period.start, period.end
    if period.precision == "year":
        yield from _years(first.year, last.year, " to ")
    elif period.precision == "quarter":
        number = (first.month + 2) // 3
        yield from (f"{ORDINALS_EN[number - 1]} quarter of {first.year}", f"Q{number} {first.year}")
    elif period.precision == "month":
        yield from _months(period, MONTHS_EN, " to ", " and ")
        yield from _months(period, SHORT_EN, " to ", " and ")
    else:
        yield from _english_days(period, MONTHS_EN)
        yield from _english_days(period, SHORT_EN)


def _years(first: int, last: int, to: str) -> Iterator[str]:
    if first == last:
        yield str(first)
        return
    yield from (f"{first}{to}{last}", f"{first}–{last}", f"{first} – {last}", f"{first}-{last}")
    if last == first + 1:
        yield from (f"{first}/{last % 100:02}", f"{first}/{last}")


def _months(period: Period, names: list[str], to: str, und: str) -> Iterator[str]:
    first, last = period.start, period.end
    one, other = names[first.month - 1], names[last.month - 1]
    if one == other and first.year == last.year:
        yield f"{one} {first.year}"
    elif first.year == last.year:
        yield from (f"{one}{to}{other} {last.year}", f"{one}–{other} {last.year}", f"{one} {first.year}{to}{other} {last.year}")
        if last.month == first.month + 1:
            yield from (f"{one}{und}{other} {last.year}", f"{one}/{other} {last.year}")
    else:
        yield f"{one} {first.year}{to}{other} {last.year}"


def _german_days(period: Period, names: list[str]) -> Iterator[str]:
    first, last = period.start, period.end
    one, other = names[first.month - 1], names[last.month - 1]
    if first == last:
        yield from (f"{first.day}. {one} {first.year}", f"{first.day:02}. {one} {first.year}", f"{first.day} {one} {first.year}")
    elif first.year != last.year:
        yield from (f"{first.day}. {one} {first.year} {to} {last.day}. {other} {last.year}" for to in ("bis", "–", "bis zum"))
    elif first.month != last.month:
        yield from (f"{first.day}. {one}{to}{last.day}. {other} {last.year}" for to in (" bis ", " – ", "–", " bis zum ", "-"))
    else:
        tail = f"{last.day}. {one} {last.year}"
        yield from (f"{first.day}.{to}{tail}" for to in (" bis ", " – ", "–", "-", "—", " bis zum "))
    if last - first == timedelta(1):
        start = f"{first.day}." if first.month == last.month else f"{first.day}. {one}"
        year = f" {first.year}" if first.year != last.year else ""
        yield from (f"{start}{year}{und}{last.day}. {other} {last.year}" for und in (" und ", "/", " sowie "))


def _numeric_days(period: Period) -> Iterator[str]:
    first, last = period.start, period.end
    if first == last:
        yield from (f"{first:%d.%m.%Y}", f"{first.day}.{first.month}.{first.year}", f"{first.day}. {first.month}. {first.year}")
        yield from (first.isoformat(), f"{first:%d/%m/%Y}")
    else:
        yield from (f"{first:%d.%m.%Y}{to}{last:%d.%m.%Y}" for to in (" bis ", "–", " - "))
        if first.year == last.year:
            yield f"{first:%d.%m.}–{last:%d.%m.%Y}"
        if (first.year, first.month) == (last.year, last.month):
            yield f"{first.day}.–{last:%d.%m.%Y}"


def _english_days(period: Period, names: list[str]) -> Iterator[str]:
    first, last = period.start, period.end
    one, other = names[first.month - 1], names[last.month - 1]
    if first == last:
        yield from (f"{first.day} {one} {first.year}", f"{_nth(first.day)} of {one} {first.year}")
        yield from (f"{one} {first.day}, {first.year}", f"{one} {_nth(first.day)}, {first.year}")
    elif first.year != last.year:
        yield f"{first.day} {one} {first.year} to {last.day} {other} {last.year}"
        yield f"{one} {first.day}, {first.year} – {other} {last.day}, {last.year}"
    elif first.month != last.month:
        yield from (f"{first.day} {one}{to}{last.day} {other} {last.year}" for to in (" to ", " – ", "–"))
        yield from (f"{one} {first.day}{to}{other} {last.day}, {last.year}" for to in (" to ", " – "))
    else:
        yield from (f"{first.day}{to}{last.day} {one} {last.year}" for to in ("–", "-", " to ", " – "))
        yield from (f"{one} {first.day}{to}{last.day}, {last.year}" for to in ("–", " to ", "-"))
    if last - first == timedelta(1) and first.month == last.month:
        yield f"{first.day} and {last.day} {one} {last.year}"
        yield f"{one} {first.day} and {last.day}, {last.year}"


def _nth(day: int) -> str:
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"
