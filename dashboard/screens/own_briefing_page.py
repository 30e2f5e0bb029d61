"""A briefing of the reader's own: dropped or pasted, read by the loaders, shown for this session only."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.filters.facets import FACETS
from dashboard.filters.own import without_own
from dashboard.filters.selection import Selection
from dashboard.language import Language, Text, number
from dashboard.markdown import escaped
from dashboard.names import sort_key
from dashboard.screens import own_briefing_html, own_events_html, own_notes_html
from dashboard.shell import filter_widgets, own_briefing, own_tables, state
from dashboard.slices import own_package
from dashboard.view import View
from loaders.tables import Tables
from loaders.upload import SUFFIXES, BriefingError, Upload, read_upload

TITLE = Text(de="Eigenes Briefing", en="Your briefing")
LEAD = Text(
    de="Welche Ereignisse stehen in einem Text, der nicht zum Bestand gehört? Er bleibt in dieser Sitzung: Auf dem Server wird "
    "nichts gespeichert, kein Link enthält ihn, und die anderen Seiten zeigen ihn nur, wenn Sie es einschalten.",
    en="Which events does a text tell of that is not among the data? It stays in this session: nothing is stored on the "
    "server, no link contains it, and the other pages show it only if you switch that on.",
)
FILE = Text(de="Briefing als Datei", en="Briefing as a file")
FORMATS = Text(
    de="Word, PDF, gespeicherte Webseite, Markdown oder Text ({endings})",
    en="Word, PDF, saved web page, Markdown or text ({endings})",
)
PASTE = Text(de="… oder als Text einfügen", en="… or paste its text")
READ = Text(de="Lesen", en="Read")
READING = Text(de="Das Briefing wird gelesen …", en="Reading the briefing …")
TOO_LARGE = Text(
    de="{name} hat mehr als 10 MB. Ein Briefing ist ein Text: Bitte ohne Bilder speichern oder den Text einfügen.",
    en="{name} is larger than 10 MB. A briefing is a text: please save it without pictures, or paste the text.",
)
TABLES = Text(de="Tabellen und Korrekturvorlage (ZIP)", en="Tables and template for corrections (ZIP)")
TEMPLATE = Text(de="Nur die Korrekturvorlage (CSV)", en="Template for corrections only (CSV)")
FORGET = Text(de="Verwerfen", en="Discard")
PASTED = Text(de="eingefügter Text", en="pasted text")
ANY = Text(de="alle", en="all")
SHOWN = Text(de="{n} von {all} Ereignissen", en="{n} of {all} events")
LARGEST = 10_000_000  # bytes
FILTERS = ("topic", "place", "actor")
_FAULT, _CHOSEN, _DETAILS, _FRESH = "own_fault", "own_chosen", "own_details", "own_fresh"


def show(view: View) -> None:
    """Takes a briefing, and draws what was found in the last one taken."""
    lang = view.lang
    st.html(STYLE_SHEET)
    st.html(tag("div", tag("h1", TITLE(lang)) + tag("p", LEAD(lang), "lead"), "pg"))
    _ask(lang)
    fault: BriefingError | Text | None = st.session_state.get(_FAULT)
    if fault:
        st.error(escaped(fault.message(lang) if isinstance(fault, BriefingError) else fault(lang)), icon=":material/error:")
    held = own_tables.held()
    if held:
        _show_found(held, view)


def _ask(lang: Language) -> None:
    # Any file is taken: what is no briefing, the readers name with its cure; the browser would say only that it may not be.
    fresh = st.session_state.get(_FRESH, 0)
    file = st.file_uploader(FILE(lang), key=f"own_file_{fresh}")
    st.caption(FORMATS(lang, endings=" ".join(sorted(SUFFIXES))))
    if file is not None and st.session_state.get("own_taken") != file.file_id:
        st.session_state["own_taken"] = file.file_id
        _take(file.name, file.getvalue(), lang)
    # A form sends text and click as one: sent alone when the field is left, the text would break off the reading.
    with st.expander(PASTE(lang)), st.form("own_form", border=False):
        text = st.text_area(PASTE(lang), key=f"own_text_{fresh}", label_visibility="collapsed", height=200)
        if st.form_submit_button(READ(lang), key="own_read") and text.strip():
            _take(f"{PASTED(lang)}.md", text.encode(), lang)


def _take(name: str, data: bytes, lang: Language) -> None:
    _forget()
    if len(data) > LARGEST:
        st.session_state[_FAULT] = Text(de=TOO_LARGE("de", name=name), en=TOO_LARGE("en", name=name))
        return
    try:
        with st.spinner(READING(lang)):
            st.session_state[own_tables.HELD] = read_upload(name, data)
    except BriefingError as error:
        st.session_state[_FAULT] = error


def _forget() -> None:
    for key in (own_tables.HELD, _FAULT, _CHOSEN, _DETAILS):
        st.session_state.pop(key, None)


def _discard() -> None:
    chosen = state.now()
    _forget()
    # The address may name events of the briefing, if the other pages showed them.
    state.choose(without_own(chosen))
    # Fields under another key are empty ones.
    st.session_state[_FRESH] = st.session_state.get(_FRESH, 0) + 1


def _show_found(held: Upload, view: View) -> None:
    lang, own = view.lang, held.tables
    st.html(tag("div", own_briefing_html.summary_html(own, view), "pg"))
    _take_along(held, lang)
    problems = own_briefing_html.problems_html(own["problems"], held.note_problems, lang)
    own_briefing.switch()
    title = tag("h2", own_briefing_html.EVENTS_TITLE(lang), id="own-events")
    st.html(tag("div", own_briefing_html.contents_html(lang) + problems + title, "pg"))
    chosen = _filtered(own, lang)
    sections = own_events_html.sections_html(own, _details(own, lang), chosen, lang)
    title = tag("h2", own_briefing_html.NOTES_TITLE(lang), id="own-notes")
    notes = own_notes_html.notes_html(own, held.note_problems, _sections_of(own, chosen), lang)
    st.html(tag("div", sections + title + notes + own_briefing_html.beside_html(own, view), "pg"))


def _details(own: Tables, lang: Language) -> own_events_html.Details:
    """Kept in the session, not in the process: the text of a reader is gone with it."""
    kept: dict[Language, own_events_html.Details] = st.session_state.setdefault(_DETAILS, {})
    if lang not in kept:
        kept[lang] = own_events_html.details(own, lang)
    return kept[lang]


def _take_along(held: Upload, lang: Language) -> None:
    with st.container(horizontal=True, key="own_take"):
        st.download_button(
            TABLES(lang),
            data=lambda: own_package.own_package(held.tables, held.template, lang, datetime.now(UTC)),
            file_name=f"{own_package.own_file_name(held.tables)}.{own_package.SUFFIX}",
            mime=own_package.MIME,
            on_click="ignore",
            icon=":material/download:",
            key="own_tables",
        )
        st.download_button(
            TEMPLATE(lang),
            data=held.template,
            file_name=own_package.TEMPLATE,
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
            key="own_template",
        )
        st.button(FORGET(lang), key="own_forget", on_click=_discard, type="tertiary", icon=":material/close:")


def _filtered(own: Tables, lang: Language) -> list[str]:
    """Draws the filters of this page alone; the ids of the events that they leave."""
    if own["events"].empty:
        return []
    selection = st.session_state.get(_CHOSEN, Selection())
    with st.container(key="own_filters"):
        for column, field in zip(st.columns(len(FILTERS)), FILTERS, strict=True):
            with column:
                _filter(field, own, selection, lang)
    chosen = list(selection.apply(own)["events"]["event_id"])
    if len(chosen) < len(own["events"]):
        st.caption(SHOWN(lang, n=number(len(chosen), lang), all=number(len(own["events"]), lang)))
    return chosen


def _filter(field: str, own: Tables, selection: Selection, lang: Language) -> None:
    facet = FACETS[field]
    names, counts = facet.names(own, lang), selection.option_counts(own, field)
    used = set(facet.pairs(own, "")["value"])
    st.multiselect(
        facet.label(lang),
        sorted(used, key=lambda value: sort_key(names.get(value, value))),
        key=filter_widgets.seed(f"own_{field}", lang, list(getattr(selection, field))),
        format_func=partial(_option, names, counts, lang),
        placeholder=ANY(lang),
        on_change=partial(_choose, field, lang),
        select_all=False,
    )


def _choose(field: str, lang: Language) -> None:
    chosen = filter_widgets.held(f"own_{field}", lang)
    values = tuple(chosen) if isinstance(chosen, list) else ()
    st.session_state[_CHOSEN] = replace(st.session_state.get(_CHOSEN, Selection()), **{field: values})


def _option(names: Mapping[str, str], counts: Mapping[str, int], lang: Language, value: str) -> str:
    return f"{names.get(value, value)} ({number(counts.get(value, 0), lang)})"


def _sections_of(own: Tables, chosen: list[str]) -> set[str]:
    """The sections shown: all of them, or those of the chosen events."""
    events = own["events"]
    if len(chosen) == len(events):
        return set(own["sections"]["section_id"])
    some = events[events["event_id"].isin(chosen)]
    return set(some["briefing_id"] + "-s" + some["section_no"].astype(str))
