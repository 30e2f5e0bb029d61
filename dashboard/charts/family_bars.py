"""How much each quarter had of the five families of topics, stacked."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import bars
from dashboard.drawing.chart_words import CLICK_FILTER, NO_TOPIC, events_in_words, labels
from dashboard.drawing.colours import readable_on
from dashboard.drawing.labels import text_width
from dashboard.drawing.legends import legend_at_top, legend_lines
from dashboard.drawing.matrix import Line
from dashboard.drawing.patterns import family_pattern
from dashboard.drawing.style import Look, empty, framed
from dashboard.drawing.time_axis import tick_words
from dashboard.drawing.topic_counts import by_quarter, topic_links
from dashboard.language import Language, Text, number
from loaders.tables import Tables

ID = "family-bars"
PAGE = "topics"
ORDER = 20
TITLE = Text(de="Themenfelder nach Quartal", en="Families of topics by quarter")
HELP = Text(
    de="Jede Säule ist ein Quartal, jede Farbe mit ihrem Muster ein Themenfeld; darunter steht die Zahl der Ereignisse. Ein "
    "Ereignis zählt in jedem seiner Themenfelder einmal, deshalb kann die Säule höher sein als die Zahl der Ereignisse.",
    en="Each column is a quarter, each colour with its pattern a family of topics; the number of events stands below. An event "
    "counts once in each of its families, so that a column can be higher than the number of events.",
)

N_EVENTS = Text(de="Zahl der Ereignisse", en="number of events")
NO_BRIEFING = Text(de="kein Briefing", en="no briefing")
_SUMMARY = Text(
    de="Größtes Themenfeld ist {top} ({count}), dann {second}; die meisten Ereignisse hat {quarter} ({events}).",
    en="The largest family is {top} ({count}), then {second}; {quarter} has the most events ({events}).",
)
_ALONE = Text(de="Einziges Themenfeld ist {top} ({count}).", en="The only family is {top} ({count}).")
_NONE = Text(de="Keine Ereignisse in dieser Auswahl.", en="No events in this selection.")


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a family and quarter: family_id, family, topic_ids (of the family, parted by ','), quarter, quarter_label,
    has_briefing, quarter_events, events, share.

    Sum rule: an event counts once for each family that one of its topics belongs to; `quarter_events` counts it once.
    """
    links = topic_links(tables)
    found = set(links["family_id"])
    order = [family for family in [*tables["topic_families"]["family_id"], ""] if family in found]
    frame = by_quarter(links, "family_id", order, tables, lang)
    topics = tables["topics"].groupby("family_id")["topic_id"].agg(",".join)
    frame.insert(1, "family", frame["family_id"].map(labels(tables, "topic_families", lang)).fillna(NO_TOPIC(lang)))
    frame.insert(2, "topic_ids", frame["family_id"].map(topics).fillna(""))
    return frame


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """Stacked columns, one trace a family; quarters without a briefing are left open and named."""
    if rows.empty or not rows["events"].fillna(0).sum():
        return empty(look, lang)
    quarters = rows.drop_duplicates("quarter")
    names = quarters["quarter"].tolist()
    groups = [family for _, family in rows.groupby("family_id", sort=False)]
    if len(names) == 1:
        return bars.figure(
            [_line(family, lang, look) for family in groups], [look.family(f["family_id"].iloc[0]) for f in groups], look, lang
        )
    column = (look.width - 50) / len(names)
    largest = max(float(rows.groupby("quarter")["events"].sum().max()) * 1.04, 4)
    high = 230 if look.small else 340
    drawing = go.Figure([_bars(family, column, high / largest, lang, look) for family in groups])
    framed(drawing, look, lang)
    top = legend_lines([trace.name for trace in drawing.data], look, beside=44) * (look.font_size + 9) + 14
    is_tight = column < 1.9 * look.font_size
    words = [word.replace("Q", "") if is_tight else word for word in tick_words(names, lang)]
    bottom = look.font_size * 5
    drawing.update_layout(
        barmode="stack",
        bargap=0.18 if column > 24 else 0.12,
        height=int(high + top + bottom),
        margin={"l": 36, "r": 8, "t": top, "b": bottom},
        legend={**legend_at_top(look), "traceorder": "normal"},
        annotations=[*_counts(quarters, look, lang), *_gaps(quarters, look, lang)],
    )
    drawing.update_xaxes(
        range=[-0.5, max(len(names), 4) - 0.5],
        tickvals=list(range(len(names))),
        ticktext=words,
        tickangle=0,
        tickfont={"color": look.muted},
        showgrid=False,
        showline=True,
        linecolor=look.line,
        ticks="",
        fixedrange=True,
        automargin=False,
    )
    return drawing.update_yaxes(
        range=[0, largest],
        tickfont={"color": look.muted},
        nticks=6,
        tickformat="d",
        showline=False,
        fixedrange=True,
        automargin=False,
    )


