"""Finds the times a text speaks of: days, lists and ranges of them, months, quarters and years, German and English.

The way in order: cut the text into runs of date words (`tokens`), read them by the grammar (`grammar`), take missing
years from the context (`years`), resolve relative phrases (`relatives`), and tell a time at which something happens
from one that names, counts, asks or publishes (`uses`); `reader` does so for one text, `told` holds what it has read so far.
A week is a range of days where its days are certain, else its month, with a remark (`weeks`, `remarks`).
General date libraries misread German ranges and lists, hence this grammar.
"""

from loaders.dates import periods
from loaders.dates.mentions import DateContext, DateMention, DateReading, Fault
from loaders.dates.periods import Period
from loaders.dates.reader import heading_times, read
from loaders.vocabulary import Vocabulary, default

__all__ = [
    "DateContext",
    "DateMention",
    "DateReading",
    "Period",
    "find_dates",
    "heading_period",
    "heading_periods",
    "impossible_dates",
    "read_dates",
]


def read_dates(text: str, context: DateContext, vocabulary: Vocabulary | None = None) -> DateReading:
    """The times a text tells, with the dates that cannot be and those that nothing completes."""
    return read(text, context, vocabulary or default())


def find_dates(text: str, context: DateContext, vocabulary: Vocabulary | None = None) -> list[DateMention]:
    """The times a text tells, in order and without overlap; a range is one mention, days apart are several."""
    return read_dates(text, context, vocabulary).mentions


def impossible_dates(text: str, context: DateContext | None = None, vocabulary: Vocabulary | None = None) -> list[Fault]:
    """Dates no calendar has, such as '31. Februar' or a range that runs backwards, as (start, end, text)."""
    return read_dates(text, context or DateContext(), vocabulary).impossible


def heading_periods(heading: str, context: DateContext, vocabulary: Vocabulary | None = None) -> tuple[Period, ...]:
    """The times a heading gives for its section's events, in order."""
    return heading_times(heading, context.quarter, context.language, vocabulary or default())


def heading_period(heading: str, context: DateContext, vocabulary: Vocabulary | None = None) -> Period | None:
    """The time a heading gives; of several the stretch from the first to the last. None where it gives none."""
    found = heading_periods(heading, context, vocabulary)
    if not found:
        return None
    first, last = min(found, key=lambda period: period.start), max(found, key=lambda period: period.end)
    return periods.span(first, last) or first
