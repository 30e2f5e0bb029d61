"""A reader's own briefing beside the project's: two sets of tables as one, in which own rows are told apart everywhere.

They are told apart by their ids, which no id of the project begins like, and by a sign before their titles, so that no list,
label or file can name one of them without saying so. Knows no Streamlit.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.language import Text
from loaders.tables import Tables, schema

if TYPE_CHECKING:
    from dashboard.filters.selection import Selection

PREFIX, SIGN = "own-", "✎"
PROJECT, OWN = "project", "own"  # the values of the field origin
ORIGINS = {
    PROJECT: Text(de="Bestand", en="project’s data"),
    OWN: Text(de="Ihr Briefing", en="your briefing"),
}
ROWS = (
    "briefings",
    "sections",
    "footnote_marks",
    "events",
    "event_places",
    "event_topics",
    "event_actors",
    "event_sources",
    "evidence",
    "sources",
    "problems",
)
_KEYS = {f"{table}.{schema()[table][0]['column']}" for table in ("briefings", "sections", "events", "sources", "problems")}
_NAMED = ("briefings", "events")


class Joined(Tables):
    """The tables of both. `project` are those without the own briefing, `own` those of it alone, with the ids they have here."""

    def __init__(self, frames: dict[str, pd.DataFrame], version: str, project: Tables, own: Tables) -> None:
        super().__init__(frames, version)
        self.project, self.own = project, own


@dataclass(frozen=True, slots=True)
class Own:
    """What a view says of the own briefing among its rows. `project` are the tables without it, as of the chosen briefing."""

    name: str
    project: Tables


def joined(project: Tables, own: Tables) -> Joined:
    """The rows of the project, then those of `own`, the tables of one uploaded briefing.

    Own events belong to no chain: chains are found among all briefings at once, and the project's stay as they are. Registers
    such as actors gain what only the own briefing names. The version names both; see `project_version`.
    """
    own = _marked(own)
    frames = dict(project)
    for table in frames:
        more = own[table] if table in ROWS else _unknown(project[table], own[table], table)
        if len(more):
            frames[table] = pd.concat([project[table], more], ignore_index=True)
    return Joined(frames, f"{project.version}+{own.version}", project, own)


def is_own(id_: str) -> bool:
    """Whether an id is one of an own briefing: of its event, section or source, or the briefing's."""
    return id_.startswith(PREFIX)


def own_count(tables: Tables) -> int:
    """How many of the events are of an own briefing."""
    return int(tables["events"]["event_id"].str.startswith(PREFIX).sum())


def project_version(version: str) -> str:
    """The version of the project's data, which links name, of the version of these tables."""
    return version.partition("+")[0]


def is_passing(version: str) -> bool:
    """Whether tables of this version hold an own briefing: nothing made of them may outlive its session."""
    return PREFIX in version


def without_own(selection: "Selection") -> "Selection":
    """The selection as others can follow it: it names nothing of an own briefing."""
    kept = {name: "" for name in ("event", "briefing", "asof") if is_own(getattr(selection, name))}
    several = {name: tuple(id_ for id_ in getattr(selection, name) if not is_own(id_)) for name in ("only", "section")}
    return replace(selection, origin="", **kept, **several)  # type: ignore[arg-type]


def _marked(own: Tables) -> Tables:
    sources = set(own["sources"]["source_id"])
    frames = dict(own)
    for table in ROWS:
        rows = own[table]
        own_ids = [
            column["column"]
            for column in schema()[table]
            if column["refers_to"] in _KEYS or f"{table}.{column['column']}" in _KEYS
        ]
        frames[table] = rows.assign(**{name: _prefixed(rows[name]) for name in own_ids})
    evidence = frames["evidence"]
    names_source = evidence["value"].isin(sources)
    frames["evidence"] = evidence.assign(value=evidence["value"].mask(names_source, PREFIX + evidence["value"]))
    for table in _NAMED:
        frames[table] = frames[table].assign(title=f"{SIGN} " + frames[table]["title"])
    frames["events"] = frames["events"].assign(chain_id="")
    frames["chains"], frames["chain_links"] = own["chains"].head(0), own["chain_links"].head(0)
    return Tables(frames, own.version)


def _prefixed(ids: pd.Series) -> pd.Series:
    return ids.where(ids == "", PREFIX + ids)


def _unknown(register: pd.DataFrame, more: pd.DataFrame, table: str) -> pd.DataFrame:
    """The rows of a register that only the own briefing needs; none of a table that lists what others refer to without a key."""
    key = schema()[table][0]
    if key["refers_to"] or key["type"] not in ("id", "code"):
        return more.head(0)
    return more[~more[key["column"]].isin(set(register[key["column"]]))]
