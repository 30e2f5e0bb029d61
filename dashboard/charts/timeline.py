"""Every event in time, as exact as its text: a symbol for days, a pale band for a month, a quarter or a year."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import density, timeline_marks
from dashboard.drawing.chart_words import EVENT, EVENTS, NO_TOPIC, joined_labels, labels
from dashboard.drawing.style import Look, empty
from dashboard.drawing.time_axis import last_day_told, quarter_of_events
from dashboard.filters.own import ORIGINS, OWN, PREFIX, PROJECT
from dashboard.language import Language, Text, counted, number, quarter
from dashboard.when import in_words
from loaders.tables import Tables

ID = "timeline"
PAGE = "timeline"
ORDER = 10
TITLE = Text(de="Ereignisse im Zeitverlauf", en="Events over time")
HELP = Text(
    de="Jedes Ereignis steht einmal, in der Zeile seines ersten Themas: ein Symbol, wo der Text Tage nennt, sonst ein blasses "
    "Band über den ganzen Monat, das Quartal oder das Jahr. Die Form sagt den Status, die Farbe das Themenfeld; rechts der "
    "Linie „Stand“ liegt nur Angekündigtes.",
    en="Each event stands once, in the row of its first topic: a symbol where the text names days, else a pale band over the "
    "whole month, quarter or year. Shape tells the status, colour the family of topics; right of the line ‘as of’ lies only "
    "what was announced.",
)
MANY = 1500  # marks; above that, counts by month and topic

_SUMMARY = Text(de="{events} {span}: {statuses}; {precision}.", en="{events} {span}: {statuses}; {precision}.")
_WITHIN = Text(de="im {first}", en="in {first}")
_SPAN = Text(de="von {first} bis {last}", en="from {first} to {last}")
_EXACT = Text(de="auf den Tag genau", en="exact to the day")
_VAGUE = Text(de="nur auf Monat, Quartal oder Jahr", en="only to month, quarter or year")
_NONE = Text(de="Keine Ereignisse in dieser Auswahl.", en="No events in this selection.")


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row an event, in time order. Sum rule: the number of rows is the number of events.

    `topic_id` is the event's first topic, whose lane it stands in (`lane`, the place of that topic among all topics, from
    1); `further_topics` names the others. `topic_events` and `family_events` count all events of that topic and of its family,
    those that stand in another lane included. `period` is the date in words, as exact as the text. `told_until` is the last
    day of the last quarter that the briefings of the selection tell of, the same in each row. Only where events of an own
    briefing are among them, `origin` says which.
    """
    events = tables["events"].assign(quarter=quarter_of_events(tables))
    events = events.sort_values(["date_start", "date_end", "event_id"], ignore_index=True)
    links = tables["event_topics"]
    first = links.drop_duplicates("event_id").set_index("event_id")["topic_id"]
    others = links[links.duplicated("event_id")]
    venues = tables["event_places"][tables["event_places"]["role"] == "venue"]
    topic_names = labels(tables, "topics", lang)
    topics = tables["topics"].set_index("topic_id")
    topic = events["event_id"].map(first).fillna("")
    family = topic.map(topics["family_id"]).fillna("")
    lanes = {topic_id: number for number, topic_id in enumerate(topics.index, 1)}
    families = links.assign(family_id=links["topic_id"].map(topics["family_id"])).drop_duplicates(["event_id", "family_id"])
    periods = zip(events["date_start"].dt.date, events["date_end"].dt.date, events["date_precision"], strict=True)
    table = pd.DataFrame(
        {
            "event_id": events["event_id"],
            "date_start": events["date_start"],
            "date_end": events["date_end"],
            "date_precision": events["date_precision"],
            "precision": events["date_precision"].map(labels(tables, "date_precisions", lang)).fillna(events["date_precision"]),
            "period": [in_words(start, end, precision, lang) for start, end, precision in periods],
            "title": events["title"],
            "status_id": events["status"],
            "status": events["status"].map(labels(tables, "statuses", lang)).fillna(events["status"]),
            "type": events["event_type"].map(labels(tables, "event_types", lang)).fillna(events["event_type"]),
            "venues": events["event_id"]
            .map(joined_labels(venues, labels(tables, "places", lang), "place_id"))
            .astype(object)
            .fillna(""),
            "lane": topic.map(lanes).fillna(len(lanes) + 1).astype(int),
            "topic_id": topic,
            "topic": topic.map(topic_names).fillna(NO_TOPIC(lang)),
            "topic_events": _all_of(topic, links["topic_id"]),
            "further_topics": events["event_id"].map(joined_labels(others, topic_names, "topic_id")).astype(object).fillna(""),
            "family_id": family,
            "family": family.map(labels(tables, "topic_families", lang)).fillna(""),
            "family_events": _all_of(family, families["family_id"]),
            "quarter": events["quarter"],
            "quarter_label": [quarter(value, lang) for value in events["quarter"]],
            "told_until": last_day_told(tables),
        }
    )
    own = table["event_id"].str.startswith(PREFIX)
    return table.assign(origin=own.map({True: ORIGINS[OWN](lang), False: ORIGINS[PROJECT](lang)})) if own.any() else table


def _all_of(ids: pd.Series, of_events: pd.Series) -> pd.Series:
    """How many of `of_events` have the id of each row; rows without an id are counted among themselves."""
    return ids.map(of_events.value_counts()).fillna((ids == "").sum()).astype(int)


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """Marks in lanes; above `MANY` events, in the overview, and where the lanes do not fit a screen, counts by month."""
    if rows.empty:
        return empty(look, lang)
    if look.small and not look.height:
        return density.figure(rows, lang, look, "family_id", "family")
    if look.small or len(rows) > MANY:
        return density.figure(rows, lang, look, "topic_id", "topic")
    return timeline_marks.figure(rows, lang, look)


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """How many events, from when to when, by status and by exactness."""
    if rows.empty:
        return _NONE(lang)
    by_status = rows["status"].value_counts()
    exact = int((rows["date_precision"] == "day").sum())
    ends = [in_words(day, day, "month", lang) for day in (rows["date_start"].min().date(), rows["date_end"].max().date())]
    counts = [(exact, _EXACT(lang)), (len(rows) - exact, _VAGUE(lang))]
    held = [(count, words) for count, words in counts if count]
    precisions = [f"{number(count, lang)} {words}" if len(held) > 1 else words for count, words in held]
    return _SUMMARY(
        lang,
        events=counted(len(rows), EVENT, EVENTS, lang),
        span=(_SPAN if ends[0] != ends[1] else _WITHIN)(lang, first=ends[0], last=ends[1]),
        statuses=", ".join(f"{number(count, lang)} {word}" for word, count in by_status.items()),
        precision=", ".join(precisions),
    )
