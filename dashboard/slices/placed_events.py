"""Events by place for maps: one row a pair of event and place, nothing left out. Knows no Streamlit."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from dashboard.exports import ExportContext
from dashboard.filters.facets import FACETS, NOWHERE, ONLINE, country
from dashboard.slices.labelled import Value, columns, labelled, records
from loaders.tables import Tables, schema
from loaders.vocabulary import Row

# The columns of a pair: of the place, of the link, of the event. Types as in `columns.csv`.
_OF_PLACE = ("place_id", "place_label", "country_code", "country", "kind", "latitude", "longitude")
_OF_EVENT = (
    "event_id", "title", "date_start", "date_end", "date_precision", "status", "status_label", "event_type", "event_type_label",
    "link",
)  # fmt: skip
PLACE_COLUMNS, EVENT_COLUMNS = _OF_PLACE, ("role", *_OF_EVENT)


def placed_events(tables: Tables, context: ExportContext) -> list[dict[str, Value]]:
    """One record a pair of event and place of a closed slice, places in the order of their ids, events by date.

    An online event also stands at the place 'online', one without any place at 'none': both without position, so that every
    event is there. The columns are those of `pair_columns`.
    """
    lang = context.lang
    events = records(labelled("events", tables, lang, context.base), columns("events"))
    told = {event["event_id"]: {name: event[name] for name in _OF_EVENT} for event in events}
    order = {id_: number for number, id_ in enumerate(sorted(told, key=lambda id_: _when(told[id_])))}
    places = {row["place_id"]: _place(row, context) for row in records(tables["places"], schema()["places"])}
    pairs = []
    for place_id, event_id, role in _pairs(tables):
        place = places.get(place_id) or _no_place(place_id, tables, context)
        pairs.append({**place, "role": role or None, **told[event_id]})
    return sorted(
        pairs, key=lambda pair: (pair["latitude"] is None, str(pair["place_id"]), order[pair["event_id"]], str(pair["role"]))
    )


def pair_columns() -> tuple[Row, ...]:
    """The columns of a pair, described as in `columns.csv`."""
    known: dict[str, Row] = {}
    for table in ("event_places", "places", "events"):
        for column in columns(table):
            known.setdefault(column["column"], column)
    country_ = {**known["country_code"], "column": "country", "type": "text"}
    return tuple({"country": country_, **known}[name] for name in (*PLACE_COLUMNS, *EVENT_COLUMNS))


def _pairs(tables: Tables) -> list[tuple[str, str, str]]:
    links, events = tables["event_places"], tables["events"]
    pairs = [(str(row.place_id), str(row.event_id), str(row.role)) for row in links.itertuples()]
    online = list(events.loc[events["is_online"], "event_id"])
    nowhere = set(events["event_id"]) - set(links["event_id"]) - set(online)
    return [*pairs, *((ONLINE, id_, "venue") for id_ in online), *((NOWHERE, id_, "") for id_ in sorted(nowhere))]


def _place(row: Mapping[str, Value], context: ExportContext) -> dict[str, Value]:
    code = row["country_code"]
    named = {**row, "place_label": row[f"label_{context.lang}"], "country": country(str(code), context.lang) if code else None}
    # Half a position is none.
    if row["latitude"] is None or row["longitude"] is None:
        named |= {"latitude": None, "longitude": None}
    return {name: named[name] for name in _OF_PLACE}


def _no_place(place_id: str, tables: Tables, context: ExportContext) -> dict[str, Value]:
    label = FACETS["place"].name(tables, place_id, context.lang)
    return {**dict.fromkeys(_OF_PLACE), "place_id": place_id, "place_label": label}


def _when(event: Mapping[str, Value]) -> tuple[date, str]:
    start = event["date_start"]
    return (start if isinstance(start, date) else date.min), str(event["event_id"])


def frame_of(pairs: list[dict[str, Value]]) -> pd.DataFrame:
    """The pairs as a frame of plain values, with all columns even where there is no pair."""
    return pd.DataFrame(pairs, columns=[*PLACE_COLUMNS, *EVENT_COLUMNS], dtype=object)
