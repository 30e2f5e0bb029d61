"""Excel workbook: one sheet a table with typed cells; the first sheet says what it is, the last one explains the columns."""

import io
from collections.abc import Sequence
from datetime import UTC, date
from typing import Any

import xlsxwriter

from dashboard.exports import ExportContext
from dashboard.language import Text
from dashboard.slices.dictionary import dictionary
from dashboard.slices.export_facts import CITE, facts
from dashboard.slices.labelled import Value, columns, labelled, values
from dashboard.slices.rights import RIGHTS
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables
from loaders.vocabulary import Row

ID = "xlsx"
ORDER = 30
TITLE = Text(de="Excel-Mappe (XLSX)", en="Excel workbook (XLSX)")
HELP = Text(
    de="Alle Tabellen der Auswahl, ein Blatt je Tabelle, mit Datums- und Zahlenformaten und Filtern.",
    en="All tables of the selection, one sheet per table, with date and number formats and filters.",
)
NAME = "slice"
SUFFIX = "xlsx"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# Limits of the format (Microsoft, 'Excel specifications and limits').
MOST_ROWS, LONGEST_TEXT = 1_048_576, 32_767
_WIDTHS = {"date": 12, "integer": 10, "number": 11, "boolean": 10}
_WIDEST = 60
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_ABOUT = Text(de="Hinweise", en="About")
_DICTIONARY = Text(de="Spalten", en="Columns")
_RIGHTS = Text(de="Rechte", en="Rights")
_CUT_TEXT = Text(
    de="Excel fasst {most} Zeichen je Zelle; gekürzt ist {cell}. Ganz steht der Text im Paket (ZIP).",
    en="Excel holds {most} characters a cell; {cell} is shortened. The whole text is in the package (ZIP).",
)
_CUT_ROWS = Text(
    de="Excel fasst {most} Zeilen je Blatt; in „{table}“ fehlen {missing}. Alle stehen im Paket (ZIP).",
    en="Excel holds {most} rows a sheet; {missing} are missing in ‘{table}’. All of them are in the package (ZIP).",
)


def build(tables: Tables, context: ExportContext) -> bytes:
    """The workbook. Column heads are the names of the data dictionary; text is never taken for a formula or an address.

    What Excel cannot hold is left out and named on the first sheet.
    """
    slice_ = closed(context.everything, tables)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    made_at = context.made_at.astimezone(UTC).replace(tzinfo=None)  # the format's times are UTC and say so nowhere
    book.set_properties({"title": context.product, "comments": context.sentence, "created": made_at})
    formats = _Formats(book)
    about = book.add_worksheet(_ABOUT(context.lang))
    cuts = [cut for table in slice_ for cut in _sheet(book, table, slice_, context, formats)]
    _dictionary_sheet(book, slice_, context, formats)
    _about_sheet(about, [*facts(slice_, context), *(("!", cut) for cut in cuts)], context, formats)
    book.close()
    return buffer.getvalue()


class _Formats:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF1F4"})
        self.bold = book.add_format({"bold": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})


def _sheet(book: xlsxwriter.Workbook, table: str, slice_: Tables, context: ExportContext, formats: _Formats) -> list[str]:
    """Writes a table; gives what did not fit, in words."""
    described = columns(table)
    cells = values(labelled(table, slice_, context.lang, context.base), described)
    sheet = book.add_worksheet(table)
    cuts = []
    missing = len(slice_[table]) - (MOST_ROWS - 1)
    if missing > 0:
        cuts.append(_CUT_ROWS(context.lang, most=MOST_ROWS, table=table, missing=missing))
    for number, column in enumerate(described):
        name = column["column"]
        column_cells = cells[name][: MOST_ROWS - 1]
        sheet.write_string(0, number, name, formats.head)
        sheet.set_column(number, number, _width(column, column_cells))
        for row, cell in enumerate(column_cells, 1):
            if cell is not None and _write(sheet, row, number, cell, formats):
                cuts.append(_CUT_TEXT(context.lang, most=LONGEST_TEXT, cell=f"{table}!{name}, {row + 1}"))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, min(len(slice_[table]), MOST_ROWS - 1), len(described) - 1)
    return cuts


def _write(sheet: Any, row: int, column: int, cell: Value, formats: _Formats) -> bool:
    """Writes one cell by its type; True if its text had to be cut."""
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, date) and cell.year >= 1900:
        sheet.write_datetime(row, column, cell, formats.date)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    else:
        # Excel has no day before 1900: such a date stays text.
        text = str(cell)
        kept = _fitting(text)
        sheet.write_string(row, column, kept)
        return kept != text
    return False


def _fitting(text: str) -> str:
    # Excel counts UTF-16 units.
    if len(text) * 2 <= LONGEST_TEXT or len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return text
    return text.encode("utf-16-le")[: (LONGEST_TEXT - 1) * 2].decode("utf-16-le", errors="ignore") + "…"


def _width(column: Row, cells: Sequence[Value]) -> int:
    head = len(column["column"]) + 3  # room for the filter's button
    longest = max((len(str(cell)) for cell in cells[:500] if cell is not None), default=0)
    return min(_WIDEST, max(head, _WIDTHS.get(column["type"], longest + 1)))


def _dictionary_sheet(book: xlsxwriter.Workbook, slice_: Tables, context: ExportContext, formats: _Formats) -> None:
    rows = dictionary(context.lang)
    rows = rows[rows.iloc[:, 0].isin(list(slice_))]
    sheet = book.add_worksheet(_DICTIONARY(context.lang))
    for number, name in enumerate(rows.columns):
        sheet.write_string(0, number, name, formats.head)
        sheet.set_column(number, number, min(_WIDEST, 2 + max(map(len, [name, *rows[name]]))))
        for row, cell in enumerate(rows[name], 1):
            sheet.write_string(row, number, cell)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)


def _about_sheet(sheet: Any, pairs: list[tuple[str, str]], context: ExportContext, formats: _Formats) -> None:
    lang = context.lang
    pairs = [("", context.product), *pairs, (CITE(lang), context.citation), *((_RIGHTS(lang), text(lang)) for text in RIGHTS)]
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 110)
    for row, (term, words) in enumerate(pairs):
        sheet.write_string(row, 0, term, formats.bold)
        sheet.write_string(row, 1, _fitting(words), formats.bold if row == 0 else formats.wrapped)
