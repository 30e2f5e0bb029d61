"""iCalendar (RFC 5545, RFC 7986): the planned events that have a day, as all-day entries; the others listed in words."""

from collections import defaultdict
from datetime import UTC, timedelta
from typing import Any

from icalendar import Calendar, Event, vText

from dashboard.contents.event_table import ONLINE
from dashboard.exports import ExportContext
from dashboard.filters.facets import labels
from dashboard.language import Text, quarter
from dashboard.slices.planned import Entry, Planned, planned
from dashboard.when import in_words
from loaders.tables import Tables

ID = "ics"
ORDER = 100
TITLE = Text(de="Kalender (iCalendar)", en="Calendar (iCalendar)")
HELP = Text(
    de="Angekündigte Ereignisse mit genauem Tag, zum Öffnen oder Abonnieren; spätere Briefings verschieben die Einträge.",
    en="Announced events with an exact day, to open or to subscribe to; later briefings move the entries.",
)
NAME = "planned"
SUFFIX = "ics"
MIME = "text/calendar; charset=utf-8"

_DOMAIN = "sco-activity"
_TITLE = Text(de="{product}: angekündigte Ereignisse", en="{product}: announced events")
_WITHOUT_DAY = Text(de="Ohne genauen Tag, darum nicht eingetragen:", en="Without an exact day and therefore not entered:")
_STATUS = Text(de="Status: {status} (Briefing {quarter})", en="Status: {status} (briefing {quarter})")
_OUTCOME = Text(de="Ausgang der Ankündigung: {outcome}", en="Outcome of the announcement: {outcome}")
_OFF = Text(de="Dieser Tag gilt nicht mehr.", en="This day no longer holds.")


def build(tables: Tables, context: ExportContext) -> bytes:
    """A calendar that can be subscribed to: an entry keeps its UID for as long as the event is told of."""
    found = planned(context.everything, tables)
    words = _Words(context)
    calendar = Calendar()
    calendar.add("prodid", f"-//{context.product}//{context.dashboard_version}//{context.lang.upper()}")
    calendar.add("version", "2.0")
    name, about = _TITLE(context.lang, product=context.product), _about(found, context)
    for key, value in (("name", name), ("x-wr-calname", name), ("description", about), ("x-wr-caldesc", about)):
        calendar.add(key, vText(value), parameters={"LANGUAGE": context.lang})
    calendar.add("url", context.link, parameters={"VALUE": "URI"})
    calendar.add("source", context.slice_link(SUFFIX), parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for entry in found.entries:
        calendar.add_component(_event(entry, words, context))
    return bytes(calendar.to_ical())


def without_day(row: Any, context: ExportContext) -> str:
    """A planned event that has no day, in words: its period as the text gives it, and its title."""
    return f"{in_words(row.date_start, row.date_end, row.date_precision, context.lang)}: {row.title}"


class _Words:
    """Names of what events refer to, looked up once."""

    def __init__(self, context: ExportContext) -> None:
        tables, lang = context.everything, context.lang
        self.statuses, self.outcomes = labels(tables, "statuses", lang), labels(tables, "chain_outcomes", lang)
        self.places, self.topics = labels(tables, "places", lang), labels(tables, "topics", lang)
        self.quarters = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
        self.languages = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["language"], strict=True))
        self.outcome_of = dict(zip(tables["chains"]["chain_id"], tables["chains"]["outcome"], strict=True))
        positions = tables["places"].dropna(subset=["latitude", "longitude"])
        self.positions = {row.place_id: (float(row.latitude), float(row.longitude)) for row in positions.itertuples()}
        self.venues_of, self.topics_of = defaultdict(list), defaultdict(list)
        for row in tables["event_places"].itertuples():
            if row.role == "venue":
                self.venues_of[row.event_id].append(row.place_id)
        for row in tables["event_topics"].itertuples():
            self.topics_of[row.event_id].append(row.topic_id)


def _event(entry: Entry, words: _Words, context: ExportContext) -> Event:
    row, dated = entry.last, entry.dated
    status = words.statuses.get(row.status, row.status)
    event = Event()
    event.add("uid", f"{entry.uid}@{_DOMAIN}")
    event.add("dtstamp", context.made_at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", dated.date_start.date())
    event.add("dtend", dated.date_end.date() + timedelta(days=1))  # exclusive (RFC 5545, 3.6.1)
    title = f"{row.title} ({status})" if row.status in ("postponed", "cancelled") else row.title
    event.add("summary", title, parameters={"LANGUAGE": words.languages.get(row.briefing_id) or context.lang})
    event.add("description", _description(entry, status, words, context), parameters={"LANGUAGE": context.lang})
    event.add("status", entry.state)
    event.add("sequence", entry.revision)
    event.add("transp", "TRANSPARENT")
    if address := context.event_link(row.event_id):
        event.add("url", address, parameters={"VALUE": "URI"})
    _place(event, row, words, context)
    topics = [words.topics.get(id_, id_) for id_ in words.topics_of[row.event_id]]
    if topics:
        event.add("categories", topics)
    return event


def _place(event: Event, row: Any, words: _Words, context: ExportContext) -> None:
    venues = words.venues_of[row.event_id]
    names = [*(words.places.get(id_, id_) for id_ in venues), *([ONLINE(context.lang)] if row.is_online else [])]
    if names:
        event.add("location", ", ".join(names), parameters={"LANGUAGE": context.lang})
    if len(venues) == 1 and venues[0] in words.positions:
        event.add("geo", words.positions[venues[0]])


def _description(entry: Entry, status: str, words: _Words, context: ExportContext) -> str:
    lang, row = context.lang, entry.last
    told = quarter(words.quarters.get(row.briefing_id, ""), lang)
    outcome = words.outcomes.get(words.outcome_of.get(row.chain_id, ""), "")
    lines = [
        in_words(entry.dated.date_start, entry.dated.date_end, entry.dated.date_precision, lang),
        _STATUS(lang, status=status, quarter=told),
        _OUTCOME(lang, outcome=outcome) if outcome else "",
        _OFF(lang) if entry.state == "CANCELLED" else "",
        row.passage,
        context.event_link(row.event_id),
    ]
    return "\n".join(line for line in lines if line)


def _about(found: Planned, context: ExportContext) -> str:
    lines = [context.sentence]
    if found.vague:
        lines += [_WITHOUT_DAY(context.lang), *(f"- {without_day(row, context)}" for row in found.vague)]
    return "\n".join(lines)
