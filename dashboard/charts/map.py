"""Where events take place: cities, states named without a city, the hubs of the eWTP, and who belongs to the organisation."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import map_layers
from dashboard.drawing.chart_words import countries, labels
from dashboard.drawing.style import Look
from dashboard.language import Language, Text, counted, number
from dashboard.when import in_words, last_day
from loaders.tables import Tables

ID = "map"
PAGE = "map"
ORDER = 10
TITLE = Text(de="Karte der Orte", en="Map of places")
HELP = Text(
    de="Kreise sind Städte, ihre Fläche wächst mit der Zahl der Ereignisse; wo der Text nur einen Staat nennt, ist dieser "
    "schraffiert. Nur Erwähnte zeigt der Knopf rechts über der Karte; was keinen Ort hat oder außerhalb liegt, steht darunter.",
    en="Circles are cities, their area grows with the number of events; where the text names only a state, it is hatched. "
    "The button on the right above the map shows places merely mentioned; what has no place or lies outside is listed below.",
)

KINDS = {
    "city": Text(de="Stadt", en="city"),
    "region": Text(de="Region", en="region"),
    "country": Text(de="Staat", en="state"),
    "online": Text(de="Online", en="online"),
    "none": Text(de="Ohne Austragungsort", en="no venue"),
    "hub": Text(de="eWTP-Hub", en="eWTP hub"),
    "hub-assumed": Text(de="eWTP-Hub, Ort angenommen", en="eWTP hub, place assumed"),
}
ONLINE = Text(de="Online", en="Online")
NO_VENUE = Text(de="Kein Austragungsort genannt", en="No venue named")
_COLUMNS = ["kind_id", "kind", "place_id", "place", "country_code", "country", "latitude", "longitude", "venue_events"]
_COLUMNS += ["mention_events", "since"]
_ONE, _MANY = Text(de="Ort", en="place"), Text(de="Orte", en="places")
_SUMMARY = Text(
    de="{places} mit Ereignissen, am häufigsten {top}; {online} online, {none} ohne genannten Austragungsort.",
    en="{places} with events, most often {top}; {online} online, {none} with no venue named.",
)
_NOWHERE = Text(
    de="Kein Ereignis mit genanntem Austragungsort; {online} online, {none} ohne Ort.",
    en="No event with a venue named; {online} online, {none} without a place.",
)


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a place, then 'online' and 'none', then the hubs and the states that belong to the organisation.

    `kind_id` is city, region, country, online, none, hub, hub-assumed, or a role of membership. `venue_events` and
    `mention_events` count the events that take place or are mentioned there; hubs and members have none. Sum rule: an event
    counts once for each of its venues, under 'online' if it is held online, and under 'none' if neither; so the sum of
    `venue_events` is the number of events, plus one for each further venue.
    """
    frames = [_places(tables, lang), _without_place(tables, lang), _hubs(tables, lang), _members(tables, lang)]
    rows = pd.concat([frame.reindex(columns=_COLUMNS) for frame in frames if len(frame)], ignore_index=True)
    words = rows.select_dtypes(exclude="number").columns
    rows[words] = rows[words].astype(object).fillna("")
    counts = ["venue_events", "mention_events"]
    rows[counts] = rows[counts].fillna(0).astype(int)
    return rows


def _places(tables: Tables, lang: Language) -> pd.DataFrame:
    links = tables["event_places"]
    places = tables["places"][tables["places"]["place_id"].isin(links["place_id"])]
    for role in ("venue", "mention"):
        counts = links.loc[links["role"] == role, "place_id"].value_counts()
        places = places.assign(**{f"{role}_events": places["place_id"].map(counts).fillna(0).astype(int)})
    places = places.sort_values(["venue_events", "mention_events", "place_id"], ascending=[False, False, True])
    kinds = {kind: text(lang) for kind, text in KINDS.items()}
    return places.assign(
        kind_id=places["kind"],
        kind=places["kind"].map(kinds).fillna(places["kind"]),
        place=places[f"label_{lang}"],
        country=countries(places["country_code"], lang),
    )


def _without_place(tables: Tables, lang: Language) -> pd.DataFrame:
    events, links = tables["events"], tables["event_places"]
    has_venue = events["event_id"].isin(links.loc[links["role"] == "venue", "event_id"])
    counts = {"online": int(events["is_online"].sum()), "none": int((~events["is_online"] & ~has_venue).sum())}
    names = {"online": ONLINE(lang), "none": NO_VENUE(lang)}
    return pd.DataFrame(
        [
            {"kind_id": key, "kind": KINDS[key](lang), "place_id": key, "place": names[key], "venue_events": count}
            for key, count in counts.items()
        ]
    )


def _hubs(tables: Tables, lang: Language) -> pd.DataFrame:
    hubs = tables["ewtp_hubs"]
    kinds = hubs["located"].map({"city": "hub"}).fillna("hub-assumed")
    named = hubs[f"city_{lang}"].where((hubs["located"] == "city") & (hubs[f"city_{lang}"] != ""), hubs[f"label_{lang}"])
    return hubs.assign(
        kind_id=kinds,
        kind=kinds.map({kind: text(lang) for kind, text in KINDS.items()}),
        place_id=hubs["hub_id"],
        place=named,
        country=countries(hubs["country_code"], lang),
        since=[
            _agreed(day, precision, lang) for day, precision in zip(hubs["agreed_date"], hubs["agreed_precision"], strict=True)
        ],
    )


def _agreed(value: str, precision: str, lang: Language) -> str:
    if not value:
        return ""
    day = pd.Timestamp(value).date()
    return in_words(day, day, precision or "day", lang)


def _members(tables: Tables, lang: Language) -> pd.DataFrame:
    """Who belonged to the organisation at the end of the last quarter of the briefings shown."""
    members, quarters = tables["memberships"], tables["briefings"]["quarter"]
    if quarters.empty or members.empty:
        return members.head(0)
    end = pd.Timestamp(last_day(max(quarters)))
    valid = members[(members["valid_from"] <= end) & ~(members["valid_to"] < end)].drop_duplicates("country_code", keep="last")
    names = countries(valid["country_code"], lang)
    return valid.assign(
        kind_id=valid["membership_role"],
        kind=valid["membership_role"].map(labels(tables, "membership_roles", lang)),
        place=names,
        country=names,
        since=[in_words(day, day, "day", lang) for day in valid["valid_from"].dt.date],
    )


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The map; it is drawn for an empty selection too, with the states and hubs alone."""
    return map_layers.figure(rows, lang, look)


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """How many events take place where, and how many have no place."""
    venues = rows[rows["kind_id"].isin(["city", "region", "country"]) & (rows["venue_events"] > 0)]
    apart = rows.set_index("kind_id")["venue_events"]
    counts = {key: number(int(apart.get(key, 0)), lang) for key in ("online", "none")}
    if venues.empty:
        return _NOWHERE(lang, **counts)
    top = ", ".join(f"{row.place} ({number(row.venue_events, lang)})" for row in venues.head(3).itertuples())
    return _SUMMARY(lang, places=counted(len(venues), _ONE, _MANY, lang), top=top, **counts)
