"""The course of each topic over the quarters, one small panel a topic, all on one scale."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.chart_words import CLICK_FILTER, SEVERAL_TOPICS, events_in_words, percent
from dashboard.drawing.colours import faded
from dashboard.drawing.labels import safe, wrapped
from dashboard.drawing.style import Look, empty, framed
from dashboard.drawing.topic_counts import topics_by_quarter
from dashboard.language import Language, Text, number
from loaders.tables import Tables

ID = "topic-trends"
PAGE = "topics"
ORDER = 30
TITLE = Text(de="Verlauf der Themen", en="Course of the topics")
HELP = Text(
    de="Ein Feld je Thema, eine Säule je Quartal, überall derselbe Maßstab; umschaltbar von der Anzahl auf den Anteil an den "
    "Ereignissen des Quartals. " + SEVERAL_TOPICS.de,
    en="One panel a topic, one column a quarter, all on one scale; it can be switched from counts to shares of the quarter’s "
    "events. " + SEVERAL_TOPICS.en,
)

COUNT = Text(de="Anzahl", en="Count")
SHARE = Text(de="Anteil", en="Share")
NO_BRIEFING = Text(de="kein Briefing", en="no briefing")
OF_QUARTER = Text(de="{share} der {events} Ereignisse des Quartals", en="{share} of the quarter’s {events} events")
GAP = 30  # pixels between panels, for the number of the scale
_RISE = Text(
    de="Von der ersten zur zweiten Hälfte ({first}–{middle}, {next}–{last}) wächst der Anteil von {up} am stärksten "
    "({up_change}), am stärksten sinkt der von {down} ({down_change}).",
    en="From the first half to the second ({first}–{middle}, {next}–{last}) the share of {up} grows most ({up_change}), that of "
    "{down} falls most ({down_change}).",
)
_FEW = Text(de="Häufigstes Thema ist {topic} ({events}).", en="The most frequent topic is {topic} ({events}).")
_NONE = Text(de="Keine Ereignisse in dieser Auswahl.", en="No events in this selection.")
_POINTS = Text(de="Prozentpunkte", en="percentage points")


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the panels stand; all lengths are pixels."""

    columns: int
    width: float  # of a panel, with the space to its right
    plot: float  # of its columns
    height: float  # of its columns
    head: float
    pitch: float  # from one panel to the one below

    def left(self, panel: int) -> float:
        return panel % self.columns * self.width

    def bottom(self, panel: int) -> float:
        return panel // self.columns * self.pitch + self.head + self.height


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a topic and quarter; see `topic_counts.topics_by_quarter`.

    Sum rule: an event counts once for each of its topics, in the quarter of its briefing; `quarter_events` counts it once.
    """
    return topics_by_quarter(tables, lang)


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """Small multiples on one pair of axes, so that one scale holds for all; two buttons choose counts or shares."""
    if rows.empty or not rows["events"].fillna(0).sum():
        return empty(look, lang)
    topics = [topic for _, topic in rows.groupby("topic_id", sort=False)]
    grid = _grid([topic["topic"].iloc[0] for topic in topics], look)
    counts, shares = (rows[name].astype("Float64").to_numpy(float, na_value=np.nan) for name in ("events", "share"))
    tops = {COUNT: max(float(np.nanmax(counts)), 4.0), SHARE: max(math.ceil(float(np.nanmax(shares)) * 10) / 10, 0.1)}
    heights = {COUNT: _heights(counts, tops[COUNT], grid), SHARE: _heights(shares, tops[SHARE], grid)}
    drawing = framed(go.Figure(_bars(topics, heights[COUNT], grid, lang, look)), look, lang)
    words = _names(topics, grid, look)
    scales = {
        COUNT: [*words, *_scale(len(topics), number(tops[COUNT], lang), grid, look)],
        SHARE: [*words, *_scale(len(topics), percent(tops[SHARE], lang), grid, look)],
    }
    top = look.font_size * 3.2
    whole = math.ceil(len(topics) / grid.columns) * grid.pitch
    drawing.update_layout(
        height=int(whole + top + 8),
        margin={"l": 8, "r": 8, "t": top, "b": 8},
        annotations=scales[COUNT],
        shapes=_lines(len(topics), grid, look),
        updatemenus=[_switch(heights, scales, lang, look)],
        bargap=0,
    )
    drawing.update_xaxes(range=[0, look.width - 16], visible=False, fixedrange=True, automargin=False)
    return drawing.update_yaxes(range=[whole, 0], visible=False, fixedrange=True, automargin=False)


def _grid(names: list[str], look: Look) -> Grid:
    columns = max(2, min(6, int(look.width // 155), len(names)))
    width = (look.width - 16) / columns
    lines = max(len(wrapped(name, width - 6, look.font_size)) for name in names)
    # Over the names stands the family, where another one begins.
    head, height = look.font_size * (1.3 * lines + 1.35) + 6, look.scaled(64 if len(names) > 6 else 90)
    return Grid(columns, width, width - GAP, height, head, head + height + look.font_size * 1.7 + 8)


def _heights(values: np.ndarray, top: float, grid: Grid) -> np.ndarray:
    """Upwards, that is negative; a gap is as high as the panel."""
    return -np.where(np.isnan(values), 1.0, values / top) * grid.height


def _bars(topics: list[pd.DataFrame], heights: np.ndarray, grid: Grid, lang: Language, look: Look) -> go.Bar:
    quarters = len(topics[0])
    step = grid.plot / quarters
    place = np.concatenate([grid.left(panel) + (np.arange(quarters) + 0.5) * step for panel in range(len(topics))])
    told = np.concatenate([topic["has_briefing"].to_numpy() for topic in topics])
    colours = np.repeat([look.family(topic["family_id"].iloc[0]) for topic in topics], quarters)
    return go.Bar(
        x=place,
        y=heights,
        base=np.repeat([grid.bottom(panel) for panel in range(len(topics))], quarters).astype(float),
        width=min(max(step * 0.8, 1), 36),
        marker={"color": np.where(told, colours, faded(look.line, 0.18)), "line": {"width": 0}},
        customdata=[pair for topic in topics for pair in _pairs(topic, lang)],
        hovertemplate="%{customdata[1]}<extra></extra>",
        showlegend=False,
    )


def _pairs(topic: pd.DataFrame, lang: Language) -> list[list[str]]:
    """Query and hover text of each quarter."""
    pairs = []
    for cell in topic.itertuples():
        lead = f"topic={cell.topic_id}&" if cell.topic_id else ""
        if not cell.has_briefing:
            pairs.append(["", f"<b>{cell.topic}</b><br>{cell.quarter_label}: {NO_BRIEFING(lang)}"])
            continue
        share = OF_QUARTER(lang, share=percent(cell.share, lang), events=number(cell.quarter_events, lang)) if cell.events else ""
        lines = [
            f"<b>{cell.topic}</b>" + (f" · {cell.family}" if cell.family else ""),
            f"{cell.quarter_label}: {events_in_words(int(cell.events), lang)}",
            share,
            f"<i>{CLICK_FILTER(lang)}</i>",
        ]
        pairs.append([f"{lead}quarter={cell.quarter}", "<br>".join(line for line in lines if line)])
    return pairs


def _names(topics: list[pd.DataFrame], grid: Grid, look: Look) -> list[dict[str, object]]:
    """The topic over each panel, its family where another one or a row begins, first and last year under it."""
    words: list[dict[str, object]] = []
    small = {"size": look.font_size - 2, "color": look.muted}
    for panel, topic in enumerate(topics):
        left, bottom = grid.left(panel), grid.bottom(panel)
        font = {"color": look.family_text(topic["family_id"].iloc[0]), "size": look.font_size}
        name = "<br>".join(wrapped(topic["topic"].iloc[0], grid.width - 6, look.font_size))
        at_left = {"x": left, "xanchor": "left", "showarrow": False}
        family = topic["family"].iloc[0]
        if family and (panel % grid.columns == 0 or family != topics[panel - 1]["family"].iloc[0]):
            lines = _lines_of_row(topics, panel // grid.columns, grid, look)
            top = {"y": bottom - grid.height - 3 - lines * look.font_size * 1.3, "yanchor": "bottom"}
            bold = {"size": look.font_size - 1, "color": look.family_text(topic["family_id"].iloc[0]), "weight": 700}
            words.append({**at_left, **top, "text": safe(family), "font": bold})
        words.append({**at_left, "text": name, "y": bottom - grid.height - 3, "yanchor": "bottom", "align": "left", "font": font})
        first, last = (topic["quarter"].iloc[position] for position in (0, -1))
        below = {"y": bottom + 2, "yanchor": "top", "showarrow": False, "font": small}
        words.append({**below, "x": left, "xanchor": "left", "text": first[:4]})
        if last[:4] != first[:4]:
            words.append({**below, "x": left + grid.plot, "xanchor": "right", "text": last[:4]})
    return words


def _lines_of_row(topics: list[pd.DataFrame], row: int, grid: Grid, look: Look) -> int:
    """How many lines the longest name in a row of panels takes."""
    of_row = topics[row * grid.columns : (row + 1) * grid.columns]
    return max(len(wrapped(topic["topic"].iloc[0], grid.width - 6, look.font_size)) for topic in of_row)


def _scale(panels: int, top: str, grid: Grid, look: Look) -> list[dict[str, object]]:
    """What the line at the top of each panel stands for."""
    font = {"size": look.font_size - 2, "color": look.muted}
    place = {"xanchor": "left", "yanchor": "middle", "showarrow": False, "font": font, "text": top}
    return [{**place, "x": grid.left(panel) + grid.plot + 2, "y": grid.bottom(panel) - grid.height} for panel in range(panels)]


def _lines(panels: int, grid: Grid, look: Look) -> list[dict[str, object]]:
    tops, bottoms = "", ""
    for panel in range(panels):
        left, bottom = grid.left(panel), grid.bottom(panel)
        right = left + grid.plot
        tops += "".join(f"M{left:.1f},{bottom - part * grid.height:.1f}H{right:.1f}" for part in (1, 0.5))
        bottoms += f"M{left:.1f},{bottom:.1f}H{right:.1f}"
    below = {"type": "path", "layer": "below"}
    return [
        {**below, "path": tops, "line": {"color": look.grid, "width": 1}},
        {**below, "path": bottoms, "line": {"color": look.line, "width": 1}},
    ]


def _switch(
    heights: dict[Text, np.ndarray], scales: dict[Text, list[dict[str, object]]], lang: Language, look: Look
) -> dict[str, object]:
    buttons = [
        {"label": name(lang), "method": "update", "args": [{"y": [heights[name].tolist()]}, {"annotations": scales[name]}]}
        for name in (COUNT, SHARE)
    ]
    return {**look.buttons(), "showactive": True, "buttons": buttons}


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """Which topic's share grew and fell most from the first half of the quarters to the second."""
    counted = rows[rows["has_briefing"].astype(bool)] if len(rows) else rows
    if counted.empty or not counted["events"].sum():
        return _NONE(lang)
    quarters = list(dict.fromkeys(counted["quarter"]))
    early = counted["quarter"].isin(quarters[: len(quarters) // 2])
    shares = [_shares(counted[half]) for half in (early, ~early)]
    change = (shares[1] - shares[0]).fillna(0)
    if len(quarters) < 4 or change.max() < 0.005 or change.min() > -0.005:
        totals = counted.groupby("topic", sort=False)["events"].sum().sort_values(ascending=False, kind="stable")
        return _FEW(lang, topic=totals.index[0], events=events_in_words(int(totals.iloc[0]), lang))
    names = dict(zip(counted["quarter"], counted["quarter_label"], strict=True))
    middle = len(quarters) // 2
    return _RISE(
        lang,
        first=names[quarters[0]],
        middle=names[quarters[middle - 1]],
        next=names[quarters[middle]],
        last=names[quarters[-1]],
        up=change.idxmax(),
        up_change=_points(change.max(), lang),
        down=change.idxmin(),
        down_change=_points(change.min(), lang),
    )


def _shares(rows: pd.DataFrame) -> pd.Series:
    events = rows.drop_duplicates("quarter")["quarter_events"].sum()
    return rows.groupby("topic", sort=False)["events"].sum().astype(float) / max(int(events), 1)


def _points(change: float, lang: Language) -> str:
    value = number(round(abs(change) * 100), lang)
    return f"{'−' if change < 0 else '+'}{value} {_POINTS(lang)}"
