"""The data themselves: every table with its rows under the filter, its dictionary, its files, and the measured quality."""

import streamlit as st

from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.contents.own_offer import own_offer
from dashboard.language import Text, number
from dashboard.screens.data_html import dictionary_html, quality_html, tables_html
from dashboard.shell.downloads import download_area, recipes_area
from dashboard.shell.page import downloads
from dashboard.slices.dictionary import description, dictionary, measured_quality
from dashboard.view import View
from loaders.tables import schema

TABLES = Text(de="Tabellen", en="Tables")
LEAD = Text(
    de="Die Tabellen hängen über Kennungen zusammen und gelten für die Auswahl oben: Ereignisse, ihre Orte, Themen, Akteure, "
    "Quellen und Belege sind die der gezählten Ereignisse. Die Vorschau zeigt Verzeichnisse wie Orte oder Themen ganz.",
    en="The tables are linked by ids and follow the selection above: events, their places, topics, actors, sources and "
    "evidence are those of the events counted. The preview shows registers such as places or topics whole.",
)
ONE = Text(de="Eine Tabelle ansehen und herunterladen", en="Look at one table and download it")
CHOOSE = Text(de="Tabelle", en="Table")
FIRST_ROWS = Text(de="Die ersten {n} von {all} Zeilen", en="The first {n} of {all} rows")
EVERY_ROW = Text(de="Alle {all} Zeilen", en="All {all} rows")
NO_ROWS = Text(de="Keine Zeile in dieser Auswahl.", en="No row in this selection.")
TAKE = Text(de="Diese Auswahl herunterladen", en="Download this selection")
READ = Text(de="Die Auswahl in pandas, R oder Excel lesen", en="Reading the selection in pandas, R or Excel")
DICTIONARY = Text(de="Datenwörterbuch als Datei", en="Data dictionary as a file")
QUALITY = Text(de="Gemessene Güte", en="Measured quality")
PREVIEW = 10


def show(view: View) -> None:
    """Draws the tables of the selection."""
    lang = view.lang
    st.html(STYLE_SHEET)
    st.html(tag("div", tag("p", LEAD(lang), "lead") + ("" if view.selection.is_bare else own_offer(view)), "pg"))
    if not view.selection.is_bare:
        _heading(TAKE(lang))
        download_area(view)
        _heading(READ(lang))
        recipes_area(view)
    _heading(ONE(lang))
    with st.container(key="data_one"):
        _one(view)
    _heading(TABLES(lang), tables_html(view.everything, view.tables, lang))
    _heading(QUALITY(lang), quality_html(measured_quality(), lang))
    _heading(DICTIONARY(lang))
    downloads(dictionary(lang), "dictionary", view)


def _heading(title: str, html: str = "") -> None:
    st.html(tag("div", tag("h2", title) + html, "pg"))


def _quiet(text: str) -> None:
    st.html(tag("div", tag("p", text, "quiet"), "pg"))


def _one(view: View) -> None:
    lang = view.lang
    name = st.selectbox(
        CHOOSE(lang),
        list(schema()),
        index=list(schema()).index("events"),
        format_func=lambda table: f"{table} · {description(table, lang)}",
        key=f"data_table_{lang}",
        label_visibility="collapsed",
    )
    rows = view.tables[name]
    if len(rows):
        few, all_ = number(PREVIEW, lang), number(len(rows), lang)
        _quiet(FIRST_ROWS(lang, n=few, all=all_) if len(rows) > PREVIEW else EVERY_ROW(lang, all=all_))
        dates = [column["column"] for column in schema()[name] if column["type"] == "date"]
        config = {column: st.column_config.DateColumn(format="YYYY-MM-DD") for column in dates}
        st.dataframe(
            rows.head(PREVIEW), hide_index=True, key=f"data_rows_{name}", column_config=config, alt=description(name, lang)
        )
        downloads(rows, name, view)
    else:
        _quiet(NO_ROWS(lang))
    st.html(tag("div", dictionary_html(name, measured_quality(), lang), "pg"))
