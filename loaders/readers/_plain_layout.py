"""How the lines of a plain text are set: broken to a width, in the middle, stretched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.readers._heading_lines import is_dated_label
from loaders.readers._lines import is_parted, words_of

SENTENCE_END = re.compile(r"[.!?:;…][“”\"»)]*(?:\[[\d, ]+\])*\s*$")
_STRETCHED = re.compile(r"\w[,;.]? {2,}\w.* {2,}\w")
_PARTED = re.compile(r"(?:^|\s)[^\W\d_]+[-‐]\s*$")  # a word at a line's end, and no piece of an address
_MAX_WIDTH = 130
_LINES_A_PARAGRAPH = 16  # lines of a broken text to which there is a blank one, if blank lines part its paragraphs
_LONG_WORD = 60  # characters: a longer one is none
_LEAST_LABELS = 2
_CENTRED = 8  # spaces before lines that are set in the middle


def _is_address(line: str) -> bool:
    """Whether a line is or holds an address, which may be as long as it likes; a long piece of one has no space."""
    return "://" in line or (len(line) > _LONG_WORD and " " not in line.strip())


@dataclass(frozen=True, slots=True)
class PlainLine:
    number: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is set: `width` of its lines (0 = lines are whole paragraphs), and whether blank lines part its paragraphs."""

    width: int
    is_spaced: bool
    known: frozenset[str] = field(default=frozenset())
    parts_words: bool = True  # lines end at hyphens inside of words too
    is_justified: bool = False  # wide spaces fill the lines and part no columns
    has_labels: bool = False  # headings end in a colon, with their text right below

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Layout":
        filled = [line for line in lines if line.strip()]
        running = [line for line in filled if not _is_address(line)]
        # A line followed by another one of its paragraph was broken at the width, if there is one.
        inner = [
            len(line)
            for line, after in pairwise(lines)
            if line.strip() and after.strip() and not _is_address(line) and not is_dated_label(line)
        ]
        width = sorted(inner)[int(len(inner) * 0.95)] if inner else 0
        near = sum(length > width * 0.8 for length in inner)
        torn = sum(not SENTENCE_END.search(line) and after.strip()[:1].islower() for line, after in pairwise(filled))
        is_short = max((len(line) for line in running), default=0) < 3 * width
        is_even = torn * 8 > len(inner) and (near * 2 > len(inner) or torn * 4 > len(inner))
        is_broken = len(inner) >= 4 and 30 <= width <= _MAX_WIDTH and is_short and is_even
        labels = sum(is_dated_label(line) for line, after in pairwise(lines) if after.strip())
        has_labels = labels >= _LEAST_LABELS
        blanks = "\n".join(lines).strip("\n").count("\n") + 1 - len(filled)
        is_spaced = blanks * (_LINES_A_PARAGRAPH if is_broken else 6) >= len(filled)
        if not is_broken:
            return cls(0, is_spaced, has_labels=has_labels)
        parts_words = any(_PARTED.search(line) and is_parted(line, after) for line, after in pairwise(filled))
        stretched = sum(bool(_STRETCHED.search(line)) for line in filled)
        return cls(width, is_spaced, words_of(filled), parts_words, stretched * 4 > len(filled), has_labels)

    def is_full(self, line: str, after: str) -> bool:
        """Whether a line had no room for the first word of the next one."""
        words = after.split(maxsplit=1)
        first = re.split(r"(?<=\w-)", words[0])[0] if words and self.parts_words else words[0] if words else ""
        return bool(words) and len(line) + 1 + len(first) > self.width - 1

    def is_centred(self, line: PlainLine) -> bool:
        """Whether a line is set in the middle."""
        return line.indent >= _CENTRED or (line.indent > 1 and abs(2 * line.indent + len(line.text.strip()) - self.width) <= 2)
