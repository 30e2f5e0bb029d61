"""The words by which a reader tells headings of notes, page furniture and quarters: `data/vocabularies/reader_patterns.csv`.

Kinds of rows:
- `quarter`, `issue`, `looking` and `chair` are searched in a title. `quarter` and `issue` have named groups q and year; where the
  words name the quarter, the cell `value` does, with '-4' for the last one of the year before. `issue` is what may stand for the
  quarters of `value`, such as a season; `looking` are words for a part that looks at another quarter.
- `notes` and `skipped` are whole headings: of the list of notes, of a part that is none of the briefing's. `never-told` are those
  among the latter that are none even where they tell of dates.
- `chrome` are whole lines that belong to the page wherever they stand, `preamble` those before the first section.
"""

import re
from functools import cache

from loaders.vocabulary import Row, default

_MONTH = r"(?:Jan|Jän|Feb|Mär|Mae|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)[a-zä]{0,6}\.?"
DATE = (
    rf"(?:(?:\d{{1,2}}\.?\s+)?{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,\s+)?(?:19|20)\d\d"
    r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d\d-\d\d)"
    r"(?:,?\s*(?:um\s+|at\s+)?\d{1,2}[:.]\d\d(?:\s*(?:Uhr|am|pm|h|UTC|MEZ))?)?"
)

# What every row of the kind `quarter` needs (a test tries them all).
QUARTER_SIGN = re.compile(r"q|viertel|\bvj|three months|\b(?:jan|apr|jul|o[ck]t)", re.IGNORECASE)
_DAY = re.compile(DATE, re.IGNORECASE)


# The same without a year.
_ANY_DAY = re.compile(rf"{DATE}|\b\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH}(?!\w)|\b{_MONTH}\s\d{{1,2}}\b", re.IGNORECASE)


def tells_day(text: str) -> bool:
    """Whether a text names a day, or a month with its year."""
    return bool(_ANY_DAY.search(text))


def begins_with_day(text: str) -> bool:
    """Whether a text begins with a day, or a month with its year."""
    return bool(_ANY_DAY.match(text))


def names_day(text: str) -> bool:
    """Whether a text names a day or a month with its year."""
    return bool(_DAY.search(text))


def compiled(row: Row) -> re.Pattern[str]:
    """A row's pattern; `{date}` in it stands for any single date with its year."""
    flags = re.IGNORECASE if row["kind"] != "preamble" else re.NOFLAG
    return re.compile(row["pattern"].replace("{date}", f"(?:{DATE})"), flags)


@cache
def rows_of(kind: str) -> tuple[tuple[re.Pattern[str], Row], ...]:
    """The compiled patterns of one kind with their rows, in the order of the file."""
    return tuple((compiled(row), row) for row in default().rows("reader_patterns") if row["kind"] == kind)


@cache
def _any(kind: str) -> re.Pattern[str]:
    # Case is folded inside the groups, as `preamble` needs capitals to tell names.
    alternatives = (f"(?{'i' if pattern.flags & re.IGNORECASE else ''}:{pattern.pattern})" for pattern, _ in rows_of(kind))
    return re.compile("|".join(alternatives))


def is_whole(kind: str, text: str) -> bool:
    """Whether a short text as a whole is one of this kind."""
    return len(text) <= 240 and bool(_any(kind).fullmatch(text.strip("()[] ")))


def is_heading_of(kind: str, text: str) -> bool:
    """The same for a heading: its numbering ('5.', 'IV.') and a closing colon do not matter."""
    return len(text) <= 120 and is_whole(kind, _NUMBERING.sub("", text).rstrip(" :"))


_NUMBERING = re.compile(r"^(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+")
