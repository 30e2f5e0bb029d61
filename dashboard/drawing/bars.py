"""Horizontal bars with names and numbers: what a matrix becomes when it has a single column."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.drawing.labels import text_width
from dashboard.drawing.matrix import Line, name_width, names_beside, stacked
from dashboard.drawing.style import Look, framed
from dashboard.language import Language, number


def figure(lines: Sequence[Line], colours: Sequence[str], look: Look, lang: Language) -> go.Figure:
    """One bar a line, as long as its first value; groups, names and heights as in the matrix."""
    names = name_width(lines, [], look)
    stack = stacked(lines, look)
    values = [line.values[0] for line in lines]
    largest = max([*values, 1])
    room = text_width(number(largest, lang), look.font_size) + 8
    plot = look.width - names - 16
    bars = go.Bar(
        orientation="h",
        x=values,
        y=(stack.tops + stack.bottoms) / 2,
        width=(stack.bottoms - stack.tops) * 0.72,
        marker={"color": list(colours)},
        text=[number(value, lang) for value in values],
        textposition="outside",
        textfont={"color": look.text},
        cliponaxis=False,
        customdata=[[line.queries[0], line.hovers[0]] for line in lines],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    drawing = framed(go.Figure(bars), look, lang)
    drawing.update_layout(
        height=int(stack.height + 16),
        margin={"l": names + 8, "r": 8, "t": 8, "b": 8},
        annotations=names_beside([_without_total(line) for line in lines], stack, names, look, lang),
    )
    drawing.update_xaxes(range=[0, largest * plot / max(plot - room, 1)], visible=False, fixedrange=True)
    return drawing.update_yaxes(range=[stack.height, 0], visible=False, fixedrange=True, automargin=False)


def _without_total(line: Line) -> Line:
    return Line(line.name, line.values, line.queries, line.hovers, line.group, line.group_name, line.colour)
