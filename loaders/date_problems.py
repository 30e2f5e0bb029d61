"""What is to be reported of the times of a section and its events."""

from collections.abc import Iterator, Sequence

from loaders.dates import DateMention, DateReading, Period
from loaders.document import Problem, Section
from loaders.passage import Passage

# How much of a clause a problem quotes, in characters.
_SHOWN = 80


def date_problems(reading: DateReading, section: Section) -> Iterator[Problem]:
    """The dates of a section that cannot be, that nothing completes, or that were read otherwise than printed."""
    found = [(start, text, "date-impossible") for start, _, text in reading.impossible]
    found += [(start, text, "date-unresolved") for start, _, text in reading.unresolved]
    found += [(remark.start, remark.text, remark.code) for remark in reading.remarks]
    for start, text, code in found:
        yield Problem(code, text, section.line_at(start), section.number)


def heading_problem(section: Section, headed: Sequence[DateMention], text: str) -> Problem:
    """A heading whose dates contradict the section, where its main event has the date `text`."""
    details = (("heading", section.heading), ("text", text))
    return Problem("heading-date", ", ".join(date.text for date in headed), section.line, section.number, details)


def late_problem(passage: Passage, period: Period, quarter: str) -> Problem:
    """What is told as past although it lies behind the quarter: the words decide the status, never a date."""
    section, details = passage.section, (("quarter", quarter), ("text", shown(passage)))
    said = passage.date_text or period.edtf
    return Problem("occurred-after-quarter", said, section.line_at(passage.date_start), section.number, details)


def shown(passage: Passage) -> str:
    """The beginning of a passage, as problems quote it."""
    return passage.text[:_SHOWN]
