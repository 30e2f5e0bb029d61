"""What was known after a chosen briefing: later briefings, their events and what they tell of chains are taken away."""

import pandas as pd

from dashboard.selection_apply import of_briefings, of_events
from loaders.tables import Tables

# How a chain looks while a later briefing has not told its end: the outcome by the status it was last told with.
_OUTCOME = {"occurred": "held", "planned": "open", "postponed": "moved", "cancelled": "cancelled"}


def known_after(tables: Tables, briefing_id: str) -> Tables:
    """The tables as of `briefing_id` ('' = the newest): briefings of its quarter and before, and what they tell."""
    briefings = tables["briefings"]
    if not briefing_id or briefing_id not in set(briefings["briefing_id"]):
        return tables
    last_quarter = briefings.loc[briefings["briefing_id"] == briefing_id, "quarter"].iloc[0]
    known = briefings.loc[briefings["quarter"] <= last_quarter, "briefing_id"]
    events = tables["events"]
    cut = of_briefings(of_events(tables, events.loc[events["briefing_id"].isin(set(known)), "event_id"]), known)
    return cut.replaced(chains=_outcomes_then(tables, cut, _last_day(last_quarter)))


def _last_day(quarter: str) -> pd.Timestamp:
    return pd.Period(quarter.replace("-", ""), freq="Q").end_time.normalize()


def _outcomes_then(tables: Tables, cut: Tables, last_day: pd.Timestamp) -> pd.DataFrame:
    """The chains with the outcome that could be known then.

    A chain whose later links are taken away falls back to what its last known link says; one that is 'never told of
    again' is open as long as its day had not passed.
    """
    chains = cut["chains"].copy()
    quarter_of = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
    known = cut["events"].assign(quarter=cut["events"]["briefing_id"].map(quarter_of))
    known = known.sort_values("quarter", kind="stable")
    links = tables["events"].groupby("chain_id").size()
    for index, chain in chains.iterrows():
        told = known[known["chain_id"] == chain["chain_id"]]
        last = told.iloc[-1]
        is_cut = len(told) < links[chain["chain_id"]]
        if is_cut:
            chains.loc[index, "outcome"] = _OUTCOME[last["status"]]
        elif chain["outcome"] == "silent" and last["date_end"] > last_day:
            chains.loc[index, "outcome"] = "open"
    return chains
