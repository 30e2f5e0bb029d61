"""Pages that a text browser wrote as plain text: numbered links with a list of their addresses, raised numbers behind '^'."""

import re
from collections.abc import Sequence

from loaders.readers import _patterns
from loaders.readers._blocks import Block
from loaders.readers._text import LINK_END, link

_ORDINAL = re.compile(r"(?<=\d)\^(st|nd|rd|th)\b")
_LINK = re.compile(r"(?<!\^)\[(\d{1,4})\]")
_BEFORE_WORDS = re.compile(r"\[\d{1,4}\](?=[^\W_]|[„“\"(])")
_BROKEN = re.compile(r"\[\s*\n\s*(\d{1,4}\])|\[(\d{1,4})\n\s*(\d{0,3}\])")
_RAISED = re.compile(r"\^\s*[\[(]?\d")
_ENTRY = re.compile(
    r"\s*(?:\[(?P<n>\d{1,4})\]|(?P<m>\d{1,4})\.)\s+(?P<url>(?:https?|file|ftp|mailto|javascript|about|data):\S*)\s*$"
)
_HEAD = re.compile(r"\s*(?:Visible|Hidden) links:?\s*$", re.IGNORECASE)
_DOUBLED = re.compile(r"\[\d{1,4}\][\[(]\d{1,3}[\])]")
_FEW = 3  # a third of the links: the others lead back from notes, or elsewhere on the site
_LEAST = 2  # links that make a list


def without_ordinals(text: str) -> str:
    """'18^th' as it is meant."""
    return _ORDINAL.sub(r"\1", text) if "^" in text else text


def with_whole_links(text: str) -> str:
    """A text in which no number of a link is broken over two lines."""
    return _BROKEN.sub(lambda found: f"[{found[1] or found[2] + found[3]}\n", text)


def link_list(lines: Sequence[str]) -> tuple[int, dict[str, str]]:
    """Where the list of the addresses of all links begins (its heading, if it has one), and these by number.

    The list stands at the end, counts from 1 and holds nothing but addresses; (all lines, {}) where there is none.
    """
    found: dict[str, str] = {}
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        entry = _ENTRY.match(lines[index])
        if entry:
            found[entry["n"] or entry["m"]] = entry["url"]
            start = index
        elif lines[index].strip() and not _HEAD.match(lines[index]):
            if found and _patterns.is_heading_of("notes", lines[index].strip()):
                start = index
            break
    is_counted = sorted(map(int, found)) == list(range(1, len(found) + 1)) and len(found) >= _LEAST
    return (start, found) if is_counted else (len(lines), {})


def is_dumped(text: str, links: dict[str, str]) -> bool:
    """Whether the numbers in a text are those of its links: they stand before words, or beside marks of its own notes."""
    doubled = len(_DOUBLED.findall(text))
    return bool(_RAISED.search(text)) or max(len(_BEFORE_WORDS.findall(text)), doubled) * _FEW > len(links)


def with_links(blocks: Sequence[Block], links: dict[str, str]) -> list[Block]:
    """The blocks with links in place of their numbers."""

    def linked(found: re.Match[str]) -> str:
        url = links.get(found[1])
        if url is None:
            return found[0]
        return link(url) + LINK_END if url.startswith("http") else ""

    return [block.with_raw(_LINK.sub(linked, block.raw)) for block in blocks]
