"""From the notes of a file to the footnotes of a briefing, and whether these fit its markers."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from loaders.document import Footnote, Mark, Problem
from loaders.readers._marks import RAISED
from loaders.readers._text import Inline

_CONTROL_PREFIX = "(?:\ue002\\d+\ue003|\\s)*"
# A label that no running text begins with: '[3]', '3. [3]', '[^3]:', a raised number.
STRONG_LABEL = re.compile(
    rf"^{_CONTROL_PREFIX}(?:\d{{1,3}}[.)]\s*)?"
    rf"(?:\[\^?(?P<bracket>\d{{1,3}})\]|\ue000(?P<mark>[^\ue001]{{1,8}})\ue001|(?P<raised>[{RAISED}]{{1,3}}))[:.)]?\s*"
)
# A label that only a list of notes makes one: '3.', '3)', '(3)', '3:', '3 '.
WEAK_LABEL = re.compile(rf"^{_CONTROL_PREFIX}(?:\(?(?P<number>\d{{1,3}})[.):](?=\D)|(?P<bare>\d{{1,3}})(?=\s+\S))\s*")
_NUMBERED = re.compile(rf"^{_CONTROL_PREFIX}(\d{{1,3}})[.)]\s+(?=\D)")
# Signs that lead back from a note to its marker.
_BACK_SIGNS = "↩⤴⏎↑↵"
_BACK = re.compile(rf"(?:\s*[{_BACK_SIGNS}]\ufe0e?\d*)+\s*$")
_BACK_BEFORE = re.compile(r"[\^↑]\s*(?:(?:\[?[a-z]\]?|\d+[.,]\d+)\s+)*")
_MARK = re.compile("\ue000([^\ue001]*)\ue001")


class Note(NamedTuple):
    """A note before its text is cleaned."""

    number: str
    raw: str
    line: int = 0
    place: int = 0  # how many blocks of the body stand before it


def footnotes(notes: Iterable[Note]) -> tuple[tuple[Footnote, ...], list[Problem]]:
    """The notes by number. Of a number defined twice the first text counts; the other one is kept in the problem."""
    by_number: dict[str, Footnote] = {}
    problems = []
    for note in notes:
        found = _footnote(note)
        if not found.text:
            problems.append(Problem("footnote-empty", note.number, note.line))
        elif note.number not in by_number:
            by_number[note.number] = found
        elif by_number[note.number].text != found.text:
            details = (("text", found.text), ("first", str(by_number[note.number].line)))
            problems.append(Problem("footnote-doubled", note.number, note.line, details=details))
    return tuple(by_number.values()), problems


def _footnote(note: Note) -> Footnote:
    # Markers inside a note are words of it.
    label = STRONG_LABEL.match(note.raw) or _NUMBERED.match(note.raw)
    raw = note.raw[label.end() :] if label and note.number in label.groups() else note.raw
    inline = Inline.of(_MARK.sub(r"[\1]", raw))
    text, hidden = inline.text, []
    for start, end, url in sorted(inline.links, reverse=True):
        shown = text[start:end]
        if is_shortened(shown, url):
            text = text[:start] + url + text[end:]
        elif _bare(url) not in _bare(text) and url not in hidden:
            hidden.append(url)
    if any(sign in text for sign in _BACK_SIGNS):
        text = _BACK.sub("", text)
    if text[:1] in "^↑":
        text = _BACK_BEFORE.sub("", text)
    return Footnote(note.number, text.lstrip(":;,. "), note.line, tuple(reversed(hidden)))


def is_shortened(shown: str, url: str) -> bool:
    """Whether a text shows an address in a shortened form ('eng.sectsco.org/news/…') that leads to `url`.

    >>> is_shortened("sectsco.org/news/1.html", "http://sectsco.org/news/1.html")
    True
    >>> is_shortened("sectsco.org/…/1.html", "http://sectsco.org/news/1.html")
    True
    """
    words = shown.strip()
    if not words or " " in words or "." not in words.replace("...", "…"):
        return False
    head, gap, tail = _bare(words).replace("...", "…").partition("…")
    address = _bare(url)
    if not gap:
        is_bare = head == address and "/" in head and "://" not in words
        return is_bare or (len(head) < len(address) and address.startswith(head) and address[len(head) :][:1] in "/?#")
    return address.startswith(head) and address.endswith(tail.rstrip("…"))


def _bare(url: str) -> str:
    return re.sub(r"^(?:\w+://)?(?:www\.)?", "", url.strip()).rstrip("/")


def checked(marks: Iterable[tuple[int, int, Mark]], notes: Sequence[Footnote]) -> list[Problem]:
    """What does not fit: markers without a note, notes without a marker. `marks` come with section number and line."""
    known = {note.number for note in notes}
    used: set[str] = set()
    problems = []
    for section_no, line, found in marks:
        if found.number not in known and found.number not in used:
            problems.append(Problem("footnote-undefined", found.number, line, section_no))
        used.add(found.number)
    return problems + [Problem("footnote-unused", note.number, note.line) for note in notes if note.number not in used]
