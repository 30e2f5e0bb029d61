"""GeoJSON (RFC 7946): the places of the slice, each with its events."""

import json
from itertools import groupby

from dashboard.exports import ExportContext
from dashboard.language import Text
from dashboard.slices.labelled import Value
from dashboard.slices.placed_events import EVENT_COLUMNS, PLACE_COLUMNS, placed_events
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables

ID = "geojson"
ORDER = 80
TITLE = Text(de="GeoJSON", en="GeoJSON")
HELP = Text(
    de="Die Orte mit ihren Ereignissen für Karten; was keine Lage hat (online, ohne Ort), steht ohne Punkt dabei.",
    en="The places with their events, for maps; what has no position (online, no place) is listed without a point.",
)
NAME = "places"
SUFFIX = "geojson"
MIME = "application/geo+json"


def build(tables: Tables, context: ExportContext) -> bytes:
    """A FeatureCollection, WGS 84, longitude before latitude; one Feature a place, `events` a list in its properties."""
    pairs = placed_events(closed(context.everything, tables), context)
    features = [_feature(list(group)) for _, group in groupby(pairs, key=lambda pair: pair["place_id"])]
    document = {
        "type": "FeatureCollection",
        # Members of our own beside the standard's are allowed (RFC 7946, 6.1).
        "title": context.product,
        "filter": context.sentence,
        "link": context.link,
        "data_version": context.version,
        "citation": context.citation,
        "features": features,
    }
    return (json.dumps(document, ensure_ascii=False, default=str) + "\n").encode()


def _feature(pairs: list[dict[str, Value]]) -> dict[str, object]:
    place = pairs[0]
    has_position = place["latitude"] is not None
    point = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
    about = {name: place[name] for name in PLACE_COLUMNS if name not in ("latitude", "longitude")}
    events = [{name: pair[name] for name in EVENT_COLUMNS} for pair in pairs]
    count = len({event["event_id"] for event in events})
    return {
        "type": "Feature",
        "id": place["place_id"],
        "geometry": point if has_position else None,
        "properties": {**about, "count": count, "events": events},
    }
