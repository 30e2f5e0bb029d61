"""The evidence of an event: which words of which section show each of its values."""

from collections.abc import Mapping

import pandas as pd

from dashboard.contents.marked_text import Marker, Span
from dashboard.filters.facets import labels
from dashboard.language import Language, Text
from loaders.tables import Tables

# In the order of the legend; `passage` is the event's own clause, `hit` a word that was searched for.
FIELDS = {
    "date": Text(de="Datum", en="Date"),
    "status": Text(de="Status", en="Status"),
    "type": Text(de="Art", en="Type"),
    "place": Text(de="Ort", en="Place"),
    "online": Text(de="Online", en="Online"),
    "topic": Text(de="Thema", en="Topic"),
    "actor": Text(de="Akteur", en="Actor"),
    "source": Text(de="Quelle", en="Source"),
}
FOOTNOTE = Text(de="Fußnote {number}", en="Footnote {number}")
UNDEFINED_NOTE = Text(de="Fußnote {number}, im Briefing nicht aufgeführt", en="Footnote {number}, not listed in the briefing")
_TABLES = {"place": "places", "topic": "topics", "actor": "actors", "status": "statuses", "type": "event_types"}


def evidence_of(tables: Tables, event_id: str) -> pd.DataFrame:
    """The rows of `evidence` of one event, in reading order."""
    rows = tables["evidence"]
    return rows[rows["event_id"] == event_id].sort_values(["section_id", "start", "end"], kind="stable")


def quotes(rows: pd.DataFrame, field: str, value: str = "") -> tuple[str, ...]:
    """The words that show `value` of a field (the field at all where `value` is empty), each once, in reading order."""
    told = zip(rows["field"], rows["value"], rows["quote"], strict=True)
    return tuple(dict.fromkeys(quote for of, shown, quote in told if of == field and value in ("", shown)))


def spans(rows: pd.DataFrame, section_id: str, text: str, names: Mapping[str, Mapping[str, str]], lang: Language) -> list[Span]:
    """The spans of one section's text; a row whose quote does not stand there (a broken table) is left out."""
    found = []
    for row in rows[rows["section_id"] == section_id].itertuples():
        if row.start < row.end and text[row.start : row.end] == row.quote:
            value = names.get(row.field, {}).get(row.value, row.value)
            name = FIELDS[row.field](lang) if row.field in FIELDS else row.field
            label = name if row.field == "online" else f"{name}: {value}"
            found.append(Span(int(row.start), int(row.end), row.field, label))
    return found


def value_names(tables: Tables, lang: Language) -> dict[str, dict[str, str]]:
    """Field of the evidence -> value -> what it is called; a field that is missing here (the date) shows its value."""
    numbers = zip(tables["sources"]["source_id"], tables["sources"]["number"], strict=True)
    notes = {id_: FOOTNOTE(lang, number=number) for id_, number in numbers}
    return {field: labels(tables, table, lang) for field, table in _TABLES.items()} | {"source": notes}


def passage_span(text: str, passage: str) -> Span | None:
    """Where the event's own words stand in the section, or None where they are not found word for word."""
    start = text.find(passage) if passage else -1
    return Span(start, start + len(passage), "passage") if start >= 0 else None


def note_markers(tables: Tables, section_id: str, lang: Language, prefix: str = "") -> list[Marker]:
    """The footnote markers of one section, each a link to the note's anchor `note_anchor(number)` behind `prefix`."""
    marks = tables["footnote_marks"]
    rows = marks[marks["section_id"] == section_id].sort_values("position", kind="stable")
    return [
        Marker(
            int(row.position),
            row.number,
            f"{prefix}#{note_anchor(row.number)}",
            key=mark_anchor(section_id, n),
            label=(FOOTNOTE if row.source_id else UNDEFINED_NOTE)(lang, number=row.number),
        )
        for n, row in enumerate(rows.itertuples(), 1)
    ]


def note_anchor(number: str) -> str:
    """The anchor of a footnote in its page."""
    return f"note-{number}"


def mark_anchor(section_id: str, n: int) -> str:
    """The anchor of the n-th footnote marker of a section, from 1."""
    return f"mark-{section_id}-{n}"
