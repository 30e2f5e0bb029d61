"""Where a view is taken along: every format with one sentence on it, the slice's address, and how to read it."""

from datetime import UTC, datetime
from functools import partial
from html import escape
from types import ModuleType

import streamlit as st

from dashboard.contents.html_parts import link, tag
from dashboard.exports import ExportContext, all_exports
from dashboard.exports.ical import without_day
from dashboard.filters.own import PREFIX, SIGN
from dashboard.language import Text, counted, number
from dashboard.shell.head import full_link
from dashboard.slices.export_context import context_of
from dashboard.slices.file_name import file_name
from dashboard.slices.planned import planned
from dashboard.slices.recipes import RECIPES
from dashboard.slices.slice_tables import table_names
from dashboard.view import View

CALENDAR = "ics"
LEAD = Text(
    de="Jede Datei enthält genau diese Auswahl: {events}. Verzeichnisse wie Orte enthalten in den Dateien nur, worauf diese "
    "Ereignisse verweisen.",
    en="Each file holds exactly this selection: {events}. In the files, registers such as places hold only what these events "
    "refer to.",
)
_EVENT, _EVENTS = Text(de="Ereignis", en="event"), Text(de="Ereignisse", en="events")
OWN_INSIDE = Text(
    de="Darunter {count} aus Ihrem Briefing: Kennungen mit „{prefix}“, Titel mit „{sign}“ am Anfang.",
    en="{count} of them from your briefing: ids begin with “{prefix}”, titles with “{sign}”.",
)
OWN_OUTSIDE = Text(
    de="An dieser Adresse liegt nur der Bestand, ohne Ihr Briefing: {events}.",
    en="At this address lies the project’s data alone, without your briefing: {events}.",
)
_ADDRESS = Text(de="Adresse dieser Auswahl", en="Address of this selection")
_ADDRESS_HELP = Text(
    de="Unter dieser Adresse liegen dieselben Zeilen, ohne die Anwendung zu öffnen: für Notebooks, Tabellenprogramme und "
    "Kalender-Abonnements. Was an der Adresse nicht stimmt, nennt die Kopfzeile X-Notices.",
    en="The same rows lie at this address, without opening the application: for notebooks, spreadsheets and calendar "
    "subscriptions. What is wrong with an address is named in the header X-Notices.",
)
_FORMAT = Text(de="Format", en="Format")
_TABLE = Text(de="Tabelle", en="Table")
_VAGUE = (
    Text(de="{count} ohne genauen Tag, nicht im Kalender", en="{count} without an exact day, not in the calendar"),
    Text(de="angekündigtes Ereignis", en="announced event"),
    Text(de="angekündigte Ereignisse", en="announced events"),
)


def download_area(view: View) -> None:
    """Draws the formats and the address of the selection."""
    lang = view.lang
    st.caption(LEAD(lang, events=counted(view.count, _EVENT, _EVENTS, lang)))
    if view.own_count:
        st.caption(OWN_INSIDE(lang, count=number(view.own_count, lang), prefix=PREFIX, sign=SIGN))
    context = context_of(view, base_of(view), datetime.now(UTC))
    with st.container(key="formats"):
        for export in all_exports():
            with st.container(horizontal=True, vertical_alignment="center", key=f"format_{export.ID}"):
                _button(export, view)
                st.caption(export.HELP(lang))
            if export.ID == CALENDAR:
                _vague(view, context)
    _address(view, context)


def recipes_area(view: View) -> None:
    """Draws how to read the selection's address in pandas, R and Excel."""
    lang = view.lang
    _say_outside(view)
    context = context_of(view, base_of(view), datetime.now(UTC))
    events, topics = context.slice_link("csv"), context.slice_link("csv", "event_topics")
    for tab, recipe in zip(st.tabs([recipe.title(lang) for recipe in RECIPES]), RECIPES, strict=True):
        with tab:
            st.caption(recipe.how(lang))
            st.code(recipe.code(events, topics, lang), language=recipe.syntax, wrap_lines=True)


def base_of(view: View) -> str:
    """The address of the application as the reader's browser knows it, ending in '/'."""
    return full_link(view).partition("?")[0].removesuffix(view.page)


def _button(export: ModuleType, view: View) -> None:
    st.download_button(
        export.TITLE(view.lang),
        data=partial(_made_now, export, view, base_of(view)),
        file_name=f"{file_name(view.selection, export.NAME or 'events', with_own=view.own_count > 0)}.{export.SUFFIX}",
        mime=export.MIME,
        key=f"take_{export.ID}",
        on_click="ignore",
        icon=":material/download:",
        width=220,
    )


def _made_now(export: ModuleType, view: View, base: str) -> bytes:
    content: bytes = export.build(view.tables, context_of(view, base, datetime.now(UTC)))
    return content


def _vague(view: View, context: ExportContext) -> None:
    lang = view.lang
    rows = planned(view.everything, view.tables).vague
    if rows:
        words, one, many = _VAGUE
        with st.expander(words(lang, count=counted(len(rows), one, many, lang))):
            items = [tag("li", link(view.url("event", event=row.event_id), escape(without_day(row, context)))) for row in rows]
            st.html(tag("div", tag("ul", "".join(items)), "pg"))


def _say_outside(view: View) -> None:
    if view.own:
        st.caption(OWN_OUTSIDE(view.lang, events=counted(view.project.count, _EVENT, _EVENTS, view.lang)))


def _address(view: View, context: ExportContext) -> None:
    lang = view.lang
    st.markdown(f"**{_ADDRESS(lang)}**", help=_ADDRESS_HELP(lang))
    _say_outside(view)
    exports = {export.SUFFIX: export for export in all_exports()}
    with st.container(horizontal=True, vertical_alignment="bottom", key="slice_address"):
        suffix = st.selectbox(
            _FORMAT(lang),
            list(exports),
            format_func=lambda suffix: exports[suffix].TITLE(lang),
            key=f"address_format_{lang}",
            width=240,
        )
        table = ""
        if not exports[suffix].NAME:
            chosen = st.selectbox(
                _TABLE(lang), list(table_names()), index=list(table_names()).index("events"), key="address_table", width=240
            )
            table = "" if chosen == "events" else chosen
    with st.container(key="slice_shown"):
        st.code(context.slice_link(suffix, table), language=None, wrap_lines=True)
