"""Headings that stand in the line of their paragraph: '**Rat in Bern, 3. Mai 2021:** Am …', or the same without bold."""

import re
from collections.abc import Sequence

from loaders.readers._blocks import Block, Kind
from loaders.readers._heading_lines import looks_like_heading
from loaders.readers._headings import names_quarter
from loaders.readers._pieces import BOLD_LEVEL
from loaders.readers._text import LEAD, without_controls

# A heading that ends in its year and a colon, with its text behind it.
_DATED = re.compile(r"(?P<head>\S[^:]{6,150}\b(?:19|20)\d\d):\s+(?=[A-ZÄÖÜ„“\"«])")
_BETWEEN = " :.–—-"
_LEAST = 2  # paragraphs with a heading in their line
_WORDS = re.compile(r"[^\W\d_]{3,}")
_TEXT = 30  # characters of a paragraph behind its heading


def with_lead_ins(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text without other headings, those in the lines made headings of their own; [] where they are too few.

    At least half of the paragraphs begin with one, counted from the first that does.
    """
    parted = _heading_items(blocks)
    if len(parted) < _LEAST:
        parted = {index: parts for index, block in enumerate(blocks) if (parts := _parts(block))}
        paragraphs = sum(block.kind is Kind.PARAGRAPH for block in blocks[min(parted, default=0) :])
        if len(parted) < _LEAST or len(parted) * 2 < paragraphs:
            return []
    first = min(parted)
    result: list[Block] = []
    for index, block in enumerate(blocks):
        is_title = index < first and block.kind is Kind.PARAGRAPH and names_quarter(block.words)
        if index in parted:
            head, text = parted[index]
            result.append(Block(Kind.HEADING, head, BOLD_LEVEL, line=block.line))
            result += [block.with_raw(text)] if text else []
        elif is_title and looks_like_heading(block.words):
            result.append(Block(Kind.HEADING, block.raw, 1, line=block.line))
        else:
            result.append(block)
    return result


def _heading_items(blocks: Sequence[Block]) -> dict[int, tuple[str, str]]:
    """The items that are bold as a whole and have their text below them, in items of a deeper level or in paragraphs."""
    bold = [index for index, block in enumerate(blocks) if block.kind is Kind.ITEM and block.raw.endswith(LEAD)]
    has_text = all(index + 1 < len(blocks) and index + 1 not in bold for index in bold)
    return {index: (blocks[index].raw[:-1].rstrip(_BETWEEN), "") for index in bold} if has_text else {}


def _parts(block: Block) -> tuple[str, str] | None:
    """The heading in the line of a paragraph and the text behind it; a mere month or day is no heading."""
    if block.kind is not Kind.PARAGRAPH:
        return None
    if LEAD in block.raw:
        head, _, text = block.raw.partition(LEAD)
    elif found := _DATED.match(block.raw):
        head, text = found["head"], block.raw[found.end() :]
    else:
        return None
    head, text = head.rstrip(_BETWEEN), text.lstrip(_BETWEEN)
    words = without_controls(head)
    is_heading = looks_like_heading(words) and len(_WORDS.findall(words)) > 1 and len(without_controls(text)) >= _TEXT
    return (head, text) if is_heading else None
