"""What changed in the data between the version of a link and today's: matched event by event. Knows no Streamlit."""

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pandas as pd

from loaders import versions as archive
from loaders.tables import TableError, Tables

FOLDER_VARIABLE = "SCO_VERSIONS"  # another folder of kept versions
_COMPARED = ("title", "passage", "date_start", "date_end", "date_precision", "event_type", "is_online")
_LINKED = {"event_places": ["place_id", "role"], "event_topics": ["topic_id"], "event_actors": ["actor_id"]}


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An event whose status is told otherwise now: its id of today, and the ids of both statuses."""

    event_id: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two states, as ids: `removed` of then, all others of today."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    others: tuple[str, ...] = ()  # same event and status, but another date, title, place, topic or actor

    @property
    def count(self) -> int:
        return len(self.added) + len(self.removed) + len(self.statuses) + len(self.others)


@dataclass(frozen=True, slots=True)
class Match:
    """Which event of then is which of today; each at most once."""

    now_of: dict[str, str] = field(default_factory=dict)

    @property
    def renamed(self) -> dict[str, str]:
        """Ids of then that name another event today, or none, with the id of today."""
        return {before: now for before, now in self.now_of.items() if before != now}


def kept_tables(version: str) -> Tables | None:
    """The tables of a version, None if it is not kept or cannot be read."""
    folder = Path(os.environ.get(FOLDER_VARIABLE) or archive.FOLDER)
    path = folder / f"{version}.zip"
    return _kept(version, folder, path.stat().st_mtime_ns) if version.isalnum() and path.is_file() else None


@lru_cache(maxsize=4)
def _kept(version: str, folder: Path, _time: int) -> Tables | None:
    try:
        return archive.read_version(version, folder)
    except TableError:
        return None


def match(then: Tables, now: Tables) -> Match:
    """Which events are the same, from the surest sign to the least: see `_SIGNS`.

    Ids count the events of a briefing; where one is found more or less, those behind it move up or down by one.
    """
    before, after = (tables["events"].drop_duplicates("event_id") for tables in (then, now))
    found: dict[str, str] = {}
    for sign in _SIGNS:
        free_before = before[~before["event_id"].isin(found)]
        free_after = after[~after["event_id"].isin(set(found.values()))]
        found.update(_paired(free_before, free_after, sign))
    return Match(found)


_SAID = ["passage", "title", "date_start", "date_end"]
_SIGNS = (
    ["event_id", *_SAID],
    ["briefing_id", *_SAID],
    ["event_id", "passage"],
    ["briefing_id", "passage"],
    ["event_id", "title"],
    ["event_id", "date_start", "date_end"],
)


def _paired(before: pd.DataFrame, after: pd.DataFrame, sign: list[str]) -> dict[str, str]:
    """Events with the same sign, in their order where several have it."""
    frames = [frame[sign].assign(id=frame["event_id"], turn=frame.groupby(sign).cumcount()) for frame in (before, after)]
    both = frames[0].merge(frames[1], on=[*sign, "turn"], suffixes=("_then", "_now"))
    return dict(zip(both["id_then"], both["id_now"], strict=True))


def changes(then: Tables, now: Tables, shown_then: Tables, shown_now: Tables) -> Changes:
    """What changed in a view: `shown_then` and `shown_now` are the tables of its events in both states.

    An event that is the same but has come into the view, or left it, counts as added or removed.
    """
    found = matched(then, now)
    before, today = set(shown_then["events"]["event_id"]), list(shown_now["events"]["event_id"])
    then_of = {after: old for old, after in found.now_of.items()}
    stayed = [(then_of[event_id], event_id) for event_id in today if then_of.get(event_id) in before]
    seen = {old for old, _ in stayed}
    status_then, status_now = (tables["events"].set_index("event_id")["status"].to_dict() for tables in (then, now))
    statuses = [
        StatusChange(after, status_then[old], status_now[after]) for old, after in stayed if status_then[old] != status_now[after]
    ]
    turned = {change.event_id for change in statuses}
    facts_then, facts_now = _facts(then), _facts(now)
    return Changes(
        added=tuple(event_id for event_id in today if then_of.get(event_id) not in before),
        removed=tuple(event_id for event_id in shown_then["events"]["event_id"] if event_id not in seen),
        statuses=tuple(statuses),
        others=tuple(after for old, after in stayed if after not in turned and facts_then[old] != facts_now[after]),
    )


def _facts(tables: Tables) -> dict[str, tuple[object, ...]]:
    """All that is said of each event, to be compared."""
    linked: dict[str, set[object]] = {}
    for table, columns in _LINKED.items():
        for event_id, *values in tables[table][["event_id", *columns]].itertuples(index=False, name=None):
            linked.setdefault(event_id, set()).add((table, *values))
    rows = tables["events"][["event_id", *_COMPARED]].itertuples(index=False, name=None)
    return {event_id: (*values, frozenset(linked.get(event_id, ()))) for event_id, *values in rows}


class _Pair:
    """Two states as a cache key: their versions stand for them."""

    def __init__(self, then: Tables, now: Tables) -> None:
        self.then, self.now = then, now

    def __hash__(self) -> int:
        return hash((self.then.version, self.now.version))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair) and (self.then.version, self.now.version) == (other.then.version, other.now.version)


@lru_cache(maxsize=4)
def _matched(pair: _Pair) -> Match:
    return match(pair.then, pair.now)


def matched(then: Tables, now: Tables) -> Match:
    """`match` of two whole states, worked out once for two versions."""
    return _matched(_Pair(then, now))
