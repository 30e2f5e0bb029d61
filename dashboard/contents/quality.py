"""What a reader should know of the data's weak places: findings by quarter and kind, each leading to its line or section."""

import re
from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from dashboard.filters.facets import labels
from dashboard.language import Language, Text
from dashboard.when import in_words
from loaders.tables import Tables

KINDS = {
    "no-event": Text(de="Abschnitte ohne Ereignis", en="Sections without an event"),
    "vague-date": Text(de="Vage Daten", en="Vague dates"),
    "place": Text(de="Ungeklärte Orte", en="Unresolved places"),
    "footnote": Text(de="Fehlerhafte Fußnoten", en="Faulty footnotes"),
    "double": Text(de="Wahrscheinlich doppelt", en="Likely doubles"),
    "actor": Text(de="Unbekannte Akteure", en="Unknown actors"),
    "other": Text(de="Sonstige Meldungen", en="Other notes"),
}
# A problem belongs to the first kind one of whose words stands in its code.
_CODE_WORDS = {
    "footnote": {"footnote", "note", "address", "url", "source", "link", "mark", "document"},
    "place": {"place", "venue", "city", "country", "coordinates"},
    "actor": {"actor", "person"},
    "vague-date": {"vague"},
    "no-event": {"eventless"},
}
_LIKE = 0.6  # share of common words from which two titles are taken for one
COLUMNS = ["briefing_id", "quarter", "kind", "what", "section_id", "line", "event_id"]
UNDEFINED = Text(de="Fußnote {number} ist nicht aufgeführt", en="Footnote {number} is not listed")
UNUSED = Text(de="Fußnote {number} wird nirgends genannt: {text}", en="Footnote {number} is never referred to: {text}")
NO_COORDINATES = Text(de="{name}: keine Koordinaten", en="{name}: no coordinates")
TWICE = Text(de="„{first}“ und „{second}“, beide {when}", en="“{first}” and “{second}”, both {when}")
NEW_ACTOR = Text(de="{name}: aus dem Text erkannt, nicht im Vokabular", en="{name}: found in the text, not in the vocabulary")


