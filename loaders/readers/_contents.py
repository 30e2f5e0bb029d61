"""Lists of contents above a text."""

import re
from collections.abc import Iterator, Sequence

from loaders.document import Problem
from loaders.readers import _patterns
from loaders.readers._blocks import Block, Kind
from loaders.readers._heading_lines import MAX_LENGTH, looks_like_heading
from loaders.readers._numbering import ORDINAL

_BARE_PAGE = re.compile(r"\s\d{1,3}$")
_PAGE_NUMBER = re.compile(r"(?:\s*\.{3,}|\s*(?:\. ){3,}|\s*…+|\t|\s{2,})\s*\d{1,3}$")
_SURE = 3  # entries that are a list of contents wherever they stand
_SHOWN = 80  # characters of a list that its problem shows


def without_contents(blocks: Sequence[Block], problems: list[Problem]) -> list[Block]:
    """Takes off a list of contents: lines in a row that are told again below, word for word and in the same order.

    A line told twice is a list's only among others that are: two lines, if the first of them stands again right below the list
    or a heading such as 'Inhalt' stands above it, else three.
    """
    again = _told_again(blocks)
    dropped: set[int] = set()
    for run in _runs(blocks, again):
        before = range(run[0])[-1:]
        is_headed = any(_is_head(blocks[index]) for index in before)
        if len(run) < _SURE and not is_headed and again[run[0]] != run[-1] + 1:
            continue
        dropped.update(run, (index for index in before if is_headed))
        words = "; ".join(blocks[index].words for index in run)
        problems.append(Problem("part-left-out", words[:_SHOWN], blocks[run[0]].line))
    return [block for index, block in enumerate(blocks) if index not in dropped]


def _told_again(blocks: Sequence[Block]) -> dict[int, int]:
    """For each line that could be an entry the place at which it stands again as one that could be a heading."""
    first: dict[str, int] = {}
    again: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if len(block.raw) > 2 * MAX_LENGTH or block.kind is Kind.NOTE:
            continue
        words = _entry(block.words)
        listed = first.get(words)
        if listed is not None and block.kind is not Kind.ITEM:
            again.setdefault(listed, index)
        if "\ue000" not in block.raw and block.kind is not Kind.HEADING and len(words) > 3 and looks_like_heading(words):
            first.setdefault(words, index)
            first.setdefault(_BARE_PAGE.sub("", words), index)
    return again


def _runs(blocks: Sequence[Block], again: dict[int, int]) -> Iterator[list[int]]:
    """Two or more entries one below the other that stand again below the last of them, in their order."""
    run: list[int] = []
    for index in (*sorted(again), len(blocks)):
        if run and index == run[-1] + 1 and again.get(index, -1) > again[run[-1]]:
            run.append(index)
            continue
        while run and again[run[0]] <= run[-1]:
            run.pop(0)
        if len(run) > 1:
            yield run
        run = [index]


def _is_head(block: Block) -> bool:
    return len(block.raw) < 80 and _patterns.is_heading_of("skipped", block.words)


def _entry(words: str) -> str:
    return ORDINAL.sub("", _PAGE_NUMBER.sub("", words)).strip()
