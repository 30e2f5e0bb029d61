"""Runs of text with their weight, as word processors and web pages have them, made paragraphs and headings."""

import re
from collections.abc import Iterator, Sequence

from loaders.readers._heading_lines import looks_like_heading
from loaders.readers._patterns import is_heading_of
from loaders.readers._text import BREAK, LEAD, line_break, without_controls

BOLD_LEVEL = 7  # a bold line stands below every heading that says so itself

# A piece of text (with the control characters of `_text`) and whether it is bold. `BREAK` alone is a forced line break.
Piece = tuple[str, bool]

_STRONG = re.compile(r"\s*(?:\[\d{1,3}\]|\ue000)")
_LABEL = re.compile(r"\s*(?:(?:\d{1,3}[.)]\s*)?\[\d{1,3}\]|\ue000|\d{1,3}[.)]\s|[⁰¹²³⁴⁵⁶⁷⁸⁹])")


def paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Parts what two breaks part, and notes that stand on lines of their own."""
    part: list[Piece] = []
    breaks = 0
    for piece in pieces:
        if piece[0] == BREAK:
            breaks += 1
        elif piece[0].strip():
            is_next_note = breaks and (_STRONG.match(piece[0]) or (_LABEL.match(piece[0]) and _LABEL.match(_first(part))))
            if (breaks > 1 or is_next_note) and part:
                yield part
                part = []
            breaks = 0
        part.append(piece)
    yield part


def _first(part: Sequence[Piece]) -> str:
    return next((text for text, _ in part if text != BREAK and text.strip()), "")


def bold_heading(pieces: Sequence[Piece]) -> tuple[str, list[Piece]]:
    """A bold line of its own at the beginning (the heading, with its marks), and the pieces behind it; '' where there is none."""
    end = next((i for i, (text, _) in enumerate(pieces) if text == BREAK and _words(pieces[:i])), len(pieces))
    line, rest = pieces[:end], list(pieces[end + 1 :])
    text = "".join(piece for piece, _ in line).replace(BREAK, " ")
    words = without_controls(text)
    if not words or not all(is_bold for piece, is_bold in line if _words([(piece, is_bold)])):
        return "", list(pieces)
    is_whole = not _words(rest) or is_heading_of("notes", words)
    if not looks_like_heading(words.rstrip(": ") if is_whole else words):
        return "", list(pieces)
    return text, rest


def joined(pieces: Sequence[Piece]) -> str:
    """The text of some pieces; a forced break is a line of its own only behind a finished sentence."""
    raw = ""
    is_lead = bool(pieces)
    for text, is_bold in pieces:
        if is_lead and not is_bold and _words([(text, is_bold)]):
            is_lead = False
            raw += LEAD if is_lead_in(raw) else ""
        raw += line_break(raw) if text == BREAK else text
    return raw + LEAD if is_lead and is_lead_in(raw) else raw


def is_lead_in(raw: str) -> bool:
    """Whether a bold run at the beginning of a paragraph reads like a heading."""
    words = without_controls(raw).rstrip(" :.")
    return bool(words) and looks_like_heading(words)


def _words(pieces: Sequence[Piece]) -> str:
    return without_controls("".join(text for text, _ in pieces)).strip(" .,;:")
