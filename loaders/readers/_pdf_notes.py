"""Notes of a PDF: those at the foot of a page or column, and markers that slipped into a line of their own."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from loaders.readers._blocks import Block, Kind, is_date_or_ordinal
from loaders.readers._marks import numbers_in
from loaders.readers._pdf_joined import LAST_LINK, OPENS_LINK
from loaders.readers._pdf_lines import Line
from loaders.readers._text import mark

LABEL = re.compile(r"(?:\d{1,3}[.)]\s*)?\[(?P<bracket>\d{1,3})\]\s*\S|\ue000(?P<mark>\d{1,3})\ue001\s*\S|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*\S")
_RAISED_LABEL = re.compile("\ue000\\d{1,3}\ue001")
_FOOT_LABEL = re.compile(r"\(?(?P<number>\d{1,3})[.):]?\s+(?=\S)")
SMALLER = 0.95  # of the size of the running text: a note at the foot
_APART = 1.2  # of the usual distance of lines: notes as large as the text stand off it
_SLIPPED = 0.87  # of the size of the running text: a number that has a line of its own is a marker


def foot_lines(lines: Sequence[Line], body: float, leading: float) -> set[int]:
    """The places of the lines of notes: small print that reaches the foot of its page and begins with a number.

    `body` is the size of the running text in points, `leading` the usual distance of its lines.
    """
    found: set[int] = set()
    by_column: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        by_column[line.page, line.column].append(index)
    is_open = False
    for indexes in by_column.values():
        start = len(indexes)
        while start and lines[indexes[start - 1]].size <= body * SMALLER:
            start -= 1
        small = indexes[start:]
        first = next((step for step, index in enumerate(small) if foot_number(lines[index].text)), None)
        if first is None and not (is_open and start == 0):
            small = _as_large_as_text(lines, indexes, leading)
            first = 0 if small else None
        if first is not None or (is_open and start == 0):
            # Small print above the first number goes on with the note of the page before.
            found.update(small if is_open else small[first:])
            is_open = True
    return found


def _as_large_as_text(lines: Sequence[Line], indexes: Sequence[int], leading: float) -> list[int]:
    """The lines of notes set as large as the text: they begin, apart from it, with a raised number marked before."""
    for step, index in enumerate(indexes[1:], start=1):
        line, before = lines[index], lines[index - 1]
        label = _RAISED_LABEL.match(line.text)
        if label and before.base - line.base > _APART * leading:
            marked = any(label[0] in other.text[1:] for other in lines[:index])
            return list(indexes[step - _carried(lines, indexes[:step]) :]) if marked else []
    return []


def _carried(lines: Sequence[Line], indexes: Sequence[int]) -> int:
    """How many of the last lines go on with an address that a note on the page before began."""
    for step in range(1, min(3, len(indexes))):
        line, last = lines[indexes[-step]], lines[indexes[0] - 1]
        opening, begun = OPENS_LINK.match(line.text), LAST_LINK.search(last.text)
        if opening and (last.text.rstrip().endswith(":") or (begun and opening[1] == begun[1])):
            return step
    return 0


def begins_note(group: Sequence[Line], line: Line) -> bool:
    """Whether a line at the foot begins a note, and does not go on with the lines before it."""
    before = group[-1]
    if line.page == before.page and before.base - line.base > 2.2 * before.size:
        return True
    number, told = foot_number(line.text), foot_number(group[0].text)
    if not number or (not LABEL.match(line.text) and is_date_or_ordinal(_behind_number(line.text))):
        return False
    return bool(LABEL.match(line.text)) or (told != "" and int(number) == int(told) + 1)


def note_of(group: Sequence[Line], raw: str) -> Block:
    """The note that some lines hold, `raw` being their text."""
    number = foot_number(raw)
    if LABEL.match(raw) or not number:
        return Block(Kind.PARAGRAPH, raw, line=group[0].page)
    return Block(Kind.NOTE, _behind_number(raw), number=number, line=group[0].page)


def with_slipped_marks(lines: Sequence[Line], body: float) -> list[Line]:
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


def follows(before: str, number: str) -> bool:
    """Whether a number is the next one."""
    return before.isdigit() and number.isdigit() and int(number) == int(before) + 1


def foot_number(text: str) -> str:
    """The number that a note begins with; '' where it begins with none."""
    label = LABEL.match(text)
    if label and (label["bracket"] or label["mark"]):
        return label["bracket"] or label["mark"]
    found = _FOOT_LABEL.match(text)
    return found["number"] if found else ""


def _behind_number(text: str) -> str:
    found = _FOOT_LABEL.match(text)
    return text[found.end() :] if found else text
