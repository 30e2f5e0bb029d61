"""The events as a table for people: one row an event, everything named, dates in words."""

from collections.abc import Callable

import pandas as pd
from pandas.io.formats.style import Styler

from dashboard.filters.facets import labels
from dashboard.filters.own import ORIGINS, OWN, is_own
from dashboard.language import Language, Text, quarter
from dashboard.when import in_words, quarter_of
from loaders.tables import Tables

# The word always stands beside the sign: no status by form alone, none by colour.
STATUS_SIGNS = {"occurred": "●", "planned": "○", "postponed": "▷", "cancelled": "✕"}
ONLINE = Text(de="online", en="online")
HEADS = {
    "start": Text(de="Beginn", en="Start"),
    "title": Text(de="Ereignis", en="Event"),
    "when": Text(de="Datum", en="Date"),
    "type": Text(de="Art", en="Type"),
    "status": Text(de="Status", en="Status"),
    "venues": Text(de="Austragungsort", en="Venue"),
    "mentions": Text(de="Erwähnte Orte", en="Places mentioned"),
    "topics": Text(de="Themen", en="Topics"),
    "actors": Text(de="Akteure", en="Actors"),
    "quarter": Text(de="Briefing", en="Briefing"),
}
_STARTS: dict[str, Callable[[pd.Timestamp], str]] = {
    "day": lambda start: f"{start:%Y-%m-%d}",
    "month": lambda start: f"{start:%Y-%m}",
    "quarter": lambda start: quarter_of(start),
    "year": lambda start: f"{start:%Y}",
}
_LISTS = ("venues", "mentions", "topics", "actors")


def event_table(tables: Tables, lang: Language, newest_first: bool = True) -> pd.DataFrame:
    """The events by date. Index: event_id. Columns: those of `HEADS` and briefing_id, status_id, section_no, precision,
    origin ('' for the project's own rows).

    `start` is a date; `venues`, `mentions`, `topics` and `actors` are lists of names (an online event has 'online' as
    venue), `quarter` is written as the language does. Events of one day keep the order of their briefing.
    """
    events = tables["events"].set_index("event_id")
    order = events.sort_values(["date_start", "date_end"], ascending=not newest_first, kind="stable").index
    quarters = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
    types, statuses = labels(tables, "event_types", lang), labels(tables, "statuses", lang)
    places = tables["event_places"]
    table = pd.DataFrame(
        {
            "start": events["date_start"],
            "when": _when(events, lang),
            "title": events["title"],
            "type": [types.get(id_, id_) for id_ in events["event_type"]],
            "status": [status_word(id_, statuses) for id_ in events["status"]],
            "venues": _names(events.index, places[places["role"] == "venue"], "place_id", labels(tables, "places", lang)),
            "mentions": _names(events.index, places[places["role"] == "mention"], "place_id", labels(tables, "places", lang)),
            "topics": _names(events.index, tables["event_topics"], "topic_id", labels(tables, "topics", lang)),
            "actors": _names(events.index, tables["event_actors"], "actor_id", labels(tables, "actors", lang)),
            "quarter": [quarter(quarters.get(id_, ""), lang) for id_ in events["briefing_id"]],
            "briefing_id": events["briefing_id"],
            "status_id": events["status"],
            "section_no": events["section_no"],
            "precision": events["date_precision"],
            "origin": [ORIGINS[OWN](lang) if is_own(id_) else "" for id_ in events.index],
        },
        index=events.index,
    )
    online = events["is_online"]
    table.loc[online, "venues"] = pd.Series(
        [[*names, ONLINE(lang)] for names in table.loc[online, "venues"]], events.index[online]
    )
    return table.loc[order]


def exact_start(table: pd.DataFrame, columns: list[str]) -> Styler:
    """Those columns of `event_table`, `start` shown as exact as the text is: '2021-09-16', '2021-09', '2021-Q3' or '2021'.

    The cells stay dates, so that a sort by them is one by time.
    """
    styler = table[columns].style
    for precision, rows in table.groupby("precision"):
        write = _STARTS.get(str(precision), _STARTS["day"])
        styler = styler.format(write, subset=pd.IndexSlice[rows.index, ["start"]])
    return styler


def status_word(status_id: str, statuses: dict[str, str]) -> str:
    """Sign and word of a status: '○ geplant'."""
    return f"{STATUS_SIGNS.get(status_id, '?')} {statuses.get(status_id, status_id)}"


def flat(table: pd.DataFrame, lang: Language) -> pd.DataFrame:
    """The table with its lists joined by '; ' and its columns headed in the language: as it is read aloud or printed."""
    joined = table[list(HEADS)].assign(**{name: table[name].map("; ".join) for name in _LISTS})
    return joined.rename(columns={name: head(lang) for name, head in HEADS.items()})


def _when(events: pd.DataFrame, lang: Language) -> list[str]:
    periods = zip(events["date_start"], events["date_end"], events["date_precision"], strict=True)
    return [in_words(start, end, precision, lang) for start, end, precision in periods]


def _names(event_ids: pd.Index, links: pd.DataFrame, column: str, names: dict[str, str]) -> list[list[str]]:
    of_event = links.groupby("event_id")[column].agg(list).to_dict()
    return [[names.get(id_, id_) for id_ in dict.fromkeys(of_event.get(event_id, []))] for event_id in event_ids]
