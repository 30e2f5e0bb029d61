"""From HTML elements to blocks: headings, paragraphs, list items, rows, notes, and the marks, links and breaks in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.readers._blocks import Block, Kind, row_text, without_head
from loaders.readers._html_references import LAST_MARK, is_tooltip, reference_of
from loaders.readers._html_tables import children, is_data_table, item_number, rows_of, whole
from loaders.readers._html_tags import BLOCKS, HEADINGS, SKIPPED, is_bold, is_raised
from loaders.readers._pieces import BOLD_LEVEL, Piece, bold_heading, joined, paragraphs
from loaders.readers._plain_lines import blocks_of as plain_blocks
from loaders.readers._text import BREAK, LINK_END, link, sanitised, without_controls, without_lines


def blocks_of(html: str) -> list[Block]:
    """The blocks of a piece of HTML, as it may stand inside other formats."""
    body = LexborHTMLParser(html).body
    return Walker().blocks_in(body) if body else []


@dataclass(slots=True)
class _Frame:
    """The block element that text falls into."""

    kind: Kind
    level: int = 0
    number: str = ""
    node: int = 0


@dataclass(slots=True)
class Walker:
    """Walks a tree without recursion and collects its blocks.

    `notes` are elements (by their id in memory) that hold a footnote, with its number as marked in the text; `dropped` are
    elements to be left out.
    """

    notes: Mapping[int, str] = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=lambda: [_Frame(Kind.PARAGRAPH)])
    bold: int = 0
    term: str = ""
    root: int = 0  # the element walked through
    linked: int = 0  # the link that is open
    counters: dict[int, int] = field(default_factory=dict)
    tooltips: list[Block] = field(default_factory=list)  # notes that are shown over their markers

    def blocks_in(self, root: LexborNode) -> list[Block]:
        """The blocks below a node, in reading order."""
        self.root = root.mem_id
        todo: list[tuple[LexborNode, bool]] = [(root, False)]
        while todo:
            node, is_left = todo.pop()
            if is_left:
                self._leave(node)
            elif node.is_text_node:
                self._add(node.text_content or "")
            elif node.is_element_node and self._enter(node):
                todo.append((node, True))
                todo.extend((child, False) for child in reversed(children(node)))
        self._flush()
        return self.blocks

    def _take_tooltip(self, node: LexborNode) -> None:
        before = "".join(text for text, _ in self.pieces[-3:])
        if found := LAST_MARK.search(before):
            self.tooltips.append(Block(Kind.NOTE, inline_of(node), number=found[1]))

    def _add(self, text: str) -> None:
        # An entity may stand for a private character.
        self.pieces.append((sanitised(text), self.bold > 0))

    def _enter(self, node: LexborNode) -> bool:
        """Takes in an element; False where nothing below it is to be looked at."""
        tag = node.tag
        if tag in SKIPPED or node.mem_id in self.dropped:
            return False
        if node.mem_id != self.root and is_tooltip(node):
            self._take_tooltip(node)
            return False
        if tag == "br":
            self.pieces.append((BREAK, False))
            return False
        if (tag == "a" or is_raised(node)) and not self._enter_reference(node):
            return False
        if tag == "table" and is_data_table(node):
            self._table(node)
            return False
        if tag == "pre":
            self._preformatted(node)
            return False
        if tag in HEADINGS or tag in BLOCKS or node.mem_id in self.notes:
            self._flush()
            self.frames.append(self._frame(node))
        elif tag == "q":
            self._add("„")
        if is_bold(node):
            self.bold += 1
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == "a" and self.linked == node.mem_id:
            self.pieces.append((LINK_END, False))
        if self.frames[-1].node == node.mem_id:
            self._flush()
            frame = self.frames.pop()
            if frame.kind is Kind.NOTE:
                self._close_note(frame)
        elif tag == "q":
            self._add("“")
        if is_bold(node):
            self.bold -= 1

    def _frame(self, node: LexborNode) -> _Frame:
        outer = self.frames[-1]
        tag = node.tag
        if node.mem_id in self.notes:
            item_number(node, self.counters)  # the items below count on
            return _Frame(Kind.NOTE, number=self.notes[node.mem_id], node=node.mem_id, level=len(self.blocks))
        if outer.kind is Kind.NOTE:
            return _Frame(Kind.ITEM, node=node.mem_id)
        if tag in HEADINGS or (node.attributes.get("role") == "heading"):
            level = HEADINGS.get(tag or "") or whole(node.attributes.get("aria-level"), 2)
            return _Frame(Kind.HEADING, level=level, node=node.mem_id)
        if outer.kind is Kind.HEADING:
            return _Frame(Kind.HEADING, level=outer.level, node=node.mem_id)
        if tag == "li":
            return _Frame(Kind.ITEM, number=item_number(node, self.counters), node=node.mem_id)
        if tag in ("dt", "dd"):
            return _Frame(Kind.ITEM, level=-1 if tag == "dt" else 0, node=node.mem_id)
        return _Frame(Kind.ITEM if outer.kind is Kind.ITEM else Kind.PARAGRAPH, node=node.mem_id)

    def _enter_reference(self, node: LexborNode) -> bool:
        """A raised text or a link; False where it is a marker, or leads back to one."""
        shown = reference_of(node, "".join(piece for piece, _ in self.pieces[-3:]))
        if shown is not None:
            self.pieces.append((shown, False))
            return False
        href = (node.attributes.get("href") or "") if node.tag == "a" else ""
        if re.match(r"\s*https?:", href, re.IGNORECASE):
            self.pieces.append((link(href.strip()), False))
            self.linked = node.mem_id
        return True

    def _table(self, table: LexborNode) -> None:
        self._flush()
        rows = [[inline_of(cell) if cell is not None else "" for cell in cells] for cells in rows_of(table)]
        self.blocks += [Block(Kind.ITEM, raw) for cells in without_head(rows) if (raw := row_text(cells))]

    def _preformatted(self, node: LexborNode) -> None:
        self._flush()
        # The lines are those of the text, not of the page.
        self.blocks += (
            Block(each.kind, without_lines(each.raw), each.level, each.number) for each in plain_blocks(node.text() or "")
        )

    def _close_note(self, frame: _Frame) -> None:
        raw = " ".join(block.raw for block in self.blocks[frame.level :])
        del self.blocks[frame.level :]
        if without_controls(raw):
            self.blocks.append(Block(Kind.NOTE, raw, number=frame.number))

    def _flush(self) -> None:
        """Closes the running block. Two breaks part paragraphs; a bold line of its own is a heading."""
        pieces, self.pieces = self.pieces, []
        if not any(text.strip() for text, _ in pieces):
            return
        for part in paragraphs(pieces):
            self._close(part)

    def _close(self, pieces: list[Piece]) -> None:
        frame = self.frames[-1]
        head, rest = bold_heading(pieces) if frame.kind is Kind.PARAGRAPH else ("", pieces)
        if head:
            self.blocks.append(Block(Kind.HEADING, head, level=BOLD_LEVEL))
        raw = joined(rest)
        if not without_controls(raw) and not re.search("\ue000", raw):
            return
        if frame.kind is Kind.ITEM and frame.level == -1:
            self.term = raw
            return
        if self.term:
            raw, self.term = row_text((self.term, raw)), ""
        self.blocks.append(
            Block(frame.kind, raw, level=max(frame.level, 0), number=frame.number if frame.kind is Kind.ITEM else "")
        )
        if frame.kind is Kind.ITEM:
            frame.number = ""


def inline_of(cell: LexborNode) -> str:
    """The text of a cell as one line, its marks and links kept."""
    return " ".join(block.raw for block in Walker(frames=[_Frame(Kind.ITEM)]).blocks_in(cell))
