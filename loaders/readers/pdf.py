"""Reads a PDF with a text layer: running heads left out, broken lines and addresses joined, raised numbers as footnote marks."""

from loaders.document import Briefing, BriefingError, Problem, Words
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Page, without_repeats

SUFFIXES = (".pdf",)

_FEW = 40  # characters a page below which a PDF is taken for pictures of pages
_PICTURES = Words(
    de="Die Datei enthält Bilder von Seiten (Anzahl: {pages}) und keinen Text; bitte den Text erkennen lassen (OCR) oder eine "
    "Word-Datei nehmen",
    en="holds pictures of {pages} pages and no text; recognise the text (OCR) or load a Word file",
)


def recognises(_name: str, head: bytes) -> bool:
    """A PDF, whose head may stand a little behind the beginning."""
    return b"%PDF-" in head[:1024]


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError for a PDF that is damaged, protected, or holds pictures of pages instead of text."""
    # Only here: whoever reads no PDF does not wait for its library.
    from loaders.readers._pdf_chars import PdfError
    from loaders.readers._pdf_layout import Layout
    from loaders.readers._pdf_lines import read_pages

    try:
        pages = read_pages(data)
    except PdfError as error:
        raise BriefingError(name, error.fault) from None
    characters = sum(len(line.text) for page in pages for line in page.lines)
    if characters < _FEW * len(pages):
        raise BriefingError(name, _PICTURES, pages=len(pages))
    unread = sum(page.unread for page in pages)
    problems = (Problem("characters-unreadable", str(unread)),) if unread > characters // 200 else ()
    blocks = without_repeats(Layout.of(pages).blocks(), least=1_000_000)
    return assemble(Page(tuple(blocks), problems=problems), name, data)
