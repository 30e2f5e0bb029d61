"""Quarters as the columns of a matrix: their words, the borders of years, the quarters without a briefing, all events."""

import pandas as pd

from dashboard.drawing.chart_words import click_hint, events_in_words
from dashboard.drawing.matrix import Columns, Foot
from dashboard.drawing.time_axis import tick_words
from dashboard.language import Language, Text

ALL_EVENTS = Text(de="Alle Ereignisse", en="All events")


def columns(quarters: pd.DataFrame, lang: Language) -> Columns:
    """The columns for `topic_counts.quarter_frame`."""
    names = quarters["quarter"].tolist()
    gaps = [position for position, known in enumerate(quarters["has_briefing"]) if not known]
    years = [position for position in range(1, len(names)) if names[position][:4] != names[position - 1][:4]]
    return Columns(
        len(names), [position + 0.5 for position in range(len(names))], tick_words(names, lang, above=True), gaps, years
    )


def all_events(quarters: pd.DataFrame, lang: Language) -> Foot:
    """The number of all events of each quarter, each counted once; a click chooses the quarter."""
    values = quarters["quarter_events"].astype("Float64").to_numpy(float, na_value=float("nan"))
    hovers = [
        f"<b>{label}</b><br>{events_in_words(int(value), lang)}{click_hint(value, lang)}" if value == value else label
        for label, value in zip(quarters["quarter_label"], values, strict=True)
    ]
    queries = [f"quarter={row.quarter}" if row.has_briefing else "" for row in quarters.itertuples()]
    return Foot(ALL_EVENTS(lang), values.tolist(), queries, hovers)
