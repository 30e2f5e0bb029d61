"""A matrix of counts with the numbers in its cells: rows in groups, one hue, missing columns left open.

Vertical lengths are pixels; columns are numbered from 0. On a phone the names stand above their rows, so that the cells
get the whole width. The cells are bars: Streamlit hears of clicks on bars, but not on plotly's own heatmap.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from dashboard.drawing.cell_columns import columns as cell_columns
from dashboard.drawing.colours import faded, readable_on
from dashboard.drawing.labels import text_width
from dashboard.drawing.matrix import Columns, Foot, Line, Stack, Strip, name_width, names_beside, stacked
from dashboard.drawing.own_marks import own_frames
from dashboard.drawing.style import Look, framed
from dashboard.language import Language, Text, number

MISSING = Text(de="kein Briefing", en="no briefing")


WIDEST = 110  # pixels of a column: few columns do not get stretched over the page


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
    stack = stacked(lines, look)
    height = stack.height
    digits = _digits(look, cell)
    # From the back of a room small type is no number: there the heights of the cells tell what they count.
    is_legible = not look.large or digits >= 0.6 * size
    numbers = is_legible and cell >= text_width(number(_largest(lines), lang), digits) + 3
    drawing = go.Figure(_cells(lines, edges, stack, 2 / cell, look, lang, digits if numbers else 0))
    ground = [] if numbers else [_ground(lines, edges, stack, 1 / cell, look)]
    counts = [] if numbers else cell_columns(lines, edges, stack, 1 / cell, _top(lines), look)
    for line, *sides in zip(lines, stack.tops, stack.bottoms, strict=True):
        counts += own_frames(line.own, edges.tolist(), sides, 2 / cell, look)
    if strip is not None:
        strip_top = height + (look.font_size * 1.8 if look.narrow else 8)
        height = strip_top + stack.bottoms[0] - stack.tops[0]
        drawing.add_trace(_strip_cells(strip, strip_top, height, 2 / cell, look, lang))
        counts += own_frames(strip.own, strip.edges, (strip_top, height), 2 / cell, look)
    if foot is not None:
        drawing.add_trace(_foot_numbers(foot, height, look, lang, cell))
    framed(drawing, look, lang)
    head = size * (1.3 + 1.25 * max(word.count("<br>") for word in columns.words)) + 8
    foot_room = size * (3.4 if look.narrow else 2.2) if foot is not None else 0
    shapes, words = _gaps(columns, height, look, lang)
    words += names_beside(lines, stack, names, look, lang)
    if strip is not None:
        y = strip_top if look.narrow else (strip_top + height) / 2
        words.append(_last_name(strip.name, y, names, look, "bottom" if look.narrow else "middle"))
    if foot is not None:
        words.append(_last_name(foot.name, height + size * 1.2, names, look))
    drawing.update_layout(
        height=int(head + height + foot_room + 6),
        margin={"l": names + 8, "r": 8, "t": head, "b": 6},
        barmode="overlay",
        shapes=[*ground, *counts, *shapes, *_rules(columns, stack, look)],
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
        ticklabeloverflow="allow",  # else plotly leaves out the words over a narrow first column
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


def cell_bars(
    left: np.ndarray, right: np.ndarray, top: np.ndarray, bottom: np.ndarray, colours: list[str], gap: float, **more: Any
) -> go.Bar:
    """Rectangles as bars, which can be pointed at and clicked; `gap` is taken off the width, 2 pixels off the height."""
    return go.Bar(
        x=(left + right) / 2,
        width=right - left - gap,
        base=bottom - 1,
        y=top - bottom + 2,
        marker={"color": colours, "line": {"width": 0}},
        hovertemplate="%{customdata[1]}<extra></extra>",
        showlegend=False,
        **more,
    )


def number_texts(words: list[str], colours: list[str], size: float) -> dict[str, Any]:
    """Numbers in the middle of bars; black or white, whichever can be read on the colour."""
    return {
        "text": words,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {"size": size, "color": [readable_on(colour) for colour in colours]},
    }


def _cells(
    lines: Sequence[Line],
    borders: np.ndarray,
    stack: Stack,
    gap: float,
    look: Look,
    lang: Language,
    digits: float,
) -> go.Bar:
    """One bar a cell. Zero is a dot and cannot be clicked; without numbers it has none, and columns over the cells count."""
    values = np.array([line.values for line in lines], dtype=float)
    row, column = (found.tolist() for found in np.nonzero(~np.isnan(values) if digits else values > 0))
    shown, largest = values[row, column], _top(lines)
    colours = [look.ramp_at(value / largest if digits else 0) for value in shown]
    words = ["·" if value == 0 else number(value, lang) for value in shown]
    more: dict[str, Any] = number_texts(words, colours, digits) if digits else {}
    custom = [[lines[r].queries[c] if values[r, c] else "", lines[r].hovers[c]] for r, c in zip(row, column, strict=True)]
    left, right = borders[:-1][column], borders[1:][column]
    width = gap if digits else gap / 2
    return cell_bars(left, right, stack.tops[row], stack.bottoms[row], colours, width, customdata=custom, **more)


def _top(lines: Sequence[Line]) -> float:
    """The value of the darkest colour; a handful of events is not painted as if it were many."""
    return max(_largest(lines), 4)


def _ground(lines: Sequence[Line], borders: np.ndarray, stack: Stack, gap: float, look: Look) -> dict[str, object]:
    """The empty cells, as one shape under the bars."""
    path = ""
    for line, top, bottom in zip(lines, stack.tops, stack.bottoms, strict=True):
        for left, right, value in zip(borders[:-1], borders[1:], line.values, strict=True):
            if value == 0:
                path += f"M{left:g},{top + 1:.0f}H{right - gap:.3f}V{bottom - 1:.0f}H{left:g}Z"
    return {"type": "path", "path": path or "M0,0Z", "fillcolor": look.ramp_at(0), "line": {"width": 0}, "layer": "below"}


def _rules(columns: Columns, stack: Stack, look: Look) -> list[dict[str, object]]:
    """Parting lines through the rows, not through the names between them."""
    rows = list(zip(stack.tops, stack.bottoms, strict=True))
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


def _strip_cells(strip: Strip, top: float, bottom: float, gap: float, look: Look, lang: Language) -> go.Bar:
    values, borders = np.array(strip.values, dtype=float), np.array(strip.edges, dtype=float)
    largest = max(np.nanmax(values), 4) * 1.6  # paler than the cells: these are no months
    colours = [look.ramp_at(value / largest) for value in values]
    words = number_texts(["" if value == 0 else number(value, lang) for value in values], colours, look.font_size - 1)
    custom = [[query if value else "", hover] for query, hover, value in zip(strip.queries, strip.hovers, values, strict=True)]
    tops, bottoms = np.full(len(values), top), np.full(len(values), bottom)
    return cell_bars(borders[:-1], borders[1:], tops, bottoms, colours, gap, customdata=custom, **words)


def _last_name(text: str, y: float, width: float, look: Look, yanchor: str = "middle") -> dict[str, object]:
    """The name of a last row, in the column of the names."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -width, "y": y, "yanchor": yanchor, "showarrow": False}
    return {**place, "text": text, "font": {"color": look.muted}}
