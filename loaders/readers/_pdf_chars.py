"""The characters and links of a PDF, as PDFium (by pypdfium2) gives them: where they stand, how large and bold they are.

PDFium is asked per character only for what differs from one to the next. It must not be used by two threads at once, hence
the lock.
"""

import ctypes
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.document import Words

_LOCK = threading.Lock()
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # flag of a font descriptor, ISO 32000-1, table 123
_HEAVY = 700  # weight of a bold font
_HYPHENS = {0x2: "-", 0xFFFE: "-"}  # what PDFium gives for a hyphen at a line's end

# The function as PDFium has it, but its result as a number: a pointer object for each character would be slow.
_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, pdfium.FPDF_TEXTPAGE, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)

# A link as (left, bottom, right, top, address).
Link = tuple[float, float, float, float, str]


class PdfError(Exception):
    """A PDF that cannot be read; `fault` says why and what to do."""

    def __init__(self, fault: Words) -> None:
        super().__init__(fault.en)
        self.fault = fault


_PROTECTED = Words(
    de="Die Datei ist mit einem Kennwort geschützt; bitte ohne Kennwort speichern",
    en="is protected by a password; save it without one",
)
_DAMAGED = Words(
    de="Die Datei ist beschädigt oder abgeschnitten; bitte die Datei neu kopieren oder speichern",
    en="is damaged or cut off; copy or save the file again",
)
_BAD_PAGE = Words(
    de="Die Datei enthält eine Seite, die nicht zu lesen ist; bitte das PDF neu speichern",
    en="holds a page that cannot be read; save the PDF again",
)


class Char(NamedTuple):
    """A character: its text, left and right edge, base line, size and weight. Lengths are points, y grows upwards."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


@dataclass(slots=True)
class RawPage:
    """A page as PDFium gives it; `unread` counts characters whose letter the PDF does not tell."""

    number: int
    height: float
    chars: list[Char] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    unread: int = 0


def raw_pages(data: bytes) -> list[RawPage]:
    """The pages of a PDF. Raises PdfError where it is damaged or protected."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise PdfError(_PROTECTED) from None
            raise PdfError(_DAMAGED) from None
        try:
            return [_page(document, index) for index in range(len(document))]
        except pypdfium2.PdfiumError:
            raise PdfError(_BAD_PAGE) from None
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> RawPage:
    page = document[index]
    text_page = page.get_textpage()
    try:
        found = RawPage(index + 1, page.get_height())
        found.chars = list(_chars(text_page.raw, found))
        found.links = list(_links(document, page))
        return found
    finally:
        text_page.close()
        page.close()


def _chars(text_page: Any, page: RawPage) -> Iterator[Char]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    looks: dict[int, tuple[float, bool] | None] = {}
    fonts: dict[int, bool] = {}
    last: Char | None = None
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (0x0D, 0x0A):
            continue
        owner = _text_object(text_page, index)
        if not owner:
            if last and code == 0x20:  # a space that PDFium saw between two words
                yield _space(last)
            continue
        if owner not in looks:
            looks[owner] = _look(text_page, index, owner, fonts)
        look = looks[owner]
        if look is None:
            continue
        if code in (0, 0xFFFD):
            page.unread += 1
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        if code == 0x20 and last and last.left < box.left and abs(last.base - y.value) < 1:
            yield _space(last)
            continue
        last = Char(_HYPHENS.get(code) or chr(code), box.left, box.right, y.value, look[0], look[1])
        yield last


def _space(before: Char) -> Char:
    # Where letters are kerned the next one may begin before its space ends, and even before the last one does.
    return before._replace(text=" ", left=before.left + 0.01)


def _look(text_page: Any, index: int, owner: int, fonts: dict[int, bool]) -> tuple[float, bool] | None:
    """The size and weight of a character and of all of its text object; None for what is turned (a watermark)."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    if abs(matrix.b) > abs(matrix.a) * 0.1:
        return None
    font = pdfium.FPDFTextObj_GetFont(ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT))
    address = ctypes.cast(font, ctypes.c_void_p).value or 0
    if address not in fonts:
        fonts[address] = _is_bold(text_page, index)
    return round(pdfium.FPDFText_GetFontSize(text_page, index) * (abs(matrix.d) or 1), 1), fonts[address]


def _is_bold(text_page: Any, index: int) -> bool:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, 256, flags)
    is_named_bold = bool(_BOLD.search(name.value.decode("utf-8", "replace")))
    return is_named_bold or bool(flags.value & _FORCE_BOLD) or pdfium.FPDFText_GetFontWeight(text_page, index) >= _HEAVY


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
