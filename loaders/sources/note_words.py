"""The words by which the parts of a note are told: `data/vocabularies/note_words.csv`.

A row gives a `pattern` of one `kind` in one `language`, a `value` (the number of a month) and an `example`, a note in which
the pattern stands. Notes mix languages: all rows of a kind count in every note.
"""

from functools import cache

from loaders.patterns import by_kind
from loaders.vocabulary import default


def words(kind: str) -> str:
    """A group that fits any word of a kind. Raises KeyError for a kind without rows."""
    return _by_kind()[kind]


def month_numbers() -> dict[str, int]:
    """Months and their abbreviations, in small letters, with their numbers: those of `date_words.csv`, and Russian ones."""
    dates = ((row["words"], row["value"]) for row in default().rows("date_words") if row["kind"] in ("month", "abbreviation"))
    notes = ((row["pattern"], row["value"]) for row in default().rows("note_words") if row["kind"] == "month")
    return {word.lower(): int(value) for words, value in (*dates, *notes) for word in words.split("|")}


@cache
def _by_kind() -> dict[str, str]:
    return by_kind(default().rows("note_words"))
