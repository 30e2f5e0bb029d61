"""All chosen events, as a list to read or as a table to sort; each opens its page."""

from dataclasses import replace
from functools import partial
from math import ceil

import pandas as pd
import streamlit as st

from dashboard.contents.event_table import event_table, exact_start
from dashboard.contents.hits import found_of
from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.contents.quoted import quoted_html
from dashboard.contents.search_notes import search_html
from dashboard.filters.facets import FACETS
from dashboard.language import Language, Text, number
from dashboard.screens.events_list import heads, list_html
from dashboard.shell import state
from dashboard.shell.downloads import download_area
from dashboard.view import View

PER_PAGE = 50
_TALLEST, _ROW = 680, 35  # pixels of the table and of one of its rows, the head included
LAYOUT = Text(de="Darstellung", en="Layout")
LAYOUTS = {"list": Text(de="Liste", en="List"), "table": Text(de="Tabelle", en="Table")}
ORDER = Text(de="Reihenfolge", en="Order")
ORDERS = {"newest": Text(de="Neueste zuerst", en="Newest first"), "oldest": Text(de="Älteste zuerst", en="Oldest first")}
SHOWN = Text(de="{first}–{last} von {all}", en="{first}–{last} of {all}")
TABLE_HINT = Text(
    de="Ein Klick auf eine Zelle öffnet das Ereignis, ein Klick auf einen Spaltenkopf sortiert.",
    en="A click on a cell opens the event, a click on a column head sorts.",
)
DOWNLOAD = Text(de="Diese Ereignisse herunterladen", en="Download these events")
TABLE_NAME = Text(de="Ereignisse als Tabelle", en="Events as a table")


def show(view: View) -> None:
    """Draws the events."""
    st.html(STYLE_SHEET)
    found = found_of(view.everything, view.selection.q, view.selection.notes)
    own = view.tables["events"]["event_id"].isin(found.own)
    notes = search_html(view, int(own.sum())) + quoted_html(view)
    if notes:
        st.html(tag("div", notes, "pg"))
    if not view.count:
        return
    lang = view.lang
    with st.container(horizontal=True, vertical_alignment="bottom", key="events_layout"):
        layout = _choice("layout", LAYOUT, LAYOUTS, lang)
        order = _choice("order", ORDER, ORDERS, lang) if layout == "list" else "newest"
    table = own_first(event_table(view.tables, lang, newest_first=order == "newest"), found.own)
    if layout == "list":
        _list(table, view)
    else:
        _table(table, view)
    if not view.selection.is_bare:
        with st.expander(DOWNLOAD(lang), icon=":material/download:"):
            download_area(view)


def own_first(table: pd.DataFrame, own: frozenset[str]) -> pd.DataFrame:
    """The rows with those first that meet a search in their own words; otherwise in their order."""
    is_own = table.index.isin(own)
    return pd.concat([table[is_own], table[~is_own]]) if own else table


def _choice(name: str, label: Text, options: dict[str, Text], lang: Language) -> str:
    chosen = st.segmented_control(
        label(lang),
        list(options),
        default=next(iter(options)),
        required=True,
        format_func=lambda option: options[option](lang),
        key=f"events_{name}_{lang}",
        label_visibility="collapsed",
    )
    return str(chosen)


def _list(table: pd.DataFrame, view: View) -> None:
    pages = ceil(len(table) / PER_PAGE)
    # Another selection starts at its first page.
    key = f"events_page_{view.selection.query}"
    page = int(st.session_state.get(key) or 1)
    first = (page - 1) * PER_PAGE
    part = table.iloc[first : first + PER_PAGE]
    st.html(tag("div", list_html(part, view), "pg"))
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center", key="events_pages"):
            st.pagination(pages, key=key)
            all_ = number(len(table), view.lang)
            shown = SHOWN(view.lang, first=number(first + 1, view.lang), last=number(first + len(part), view.lang), all=all_)
            st.html(tag("div", tag("span", shown, "quiet"), "pg"), width="content")


def _table(table: pd.DataFrame, view: View) -> None:
    names = heads(view.lang)
    if view.own:
        names = {"origin": FACETS["origin"].label(view.lang), **names}
    chips = st.column_config.ListColumn
    key = f"events_table_{view.selection.query}"
    st.html(tag("div", tag("p", TABLE_HINT(view.lang), "quiet"), "pg"))
    st.dataframe(
        exact_start(table, list(names)),
        hide_index=True,
        height=min(_TALLEST, (len(table) + 1) * _ROW + 2),
        key=key,
        on_select=partial(_opened, key, list(table.index)),
        selection_mode="single-cell",
        alt=TABLE_NAME(view.lang),
        column_config={
            "start": st.column_config.DateColumn(names["start"], width="small"),
            "when": st.column_config.TextColumn(names["when"], width="medium"),
            "title": st.column_config.TextColumn(names["title"], width="large"),
            **{name: chips(names[name], width="medium") for name in ("venues", "mentions", "topics", "actors")},
            **{name: st.column_config.TextColumn(names[name]) for name in ("type", "status", "quarter")},
            **({"origin": st.column_config.TextColumn(names["origin"])} if view.own else {}),
        },
    )


def _opened(key: str, event_ids: list[str]) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells:
        state.go("event", replace(state.now(), event=event_ids[cells[0][0]]))
