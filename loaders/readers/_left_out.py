"""What stands around and between the text of a briefing and is none of it: parts, lines, all above the title."""

from collections.abc import Sequence
from itertools import takewhile

from loaders.document import Problem
from loaders.readers import _headings, _patterns
from loaders.readers._blocks import Block, Kind

_ABOVE = 600  # characters above a title: more are a text


def without_parts(blocks: Sequence[Block], problems: list[Problem]) -> list[Block]:
    """Leaves out headed parts that are none of the briefing's: contents, comments, related posts, notes about the author."""
    kept: list[Block] = []
    told: list[Problem] = []
    level = 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING and (not level or block.level <= level):
            is_other = _patterns.is_heading_of("skipped", block.words) and not _has_sources(blocks[index + 1 :])
            level = (block.level or 1) if is_other else 0
            if level:
                told.append(Problem("part-left-out", block.words, block.line))
        if not level:
            kept.append(block)
    # A list of contents may be headed by the document's highest level: never leave out most of a text.
    if sum(len(block.raw) for block in kept) * 2 < sum(len(block.raw) for block in blocks):
        return [block for block in blocks if not (block.kind is Kind.HEADING and _patterns.is_heading_of("skipped", block.words))]
    problems += told
    return kept


def _has_sources(below: Sequence[Block]) -> bool:
    """Whether the text right below a heading has a footnote marker: 'Weitere Meldungen' may be a section."""
    text = takewhile(lambda block: block.kind is not Kind.HEADING, below)
    return any("\ue000" in block.raw for block in text)


def from_title(blocks: list[Block], problems: list[Problem]) -> list[Block]:
    """Leaves out the text above a title that names the quarter: it belongs to the page.

    A section may name a quarter too: a title stands above every heading before it, or is the first.
    """
    named = next((i for i, block in enumerate(blocks) if block.kind is Kind.HEADING and _headings.names_quarter(block.words)), 0)
    above = [block for block in blocks[:named] if block.kind is not Kind.HEADING]
    is_title = all(blocks[named].level < block.level for block in blocks[:named] if block.kind is Kind.HEADING)
    if (
        not above
        or not is_title
        or any("\ue000" in block.raw for block in above)
        or sum(len(block.raw) for block in above) > _ABOVE
    ):
        return blocks
    problems += (Problem("line-left-out", block.words, block.line) for block in above if block.words)
    return [block for i, block in enumerate(blocks) if i >= named or block.kind is Kind.HEADING]


def without_lines(blocks: Sequence[Block], problems: list[Problem]) -> list[Block]:
    """Leaves out lines that belong to the page: bylines, dates of publication, datelines, page numbers, share buttons."""
    kept: list[Block] = []
    headings = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    with_text = [index for index in headings if index + 1 < len(blocks) and blocks[index + 1].kind is not Kind.HEADING]
    text_begins = next((index for index in with_text if index != headings[0]), len(blocks))
    for index, block in enumerate(blocks):
        words = block.words
        is_line = block.kind is Kind.PARAGRAPH or index + 1 in headings
        is_at_edge = index < text_begins or index >= len(blocks) - 2
        is_preamble = is_at_edge and is_line and _patterns.is_whole("preamble", words)
        # 'Datum: 3. Mai 2021' in a list is a part of the text, and so is whatever a source stands behind.
        is_told = index >= text_begins and (
            "\ue000" in block.raw or (block.kind is Kind.ITEM and any(char.isdigit() for char in words))
        )
        if is_told or not (is_preamble or _patterns.is_whole("chrome", words)):
            kept.append(block)
        elif any(char.isalpha() for char in words):
            problems.append(Problem("line-left-out", words, block.line))
    return kept
