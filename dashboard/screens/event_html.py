"""One event as HTML: its facts with the words that decided them, its passage with the evidence marked, its sources."""

from collections.abc import Sequence
from html import escape

from dashboard.contents.event_detail import EventDetail, Source, Telling, Value
from dashboard.contents.evidence import FIELDS
from dashboard.contents.html_parts import chip, definitions, link, notes, own_badge, status, tag
from dashboard.contents.marked_text import marked
from dashboard.contents.quoted import spoken_by_event
from dashboard.filters.own import ORIGINS, OWN, is_own
from dashboard.language import Language, Text, number, quarter
from dashboard.view import View

DATE = Text(de="Datum", en="Date")
AS_WRITTEN = Text(de="im Text: „{text}“", en="in the text: “{text}”")
DECIDED = Text(de="entschieden durch", en="decided by")
SHOWN_BY = Text(de="im Text", en="in the text")
STATUS = Text(de="Status", en="Status")
TYPE = Text(de="Art", en="Type")
VENUE = Text(de="Austragungsort", en="Venue")
MENTIONS = Text(de="Erwähnte Orte", en="Places mentioned")
TOPICS = Text(de="Themen", en="Topics")
ACTORS = Text(de="Akteure", en="Actors")
TOLD_IN = Text(de="Briefing", en="Briefing")
ONLINE = Text(de="online", en="online")
NO_VENUE = Text(de="nicht genannt", en="not stated")
IN_BRIEFING = Text(de="So steht es im Briefing", en="What the briefing says")
MARKED = Text(
    de="Farbig, je Angabe mit eigener Linie: die Wörter, auf denen sie beruht; grau hinterlegt ist die Textstelle des "
    "Ereignisses. Die Tabulatortaste führt von Beleg zu Beleg.",
    en="In colour, each kind with a line of its own: the words the values hang on. On grey: the passage of the event. The tab "
    "key goes from one piece of evidence to the next.",
)
WHOLE = Text(de="Ganzes Briefing {quarter} an dieser Stelle", en="Whole briefing {quarter} at this place")
SOURCES = Text(de="Quellen", en="Sources")
NO_SOURCE = Text(de="Der Text nennt an dieser Stelle keine Fußnote.", en="The text gives no footnote here.")
OTHERS = Text(de="Weitere Fußnoten des Abschnitts", en="Further footnotes of the section")
FACTS = Text(de="Angaben", en="Facts")
CHAIN = Text(de="Dasselbe Ereignis in den Briefings", en="The same event in the briefings")
OUTCOME = Text(de="Ausgang: {outcome}", en="Outcome: {outcome}")
THIS = Text(de="diese Nennung", en="this mention")
JOINED = Text(de="verbunden durch: {reason}", en="joined by: {reason}")
PREVIOUS = Text(de="← vorheriges", en="← previous")
NEXT = Text(de="nächstes →", en="next →")
BACK_TO_LIST = Text(de="Zur Liste", en="Back to the list")
PLACE_IN_LIST = Text(de="{n} von {all} in dieser Auswahl", en="{n} of {all} in this selection")
OUTSIDE = Text(de="Dieses Ereignis gehört nicht zur jetzigen Auswahl.", en="This event is not part of the present selection.")
CLICK = Text(de="Jeder Wert führt zu den Ereignissen, die ihn teilen.", en="Each value leads to the events that share it.")


def event_html(event: EventDetail, others: Sequence[Source], order: Sequence[str], view: View) -> str:
    """The page of one event. `others` are further footnotes of its section, `order` the ids of the chosen events by date."""
    lang = view.lang
    text = tag("section", _text(event, view), "in-text", aria_label=IN_BRIEFING(lang))
    aside = tag("aside", facts_html(event, view) + _chain(event, view), "panel", aria_label=FACTS(lang))
    sources = tag("section", _sources(event, others, lang), "in-notes", aria_label=SOURCES(lang))
    return tag(
        "article", _steps(event, order, view) + _head(event, lang) + tag("div", text + aside + sources, "event-grid"), "pg"
    )


def _steps(event: EventDetail, order: Sequence[str], view: View) -> str:
    lang = view.lang
    back = link(view.url("events", event=""), f"↑ {BACK_TO_LIST(lang)}")
    if event.event_id not in order:
        return tag("nav", back + tag("span", OUTSIDE(lang), "quiet"), "steps")
    at = list(order).index(event.event_id)
    before = link(view.url("event", event=order[at - 1]), PREVIOUS(lang), rel="prev") if at else ""
    after = link(view.url("event", event=order[at + 1]), NEXT(lang), rel="next") if at + 1 < len(order) else ""
    where = tag("span", PLACE_IN_LIST(lang, n=number(at + 1, lang), all=number(len(order), lang)), "quiet")
    return tag("nav", back + tag("span", "", "grow") + before + where + after, "steps")


def _head(event: EventDetail, lang: Language) -> str:
    kicker = " · ".join(
        [
            *([own_badge(ORIGINS[OWN](lang))] if is_own(event.event_id) else []),
            status(event.status_id, event.status.name),
            escape(event.type.name),
            escape(quarter(event.quarter, lang)),
        ]
    )
    title = tag("h1", escape(event.title), lang=event.language)
    precision = tag("span", f" · {escape(event.precision)}", "quiet") if event.precision else ""
    return tag(
        "header", tag("p", kicker, "kicker") + title + tag("p", f"<strong>{escape(event.when)}</strong>{precision}", "when")
    )


