"""Markdown without markup, told without the library: most briefings are headings, paragraphs and notes of one line each.

What is told here is what the library would tell, in a fraction of its time; to all else both functions answer None.
"""

import re
from collections.abc import Collection, Iterator

from markdown_it.token import Token

from loaders.readers._text import mark

_HEADING = re.compile(r"(#{1,6}) +(\S.*)$")
_NOTE = re.compile(r"\[\^([^\] ]+)\]: +(\S.*)$")
# What begins neither a list nor a rule, a table, a quotation, a piece of HTML or of code, the address of a link.
_PLAIN_START = re.compile(r"(?!\d{1,9}[.)](?:\s|$))(?:[^\W_]|[„“”\"«»‚‘’'(])")
_ESCAPED = re.compile(r"\\([_*~])")
_MARKUP = re.compile(r"(?<!\\)[_*~]|\\(?![_*~])|[`<\n]|&(?:#|\w+;)|\]\(|\^\[|!\[")
_REFERENCE = re.compile(r"\[\^([^\] ]+)\]")


def simple_tokens(text: str) -> list[Token] | None:
    """The tokens of the blocks of a text, without what stands in them."""
    tokens: list[Token] = []
    before = -2  # the line of the last paragraph or note, which a line right below would go on with
    for number, line in enumerate(text.split("\n")):
        line = line.rstrip(" \t")
        if not line:
            continue
        if heading := _HEADING.match(line):
            if line.endswith("#"):
                return None
            tokens += _block("heading", heading[2], number, f"h{len(heading[1])}", heading[1])
        elif note := _NOTE.match(line):
            if not _PLAIN_START.match(note[2]):
                return None
            tokens += _note(note[1], note[2], number)
            before = number
        elif before == number - 1 or not _PLAIN_START.match(line):
            return None
        else:
            tokens += _block("paragraph", line, number, "p")
            before = number
    return tokens


def plain_text(content: str, labels: Collection[str]) -> str | None:
    """The text of a block without markup, with its marks; `labels` are those of the notes."""
    if _MARKUP.search(content):
        return None
    if "\\" in content:
        content = _ESCAPED.sub(r"\1", content)
    return _REFERENCE.sub(lambda found: mark(found[1]) if found[1] in labels else found[0], content)


def _block(kind: str, content: str, line: int, tag: str, markup: str = "") -> Iterator[Token]:
    yield Token(f"{kind}_open", tag, 1, map=[line, line + 1], markup=markup)
    yield Token("inline", "", 0, map=[line, line + 1], content=content.strip())
    yield Token(f"{kind}_close", tag, -1)


def _note(label: str, content: str, line: int) -> Iterator[Token]:
    yield Token("footnote_reference_open", "", 1, map=[line, line + 1], meta={"label": label})
    yield from _block("paragraph", content, line, "p")
    yield Token("footnote_reference_close", "", -1)