def findings(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a finding: where it is (briefing, quarter, section, line of the file), its kind and what was found.

    `line` is empty where the file has none, `event_id` '' where the finding is not about one event.
    """
    quarters = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
    rows = [row for find in _FINDERS for row in find(tables, lang)]
    frame = pd.DataFrame(rows, columns=[column for column in COLUMNS if column != "quarter"])
    frame.insert(1, "quarter", frame["briefing_id"].map(quarters).fillna(""))
    frame["line"] = frame["line"].astype("Int64")
    return frame.sort_values(["quarter", "section_id"], kind="stable", ignore_index=True)


def counts(found: pd.DataFrame, quarters: list[str]) -> pd.DataFrame:
    """Findings by quarter (rows, all of `quarters`) and kind (columns, all of `KINDS`)."""
    table = pd.crosstab(found["quarter"], found["kind"]) if len(found) else pd.DataFrame()
    return table.reindex(index=quarters, columns=list(KINDS), fill_value=0).astype(int)


def kind_of(code: str) -> str:
    """The kind that a problem code belongs to."""
    words = set(code.split("-"))
    return next((kind for kind, known in _CODE_WORDS.items() if words & known), "other")


_Row = dict[str, object]


def _row(briefing_id: str, kind: str, what: str, section_id: str = "", line: object = None, event_id: str = "") -> _Row:
    return {"briefing_id": briefing_id, "kind": kind, "what": what, "section_id": section_id, "line": line, "event_id": event_id}


def _section_id(briefing_id: str, section_no: object) -> str:
    return "" if pd.isna(section_no) else f"{briefing_id}-s{section_no}"


def _problems(tables: Tables, lang: Language) -> Iterator[_Row]:
    for row in tables["problems"].itertuples():
        line = None if pd.isna(row.line) or row.line == 0 else row.line
        yield _row(
            row.briefing_id,
            kind_of(row.code),
            getattr(row, f"message_{lang}"),
            _section_id(row.briefing_id, row.section_no),
            line,
        )


def _silent_sections(tables: Tables, _lang: Language) -> Iterator[_Row]:
    told = set(tables["events"]["briefing_id"] + "-s" + tables["events"]["section_no"].astype(str))
    for row in tables["sections"].itertuples():
        if row.section_id not in told and row.section_no > 0:
            yield _row(row.briefing_id, "no-event", row.heading or row.text[:80], row.section_id)


def _vague_dates(tables: Tables, lang: Language) -> Iterator[_Row]:
    for row in tables["events"][tables["events"]["date_precision"] != "day"].itertuples():
        when = in_words(row.date_start, row.date_end, row.date_precision, lang)
        section_id = _section_id(row.briefing_id, row.section_no)
        yield _row(row.briefing_id, "vague-date", f"{when}: {row.title}", section_id, None, row.event_id)


def _unplaced(tables: Tables, lang: Language) -> Iterator[_Row]:
    """Places without coordinates that no problem names already."""
    places, names = tables["places"], labels(tables, "places", lang)
    lost = places[places["latitude"].isna() & (places["kind"] != "country")]
    told = set(zip(tables["problems"]["briefing_id"], tables["problems"]["value"], strict=True))
    german = dict(zip(places["place_id"], places["label_de"], strict=True))
    links = tables["event_places"][tables["event_places"]["place_id"].isin(lost["place_id"])]
    for row in links.merge(tables["events"], on="event_id").itertuples():
        if (row.briefing_id, german[row.place_id]) not in told:
            what = NO_COORDINATES(lang, name=names.get(row.place_id, row.place_id))
            yield _row(row.briefing_id, "place", what, _section_id(row.briefing_id, row.section_no), None, row.event_id)


def _loose_notes(tables: Tables, lang: Language) -> Iterator[_Row]:
    """Footnotes that are used and not defined, or defined and not used, where no problem says so already."""
    problems = tables["problems"]
    told = set(zip(problems["briefing_id"], problems["value"], strict=True))
    briefing_of = dict(zip(tables["sections"]["section_id"], tables["sections"]["briefing_id"], strict=True))
    for row in tables["footnote_marks"][tables["footnote_marks"]["source_id"] == ""].itertuples():
        briefing_id = briefing_of.get(row.section_id, "")
        if (briefing_id, row.number) not in told:
            yield _row(briefing_id, "footnote", UNDEFINED(lang, number=row.number), row.section_id)
    used = set(tables["footnote_marks"]["source_id"])
    for row in tables["sources"][~tables["sources"]["source_id"].isin(used)].itertuples():
        if (row.briefing_id, row.number) not in told:
            yield _row(row.briefing_id, "footnote", UNUSED(lang, number=row.number, text=row.title or row.text))


def _doubles(tables: Tables, lang: Language) -> Iterator[_Row]:
    """Events of one briefing on the same days and of the same type whose titles share most of their words."""
    same = ["briefing_id", "date_start", "date_end", "event_type"]
    days = tables["events"][tables["events"]["date_precision"] == "day"]
    for _, group in days[days.duplicated(same, keep=False)].groupby(same):
        for first, second in combinations(group.itertuples(), 2):
            if _likeness(first.title, second.title) >= _LIKE:
                when = in_words(first.date_start, first.date_end, "day", lang)
                what = TWICE(lang, first=first.title, second=second.title, when=when)
                section_id = _section_id(second.briefing_id, second.section_no)
                yield _row(second.briefing_id, "double", what, section_id, None, second.event_id)


def _likeness(first: str, second: str) -> float:
    """The share of words that two titles have in common, short ones such as articles left out."""
    one, other = (set(re.findall(r"\w{4,}", title.casefold())) for title in (first, second))
    return len(one & other) / len(one | other) if one | other else 0.0


def _new_actors(tables: Tables, lang: Language) -> Iterator[_Row]:
    """Each actor that only the text knows, once, at its first event, where no problem names it already."""
    actors, names = tables["actors"], labels(tables, "actors", lang)
    links = tables["event_actors"][tables["event_actors"]["actor_id"].isin(actors.loc[actors["is_new"], "actor_id"])]
    first = links.merge(tables["events"], on="event_id").sort_values(["briefing_id", "event_id"]).drop_duplicates("actor_id")
    german = dict(zip(actors["actor_id"], actors["label_de"], strict=True))
    told = set(tables["problems"]["value"])
    for row in first.itertuples():
        if german.get(row.actor_id) in told:
            continue
        what = NEW_ACTOR(lang, name=names.get(row.actor_id, row.actor_id))
        yield _row(row.briefing_id, "actor", what, _section_id(row.briefing_id, row.section_no), None, row.event_id)


_FINDERS = (_problems, _silent_sections, _vague_dates, _unplaced, _loose_notes, _doubles, _new_actors)
