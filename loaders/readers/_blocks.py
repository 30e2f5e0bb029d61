"""What a file holds before it is a briefing: headings, paragraphs, list items and notes in reading order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from loaders.document import Problem
from loaders.readers._text import without_controls


class Kind(Enum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NOTE = "note"


class Block(NamedTuple):
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

    def with_raw(self, raw: str) -> "Block":
        """The same block with another text."""
        return self if raw == self.raw else Block(self.kind, raw, self.level, self.number, self.line)


@dataclass(frozen=True, slots=True)
class Page:
    """What a format's reader hands on. `front` is the front matter's text, `title` a title told outside the text.

    `is_web` tells that it may hold what a site shows around its texts.
    """

    blocks: tuple[Block, ...]
    front: tuple[tuple[str, str, int], ...] = ()
    title: str = ""
    language: str = ""
    problems: tuple[Problem, ...] = ()
    is_web: bool = False


def row_text(cells: Iterable[str]) -> str:
    """A table's row as a line of text: 'cell: cell, cell'; empty cells do not count."""
    filled = [cell.strip() for cell in cells if without_controls(cell)]
    text = "".join(filled[:1])
    for step, cell in enumerate(filled[1:]):
        is_closed = without_controls(text)[-1:] in ".:;,!?"
        text += (" " if is_closed else ": " if step == 0 else ", ") + cell
    return text


def without_head(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows of a table below its column heads: short words without digits above rows that have some in their first cell."""
    if len(rows) < 2 or any(len(cell) > 40 or re.search(r"\d", cell) for cell in map(without_controls, rows[0])):
        return rows
    return rows[1:] if all(re.search(r"\d", row[0]) for row in rows[1:] if row) else rows


_REPEATED = 60  # characters from which a paragraph that stands twice is one and the same


def without_repeats(blocks: Sequence[Block], least: int = _REPEATED) -> list[Block]:
    """Takes off long paragraphs told again word for word (a version for print, a text box), with their headings.

    Of the two the one with footnote markers stays. Below a heading told again a paragraph may be shorter than `least`.
    """
    kept: list[Block] = []
    first: dict[str, int] = {}
    headings: set[str] = set()
    pending: Block | None = None
    for block in blocks:
        words = block.words.rstrip(" ¶")
        if block.kind is Kind.HEADING and words in headings:
            pending = block
            continue
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and (pending or len(words) >= least) and words in first:
            if "\ue000" in block.raw and "\ue000" not in kept[first[words]].raw:
                kept[first[words]] = kept[first[words]]._replace(raw=block.raw)
            continue
        if pending:
            kept.append(pending)
        pending = None
        if block.kind is Kind.HEADING:
            headings.add(words)
        first.setdefault(words, len(kept))
        kept.append(block)
    return kept


# What may follow a number with a full stop so that it is a date or an ordinal of running text and no list's number.
_MONTH = (
    r"(?:jan(?:uary?)?|jänner|feb(?:ruary?)?|mär(?:z)?|maerz|mar(?:ch)?|apr(?:il)?|mai|may|jun[ei]?|jul[iy]?|aug(?:ust)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?)s?\b\.?"
)
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
