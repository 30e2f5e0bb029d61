"""Reads plain text as published: a title line, headings without a sign, '[n]' glued to sentences, numbered notes at the end.

Also with lines broken to a width, underlined headings, bullets, and other ways to print notes.
"""

import re

from loaders.document import Briefing, Problem
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Block, Page
from loaders.readers._decoding import front_matter, text_of
from loaders.readers._dumped import is_dumped, link_list, with_links, with_whole_links, without_ordinals
from loaders.readers._mailed import unpacked, unquoted, without_head
from loaders.readers._plain_lines import blocks_of
from loaders.readers._plain_markup import without_markup
from loaders.readers._sniff import TextFormat, text_format

_SIGNATURE = re.compile(r"\n--[ ]?\n(?P<below>(?:(?!\n--[ ]?\n).)*)\Z", re.DOTALL)
_MAX_SIGNATURE = 10  # lines
SUFFIXES = (".txt", ".text", ".rst")


def recognises(name: str, head: bytes) -> bool:
    """Text without the signs of HTML or Markdown."""
    return text_format(name, head) is TextFormat.PLAIN


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError where the bytes are no text."""
    text, problems = text_of(name, data)
    text, cover = unquoted(unpacked(text))
    text, subject, head = without_head(text)
    front, body, malformed = front_matter(text)
    body, signature = _without_signature(body)
    problems += [*cover, *head, *malformed, *signature]
    return assemble(Page(tuple(_blocks(body)), front, subject, problems=tuple(problems)), name, data)


def _blocks(text: str) -> list[Block]:
    text = without_ordinals(without_markup(text))
    lines = text.split("\n")
    end, links = link_list(lines)
    body = "\n".join(lines[:end])
    return with_links(blocks_of(with_whole_links(body)), links) if links and is_dumped(body, links) else blocks_of(text)


def _without_signature(text: str) -> tuple[str, list[Problem]]:
    """The text without what stands below the line '--' that parts a mail from its sender's signature."""
    found = _SIGNATURE.search(text)
    if not found or found["below"].count("\n") > _MAX_SIGNATURE:
        return text, []
    line = text.count("\n", 0, found.start("below")) + 1
    return text[: found.start()], [Problem("part-left-out", " ".join(found["below"].split())[:80], line)]