def _line(family: pd.DataFrame, lang: Language, look: Look) -> Line:
    first = family.iloc[0]
    texts = _hovers(family, lang)
    value = float(first["events"])
    return Line(first["family"], [value], [_query(first, first["quarter"])], texts, colour=look.family_text(first["family_id"]))


def _query(family: pd.Series, quarter: str) -> str:
    return (f"topic={family['topic_ids']}&" if family["topic_ids"] else "") + f"quarter={quarter}"


def _hovers(family: pd.DataFrame, lang: Language) -> list[str]:
    return [
        f"<b>{row.family}</b><br>{row.quarter_label}: {events_in_words(int(row.events), lang)}<br><i>{CLICK_FILTER(lang)}</i>"
        if row.has_briefing
        else ""
        for row in family.itertuples()
    ]


def _bars(family: pd.DataFrame, column: float, unit: float, lang: Language, look: Look) -> go.Bar:
    """`column` is the width of a quarter, `unit` the height of one event, in pixels: numbers stand only where they fit."""
    first = family.iloc[0]
    values = family["events"].astype("Float64").to_numpy(float, na_value=float("nan"))
    colour = look.family(first["family_id"])
    least = (look.font_size - 1) / unit if column * 0.82 > text_width("99", look.font_size - 2) else float("inf")
    queries = [_query(first, row.quarter) if row.has_briefing else "" for row in family.itertuples()]
    pairs = zip(queries, _hovers(family, lang), strict=True)
    return go.Bar(
        x=list(range(len(values))),
        y=values,
        name=first["family"],
        marker={
            "color": colour,
            "line": {"color": look.background, "width": 1},
            "pattern": family_pattern(first["family_id"], colour),
        },
        text=[number(value, lang) if value >= least else "" for value in values],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": readable_on(colour), "size": look.font_size - 2},
        constraintext="none",
        customdata=[list(pair) for pair in pairs],
        hovertemplate="%{customdata[1]}<extra></extra>",
        width=0.82 if len(values) > 3 else 0.6,
    )


def _counts(quarters: pd.DataFrame, look: Look, lang: Language) -> list[dict[str, object]]:
    """The number of events of each quarter, each counted once, under the words of the axis."""
    below = {"yref": "paper", "y": 0, "yanchor": "top", "yshift": -look.font_size * 2.7, "showarrow": False}
    size = min(look.font_size - 1, max(9.0, (look.width - 50) / len(quarters) / 2.1))
    font = {"color": look.muted, "size": size}
    counts = [
        {**below, "x": position, "text": number(int(row.quarter_events), lang) if row.has_briefing else "–", "font": font}
        for position, row in enumerate(quarters.itertuples())
    ]
    shift = {"yshift": -look.font_size * 3.8, "xref": "paper", "x": 0, "xanchor": "left"}
    return [*counts, {**below, **shift, "text": N_EVENTS(lang), "font": {"color": look.muted, "size": look.font_size - 2}}]


def _gaps(quarters: pd.DataFrame, look: Look, lang: Language) -> list[dict[str, object]]:
    upright = {
        "yref": "paper",
        "y": 0.02,
        "yanchor": "bottom",
        "textangle": -90,
        "showarrow": False,
        "font": {"color": look.muted},
    }
    return [
        {**upright, "x": position, "text": NO_BRIEFING(lang)}
        for position, known in enumerate(quarters["has_briefing"])
        if not known
    ]


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """The largest families, and the quarter with most events."""
    totals = rows.groupby("family", sort=False)["events"].sum() if len(rows) else pd.Series(dtype=int)
    totals = totals[totals > 0].sort_values(ascending=False, kind="stable")
    if totals.empty:
        return _NONE(lang)
    words = {"top": totals.index[0], "count": events_in_words(int(totals.iloc[0]), lang)}
    if len(totals) == 1:
        return _ALONE(lang, **words)
    most = rows.loc[rows["quarter_events"].fillna(0).astype(int).idxmax()]
    events = events_in_words(int(most["quarter_events"]), lang)
    return _SUMMARY(
        lang,
        **words,
        second=f"{totals.index[1]} ({number(int(totals.iloc[1]), lang)})",
        quarter=most["quarter_label"],
        events=events,
    )
