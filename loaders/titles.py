"""Short titles of events: the heading without its date, or the words of the text that state the event."""

import re
from collections.abc import Iterable, Mapping

from loaders.passage import Passage, Span

_LONGEST = 110
_CONTEXT = 7  # words shown before a clause that cannot stand alone
# What leads to a date in a heading and makes no sense without it.
_LEAD = re.compile(
    r"[\s,;:(–—-]*(?:\b(?:am|vom|im|in|bis|ab|seit|zum|on|from|at)\b[\s,]*(?:(?:den|dem|der|the)\b[\s,]*)?)?$", re.IGNORECASE
)
_JOINING = re.compile(r"^(?:(?:und|sowie|and)\s+)", re.IGNORECASE)
_CUT = re.compile(r"[;:]\s")
# Openers that point to the sentence before; what follows them stands alone.
_POINTING = re.compile(
    r"^(?:Gleichfalls|Ebenfalls|Ebenso|Außerdem|Zudem|Ferner|Überdies|Auch(?=\s(?:am|im|in|vom|der|die|das)\s)|Also|Likewise|Moreover),?\s+"
)
_PAUSE = re.compile(r"(?<=[^\d]),\s|;\s|:\s|\s[–—]\s")
_SHORTEST = 45  # a title is not cut at a comma before this many characters
_CLOSING = " ,;:–—-("


def from_heading(heading: str, dates: Iterable[Span]) -> str:
    """The heading without its dates and what leads to them; the whole heading where nothing else would be left."""
    title = heading
    for start, end in sorted(dates, reverse=True):
        title = _without(title, start, end)
    return _tidied(title) or _tidied(heading)


def from_passage(passage: Passage, names: Mapping[Span, str] | None = None) -> str:
    """The event's clause in the text's own words, cut at a pause or a word's end to at most about 110 characters.

    A clause that hangs on the words before it (a relative clause, the second half of an 'and') is given the last of those.
    `names` are the actors that pronouns stand for, by the pronoun's span in the section: 'er' becomes the person's name.
    """
    text = passage.section.text
    before = text[passage.sentence_start : passage.start].rstrip()
    clause = _named(passage, names or {})
    if not before or before[-1] in ";:":
        return _shortened(_tidied(_JOINING.sub("", clause)))
    words = _CUT.split(before)[-1].split()
    lead = " ".join(words[-_CONTEXT:])
    return _shortened(("" if len(words) <= _CONTEXT else "… ") + _tidied(f"{lead} {clause}", is_start=len(words) <= _CONTEXT))


def _named(passage: Passage, names: Mapping[Span, str]) -> str:
    clause = passage.text
    for (start, end), name in sorted(names.items(), reverse=True):
        if passage.holds(start) and end <= passage.end:
            clause = clause[: start - passage.start] + name + clause[end - passage.start :]
    return _POINTING.sub("", _part_with(clause, passage.date_text))


def _part_with(clause: str, date: str) -> str:
    """Of halves parted by a semicolon or colon the one that holds the date."""
    return next((part for part in _CUT.split(clause) if date in part), clause) if date else clause


def _without(text: str, start: int, end: int) -> str:
    before = _LEAD.sub("", text[:start])
    after = text[end:].removeprefix(")")
    comma = after[:1] == "," and text[start - 2 : start].strip() == ","
    return before + (after[1:] if comma else after)


def _tidied(text: str, is_start: bool = True) -> str:
    words = " ".join(text.split()).strip(_CLOSING).removesuffix(".")
    for sign in ",;.":
        words = words.replace(f" {sign}", sign)
    return words[:1].upper() + words[1:] if is_start else words


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    pauses = [found.start() for found in _PAUSE.finditer(text, _SHORTEST, _LONGEST)]
    if pauses:
        return text[: pauses[-1]].rstrip(_CLOSING)
    cut = text.rfind(" ", 0, _LONGEST)
    return text[: cut if cut > 0 else _LONGEST].rstrip(_CLOSING) + " …"
