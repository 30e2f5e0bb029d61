"""A section's text in pieces: paragraphs, and in them the words between two footnote marks."""

import re

from loaders.document import Section

# A piece of a paragraph: its words, and the numbers of the marks behind them.
Piece = tuple[str, tuple[str, ...]]


def paragraphs(section: Section) -> list[list[Piece]]:
    """The paragraphs of a section's text with its marks."""
    found = []
    start = 0
    for text in section.text.split("\n\n"):
        end = start + len(text)
        offsets = sorted({mark.offset for mark in section.marks if start < mark.offset <= end})
        pieces: list[Piece] = []
        position = start
        for offset in offsets:
            numbers = tuple(mark.number for mark in section.marks if mark.offset == offset)
            pieces.append((section.text[position:offset], numbers))
            position = offset
        if position < end:
            pieces.append((section.text[position:end], ()))
        found.append(pieces)
        start = end + 2
    return found


def slug(words: str) -> str:
    return re.sub(r"\W+", "-", words.lower()).strip("-")
