"""Corrections are data: each row of `corrections.csv` changes one value of one event, as long as it still finds it.

`field` is a column of `events`, or place, topic, actor, source for one row of the table that links them (a place is
written `dushanbe:venue`), or `event` to take a whole event out (`was` = its title, `becomes` empty).
An empty `was` adds a link, an empty `becomes` removes it. A row whose `was` is no longer true changes nothing and is reported.
"""

from collections.abc import Iterable

from loaders.rows import Rows
from loaders.vocabulary import Row

_LINKS = {"place": ("place_id", "role"), "topic": ("topic_id",), "actor": ("actor_id",), "source": ("source_id",)}
_TABLES = {"place": "event_places", "topic": "event_topics", "actor": "event_actors", "source": "event_sources"}
_OF_EVENTS = ("event_places", "event_topics", "event_actors", "event_sources", "evidence")


def apply_corrections(rows: Rows, corrections: Iterable[Row]) -> tuple[Rows, list[Row]]:
    """The corrected rows, and the corrections that are obsolete. The rows given stay as they are."""
    corrected: Rows = {table: [dict(row) for row in entries] for table, entries in rows.items()}
    obsolete = [correction for correction in corrections if not _applied(corrected, correction)]
    return corrected, obsolete


def _applied(rows: Rows, correction: Row) -> bool:
    events = [row for row in rows["events"] if row["event_id"] == correction["event_id"]]
    if not events:
        return False
    if correction["field"] == "event":
        return _removed(rows, correction)
    if correction["field"] in _LINKS:
        return _relinked(rows, correction)
    return _changed(events[0], correction)


def _changed(event: dict[str, object], correction: Row) -> bool:
    field = correction["field"]
    if field not in event or _text(event[field]) != correction["was"]:
        return False
    event[field] = correction["becomes"]
    return True


def _relinked(rows: Rows, correction: Row) -> bool:
    table = rows[_TABLES[correction["field"]]]
    was, becomes = _link(correction, "was"), _link(correction, "becomes")
    if (was is not None and was not in table) or (becomes is not None and becomes in table):
        return False
    place = table.index(was) if was is not None else len(table)
    table[place : place + (was is not None)] = [becomes] if becomes is not None else []
    return True


def _link(correction: Row, side: str) -> dict[str, object] | None:
    if not correction[side]:
        return None
    columns = _LINKS[correction["field"]]
    return {"event_id": correction["event_id"], **dict(zip(columns, correction[side].split(":"), strict=False))}


def _removed(rows: Rows, correction: Row) -> bool:
    event_id = correction["event_id"]
    if not any(row["event_id"] == event_id and row["title"] == correction["was"] for row in rows["events"]):
        return False
    for table in ("events", *_OF_EVENTS):
        rows[table] = [row for row in rows[table] if row["event_id"] != event_id]
    return True


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)
