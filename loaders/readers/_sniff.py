"""Tells text formats apart by their first characters; the file's name decides only where these do not."""

import re
from enum import Enum
from functools import lru_cache

from loaders.readers._decoding import head_text


class TextFormat(Enum):
    MARKDOWN = "markdown"
    HTML = "html"
    PLAIN = "plain"


_HTML_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE | re.DOTALL
)
_HTML_PIECE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:div|article|main|section|h[1-6]|p|header|table|ul|ol|b|strong)\b[^>]*>", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(r"</(?:p|div|h[1-6]|li|td|body)>|<(?:p|br|h[1-6])\b[^>]*>", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(
    r"(?:From|MIME-Version|Content-Type|Snapshot-Content-Location|Subject|Date):.*\bmultipart/related\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_SIGN = re.compile(
    r"^#{1,6} +\S|^ {0,3}\[\^[^\]\s]+\]:|\S\[\^[^\]\s]+\]|^(?:\*\*[^*\n]+\*\*|__[^_\n]+__)[ \t]*$", re.MULTILINE
)
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_HTML_NAMES = (".html", ".htm", ".xhtml")


@lru_cache(maxsize=8)
def text_format(name: str, head: bytes) -> TextFormat | None:
    """The format of a text file; None where the bytes are of no text."""
    text = head_text(head)
    if text is None:
        return None
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    suffix = "." + name.lower().rpartition(".")[2]
    if _HTML_PAGE.match(text) or _WEB_ARCHIVE.match(text):
        return TextFormat.HTML
    if suffix in _MARKDOWN_NAMES:
        return TextFormat.MARKDOWN
    if _HTML_PIECE.match(text) or (suffix in _HTML_NAMES and _HTML_TAG.search(text)):
        return TextFormat.HTML
    return TextFormat.MARKDOWN if _MARKDOWN_SIGN.search(text) else TextFormat.PLAIN
