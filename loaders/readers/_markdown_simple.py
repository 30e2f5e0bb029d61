"""Markdown without markup, told without the library: most briefings are headings, paragraphs and notes of one line each.

What is told here is what the library would tell, in a fraction of its time; to all else both functions answer None.
"""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from loaders.readers._text import mark

_HEADING = re.compile(r"(#{1,6}) +(\S.*)$")
_NOTE = re.compile(r"\[\^([^\] ]+)\]: +(\S.*)$")
# What begins neither a list nor a rule, a table, a quotation, a piece of HTML or of code, the address of a link.
_PLAIN_START = re.compile(r"(?!\d{1,9}[.)](?:\s|$))(?:[^\W_]|[„“”\"«»‚‘’'(]|\[(?!\^)(?!.*\]:))")
_ESCAPED = re.compile(r"\\([_*~])")
_MARKUP = re.compile(r"(?<!\\)[_*~]|\\(?![_*~])|[`<\n]|&(?:#|\w+;)|\]\(|\^\[|!\[")
_SIGNS = ("\\", "_", "*", "~", "`", "<", "\n", "&", "](", "^[", "![")
_REFERENCE = re.compile(r"\[\^([^\] ]+)\]")


class SimpleToken(NamedTuple):
    """What of a token of the library tells of a block."""

    type: str
    map: tuple[int, int]
    content: str = ""
    tag: str = ""
    markup: str = ""
    info: str = ""
    meta: Mapping[str, str] = {}


def simple_tokens(text: str) -> list[SimpleToken] | None:
    """The tokens of the blocks of a text, without those that close a heading or a paragraph."""
    tokens: list[SimpleToken] = []
    before = -2  # the line of the last paragraph or note, which a line right below would go on with
    for number, line in enumerate(text.split("\n")):
        line = line.rstrip(" \t")
        if not line:
            continue
        if heading := _HEADING.match(line):
            if line.endswith("#"):
                return None
            tokens += _block("heading_open", heading[2], number, f"h{len(heading[1])}", heading[1])
        elif note := _NOTE.match(line):
            if not _PLAIN_START.match(note[2]):
                return None
            lines = number, number + 1
            tokens.append(SimpleToken("footnote_reference_open", lines, meta={"label": note[1]}))
            tokens += _block("paragraph_open", note[2], number)
            tokens.append(SimpleToken("footnote_reference_close", lines))
            before = number
        elif before == number - 1 or not _PLAIN_START.match(line):
            return None
        else:
            tokens += _block("paragraph_open", line, number)
            before = number
    return tokens


def plain_text(content: str, labels: Collection[str]) -> str | None:
    """The text of a block without markup, with its marks; `labels` are those of the notes."""
    # Most blocks have no sign of markup at all, which is told faster than where one stands.
    if any(sign in content for sign in _SIGNS) and _MARKUP.search(content):
        return None
    if "\\" in content:
        content = _ESCAPED.sub(r"\1", content)
    return _REFERENCE.sub(lambda found: mark(found[1]) if found[1] in labels else found[0], content)


def _block(opening: str, content: str, line: int, tag: str = "", markup: str = "") -> tuple[SimpleToken, SimpleToken]:
    lines = line, line + 1
    return SimpleToken(opening, lines, tag=tag, markup=markup), SimpleToken("inline", lines, content.strip())
