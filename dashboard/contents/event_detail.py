"""One event with everything the tables know of it, named in a language and ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.contents.evidence import evidence_of, note_markers, passage_span, quotes, spans, value_names
from dashboard.contents.marked_text import Marker, Span
from dashboard.drawing.chain_reason import reasons
from dashboard.filters.facets import labels
from dashboard.language import Language, day
from dashboard.names import language_name
from dashboard.when import PRECISION, in_words
from loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an event: `fragment` adds it to a selection, `quotes` are the words that decided for it."""

    fragment: str
    name: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A footnote of the event. `printed` is the address as printed where it had to be mended, else ''."""

    number: str
    text: str
    title: str
    publisher: str
    date: str
    url: str
    printed: str
    language: str
    language_code: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an event in a chain, or a line of a list; `precision` is in words."""

    event_id: str
    quarter: str
    title: str
    when: str
    status_id: str
    status: str
    precision: str = ""


@dataclass(frozen=True, slots=True)
class EventDetail:
    """An event. `text`, `spans` and `markers` are its section's; `language` is the language of the briefing."""

    event_id: str
    title: str
    when: str
    date: Value
    precision_id: str
    precision: str
    date_text: str
    status_id: str
    status: Value
    type: Value
    is_online: bool
    online_quotes: tuple[str, ...]
    venues: tuple[Value, ...]
    mentions: tuple[Value, ...]
    topics: tuple[Value, ...]
    actors: tuple[Value, ...]
    sources: tuple[Source, ...]
    tellings: tuple[Telling, ...]
    outcome: str
    reasons: dict[str, str]
    briefing_id: str
    quarter: str
    language: str
    section_id: str
    heading: str
    text: str
    spans: tuple[Span, ...]
    markers: tuple[Marker, ...]


def event_detail(tables: Tables, event_id: str, lang: Language) -> EventDetail:
    """The event `event_id`. Raises KeyError for an id that the tables do not have."""
    event = _row(tables["events"], "event_id", event_id)
    briefing = _row(tables["briefings"], "briefing_id", event["briefing_id"])
    section_id = f"{event['briefing_id']}-s{event['section_no']}"
    section = _row(tables["sections"], "section_id", section_id)
    rows = evidence_of(tables, event_id)
    when = in_words(event["date_start"], event["date_end"], event["date_precision"], lang)
    names = value_names(tables, lang) | {"date": dict.fromkeys(rows["value"], when)}
    found = spans(rows, section_id, section["text"], names, lang)
    passage = passage_span(section["text"], event["passage"])
    outcome, why = _chain(tables, event["chain_id"], lang)
    named = _Named(tables, event_id, rows, lang)
    return EventDetail(
        event_id=event_id,
        title=event["title"],
        when=when,
        date=Value(f"from={event['date_start']:%Y-%m-%d}&to={event['date_end']:%Y-%m-%d}", when),
        precision_id=event["date_precision"],
        precision=PRECISION[event["date_precision"]](lang) if event["date_precision"] in PRECISION else "",
        date_text=event["date_text"],
        status_id=event["status"],
        status=named.value("status", "statuses", event["status"]),
        type=named.value("type", "event_types", event["event_type"]),
        is_online=bool(event["is_online"]),
        online_quotes=quotes(rows, "online"),
        venues=named.places("venue"),
        mentions=named.places("mention"),
        topics=named.linked("topic", "topics", "event_topics"),
        actors=named.linked("actor", "actors", "event_actors"),
        sources=sources_of(tables, event_id, lang),
        tellings=tellings(tables, event["chain_id"], lang),
        outcome=outcome,
        reasons=why,
        briefing_id=event["briefing_id"],
        quarter=briefing["quarter"],
        language=briefing["language"],
        section_id=section_id,
        heading=section["heading"],
        text=section["text"],
        spans=(*([passage] if passage else []), *found),
        markers=tuple(note_markers(tables, section_id, lang)),
    )


def sources_of(tables: Tables, event_id: str, lang: Language) -> tuple[Source, ...]:
    """The sources of one event, by the number of their footnote."""
    links = tables["event_sources"]
    ids = links.loc[links["event_id"] == event_id, "source_id"]
    return named_sources(tables["sources"][tables["sources"]["source_id"].isin(ids)], lang)


def named_sources(rows: pd.DataFrame, lang: Language) -> tuple[Source, ...]:
    """Rows of the table `sources` as they are shown, by the number of their footnote."""
    return tuple(
        Source(
            number=row.number,
            text=row.text,
            title=row.title or row.text,
            publisher=row.publisher,
            date="" if pd.isna(row.date) else day(row.date, lang),
            url=row.url,
            printed=row.url_printed if row.url_printed != row.url else "",
            language=language_name(row.language, lang) if row.language else "",
            language_code=row.language,
        )
        for row in sorted(rows.itertuples(), key=lambda row: (len(row.number), row.number))
    )


def tellings(tables: Tables, chain_id: str, lang: Language) -> tuple[Telling, ...]:
    """All tellings of one chain, in the order of their briefings; none where `chain_id` is ''."""
    if not chain_id:
        return ()
    events = tables["events"]
    return listed(tables, events[events["chain_id"] == chain_id], lang)


def listed(tables: Tables, events: pd.DataFrame, lang: Language) -> tuple[Telling, ...]:
    """Rows of the table `events` as lines of a list, in the order of their briefings and dates."""
    quarters = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
    statuses = labels(tables, "statuses", lang)
    return tuple(
        Telling(
            row.event_id,
            quarters.get(row.briefing_id, ""),
            row.title,
            in_words(row.date_start, row.date_end, row.date_precision, lang),
            row.status,
            statuses.get(row.status, row.status),
            PRECISION[row.date_precision](lang) if row.date_precision in PRECISION else "",
        )
        for row in events.sort_values(["briefing_id", "date_start", "event_id"], kind="stable").itertuples()
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """Makes the values of one event."""

    tables: Tables
    event_id: str
    evidence: pd.DataFrame
    lang: Language

    def value(self, key: str, table: str, id_: str) -> Value:
        name = labels(self.tables, table, self.lang).get(id_, id_)
        return Value(f"{key}={id_}", name, quotes(self.evidence, key, id_))

    def linked(self, key: str, table: str, link: str) -> tuple[Value, ...]:
        rows = self.tables[link]
        return self._values(key, table, rows.loc[rows["event_id"] == self.event_id, f"{key}_id"])

    def places(self, role: str) -> tuple[Value, ...]:
        rows = self.tables["event_places"]
        return self._values("place", "places", rows.loc[(rows["event_id"] == self.event_id) & (rows["role"] == role), "place_id"])

    def _values(self, key: str, table: str, ids: Iterable[str]) -> tuple[Value, ...]:
        return tuple(self.value(key, table, id_) for id_ in dict.fromkeys(ids))


def _row(frame: pd.DataFrame, key: str, id_: str) -> pd.Series:
    found = frame[frame[key] == id_]
    if found.empty:
        raise KeyError(f"{key} {id_!r} is not in the tables")
    return found.iloc[0]


def _chain(tables: Tables, chain_id: str, lang: Language) -> tuple[str, dict[str, str]]:
    """Outcome of a chain in words, and why each telling belongs to it; nothing for an event outside of all chains."""
    chain = tables["chains"][tables["chains"]["chain_id"] == chain_id]
    if chain.empty:
        return "", {}
    outcome = chain["outcome"].iloc[0]
    return labels(tables, "chain_outcomes", lang).get(outcome, outcome), reasons(tables, lang)
