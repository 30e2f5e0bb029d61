"""Short titles of events: the heading without its date, or the event's own clause without what a title does not need."""

import re
from collections.abc import Iterable

from loaders.passage import Passage, Span

_LONGEST = 110
# What leads to a date and makes no sense without it.
_LEAD = re.compile(
    r"[\s,;:(–—-]*\b(?:(?:am|vom|im|in|bis|ab|seit|zum|für|den|dem|der|von|on|from|at|during|Montag|Dienstag|Mittwoch|Donnerstag|Freitag"
    r"|Samstag|Sonntag)\b[\s,]*)*$",
    re.IGNORECASE,
)
_JOINING = {"", "und", "sowie", "wobei", "and"}
_OPENING = re.compile(r"^(?:[,;:–—\s]+|(?:und|sowie|wobei|and)\s+)+", re.IGNORECASE)
_CLOSING = " ,;:–—-("


def from_heading(heading: str, dates: Iterable[Span]) -> str:
    """The heading without its dates and what leads to them; the whole heading where nothing else would be left."""
    title = heading
    for start, end in sorted(dates, reverse=True):
        title = _without(title, start, end)
    return _tidied(title) or _tidied(heading)


def from_passage(passage: Passage) -> str:
    """The clause, its date left out where it does not open the clause, cut at a word's end to about 110 characters."""
    text, start, end = passage.text, passage.date_start - passage.start, passage.date_end - passage.start
    lead = _LEAD.search(text[: max(start, 0)])
    opens = lead is not None and text[: lead.start()].strip(" ,;:–—„“\"'").casefold() in _JOINING
    if passage.date_end > passage.date_start and not opens and 0 <= start < end <= len(text):
        text = _without(text, start, end)
    return _shortened(_tidied(_OPENING.sub("", text)))


def _without(text: str, start: int, end: int) -> str:
    before = _LEAD.sub("", text[:start])
    after = text[end:].removeprefix(")")
    comma = after[:1] == "," and text[start - 2 : start].strip() == ","
    return before + (after[1:] if comma else after)


def _tidied(text: str) -> str:
    words = " ".join(text.split()).strip(_CLOSING).removesuffix(".")
    words = re.sub(r"\s+([,;.])", r"\1", words)
    return words[:1].upper() + words[1:]


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    cut = text.rfind(" ", 0, _LONGEST)
    return text[: cut if cut > 0 else _LONGEST].rstrip(_CLOSING) + " …"
