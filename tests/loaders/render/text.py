"""Briefings as text: Markdown by other hands, and plain text in the ways it is published."""

import re
import textwrap
from collections.abc import Callable

from loaders.document import Briefing, Section
from tests.loaders.render._parts import paragraphs

_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", _RAISED_DIGITS)


def marked(section: Section, mark: Callable[[str], str]) -> str:
    """A section's text with its marks written by `mark`."""
    return "\n\n".join(
        "".join(words + "".join(map(mark, numbers)) for words, numbers in pieces) for pieces in paragraphs(section)
    )


def escaped(text: str) -> str:
    """Text in which Markdown sees no sign of its own."""
    return re.sub(r"([\\`*_\[\]<>#~|])", r"\\\1", text)


def house(briefing: Briefing) -> bytes:
    """The project's own Markdown, without front matter."""
    parts = [f"# {briefing.title}"]
    for section in briefing.sections:
        parts += [f"## {section.heading}", marked(section, lambda number: f"[^{number}]")]
    notes = "\n".join(f"[^{note.number}]: {note.text}" for note in briefing.footnotes)
    return "\n\n".join([*parts, notes, ""]).encode()


def with_deep_headings(briefing: Briefing) -> bytes:
    """Headings of the third level, notes below each section, text broken at 72 characters, comments between."""
    parts = [f"<!-- Entwurf vom 3. Mai 2019 -->\n\n{briefing.title}\n{'=' * 20}"]
    told: set[str] = set()
    for section in briefing.sections:
        text = textwrap.fill(
            escaped(marked(section, lambda number: f"\0{number}\1")), 72, break_on_hyphens=False, break_long_words=False
        )
        text = re.sub("\0(\\d+)\1", r"[^\1]", text)
        # A line that begins with a date and a full stop, or with a dash, is no list.
        text = re.sub(r"^(\d+)\. ", r"\1\\. ", text, flags=re.MULTILINE)
        parts += [f"### {escaped(section.heading)} ###", text, "<!--\n## Alt, 1. Januar 2001\n-->"]
        numbers = {mark.number for mark in section.marks} - told
        told |= numbers
        parts += [f"[^{note.number}]:\n    {escaped_note(note.text)}" for note in briefing.footnotes if note.number in numbers]
    parts += [f"[^{note.number}]: {escaped_note(note.text)}" for note in briefing.footnotes if note.number not in told]
    return "\r\n\r\n".join(parts).replace("\n", "\r\n").replace("\r\r", "\r").encode("utf-8-sig")


def escaped_note(text: str) -> str:
    """A note in which only words outside of its address are escaped."""
    head, sign, address = text.partition("http")
    return escaped(head) + sign + address


def with_bold_headings(briefing: Briefing) -> bytes:
    """Bold lines for headings, `[1]` for marks, a numbered list of sources at the end."""
    parts = [f"**{briefing.title}**"]
    for section in briefing.sections:
        parts += [f"**{section.heading}**", marked(section, lambda number: f"[{number}]")]
    notes = "\n".join(f"{note.number}. {note.text}" for note in briefing.footnotes)
    return "\n\n".join([*parts, "**Quellen**", notes, ""]).encode()


def _raised_in(section: Section) -> str:
    text = marked(section, lambda number: number.translate(_RAISED) + ",")
    return re.sub(f"([{_RAISED_DIGITS}]),(?![{_RAISED_DIGITS}])", r"\1", text)


def published(briefing: Briefing) -> bytes:
    """Plain text as published: unmarked headings, '[n]' glued to sentences, '  1. [1] …' at the end, no last line end."""
    parts = [briefing.title]
    for section in briefing.sections:
        parts += [section.heading, marked(section, lambda number: f"[{number}]")]
    notes = "\n".join(f"  {note.number}. [{note.number}] {note.text}" for note in briefing.footnotes)
    return "\n\n".join([*parts, notes]).encode()


def wrapped(briefing: Briefing) -> bytes:
    """Plain text broken at 80 characters, headings underlined, notes as '[1]: …', UTF-16."""
    parts = [f"{briefing.title}\n{'=' * len(briefing.title)}"]
    for section in briefing.sections:
        parts += [f"{section.heading}\n{'-' * len(section.heading)}"]
        parts += [textwrap.fill(text, 80) for text in marked(section, lambda number: f"[{number}]").split("\n\n")]
    parts += [
        textwrap.fill(f"[{note.number}]: {note.text}", 80, break_long_words=False, break_on_hyphens=False)
        for note in briefing.footnotes
    ]
    return ("\n\n".join(parts) + "\n").encode("utf-16")


def raised(briefing: Briefing) -> bytes:
    """Plain text with raised marks, every paragraph a line, no blank lines, notes below a heading."""
    lines = [briefing.title, "Verfasst von Anna Beispiel", "Stand: 3. Mai 2019"]
    for section in briefing.sections:
        lines += [section.heading, *_raised_in(section).split("\n\n")]
    lines += ["Anmerkungen:", *(f"{note.number.translate(_RAISED)} {note.text}" for note in briefing.footnotes)]
    return "\n".join(lines).encode()


FORMATS: dict[str, Callable[[Briefing], bytes]] = {
    "house.md": house,
    "deep.md": with_deep_headings,
    "bold.md": with_bold_headings,
    "published.txt": published,
    "wrapped.txt": wrapped,
    "raised.txt": raised,
}
