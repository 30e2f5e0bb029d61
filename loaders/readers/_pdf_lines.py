"""From the characters of a PDF to its lines: where they stand, how large and bold they are, what is raised, what is linked.

PDFium (by pypdfium2) gives the characters; it is asked per character only for what differs from one to the next. It must not be
used by two threads at once, hence the lock.
"""

import ctypes
import re
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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
_STRIP = 2.0  # points: the width of the strips in which columns are looked for
_GUTTER = 6.0  # points: the least gap between columns
CELL_GAP = 1.6  # of the size: a gap that parts columns


# A link as (left, bottom, right, top, address).
Link = tuple[float, float, float, float, str]


class PdfError(Exception):
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
    """The pages of a PDF. Raises PdfError where it is damaged or protected."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise PdfError("is protected by a password; save it without one") from None
            raise PdfError("is damaged or cut off; copy or save the file again") from None
        try:
            return [_page(document, index) for index in range(len(document))]
        except pypdfium2.PdfiumError:
            raise PdfError("holds a page that cannot be read; save the PDF again") from None
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    page = document[index]
    text_page = page.get_textpage()
    try:
        found = PdfPage(index + 1, page.get_height())
        chars = list(_chars(text_page.raw, found))
        links = list(_links(document, page))
        found.lines = [_line(row, links, index + 1, column) for column, row in _in_columns(chars)]
        found.lines = [line for line in found.lines if line.text.strip()]
        return found
    finally:
        text_page.close()
        page.close()


def _chars(text_page: Any, page: PdfPage) -> Iterator[Char]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    looks: dict[int, tuple[float, bool] | None] = {}
    last: Char | None = None
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (0x0D, 0x0A):
            continue
        owner = pdfium.FPDFText_GetTextObject(text_page, index)
        address = ctypes.cast(owner, ctypes.c_void_p).value or 0
        if not address:
            if last and code == 0x20:  # a space that PDFium saw between two words
                yield replace(last, text=" ", left=last.right)
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
        last = Char(_HYPHENS.get(code) or chr(code), box.left, box.right, y.value, *look)
        yield last


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
    """The links of a page; one within the document has '#' and its number for an address."""
    position, annotation, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, position, annotation):
        if not pdfium.FPDFLink_GetAnnotRect(annotation, rect):
            continue
        left, right = sorted((rect.left, rect.right))
        bottom, top = sorted((rect.bottom, rect.top))
        yield left, bottom, right, top, _address(document, annotation) or f"#{position.value}"


def _address(document: pypdfium2.PdfDocument, annotation: Any) -> str:
    action = pdfium.FPDFLink_GetAction(annotation)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    url = buffer.value.decode("utf-8", "replace")
    return url if url.lower().startswith("http") else ""


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
        _, size, found = rows[last]
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


def _in_columns(chars: list[Char]) -> list[tuple[int, list[Char]]]:
    """The rows of a page in reading order, each with its column: 0 over the whole width, 1 left, 2 right.

    Where a page is set in two columns, the left one of each stretch between rows over the whole width comes first.
    """
    gutter = _gutter(chars)
    if gutter is None:
        return [(0, row) for row in _rows(chars)]
    across = {round(char.base) for char in _across(chars, gutter)}
    whole = [char for char in chars if round(char.base) in across]
    left = [char for char in chars if round(char.base) not in across and char.right <= gutter]
    right = [char for char in chars if round(char.base) not in across and char.right > gutter]
    rows = [(column, row) for column, part in enumerate((whole, left, right)) for row in _rows(part)]
    breaks = sorted((row[0].base for column, row in rows if column == 0), reverse=True)

    def place(found: tuple[int, list[Char]]) -> tuple[int, int, float]:
        column, row = found
        stretch = sum(base > row[0].base for base in breaks)
        return (2 * stretch + (column > 0), column, -row[0].base)

    return sorted(rows, key=place)


def _across(chars: list[Char], gutter: float) -> Iterator[Char]:
    """One character of each row that goes on over the gutter, in a letter or with no more than a space there."""
    near: dict[int, Char] = {}
    for char in chars:
        if char.text.strip() and char.right <= gutter and char.right > near.get(round(char.base), char).right - 0.1:
            near[round(char.base)] = char
    for char in chars:
        before = near.get(round(char.base))
        is_next = before is not None and char.left >= gutter and char.left - before.right < 0.6 * char.size
        if char.text.strip() and (char.left < gutter < char.right or is_next):
            yield char


def _gutter(chars: list[Char]) -> float | None:
    """The middle of the gap between two columns: a strip in the middle of the page that hardly any character touches."""
    seen = [char for char in chars if char.text.strip()]
    if len(seen) < 400:
        return None
    left, right = min(char.left for char in seen), max(char.right for char in seen)
    covered = Counter(strip for char in seen for strip in range(int(char.left / _STRIP), int(char.right / _STRIP) + 1))
    few = 0.04 * len(seen) * _STRIP / (right - left) * 6
    start = 0
    best = (0, 0.0)
    for strip in range(int((left + 0.3 * (right - left)) / _STRIP), int((left + 0.7 * (right - left)) / _STRIP) + 1):
        if covered[strip] > few:
            start = 0
            continue
        start = start or strip
        best = max(best, (strip - start + 1, (start + strip + 1) / 2 * _STRIP))
    sides = sum(char.right <= best[1] for char in seen) / len(seen)
    return best[1] if best[0] * _STRIP >= _GUTTER and 0.2 < sides < 0.9 else None


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
        is_bold=all(char.is_bold for char in seen if char.size > size * _SMALLER),
        starts=tuple(word.left for word in words if word.gap > CELL_GAP * size),
        first_width=words[0].right - words[0].left if words else 0.0,
        parts=parts,
        page=page,
        column=column,
    )


def _bulleted(text: str) -> str:
    """A symbol font's private character at the beginning of a line is a bullet."""
    return ("•" if text[:1] != sanitised(text[:1]) else "") + sanitised(text)
