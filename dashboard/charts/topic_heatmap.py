"""How often each topic occurs in each quarter, with the numbers in the cells."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import bars, heatmap, quarter_matrix
from dashboard.drawing.chart_words import SEVERAL_TOPICS, click_hint, events_in_words, percent
from dashboard.drawing.matrix import Line
from dashboard.drawing.style import Look, empty
from dashboard.drawing.topic_counts import topics_by_quarter
from dashboard.language import Language, Text, counted, number
from loaders.tables import Tables

ID = "topic-heatmap"
PAGE = "topics"
ORDER = 10
TITLE = Text(de="Themen nach Quartal", en="Topics by quarter")
HELP = Text(
    de="Jede Zelle nennt, wie viele Ereignisse eines Quartals ein Thema haben: je dunkler, desto mehr. " + SEVERAL_TOPICS.de,
    en="Each cell tells how many events of a quarter have a topic: the darker, the more. " + SEVERAL_TOPICS.en,
)

OF_QUARTER = Text(de="{share} der {events} Ereignisse des Quartals", en="{share} of the quarter’s {events} events")
_TOPIC_ONE = Text(de="Thema", en="topic")
_TOPICS = Text(de="Themen", en="topics")
_QUARTER = Text(de="Quartal", en="quarter")
_QUARTERS = Text(de="Quartalen", en="quarters")
_SUMMARY = Text(
    de="{topics} in {quarters}; am häufigsten {top}; am meisten in einem Quartal: {most} in {quarter} ({count}).",
    en="{topics} in {quarters}; most often {top}; most in one quarter: {most} in {quarter} ({count}).",
)
_NONE = Text(de="Keine Ereignisse in dieser Auswahl.", en="No events in this selection.")


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a topic and quarter; see `topic_counts.topics_by_quarter`.

    Sum rule: an event counts once for each of its topics, in the quarter of its briefing; `quarter_events` counts it once.
    """
    return topics_by_quarter(tables, lang)


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The matrix; a single quarter gives bars, in the colours of the families."""
    if rows.empty or not rows["events"].fillna(0).sum():
        return empty(look, lang)
    quarters = rows.drop_duplicates("quarter")
    lines = [_line(topic, lang, look) for _, topic in rows.groupby("topic_id", sort=False)]
    if len(quarters) == 1:
        families = rows.drop_duplicates("topic_id")["family_id"]
        return bars.figure(lines, [look.family(family) for family in families], look, lang)
    return heatmap.figure(
        lines,
        quarter_matrix.columns(quarters, lang),
        look,
        lang,
        None if look.small else quarter_matrix.all_events(quarters, lang),
    )


def _line(topic: pd.DataFrame, lang: Language, look: Look) -> Line:
    first = topic.iloc[0]
    values = topic["events"].astype("Float64").to_numpy(float, na_value=float("nan"))
    lead = f"topic={first['topic_id']}&" if first["topic_id"] else ""
    return Line(
        name=first["topic"],
        values=values,
        queries=[f"{lead}quarter={value}" for value in topic["quarter"]],
        hovers=[_hover(cell, lang) for cell in topic.itertuples()],
        group=first["family_id"],
        group_name=first["family"],
        colour=look.family_text(first["family_id"]),
        total=float(topic["events"].fillna(0).sum()),
    )


def _hover(cell: Any, lang: Language) -> str:
    if not cell.has_briefing:
        return ""
    share = OF_QUARTER(lang, share=percent(cell.share, lang), events=number(cell.quarter_events, lang)) if cell.events else ""
    lines = [f"<b>{cell.topic}</b>", f"{cell.quarter_label}: {events_in_words(int(cell.events), lang)}", share]
    return "<br>".join(line for line in lines if line) + click_hint(cell.events, lang)


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """The commonest topics, and the largest cell."""
    if rows.empty or not rows["events"].sum():
        return _NONE(lang)
    total = rows.groupby("topic", sort=False)["events"].sum().sort_values(ascending=False, kind="stable")
    largest = rows.loc[rows["events"].fillna(0).astype(int).idxmax()]
    return _SUMMARY(
        lang,
        topics=counted(len(total), _TOPIC_ONE, _TOPICS, lang),
        quarters=counted(int(rows.drop_duplicates("quarter")["has_briefing"].sum()), _QUARTER, _QUARTERS, lang),
        top=", ".join(f"{topic} ({number(count, lang)})" for topic, count in total.head(3).items()),
        most=largest["topic"],
        quarter=largest["quarter_label"],
        count=number(int(largest["events"]), lang),
    )
