"""What stands on the pages of a PDF and is none of its text: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from loaders.readers._pdf_lines import Line, PdfPage
from loaders.readers._text import without_controls

_ZONE = 3  # lines at the top and at the foot of a page that may be furniture
_NEAR = 4.0  # points by which a running head's place may differ from page to page
_APART = 2.0  # of the size: how far a running head stands off the text
_SHARE = 0.4  # of the pages that carry a running head (left and right ones may differ)
_PAGE_BEHIND = re.compile(r"\s+\d+(?:\s*(?:/|von|of)\s*\d+)?$")
_PAGE_NUMBER = re.compile(r"[\W_]*(?:(?:Seite|Page|S\.|p\.|Blatt)\s*)?\d{1,3}(?:\s*(?:/|von|of)\s*\d{1,3})?[\W_]*", re.IGNORECASE)


# For the words of a line the pages and heights at which it stands.
Places = Mapping[str, list[tuple[int, float]]]


def without_furniture(pages: Sequence[PdfPage]) -> list[list[Line]]:
    """The lines of each page without what stands at the same place of several pages, and without page numbers."""
    told: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    zones = [_zone(page.lines) for page in pages]
    for page, zone in zip(pages, zones, strict=True):
        for index in zone:
            told[_shape(page.lines[index])].append((page.number, page.lines[index].base))
    title = _shape(max(pages[0].lines, key=lambda line: line.size)) if pages and pages[0].lines else ""
    kept = []
    for page, zone in zip(pages, zones, strict=True):
        dropped = {index for index in zone if _is_furniture(page, index, told, pages, title)}
        kept.append([line for index, line in enumerate(page.lines) if index not in dropped])
    return kept


def _zone(lines: Sequence[Line]) -> list[int]:
    order = sorted(range(len(lines)), key=lambda index: -lines[index].base)
    return list(dict.fromkeys([*order[:_ZONE], *order[-_ZONE:]]))


def _shape(line: Line) -> str:
    """The words of a line, numbers as '#'; the numbers of an address tell it from others."""
    words = without_controls(line.text).strip()
    return _PAGE_BEHIND.sub(" #", words) if "://" in words else re.sub(r"\d+", "#", words)


def _is_furniture(
    page: PdfPage, index: int, told: Mapping[str, list[tuple[int, float]]], pages: Sequence[PdfPage], title: str
) -> bool:
    line = page.lines[index]
    shape = _shape(line)
    places = {number for number, base in told[shape] if abs(base - line.base) < _NEAR}
    if len(places) > 1 and len(places) >= _SHARE * len(pages):
        return True
    bases = [other.base for other in page.lines]
    is_outermost = line.base >= max(bases) - 1 or line.base <= min(bases) + 1
    if not is_outermost:
        return False
    if _PAGE_NUMBER.fullmatch(without_controls(line.text)):
        return True
    if len(pages) > 1 and all(_stands_apart(other, line) for other in pages):
        return True
    # The running head of a second page repeats the title, with or without a page number.
    bare = re.sub(r"(?:\W*(?:Seite|Page)?\W*#)?\W*$|^\W*#\W+", "", shape)
    return page.number > 1 and len(bare) > 8 and bare in title


def _stands_apart(page: PdfPage, line: Line) -> bool:
    """Whether the outermost line of a page stands where `line` does on its own, apart from the text and no larger than it."""
    is_top = line.base > page.height / 2
    lines = sorted(page.lines, key=lambda other: -other.base if is_top else other.base)
    if len(lines) < 4 or abs(lines[0].base - line.base) > _NEAR or lines[0].is_bold:
        return False
    usual = sorted(other.size for other in lines)[len(lines) // 2]
    return lines[0].size <= usual and abs(lines[0].base - lines[1].base) > _APART * usual
