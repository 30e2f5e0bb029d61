"""A telling: one event of one briefing with all that its identity can rest on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from loaders.chains.series import Series, all_series
from loaders.chains.words import stems_of_places
from loaders.vocabulary import Vocabulary

RowsOf = Mapping[str, Iterable[Mapping[str, object]]]
ANNOUNCED = frozenset({"planned", "postponed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as far as chains need it; sets hold ids, codes or stems.

    `series` is None where its words name none; `is_own` tells that they do, and not its section for them. `bodies` are the
    other organisations taking part, `ordinal` the number of the session (0 not told), `names` proper names by their plain
    form, `text` the plain words to look names up in, `words` its telling words by their stem. `continues` is the event of
    the same sentence whose new date this one is.
    """

    event_id: str
    briefing_id: str
    quarter: str
    start: date
    end: date
    precision: str
    status: str
    event_type: str
    is_main: bool
    title: str
    cities: frozenset[str]  # venues smaller than a country
    countries: frozenset[str]  # of all venues
    concerned: frozenset[str]  # countries named or acting
    places: frozenset[str]  # places smaller than a country, named or venue
    persons: frozenset[str]
    actors: frozenset[str]
    topics: frozenset[str]
    series: Series | None
    is_own: bool
    bodies: frozenset[str]
    ordinal: int
    names: Mapping[str, str]
    text: str
    words: Mapping[str, str]
    continues: str

    @property
    def is_exact(self) -> bool:
        return self.precision == "day"

    @property
    def is_announced(self) -> bool:
        return self.status in ANNOUNCED

    @property
    def key(self) -> frozenset[str]:
        """Whom its series tells events apart by."""
        by = self.series.keyed_by if self.series else ""
        return {"country": self.concerned, "person": self.persons, "place": self.places}.get(by, frozenset())


def tellings(rows: RowsOf, vocabulary: Vocabulary) -> list[Telling]:
    """All events of the rows, in their order. `rows` holds the tables and `chain_clues` (`clues.clue_rows`).

    `places` and `actors` are the whole dimensions, not only what the briefings add to them.
    """
    known = all_series(vocabulary)
    quarters = {row["briefing_id"]: str(row["quarter"]) for row in rows["briefings"]}
    clues = {row["event_id"]: row for row in rows["chain_clues"]}
    about = _places(rows)
    _add_actors(about, rows)
    for row in rows["event_topics"]:
        about[str(row["event_id"])]["topics"].add(str(row["topic_id"]))
    return [
        _telling(row, quarters[row["briefing_id"]], about[str(row["event_id"])], clues[row["event_id"]], known)
        for row in rows["events"]
    ]


def _telling(
    row: Mapping[str, object],
    quarter: str,
    about: Mapping[str, set[str]],
    clue: Mapping[str, object],
    known: Mapping[str, Series],
) -> Telling:
    words = cast(Mapping[str, str], clue["words"])
    sets = {name: frozenset(about[name]) for name in _SETS}
    return Telling(
        event_id=str(row["event_id"]),
        briefing_id=str(row["briefing_id"]),
        quarter=quarter,
        start=date.fromisoformat(str(row["date_start"])),
        end=date.fromisoformat(str(row["date_end"])),
        precision=str(row["date_precision"]),
        status=str(row["status"]),
        event_type=str(row["event_type"]),
        is_main=row["is_main"] in (True, "1"),
        title=str(row["title"]),
        series=known.get(str(clue["series_id"])),
        is_own=bool(clue["is_own"]),
        bodies=frozenset(cast(Iterable[str], clue["bodies"])),
        ordinal=cast(int, clue["ordinal"]),
        names=cast(Mapping[str, str], clue["names"]),
        text=str(clue["text"]),
        words={stem: word for stem, word in words.items() if stem not in about["place words"]},
        continues=str(clue["continues"]),
        **sets,
    )


_SETS = ("cities", "countries", "concerned", "places", "persons", "actors", "topics")
_About = dict[str, defaultdict[str, set[str]]]


def _places(rows: RowsOf) -> _About:
    known = {row["place_id"]: row for row in rows["places"]}
    found: _About = defaultdict(lambda: defaultdict(set))
    for row in rows["event_places"]:
        event, place_id = found[str(row["event_id"])], str(row["place_id"])
        place = known.get(place_id, {})
        code, is_country = str(place.get("country_code", "")), place.get("kind") == "country"
        event["place words"] |= stems_of_places((language, str(place.get(f"label_{language}", ""))) for language in ("de", "en"))
        event["concerned" if is_country else "places"].add(code if is_country else place_id)
        if row["role"] == "venue":
            event["countries"] |= {code} - {""}
            event["cities"] |= set() if is_country else {place_id}
    return found


def _add_actors(about: _About, rows: RowsOf) -> None:
    known = {row["actor_id"]: row for row in rows["actors"]}
    for row in rows["event_actors"]:
        event, actor_id = about[str(row["event_id"])], str(row["actor_id"])
        actor = known.get(actor_id, {})
        event["actors"].add(actor_id)
        if actor.get("kind") == "person":
            event["persons"].add(actor_id)
        elif actor.get("kind") == "state":
            event["concerned"].add(str(actor.get("country_code", "")))
