"""The tellings of chains: what was announced, when it was told of again, and how its date and place changed."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

import pandas as pd

from dashboard.drawing.chain_course import Step, Telling, course
from dashboard.drawing.chain_reason import reasons
from dashboard.drawing.chart_words import labels
from dashboard.drawing.time_axis import quarter_of_events
from dashboard.language import Language, Text, number, quarter
from dashboard.when import in_words
from loaders.tables import Tables

CHANGES = {
    "first": Text(de="zuerst genannt", en="first mentioned"),
    "same": Text(de="gleiches Datum", en="same date"),
    "exact": Text(de="genauer", en="more exact"),
    "vague": Text(de="ungenauer", en="less exact"),
    "wider": Text(de="längere Dauer", en="longer"),
    "moved": Text(de="verschoben", en="moved"),
    "earlier": Text(de="früherer Termin", en="the earlier date"),
}
ONLINE = Text(de="online", en="online")
_INSTEAD = Text(de="statt {place}", en="instead of {place}")
# No-break spaces: the number and its word stay on one line.
_DAY = Text(de="{sign}{days}\N{NO-BREAK SPACE}Tag", en="{sign}{days}\N{NO-BREAK SPACE}day")
_DAYS = Text(de="{sign}{days}\N{NO-BREAK SPACE}Tage", en="{sign}{days}\N{NO-BREAK SPACE}days")


def tellings(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a telling, that is an event of a chain; chains by outcome, then by their first telling, then in time.

    Columns: chain_id, chain, outcome_id, outcome, event_id, quarter, quarter_label, status_id, status, date_start, date_end,
    date_precision, period, change_id, change, shift_days (of a moved date; <NA> otherwise), standing_id (whether this date
    is the chain's last word: current, was moved: replaced, or neither: told), venues (names or 'online'), place_change
    ('instead of …'), reason. See `chain_course.course` for the rules.
    """
    events = tables["events"].assign(quarter=quarter_of_events(tables))
    frame = events[events["chain_id"] != ""].merge(tables["chains"].rename(columns={"title": "chain"}), on="chain_id")
    order = {outcome: position for position, outcome in enumerate(tables["chain_outcomes"]["chain_outcome_id"])}
    frame["outcome_no"] = frame["outcome"].map(order).fillna(len(order))
    frame["first"] = frame.groupby("chain_id")["quarter"].transform("min")
    frame["text_order"] = range(len(frame))
    frame = frame.sort_values(["outcome_no", "first", "chain_id", "quarter", "text_order"], ignore_index=True)
    places = _Places(tables, lang)
    steps = list(_steps(frame, places))
    names, why = labels(tables, "chain_outcomes", lang), reasons(tables, lang)
    periods = zip(frame["date_start"].dt.date, frame["date_end"].dt.date, frame["date_precision"], strict=True)
    changes = [step.change for step in steps]
    return pd.DataFrame(
        {
            "chain_id": frame["chain_id"],
            "chain": frame["chain"],
            "outcome_id": frame["outcome"],
            "outcome": frame["outcome"].map(names).fillna(frame["outcome"]),
            "event_id": frame["event_id"],
            "quarter": frame["quarter"],
            "quarter_label": [quarter(value, lang) for value in frame["quarter"]],
            "status_id": frame["status"],
            "status": frame["status"].map(labels(tables, "statuses", lang)).fillna(frame["status"]),
            "date_start": frame["date_start"],
            "date_end": frame["date_end"],
            "date_precision": frame["date_precision"],
            "period": [in_words(start, end, precision, lang) for start, end, precision in periods],
            "change_id": pd.Series(changes, index=frame.index, dtype=object),
            "change": pd.Series([CHANGES[change](lang) for change in changes], index=frame.index, dtype=object),
            "shift_days": pd.array([step.shift for step in steps], dtype="Int64"),
            "standing_id": pd.Series([step.standing for step in steps], index=frame.index, dtype=object),
            "venues": [places.words(row) for row in frame.itertuples()],
            "place_change": _place_changes(frame, steps, places, lang),
            "reason": [why.get(event_id, "") for event_id in frame["event_id"]],
        }
    )


def shift_in_words(days: int, lang: Language) -> str:
    """'+62 Tage', '−1 Tag'."""
    return (_DAY if abs(days) == 1 else _DAYS)(lang, sign="−" if days < 0 else "+", days=number(abs(days), lang))


_NEAR = 0.3  # degrees


class _Places:
    """The venues of events: their ids, states and names."""

    def __init__(self, tables: Tables, lang: Language) -> None:
        places = tables["places"].set_index("place_id")
        self.lang = lang
        self.names, self.codes, self.kinds = (places[name].to_dict() for name in (f"label_{lang}", "country_code", "kind"))
        self.near = _near(tables["places"], set(tables["event_places"]["place_id"]))
        self.of: dict[str, list[str]] = defaultdict(list)
        venues = tables["event_places"][tables["event_places"]["role"] == "venue"]
        for event_id, place_id in zip(venues["event_id"], venues["place_id"], strict=True):
            self.of[event_id].append(place_id)

    def telling(self, row: Any) -> Telling:
        ids = self.of.get(row.event_id, [])
        return Telling(
            row.date_start,
            row.date_end,
            row.date_precision == "day",
            row.status,
            frozenset(self.near[id_] for id_ in ids if self.kinds[id_] != "country"),
            frozenset(self.codes[id_] for id_ in ids),
            bool(row.is_online),
        )

    def words(self, row: Any) -> str:
        names = [self.names[id_] for id_ in self.of.get(row.event_id, [])]
        return ", ".join([*names, *([ONLINE(self.lang)] if row.is_online else [])])


def _near(places: pd.DataFrame, used: set[str]) -> dict[str, str]:
    """For each place used the first one within some 30 km of it: a city and its old town, or New Delhi and Delhi, are one."""
    found: dict[str, str] = {}
    points: list[tuple[str, float, float]] = []
    for place in places[places["place_id"].isin(used)].itertuples():
        beside = (
            id_ for id_, north, east in points if abs(place.latitude - north) < _NEAR and abs(place.longitude - east) < _NEAR
        )
        found[place.place_id] = next(beside, place.place_id)
        if place.kind == "city":
            points.append((place.place_id, place.latitude, place.longitude))
    return found


def _steps(frame: pd.DataFrame, places: _Places) -> Iterator[Step]:
    for _, chain in groupby(frame.itertuples(), key=attrgetter("chain_id")):
        yield from course([places.telling(row) for row in chain])


def _place_changes(frame: pd.DataFrame, steps: list[Step], places: _Places, lang: Language) -> list[str]:
    rows = list(frame.itertuples())
    first: dict[str, int] = {}
    for number_, row in enumerate(rows):
        first.setdefault(row.chain_id, number_)
    return [
        _INSTEAD(lang, place=places.words(rows[first[row.chain_id] + step.place_from])) if step.place_from >= 0 else ""
        for row, step in zip(rows, steps, strict=True)
    ]
