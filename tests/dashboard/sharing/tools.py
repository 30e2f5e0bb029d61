"""What tests of pictures need."""

import io

import pypdfium2
import pytest

from dashboard.sharing import chromium

needs_chromium = pytest.mark.skipif(chromium.why_not() is not None, reason="no Chromium on this machine")


def pdf_texts(content: bytes) -> list[str]:
    """The text of each page, read by PDFium."""
    pages = pypdfium2.PdfDocument(io.BytesIO(content))
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pages]


def pdf_sizes(content: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    return [page.get_size() for page in pypdfium2.PdfDocument(io.BytesIO(content))]


def pdf_images(content: bytes) -> int:
    """How many raster pictures the pages hold, in groups too."""
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    return sum(1 for page in document for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=12))
