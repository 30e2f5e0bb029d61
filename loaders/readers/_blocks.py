"""What a file holds before it is a briefing: headings, paragraphs, list items and notes in reading order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from loaders.document import Problem
from loaders.readers._text import without_controls


class Kind(Enum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece. `raw` is text with the control characters of `_text`.

    `level` is a heading's level from 1. `number` is a note's number or a list item's ordinal as printed ('' for a bullet).
    `line` is the line of the file it begins in, from 1 (Word: the paragraph, PDF: the page).
    """

    kind: Kind
    raw: str
    level: int = 0
    number: str = ""
    line: int = 0

    @property
    def words(self) -> str:
        return without_controls(self.raw)


@dataclass(frozen=True, slots=True)
class Page:
    """What a format's reader hands on. `front` is the front matter's text, `title` a title told outside the text."""

    blocks: tuple[Block, ...]
    front: tuple[tuple[str, str, int], ...] = ()
    title: str = ""
    language: str = ""
    problems: tuple[Problem, ...] = ()


def row_text(cells: Iterable[str]) -> str:
    """A table's row as a line of text: 'cell: cell, cell'; empty cells do not count."""
    filled = [cell.strip() for cell in cells if without_controls(cell)]
    text = "".join(filled[:1])
    for step, cell in enumerate(filled[1:]):
        is_closed = without_controls(text)[-1:] in ".:;,!?"
        text += (" " if is_closed else ": " if step == 0 else ", ") + cell
    return text


# What may follow a number with a full stop so that it is a date or an ordinal of running text and no list's number.
_MONTH = r"(?:jan|feb|mär|maer|mar|apr|mai\b|may\b|jun|jul|aug|sep|okt|oct|nov|dez|dec)\w*\.?"
_NO_ORDINAL = re.compile(
    rf"(?:{_MONTH}(?:\W|$)|(?:und|bis|oder|sowie|and|to)\s+(?:zum\s+)?\d|[-–—/]\s*\d|\d{{1,2}}\.|(?:quartal|halbjahr|jahrhundert|jahrestag)\w*\b)",
    re.IGNORECASE,
)


def is_date_or_ordinal(rest: str) -> bool:
    """Whether a text behind 'n.' shows that the number belongs to it ('12. Januar', '16. und 17. September')."""
    return bool(_NO_ORDINAL.match(rest))


def true_items(blocks: Iterable[Block]) -> Iterator[Block]:
    """Gives numbers back to texts that only look like numbered items: dates, and a lone or unordered 'n. …'.

    A list counts up by one from its first number, with bullets below its items; a single item is one only where it is
    number 1.
    """
    run: list[Block] = []
    for block in blocks:
        if block.kind is not Kind.ITEM or (block.number and run and not _follows(run, block)):
            yield from _judged(run)
            run = []
        if block.kind is Kind.ITEM and (block.number or run):
            run.append(block)
        else:
            yield block
    yield from _judged(run)


def _follows(run: list[Block], block: Block) -> bool:
    last = next(before.number for before in reversed(run) if before.number)
    return last.isdigit() and block.number.isdigit() and int(block.number) == int(last) + 1


def _judged(run: list[Block]) -> Iterator[Block]:
    numbered = [block for block in run if block.number]
    dates = sum(is_date_or_ordinal(block.words) for block in numbered)
    literal = 2 * dates > len(numbered) or (len(numbered) == 1 and numbered[0].number not in ("1", "01"))
    kind = Kind.ITEM if len(run) > 1 else Kind.PARAGRAPH
    for block in run:
        yield Block(kind, f"{block.number}. {block.raw}", line=block.line) if literal and block.number else block
