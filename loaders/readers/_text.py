"""Text between a file and a `Briefing`: characters made plain, marks, lines and links carried inside the text.

A reader writes what stands between the words as control characters of the private use area, so that a text can be
joined, cut and cleaned like any other before offsets are counted: `mark('3')`, `at_line(12)`, `link(url)` … `LINK_END`,
`BREAK`, `LEAD`.
`Inline.of` takes them out again. White space is free until then; only `BREAK` keeps a line of its own.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from loaders.document import Mark

BREAK = "\ue007"
LEAD = "\ue008"  # stands behind a bold run that begins a paragraph and reads like a heading
_MARK, _MARK_END, _LINE, _LINE_END, _LINK, _SHOWN, LINK_END = (chr(code) for code in range(0xE000, 0xE007))

# A control character with its value. It begins with a class, for which a text is searched many times faster than for a choice.
_CONTROL = re.compile(
    f"[{_MARK}{_LINE}{_LINK}{LINK_END}{BREAK}{LEAD}]"
    f"(?:(?<={_MARK})(?P<number>[^{_MARK_END}]*){_MARK_END}|(?<={_LINE})(?P<line>\\d+){_LINE_END}|(?<={_LINK})(?P<url>[^{_SHOWN}]*){_SHOWN}"
    f"|(?<=[{LINK_END}{BREAK}{LEAD}]))"
)
_LINE_SIGN = re.compile(f"{_LINE}\\d+{_LINE_END}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SPACES = dict.fromkeys((160, 8239, 12288, *range(8192, 8203), 8287, 9), " ")
_DROPPED = dict.fromkeys(
    (173, *range(8203, 8208), *range(8234, 8239), *range(8288, 8304), *range(0xFE00, 0xFE10), 65279, 65532), ""
)
_CONTROLS = dict.fromkeys((*range(0, 9), *range(14, 32), 127), "")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# Hyphens that only forbid or allow a line break are hyphens; dashes and minus signs stay what they are.
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_PLAIN = _SPACES | _DROPPED | _CONTROLS | _LIGATURES | _HYPHENS | _BREAKS
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _PLAIN) + "]")
_SOFT_BREAK = re.compile("\u00ad[ \t]*\r?\n[ \t]*")

# Two or three hyphens typed for a dash, in a word or between two.
_WITH_HYPHENS = re.compile(r"(?<!\S)\S*--\S*")
_ADDRESS_PIECE = re.compile(r"(?:(?<!-)-(?!-)[^\s-]+.*){3}|\d{5}|\.(?:s?html?|aspx?|php|pdf)\b|[_=%]")
_TYPED_DASH = re.compile(r"(?<!-)-{2,3}(?!-)")

_FINISHED = re.compile(f'(?:[.:;!?][“”"»)]*(?:\\[[\\d, ]+\\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*|{_MARK_END})\\s*$')
_AROUND_BREAK = re.compile(f" *{BREAK} *")
_ANY_MARK = f"{_MARK}[^{_MARK_END}]*{_MARK_END}"
_SPACE_BEFORE_MARK = re.compile(f" ((?:{_LINE}\\d+{_LINE_END})*)(?={_ANY_MARK})")
_BETWEEN_MARKS = re.compile(f"{_MARK_END}\\s*[,;]\\s*(?={_MARK})")
_GLUED_BEHIND = re.compile(f"((?:{_ANY_MARK})+)(?=[\\w„(])")


def mark(number: str) -> str:
    """A footnote marker as it is carried inside a text."""
    return f"{_MARK}{number.strip()}{_MARK_END}"


def at_line(line: int) -> str:
    """Says that what follows stands in this line of the file, from 1."""
    return f"{_LINE}{line}{_LINE_END}"


def link(url: str) -> str:
    """Opens a text that leads to an address; `LINK_END` closes it."""
    return f"{_LINK}{url}{_SHOWN}"


def line_break(before: str) -> str:
    """What a forced line break is worth: a line of its own behind a finished sentence or a colon, else a space."""
    return BREAK if _FINISHED.search(before) else " "


def sanitised(text: str) -> str:
    """The text as read, free of private characters (a symbol font's bullets, or ones that would look like ours)."""
    return _PRIVATE.sub("", text)


def plain(text: str) -> str:
    """NFC with plain spaces, without soft hyphens, ligatures and what has no width; quotes, dashes, umlauts unchanged."""
    if _ODD.search(text):
        text = _SOFT_BREAK.sub("", text).translate(_PLAIN)
    if "--" in text:
        text = _WITH_HYPHENS.sub(_dashed, text)
    return unicodedata.normalize("NFC", text)


def _dashed(found: re.Match[str]) -> str:
    # An address may hold two hyphens, and so may a piece of one, all joined by hyphens.
    if "/" in found[0] or "www." in found[0] or _ADDRESS_PIECE.search(found[0]):
        return found[0]
    return _TYPED_DASH.sub(lambda sign: "–" if len(sign[0]) == 2 else "—", found[0])


@lru_cache(maxsize=2048)
def without_controls(raw: str) -> str:
    """The bare words of a text: no marks, no lines, links as shown."""
    return " ".join(_CONTROL.sub(lambda found: " " if found[0] == BREAK else "", raw).split())


def without_lines(raw: str) -> str:
    """A text that no longer tells the lines of its file."""
    return _LINE_SIGN.sub("", raw)


class Inline(NamedTuple):
    """A text with its marks and lines by offset. `links` are (start, end, address) of what was linked."""

    text: str
    marks: tuple[Mark, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()

    @classmethod
    def of(cls, raw: str) -> "Inline":
        """Takes the control characters out of a text and counts offsets."""
        raw = " ".join(raw.split())
        if not _CONTROL.search(raw):
            return cls(raw)
        if _MARK in raw:
            raw = _GLUED_BEHIND.sub(r"\1 ", _SPACE_BEFORE_MARK.sub(r"\1", _BETWEEN_MARKS.sub(_MARK_END, raw)))
        if BREAK in raw:
            raw = _AROUND_BREAK.sub(BREAK, raw)
        out: list[str] = []
        length = 0
        marks: list[Mark] = []
        lines: list[tuple[int, int]] = []
        links: list[tuple[int, int, str]] = []
        opened: list[tuple[int, str]] = []
        position = 0

        def add(chunk: str) -> None:
            nonlocal length
            if chunk[:1] == " " and (length == 0 or out[-1][-1:] in " \n"):
                chunk = chunk[1:]
            if chunk:
                out.append(chunk)
                length += len(chunk)

        for found in _CONTROL.finditer(raw):
            add(raw[position : found.start()])
            position = found.end()
            number, line, url = found.groups()
            if number is not None:
                marks.append(Mark(length, number))
            elif line is not None:
                lines.append((length, int(line)))
            elif url is not None:
                opened.append((length, url))
            elif found[0] == BREAK:
                if length and out[-1][-1:] != "\n":
                    add("\n")
            elif opened and found[0] == LINK_END:
                start, address = opened.pop()
                if address:
                    links.append((start, length, address))
        add(raw[position:])
        text = "".join(out)
        end = len(text.rstrip())
        return cls(
            text[:end],
            tuple(Mark(min(found.offset, end), found.number) for found in marks),
            tuple((min(start, end), line) for start, line in lines),
            tuple((start, min(stop, end), url) for start, stop, url in links),
        )
