"""From the lines of a PDF to blocks: notes at the foot told apart, headings by size and weight, paragraphs put together."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from loaders.readers._blocks import Block, Kind, is_date_or_ordinal, row_text
from loaders.readers._headings import looks_like_heading
from loaders.readers._lines import seam, words_of
from loaders.readers._marks import numbers_in
from loaders.readers._pdf_furniture import without_furniture
from loaders.readers._pdf_lines import Line, PdfPage
from loaders.readers._pieces import BOLD_LEVEL
from loaders.readers._text import LINK_END, link, mark, without_controls

_BULLET = re.compile(r"[•‣▪◦·●○■□➢►*–—-]\s+(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_LABEL = re.compile(r"(?:\d{1,3}[.)]\s*)?\[(?P<bracket>\d{1,3})\]\s*\S|\ue000(?P<mark>\d{1,3})\ue001\s*\S|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*\S")
_RAISED_LABEL = re.compile("\ue000\\d{1,3}\ue001")
_FOOT_LABEL = re.compile(r"\(?(?P<number>\d{1,3})[.):]?\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:…][“”\"»)]*(?:\ue000[^\ue001]*\ue001|\[[\d, ]+\]|\ue006|\s)*$")
_STOP = re.compile(r"[^\W\d_]{3}[.!?](?:\s+[A-ZÄÖÜ„]|$)")
_PAGE_BEHIND = re.compile(r"(?:\.\s?){3,}\s*\d{1,3}$|…\s*\d{1,3}$")
_OPENS_LINK = re.compile("\ue004([^\ue005]*)\ue005")
_LAST_LINK = re.compile(f"\ue004([^\ue005]*)\ue005([^{LINK_END}]*){LINK_END}$")
_HYPHENS = ("-", "\u2010", "\u00ad")
_ANY_LINK = re.compile(f"\ue004(?P<url>[^\ue005]*)\ue005(?P<shown>[^{LINK_END}]*){LINK_END}")
_NO_ADDRESS = re.compile("[\\s\ufe0e↩⤴⏎↑↵]+")  # spaces, and signs that lead back to a marker
_DATE_TAIL = re.compile(r"(?:\d{1,2}\.?\s+)?(?:[^\W\d_]{3,9}\.?\s+)?(?:19|20)\d\d")
_DATE_CELL = re.compile(r"\d{1,2}\.\s?\S|\d{1,2}\s\w{3}|(?:19|20)\d\d|\w{3,9}\.? \d{1,2}\b")
_LARGER = 1.07  # of the size of the running text: a heading
_SMALLER = 0.95  # of the size of the running text: a note at the foot
_APART = 1.2  # of the usual distance of lines: notes as large as the text stand off it
_SLIPPED = 0.87  # of the size of the running text: a number that has a line of its own is a marker
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
        lines = _with_slipped_marks(lines, body)
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
        foot = self._foot_lines()
        for index, line in enumerate(self.lines):
            groups, begins = (notes, self._begins_note) if index in foot else (flow, self._begins)
            if groups and not begins(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        blocks: list[Block] = []
        for group, after in pairwise([*flow, []]):
            if not (after and self._is_table_head(group[-1], after[0])):
                blocks += self._blocks(group)
        return blocks + [self._note(group) for group in notes]

    def _foot_lines(self) -> set[int]:
        """The lines of notes: small print that reaches the foot of its page and begins with a number."""
        found: set[int] = set()
        by_column: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for index, line in enumerate(self.lines):
            by_column[line.page, line.column].append(index)
        is_open = False
        for indexes in by_column.values():
            start = len(indexes)
            while start and self.lines[indexes[start - 1]].size <= self.body * _SMALLER:
                start -= 1
            small = indexes[start:]
            first = next((step for step, index in enumerate(small) if _foot_number(self.lines[index].text)), None)
            if first is None and not (is_open and start == 0):
                small = self._as_large_as_text(indexes)
                first = 0 if small else None
            if first is not None or (is_open and start == 0):
                # Small print above the first number goes on with the note of the page before.
                found.update(small if is_open else small[first:])
                is_open = True
        return found

    def _as_large_as_text(self, indexes: Sequence[int]) -> list[int]:
        """The lines of notes set as large as the text: they begin, apart from it, with a raised number marked before."""
        for step, index in enumerate(indexes[1:], start=1):
            line, before = self.lines[index], self.lines[index - 1]
            label = _RAISED_LABEL.match(line.text)
            if label and before.base - line.base > _APART * self.leading:
                marked = any(label[0] in other.text[1:] for other in self.lines[:index])
                return list(indexes[step - self._carried(indexes[:step]) :]) if marked else []
        return []

    def _carried(self, indexes: Sequence[int]) -> int:
        """How many of the last lines go on with an address that a note on the page before began."""
        for step in range(1, min(3, len(indexes))):
            line, last = self.lines[indexes[-step]], self.lines[indexes[0] - 1]
            opening, begun = _OPENS_LINK.match(line.text), _LAST_LINK.search(last.text)
            if opening and (last.text.rstrip().endswith(":") or (begun and opening[1] == begun[1])):
                return step
        return 0

    def _begins_note(self, group: Sequence[Line], line: Line) -> bool:
        before = group[-1]
        if line.page == before.page and before.base - line.base > 2.2 * before.size:
            return True
        number, told = _foot_number(line.text), _foot_number(group[0].text)
        if not number or (not _LABEL.match(line.text) and is_date_or_ordinal(_behind_number(line.text))):
            return False
        return bool(_LABEL.match(line.text)) or (told != "" and int(number) == int(told) + 1)

    def _note(self, group: Sequence[Line]) -> Block:
        raw = self._joined(group)
        number = _foot_number(raw)
        if _LABEL.match(raw) or not number:
            return Block(Kind.PARAGRAPH, raw, line=group[0].page)
        return Block(Kind.NOTE, _behind_number(raw), number=number, line=group[0].page)

    def _is_heading(self, line: Line) -> bool:
        return line.size >= self.body * _LARGER or (line.is_bold and line.size >= self.body * _SMALLER)

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
        if _LABEL.match(line.text):
            # A marker may slip to the beginning of a line: then the line before is full, and no note has the number before it.
            return not is_full or _follows(_foot_number(first.text), _foot_number(line.text))
        if _BULLET.match(line.text) and (is_closed or _BULLET.match(first.text)):
            return True
        number, told = _item_number(line.text), _item_number(first.text)
        return bool(number) and (is_closed or _follows(told, number))

    def _begins_paragraph(self, group: Sequence[Line], line: Line) -> bool:
        before, first = group[-1], group[0]
        is_closed = bool(_SENTENCE_END.search(before.text))
        if not self._is_full(before, line):
            return is_closed or (looks_like_heading(without_controls(self._joined(group))) and not line.text[:1].islower())
        is_hanging = any(sign.match(first.text) for sign in (_BULLET, _NUMBER, _LABEL))
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
        elif (number := _NUMBER.match(raw)) and not _LABEL.match(raw):
            yield Block(Kind.ITEM, raw[number.end() :], number=number["number"], line=line)
        else:
            yield Block(Kind.PARAGRAPH, raw, line=line)

    def _joined(self, group: Sequence[Line]) -> str:
        raw = group[0].text
        for before, line in pairwise(group):
            text = line.text
            last, opening = _LAST_LINK.search(raw), _OPENS_LINK.match(text)
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
            cut, between = seam(raw, text, self.known, self._is_full(before, line))
            raw = raw[: len(raw) - cut] + between + text
        return _ANY_LINK.sub(_unspaced, raw) if LINK_END in raw else raw


def _with_slipped_marks(lines: Sequence[Line], body: float) -> list[Line]:
    """The lines of a text, markers that stand alone below a full line put back at its end."""
    kept: list[Line] = []
    for line in lines:
        is_number = line.size <= body * _SLIPPED and re.fullmatch(r"\d{1,3}(?:[,\s]+\d{1,3})*", line.text.strip())
        if is_number and kept and kept[-1].page == line.page and 0 < kept[-1].base - line.base < 1.6 * body:
            marks = "".join(map(mark, numbers_in(line.text)))
            kept[-1] = replace(kept[-1], text=kept[-1].text + marks, parts=_with_last(kept[-1].parts, marks))
        else:
            kept.append(line)
    return kept


def _with_last(parts: tuple[tuple[float, str], ...], more: str) -> tuple[tuple[float, str], ...]:
    return (*parts[:-1], (parts[-1][0], parts[-1][1] + more)) if parts else parts


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


def _follows(before: str, number: str) -> bool:
    return before.isdigit() and number.isdigit() and int(number) == int(before) + 1


def _foot_number(text: str) -> str:
    label = _LABEL.match(text)
    if label and (label["bracket"] or label["mark"]):
        return label["bracket"] or label["mark"]
    found = _FOOT_LABEL.match(text)
    return found["number"] if found else ""


def _behind_number(text: str) -> str:
    found = _FOOT_LABEL.match(text)
    return text[found.end() :] if found else text


def _item_number(text: str) -> str:
    found = _NUMBER.match(text)
    return found["number"] if found and not is_date_or_ordinal(text[found.end() :]) else ""
