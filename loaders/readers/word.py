"""Reads a Word document (.docx): styled and bold headings, lists, tables, footnotes and endnotes, tracked changes as accepted."""

from loaders.document import Briefing

SUFFIXES = (".docx", ".docm")


def recognises(_name: str, head: bytes) -> bool:
    """A ZIP package; whether a Word document is in it, `read` finds out."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError for a damaged package, one too large, and one that is no Word document."""
    # Only here: whoever reads no Word document does not wait for its library.
    from loaders.readers._word_document import read_document

    return read_document(name, data)
