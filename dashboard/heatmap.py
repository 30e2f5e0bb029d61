"""A matrix of counts with the numbers in its cells: rows in groups, one hue, missing columns left open.

Vertical lengths are pixels; columns are numbered from 0. On a phone the names stand above their rows, so that the cells
get the whole width.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import plotly.graph_objects as go

from dashboard.labels import shortened, text_width
from dashboard.language import Language, Text, number
from dashboard.style import Look, faded, framed, readable_on

MISSING = Text(de="kein Briefing", en="no briefing")
WIDEST = 110  # pixels of a column: few columns do not get stretched over the page


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
    query: str = ""


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


@dataclass(frozen=True, slots=True)
class Foot:
    """A last row of plain numbers, such as all events of a quarter."""

    name: str
    values: Sequence[float]
    queries: Sequence[str]
    hovers: Sequence[str] = field(default=())


def figure(
    lines: Sequence[Line], columns: Columns, look: Look, lang: Language, foot: Foot | None = None, strip: Strip | None = None
) -> go.Figure:
    """The matrix as a figure; `lines` must not be empty and stand in order, groups together."""
    size = look.font_size
    names = name_width(lines, [part.name for part in (foot, strip) if part], look)
    width = look.width - names - 16
    edges = np.array(columns.edges or range(columns.count + 1), dtype=float)
    shown = max(float(edges[-1]), width // WIDEST)
    cell = width / shown
    tops, bottoms, heads, height = stacked(lines, look)
    numbers = cell >= text_width(number(_largest(lines), lang), _digits(look, cell)) + 3
    drawing = go.Figure(_cells(lines, edges, tops, bottoms, look))
    if numbers:
        drawing.add_trace(_numbers(lines, edges, tops, bottoms, look, lang, _digits(look, cell)))
    if strip is not None:
        strip_top = height + (look.font_size * 1.8 if look.narrow else 8)
        height = strip_top + bottoms[0] - tops[0]
        drawing.add_trace(_strip_cells(strip, strip_top, height, look, lang))
    if foot is not None:
        drawing.add_trace(_foot_numbers(foot, height, look, lang, cell))
    framed(drawing, look, lang)
    head = size * (1.3 + 1.25 * max(word.count("<br>") for word in columns.words)) + 8
    foot_room = size * (3.4 if look.narrow else 2.2) if foot is not None else 0
    shapes, words = _gaps(columns, height, look, lang)
    words += names_beside(lines, tops, bottoms, heads, names, look, lang)
    if strip is not None:
        y = strip_top if look.narrow else (strip_top + height) / 2
        words.append(_last_name(strip.name, y, names, look, "bottom" if look.narrow else "middle"))
    if foot is not None:
        words.append(_last_name(foot.name, height + size * 1.2, names, look))
    drawing.update_layout(
        height=int(head + height + foot_room + 6),
        margin={"l": names + 8, "r": 8, "t": head, "b": 6},
        shapes=[*shapes, *_rules(columns, tops, bottoms, look)],
        annotations=words,
    )
    drawing.update_xaxes(
        range=[0, shown],
        side="top",
        tickvals=list(columns.positions),
        ticktext=[word.replace("Q", "") for word in columns.words] if cell < 1.8 * size else list(columns.words),
        tickangle=0,
        tickfont={"color": look.muted},
        ticks="",
        showgrid=False,
        showline=False,
        automargin=False,
        fixedrange=True,
    )
    return drawing.update_yaxes(range=[height + foot_room, 0], visible=False, fixedrange=True, automargin=False)


def _largest(lines: Sequence[Line]) -> float:
    return max((float(np.nanmax(line.values)) for line in lines if not np.isnan(line.values).all()), default=0)


def _digits(look: Look, cell: float) -> float:
    """Type size of the numbers: smaller in narrow columns, never below 9 pixels."""
    return float(np.clip(cell / 2.1, 9, look.font_size - 0.5))


def name_width(lines: Sequence[Line], further: list[str], look: Look) -> float:
    """Pixels of the column of names, totals included; 0 where the names stand above their rows."""
    if look.narrow:
        return 0
    names = [line.name for line in lines] + further
    counts = text_width("  9999", look.font_size) if any(line.total is not None for line in lines) else 0
    return min(max(text_width(name, look.font_size) for name in names), look.width * 0.32) + counts + 12


def stacked(lines: Sequence[Line], look: Look) -> tuple[list[float], list[float], list[float | None], float]:
    """Tops and bottoms of the rows, tops of the groups' heads, and the whole height, in pixels."""
    cell = look.scaled(18 if look.small else 22 if look.narrow else 25)
    tops, bottoms, heads = [], [], []
    at, group = 0.0, ""
    for line in lines:
        heads.append(None)
        if line.group != group and line.group_name and not look.small:
            heads[-1] = at + (0 if at == 0 else look.scaled(6))
            at = heads[-1] + look.font_size * 1.7
        elif line.group != group and at > 0:
            at += look.scaled(5)
        group = line.group
        at += look.font_size * 1.35 if look.narrow else 0
        tops.append(at)
        at += cell
        bottoms.append(at)
    return tops, bottoms, heads, at


