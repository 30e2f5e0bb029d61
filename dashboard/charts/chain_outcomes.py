"""What became of the announcements of each quarter."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import bars, heatmap, quarter_matrix
from dashboard.drawing.chart_words import CLICK_FILTER, labels
from dashboard.drawing.matrix import Line
from dashboard.drawing.style import Look, empty
from dashboard.drawing.time_axis import quarter_of_events
from dashboard.drawing.topic_counts import quarter_frame
from dashboard.language import Language, Text, counted, number
from loaders.tables import Tables

ID = "chain-outcomes"
PAGE = "chains"
ORDER = 10
TITLE = Text(de="Angekündigt – und dann?", en="Announced, then what?")
HELP = Text(
    de="Jede Spalte ist das Quartal, in dem etwas zum ersten Mal genannt wurde, jede Zeile ein Ausgang; die Zahl zählt die "
    "Ankündigungen. „Nie wieder erwähnt“ heißt nur: Kein späteres Briefing der Auswahl kommt darauf zurück.",
    en="Each column is the quarter in which something was first mentioned, each row an outcome; the number counts the "
    "announcements. ‘Never mentioned again’ only means: no later briefing of the selection comes back to it.",
)
ONE = Text(de="Ankündigung", en="announcement")
MANY = Text(de="Ankündigungen", en="announcements")
_SUMMARY = Text(de="{chains}: {outcomes}.", en="{chains}: {outcomes}.")
_NONE = Text(de="Keine Ankündigungen in dieser Auswahl.", en="No announcements in this selection.")


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row an outcome and quarter: outcome_id, outcome, quarter, quarter_label, has_briefing, quarter_events, chains,
    chain_ids (parted by ',').

    A chain counts in the quarter of its first telling in the selection. Sum rule: the sum of `chains` is the number of
    chains that an event of the selection belongs to.
    """
    events = pd.DataFrame({"chain_id": tables["events"]["chain_id"], "quarter": quarter_of_events(tables)})
    first = events[events["chain_id"] != ""].groupby("chain_id")["quarter"].min()
    chains = tables["chains"][["chain_id", "outcome"]].assign(quarter=lambda frame: frame["chain_id"].map(first))
    chains = chains.dropna(subset="quarter")
    names = labels(tables, "chain_outcomes", lang)
    found = [outcome for outcome in names.index if (chains["outcome"] == outcome).any()]
    frame = pd.DataFrame({"outcome_id": found, "outcome": [names[outcome] for outcome in found]})
    frame = frame.merge(quarter_frame(tables, lang), how="cross")
    grouped = chains.groupby(["outcome", "quarter"])["chain_id"].agg(list)
    ids = [grouped.get(pair, []) for pair in zip(frame["outcome_id"], frame["quarter"], strict=True)]
    frame["chains"] = pd.array([len(group) for group in ids], dtype="Int64")
    frame.loc[~frame["has_briefing"].astype(bool), "chains"] = pd.NA
    frame["chain_ids"] = [",".join(group) for group in ids]
    return frame


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """A matrix of outcomes and quarters; a single quarter gives bars."""
    if rows.empty:
        return empty(look, lang, _NONE)
    lines = [_line(outcome, lang) for _, outcome in rows.groupby("outcome_id", sort=False)]
    quarters = rows.drop_duplicates("quarter")
    if len(quarters) == 1:
        return bars.figure(lines, [look.outcome(outcome) for outcome in rows["outcome_id"].unique()], look, lang)
    return heatmap.figure(lines, quarter_matrix.columns(quarters, lang), look, lang)


def _line(outcome: pd.DataFrame, lang: Language) -> Line:
    hovers = [
        f"<b>{cell.outcome}</b><br>{cell.quarter_label}: {counted(int(cell.chains), ONE, MANY, lang)}"
        + (f"<br><i>{CLICK_FILTER(lang)}</i>" if cell.chains else "")
        if cell.has_briefing
        else ""
        for cell in outcome.itertuples()
    ]
    return Line(
        name=outcome["outcome"].iloc[0],
        values=outcome["chains"].astype("Float64").to_numpy(float, na_value=float("nan")),
        queries=[f"chain={ids}" if ids else "" for ids in outcome["chain_ids"]],
        hovers=hovers,
        total=float(outcome["chains"].fillna(0).sum()),
    )


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """How many announcements had which outcome."""
    if rows.empty:
        return _NONE(lang)
    totals = rows.groupby("outcome", sort=False)["chains"].sum()
    words = ", ".join(f"{number(int(count), lang)} {outcome}" for outcome, count in totals.items() if count)
    return _SUMMARY(lang, chains=counted(int(totals.sum()), ONE, MANY, lang), outcomes=words)
