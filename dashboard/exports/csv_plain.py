"""CSV as RFC 4180 has it, for programs: UTF-8, comma, decimal point, every value as it is."""

import pandas as pd

from dashboard.exports import ExportContext
from dashboard.language import Text
from dashboard.slices.labelled import labelled
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables

ID = "csv"
ORDER = 10
TITLE = Text(de="CSV", en="CSV")
HELP = Text(
    de="Die Ereignisse mit Themen, Orten, Akteuren und Quellen, für R, Python und andere Programme.",
    en="The events with topics, places, actors and sources, for R, Python and other programs.",
)
NAME = ""
SUFFIX = "csv"
MIME = "text/csv; charset=utf-8"


def build(tables: Tables, context: ExportContext) -> bytes:
    """One table with names beside its ids; what an event has several of stands in cells at its end."""
    return table_bytes(labelled(context.table, closed(context.everything, tables), context.lang, context.base))


def table_bytes(rows: pd.DataFrame) -> bytes:
    """The frame as comma-separated UTF-8 without a mark at its start; dates are ISO 8601, an unknown value is empty."""
    return with_plain_values(rows).to_csv(index=False, lineterminator="\r\n").encode()


def with_plain_values(rows: pd.DataFrame) -> pd.DataFrame:
    """The frame with dates as ISO text and truth as 1 and 0, as in the tables of the project."""
    plain = rows.copy()
    for name in plain.columns:
        if pd.api.types.is_datetime64_any_dtype(plain[name]):
            plain[name] = plain[name].dt.strftime("%Y-%m-%d")
        elif pd.api.types.is_bool_dtype(plain[name]):
            plain[name] = plain[name].map({True: "1", False: "0"})
    return plain
