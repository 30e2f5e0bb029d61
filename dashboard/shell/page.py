"""The page every chart gets: title, help, figure, one sentence, the same numbers as a table, and its files.

A click on a mark adds the mark's query to the selection, or opens the event it names.
"""

from dataclasses import replace
from functools import partial
from types import ModuleType

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard import data
from dashboard.drawing.figure_config import figure_config
from dashboard.drawing.on_screen import figure_on_screen
from dashboard.drawing.row_labels import columns_to_read, row_labels
from dashboard.drawing.style import NARROW
from dashboard.exports import table_exports
from dashboard.filters.fragments import LONGEST, event_of, merged
from dashboard.language import Language, Text
from dashboard.markdown import escaped
from dashboard.shell import share_menu, state
from dashboard.slices.file_name import file_name
from dashboard.view import View

EVENT_PAGE = "event"
_HELP = Text(de="Lesehilfe", en="How to read this")
_TABLE = Text(de="Als Tabelle", en="As a table")
_DOWNLOAD = Text(de="{format} herunterladen", en="Download {format}")


def show_chart(chart: ModuleType, view: View) -> None:
    """Draws one chart with everything that belongs to it."""
    lang = view.lang
    rows = chart.rows(view.tables, lang)
    with st.container(key=f"chart_{chart.ID}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"chart_head_{chart.ID}"):
            st.header(chart.TITLE(lang), anchor=False)
            if not view.selection.is_bare:
                share_menu.picture_menu(chart, view)
                with st.popover(_HELP(lang), type="tertiary", icon=":material/help:", key=f"help_{chart.ID}"):
                    st.write(chart.HELP(lang))
        summary = chart.summary(rows, lang)
        _figure(chart, rows, summary, view)
        st.caption(escaped(summary))
        if not view.selection.is_bare and not view.look.small:
            _table(chart, rows, view)


def _figure(chart: ModuleType, rows: pd.DataFrame, summary: str, view: View) -> None:
    # One key for each state of what is shown: a mark chosen in the last figure is not chosen in this one.
    key = f"figure_{chart.ID}_{view.selection.query}_{view.look.dark}"
    st.plotly_chart(
        figure_on_screen(partial(chart.figure, rows, view.lang), view.look),
        key=key,
        theme=None,
        on_select="ignore" if view.selection.frame else partial(_clicked, key),
        selection_mode=("points", "box", "lasso"),
        config=figure_config(
            view.lang,
            file_name(view.selection, chart.ID, with_own=view.own_count > 0),
            select=not view.look.small and view.look.width > NARROW,
        ),
        alt=summary,
    )


def _clicked(key: str) -> None:
    chosen = st.session_state[key]["selection"]["points"]
    fragments = list(dict.fromkeys(str(point["customdata"][0]) for point in chosen if point.get("customdata")))
    if fragments and event_of(fragments):
        state.go(EVENT_PAGE, replace(state.now(), event=event_of(fragments)))
    elif fragments:
        state.choose(state.now().with_added(merged(fragments, _spans() if len(fragments) > LONGEST else None)))


def _spans() -> dict[str, tuple[str, str]]:
    """First and last day of each event, as ISO dates."""
    events = data.current()["events"]
    first, last = (events[name].dt.strftime("%Y-%m-%d") for name in ("date_start", "date_end"))
    return dict(zip(events["event_id"], zip(first, last, strict=True), strict=True))


def _table(chart: ModuleType, rows: pd.DataFrame, view: View) -> None:
    with st.expander(_TABLE(view.lang)):
        named = row_labels(rows.columns, view.lang)
        shown = columns_to_read(rows)
        columns = {name: _column(rows[name], named[name], view.lang) for name in shown}
        st.dataframe(rows, hide_index=True, key=f"rows_{chart.ID}", column_order=shown, column_config=columns)
        downloads(rows, chart.ID, view)


def _column(cells: pd.Series, label: str, lang: Language) -> ColumnConfig:
    if pd.api.types.is_datetime64_any_dtype(cells):
        return st.column_config.DateColumn(label, format="DD.MM.YYYY" if lang == "de" else "DD/MM/YYYY")
    if cells.name == "share":
        return st.column_config.NumberColumn(label, format="percent")
    return st.column_config.Column(label)


def downloads(rows: pd.DataFrame, name: str, view: View) -> None:
    """One button a format for exactly these rows; a file is made when it is asked for."""
    lang = view.lang
    with st.container(horizontal=True, key=f"downloads_{name}"):
        for export in table_exports():
            st.download_button(
                _DOWNLOAD(lang, format=export.TITLE(lang)),
                data=partial(export.table_bytes, rows),
                file_name=f"{file_name(view.selection, name, with_own=view.own_count > 0)}.{export.SUFFIX}",
                mime=export.MIME,
                key=f"download_{name}_{export.ID}",
                on_click="ignore",
                icon=":material/download:",
            )
