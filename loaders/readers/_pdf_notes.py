"""Notes of a PDF: those at the foot of a page or column, and markers that slipped into a line of their own."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from loaders.readers._blocks import Block, Kind, is_date_or_ordinal
from loaders.readers._lines import seam
from loaders.readers._marks import numbers_in
from loaders.readers._pdf_joined import LAST_LINK, OPENS_LINK
from loaders.readers._pdf_lines import Line
from loaders.readers._text import LINK_END, mark, without_controls

LABEL = re.compile(r"(?:\d{1,3}[.)]\s*)?\[(?P<bracket>\d{1,3})\]\s*\S|\ue000(?P<mark>\d{1,3})\ue001\s*\S|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*\S")
_RAISED_LABEL = re.compile("\ue000\\d{1,3}\ue001")
_FOOT_LABEL = re.compile(r"\(?(?P<number>\d{1,3})[.):]?\s+(?=\S)")
SMALLER = 0.95  # of the size of the running text: a note at the foot
_APART = 1.2  # of the usual distance of lines: notes as large as the text stand off it
_FURTHER = 1.4
_CARRIED = 6  # lines that a note goes on for, at most
_ENDED = re.compile(f'[.!?][“”"»)]*{LINK_END}?\\s*$')
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
        goes_on = is_open and bool(small) and (start == 0 or _stands_apart(lines, indexes[start - 1], small[0], leading))
        if first is None and not goes_on:
            small = _as_large_as_text(lines, indexes, leading, is_open)
            first = 0 if small else None
        if first is not None or goes_on:
            # Small print above the first number goes on with the note of the page before.
            found.update(small if is_open else small[first:])
            is_open = True
    return found


def _stands_apart(lines: Sequence[Line], before: int, index: int, leading: float) -> bool:
    """Whether small print stands off the text above it: it goes on with the note of the page before."""
    return lines[before].base - lines[index].base > _APART * leading


def _as_large_as_text(lines: Sequence[Line], indexes: Sequence[int], leading: float, is_open: bool) -> list[int]:
    """The lines of notes set as large as the text: they begin, apart from it, with a raised number marked before."""
    for step, index in enumerate(indexes[1:], start=1):
        line, before = lines[index], lines[index - 1]
        label = _RAISED_LABEL.match(line.text)
        if label and before.base - line.base > _APART * leading:
            marked = any(label[0] in other.text[1:] for other in lines[:index])
            return list(indexes[step - _carried(lines, indexes[:step], leading, before.base - line.base) :]) if marked else []
    carried = _carried(lines, indexes, leading, 0.0) if is_open else 0
    return list(indexes[-carried:]) if carried else []


def _carried(lines: Sequence[Line], indexes: Sequence[int], leading: float, gap: float) -> int:
    """How many of the last lines go on with what a note on the page or column before began: 0, or those below a gap.

    `gap` is the distance of the note below from the line above it: what goes on stands further off the text. Else it goes on with
    an address.
    """
    last = lines[indexes[0] - 1].text
    linked = 0
    for step in range(1, min(_CARRIED, len(indexes))):
        line, above = lines[indexes[-step]], lines[indexes[-step - 1]]
        is_same = _is_same_link(last, line.text)
        if above.base - line.base > _APART * leading:
            is_further = bool(gap) and above.base - line.base > _FURTHER * gap and not _ENDED.search(last)
            return step if is_further or is_same or is_same_address(last, line.text) else linked
        if linked == step - 1 and (is_same or last.rstrip().endswith(":")) and OPENS_LINK.match(line.text) and gap:
            linked = step
    return linked


def _is_same_link(last: str, text: str) -> bool:
    opening, begun = OPENS_LINK.match(text), LAST_LINK.search(last)
    return opening is not None and begun is not None and opening[1] == begun[1]


def is_same_address(last: str, text: str) -> bool:
    """Whether a line ends in an address that the next one goes on with."""
    head, tail = without_controls(last), without_controls(text)
    return "://" in head.rpartition(" ")[2] and seam(head, tail) == (0, "")


def begins_note(group: Sequence[Line], line: Line) -> bool:
    """Whether a line at the foot begins a note, and does not go on with the lines before it."""
    before = group[-1]
    if line.page == before.page and before.base - line.base > 2.2 * before.size:
        return True
    number, told = foot_number(line.text), foot_number(group[0].text)
    if not number or (not LABEL.match(line.text) and is_date_or_ordinal(behind_number(line.text))):
        return False
    return bool(LABEL.match(line.text)) or (told != "" and int(number) == int(told) + 1)


def note_of(group: Sequence[Line], raw: str) -> Block:
    """The note that some lines hold, `raw` being their text."""
    number = foot_number(raw)
    if LABEL.match(raw) or not number:
        return Block(Kind.PARAGRAPH, raw, line=group[0].page)
    return Block(Kind.NOTE, behind_number(raw), number=number, line=group[0].page)


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


def behind_number(text: str) -> str:
    """What follows the number that a note begins with."""
    found = _FOOT_LABEL.match(text)
    return text[found.end() :] if found else text
