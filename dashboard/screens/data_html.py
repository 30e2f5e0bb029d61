"""The data page's own parts as HTML: the list of tables, the dictionary of one, the measured quality."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from dashboard.contents.html_parts import table, tag
from dashboard.language import Language, Text, number
from dashboard.slices.dictionary import description, dictionary
from loaders.tables import Tables, schema

TABLE = Text(de="Tabelle", en="Table")
WHAT = Text(de="Inhalt", en="Content")
ROWS = Text(de="Zeilen hier", en="Rows here")
ALL_ROWS = Text(de="insgesamt", en="in all")
TABLES_CAPTION = Text(de="Alle Tabellen mit ihren Zeilen in dieser Auswahl", en="All tables with their rows in this selection")
COLUMNS = Text(de="Spalten der Tabelle {name}", en="Columns of the table {name}")
QUALITY_HEADS = {
    "measure": Text(de="Gemessen", en="Measured"),
    "precision": Text(de="Präzision", en="Precision"),
    "recall": Text(de="Ausbeute", en="Recall"),
    "f1": Text(de="F1", en="F1"),
    "n": Text(de="Fälle", en="Cases"),
    "f1_unread": Text(de="F1, fremde Texte", en="F1, other hands"),
}
QUALITY_CAPTION = Text(
    de="Gemessen gegen die von Hand annotierten Quartale: Präzision sagt, wie viele der gefundenen Werte richtig sind, "
    "Ausbeute, wie viele der richtigen gefunden wurden. Diese Quartale wurden gelesen, während die Regeln entstanden; was bei "
    "einem neuen Briefing zu erwarten ist, sagt die letzte Spalte: Texte anderer Hand, die niemand dafür gelesen hat.",
    en="Measured against the quarters annotated by hand: precision says how many of the values found are right, recall "
    "how many of the right ones were found. These quarters were read while the rules were made; what to expect of a new "
    "briefing is in the last column: texts by other hands that nobody read for it.",
)
NOT_MEASURED = Text(
    de="Noch nicht gemessen; die Zahlen schreibt python -m tests.measure --write.",
    en="Not measured yet; the figures are written by python -m tests.measure --write.",
)
QUALITY = Text(de="Güte (F1)", en="Quality (F1)")
MEASURES = {
    "events": Text(de="Ereignisse", en="Events"),
    "dates": Text(de="Daten", en="Dates"),
    "precision": Text(de="Genauigkeit des Datums", en="Precision of the date"),
    "date_precision": Text(de="Genauigkeit des Datums", en="Precision of the date"),
    "status": Text(de="Status", en="Status"),
    "type": Text(de="Art", en="Type"),
    "event_type": Text(de="Art", en="Type"),
    "venues": Text(de="Austragungsorte", en="Venues"),
    "mentions": Text(de="Erwähnte Orte", en="Places mentioned"),
    "topics": Text(de="Themen", en="Topics"),
    "actors": Text(de="Akteure", en="Actors"),
    "sources": Text(de="Quellen", en="Sources"),
    "is_main": Text(de="Hauptereignis", en="Main event"),
    "chains": Text(de="Ketten", en="Chains"),
}


def tables_html(everything: Tables, chosen: Tables, lang: Language) -> str:
    """Every table of the contract with what it holds and how many rows it has under the filter and in all."""
    rows = [
        (
            tag("code", name),
            escape(description(name, lang)),
            number(len(chosen[name]), lang),
            number(len(everything[name]), lang),
        )
        for name in schema()
    ]
    return table([TABLE(lang), WHAT(lang), ROWS(lang), ALL_ROWS(lang)], rows, TABLES_CAPTION(lang), frozenset({2, 3}))


def dictionary_html(name: str, quality: pd.DataFrame, lang: Language) -> str:
    """The columns of one table in words; with their measured quality where there is one."""
    columns = dictionary(lang, name)
    measured = {row.column: row.f1 for row in quality.itertuples() if row.column}
    has_quality = any(column.startswith(f"{name}.") for column in measured)
    heads = [*list(columns.columns)[1:], *([QUALITY(lang)] if has_quality else [])]
    rows = []
    for row in columns.itertuples(index=False):
        cells = [
            tag("code", escape(row[1])),
            *(escape(cell) for cell in row[2:5]),
            tag("code", escape(row[5]).replace(".", ".<wbr>")) if row[5] else "",
            escape(row[6]).replace("z. B.", "z.\N{NO-BREAK SPACE}B."),
        ]
        if has_quality:
            cells.append(score(measured.get(f"{name}.{row[1]}"), lang))
        rows.append(cells)
    return table(heads, rows, COLUMNS(lang, name=name), frozenset({len(heads) - 1} if has_quality else set()))


def quality_html(quality: pd.DataFrame, lang: Language) -> str:
    """The measured quality as a table, or the sentence that nothing was measured yet."""
    if quality.empty:
        return tag("p", NOT_MEASURED(lang))
    rows = [
        (
            escape(measure_name(row.measure, lang)),
            score(row.precision, lang),
            score(row.recall, lang),
            score(row.f1, lang),
            "" if pd.isna(row.n) else number(int(row.n), lang),
            score(row.f1_unread, lang),
        )
        for row in quality.itertuples()
    ]
    heads = [head(lang) for head in QUALITY_HEADS.values()]
    return table(heads, rows, QUALITY_CAPTION(lang), frozenset({1, 2, 3, 4, 5}))


def measure_name(measure: str, lang: Language, names: Mapping[str, Text] = MEASURES) -> str:
    """What a measure is called; one without a name is shown as it is."""
    return names[measure](lang) if measure in names else measure


def score(value: float | None, lang: Language) -> str:
    """A share between 0 and 1 with two places; nothing where it was not measured."""
    if value is None or pd.isna(value):
        return ""
    return f"{value:.2f}".replace(".", "," if lang == "de" else ".")
