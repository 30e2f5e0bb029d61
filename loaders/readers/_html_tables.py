"""Elements of HTML, the numbers of its lists and the rows of its tables."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from loaders.readers._patterns import names_day

_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none")
_LONG_CELL = 1500  # characters of a cell that holds a text


def children(node: LexborNode) -> list[LexborNode]:
    """The nodes right below a node, texts included."""
    found = []
    child = node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def item_number(item: LexborNode, counters: dict[int, int]) -> str:
    """The number a list shows before an item, '' for a bullet. `counters` count the items of each list met so far."""
    parent = item.parent
    if parent is None or parent.tag != "ol" or _UNNUMBERED.search(parent.attributes.get("style") or ""):
        return ""
    start = whole(parent.attributes.get("start"), 1)
    number = whole(item.attributes.get("value"), counters.get(parent.mem_id, start - 1) + 1)
    counters[parent.mem_id] = number
    return str(number)


def is_data_table(table: LexborNode) -> bool:
    """Whether a table holds data and does not just lay out the page: more than one column, and no headings or tables inside."""
    if table.css_first("h1, h2, h3, h4, table table, article, form") or table.attributes.get("role") == "presentation":
        return False
    if any(len(cell.text() or "") > _LONG_CELL for cell in table.css("td")):
        return False
    rows = table.css("tr")
    return any(len(row.css("td, th")) > 1 for row in rows) and all(len(cell.css("p")) < 4 for cell in table.css("td"))


def rows_of(table: LexborNode) -> Iterator[list[LexborNode | None]]:
    """The rows of a table, without a head that names no day; a first cell that spans rows is repeated in each."""
    carried: tuple[LexborNode, int] | None = None
    for row in table.css("tr"):
        cells: list[LexborNode | None] = [child for child in children(row) if child.tag in ("td", "th")]
        is_head = all(cell is not None and cell.tag == "th" for cell in cells)
        if not cells or (is_head and not names_day(row.text() or "")):
            continue
        if carried and carried[1] > 0:
            cells = [carried[0], *cells]
            carried = (carried[0], carried[1] - 1)
        elif cells[0] is not None and (span := whole(cells[0].attributes.get("rowspan"), 1)) > 1:
            carried = (cells[0], span - 1)
        yield cells


def whole(printed: str | None, otherwise: int) -> int:
    """An attribute that should be a number."""
    return int(printed) if printed and printed.strip().isdigit() else otherwise
