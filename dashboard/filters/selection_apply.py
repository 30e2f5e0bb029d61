"""Which events a selection means, and the tables cut down to them. Whole events only: topics and places are never trimmed."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from dashboard.filters import search
from dashboard.filters.facets import FACETS
from loaders.tables import Tables

if TYPE_CHECKING:
    from dashboard.filters.selection import Selection

Mask = np.ndarray  # one boolean for each row of the table events


class Certainty(NamedTuple):
    """Numbers of events by how surely they fall into a date range."""

    certain: int
    possible: int


def apply(selection: "Selection", tables: Tables) -> Tables:
    """The tables of the chosen events: events, event_*, evidence, chains and their links.

    A choice of quarters also cuts briefings, sections, footnotes and problems down to these quarters, so that an axis of
    quarters shows what was asked for and no zeros beside it; `chains.first_announced` may then name a briefing outside.
    The tables of places, topics and so on stay whole.
    """
    if not selection.is_restricted:
        return tables
    chosen = _all(_masks(selection, tables), tables)
    cut = of_events(tables, tables["events"]["event_id"][chosen])
    if not selection.quarter:
        return cut
    briefings = tables["briefings"]
    return of_briefings(cut, briefings.loc[briefings["quarter"].isin(selection.quarter), "briefing_id"])


def of_events(tables: Tables, event_ids: pd.Series) -> Tables:
    """The tables with these events alone and what hangs on them; a chain stays if one of its events does."""
    wanted = set(event_ids)
    linked = ("events", "event_places", "event_topics", "event_actors", "event_sources", "evidence", "chain_links")
    cut = {name: tables[name][tables[name]["event_id"].isin(wanted)].reset_index(drop=True) for name in linked}
    chains = tables["chains"]
    cut["chains"] = chains[chains["chain_id"].isin(set(cut["events"]["chain_id"]))].reset_index(drop=True)
    return tables.replaced(**cut)


def of_briefings(tables: Tables, briefing_ids: pd.Series) -> Tables:
    """The tables with these briefings alone, their sections, footnotes and problems; the events are left as they are."""
    wanted = set(briefing_ids)
    cut = {
        name: tables[name][tables[name]["briefing_id"].isin(wanted)].reset_index(drop=True)
        for name in ("briefings", "sections", "sources", "problems")
    }
    marks = tables["footnote_marks"]
    cut["footnote_marks"] = marks[marks["section_id"].isin(set(cut["sections"]["section_id"]))].reset_index(drop=True)
    return tables.replaced(**cut)


def time_certainty(selection: "Selection", tables: Tables) -> Certainty:
    """How many events of the selection lie certainly in its date range and how many only may.

    Certain: wholly inside, or known to the day and overlapping. Possible: a vague date whose period overlaps.
    The filter 'certain only' is looked past, so that the counts say what it leaves out. Without a range all are certain.
    """
    chosen = _all({**_masks(selection, tables, but="time"), "time": _overlapping(selection, tables)}, tables)
    certain = chosen & _certain(selection, tables)
    return Certainty(int(certain.sum()), int((chosen & ~certain).sum()))


def option_counts(selection: "Selection", tables: Tables, key: str) -> dict[str, int]:
    """How many events each value of the field `key` would leave under all other restrictions; every value has a count."""
    facet = FACETS[key]
    others = _all(_masks(selection, tables, but=key), tables)
    pairs = facet.pairs(tables, "" if key == "role" else selection.role)
    pairs = pairs[pairs["event_id"].isin(set(tables["events"]["event_id"][others]))]
    counts = pairs.groupby("value")["event_id"].nunique().to_dict()
    return {value: int(counts.get(value, 0)) for value in facet.values(tables)}


def _masks(selection: "Selection", tables: Tables, but: str = "") -> dict[str, Mask]:
    """One mask for each restriction, by its key; dates are 'time', the restriction `but` is left out."""
    event_ids = tables["events"]["event_id"]
    masks = {}
    for key, facet in FACETS.items():
        chosen = getattr(selection, key)
        if not chosen or key == but or (key == "role" and (selection.place or selection.country)):
            continue
        pairs = facet.pairs(tables, selection.role)
        values = {chosen} if isinstance(chosen, str) else set(chosen)
        masks[key] = event_ids.isin(set(pairs.loc[pairs["value"].isin(values), "event_id"])).to_numpy()
    if but != "time" and (selection.date_from or selection.date_to):
        fits = _certain if selection.overlap == "certain" else _overlapping
        masks["time"] = fits(selection, tables)
    if selection.q and but != "q":
        masks["q"] = event_ids.isin(search.event_ids(tables, selection.q, selection.notes)).to_numpy()
    return masks


def _all(masks: dict[str, Mask], tables: Tables) -> Mask:
    return np.logical_and.reduce([np.ones(len(tables["events"]), dtype=bool), *masks.values()])


def _bounds(selection: "Selection") -> tuple[pd.Timestamp, pd.Timestamp]:
    return (
        pd.Timestamp(selection.date_from) if selection.date_from else pd.Timestamp.min,
        pd.Timestamp(selection.date_to) if selection.date_to else pd.Timestamp.max,
    )


def _overlapping(selection: "Selection", tables: Tables) -> Mask:
    first, last = _bounds(selection)
    events = tables["events"]
    return ((events["date_start"] <= last) & (events["date_end"] >= first)).to_numpy()


def _certain(selection: "Selection", tables: Tables) -> Mask:
    first, last = _bounds(selection)
    events = tables["events"]
    inside = ((events["date_start"] >= first) & (events["date_end"] <= last)).to_numpy()
    return inside | (_overlapping(selection, tables) & (events["date_precision"] == "day").to_numpy())
