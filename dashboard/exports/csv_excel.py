"""CSV as a German Excel opens it by double click: byte order mark, semicolon, decimal comma, CRLF, no formulas."""

import pandas as pd

from dashboard.exports import ExportContext
from dashboard.exports.csv_plain import with_plain_values
from dashboard.language import Text
from dashboard.slices.labelled import heads, labelled
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables

ID = "excel-de"
ORDER = 20
TITLE = Text(de="Excel (deutsch)", en="Excel (German)")
HELP = Text(
    de="Dieselben Zeilen für ein deutsches Excel: Doppelklick genügt, Umlaute und Spalten stimmen.",
    en="The same rows for a German Excel: a double click is enough, umlauts and columns come out right.",
)
NAME = ""
SUFFIX = "excel.csv"
MIME = "text/csv; charset=utf-8"

# First characters that make a spreadsheet read a cell as a formula (OWASP, CSV Injection), full-width forms included.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def build(tables: Tables, context: ExportContext) -> bytes:
    """One table as in plain CSV, its columns headed in the language."""
    rows = labelled(context.table, closed(context.everything, tables), context.lang, context.base)
    return table_bytes(rows.rename(columns=heads(context.table, context.lang)))


def table_bytes(rows: pd.DataFrame) -> bytes:
    """The frame for Excel. A text that would be a formula gets an apostrophe before it; numbers stay numbers."""
    plain = with_plain_values(rows)
    for name in plain.columns:
        if not pd.api.types.is_numeric_dtype(plain[name]):
            plain[name] = plain[name].map(_neutral, na_action="ignore")
    plain.columns = pd.Index([_neutral(str(name)) for name in plain.columns])
    return plain.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n").encode("utf-8-sig")


def _neutral(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
