"""What an event has several of, in one cell: topics, places, actors and sources of an event as ids and as names."""

from dataclasses import dataclass

import pandas as pd

from dashboard.language import LANGUAGES, Language, Text
from loaders.tables import Tables
from loaders.vocabulary import Row

SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Joined:
    """Several things of an event: `link` joins events to them, `key` names one; `role` keeps to places of one role."""

    name: str
    head: Text
    link: str
    key: str
    register: str
    role: str = ""


JOINED = (
    Joined("topic", Text(de="Themen", en="Topics"), "event_topics", "topic_id", "topics"),
    Joined("venue", Text(de="Austragungsorte", en="Venues"), "event_places", "place_id", "places", "venue"),
    Joined("mention", Text(de="Erwähnte Orte", en="Places mentioned"), "event_places", "place_id", "places", "mention"),
    Joined("actor", Text(de="Akteure", en="Actors"), "event_actors", "actor_id", "actors"),
    Joined("source", Text(de="Quellen", en="Sources"), "event_sources", "source_id", "sources"),
)
_IDS = Text(de="{what} (Kennungen)", en="{what} (ids)")
_IDS_OF = Text(
    de="Alle Kennungen des Ereignisses aus {link}, getrennt durch „; “; einzeln stehen sie in dieser Tabelle",
    en="All ids of the event from {link}, separated by ‘; ’; that table has them one a row",
)
_LABELS = Text(de="{what} (Bezeichnungen)", en="{what} (names)")
_LABELS_OF = Text(
    de="Die Bezeichnungen zu {ids} in der Sprache der Datei und in derselben Reihenfolge; ein Semikolon darin steht als Komma",
    en="The names of {ids} in the language of the file and in the same order; a semicolon within one is written as a comma",
)


def joined_columns() -> list[Row]:
    """The columns described as in `columns.csv`: for each kind its ids, then its names."""
    rows = []
    for one in JOINED:
        ids, names = f"{one.name}_ids", f"{one.name}_labels"
        rows.append(_row(ids, one, _IDS, _IDS_OF))
        rows.append(_row(names, one, _LABELS, _LABELS_OF))
    return rows


def joined_cells(tables: Tables, lang: Language) -> dict[str, list[str]]:
    """Column -> one cell for each row of `events`, in its order; an event that has none of a kind has ''."""
    cells: dict[str, list[str]] = {}
    event_ids = tables["events"]["event_id"]
    for one in JOINED:
        links = tables[one.link]
        links = links[links["role"] == one.role] if one.role else links
        of_event = links.groupby("event_id")[one.key].agg(lambda ids: list(dict.fromkeys(ids))).to_dict()
        names = _names(tables[one.register], one.key, lang)
        cells[f"{one.name}_ids"] = [SEPARATOR.join(of_event.get(id_, ())) for id_ in event_ids]
        cells[f"{one.name}_labels"] = [SEPARATOR.join(names.get(key, "") for key in of_event.get(id_, ())) for id_ in event_ids]
    return cells


def _names(register: pd.DataFrame, key: str, lang: Language) -> dict[str, str]:
    """Names by id; a source without a title is named by its note, as everywhere."""
    named = (
        register["title"].where(register["title"] != "", register["text"]) if key == "source_id" else register[f"label_{lang}"]
    )
    return {id_: name.replace(";", ",") for id_, name in zip(register[key], named, strict=True)}


def _row(name: str, one: Joined, head: Text, description: Text) -> Row:
    words = {f"label_{lang}": head(lang, what=one.head(lang)) for lang in LANGUAGES}
    more = {f"description_{lang}": description(lang, link=one.link, ids=f"{one.name}_ids") for lang in LANGUAGES}
    return {"table": "events", "column": name, "type": "text", "required": "0", "refers_to": "", **words, **more}