def _text(event: EventDetail, view: View) -> str:
    lang = view.lang
    fields = [field for field in FIELDS if any(span.field == field for span in event.spans)]
    legend = "".join(tag("li", tag("span", FIELDS[field](lang), f"mark mark-{field}")) for field in fields)
    whole = link(briefing_url(event.section_id, view), escape(WHOLE(lang, quarter=quarter(event.quarter, lang))))
    return "".join(
        [
            tag("h2", IN_BRIEFING(lang)),
            tag("p", MARKED(lang), "quiet"),
            tag("ul", legend, "legend") if legend else "",
            tag(
                "div",
                tag("h3", escape(event.heading)) + marked(event.text, event.spans, event.markers),
                "prose",
                lang=event.language,
            ),
            tag("p", whole),
        ]
    )


def _sources(event: EventDetail, others: Sequence[Source], lang: Language) -> str:
    """The event's own footnotes, then those that only stand in the same section."""
    back = {marker.number: marker.key for marker in reversed(event.markers)}
    own = notes(event.sources, lang, back) if event.sources else tag("p", NO_SOURCE(lang))
    more = tag("h3", OTHERS(lang)) + notes(others, lang, back, weak=True) if others else ""
    return tag("h2", SOURCES(lang)) + own + more


def facts_html(event: EventDetail, view: View) -> str:
    """The values of an event, each with the words that decided it."""
    lang = view.lang
    written = tag("span", escape(AS_WRITTEN(lang, text=event.date_text)), "why") if event.date_text else ""
    told = Value(f"quarter={event.quarter}", quarter(event.quarter, lang))
    venues = _values(event.venues, view, SHOWN_BY)
    if event.is_online:
        venues = _value(Value("place=online", ONLINE(lang), event.online_quotes), view, DECIDED) + venues
    return tag("p", CLICK(lang), "quiet") + definitions(
        [
            (DATE(lang), _value(event.date, view, SHOWN_BY) + written),
            (STATUS(lang), _value(event.status, view, DECIDED, status(event.status_id, event.status.name))),
            (TYPE(lang), _values((event.type,), view, DECIDED)),
            (VENUE(lang), venues or tag("span", NO_VENUE(lang), "quiet")),
            (MENTIONS(lang), _values(event.mentions, view, SHOWN_BY)),
            (TOPICS(lang), _values(event.topics, view, DECIDED)),
            (ACTORS(lang), _values(event.actors, view, SHOWN_BY)),
            (TOLD_IN(lang), _value(told, view, SHOWN_BY)),
        ]
    )


def _values(values: Sequence[Value], view: View, words: Text) -> str:
    """Values as chips, each with the words of the text it hangs on; equal words are not repeated."""
    return "".join(_value(value, view, words) for value in values)


def _value(value: Value, view: View, words: Text, html: str = "") -> str:
    html = chip(value, view.url("events", value.fragment, event=""), view.lang, html)
    said = [quote for quote in value.quotes if quote.casefold() != value.name.casefold()]
    quoted = ", ".join(f"„{escape(quote)}“" if view.lang == "de" else f"“{escape(quote)}”" for quote in said)
    why = tag("span", f"{words(view.lang)}: {quoted}", "why") if said else ""
    return tag("div", html + why, "value")


def _chain(event: EventDetail, view: View) -> str:
    lang = view.lang
    if len(event.tellings) < 2 and not event.outcome:
        return ""
    items = "".join(_telling(telling, telling.event_id == event.event_id, event.reasons, view) for telling in event.tellings)
    outcome = tag("p", escape(OUTCOME(lang, outcome=event.outcome)))
    return tag("h2", CHAIN(lang)) + outcome + tag("ol", items, "tellings")


def _telling(telling: Telling, current: bool, reasons: dict[str, str], view: View) -> str:
    """One telling of a chain: its briefing, its date, what it says of the status, and why it belongs here."""
    lang = view.lang
    title = escape(telling.title)
    language = spoken_by_event(view.everything).get(telling.event_id, "")
    href = view.url("event", event=telling.event_id)
    title = tag("strong", title, lang=language) if current else link(href, title, lang=language)
    facts = " · ".join([escape(quarter(telling.quarter, lang)), status(telling.status_id, telling.status), escape(telling.when)])
    note = f" ({THIS(lang)})" if current else ""
    why = reasons.get(telling.event_id, "")
    joined = tag("div", escape(JOINED(lang, reason=why)), "quiet") if why else ""
    return tag("li", f'{title}{note}<div class="quiet">{facts}</div>{joined}', aria_current="true" if current else "")


def briefing_url(section_id: str, view: View) -> str:
    """The address of a section in the page of its briefing: '2021-q1-s3' is the anchor s3 of the briefing 2021-q1."""
    briefing_id, _, anchor = section_id.rpartition("-")
    return f"{view.url('briefing', briefing=briefing_id, event='')}#{anchor}"
