"""Lists of contents above a text."""

import re
from collections.abc import Sequence

from loaders.readers import _patterns
from loaders.readers._blocks import Block, Kind
from loaders.readers._headings import MAX_LENGTH, looks_like_heading
from loaders.readers._numbering import ORDINAL

_BARE_PAGE = re.compile(r"\s\d{1,3}$")
_PAGE_NUMBER = re.compile(r"(?:\s*\.{3,}|\s*(?:\. ){3,}|\s*…+|\t|\s{2,})\s*\d{1,3}$")


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Takes off a list of contents: lines at the top that are told again, word for word, as headings below."""
    first: dict[str, int] = {}
    again: set[str] = set()
    for index, block in enumerate(blocks):
        if len(block.raw) > 2 * MAX_LENGTH:
            continue
        words = _entry(block.words)
        if words in first and (block.kind is not Kind.ITEM):
            again.add(words)
        first.setdefault(words, index)
        first.setdefault(_BARE_PAGE.sub("", words), index)
    listed = {
        first[words]
        for words in again
        if len(words) > 3 and looks_like_heading(words) and blocks[first[words]].kind is not Kind.HEADING
    }
    if len(listed) < 2:
        return list(blocks)
    listed |= {
        index
        for index in range(max(listed))
        if len(blocks[index].raw) < 80 and _patterns.is_heading_of("skipped", blocks[index].words)
    }
    return [block for index, block in enumerate(blocks) if index not in listed]


def _entry(words: str) -> str:
    return ORDINAL.sub("", _PAGE_NUMBER.sub("", words)).strip()
