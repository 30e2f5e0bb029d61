"""Which blocks are headings where the format does not say so, and which heading is the title."""

import re
from collections.abc import Sequence

from loaders.readers import _patterns
from loaders.readers._blocks import Block, Kind
from loaders.readers._heading_lines import ENDS_IN_DATE, is_dated_label, is_long_label, looks_like_heading

_DAY = re.compile(
    r"\b\d{1,2}\.?\s+[^\W\d_]{3,9}\b|\b\d{1,2}\.\d{1,2}\.|\b[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,|\d{4}-\d\d-\d\d"
)
_LABEL_WORDS = 5  # a heading that ends in a colon has no more words
_PARENT_RUN = 3  # more short lines than this one below the other are a list, not headings


def promoted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with those paragraphs made headings that read like one and have text below.

    Of several such lines in a row the last is the heading of what follows, those before stand above it (level 1 over 2).
    Headings that the format itself tells stay as they are.
    """
    result = list(blocks)
    index = 0
    while index < len(result):
        end = index
        while end < len(result) and (_is_candidate(result, end) or _is_furniture(result[end])):
            end += 1
        if end < len(result) and result[end].kind is not Kind.HEADING:
            _promote_run(result, index, end)
        index = end + 1
    return result


def _promote_run(blocks: list[Block], start: int, end: int) -> None:
    """Makes headings of a run of lines above a text. A dateline is one only where the text follows it at once."""
    candidates = [index for index in range(start, end) if _is_candidate(blocks, index)]
    lines = [index for index in candidates if index == end - 1 or not _patterns.is_whole("preamble", blocks[index].words)]
    if start > 0 and len(lines) > _PARENT_RUN:
        blocks[lines[0]] = _as_heading(blocks[lines[0]], 2)
        for index in lines[1:]:
            blocks[index] = blocks[index]._replace(kind=Kind.ITEM)
        return
    # A single line above the first text is the title, unless it carries a day or a colon and names no quarter.
    words = blocks[lines[0]].words if lines else ""
    is_alone = len(lines) == 1 and start == 0
    is_section = not is_alone or (bool(_DAY.search(words) or words.endswith(":")) and not names_quarter(words))
    for index in lines:
        blocks[index] = _as_heading(blocks[index], 2 if index == lines[-1] and is_section else 1)


def promoted_dated(blocks: Sequence[Block]) -> list[Block]:
    """The same beside headings that the format tells: lines that end in their date above a text, if there are several."""
    found = [
        index
        for index in range(1, len(blocks) - 1)
        if _is_candidate(blocks, index)
        and ENDS_IN_DATE.search(blocks[index].words)
        and not _patterns.is_whole("preamble", blocks[index].words)
        and blocks[index + 1].kind is not Kind.HEADING
        and not _is_candidate(blocks, index + 1)
    ]
    if len(found) < 2:
        return list(blocks)
    level = max(block.level for block in blocks) + 1
    return [_as_heading(block, level) if index in found else block for index, block in enumerate(blocks)]


def _is_furniture(block: Block) -> bool:
    is_line = block.kind is Kind.PARAGRAPH and len(block.raw) < 240 and "\ue000" not in block.raw
    return is_line and (_patterns.is_whole("chrome", block.words) or _patterns.is_whole("preamble", block.words))


def _is_candidate(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or "\ue000" in block.raw or "\ue007" in block.raw:
        return False
    if block.kind is Kind.ITEM and (
        not block.number or any(near.kind is Kind.ITEM for near in (*blocks[index - 1 : index], *blocks[index + 1 : index + 2]))
    ):
        return False
    words = block.words
    if words.endswith(":") and _is_label(blocks, words) and _is_text(blocks[index + 1 : index + 2]):
        words = words[:-1]
    return looks_like_heading(words) and not _patterns.is_whole("chrome", words)


def _is_label(blocks: Sequence[Block], words: str) -> bool:
    """Whether a line that ends in a colon may be a heading: short, or dated, or in a text whose headings end so."""
    if words.count(" ") < _LABEL_WORDS or ENDS_IN_DATE.search(words[:-1]):
        return True
    return is_long_label(words) and sum(block.raw.endswith(":") and is_dated_label(block.words) for block in blocks) > 1


def _is_text(following: Sequence[Block]) -> bool:
    return bool(following) and following[0].kind is Kind.PARAGRAPH and not looks_like_heading(following[0].words)


def _as_heading(block: Block, level: int) -> Block:
    raw = f"{block.number}. {block.raw}" if block.number else block.raw
    return Block(Kind.HEADING, raw, level, line=block.line)


def split_title(blocks: Sequence[Block], told: str) -> tuple[str, list[str], list[Block]]:
    """The title (with its control characters), headings above it that are none (a series name), and the rest.

    A title is a heading that names a quarter, or repeats what the file tells apart from its text (`told`), or stands above
    all others, or has no text of its own; '' where none does.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    if not headings:
        return "", [], list(blocks)
    leading = [index for step, index in enumerate(headings) if index == headings[0] + step]
    chosen = next(
        (
            index
            for index in leading
            if (names_quarter(blocks[index].words) and not is_part(blocks, headings, index)) or _same(blocks[index].words, told)
        ),
        None,
    )
    if chosen is None and (len(leading) > 1 or _is_above(blocks, headings) or _alone_undated(blocks, headings)):
        chosen = leading[0]
    if chosen is None:
        return "", [], list(blocks)
    above = [index for index in headings if index < chosen]
    rest = [block for index, block in enumerate(blocks) if index != chosen and index not in above]
    return blocks[chosen].raw, [blocks[index].words for index in above], rest


def is_part(blocks: Sequence[Block], headings: Sequence[int], index: int) -> bool:
    """Whether a heading that names a quarter heads a part of the text ('Ausblick auf Q3/2021'): further ones stand beside it."""
    level = blocks[index].level
    if not any(other > index and blocks[other].level <= level for other in headings):
        return False
    below = blocks[index + 1]
    if below.kind is Kind.HEADING and below.level <= level:
        return False
    is_below_title = index > 0 and blocks[index - 1].level < level
    return is_below_title or any(pattern.search(blocks[index].words) for pattern, _ in _patterns.rows_of("looking"))


def _is_above(blocks: Sequence[Block], headings: Sequence[int]) -> bool:
    levels = [blocks[index].level for index in headings]
    return len(levels) > 1 and levels[0] < min(levels[1:])


def _alone_undated(blocks: Sequence[Block], headings: Sequence[int]) -> bool:
    dated = [any(char.isdigit() for char in blocks[index].words) for index in headings]
    return headings[0] == 0 and len(dated) > 2 and not dated[0] and all(dated[1:])


def _same(words: str, told: str) -> bool:
    return bool(told) and " ".join(words.casefold().split()) == " ".join(told.casefold().split())


def names_quarter(words: str) -> bool:
    """Whether a title names the quarter it reports on."""
    # Most headings have no sign of a quarter at all, which is told faster than which one it is.
    return bool(_patterns.QUARTER_SIGN.search(words)) and any(
        pattern.search(words) for pattern, _ in _patterns.rows_of("quarter")
    )