def _cells(lines: Sequence[Line], borders: np.ndarray, tops: list[float], bottoms: list[float], look: Look) -> go.Heatmap:
    """One trace; the space between the rows is a row of gaps."""
    count = len(borders) - 1
    edges, values, custom = [tops[0]], [], []
    for line, top, bottom in zip(lines, tops, bottoms, strict=True):
        if top > edges[-1]:
            edges.append(top)
            values.append([np.nan] * count)
            custom.append([["", ""]] * count)
        edges.append(bottom)
        values.append(list(line.values))
        custom.append([list(pair) for pair in zip(line.queries, line.hovers, strict=True)])
    return go.Heatmap(
        x=borders,
        y=np.array(edges),
        z=np.array(values, dtype=float),
        zmin=0,
        zmax=_top(lines),
        colorscale=look.ramp,
        showscale=False,
        xgap=1 if count > 40 else 2,
        ygap=2,
        customdata=custom,
        hovertemplate="%{customdata[1]}<extra></extra>",
        hoverongaps=False,
    )


def _top(lines: Sequence[Line]) -> float:
    """The value of the darkest colour; a handful of events is not painted as if it were many."""
    return max(_largest(lines), 4)


def _numbers(
    lines: Sequence[Line], borders: np.ndarray, tops: list[float], bottoms: list[float], look: Look, lang: Language, size: float
) -> go.Scatter:
    """The numbers of all cells; black or white, whichever can be read on the cell. Zero is a dot, a gap has nothing."""
    values = np.array([line.values for line in lines], dtype=float)
    row, column = np.nonzero(~np.isnan(values))
    shown, top = values[row, column], _top(lines)
    colours = {value: look.muted if value == 0 else readable_on(look.ramp_at(value / top)) for value in set(shown)}
    return go.Scatter(
        x=((borders[:-1] + borders[1:]) / 2)[column],
        y=((np.array(tops) + np.array(bottoms)) / 2)[row],
        mode="text",
        text=["·" if value == 0 else number(value, lang) for value in shown],
        textfont={"size": size, "color": [colours[value] for value in shown]},
        hoverinfo="skip",
        showlegend=False,
    )


