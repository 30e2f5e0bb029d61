"""JSON Lines: one event a line, with its places, topics, actors, sources and evidence as lists."""

import json

from dashboard.exports import ExportContext
from dashboard.language import Text
from dashboard.slices.nested import nested_events
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables

ID = "jsonl"
ORDER = 70
TITLE = Text(de="JSON Lines", en="JSON Lines")
HELP = Text(
    de="Ein Ereignis je Zeile, mit Orten, Themen, Akteuren, Quellen und Belegen als Listen.",
    en="One event a line, with places, topics, actors, sources and evidence as lists.",
)
NAME = "events"
SUFFIX = "jsonl"
MIME = "application/jsonl; charset=utf-8"


def build(tables: Tables, context: ExportContext) -> bytes:
    """UTF-8, one object a line, `\\n` after each; nothing at all where no event is chosen."""
    events = nested_events(closed(context.everything, tables), context)
    return "".join(json.dumps(event, ensure_ascii=False, default=str) + "\n" for event in events).encode()
