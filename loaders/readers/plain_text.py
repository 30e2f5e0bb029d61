"""Reads plain text as published: a title line, headings without a sign, '[n]' glued to sentences, numbered notes at the end.

Also with lines broken to a width, underlined headings, bullets, and other ways to print notes.
"""

from loaders.document import Briefing
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Page
from loaders.readers._decoding import front_matter, text_of
from loaders.readers._plain_lines import blocks_of
from loaders.readers._sniff import TextFormat, text_format

SUFFIXES = (".txt", ".text")


def recognises(name: str, head: bytes) -> bool:
    """Text without the signs of HTML or Markdown."""
    return text_format(name, head) is TextFormat.PLAIN


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError where the bytes are no text."""
    text, problems = text_of(name, data)
    front, body, malformed = front_matter(text)
    return assemble(Page(tuple(blocks_of(body)), front, problems=(*problems, *malformed)), name, data)
