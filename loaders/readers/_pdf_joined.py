"""Lines of a PDF made one text: words and addresses that were broken put together again."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from loaders.readers._lines import seam
from loaders.readers._pdf_lines import Line
from loaders.readers._text import LINK_END, link

OPENS_LINK = re.compile("\ue004([^\ue005]*)\ue005")
LAST_LINK = re.compile(f"\ue004([^\ue005]*)\ue005([^{LINK_END}]*){LINK_END}$")
_HYPHENS = ("-", "\u2010", "\u00ad")
_ANY_LINK = re.compile(f"\ue004(?P<url>[^\ue005]*)\ue005(?P<shown>[^{LINK_END}]*){LINK_END}")
_NO_ADDRESS = re.compile("[\\s\ufe0e↩⤴⏎↑↵]+")  # spaces, and signs that lead back to a marker


def joined(group: Sequence[Line], known: frozenset[str], is_full: Callable[[Line, Line], bool]) -> str:
    """The text of some lines. `known` are the words of the whole text, `is_full` tells that a line had no room for the next."""
    raw = group[0].text
    for before, line in pairwise(group):
        text = line.text
        last, opening = LAST_LINK.search(raw), OPENS_LINK.match(text)
        if last and opening and last[1] == opening[1]:
            # One link over two lines: its address shows whether it was broken at a space.
            raw, text = raw[: -len(LINK_END)], text[opening.end() :]
            after = text.partition(LINK_END)[0]
            if raw[-1:] in _HYPHENS and _of_address(last[2][:-1] + after, last[1]):
                raw = raw[:-1] + text
                continue
            if _of_address(last[2] + after, last[1]) or _goes_on(last[2], after, last[1]):
                raw += text
                continue
        cut, between = seam(raw, text, known, is_full(before, line))
        raw = raw[: len(raw) - cut] + between + text
    return _ANY_LINK.sub(_unspaced, raw) if LINK_END in raw else raw


def _of_address(shown: str, address: str) -> str:
    """A shown text that is an address or a piece of it, without the gaps of its setting; '' for any other text."""
    words = _NO_ADDRESS.sub("", shown)
    told = (words, words[:-1] if words[-1:] in _HYPHENS else "")
    is_shortened = len(words) > 1 and words[-1] == "…" and words[:-1] in address
    return words if is_shortened else next((each for each in told if each and each in address), "")


def _goes_on(before: str, after: str, address: str) -> bool:
    """Whether the last word of a line and the first of the next, both inside one link, are pieces of its address."""
    last, first = before.split()[-1:], _NO_ADDRESS.sub(" ", after).split()[:1]
    return bool(last and first) and "://" in last[0] and last[0] + first[0] in address


def _unspaced(found: re.Match[str]) -> str:
    address = _of_address(found["shown"], found["url"])
    return f"{link(found['url'])}{address}{LINK_END}" if address else found[0]
