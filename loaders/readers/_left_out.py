"""What stands around and between the text of a briefing and is none of it: parts, lines, all above the title."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.document import Problem
from loaders.readers import _headings, _patterns
from loaders.readers._blocks import Block, Kind

_ENDED = re.compile(r"[.!?][“”\"»)]*$")
_MERE_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_SENTENCE_WORDS = 4
_ABOVE = 600  # characters above a title: more are a text


def without_parts(blocks: Sequence[Block], is_web: bool, problems: list[Problem]) -> list[Block]:
    """Leaves out headed parts that are none of the briefing's: contents, comments, related posts, notes about the author.

    A part of that name that tells what happened when ('Archiv', 'Weitere Meldungen') is a section. On a web page (`is_web`)
    other posts tell that as well: there it is one only with sources.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    ends = dict(pairwise([*headings, len(blocks)]))
    skipped = frozenset(
        index
        for index, end in ends.items()
        if _patterns.is_heading_of("skipped", blocks[index].words) and not _is_told(blocks[index:end], is_web)
    )
    sourced = frozenset(index for index, end in ends.items() if any("\ue000" in block.raw for block in blocks[index:end]))
    # A list of contents may be headed by the document's highest level: never leave out most of a text.
    whole = sum(len(block.raw) for block in blocks)
    for has_depth in (True, False):
        left_out = _left_out(blocks, skipped, sourced if has_depth else frozenset(headings))
        if sum(len(blocks[index].raw) for index in left_out) * 2 <= whole:
            problems += (
                Problem("part-left-out", blocks[index].words, blocks[index].line) for index in left_out if index in skipped
            )
            return [block for index, block in enumerate(blocks) if index not in left_out]
    return list(blocks)


def _left_out(blocks: Sequence[Block], skipped: frozenset[int], ends: frozenset[int]) -> dict[int, None]:
    """The places of the parts below some headings, in order: up to the next heading that is no deeper, or is one of `ends`."""
    found: dict[int, None] = {}
    level = 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING and (not level or block.level <= level or index in ends):
            level = (block.level or 1) if index in skipped else 0
        if level:
            found[index] = None
    return found


def _is_told(part: Sequence[Block], is_web: bool) -> bool:
    """Whether a heading and the text right below it are told by the briefing: with a source, or in sentences with a date."""
    heading, *text = part
    if any("\ue000" in block.raw for block in text):
        return True
    if is_web or _patterns.is_heading_of("never-told", heading.words):
        return False
    return any(_is_dated(block.words) for block in text)


def _is_dated(words: str) -> bool:
    """Whether a text is a sentence with a date, or an entry of a chronicle that begins with one."""
    is_sentence = _ENDED.search(words) is not None and _patterns.tells_day(words)
    return words.count(" ") >= _SENTENCE_WORDS and (is_sentence or _patterns.begins_with_day(words))


def from_title(blocks: list[Block], problems: list[Problem]) -> list[Block]:
    """Leaves out the text above a title that names the quarter: it belongs to the page.

    A section may name a quarter too: a title stands above every heading before it, or is the first.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    named = next((index for index in headings if _headings.names_quarter(blocks[index].words)), 0)
    above = [block for block in blocks[:named] if block.kind is not Kind.HEADING]
    is_title = all(blocks[named].level < block.level for block in blocks[:named] if block.kind is Kind.HEADING)
    if (
        not above
        or not is_title
        or _headings.is_part(blocks, headings, named)
        or any("\ue000" in block.raw for block in above)
        or sum(len(block.raw) for block in above) > _ABOVE
    ):
        return blocks
    problems += (Problem("line-left-out", block.words, block.line) for block in above if block.words)
    return [block for i, block in enumerate(blocks) if i >= named or block.kind is Kind.HEADING]


def without_lines(blocks: Sequence[Block], is_web: bool, problems: list[Problem]) -> list[Block]:
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
        # A first heading with text below is the title or heads a section: a dateline stands below a title.
        if is_preamble and block.kind is Kind.HEADING:
            is_preamble = not ([index] == with_text[:1] == headings[:1] or _headings.names_quarter(words))
        # 'Datum: 3. Mai 2021' in a list is a part of the text, and so is whatever a source stands behind.
        is_told = index >= text_begins and (
            "\ue000" in block.raw or (block.kind is Kind.ITEM and any(char.isdigit() for char in words))
        )
        is_section = not is_web and index in with_text[1:] and _MERE_WORDS.fullmatch(words)
        if is_told or is_section or not (is_preamble or _patterns.is_whole("chrome", words)):
            kept.append(block)
        elif any(char.isalpha() for char in words):
            problems.append(Problem("line-left-out", words, block.line))
    return kept
