"""What stands on the pages of a PDF and is none of its text: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from loaders.readers._pdf_lines import Line, PdfPage
from loaders.readers._text import without_controls

_ZONE = 3  # lines at the top and at the foot of a page that may be furniture
_MERE_YEAR = 4  # characters
_NEAR = 4.0  # points by which a running head's place may differ from page to page
_APART = 2.0  # of the size: how far a running head stands off the text
_SPACED = 1.6  # of the size: the distance of lines that follow each other is less
_SHARE = 0.4  # of the pages that carry a running head (left and right ones may differ)
_PAGE_BEHIND = re.compile(r"\s+\d+(?:\s*(?:/|von|of)\s*\d+)?$")
_PAGE_NUMBER = re.compile(r"[\W_]*(?:(?:Seite|Page|S\.|p\.|Blatt)\s*)?\d{1,3}(?:\s*(?:/|von|of)\s*\d{1,3})?[\W_]*", re.IGNORECASE)


# For the words of a line the pages and heights at which it stands.
Places = Mapping[str, list[tuple[int, float]]]


def without_furniture(pages: Sequence[PdfPage]) -> list[list[Line]]:
    """The lines of each page without what stands at the same place of several pages, and without page numbers."""
    same: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for page in pages:
        for index in _zone(page.lines):
            line = page.lines[index]
            for words in {_words(line), _shape(line)}:
                same[words].append((page.number, line.base))
    title = _shape(max(pages[0].lines, key=lambda line: line.size)) if pages and pages[0].lines else ""
    kept = []
    for page in pages:
        dropped = {index for index in _zone(page.lines) if _is_furniture(page, index, same, pages, title)}
        dropped = {index for index in dropped if not _goes_on(page, index, dropped)}
        kept.append([line for index, line in enumerate(page.lines) if index not in dropped])
    return kept


def _zone(lines: Sequence[Line]) -> list[int]:
    order = sorted(range(len(lines)), key=lambda index: -lines[index].base)
    return list(dict.fromkeys([*order[:_ZONE], *order[-_ZONE:]]))


def _words(line: Line) -> str:
    return without_controls(line.text).strip()


def _shape(line: Line) -> str:
    """The words of a line, numbers as '#'; the numbers of an address tell it from others."""
    words = _words(line)
    return _PAGE_BEHIND.sub(" #", words) if "://" in words else re.sub(r"\d+", "#", words)


def _is_furniture(page: PdfPage, index: int, same: Places, pages: Sequence[PdfPage], title: str) -> bool:
    line = page.lines[index]
    bases = [other.base for other in page.lines]
    is_outermost = line.base >= max(bases) - 1 or line.base <= min(bases) + 1
    # Lines that differ in their numbers may be sentences of the text, if they do not stand apart from it.
    is_apart = _gap(page, line) > _SPACED * line.size
    # A year may end a heading at the same place of two pages.
    is_told = is_outermost or len(_words(line)) > _MERE_YEAR
    if (is_told and _recurs(_words(line), line, same, pages)) or (is_apart and _recurs(_shape(line), line, same, pages)):
        return True
    if not is_outermost:
        return False
    if _PAGE_NUMBER.fullmatch(_words(line)) or _is_small_and_apart(page, line):
        return True
    if len(pages) > 1 and all(_stands_apart(other, line) for other in pages):
        return True
    # The running head of a second page repeats the title, with or without a page number.
    bare = re.sub(r"(?:\W*(?:Seite|Page)?\W*#)?\W*$|^\W*#\W+", "", _shape(line))
    return page.number > 1 and len(bare) > 8 and bare in title


def _goes_on(page: PdfPage, index: int, dropped: Set[int]) -> bool:
    """Whether a line goes on with one above it that stays, such as the second line of a heading at the top of a page."""
    line = page.lines[index]
    if line.base < page.height / 2 or not line.is_bold:
        return False
    return any(
        0 < other.base - line.base < _SPACED * line.size and other.is_bold and other.size == line.size and above not in dropped
        for above, other in enumerate(page.lines)
    )


def _recurs(words: str, line: Line, same: Places, pages: Sequence[PdfPage]) -> bool:
    places = {number for number, base in same[words] if abs(base - line.base) < _NEAR}
    return len(places) > 1 and len(places) >= _SHARE * len(pages)


def _gap(page: PdfPage, line: Line) -> float:
    """How far the next line in the direction of the text is."""
    is_top = line.base > page.height / 2
    steps = [line.base - other.base if is_top else other.base - line.base for other in page.lines]
    return min((step for step in steps if step > 1), default=0.0)


def _stands_apart(page: PdfPage, line: Line) -> bool:
    """Whether the outermost line of a page stands where `line` does on its own, apart from the text and no larger than it."""
    is_top = line.base > page.height / 2
    lines = sorted(page.lines, key=lambda other: -other.base if is_top else other.base)
    if len(lines) < 4 or abs(lines[0].base - line.base) > _NEAR or lines[0].is_bold:
        return False
    usual = sorted(other.size for other in lines)[len(lines) // 2]
    return lines[0].size <= usual and abs(lines[0].base - lines[1].base) > _APART * usual


def _is_small_and_apart(page: PdfPage, line: Line) -> bool:
    """Whether a line at the edge of a page is small print that stands off everything else, and is no note."""
    is_foot = line.base < page.height / 2
    if is_foot and (re.match(r"\W*\d{1,3}\W|\ue000", line.text) or "://" in line.text):
        return False
    sizes = sorted(other.size for other in page.lines)
    is_at_edge = not 0.1 * page.height < line.base < 0.9 * page.height
    return is_at_edge and line.size <= 0.9 * sizes[len(sizes) // 2] and _gap(page, line) > 2.5 * line.size
