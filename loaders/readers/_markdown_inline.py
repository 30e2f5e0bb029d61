"""The text of a block of Markdown: its marks, links, forced breaks, what is struck out, and the bold run it begins with."""

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from loaders.readers._html_tags import KNOWN
from loaders.readers._lines import seam
from loaders.readers._marks import raised
from loaders.readers._text import LINK_END, at_line, line_break, link, mark, sanitised, without_controls

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][\w-]*)\b[^<>]*>", re.IGNORECASE)
_STRIKES = frozenset(("del", "s", "strike"))
_NUMBER_LINK = re.compile(r"[\[(]?(\d{1,3})[\])]?")


def inline_text(children: Sequence[Token], line: int, label_of: Callable[[Token], str]) -> str:
    """The text of inline tokens with its marks, links and lines. `label_of` gives the number of a reference to a note."""
    raw = ""
    links: list[tuple[int, str]] = []
    raised_from = -1
    struck = 0
    for index, child in enumerate(children):
        kind = child.type
        if kind in ("softbreak", "hardbreak"):
            line += 1
            cut, between = seam(raw, children[index + 1].content, is_full=False) if raw[-1:] in ("-", "/") else (0, "\n")
            raw = raw[: len(raw) - cut] + (between if kind == "softbreak" else line_break(raw)) + at_line(line)
        elif kind in ("s_open", "s_close"):
            struck += 1 if kind == "s_open" else -1
        elif kind == "html_inline" and (tag := _TAG.fullmatch(child.content)) and tag["name"].lower() in _STRIKES:
            struck += -1 if tag["end"] else 1
        elif struck:
            continue
        elif kind in ("text", "text_special", "code_inline"):
            raw += sanitised(child.content)  # an entity may stand for a private character
        elif kind == "footnote_ref":
            raw += mark(label_of(child))
        elif kind == "link_open":
            links.append((len(raw), str(child.attrs.get("href", ""))))
        elif kind == "link_close" and links:
            raw = _linked(raw, *links.pop())
        elif kind == "html_inline":
            name = tag["name"].lower() if (tag := _TAG.fullmatch(child.content)) else ""
            if name == "br":
                raw += line_break(raw)
            elif name == "sup" and not child.content.startswith("</"):
                raised_from = len(raw)
            elif name == "sup" and raised_from >= 0:
                raw, raised_from = raw[:raised_from] + raised(raw[raised_from:], raw[:raised_from]), -1
            elif name and name not in KNOWN:
                raw += sanitised(child.content)  # words between angle brackets
    return raw


def _linked(raw: str, start: int, href: str) -> str:
    shown = raw[start:]
    number = _NUMBER_LINK.fullmatch(without_controls(shown))
    if href.startswith("#"):
        return raw[:start] + (mark(number[1]) if number else "" if without_controls(shown).strip("↩︎ ") == "" else shown)
    if shown == href or not re.match(r"https?:", href):
        return raw
    return raw[:start] + link(href) + shown + LINK_END


def bold_end(children: list[Token]) -> int:
    """Behind the bold run (with the marks that follow it) at the beginning of a paragraph; 0 where there is none."""
    depth = end = 0
    for index, child in enumerate(children):
        if child.type in ("strong_open", "strong_close"):
            depth += 1 if child.type == "strong_open" else -1
            end = index + 1
        elif child.type == "footnote_ref" and end == index:
            end = index + 1
        elif (not depth and visible([child]) and child.type not in ("em_open", "em_close")) or (
            not depth and child.type in ("softbreak", "hardbreak")
        ):
            break
    return end


def visible(children: list[Token]) -> bool:
    return any(
        child.content.strip(" :") or child.type in ("image", "footnote_ref") for child in children if child.type != "html_inline"
    )
