"""Rows and columns of a matrix, and where their names stand; all lengths are pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from dashboard.drawing.chart_words import of_all
from dashboard.drawing.labels import safe, shortened, text_width
from dashboard.drawing.style import Look
from dashboard.language import Language, number


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its name, the group it stands in, and for each column count, query and hover text. NaN is a gap."""

    name: str
    values: Sequence[float]
    queries: Sequence[str]
    hovers: Sequence[str]
    group: str = ""
    group_name: str = ""
    colour: str = ""
    total: float | None = None
    whole: int | None = None  # of how many the total is a part
    query: str = ""
    own: frozenset[int] = frozenset()  # columns in whose count are events of an own briefing


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands over the columns: positions (0.5 is the middle of the first) and words; `gaps` have no data at all."""

    count: int
    positions: Sequence[float]
    words: Sequence[str]
    gaps: Sequence[int] = ()
    rules: Sequence[float] = ()  # positions of parting lines, such as the borders of years
    edges: Sequence[float] = ()  # borders of the columns where they are not 0, 1, 2, …


@dataclass(frozen=True, slots=True)
class Strip:
    """A last row whose cells have borders of their own (`edges`, one more than values), such as whole years over months."""

    name: str
    edges: Sequence[float]
    values: Sequence[float]
    queries: Sequence[str]
    hovers: Sequence[str]
    own: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Foot:
    """A last row of plain numbers, such as all events of a quarter."""

    name: str
    values: Sequence[float]
    queries: Sequence[str]
    hovers: Sequence[str] = field(default=())


@dataclass(frozen=True, slots=True)
class Stack:
    """Where the rows stand: tops and bottoms, tops of the heads of groups (None: no head over this row), whole height."""

    tops: np.ndarray
    bottoms: np.ndarray
    heads: list[float | None]
    height: float


def name_width(lines: Sequence[Line], further: list[str], look: Look) -> float:
    """Pixels of the column of names, totals included; 0 where the names stand above their rows."""
    if look.narrow:
        return 0
    names = [line.name for line in lines] + further
    widest = min(max(text_width(name, look.font_size) for name in names), look.width * (0.42 if look.small else 0.32))
    return widest + _counts_width(lines, look) + 12


def _counts_width(lines: Sequence[Line], look: Look) -> float:
    """Pixels of the totals beside the names, a gap included."""
    if all(line.total is None for line in lines):
        return 0
    whole = max((line.whole for line in lines if line.whole is not None), default=None)
    return text_width("  9999" if whole is None else f"  {of_all(max(whole - 1, 100), whole, 'de')}", look.font_size)


def stacked(lines: Sequence[Line], look: Look) -> Stack:
    """The rows one below the other, with room for the heads of groups and, on a phone, for the names."""
    cell = look.scaled(18 if look.small else 22 if look.narrow else 25)
    tops: list[float] = []
    heads: list[float | None] = []
    at, group = 0.0, ""
    for line in lines:
        heads.append(None)
        if line.group != group and line.group_name and not look.small:
            at += 0 if at == 0 else look.scaled(6)
            heads[-1] = at
            at += look.font_size * 1.7
        elif line.group != group and at > 0:
            at += look.scaled(5)
        group = line.group
        at += look.font_size * 1.35 if look.narrow else 0
        tops.append(at)
        at += cell
    return Stack(np.array(tops), np.array(tops) + cell, heads, at)


def names_beside(lines: Sequence[Line], stack: Stack, width: float, look: Look, lang: Language) -> list[dict[str, object]]:
    """The names of groups and lines with their totals, as plotly's annotations."""
    size = look.font_size
    words: list[dict[str, object]] = []
    at_left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -width, "showarrow": False, "align": "left"}
    counts = _counts_width(lines, look)
    room = (look.width - 60) if look.narrow else width - 12 - counts
    for line, top, bottom, head in zip(lines, stack.tops, stack.bottoms, stack.heads, strict=True):
        colour = line.colour or look.text
        if head is not None:
            font = {"color": colour, "size": size - 1, "weight": 700}
            words.append({**at_left, "text": safe(line.group_name), "y": head, "yanchor": "top", "font": font})
        name = shortened(line.name, room if line.total is not None else max(room, width - 8), size)
        place = {"y": top + 2, "yanchor": "bottom"} if look.narrow else {"y": (top + bottom) / 2, "yanchor": "middle"}
        words.append({**at_left, **place, "text": safe(name), "font": {"color": colour}})
        if line.total is not None:
            x = {"x": 1, "xshift": 0} if look.narrow else {"xshift": -8}
            total = {"text": _total(line, lang), "xanchor": "right", "font": {"color": look.muted}}
            words.append({**at_left, **place, **x, **total})
    return words


def _total(line: Line, lang: Language) -> str:
    total = line.total or 0
    return number(total, lang) if line.whole is None else of_all(int(total), line.whole, lang)
