"""One event: what the briefing says of it, and the words that every value hangs on."""

from dataclasses import replace

import streamlit as st

from dashboard.contents.event_detail import EventDetail, Source, event_detail, named_sources, sources_of
from dashboard.contents.event_table import event_table
from dashboard.contents.hits import found_of, spans_of
from dashboard.contents.html_parts import STYLE_SHEET, link, tag
from dashboard.language import Language, Text
from dashboard.screens.event_html import event_html
from dashboard.view import View
from loaders.tables import Tables

NOT_CHOSEN = Text(de="Kein Ereignis gewählt. ", en="No event chosen. ")
TO_LIST = Text(de="Zur Liste der Ereignisse", en="To the list of events")


def show(view: View) -> None:
    """Draws the event that the selection names, or a way to the list."""
    st.html(STYLE_SHEET)
    st.html(page_html(view))


def page_html(view: View) -> str:
    """The page as HTML."""
    event_id = view.selection.event
    if event_id not in set(view.everything["events"]["event_id"]):
        return tag("p", NOT_CHOSEN(view.lang) + link(view.url("events", event=""), TO_LIST(view.lang)), "pg")
    event = _with_hits(event_detail(view.everything, event_id, view.lang), view)
    others = _other_sources(view.everything, event_id, event.section_id, view.lang)
    return event_html(event, others, list(event_table(view.tables, view.lang).index), view)


def _with_hits(event: EventDetail, view: View) -> EventDetail:
    """The event with the words of the search marked in its section."""
    hits = found_of(view.everything, view.selection.q, view.selection.notes).hits.get(event.event_id, ())
    return replace(event, spans=(*event.spans, *spans_of(hits, "section", event.section_id)))


def _other_sources(tables: Tables, event_id: str, section_id: str, lang: Language) -> list[Source]:
    """The footnotes of the section that are not the event's own: their markers stand in the text shown."""
    marks = tables["footnote_marks"]
    own = {source.number for source in sources_of(tables, event_id, lang)}
    in_section = set(marks.loc[marks["section_id"] == section_id, "source_id"])
    rows = tables["sources"][tables["sources"]["source_id"].isin(in_section)]
    return [source for source in named_sources(rows, lang) if source.number not in own]
