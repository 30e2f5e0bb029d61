"""Tables for the tests of charts: as many events as wanted, places that crowd each other, quarters with a gap."""

from datetime import date, timedelta
from functools import cache

from loaders.tables import Tables, frame, schema
from loaders.vocabulary import default

TOPICS = ("trade", "institution", "health", "cybersecurity", "transport")
STATUSES = ("occurred", "occurred", "planned", "postponed", "cancelled")
PRECISIONS = ("day", "day", "day", "month", "quarter", "year")
# place_id, German, English, state, latitude, longitude, kind
PLACES = [
    ("dushanbe", "Duschanbe", "Dushanbe", "TJ", 38.54, 68.78, "city"),
    ("tashkent", "Taschkent", "Tashkent", "UZ", 41.26, 69.22, "city"),
    ("samarkand", "Samarkand", "Samarkand", "UZ", 39.65, 66.96, "city"),
    ("bishkek", "Bischkek", "Bishkek", "KG", 42.87, 74.59, "city"),
    ("almaty", "Almaty", "Almaty", "KZ", 43.25, 76.92, "city"),
    ("astana", "Astana", "Astana", "KZ", 51.18, 71.45, "city"),
    ("beijing", "Peking", "Beijing", "CN", 39.91, 116.4, "city"),
    ("moscow", "Moskau", "Moscow", "RU", 55.75, 37.62, "city"),
    ("new-delhi", "Neu-Delhi", "New Delhi", "IN", 28.61, 77.21, "city"),
    ("islamabad", "Islamabad", "Islamabad", "PK", 33.69, 73.06, "city"),
    ("shanghai", "Shanghai", "Shanghai", "CN", 31.22, 121.46, "city"),
    ("chongqing", "Chongqing", "Chongqing", "CN", 29.56, 106.55, "city"),
    ("new-york", "New York", "New York", "US", 40.71, -74.01, "city"),
    ("uzbekistan", "Usbekistan", "Uzbekistan", "UZ", None, None, "country"),
    ("somewhere", "Irgendwo", "Somewhere", "", None, None, "city"),
]
KINDS = ("person", "body", "state")
ACTOR = ("actor_id", "label_de", "label_en", "kind", "is_new")
VOCABULARIES = (
    "topics",
    "topic_families",
    "statuses",
    "event_types",
    "date_precisions",
    "place_roles",
    "actor_kinds",
    "membership_roles",
    "chain_outcomes",
    "organisations",
    "ewtp_hubs",
)


@cache
def chart_tables(count: int, quarters: tuple[str, ...] = ("2021-Q1", "2021-Q2", "2021-Q4", "2022-Q1")) -> Tables:
    """`count` events told in turn in the quarters, of every status, precision, place and topic."""
    events = [_event(number, quarters) for number in range(count)]
    ids = [event["event_id"] for event in events]
    rows = {
        "briefings": [
            {"briefing_id": q.lower(), "quarter": q, "title": q, "language": "de", "file": q, "sha256": q} for q in quarters
        ],
        "events": events,
        "event_topics": [
            {"event_id": id_, "topic_id": TOPICS[(number + more) % len(TOPICS)]}
            for number, id_ in enumerate(ids)
            for more in range(1 + number % 3)
        ],
        "event_places": [
            {"event_id": id_, "place_id": place, "role": role}
            for number, id_ in enumerate(ids)
            for place, role in _places(number)
        ],
        "event_actors": [
            {"event_id": id_, "actor_id": f"a{(number * (1 + more)) % 25}"}
            for number, id_ in enumerate(ids)
            for more in range(number % 3)
        ],
        "actors": [dict(zip(ACTOR, (f"a{n}", f"Akteur {n}", f"Actor {n}", KINDS[n % 3], False), strict=True)) for n in range(25)],
        "places": [
            dict(zip(("place_id", "label_de", "label_en", "country_code", "latitude", "longitude", "kind"), place, strict=True))
            for place in PLACES
        ],
        "chains": [
            {
                "chain_id": f"c{n}",
                "title": f"Gipfel {n}",
                "first_announced": quarters[0].lower(),
                "outcome": outcome,
            }
            for n, outcome in enumerate(("held", "moved", "silent"))
        ],
        "memberships": [
            {
                "organisation_id": "SCO",
                "country_code": "CN",
                "membership_role": "member",
                "valid_from": "2001-06-15",
                "source": "x",
            },
            {
                "organisation_id": "SCO",
                "country_code": "IR",
                "membership_role": "observer",
                "valid_from": "2005-07-05",
                "valid_to": "2023-07-03",
                "source": "x",
            },
            {
                "organisation_id": "SCO",
                "country_code": "IR",
                "membership_role": "member",
                "valid_from": "2023-07-04",
                "source": "x",
            },
            {
                "organisation_id": "SCO",
                "country_code": "TR",
                "membership_role": "partner",
                "valid_from": "2012-06-07",
                "source": "x",
            },
        ],
        "chairmanships": [
            {"organisation_id": "SCO", "country_code": "CN", "valid_from": "2017-06-10", "valid_to": "2018-06-10", "source": "x"},
        ],
        **{name: list(default().rows(name)) for name in VOCABULARIES},
    }
    return Tables({name: frame(name, rows.get(name, [])) for name in schema()}, f"charts-{count}-{len(quarters)}")


def _event(number: int, quarters: tuple[str, ...]) -> dict:
    quarter, precision = quarters[number % len(quarters)], PRECISIONS[number % len(PRECISIONS)]
    start = date(2020, 11, 3) + timedelta(days=(number * 37) % 700)
    ends = {"day": start + timedelta(days=number % 4), "month": _month_end(start), "year": date(start.year, 12, 31)}
    starts = {"month": start.replace(day=1), "year": start.replace(month=1, day=1)}
    if precision == "quarter":
        first = start.replace(month=(start.month - 1) // 3 * 3 + 1, day=1)
        starts["quarter"], ends["quarter"] = first, _month_end(first + timedelta(days=65))
    return {
        "event_id": f"{quarter.lower()}-{number:04d}",
        "briefing_id": quarter.lower(),
        "section_no": 1,
        "is_main": False,
        "title": f"Treffen <{number}> & mehr",
        "passage": "x",
        "date_start": starts.get(precision, start).isoformat(),
        "date_end": ends[precision].isoformat(),
        "date_precision": precision,
        "status": STATUSES[number % len(STATUSES)],
        "event_type": "meeting",
        "is_online": number % 11 == 10,
        "chain_id": f"c{number % 3}" if number % 7 == 0 and number < 63 else "",
    }


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _places(number: int) -> list[tuple[str, str]]:
    """Many in a few capitals, some elsewhere, every seventh without a venue, every eleventh online."""
    if number % 7 == 6 or number % 11 == 10:
        return [("uzbekistan", "mention")] if number % 2 else []
    place = PLACES[number % 3][0] if number % 2 else PLACES[number % len(PLACES)][0]
    further = [("beijing", "venue")] if number % 9 == 0 and place != "beijing" else []
    return [(place, "venue"), *further, *([("somewhere", "mention")] if number % 13 == 0 else [])]
