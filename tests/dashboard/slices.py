"""Slices for the tests of the formats: selections of every kind, and the rows each of them must give."""

import csv
import io
from datetime import UTC, datetime

from dashboard import data
from dashboard.exports import ExportContext
from dashboard.filters.selection import Selection
from dashboard.slices.export_context import context_of
from dashboard.slices.slice_tables import closed
from dashboard.view import View
from loaders.tables import Tables, csv_text

TABLES = data.current()
MADE_AT = datetime(2026, 3, 4, 15, 6, 7, tzinfo=UTC)
BASE = "https://sco.example/app/"
ONE = TABLES["events"]["event_id"].iloc[len(TABLES["events"]) // 2]
FIRST_BRIEFING = TABLES["briefings"]["briefing_id"].iloc[0]
QUERIES = {
    "all": {},
    "planned": {"status": "planned", "lang": "en"},
    "several": {"topic": "energy,trade", "country": "CN", "role": "mention"},
    "one": {"only": ONE},
    "none": {"q": "kein Text enthält dies"},
    "as of": {"asof": FIRST_BRIEFING, "overlap": "certain", "from": "2020-01-01", "to": "2020-06-30"},
}


def view_of(query: dict[str, str], tables: Tables = TABLES) -> View:
    """The view that the application shows under a query."""
    selection, notices = Selection.from_query(query, tables)
    assert not notices
    everything = data.known_after(tables, selection.asof)
    return View(everything, selection.apply(everything), selection, page="events")


def context(view: View, **changes: object) -> ExportContext:
    return context_of(view, BASE, MADE_AT, **changes)  # type: ignore[arg-type]


def slice_of(view: View) -> Tables:
    return closed(view.everything, view.tables)


def cells(table: str, rows: Tables) -> list[dict[str, str]]:
    """The table as its CSV has it, read by the csv module: what every format must agree with, as text."""
    return list(csv.DictReader(io.StringIO(csv_text(table, rows[table]), newline="")))


def as_text(value: object) -> str:
    """A value that some library read, written as the CSV of the tables writes it."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)


def texts(rows: list[dict[str, object]], columns: list[str]) -> list[dict[str, str]]:
    return [{name: as_text(row[name]) for name in columns} for row in rows]
