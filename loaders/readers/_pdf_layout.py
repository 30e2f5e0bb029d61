"""From the lines of a PDF to blocks: notes at the foot told apart, headings by size and weight, paragraphs put together."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from loaders.readers._blocks import Block, Kind, is_date_or_ordinal, row_text
from loaders.readers._heading_lines import looks_like_heading
from loaders.readers._lines import words_of
from loaders.readers._pdf_furniture import without_furniture
from loaders.readers._pdf_joined import joined
from loaders.readers._pdf_lines import Line, PdfPage
from loaders.readers._pdf_notes import (
    LABEL,
    SMALLER,
    begins_note,
    behind_number,
    follows,
    foot_lines,
    foot_number,
    is_same_address,
    note_of,
    with_slipped_marks,
)
from loaders.readers._pieces import BOLD_LEVEL
from loaders.readers._text import without_controls

_BULLET = re.compile(r"[•‣▪◦·●○■□➢►*–—-]\s+(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:…][“”\"»)]*(?:\ue000[^\ue001]*\ue001|\[[\d, ]+\]|\ue006|\s)*$")
_ADDRESS_END = re.compile("(?:\ue006|\\S/|[-_=]\\S*\\w|\\.(?:s?html?|aspx?|php|pdf|jsp))\\s*$")
_STOP = re.compile(r"[^\W\d_]{3}[.!?](?:\s+[A-ZÄÖÜ„]|$)")
_PAGE_BEHIND = re.compile(r"(?:\.\s?){3,}\s*\d{1,3}$|…\s*\d{1,3}$")
_DATE_TAIL = re.compile(r"(?:\d{1,2}\.?\s+)?(?:[^\W\d_]{3,9}\.?\s+)?(?:19|20)\d\d")
_DATE_CELL = re.compile(r"\d{1,2}\.\s?\S|\d{1,2}\s\w{3}|(?:19|20)\d\d|\w{3,9}\.? \d{1,2}\b")
_LARGER = 1.07  # of the size of the running text: a heading
_SPACE_AFTER = 1.35  # of the usual distance of lines: a new paragraph


@dataclass(slots=True)
class Layout:
    """What the lines of a PDF have in common. Lengths are points.

    `body` is the size of the running text, `leading` the usual distance of its lines, `right` where the lines of a page
    and column end, `levels` the rank of each larger size.
    """

    lines: list[Line]
    body: float
    leading: float
    right: dict[tuple[int, int], float] = field(default_factory=dict)
    levels: dict[float, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pages: Sequence[PdfPage]) -> "Layout":
        lines = [line for page in without_furniture(pages) for line in page]
        sizes: Counter[float] = Counter()
        ends: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
        for line in lines:
            sizes[line.size] += len(line.text)
            ends[line.page, line.column].append(line.right)
        # Notes may be longer than the text: its size is the largest of which there is much, and in which sentences end.
        much = 0.2 * sum(sizes.values())
        ended = {line.size for line in lines if _STOP.search(without_controls(line.text))}
        body = max((size for size, count in sizes.items() if count >= much and size in ended), default=0.0) or max(
            sizes, key=lambda size: sizes[size], default=10.0
        )
        lines = with_slipped_marks(lines, body)
        distances = [a.base - b.base for a, b in pairwise(lines) if a.size == b.size == body and a.base > b.base]
        larger = sorted({line.size for line in lines if line.size >= body * _LARGER}, reverse=True)
        return cls(
            lines,
            body,
            median(distances) if distances else body * 1.2,
            # A few lines may jut out: a raised number, hanging punctuation.
            {place: sorted(rights)[-1 - min(2, len(rights) // 8)] for place, rights in ends.items()},
            {size: level for level, size in enumerate(larger, start=1)},
            words_of(line.text for line in lines),
        )

    def blocks(self) -> list[Block]:
        """The blocks of all pages. Notes at the foot come behind the text, so that a paragraph goes on over the page."""
        flow: list[list[Line]] = []
        notes: list[list[Line]] = []
        foot = foot_lines(self.lines, self.body, self.leading)
        for index, line in enumerate(self.lines):
            groups, begins = (notes, begins_note) if index in foot else (flow, self._begins)
            if groups and not begins(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        blocks: list[Block] = []
        for group, after in pairwise([*flow, []]):
            if not (after and self._is_table_head(group[-1], after[0])):
                blocks += self._blocks(group)
        return blocks + [note_of(group, self._joined(group)) for group in notes]

    def _joined(self, group: Sequence[Line]) -> str:
        return joined(group, self.known, self._is_full)

    def _is_heading(self, line: Line) -> bool:
        return line.size >= self.body * _LARGER or (line.is_bold and line.size >= self.body * SMALLER)

    def _is_row(self, line: Line) -> bool:
        """Whether a line is a row of a table: cells apart, a date in the first."""
        first = without_controls(line.parts[0][1])
        return len(line.parts) > 1 and len(first) < 40 and bool(_DATE_CELL.match(first))

    def _is_table_head(self, line: Line, after: Line) -> bool:
        """Whether a line names the columns of the row below it: its words stand above the cells."""
        if not self._is_row(after) or re.search(r"\d", line.text):
            return False
        return all(any(abs(left - start) < self.body for start in line.starts) for left, _ in after.parts[1:])

    def _is_full(self, line: Line, after: Line) -> bool:
        """Whether a line had no room for the first word of the next one."""
        return line.right + 0.25 * line.size + after.first_width > self.right[line.page, line.column] - 0.5 * line.size

    def _begins(self, group: Sequence[Line], line: Line) -> bool:
        """Whether a line begins something new, and does not go on with the lines before it."""
        before, first = group[-1], group[0]
        is_heading = self._is_heading(before)
        if is_heading != self._is_heading(line) or (is_heading and abs(before.size - line.size) > 0.5):
            return True
        is_same_page = line.page == before.page and line.base < before.base
        usual = max(self.leading, line.size * (1.3 if is_heading else 1.15))
        if is_same_page and before.base - line.base > usual * _SPACE_AFTER:
            return True
        if is_heading:
            is_tail = line.text[:1].islower() or bool(_DATE_TAIL.fullmatch(line.text.strip()))
            is_whole = looks_like_heading(without_controls(before.text)) and not is_tail
            return is_whole and not self._is_full(before, line)
        if is_same_page and abs(before.size - line.size) > 0.6:
            return True
        if _PAGE_BEHIND.search(without_controls(before.text)) or (len(before.parts) > 1 and before.parts[-1][1].isdigit()):
            return True  # an entry of a list of contents
        if self._is_row(first):
            return self._is_row(line) or line.left < first.left + 2 * self.body
        return self._is_row(line) or self._begins_item(first, before, line) or self._begins_paragraph(group, line)

    def _begins_item(self, first: Line, before: Line, line: Line) -> bool:
        is_full = self._is_full(before, line)
        is_closed = bool(_SENTENCE_END.search(before.text)) or not is_full
        if LABEL.match(line.text):
            # A marker may slip to the beginning of a line: then the line before is full, and no note has the number before it.
            return not is_full or follows(foot_number(first.text), foot_number(line.text))
        if _BULLET.match(line.text) and (is_closed or _BULLET.match(first.text)):
            return True
        number, told = _item_number(line.text), _item_number(first.text)
        if not number and self._begins_next_note(first, before, line):
            return True
        return bool(number) and (is_closed or follows(told, number))

    def _begins_next_note(self, first: Line, before: Line, line: Line) -> bool:
        """Whether a line goes on with a list of notes whose numbers have no sign: '7 …' behind '6 …'."""
        if not follows(foot_number(first.text), foot_number(line.text)) or is_date_or_ordinal(behind_number(line.text)):
            return False
        is_address = "://" in before.text.rpartition(" ")[2] or bool(_ADDRESS_END.search(before.text))
        return is_address or bool(_SENTENCE_END.search(before.text)) or not self._is_full(before, line)

    def _begins_paragraph(self, group: Sequence[Line], line: Line) -> bool:
        before, first = group[-1], group[0]
        if is_same_address(before.text, line.text):
            return False
        is_closed = bool(_SENTENCE_END.search(before.text))
        if not self._is_full(before, line):
            return is_closed or (looks_like_heading(without_controls(self._joined(group))) and not line.text[:1].islower())
        is_hanging = any(sign.match(first.text) for sign in (_BULLET, _NUMBER, LABEL))
        return is_closed and not is_hanging and line.page == before.page and line.left > before.left + 0.8 * self.body

    def _blocks(self, group: Sequence[Line]) -> Iterator[Block]:
        first = group[0]
        raw = self._joined(group)
        line = first.page
        if self._is_row(first):
            cells = [text for _, text in first.parts]
            cells[-1] = self._joined([replace(first, text=cells[-1]), *group[1:]])
            yield Block(Kind.ITEM, row_text(cells), line=line)
        elif self._is_heading(first) and looks_like_heading(without_controls(raw).rstrip(": ")):
            yield Block(Kind.HEADING, raw, level=self.levels.get(first.size, BOLD_LEVEL), line=line)
        elif bullet := _BULLET.match(raw):
            yield Block(Kind.ITEM, raw[bullet.end() :], line=line)
        elif (number := _NUMBER.match(raw)) and not LABEL.match(raw):
            yield Block(Kind.ITEM, raw[number.end() :], number=number["number"], line=line)
        else:
            yield Block(Kind.PARAGRAPH, raw, line=line)


def _item_number(text: str) -> str:
    found = _NUMBER.match(text)
    return found["number"] if found and not is_date_or_ordinal(text[found.end() :]) else ""
