"""What is still to come: planned and postponed events that end after the last quarter told of."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.when import last_day
from loaders.tables import Tables

PENDING = ("planned", "postponed")
DATED = ("day", "month")


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Rows of `events` by date: `dated` known to the day or month, `vague` the others, those perhaps begun last."""

    after: date
    dated: pd.DataFrame
    vague: pd.DataFrame


def upcoming(everything: Tables, tables: Tables) -> Upcoming:
    """The pending events of `tables`, measured from the last quarter of `everything`: the texts are the clock.

    An event that several briefings tell counts once, as told last; its own chain decides what is one event.
    """
    quarters = everything["briefings"]["quarter"]
    after = last_day(max(quarters)) if len(quarters) else date.min
    events = _as_told_last(everything, tables["events"])
    pending = events[events["status"].isin(PENDING)].sort_values(["date_start", "date_end"], kind="stable")
    edge = pd.Timestamp(after) if len(quarters) else pd.Timestamp.min
    is_dated = (pending["date_start"] > edge) & pending["date_precision"].isin(DATED)
    vague = pending[~is_dated & (pending["date_end"] > edge)]
    has_begun = vague["date_start"] <= edge
    return Upcoming(after, pending[is_dated], pd.concat([vague[~has_begun], vague[has_begun]]))


def _as_told_last(everything: Tables, events: pd.DataFrame) -> pd.DataFrame:
    quarter_of = dict(zip(everything["briefings"]["briefing_id"], everything["briefings"]["quarter"], strict=True))
    every = everything["events"]
    told = every.assign(told=every["briefing_id"].map(quarter_of)).sort_values("told", kind="stable")
    last = told[told["chain_id"] != ""].drop_duplicates("chain_id", keep="last")["event_id"]
    return events[(events["chain_id"] == "") | events["event_id"].isin(set(last))]
