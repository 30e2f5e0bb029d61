"""Which quarter a briefing reports on: told, in a title, in the file's name, or by most of its dates."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from loaders.document import Problem
from loaders.readers import _patterns

_MONTHS = ("jan jän", "feb", "mär mar mae", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dez dec")
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_DATED = re.compile(
    r"\b(?P<name>jan|jän|feb|mär|mar|mae|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,\s*)?(?P<y1>20\d\d)\b"
    r"|\b\d{1,2}\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>20\d\d)\b|\b(?P<y3>20\d\d)-(?P<m3>\d\d)-\d\d\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def quarter_in(words: str) -> str:
    """The quarter a title or a file name tells, as '2021-Q1'; '' where it tells none.

    >>> quarter_in("1. Quartal 2021")
    '2021-Q1'
    """
    return next((quarter for quarter in _told_in(words, "quarter") if quarter[0] != "-"), "")


def _told_in(words: str, kind: str) -> Iterator[str]:
    """The quarters that the patterns of a kind find, without a year ('-Q1') where the words tell none or several."""
    years = set(_YEAR.findall(words))
    for pattern, row in _patterns.rows_of(kind):
        if found := pattern.search(words):
            groups = found.groupdict()
            year = groups.get("year") or (next(iter(years)) if len(years) == 1 else "")
            for number in (row["value"] or groups["q"]).split():
                # '-4' is the last quarter of the year before.
                own = str(int(year) - 1) if number[0] == "-" else year
                yield f"{own if len(own) in (0, 4) else '20' + own}-Q{number.lstrip('-')}"


def quarter_of(told: str, titles: Sequence[str], headings: Sequence[str], text: str, name: str) -> tuple[str, list[Problem]]:
    """The quarter, and what is to be said of it. What a title only hints at ('Briefing 2/2021') counts where the dates agree."""
    stem = re.sub(r"[_\s]+", " ", PurePath(name).stem)
    titled = next(filter(None, map(quarter_in, titles)), "")
    named = quarter_in(stem)
    said = told or titled or named
    if not said:
        derived = _majority(" ".join(headings)) or _majority(text)
        if derived and any(_hints_at(words, derived) for words in (*titles, stem)):
            return derived, []
        return derived, [Problem("quarter-derived" if derived else "quarter-unknown", derived or name)]
    others = [(other, place) for other, place in ((titled, "title"), (named, "file")) if other and other != said]
    return said, [Problem("quarter-contradicted", said, details=(("other", other), ("place", place))) for other, place in others]


def _hints_at(words: str, quarter: str) -> bool:
    """Whether a title names an issue, a season or a month that may stand for a quarter, or the quarter without its year."""
    return any(quarter.endswith(hint) for kind in ("quarter", "issue") for hint in _told_in(words, kind))


def _majority(text: str) -> str:
    counts: Counter[str] = Counter()
    for found in _DATED.finditer(text):
        month = int(found["m2"] or found["m3"] or _MONTH_OF[found["name"].lower()])
        if 1 <= month <= 12:
            counts[f"{found['y1'] or found['y2'] or found['y3']}-Q{(month + 2) // 3}"] += 1
    # Of quarters told equally often the latest: a report looks back more often than ahead.
    return max(counts, key=lambda quarter: (counts[quarter], quarter), default="")
