"""JSON: one table as a list of rows, with the filter, the version of the data and the notices around it."""

import json

from dashboard.exports import ExportContext
from dashboard.language import Text
from dashboard.slices.labelled import columns, labelled, records
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables

ID = "json"
ORDER = 60
TITLE = Text(de="JSON", en="JSON")
HELP = Text(
    de="Die Ereignisse als Liste, dazu Filter, Datenstand und Hinweise; für Programme, die die Adresse abfragen.",
    en="The events as a list, with filter, data version and notices; for programs that read the address.",
)
NAME = ""
SUFFIX = "json"
MIME = "application/json"


def build(tables: Tables, context: ExportContext) -> bytes:
    """An object; `rows` holds the table with names beside its ids. Dates are ISO text, what is not known is null."""
    rows = labelled(context.table, closed(context.everything, tables), context.lang, context.base)
    document = {
        "product": context.product,
        "dashboard_version": context.dashboard_version,
        "data_version": context.version,
        "made_at": context.time,
        "language": context.lang,
        "filter": context.sentence,
        "link": context.link,
        "citation": context.citation,
        "notices": [{"key": key, "value": value, "text": text} for key, value, text in context.notices],
        "table": context.table,
        "count": len(rows),
        "rows": records(rows, columns(context.table)),
    }
    return (json.dumps(document, ensure_ascii=False, default=str) + "\n").encode()
