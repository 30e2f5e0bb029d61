"""From the characters of a PDF to its lines: what stands in one line, in which column, what is raised, what is linked."""

from collections import Counter
from dataclasses import dataclass, field

from loaders.readers._marks import raised
from loaders.readers._pdf_chars import Char, Link, RawPage, raw_pages
from loaders.readers._pdf_columns import SMALLER, Gutter, gutter_of, in_columns
from loaders.readers._text import LINK_END, link, sanitised

_RAISED = 0.12  # of the line's size: how far above its base a smaller number stands
_WORD_GAP = 0.18  # of the size: a gap between characters that parts words
CELL_GAP = 1.6  # of the size: a gap that parts columns


@dataclass(slots=True)
class Line:
    """One line of a page, or of a column. `text` carries marks and links; `parts` are the left edges of its cells."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    first_width: float  # of its first word
    parts: tuple[tuple[float, str], ...] = ()
    starts: tuple[float, ...] = ()  # left edges of all words behind a wide space
    page: int = 0
    column: int = 0  # 0 = as wide as the page, 1 = left, 2 = right


@dataclass(slots=True)
class PdfPage:
    """The lines of a page in reading order; `unread` counts characters whose letter the PDF does not tell."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    unread: int = 0


def read_pages(data: bytes) -> list[PdfPage]:
    """The lines of a PDF by page. Raises PdfError where it is damaged or protected."""
    pages = []
    gutter: Gutter | None = None
    for raw in raw_pages(data):
        gutter = gutter_of(raw.chars, gutter)
        pages.append(_page(raw, gutter))
    return pages


def _page(raw: RawPage, gutter: Gutter | None) -> PdfPage:
    lines = [_line(row, raw.links, raw.number, column) for column, row in in_columns(raw.chars, gutter)]
    return PdfPage(raw.number, raw.height, [line for line in lines if line.text.strip()], raw.unread)


@dataclass(slots=True)
class _Word:
    """Characters without a gap, alike in being raised and in their link; `gap` is the space before them."""

    text: str
    left: float
    right: float
    gap: float
    is_raised: bool
    url: str


def _words(chars: list[Char], size: float, base: float, links: list[Link]) -> list[_Word]:
    words: list[_Word] = []
    is_spaced = False
    for char in chars:
        if not char.text.strip():
            is_spaced = True
            continue
        is_raised = char.size <= size * SMALLER and char.base > base + _RAISED * size
        url = _link_at(char, links)
        gap = char.left - words[-1].right if words else 0.0
        if words and not is_spaced and gap <= _WORD_GAP * size and (is_raised, url) == (words[-1].is_raised, words[-1].url):
            words[-1].text += char.text
            words[-1].right = max(words[-1].right, char.right)
        else:
            is_apart = bool(words) and (is_spaced or gap > _WORD_GAP * size)
            words.append(_Word(char.text, char.left, char.right, max(gap, 0.01) if is_apart else 0.0, is_raised, url))
        is_spaced = False
    return words


def _link_at(char: Char, links: list[Link]) -> str:
    middle, height = (char.left + char.right) / 2, char.base + 0.3 * char.size
    return next((url for left, bottom, right, top, url in links if left <= middle <= right and bottom <= height <= top), "")


def _line(chars: list[Char], links: list[Link], page: int, column: int) -> Line:
    """The text of a row with its marks and links, its words parted by their gaps."""
    seen = [char for char in chars if char.text.strip()] or chars
    size = Counter(char.size for char in seen).most_common(1)[0][0]
    base = Counter(char.base for char in seen if char.size == size).most_common(1)[0][0]
    near = [found for found in links if found[1] <= base + size and found[3] >= base]
    words = _words(chars, size, base, near)
    cells: list[tuple[float, str]] = []
    text = url = ""
    start = 0.0
    gaps = sorted(word.gap for word in words if word.gap)
    usual = gaps[len(gaps) // 4] if gaps else size
    for index, word in enumerate(words):
        if word.gap > max(CELL_GAP * size, 2.2 * usual) and not url.startswith("http"):
            cells.append((start, text))
            text = ""
        if not text:
            start = word.left
        if url.startswith("http") and word.url != url:
            text += LINK_END
        text += " " if word.gap and text else ""
        text += link(word.url) if word.url.startswith("http") and word.url != url else ""
        url = word.url
        text += raised(word.text, text) if word.is_raised else _bulleted(word.text) if index == 0 else sanitised(word.text)
    parts = (*cells, (start, text + (LINK_END if url.startswith("http") else "")))
    return Line(
        text=" ".join(told for _, told in parts),
        left=seen[0].left,
        right=seen[-1].right,
        base=base,
        size=size,
        is_bold=all(char.is_bold for char in seen if char.size > size * SMALLER),
        starts=tuple(word.left for word in words if word.gap > CELL_GAP * size),
        first_width=words[0].right - words[0].left if words else 0.0,
        parts=parts,
        page=page,
        column=column,
    )


def _bulleted(text: str) -> str:
    """A symbol font's private character at the beginning of a line is a bullet."""
    return ("•" if text[:1] != sanitised(text[:1]) else "") + sanitised(text)
