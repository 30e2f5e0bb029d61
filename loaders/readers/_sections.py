"""From headings with the blocks below them to sections."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.document import Mark, Problem, Section
from loaders.readers._blocks import Block, Kind
from loaders.readers._text import Inline

_DATE_WORD = re.compile(
    r"\d{1,2}\.\s?(?:[^\W\d_]{3}|\d{1,2}\.)|\b[^\W\d_]{3,9}\.?\s+(?:\d{1,2},\s)?20\d\d\b|\b20\d\d-\d\d-\d\d\b"
)
_ANCHOR = re.compile(r"\s*(?:¶|🔗|\[link\]|:)\s*$")  # a colon, or what a page shows for a link to its own heading


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes a section: a heading with the blocks below it. The text before all headings has an empty one."""

    heading: Block
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Built:
    section: Section
    links: tuple[tuple[int, str], ...]


def parts_of(blocks: Sequence[Block], problems: list[Problem]) -> tuple[list[Part], list[str]]:
    """Headings with their blocks, and those left out before the first of them (a subtitle).

    What becomes of a heading without text stands at the head of `_assemble`.
    """
    parts: list[Part] = []
    unplaced: list[str] = []
    parents: list[Block] = []
    starts = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    for start, end in pairwise([*starts, len(blocks)]):
        heading = blocks[start]
        parents = [parent for parent in parents if parent.level < heading.level]
        if end - start > 1:
            prefixes = [parent for parent in parents if not (_is_dated(parent) and _is_dated(heading))]
            words = ": ".join(block.raw for block in (*prefixes, heading))
            parts.append(Part(heading._replace(raw=words), tuple(blocks[start + 1 : end])))
        elif _is_parent(heading, blocks[end : end + 1]):
            parents.append(heading)
        elif _is_dated(heading) and not _is_mere_time(heading.words):
            parts.append(Part(heading, (heading._replace(kind=Kind.PARAGRAPH),)))
        else:
            problems.append(Problem("heading-without-text", heading.words, heading.line))
            if not parts:
                unplaced.append(heading.words)
    return parts, unplaced


def _is_parent(heading: Block, following: Sequence[Block]) -> bool:
    if not following or following[0].level <= heading.level:
        return False
    return not (_is_dated(heading) and _is_dated(following[0])) or _is_mere_time(heading.words)


def _is_dated(block: Block) -> bool:
    return bool(_DATE_WORD.search(block.words))


def _is_mere_time(words: str) -> bool:
    """Whether a heading is a period and nothing else, as in 'Januar 2021'."""
    return len(re.findall(r"[^\W\d_]{3,}", words)) <= (2 if re.search(r"\b(?:bis|to)\b|[-–]", words) else 1)


def section_of(number: int, part: Part) -> Built:
    heading = Inline.of(_ANCHOR.sub("", part.heading.raw))
    text = ""
    # A section made of its heading alone has the heading's markers in its text.
    is_doubled = len(part.blocks) == 1 and part.blocks[0].raw == part.heading.raw
    marks = [] if is_doubled else [Mark(0, found.number) for found in heading.marks]
    lines: list[tuple[int, int]] = []
    links: list[tuple[int, str]] = [(part.heading.line, url) for _, _, url in heading.links]
    before: Block | None = None
    for block in part.blocks:
        inline = Inline.of(block.raw)
        text += _separator(before, block, text)
        start = len(text)
        text += inline.text
        marks += [Mark(start + found.offset, found.number) for found in inline.marks]
        lines += [(start + offset, line) for offset, line in ((0, block.line), *inline.lines) if line]
        links += [(block.line, url) for _, _, url in inline.links if url not in inline.text]
        before = block
    return Built(Section(number, heading.text, text, tuple(marks), part.heading.line, tuple(lines)), tuple(links))


def _separator(before: Block | None, block: Block, text: str) -> str:
    if before is None or not text:
        return ""
    is_listed = block.kind is Kind.ITEM and (before.kind is Kind.ITEM or text.endswith(":"))
    return "\n" if is_listed else "\n\n"


def links_in_text(built: Iterable[Built]) -> list[Problem]:
    """Addresses that only a link in the running text holds: a source without a footnote."""
    seen: set[str] = set()
    problems = []
    for found in built:
        for line, url in found.links:
            if url not in seen:
                seen.add(url)
                problems.append(Problem("link-in-text", url, line, found.section.number))
    return problems
