"""Markers of notes on a web page, links back from them, and notes shown over their markers."""

import re

from selectolax.lexbor import LexborNode

from loaders.readers._html_tables import children
from loaders.readers._marks import numbers_in, raised
from loaders.readers._text import mark

MARK_TEXT = re.compile(
    r"[\[(]?\s*(?P<number>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[*†‡]{1,3}|[a-z]|[ivx]{1,5})(?::\d+)?\s*[\])]?[.:,]?"
)
_BACK_TEXT = re.compile(
    r"[\s\d^a-c]*[↩↵⤴⏎↑⇧▲←⬆][\s\d\ufe0e\ufe0f]*|\^|zurück(?: zum Text)?|back(?: to text)?|nach oben|jump (?:back )?up.*",
    re.IGNORECASE,
)
_TOOLTIP = re.compile(r"(?:^|[\s_-])(?:tooltip[-_]?(?:text|content|inner)|popover[-_]?content)(?:\s|$)", re.IGNORECASE)
LAST_MARK = re.compile("\ue000([^\ue001]*)\ue001\\s*$")
_BACK_CLASS = re.compile(r"back-?(?:ref|link)|reversefootnote", re.IGNORECASE)


def _marked_numbers(printed: str) -> list[str]:
    return numbers_in(printed) if printed[0].isdigit() else [printed]


def _numbers_of_children(node: LexborNode) -> list[str]:
    """The numbers of links that stand side by side in a raised text, each a marker of its own; [] for any other text."""
    if len(node.css("a")) < 2:
        return []
    texts = [(child.text() or "").strip() for child in children(node)]
    found = [MARK_TEXT.fullmatch(text) for text in texts if text.strip("[]() ,;")]
    return [number for each in found if each for number in _marked_numbers(each["number"])] if all(found) else []


def is_tooltip(node: LexborNode) -> bool:
    """Whether an element is shown over a marker only."""
    if node.tag in ("span", "div", "aside", "small"):
        attributes = node.attributes
        return attributes.get("role") == "tooltip" or bool(_TOOLTIP.search(attributes.get("class") or ""))
    return False


def reference_of(node: LexborNode, before: str) -> str | None:
    """What a raised text or a link is where it holds footnote numbers (marks) or leads back from a note (''); else None.

    `before` is the text in front of it.
    """
    attributes = node.attributes
    anchor = node if node.tag == "a" else node.css_first("a[href]")
    href = (anchor.attributes.get("href") or "") if anchor else ""
    text = node.text() or ""
    is_back = bool(_BACK_CLASS.search(attributes.get("class") or "")) or attributes.get("role") == "doc-backlink"
    if is_back or ("#" in href and _BACK_TEXT.fullmatch(text.strip())):
        return ""
    if node.tag != "a" and (numbers := _numbers_of_children(node)):
        return "".join(map(mark, numbers))
    if "#" in href and (found := MARK_TEXT.fullmatch(text.strip())):
        return "".join(map(mark, _marked_numbers(found["number"])))
    shown = raised(text, before, bool(href)) if node.tag != "a" else text
    return None if shown == text else shown
