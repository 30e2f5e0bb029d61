"""From the body of a Word document to blocks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from loaders.readers._blocks import Block, Kind, row_text, without_head
from loaders.readers._heading_lines import looks_like_heading
from loaders.readers._pieces import BOLD_LEVEL, Piece, bold_heading, joined, paragraphs
from loaders.readers._text import without_controls
from loaders.readers._word_runs import Runs
from loaders.readers._word_styles import VAL, Styles, W, is_on

_LARGER = 3  # half points above the size of the running text that make a line a heading


@dataclass(slots=True)
class Walk:
    """Walks a body and collects its blocks. Lines are the numbers of its paragraphs, from 1."""

    styles: Styles
    runs: Runs
    found: list[Block] = field(default_factory=list)
    line: int = 0
    open: list[Piece] = field(default_factory=list)  # of a paragraph whose end was deleted in a tracked change
    sizes: Counter[int] = field(default_factory=Counter)
    size_of: dict[int, int] = field(default_factory=dict)

    def blocks(self, body: etree._Element) -> list[Block]:
        """The blocks of a body, larger lines among them as headings."""
        self._body(body)
        usual = self.sizes.most_common(1)[0][0] if self.sizes else 0
        return [
            block._replace(kind=Kind.HEADING, level=BOLD_LEVEL - 1)
            if block.kind is Kind.PARAGRAPH and self.size_of.get(index, 0) >= usual + _LARGER and looks_like_heading(block.words)
            else block
            for index, block in enumerate(self.found)
        ]

    def _body(self, body: etree._Element) -> None:
        for child in body:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child)
            elif tag == f"{W}tbl":
                self._table(child)
            elif tag == f"{W}sdt" and not _is_contents(child):
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self._body(content)
            elif tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml"):
                self._body(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        self.line += 1
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.of_paragraph(properties)
        if self.styles.is_passed_over(style):
            return
        pieces = [*self.open, *self.runs.pieces(paragraph, style)]
        for size, length in self.runs.sizes:
            self.sizes[size] += length
        boxes, self.runs.boxes = self.runs.boxes, []
        self.open = pieces if _is_end_deleted(properties) else []
        if not self.open:
            ordinal = self.styles.ordinal(style.number) if any(without_controls(text) for text, _ in pieces) else None
            self._close(pieces, style.level, ordinal, self.styles.is_subtitle(style))
        for box in boxes:
            self._box(box)

    def _close(self, pieces: list[Piece], level: int, ordinal: str | None, is_subtitle: bool) -> None:
        for part in paragraphs(pieces):
            if level:
                self._add(Block(Kind.HEADING, joined(part), level=level, line=self.line))
            elif ordinal is not None:
                self._add(Block(Kind.ITEM, joined(part), number=ordinal, line=self.line))
                ordinal = ""
            else:
                heading, rest = bold_heading(part)
                if heading:
                    self._add(Block(Kind.HEADING, heading, level=BOLD_LEVEL, line=self.line))
                if self._add(Block(Kind.PARAGRAPH, joined(rest), line=self.line)) and self.runs.sizes and not is_subtitle:
                    self.size_of[len(self.found) - 1] = min(size for size, _ in self.runs.sizes)

    def _add(self, block: Block) -> bool:
        if without_controls(block.raw) or "\ue000" in block.raw:
            self.found.append(block)
            return True
        return False

    def _table(self, table: etree._Element) -> None:
        """A table of data as one line a row; one that only lays out the page as what its cells hold."""
        rows = [row for row in table.iterfind(f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        cells = [[cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row] for row in rows]
        if self._is_layout(cells):
            for row in cells:
                for cell in row:
                    self._body(cell)
            return
        texts: list[list[str]] = []
        line = self.line + 1
        for row, element in zip(cells, rows, strict=True):
            own = [" ".join(self._inside(cell)) for cell in row]
            if row and texts and not own[0].strip() and _goes_on(row[0]):
                own[0] = texts[-1][0]
            if not (element.find(f"{W}trPr/{W}tblHeader") is not None and len(rows) > 1):
                texts.append(own)
        self.found += (Block(Kind.ITEM, raw, line=line) for row in without_head(texts) if without_controls(raw := row_text(row)))

    def _is_layout(self, rows: Iterable[list[etree._Element]]) -> bool:
        rows = list(rows)
        if all(len(row) < 2 for row in rows):
            return True
        return any(
            len(cell.findall(f"{W}p")) > 3
            or any(self.styles.of_paragraph(each.find(f"{W}pPr")).level for each in cell.iterfind(f"{W}p"))
            for row in rows
            for cell in row
        )

    def _inside(self, cell: etree._Element) -> Iterator[str]:
        for paragraph in cell.iter(f"{W}p"):
            self.line += 1
            yield joined(self.runs.pieces(paragraph, self.styles.of_paragraph(paragraph.find(f"{W}pPr"))))

    def _box(self, box: etree._Element) -> None:
        """A text box, read once; one that only repeats words of the text is passed over."""
        inner = Walk(self.styles, self.runs, line=self.line)
        inner._body(box)
        told = " ".join(block.words for block in self.found)
        self.found += (block for block in inner.found if block.words not in told)


def _is_contents(element: etree._Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and (gallery.get(VAL) or "").casefold() in ("table of contents", "inhaltsverzeichnis")


def _is_end_deleted(properties: etree._Element | None) -> bool:
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell belongs to the one above it."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(VAL) != "restart" and (is_on(merged) or merged.get(VAL) == "continue")
