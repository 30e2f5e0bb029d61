"""From the characters of a PDF to its lines: where they stand, how large and bold they are, what is raised, what is linked.

PDFium (by pypdfium2) gives the characters; it is asked per character only for what differs from one to the next. It must not be
used by two threads at once, hence the lock.
"""

import ctypes
import re
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.readers._html import raised
from loaders.readers._text import LINK_END, link, sanitised

_LOCK = threading.Lock()
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # flag of a font descriptor, ISO 32000-1, table 123
_HYPHENS = {0x2: "-", 0xFFFE: "-"}  # what PDFium gives for a hyphen at a line's end
_RAISED = 0.12  # of the line's size: how far above its base a smaller number stands
_SMALLER = 0.87
_WORD_GAP = 0.18  # of the size: a gap between characters that parts words
CELL_GAP = 1.6  # of the size: a gap that parts columns


# A link as (left, bottom, right, top, address).
Link = tuple[float, float, float, float, str]


class PdfFault(Exception):
    """A PDF that cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Char:
    """A character: its text, left and right edge, base line, size and weight. Lengths are points, y grows upwards."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


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
    """The pages of a PDF. Raises PdfFault where it is damaged or protected."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise PdfFault("is protected by a password; save it without one") from None
            raise PdfFault("is damaged or cut off; copy or save the file again") from None
        try:
            return [_page(document, index) for index in range(len(document))]
        except pypdfium2.PdfiumError:
            raise PdfFault("holds a page that cannot be read; save the PDF again") from None
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    page = document[index]
    text_page = page.get_textpage()
    try:
        found = PdfPage(index + 1, page.get_height())
        chars = list(_chars(text_page.raw, found))
        links = list(_links(document, page))
        found.lines = [_line(row, links, index + 1, column) for column, row in _in_columns(_rows(chars))]
        found.lines = [line for line in found.lines if line.text.strip()]
        return found
    finally:
        text_page.close()
        page.close()


def _chars(text_page: Any, page: PdfPage) -> Iterator[Char]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    looks: dict[int, tuple[float, bool] | None] = {}
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (0x0D, 0x0A):
            continue
        owner = pdfium.FPDFText_GetTextObject(text_page, index)
        address = ctypes.cast(owner, ctypes.c_void_p).value or 0
        if not address:
            continue
        if address not in looks:
            looks[address] = _look(text_page, index)
        look = looks[address]
        if look is None:
            continue
        if code in (0, 0xFFFD):
            page.unread += 1
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        yield Char(_HYPHENS.get(code) or chr(code), box.left, box.right, y.value, *look)


def _look(text_page: Any, index: int) -> tuple[float, bool] | None:
    """The size and weight of a character and of all of its text object; None for what is turned (a watermark)."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    if abs(matrix.b) > abs(matrix.a) * 0.1:
        return None
    size = pdfium.FPDFText_GetFontSize(text_page, index) * (abs(matrix.d) or 1)
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, 256, flags)
    is_bold = bool(_BOLD.search(name.value.decode("utf-8", "replace"))) or bool(flags.value & _FORCE_BOLD)
    return round(size, 1), is_bold or pdfium.FPDFText_GetFontWeight(text_page, index) >= 700


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[Link]:
    """The links of a page to addresses."""
    position, annotation, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, position, annotation):
        action = pdfium.FPDFLink_GetAction(annotation)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        url = buffer.value.decode("utf-8", "replace")
        if url.lower().startswith("http") and pdfium.FPDFLink_GetAnnotRect(annotation, rect):
            yield (
                min(rect.left, rect.right),
                min(rect.top, rect.bottom),
                max(rect.left, rect.right),
                max(rect.top, rect.bottom),
                url,
            )


