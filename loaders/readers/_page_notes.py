"""Which elements of a saved web page hold its notes."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from loaders.readers import _patterns
from loaders.readers._html_references import MARK_TEXT
from loaders.readers._html_tables import whole
from loaders.readers._html_tags import HEADINGS
from loaders.readers._page_tree import Tree

_NOTE_TAGS = frozenset(["li", "p", "div", "dd", "aside", "section", "blockquote"])
_NOTE_HOLDERS = frozenset(["p", "li", "dl", "ol", "ul", "table", "div", "section"])
NOTE_LISTS = ".footnotes, .endnotes, .references, .fussnoten, #footnotes, #endnotes, #references, #fussnoten, [role=doc-endnotes]"
_NUMBER = re.compile(r"[\[(]?(\d{1,3})[\]).:]*")
_NUMBER_FIRST = re.compile(r"\s*[\[(]?(\d{1,3})(?!\d)")


def note_elements(tree: Tree, root: LexborNode) -> dict[int, str]:
    """The elements (by id in memory) that a footnote marker leads to, with the number it shows.

    A link that leads backwards is one from a note to its marker; an element that holds several targets is no single note.
    """
    places: dict[str, int] = {}
    for node in root.css("[id], a[name]"):
        if node.mem_id in tree.index:
            for name in (node.attributes.get("id"), node.attributes.get("name")):
                places.setdefault(name or "", tree.index[node.mem_id])
    found: dict[int, set[str]] = {}
    for anchor in root.css("a[href*='#']"):
        shown = MARK_TEXT.fullmatch((anchor.text() or "").strip())
        target = places.get((anchor.attributes.get("href") or "").rpartition("#")[2])
        if shown and target is not None and anchor.mem_id in tree.index and target > tree.index[anchor.mem_id]:
            note = next((own for own in tree.above(target) if tree.nodes[own].tag in _NOTE_TAGS), None)
            if note is not None and tree.index[anchor.mem_id] not in tree.inside(note):
                found.setdefault(note, set()).add(shown["number"])
    numbered = {note: numbers.pop() for note, numbers in found.items() if len(numbers) == 1}
    return {tree.nodes[note].mem_id: number for note, number in {**_unmarked(tree, numbered), **numbered}.items()}


def _unmarked(tree: Tree, numbered: dict[int, str]) -> dict[int, str]:
    """The elements beside notes to which no marker leads: items of their numbered list, or alike and with the next number."""
    found: dict[int, str] = {}
    for own, count in Counter(tree.parent[note] for note in numbered).items():
        first = next(note for note in numbered if tree.parent[note] == own)
        items = [inner for inner in tree.inside(own) if tree.parent[inner] == own and _alike(tree, inner, first)]
        if count * 2 < len(items) or tree.nodes[first].tag == "p":
            continue
        start = whole(tree.nodes[own].attributes.get("start"), 1)
        is_list = tree.nodes[own].tag == "ol"
        counted = [str(start + step) if is_list else _printed_number(tree.nodes[item]) for step, item in enumerate(items)]
        if all(numbered.get(item, number) == number for item, number in zip(items, counted, strict=True)):
            found |= {item: number for item, number in zip(items, counted, strict=True) if number and item not in numbered}
    return found


def _alike(tree: Tree, own: int, other: int) -> bool:
    one, two = tree.nodes[own], tree.nodes[other]
    return one.tag == two.tag and one.attributes.get("class") == two.attributes.get("class")


def _printed_number(node: LexborNode) -> str:
    first = node.css_first("a, sup, span, b, td")
    found = _NUMBER.fullmatch((first.text() or "").strip()) if first else None
    found = found or _NUMBER_FIRST.match(node.text() or "")
    return found[1] if found else ""


def printed_notes(tree: Tree, own: int, dropped: frozenset[int]) -> Iterator[int]:
    """The elements from a place on that begin like a note: '[3] …'."""
    while own < len(tree.nodes):
        node = tree.nodes[own]
        if node.mem_id in dropped:
            own = tree.end[own]
            continue
        if node.tag in _NOTE_HOLDERS and re.match(r"\s*\[\d{1,3}\]\s*\S", node.text() or ""):
            yield own
            own = tree.end[own]
        else:
            own += 1


def with_note_heading(tree: Tree, body: int, dropped: frozenset[int]) -> int:
    """The text's element, or the one around it that holds the heading of the notes as well."""
    for own, node in enumerate(tree.nodes):
        if own in tree.inside(body) or node.tag not in HEADINGS or node.mem_id in dropped or own < body:
            continue
        if _patterns.is_heading_of("notes", " ".join((node.text() or "").split())):
            return next(up for up in tree.above(body) if own in tree.inside(up))
    return body
