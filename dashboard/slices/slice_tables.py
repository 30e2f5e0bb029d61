"""The tables of a slice: the chosen events with everything they refer to, and nothing more. Knows no Streamlit.

The references come from `columns.csv` (`refers_to`), so that a new table or column takes part by itself.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import pandas as pd

from loaders.tables import Tables, schema

OF_EVENTS = ("events", "event_places", "event_topics", "event_actors", "event_sources", "evidence", "chain_links")
_KEYS = {"chain_links": ("event_id",)}  # tables that neither start with their key nor only join two others
# An event stands in a section: the one reference that takes two columns, which `refers_to` cannot say.
SECTION_OF_EVENT = ("briefing_id", "section_no")


def closed(everything: Tables, chosen: Tables) -> Tables:
    """The rows of the chosen events and of all they refer to, taken from `everything`, in the order of the schema.

    Registers such as places or topics hold the rows that are referred to. The result has the tables of `table_names` and no
    others; every id in it is found in it.
    """
    rows = {name: chosen[name] for name in OF_EVENTS}
    rows["sections"] = _sections_of(everything["sections"], chosen["events"])
    return _with_registers(rows, everything, OF_EVENTS)


def whole(tables: Tables) -> Tables:
    """All that belongs to the briefings of these tables, with or without an event, and of the registers what it refers to."""
    own = of_briefings()
    return _with_registers({name: tables[name] for name in own}, tables, own)


@cache
def of_briefings() -> tuple[str, ...]:
    """The tables whose rows belong to a briefing, in the order of the schema: itself, and what refers to it at some remove."""
    found = {"briefings"}
    while more := {name for name in schema() if {target for _, target, _ in references(name)} & found} - found:
        found |= more
    return tuple(name for name in schema() if name in found)


def _with_registers(rows: dict[str, pd.DataFrame], everything: Tables, complete: Iterable[str]) -> Tables:
    """The rows with all they refer to; the tables named in `complete` take no more of them."""
    waiting = list(rows)
    while waiting:
        name = waiting.pop()
        for column, target, key in references(name):
            if target in complete:
                continue
            had = set(rows[target][key]) if target in rows else set()
            wanted = (set(rows[name][column]) - {""}) | had
            if target not in rows or wanted != had:
                register = everything[target]
                rows[target] = register[register[key].isin(wanted)].reset_index(drop=True)
                waiting.append(target)
    return Tables({name: rows[name] for name in schema() if name in rows}, everything.version)


@cache
def table_names() -> tuple[str, ...]:
    """The tables of every slice, in the order of the schema."""
    found = set(OF_EVENTS)
    waiting = list(OF_EVENTS)
    while waiting:
        for _column, target, _key in references(waiting.pop()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return tuple(name for name in schema() if name in found)


def references(table: str) -> Iterator[tuple[str, str, str]]:
    """The columns of a table that refer to another one: column, other table, its key."""
    for column in schema()[table]:
        if column["refers_to"]:
            target, _, key = column["refers_to"].partition(".")
            yield column["column"], target, key


def primary_key(table: str) -> tuple[str, ...]:
    """The columns that name a row: the id in front, or the whole row of a table that joins two others; () if none do."""
    if table in _KEYS:
        return _KEYS[table]
    first = schema()[table][0]
    if not first["refers_to"]:
        return (first["column"],)
    if table.startswith("event_"):
        return tuple(column["column"] for column in schema()[table])
    return ()


def _sections_of(sections: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    wanted = pd.MultiIndex.from_frame(events[list(SECTION_OF_EVENT)])
    return sections[pd.MultiIndex.from_frame(sections[list(SECTION_OF_EVENT)]).isin(wanted)].reset_index(drop=True)