def names_beside(
    lines: Sequence[Line],
    tops: list[float],
    bottoms: list[float],
    heads: list[float | None],
    width: float,
    look: Look,
    lang: Language,
) -> list[dict[str, object]]:
    """The names of groups and lines with their totals, as plotly's annotations."""
    size, words = look.font_size, []
    at_left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -width, "showarrow": False, "align": "left"}
    room = (look.width - 60) if look.narrow else width - 12 - text_width("  9999", size)
    for line, top, bottom, head in zip(lines, tops, bottoms, heads, strict=True):
        colour = line.colour or look.text
        if head is not None:
            font = {"color": colour, "size": size - 1, "weight": 700}
            words.append({**at_left, "text": line.group_name, "y": head, "yanchor": "top", "font": font})
        has_total = line.total is not None
        name = shortened(line.name, room if has_total else max(room, width - 8), size)
        place = {"y": top + 2, "yanchor": "bottom"} if look.narrow else {"y": (top + bottom) / 2, "yanchor": "middle"}
        words.append({**at_left, **place, "text": name, "font": {"color": colour}})
        if has_total:
            x = {"x": 1, "xshift": 0} if look.narrow else {"xshift": -8}
            total = {"text": number(line.total, lang), "xanchor": "right", "font": {"color": look.muted}}
            words.append({**at_left, **place, **x, **total})
    return words


def _rules(columns: Columns, tops: list[float], bottoms: list[float], look: Look) -> list[dict[str, object]]:
    """Parting lines through the rows, not through the names between them."""
    rows = list(zip(tops, bottoms, strict=True))
    path = "".join(f"M{position},{top:.1f}V{bottom:.1f}" for position in columns.rules for top, bottom in rows)
    return [{"type": "path", "path": path, "line": {"color": look.line, "width": 1}}] if path else []


def _gaps(columns: Columns, height: float, look: Look, lang: Language) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Shapes and words of the columns without data, which say so from top to bottom."""
    fill, font = faded(look.line, 0.12), {"color": look.muted, "size": look.font_size - 1}
    upright = {"text": MISSING(lang), "y": height / 2, "textangle": -90, "showarrow": False, "font": font}
    box = {"type": "rect", "y0": 1, "y1": height - 1, "line": {"width": 0}, "fillcolor": fill}
    shapes = [{**box, "x0": gap + 0.05, "x1": gap + 0.95} for gap in columns.gaps]
    return shapes, [{**upright, "x": gap + 0.5} for gap in columns.gaps]


def _foot_numbers(foot: Foot, height: float, look: Look, lang: Language, cell: float) -> go.Scatter:
    return go.Scatter(
        x=np.arange(len(foot.values)) + 0.5,
        y=np.full(len(foot.values), height + look.font_size * (2.4 if look.narrow else 1.2)),
        mode="text",
        text=["–" if np.isnan(value) else number(value, lang) for value in foot.values],
        textfont={"color": look.muted, "size": min(look.font_size, max(_digits(look, cell), 9))},
        customdata=[list(pair) for pair in zip(foot.queries, foot.hovers or foot.values, strict=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
        cliponaxis=False,
        showlegend=False,
    )


def _strip_cells(strip: Strip, top: float, bottom: float, look: Look, lang: Language) -> go.Heatmap:
    return go.Heatmap(
        x=np.array(strip.edges, dtype=float),
        y=np.array([top, bottom]),
        z=np.array([strip.values], dtype=float),
        zmin=0,
        zmax=max(np.nanmax(strip.values), 4) * 1.6,  # paler than the cells: these are no months
        colorscale=look.ramp,
        showscale=False,
        xgap=2,
        ygap=2,
        text=[["" if np.isnan(value) or value == 0 else number(value, lang) for value in strip.values]],
        texttemplate="%{text}",
        textfont={"size": look.font_size - 1},
        customdata=[[list(pair) for pair in zip(strip.queries, strip.hovers, strict=True)]],
        hovertemplate="%{customdata[1]}<extra></extra>",
        hoverongaps=False,
    )


def _last_name(text: str, y: float, width: float, look: Look, yanchor: str = "middle") -> dict[str, object]:
    """The name of a last row, in the column of the names."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -width, "y": y, "yanchor": yanchor, "showarrow": False}
    return {**place, "text": text, "font": {"color": look.muted}}
