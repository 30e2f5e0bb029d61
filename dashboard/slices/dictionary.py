"""The data dictionary: every table and column in words, with the quality that was measured against the annotation."""

from functools import cache
from pathlib import Path

import pandas as pd

from dashboard.language import Language, Text
from dashboard.slices.labelled import columns
from loaders.tables import FOLDER, schema

QUALITY_FILE = FOLDER.parent / "quality.csv"
QUALITY_COLUMNS = ["measure", "column", "precision", "recall", "f1", "n", "f1_unread"]
TABLES = {
    "briefings": Text(de="Die gelesenen Quartalsberichte, einer je Zeile", en="The quarterly briefings read, one a row"),
    "sections": Text(de="Ihre Abschnitte mit vollem Wortlaut", en="Their sections with the full wording"),
    "footnote_marks": Text(de="Wo im Wortlaut welche Fußnote steht", en="Where in the wording which footnote stands"),
    "events": Text(
        de="Die Ereignisse: was ein Text zu einer Zeit geschehen lässt", en="The events: what a text states to happen at a time"
    ),
    "event_places": Text(de="Austragungsorte und Erwähnungen der Ereignisse", en="Venues and mentions of the events"),
    "event_topics": Text(de="Themen der Ereignisse", en="Topics of the events"),
    "event_actors": Text(de="Akteure der Ereignisse", en="Actors of the events"),
    "event_sources": Text(de="Fußnoten, die ein Ereignis belegen", en="Footnotes that support an event"),
    "evidence": Text(de="Die Worte, an denen jeder Wert hängt", en="The words that each value hangs on"),
    "sources": Text(
        de="Die Fußnoten als Quellen, Adresse gedruckt und berichtigt",
        en="The footnotes as sources, address as printed and mended",
    ),
    "chains": Text(de="Dasselbe Ereignis über mehrere Quartale", en="The same event across quarters"),
    "chain_links": Text(de="Warum eine Nennung zu ihrer Kette gehört", en="Why a mention belongs to its chain"),
    "problems": Text(de="Was beim Lesen unklar blieb oder fehlerhaft war", en="What stayed unclear or was faulty in reading"),
    "places": Text(de="Orte mit Namen und Koordinaten", en="Places with names and coordinates"),
    "topics": Text(de="Die Themen und ihr Umfang", en="The topics and their scope"),
    "topic_families": Text(de="Die Themenfelder", en="The families of topics"),
    "actors": Text(de="Personen, Gremien, Organisationen und Staaten", en="Persons, bodies, organisations and states"),
    "organisations": Text(de="Die Organisation, über die berichtet wird", en="The organisation reported on"),
    "memberships": Text(
        de="Mitglieder, Beobachter und Partner mit Geltungszeit", en="Members, observers and partners with their time"
    ),
    "chairmanships": Text(de="Vorsitze mit Geltungszeit", en="Chairmanships with their time"),
    "ewtp_hubs": Text(de="Knotenpunkte der eWorld Trade Platform", en="Hubs of the eWorld Trade Platform"),
    "event_types": Text(de="Arten von Ereignissen", en="Types of events"),
    "statuses": Text(de="Status eines Ereignisses", en="Statuses of an event"),
    "date_precisions": Text(de="Genauigkeiten eines Datums", en="Precisions of a date"),
    "place_roles": Text(de="Rollen eines Ortes", en="Roles of a place"),
    "actor_kinds": Text(de="Arten von Akteuren", en="Kinds of actors"),
    "membership_roles": Text(de="Stellungen in der Organisation", en="Roles in the organisation"),
    "event_series": Text(de="Wiederkehrende Ereignisse", en="Recurring events"),
    "chain_outcomes": Text(de="Ausgänge einer Ankündigung", en="Outcomes of an announcement"),
    "problem_codes": Text(de="Arten von Problemen beim Lesen", en="Kinds of problems in reading"),
}
_HEADS = {
    "table": Text(de="Tabelle", en="Table"),
    "column": Text(de="Spalte", en="Column"),
    "label": Text(de="Bezeichnung", en="Label"),
    "type": Text(de="Typ", en="Type"),
    "required": Text(de="Pflicht", en="Required"),
    "refers_to": Text(de="verweist auf", en="refers to"),
    "description": Text(de="Beschreibung", en="Description"),
}
TYPES = {
    "id": Text(de="Kennung", en="identifier"),
    "code": Text(de="Schlüssel", en="code"),
    "text": Text(de="Text", en="text"),
    "date": Text(de="Datum", en="date"),
    "integer": Text(de="ganze Zahl", en="integer"),
    "number": Text(de="Zahl", en="number"),
    "boolean": Text(de="ja/nein (1/0)", en="yes/no (1/0)"),
}
YES = Text(de="ja", en="yes")


def description(table: str, lang: Language) -> str:
    """One line on a table; a table without one is called by its name."""
    return TABLES[table](lang) if table in TABLES else table


def dictionary(lang: Language, table: str = "") -> pd.DataFrame:
    """One row a column, headed and described in the language; of one table where `table` is given.

    After the columns of the contract come those that files have beside them: names, addresses, joined cells.
    """
    rows = [
        {
            "table": name,
            "column": column["column"],
            "label": column[f"label_{lang}"],
            "type": TYPES[column["type"]](lang) if column["type"] in TYPES else column["type"],
            "required": YES(lang) if column["required"] == "1" else "",
            "refers_to": column["refers_to"],
            "description": column[f"description_{lang}"],
        }
        for name in schema()
        if table in ("", name)
        for column in columns(name)
    ]
    return pd.DataFrame(rows, columns=list(_HEADS)).rename(columns={key: head(lang) for key, head in _HEADS.items()})


def measured_quality(path: Path = QUALITY_FILE) -> pd.DataFrame:
    """What was measured against the annotated quarters: measure, column ('table.column' or ''), precision, recall, f1, n.

    `f1_unread` is F1 over briefings by other hands that nobody read to make a rule.
    An empty frame where nothing was measured yet. Raises ValueError where the file has other columns.
    """
    if not path.exists():
        return pd.DataFrame(columns=QUALITY_COLUMNS)
    return _read_quality(path, path.stat().st_mtime_ns)


@cache
def _read_quality(path: Path, _changed: int) -> pd.DataFrame:
    rows = pd.read_csv(
        path,
        dtype={"measure": str, "column": str},
        keep_default_na=False,
        na_values={"precision": "", "recall": "", "f1": "", "n": "", "f1_unread": ""},
    )
    if list(rows.columns) != QUALITY_COLUMNS:
        raise ValueError(
            f"{path}: columns are {list(rows.columns)}, not {QUALITY_COLUMNS}; write it with: python -m tests.measure --write"
        )
    return rows
