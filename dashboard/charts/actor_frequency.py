"""Who acts how often in which quarter: the most frequent actors, by kind."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import bars, heatmap, quarter_matrix
from dashboard.drawing.chart_words import click_hint, countries, events_in_words, labels
from dashboard.drawing.labels import safe
from dashboard.drawing.matrix import Line
from dashboard.drawing.style import Look, empty
from dashboard.drawing.time_axis import quarter_of_events
from dashboard.drawing.topic_counts import by_quarter
from dashboard.language import Language, Text, counted, number
from loaders.tables import Tables

ID = "actor-frequency"
PAGE = "actors"
ORDER = 10
TITLE = Text(de="Akteure nach Quartal", en="Actors by quarter")
HELP = Text(
    de="Die 20 Akteure mit den meisten Ereignissen der Auswahl, nach Art geordnet; jede Zelle nennt ihre Ereignisse im Quartal. "
    "Ein Ereignis mit mehreren Akteuren zählt bei jedem.",
    en="The 20 actors with most events of the selection, by kind; each cell tells their events in the quarter. An event with "
    "several actors counts for each of them.",
)
MOST = 20
KINDS = {
    "person": Text(de="Personen", en="Persons"),
    "body": Text(de="Gremien", en="Bodies"),
    "organisation": Text(de="Organisationen", en="Organisations"),
    "state": Text(de="Staaten", en="States"),
}
_ACTOR = Text(de="Akteur", en="actor")
_ACTORS = Text(de="Akteure", en="actors")
_SUMMARY = Text(
    de="{actors} in der Auswahl, am häufigsten {top}.",
    en="{actors} in the selection, most often {top}.",
)
_MORE = Text(de=" Gezeigt sind die ersten {shown}.", en=" The first {shown} are shown.")
_NONE = Text(de="Keine Akteure in dieser Auswahl.", en="No actors in this selection.")


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row an actor and quarter, for the `MOST` most frequent actors of the selection, grouped by kind.

    Columns: actor_id, actor, kind_id, kind, country, all_actors (how many there are), quarter, quarter_label, has_briefing,
    quarter_events, events, share. Sum rule: an event counts once for each of its actors, in the quarter of its briefing.
    """
    quarters = pd.Series(quarter_of_events(tables).to_numpy(), index=tables["events"]["event_id"].to_numpy())
    links = tables["event_actors"].drop_duplicates()
    links = links.assign(quarter=links["event_id"].map(quarters))
    totals = links["actor_id"].value_counts()
    actors = tables["actors"].drop_duplicates("actor_id").set_index("actor_id")
    most = (
        totals.rename_axis("actor_id")
        .reset_index(name="total")
        .sort_values(["total", "actor_id"], ascending=[False, True])
        .head(MOST)
    )
    most["kind_id"] = most["actor_id"].map(actors["kind"]).fillna("")
    kinds = {kind: position for position, kind in enumerate(KINDS)}
    order = most.sort_values("kind_id", key=lambda ids: ids.map(kinds).fillna(len(kinds)), kind="stable")["actor_id"].tolist()
    frame = by_quarter(links, "actor_id", order, tables, lang)
    kind = frame["actor_id"].map(actors["kind"]).fillna("")
    frame.insert(1, "actor", frame["actor_id"].map(labels(tables, "actors", lang)).fillna(frame["actor_id"]))
    frame.insert(2, "kind_id", kind)
    frame.insert(3, "kind", kind.map(labels(tables, "actor_kinds", lang)).astype(object).fillna(kind))
    frame.insert(4, "country", countries(frame["actor_id"].map(actors["country_code"]).fillna(""), lang))
    frame.insert(5, "all_actors", len(totals))
    return frame


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """A matrix of actors and quarters; a single quarter gives bars."""
    if rows.empty:
        return empty(look, lang, _NONE)
    lines = [_line(actor, lang) for _, actor in rows.groupby("actor_id", sort=False)]
    quarters = rows.drop_duplicates("quarter")
    if len(quarters) == 1:
        return bars.figure(lines, [look.accent] * len(lines), look, lang)
    return heatmap.figure(lines, quarter_matrix.columns(quarters, lang), look, lang, quarter_matrix.all_events(quarters, lang))


def _line(actor: pd.DataFrame, lang: Language) -> Line:
    first = actor.iloc[0]
    name = safe(first["actor"])
    hovers = [
        f"<b>{name}</b><br>{cell.quarter_label}: {events_in_words(int(cell.events), lang)}{click_hint(cell.events, lang)}"
        if cell.has_briefing
        else ""
        for cell in actor.itertuples()
    ]
    kind = KINDS.get(first["kind_id"])
    return Line(
        name=first["actor"],
        values=actor["events"].astype("Float64").to_numpy(float, na_value=float("nan")),
        queries=[f"actor={first['actor_id']}&quarter={quarter}" for quarter in actor["quarter"]],
        hovers=hovers,
        group=first["kind_id"],
        group_name=kind(lang) if kind else first["kind"],
        total=float(actor["events"].fillna(0).sum()),
    )


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """How many actors there are, and the three most frequent."""
    if rows.empty:
        return _NONE(lang)
    totals = rows.groupby("actor", sort=False)["events"].sum().sort_values(ascending=False, kind="stable")
    top = ", ".join(f"{actor} ({number(int(count), lang)})" for actor, count in totals.head(3).items())
    every = int(rows["all_actors"].iloc[0])
    text = _SUMMARY(lang, actors=counted(every, _ACTOR, _ACTORS, lang), top=top)
    return text + (_MORE(lang, shown=len(totals)) if every > len(totals) else "")
