"""The elements of a web page in reading order, with the length of the text in each."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from loaders.readers._html_tables import children
from loaders.readers._html_tags import HEADINGS, SKIPPED


@dataclass(slots=True)
class Tree:
    """All elements of a page in reading order, with the length of the text in each.

    `end[i]` is behind the last element inside element i; `size[i]` counts the characters inside it, `own[i]` those outside of
    further elements. `headings` are the places of h1 to h6.
    """

    nodes: list[LexborNode] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    size: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    index: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: LexborNode) -> "Tree":
        tree = cls()
        todo: list[tuple[LexborNode, int]] = [(root, -1)]
        while todo:
            node, parent = todo.pop()
            if node.is_text_node:
                tree.own[parent] += len((node.text_content or "").strip())
            elif node.is_element_node and node.tag not in SKIPPED:
                own = len(tree.nodes)
                if node.tag in HEADINGS:
                    tree.headings.append(own)
                tree.index[node.mem_id] = own
                tree.nodes.append(node)
                tree.parent.append(parent)
                tree.end.append(own + 1)
                tree.own.append(0)
                todo.extend((child, own) for child in reversed(children(node)))
        tree.size = list(tree.own)
        for own in range(len(tree.nodes) - 1, 0, -1):
            above = tree.parent[own]
            tree.size[above] += tree.size[own]
            tree.end[above] = max(tree.end[above], tree.end[own])
        return tree

    def above(self, own: int) -> Iterator[int]:
        """The element and all that hold it, from the inside out."""
        while own >= 0:
            yield own
            own = self.parent[own]

    def inside(self, own: int) -> range:
        return range(own, self.end[own])

    def headings_in(self, own: int) -> list[int]:
        return self.headings[bisect_left(self.headings, own) : bisect_left(self.headings, self.end[own])]
