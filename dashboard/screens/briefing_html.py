"""A whole briefing as HTML: its sections with the events beside them, footnotes as links, jumping both ways."""

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.contents.event_detail import listed, named_sources
from dashboard.contents.event_table import STATUS_SIGNS
from dashboard.contents.evidence import note_markers, passage_span
from dashboard.contents.html_parts import link, notes, status, tag
from dashboard.contents.marked_text import Marker, Span, marked
from dashboard.filters.facets import country
from dashboard.language import Language, Text, quarter
from dashboard.view import View
from loaders.tables import Tables

SHELF = Text(de="Alle Briefings", en="All briefings")
CHAIR = Text(de="Vorsitz: {state}", en="Chair: {state}")
EVENTS_HERE = Text(de="Ereignisse von Abschnitt {no}", en="Events of section {no}")
NO_EVENTS = Text(de="Kein Ereignis in diesem Abschnitt.", en="No event in this section.")
OUTSIDE = Text(de="nicht in der Auswahl", en="not in the selection")
TO_TEXT = Text(de="zur Textstelle", en="to the passage")
TO_EVENT = Text(de="Ereignis: {title}", en="Event: {title}")
FOOTNOTES = Text(de="Fußnoten", en="Footnotes")
SECTIONS = Text(de="Abschnitte", en="Sections")
NO_NOTES = Text(de="Dieses Briefing hat keine Fußnoten.", en="This briefing has no footnotes.")


def chosen_briefing(view: View) -> str:
    """The briefing to show: the one the selection names, else that of its event, else the newest of its quarters; '' if none."""
    chosen, events, briefings = view.selection, view.everything["events"], view.everything["briefings"]
    if chosen.briefing in set(briefings["briefing_id"]):
        return chosen.briefing
    of_event = events.loc[events["event_id"] == chosen.event, "briefing_id"]
    if len(of_event):
        return str(of_event.iloc[0])
    rows = briefings[briefings["quarter"].isin(chosen.quarter)] if chosen.quarter else briefings
    return str(rows.sort_values("quarter")["briefing_id"].iloc[-1]) if len(rows) else ""


def shelf_html(view: View, briefing_id: str) -> str:
    """All briefings by year, the shown one marked."""
    briefings = view.everything["briefings"].sort_values("quarter")
    years = briefings.groupby(briefings["quarter"].str[:4], sort=True)
    rows = "".join(
        tag("li", tag("b", escape(year)) + "".join(_book(row, briefing_id, view) for row in of_year.itertuples()))
        for year, of_year in years
    )
    return tag("nav", tag("ul", rows, "shelf"), aria_label=SHELF(view.lang))


def _book(row: Any, briefing_id: str, view: View) -> str:
    current = "page" if row.briefing_id == briefing_id else ""
    name = row.quarter[5:] or row.briefing_id
    title = quarter(row.quarter, view.lang)
    return link(view.url("briefing", briefing=row.briefing_id, event=""), escape(name), title=title, aria_current=current)


def head_html(view: View, briefing_id: str) -> str:
    """Title, quarter and chair of a briefing, and a list of its sections."""
    lang = view.lang
    row = view.everything["briefings"].set_index("briefing_id").loc[briefing_id]
    facts = [quarter(row["quarter"], lang)]
    if row["chair_code"]:
        facts.append(CHAIR(lang, state=country(row["chair_code"], lang)))
    return tag("p", escape(" · ".join(facts)), "kicker") + tag("h1", escape(row["title"]), lang=row["language"])


def section_html(view: View, section: pd.Series, language: str, hits: Sequence[Span] = ()) -> str:
    """One section: its heading, the text with its events (and `hits`) marked, and these events beside it."""
    tables, section_id = view.everything, section["section_id"]
    events = tables["events"]
    here = events[(events["briefing_id"] == section["briefing_id"]) & (events["section_no"] == section["section_no"])]
    spans, references = passages(section["text"], here, view.lang)
    text = marked(section["text"], [*spans, *hits], [*note_markers(tables, section_id, view.lang), *references])
    margin = _margin(view, here, language) if len(here) else tag("p", NO_EVENTS(view.lang), "quiet")
    aside = tag("aside", margin, aria_label=EVENTS_HERE(view.lang, no=section["section_no"]))
    heading = tag("h2", escape(section["heading"]), id=f"s{section['section_no']}", lang=language) if section["heading"] else ""
    return tag("section", heading + tag("div", tag("div", text, "prose", lang=language) + aside, "doc-grid"))


def passages(text: str, events: pd.DataFrame, lang: Language) -> tuple[list[Span], list[Marker]]:
    """The events' own words in the text, and behind each a link to the event in the margin."""
    spans, references = [], []
    for row in events.itertuples():
        span = passage_span(text, row.passage)
        if span:
            spans.append(span)
            sign = STATUS_SIGNS.get(row.status, "?")
            label = TO_EVENT(lang, title=row.title)
            references.append(Marker(span.end, sign, f"#{row.event_id}", f"at-{row.event_id}", label, "event-mark"))
    return spans, references


def _margin(view: View, events: pd.DataFrame, language: str) -> str:
    chosen = set(view.tables["events"]["event_id"])
    placed = dict(zip(events["event_id"], events["passage"], strict=True))
    items = []
    for event in sorted(listed(view.everything, events, view.lang), key=lambda event: event.event_id):
        title = link(view.url("event", event=event.event_id), escape(event.title), lang=language)
        back = (
            link(f"#at-{event.event_id}", "↖", "back", title=TO_TEXT(view.lang), aria_label=TO_TEXT(view.lang))
            if placed[event.event_id]
            else ""
        )
        facts = [escape(event.when), status(event.status_id, event.status)]
        if event.event_id not in chosen:
            facts.append(OUTSIDE(view.lang))
        html = f'{title} {back}<div class="quiet">{" · ".join(facts)}</div>'
        items.append(tag("li", html, "" if event.event_id in chosen else "out", id=event.event_id))
    return tag("ul", "".join(items), "margin")


def notes_html(tables: Tables, briefing_id: str, lang: Language) -> str:
    """The footnotes of a briefing; each leads back to its first marker."""
    rows = tables["sources"][tables["sources"]["briefing_id"] == briefing_id]
    if rows.empty:
        return tag("p", NO_NOTES(lang), "quiet")
    back: dict[str, str] = {}
    for section_id in tables["sections"].loc[tables["sections"]["briefing_id"] == briefing_id, "section_id"]:
        for marker in note_markers(tables, section_id, lang):
            back.setdefault(marker.number, marker.key)
    return notes(named_sources(rows, lang), lang, back)


def contents_html(sections: pd.DataFrame, language: str, lang: Language) -> str:
    """The headings of a briefing as links to its sections."""
    items = [tag("li", link(f"#s{row.section_no}", escape(row.heading))) for row in sections.itertuples() if row.heading]
    return tag("nav", tag("ol", "".join(items), lang=language), "contents", aria_label=SECTIONS(lang))


def sections_of(tables: Tables, briefing_id: str) -> pd.DataFrame:
    """The sections of a briefing in reading order."""
    rows = tables["sections"]
    return rows[rows["briefing_id"] == briefing_id].sort_values("section_no")
