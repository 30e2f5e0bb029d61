"""What stands around the marks of the timeline: grid, words of the axis, names of the lanes, the line 'as of'."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.chart_words import first_topic_note, of_all
from dashboard.drawing.labels import safe
from dashboard.drawing.legends import legend_at_top, legend_lines
from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import Axis, first_day
from dashboard.drawing.timeline_layout import Sizes
from dashboard.drawing.timeline_words import above, as_of, stand_of, ticks
from dashboard.language import Language

TALL = 480  # pixels: a figure taller than that has the words of its axis at both ends
_LINE = 1.3  # height of a line of text, times the size of its type

Shape = dict[str, object]
Words = dict[str, object]


def add_frame(
    drawing: go.Figure, axis: Axis, lanes: pd.DataFrame, sizes: Sizes, look: Look, lang: Language, rows: pd.DataFrame
) -> None:
    """Axes, grid of quarters and years, the line 'as of', legend, what the counts of the lanes mean, and margins."""
    height, size = float(lanes["bottom"].iloc[-1]), look.font_size
    values, words = ticks(axis, lang, look)
    lines = max(word.count("<br>") for word in words) + 1
    words_above = above(values, words, look) if height > TALL else []
    lift = size * (_LINE * lines + 0.2) if words_above else 0
    is_partly = (lanes["whole"] > lanes["events"]).any()
    note = first_topic_note(look, lang, beside_longer=(lanes["lane_key"] == 0).any()) if is_partly else []
    entries = [trace.name for trace in drawing.data if trace.name]
    legend_room = legend_lines(entries, look, beside=sizes.labels + 16) * (size + 8)
    top = legend_room + len(note) * size * _LINE + lift + size * 1.4 + 14
    bottom = size * _LINE * lines + 12
    stand = stand_of(rows)
    stretches = _stretches(lanes, sizes, height)
    drawing.update_layout(
        height=int(top + height + bottom),
        margin={"l": sizes.labels + 8, "r": 8, "t": top, "b": bottom},
        barmode="overlay",
        legend=legend_at_top(look),
        shapes=[*_stand(stand, axis, height, stretches, look), *_grid(axis, stretches, look), *_rules(lanes, axis, look)],
        annotations=[
            *_names(lanes, sizes, look, lang),
            *words_above,
            *as_of(stand, axis, lift, sizes.labels + 8, look, lang),
            *_under_legend(note, top - legend_room - 8, sizes, look),
        ],
    )
    drawing.update_xaxes(
        range=axis.range,
        tickvals=values,
        ticktext=words,
        tickangle=0,
        showgrid=False,
        showline=False,
        automargin=False,
        fixedrange=look.narrow,
        tickfont={"color": look.muted},
    )
    drawing.update_yaxes(range=[height, 0], visible=False, fixedrange=True, automargin=False)


def _under_legend(lines: list[str], lift: float, sizes: Sizes, look: Look) -> list[Words]:
    if not lines:
        return []
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -sizes.labels, "yref": "paper", "y": 1, "yanchor": "top"}
    font = {"size": look.font_size - 1, "color": look.muted}
    return [{"text": "<br>".join(lines), "yshift": lift, "showarrow": False, "align": "left", "font": font, **place}]


def _stretches(lanes: pd.DataFrame, sizes: Sizes, height: float) -> list[tuple[float, float]]:
    """From where to where an upright line runs: past names that stand above their lanes it is broken off."""
    if not sizes.lane_head:
        return [(0, height)]
    return [(lane.top - 2, lane.bottom - 2) for lane in lanes.itertuples()]


def _stand(stand: int, axis: Axis, height: float, stretches: list[tuple[float, float]], look: Look) -> list[Shape]:
    """The line 'as of', and a shade over what lies beyond it; nothing where the axis ends before."""
    if stand > axis.end:
        return []
    shade = {"x0": stand, "x1": axis.range[1], "y0": 0, "y1": height, "fillcolor": look.panel, "line": {"width": 0}}
    line = {**_verticals([stand], stretches, look.accent, 1.5), "layer": "above"}
    return [*([{"type": "rect", "layer": "below", **shade}] if stand < axis.end or axis.after else []), line]


def _grid(axis: Axis, stretches: list[tuple[float, float]], look: Look) -> list[Shape]:
    """Two paths: the borders of quarters, and those of years; and partings of what lies outside."""
    quarters = range(axis.first, axis.last + 2)
    years = [first_day(q) for q in quarters if q % 4 == 0]
    others = [first_day(q) for q in quarters if q % 4]
    partings = [*([axis.start] if axis.before else []), *([axis.end] if axis.after else [])]
    lines = [
        _verticals(others, stretches, look.grid, 1),
        _verticals(years, stretches, look.line if len(quarters) > 5 else look.grid, 1),
        _verticals(partings, stretches, look.line, 1, "dot"),
    ]
    return [line for line in lines if line]


def _verticals(values: list[int], stretches: list[tuple[float, float]], colour: str, width: float, dash: str = "solid") -> Shape:
    path = "".join(f"M{value},{top:.0f}V{bottom:.0f}" for value in values for top, bottom in stretches)
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "path", "path": path, "line": line, "layer": "below"} if path else {}


def _names(lanes: pd.DataFrame, sizes: Sizes, look: Look, lang: Language) -> list[Words]:
    """The names of families and lanes, and the number of events of each lane."""
    words: list[Words] = []
    for lane in lanes.itertuples():
        colour = look.family_text(lane.family_id) if lane.family_id else look.text
        left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -sizes.labels, "showarrow": False, "align": "left"}
        counts = of_all(lane.events, lane.whole, lang)
        if lane.is_first:
            font = {"color": colour, "size": look.font_size - 1, "weight": 700}
            words.append({"text": safe(lane.family), "y": lane.head_top, "yanchor": "top", "font": font, **left})
        if sizes.lane_head:
            text = f"{safe(lane.topic)}  <span style='color:{look.muted}'>{counts}</span>"
            words.append({"text": text, "y": lane.top, "yanchor": "bottom", "font": {"color": colour}, **left})
        else:
            middle = {**left, "y": lane.top + sizes.row / 2 + 1, "yanchor": "middle"}
            words.append({**middle, "text": safe(lane.topic), "font": {"color": colour}})
            words.append({**middle, "text": counts, "xanchor": "right", "xshift": -8, "font": {"color": look.muted}})
    return words


def _rules(lanes: pd.DataFrame, axis: Axis, look: Look) -> list[Shape]:
    """A line above each family, a paler one above each lane."""
    rules: list[Shape] = []
    for is_family, colour in ((True, look.line), (False, look.grid)):
        tops = lanes["head_top"][lanes["is_first"] == is_family] - 4
        path = "".join(f"M{axis.range[0]:.1f},{top:.1f}H{axis.range[1]:.1f}" for top in tops[tops > 1])
        if path:
            line = {"color": colour, "width": 0.8}
            rules.append({"type": "path", "path": path, "line": line, "layer": "below"})
    return rules
