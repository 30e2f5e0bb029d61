"""Parquet: the events with their places, topics, actors and sources as typed lists, or any other table of the slice."""

import io
from collections import defaultdict

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.exports import ExportContext
from dashboard.filters.facets import labels
from dashboard.language import Text
from dashboard.slices.arrow_tables import arrow_table
from dashboard.slices.labelled import columns, labelled, values
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables

ID = "parquet"
ORDER = 50
TITLE = Text(de="Parquet", en="Parquet")
HELP = Text(
    de="Die Ereignisse mit Datentypen, Orte, Themen, Akteure und Quellen als Listen; für pandas, R (arrow), DuckDB.",
    en="The events with data types; places, topics, actors and sources as lists; for pandas, R (arrow), DuckDB.",
)
NAME = ""
SUFFIX = "parquet"
MIME = "application/vnd.apache.parquet"

_ROLES = (("venue", "venue"), ("mention", "mention"))
_LINKS = (("topic", "event_topics", "topics"), ("actor", "event_actors", "actors"))


def build(tables: Tables, context: ExportContext) -> bytes:
    """One table with names beside its ids, compressed with zstd; filter, link and data version in the file's metadata."""
    slice_ = closed(context.everything, tables)
    rows = labelled(context.table, slice_, context.lang, context.base)
    # What an event has several of is a list here, which this format knows.
    described = columns(context.table, joined=False)
    table = arrow_table(values(rows, described), described, context.lang)
    if context.table == "events":
        for name, column in _lists(slice_, context).items():
            table = table.append_column(name, pa.array(column, pa.list_(pa.string())))
    about = {
        "product": context.product,
        "filter": context.sentence,
        "link": context.link,
        "data_version": context.version,
        "made_at": context.time,
        "citation": context.citation,
    }
    buffer = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(about), buffer, compression="zstd")
    return buffer.getvalue()


def _lists(tables: Tables, context: ExportContext) -> dict[str, list[list[str]]]:
    """The things an event has several of: ids and names as two lists in the same order."""
    event_ids = list(tables["events"]["event_id"])
    places = tables["event_places"]
    found = {}
    for role, name in _ROLES:
        found[name] = (_ids(event_ids, places[places["role"] == role], "place_id"), labels(tables, "places", context.lang))
    for name, links, register in _LINKS:
        found[name] = (_ids(event_ids, tables[links], f"{name}_id"), labels(tables, register, context.lang))
    lists = {}
    for name, (ids, names) in found.items():
        lists[f"{name}_ids"] = ids
        lists[f"{name}_labels"] = [[names.get(id_, id_) for id_ in row] for row in ids]
    lists["source_ids"] = _ids(event_ids, tables["event_sources"], "source_id")
    return lists


def _ids(event_ids: list[str], links: object, column: str) -> list[list[str]]:
    of_event: defaultdict[str, list[str]] = defaultdict(list)
    for event_id, id_ in zip(links["event_id"], links[column], strict=True):  # type: ignore[index]
        of_event[event_id].append(id_)
    return [of_event[event_id] for event_id in event_ids]