def _rows(chars: list[Char]) -> list[list[Char]]:
    """Characters by the line they stand in, top down; a raised number stands in the line of its word."""
    rows: list[tuple[float, float, list[Char]]] = []  # base, size, characters
    last = -1
    for char in chars:
        middle = char.base + 0.3 * char.size
        if last < 0 or not _holds(rows[last], middle, char):
            last = next((i for i in range(len(rows) - 1, -1, -1) if _holds(rows[i], middle, char)), len(rows))
            if last == len(rows):
                rows.append((char.base, char.size, []))
        base, size, found = rows[last]
        found.append(char)
        if char.size > size * 1.1:
            rows[last] = (char.base, char.size, found)
    rows.sort(key=lambda row: -row[0])
    return [sorted(found, key=lambda char: char.left) for _, _, found in rows]


def _holds(row: tuple[float, float, list[Char]], middle: float, char: Char) -> bool:
    base, size, _ = row
    if size < char.size * _SMALLER:  # the row began with a raised number
        return char.base - 0.15 * char.size < base + 0.3 * size < char.base + 0.95 * char.size
    return base - 0.15 * size < middle < base + 0.95 * size


def _in_columns(rows: list[list[Char]]) -> list[tuple[int, list[Char]]]:
    """The rows in reading order; where a page is set in two columns, the left one of each stretch comes first."""
    gutter = _gutter(rows)
    if gutter is None:
        return [(0, row) for row in rows]
    ordered: list[tuple[int, list[Char]]] = []
    right: list[tuple[int, list[Char]]] = []
    for row in rows:
        before = [char for char in row if char.right <= gutter]
        behind = [char for char in row if char.left >= gutter]
        if len(before) + len(behind) < len(row):
            ordered += [*right, (0, row)]
            right = []
            continue
        if before:
            ordered.append((1, before))
        if behind:
            right.append((2, behind))
    return ordered + right


def _gutter(rows: list[list[Char]]) -> float | None:
    """Where the gap between two columns lies: free in nearly all rows, with text on both sides in most."""
    texts = [[char for char in row if char.text.strip()] for row in rows]
    texts = [row for row in texts if row]
    if len(texts) < 8:
        return None
    left, right = min(row[0].left for row in texts), max(char.right for row in texts for char in row[-1:])
    best: tuple[int, float] = (0, 0.0)
    for step in range(35, 66):
        place = left + (right - left) * step / 100
        both = crossed = 0
        for row in texts:
            if row[0].left < place < row[-1].right:
                gap = _gap_at(row, place)
                both += gap > row[0].size * CELL_GAP * 0.6
                crossed += gap <= row[0].size * CELL_GAP * 0.6
        best = max(best, (both - 3 * crossed, place))
    return best[1] if best[0] * 2 > len(texts) else None


def _gap_at(row: list[Char], place: float) -> float:
    before = max((char.right for char in row if char.left < place), default=place)
    behind = min((char.left for char in row if char.left >= place), default=place)
    return behind - before


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
        is_raised = char.size <= size * _SMALLER and char.base > base + _RAISED * size
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
    for index, word in enumerate(words):
        if word.gap > CELL_GAP * size and not url:
            cells.append((start, text))
            text = ""
        if not text:
            start = word.left
        if url and word.url != url:
            text += LINK_END
        text += " " if word.gap and text else ""
        text += link(word.url) if word.url and word.url != url else ""
        url = word.url
        text += raised(word.text, text) if word.is_raised else _bulleted(word.text) if index == 0 else sanitised(word.text)
    parts = (*cells, (start, text + (LINK_END if url else "")))
    return Line(
        text=" ".join(told for _, told in parts),
        left=seen[0].left,
        right=seen[-1].right,
        base=base,
        size=size,
        is_bold=all(char.is_bold for char in seen if char.size > size * _SMALLER),
        first_width=words[0].right - words[0].left if words else 0.0,
        parts=parts,
        page=page,
        column=column,
    )


def _bulleted(text: str) -> str:
    """A symbol font's private character at the beginning of a line is a bullet."""
    return ("•" if text[:1] != sanitised(text[:1]) else "") + sanitised(text)
