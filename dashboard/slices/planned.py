"""Planned events for a calendar: each once, as told last, on the days the texts give. Knows no Streamlit."""

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from loaders.tables import Tables

ANNOUNCED = ("planned", "postponed", "cancelled")
# RFC 5545, 3.8.1.11: what stands fast, what does not yet, what falls away.
State = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
_STATE: dict[str, State] = {"occurred": "CONFIRMED", "planned": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A planned event. `uid` stays the same when a later briefing moves, confirms or calls off the event.

    `last` is the row of `events` that tells of it last, `dated` the row whose day holds; `revision` counts the tellings
    before the last.
    """

    uid: str
    last: Any
    dated: Any
    state: State
    revision: int


@dataclass(frozen=True, slots=True)
class Planned:
    """Entries with a day, and the rows of `events` that have none and so stand in no calendar. Both by date."""

    entries: tuple[Entry, ...]
    vague: tuple[Any, ...]


def planned(everything: Tables, tables: Tables) -> Planned:
    """The events that `tables` has as planned, postponed or cancelled.

    What became of each is looked up in `everything`, so that a calendar of planned events shows the summit held where it was
    held, even though the telling that says so is not among the rows chosen. An event that was never announced is in neither.
    """
    chosen = tables["events"]
    told = _tellings(everything, set(_uids(chosen[chosen["status"].isin(ANNOUNCED)])))
    entries, vague = [], []
    for uid in told:
        entry, is_vague = _entry(uid, told[uid])
        entries += [entry] if entry else []
        vague += [told[uid][-1]] if is_vague else []
    return Planned(
        tuple(sorted(entries, key=lambda entry: (entry.dated.date_start, entry.uid))),
        tuple(sorted(vague, key=lambda row: (row.date_start, row.event_id))),
    )


def _uids(events: pd.DataFrame) -> pd.Series:
    # A chain is named after its first event: an event that gets a chain later keeps its name.
    return events["chain_id"].where(events["chain_id"] != "", "c-" + events["event_id"])


def _tellings(everything: Tables, uids: set[str]) -> dict[str, list[Any]]:
    """The rows of `events` that tell of each event, the first told first."""
    briefings, events = everything["briefings"], everything["events"]
    quarters = dict(zip(briefings["briefing_id"], briefings["quarter"], strict=True))
    rows = events.assign(uid=_uids(events), quarter=events["briefing_id"].map(quarters))
    rows = rows[rows["uid"].isin(uids)].sort_values(["quarter", "event_id"])
    told: dict[str, list[Any]] = {}
    for row in rows.itertuples(index=False):
        told.setdefault(str(row.uid), []).append(row)
    return told


def _entry(uid: str, told: list[Any]) -> tuple[Entry | None, bool]:
    """The entry of one event, if it has a day; and whether it must be listed as one without."""
    last = told[-1]
    dated = next((row for row in reversed(told) if row.date_precision == "day"), None)
    if dated is None:
        return None, True
    state = _STATE.get(last.status, "TENTATIVE")
    if dated is last:
        if last.status == "postponed" and any(_same_days(row, last) for row in told[:-1]):
            state = "CANCELLED"  # the day announced before is the one that does not hold
        return Entry(uid, last, dated, state, len(told) - 1), False
    if last.status in ("postponed", "cancelled"):
        return Entry(uid, last, dated, "CANCELLED", len(told) - 1), last.status == "postponed"
    if last.date_start <= dated.date_start and dated.date_end <= last.date_end:
        return Entry(uid, last, dated, state, len(told) - 1), False
    return None, True


def _same_days(one: Any, other: Any) -> bool:
    return (one.date_start, one.date_end, one.date_precision) == (other.date_start, other.date_end, other.date_precision)
