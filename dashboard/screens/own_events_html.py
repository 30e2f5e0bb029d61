"""The sections of a reader's own briefing as HTML: each text once, all evidence marked, its events beside it."""

from collections.abc import Collection, Mapping
from html import escape

import pandas as pd

from dashboard.contents.event_detail import EventDetail, Value, event_detail
from dashboard.contents.evidence import FIELDS, note_anchor, note_markers
from dashboard.contents.html_parts import definitions, link, status, tag
from dashboard.contents.marked_text import Span, marked
from dashboard.language import Language, Text
from dashboard.screens.briefing_html import TO_TEXT, passages, sections_of
from dashboard.screens.event_html import (
    ACTORS,
    MENTIONS,
    NO_VENUE,
    ONLINE,
    SOURCES,
    TOPICS,
    TYPE,
    VENUE,
)
from loaders.tables import Tables

MARKED = Text(
    de="Farbig: die Wörter, auf denen die Angaben beruhen; grau hinterlegt sind die Textstellen der Ereignisse, das Zeichen "
    "dahinter führt zu den Angaben. In Anführungszeichen steht, was für einen Wert entschied.",
    en="In colour: the words the values hang on. On grey: the passages of the events; the sign behind leads to the facts. In "
    "quotation marks stands what decided for a value.",
)
NO_HEADING = Text(de="Vor der ersten Überschrift", en="Before the first heading")
NO_EVENT_HERE = Text(de="Kein Ereignis in diesem Abschnitt.", en="No event in this section.")
NO_EVENTS = Text(
    de="Kein Ereignis gefunden: kein Satz nennt ein Datum, das als Zeit eines Ereignisses zu lesen ist.",
    en="No event found: no sentence names a date that reads as the time of an event.",
)
_UNMARKED = {"passage", "source"}  # drawn apart: as grey ground, and as the numbers of the footnotes
HERE = Text(de="Ereignisse des Abschnitts", en="Events of the section")


Details = Mapping[str, EventDetail]


def details(own: Tables, lang: Language) -> Details:
    """All events of the briefing by id, ready to be shown: what takes the time, so that a filter need not do it again."""
    return {event_id: event_detail(own, event_id, lang) for event_id in own["events"]["event_id"]}


def sections_html(own: Tables, found: Details, chosen: Collection[str], lang: Language) -> str:
    """The sections with their events; where `chosen` leaves out some of these, those events alone and their sections."""
    events, briefing = own["events"], own["briefings"].iloc[0]
    is_cut = len(chosen) < len(events)
    legend = _legend(own, lang) if len(events) else tag("p", NO_EVENTS(lang))
    parts = []
    for _, section in sections_of(own, briefing["briefing_id"]).iterrows():
        here = events[(events["section_no"] == section["section_no"]) & events["event_id"].isin(set(chosen))]
        if len(here) or not is_cut:
            parts.append(_section(own, section, here.sort_values("event_id"), found, lang))
    return legend + "".join(parts)


def _legend(own: Tables, lang: Language) -> str:
    found = set(own["evidence"]["field"]) - _UNMARKED
    items = "".join(tag("li", tag("span", FIELDS[field](lang), f"mark mark-{field}")) for field in FIELDS if field in found)
    return tag("p", MARKED(lang), "quiet") + tag("ul", items, "legend")


def _section(own: Tables, section: pd.Series, rows: pd.DataFrame, found: Details, lang: Language) -> str:
    events = [found[event_id] for event_id in rows["event_id"]]
    language = own["briefings"]["language"].iloc[0]
    spans, references = passages(section["text"], rows, lang)
    text = marked(section["text"], [*spans, *_evidence(events)], [*note_markers(own, section["section_id"], lang), *references])
    is_told = language if section["heading"] else ""
    heading = tag("h3", escape(section["heading"] or NO_HEADING(lang)), id=f"own-s{section['section_no']}", lang=is_told)
    placed = {reference.href.removeprefix("#") for reference in references}
    cards = "".join(_event(event, event.event_id in placed, lang) for event in events) or tag("p", NO_EVENT_HERE(lang), "quiet")
    aside = tag("div", cards, "own-events", role="group", aria_label=HERE(lang))
    return tag("section", heading + tag("div", tag("div", text, "prose", lang=language) + aside, "own"), "own-section")


def _evidence(events: list[EventDetail]) -> list[Span]:
    """The evidence of some events, each once: two events may hang on the same word."""
    spans = (span for event in events for span in event.spans if span.field not in _UNMARKED)
    return list({(span.start, span.end, span.field, span.label): span for span in spans}.values())


def _event(event: EventDetail, is_placed: bool, lang: Language) -> str:
    decided = f"{status(event.status_id, event.status.name)} {_said(event.status, lang)}"
    written = _said(Value("", event.when, (event.date_text,) if event.date_text else ()), lang)
    kicker = f"{decided} · {escape(event.when)} {written}"
    back = link(f"#at-{event.event_id}", "↖", "back", title=TO_TEXT(lang), aria_label=TO_TEXT(lang)) if is_placed else ""
    title = tag("h4", f"{tag('span', escape(event.title), lang=event.language)} {back}")
    return tag("article", tag("p", kicker, "kicker") + title + _facts(event, lang), id=event.event_id)


def _facts(event: EventDetail, lang: Language) -> str:
    """The values as plain labels, each with the words that decided for it: they are of this briefing alone and lead nowhere."""
    online = (Value("", ONLINE(lang), event.online_quotes),) if event.is_online else ()
    venues = _values((*online, *event.venues), lang)
    notes = ", ".join(link(f"#{note_anchor(source.number)}", escape(source.number)) for source in event.sources)
    return definitions(
        [
            (TYPE(lang), _values((event.type,), lang)),
            (VENUE(lang), venues or tag("span", NO_VENUE(lang), "quiet")),
            (MENTIONS(lang), _values(event.mentions, lang)),
            (TOPICS(lang), _values(event.topics, lang)),
            (ACTORS(lang), _values(event.actors, lang)),
            (SOURCES(lang), notes),
        ]
    )


def _values(values: tuple[Value, ...], lang: Language) -> str:
    return "; ".join(tag("span", f"{escape(value.name)} {_said(value, lang)}".strip(), "label") for value in values)


def _said(value: Value, lang: Language) -> str:
    words = [quote for quote in value.quotes if quote.casefold() != value.name.casefold()]
    quoted = ", ".join(f"„{escape(quote)}“" if lang == "de" else f"“{escape(quote)}”" for quote in words)
    return tag("span", quoted, "said") if words else ""
