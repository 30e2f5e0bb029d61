"""Two quarters side by side: what is new, what is gone, which statuses changed, which counts went up or down."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.filters.facets import FACETS
from dashboard.language import Language
from loaders.tables import Tables

KEYS = ("topic", "place", "actor")
FINAL = ("occurred", "cancelled")  # statuses that no other can follow


@dataclass(frozen=True, slots=True)
class Change:
    """A value and its events in the earlier and the later quarter. `is_first`: no quarter before the later one had it."""

    key: str
    value: str
    name: str
    before: int
    after: int
    is_first: bool = False

    @property
    def difference(self) -> int:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Turn:
    """An event told in both quarters with another status or date; ids are those of its two tellings.

    `date` is 'moved' where the days told later lie at least partly outside of those told first, 'exact' where they are told
    more exactly, else ''. `contradicts`: what is told later cannot follow from what was told first.
    """

    title: str
    before_id: str
    after_id: str
    before_status: str
    after_status: str
    date: str
    contradicts: bool = False


def changes(tables: Tables, key: str, before: str, after: str, lang: Language) -> list[Change]:
    """Every value of a facet that has events in one of the two quarters, by the size of the change, then by name."""
    facet = FACETS[key]
    quarter_of = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
    quarters = tables["events"].set_index("event_id")["briefing_id"].map(quarter_of)
    pairs = facet.pairs(tables, "").drop_duplicates()
    table = pd.crosstab(pairs["value"], pairs["event_id"].map(quarters))
    earlier = table[[quarter for quarter in table.columns if quarter < max(before, after)]].sum(axis=1)
    found = [
        Change(
            key,
            value,
            facet.name(tables, value, lang),
            _cell(table, value, before),
            _cell(table, value, after),
            earlier[value] == 0,
        )
        for value in table.index
    ]
    present = [change for change in found if change.before or change.after]
    return sorted(present, key=lambda change: (-abs(change.difference), -change.after, change.name))


def turns(tables: Tables, before: str, after: str) -> list[Turn]:
    """The chains told in both quarters whose standing telling differs in status or date; contradictions last.

    A date told more vaguely than before is no news. In a quarter that tells an event several times the telling that it took
    place stands, else the last one.
    """
    quarter_of = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
    events = tables["events"][tables["events"]["chain_id"] != ""]
    told: dict[str, dict[str, list[Any]]] = {}
    for event in events.sort_values("event_id", kind="stable").itertuples():
        told.setdefault(event.chain_id, {}).setdefault(quarter_of[event.briefing_id], []).append(event)
    found = []
    for chain in told.values():
        if before not in chain or after not in chain:
            continue
        old, new = _standing(chain[before]), _standing(chain[after])
        date, contradicts = _date_change(old, new), old.status in FINAL and old.status != new.status
        if date or old.status != new.status:
            found.append(Turn(new.title, old.event_id, new.event_id, old.status, new.status, date, contradicts))
    return sorted(found, key=lambda turn: turn.contradicts)


def _standing(tellings: list[Any]) -> Any:
    held = [telling for telling in tellings if telling.status == "occurred"]
    return (held or tellings)[-1]


def _date_change(old: Any, new: Any) -> str:
    is_within = old.date_start <= new.date_start and new.date_end <= old.date_end
    is_around = new.date_start <= old.date_start and old.date_end <= new.date_end
    if is_around:
        return ""
    return "exact" if is_within else "moved"


def compared_quarters(chosen: tuple[str, ...], quarters: list[str]) -> tuple[str, str]:
    """Which two quarters to compare: the first and last chosen; one chosen with the one before it; else the last two.

    `quarters` are all there are, in order. With a single quarter both are the same; raises ValueError where there is none.
    """
    if not quarters:
        raise ValueError("no quarter to compare: the tables hold no briefing")
    known = sorted(set(chosen) & set(quarters))
    if len(known) > 1:
        return known[0], known[-1]
    last = known[0] if known else quarters[-1]
    at = quarters.index(last)
    return (quarters[at - 1], last) if at else (last, quarters[min(1, len(quarters) - 1)])


def _cell(table: pd.DataFrame, value: str, quarter: str) -> int:
    return int(table.at[value, quarter]) if quarter in table.columns else 0
