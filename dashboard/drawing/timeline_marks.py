"""The timeline of single marks: lanes by topic, marks packed into rows, and the frame of time around them.

All vertical lengths are pixels of the figure, so that nothing moves when the window gets wider; time is in days.
"""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.chart_words import CLICK_EVENT, hover_lines
from dashboard.drawing.colours import faded
from dashboard.drawing.legends import STATUS_PATTERNS, STATUS_SYMBOLS, status_markers
from dashboard.drawing.own_marks import own_marks
from dashboard.drawing.style import Look, framed
from dashboard.drawing.timeline_frame import add_frame
from dashboard.drawing.timeline_layout import Sizes, axis_for, drawn, lanes_of, placed, sizes_for
from dashboard.language import Language, Text

RANGE = Text(de="mehrere Tage", en="several days")


VAGUE = Text(de="Monat/Quartal/Jahr", en="month/quarter/year")


VAGUE_PLANNED = Text(de="… geplant", en="… planned")


TOPICS = Text(de="Weitere Themen: {topics}", en="Further topics: {topics}")


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The marks of `charts.timeline.rows`, which must not be empty."""
    sizes = sizes_for(rows, look, lang)
    axis = axis_for(rows, look.width - sizes.labels - 16, sizes)
    marks = placed(drawn(rows, axis, sizes))
    lanes = lanes_of(marks, sizes, lang)
    marks["thick"] = np.where(marks["lane_key"] == 0, sizes.strip_row, sizes.row)
    marks["y"] = marks["lane_key"].map(lanes.set_index("lane_key")["top"]) + (marks["row"] + 0.5) * marks["thick"]
    drawing = go.Figure([_bars(marks, sizes, look, lang), _symbols(marks, sizes, look, lang), *_legend(rows, look, lang)])
    drawing.add_traces(own_marks(marks, axis, sizes.symbol, look, lang))  # before the frame, which makes room for the legend
    framed(drawing, look, lang)
    add_frame(drawing, axis, lanes, sizes, look, lang, rows)
    return drawing


def _hover(marks: pd.DataFrame, lang: Language) -> list[str]:
    lines = []
    for mark in marks.itertuples():
        facts = [mark.period, mark.status, *([mark.venues] if mark.venues else [])]
        more = f"<br>{hover_lines(TOPICS(lang, topics=mark.further_topics))}" if mark.further_topics else ""
        lines.append(f"<b>{hover_lines(mark.title)}</b><br>{hover_lines(' · '.join(facts))}<br>{hover_lines(mark.topic)}{more}")
    return lines


def _bars(marks: pd.DataFrame, sizes: Sizes, look: Look, lang: Language) -> go.Bar:
    """The bands of vague dates and the bars of several days."""
    several = (~marks["vague"]) & (marks["date_end"] > marks["date_start"]) & (marks["where"] == "in")
    bars = marks[marks["vague"] | several]
    colours = [look.family(family) for family in bars["family_id"]]
    vague = bars["vague"].to_numpy()
    patterns = [
        STATUS_PATTERNS.get(status, "") if is_vague else "" for status, is_vague in zip(bars["status_id"], vague, strict=True)
    ]
    fills = [_fill(colour, v, pattern, look) for colour, v, pattern in zip(colours, vague, patterns, strict=True)]
    return go.Bar(
        orientation="h",
        base=bars["x0"].to_numpy(float),
        x=(bars["x1"] - bars["x0"]).to_numpy(float),
        y=bars["y"].to_numpy(float),
        width=np.where(vague, bars["thick"] - 2, sizes.symbol * 0.62),
        marker={
            "color": fills,
            "line": {"color": [faded(colour, 0.75) for colour in colours], "width": np.where(vague, 0.8, 0)},
            "pattern": _hatching(patterns, colours, look),
        },
        customdata=("event=" + bars["event_id"]).to_numpy(object).reshape(-1, 1),
        text=_hover(bars, lang),
        textposition="none",
        hovertemplate=f"%{{text}}<br><i>{CLICK_EVENT(lang)}</i><extra></extra>",
        showlegend=False,
    )


def _fill(colour: str, vague: bool, pattern: str, look: Look) -> str:
    # What is pale on a white page is gone on a dark one.
    opacities = (0.16, 0.48, 0.7) if look.dark else (0.06, 0.32, 0.6)
    return faded(colour, opacities[(0 if pattern else 1) if vague else 2])


def _hatching(shapes: list[str] | str, colours: list[str] | str, look: Look) -> dict[str, object]:
    lines = {"size": 5, "solidity": 0.25, "fillmode": "overlay", "fgopacity": 0.85 if look.dark else 0.5}
    return {"shape": shapes, "fgcolor": colours, **lines}


def _symbols(marks: pd.DataFrame, sizes: Sizes, look: Look, lang: Language) -> go.Scatter:
    """One symbol for each date that is known to the day, in the middle of its days."""
    exact = marks[~marks["vague"]]
    colours = [look.family(family) for family in exact["family_id"]]
    return go.Scatter(
        mode="markers",
        x=((exact["x0"] + exact["x1"]) / 2).to_numpy(float),
        y=exact["y"].to_numpy(float),
        marker=status_markers(exact["status_id"].tolist(), colours, sizes.symbol, look),
        customdata=("event=" + exact["event_id"]).to_numpy(object).reshape(-1, 1),
        text=_hover(exact, lang),
        hovertemplate=f"%{{text}}<br><i>{CLICK_EVENT(lang)}</i><extra></extra>",
        showlegend=False,
    )


def _legend(rows: pd.DataFrame, look: Look, lang: Language) -> list[go.Scatter | go.Bar]:
    """Traces without a mark that only explain, for what occurs in the rows."""
    ink = look.muted
    words = rows.drop_duplicates("status_id").set_index("status_id")["status"]
    entries: list[go.Scatter | go.Bar] = []
    for status in [*STATUS_SYMBOLS, *(set(words.index) - set(STATUS_SYMBOLS))]:
        if status in words.index:
            marker = status_markers([status], [ink], look.scaled(9), look)
            entries.append(go.Scatter(x=[None], y=[None], mode="markers", marker=marker, name=words[status]))
    vague = rows[rows["date_precision"] != "day"]
    if ((rows["date_precision"] == "day") & (rows["date_end"] > rows["date_start"])).any():
        line = {"color": faded(ink, 0.6), "width": look.scaled(5)}
        entries.append(go.Scatter(x=[None], y=[None], mode="lines", line=line, name=RANGE(lang)))
    if len(vague):
        entries.append(_legend_band("", VAGUE(lang), look))
    if (vague["status_id"] == "planned").any():
        entries.append(_legend_band(STATUS_PATTERNS["planned"], VAGUE_PLANNED(lang), look))
    return entries


def _legend_band(pattern: str, name: str, look: Look) -> go.Bar:
    ink = look.muted
    marker = {"color": _fill(ink, True, pattern, look), "line": {"color": faded(ink, 0.75), "width": 0.8}}
    marker["pattern"] = _hatching(pattern, ink, look)
    return go.Bar(x=[None], y=[None], marker=marker, name=name)
