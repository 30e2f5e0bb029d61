"""Tables with names beside their ids: `topic_id` gets a `topic_label`, an event its address. Knows no Streamlit."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, TypeAlias

import pandas as pd

from dashboard.filters.own import is_own, project_version
from dashboard.language import LANGUAGES, Language, Text
from dashboard.slices.joined import joined_cells, joined_columns
from loaders.tables import Tables, schema
from loaders.vocabulary import Row

Value: TypeAlias = str | date | int | float | bool | None
LINK = "link"
# What names a row of the tables that have no label.
_NAMED_BY = {"briefings": "quarter", "sections": "heading", "events": "title", "sources": "title", "chains": "title"}
_NAME = Text(de="{label} (Bezeichnung)", en="{label} (name)")
_NAME_OF = Text(de="Bezeichnung zu {column} in der Sprache der Datei", en="Name of {column} in the language of the file")
_LINK = Text(de="Adresse", en="Address")
_LINK_OF = Text(de="Seite des Ereignisses mit Textstelle und Belegen", en="Page of the event with passage and evidence")


@cache
def columns(table: str, joined: bool = True) -> tuple[Row, ...]:
    """The columns of a table as `columns.csv` has them, then one for each name.

    Events have their address too, and last what they have several of: in one cell each, left out where `joined` is False.
    """
    added = [_row(table, name, _NAME, _NAME_OF, column) for column, name, _, _ in _names(table, "de")]
    if table == "events":
        added += [_row(table, LINK, _LINK, _LINK_OF), *(joined_columns() if joined else [])]
    return (*schema()[table], *added)


def heads(table: str, lang: Language) -> dict[str, str]:
    """Column -> its head in the language; two columns of one name say which is which."""
    named = {column["column"]: column[f"label_{lang}"] for column in columns(table)}
    often = Counter(label.casefold() for label in named.values())
    return {name: label if often[label.casefold()] == 1 else f"{label} ({name})" for name, label in named.items()}


def labelled(table: str, tables: Tables, lang: Language, base: str) -> pd.DataFrame:
    """The table with its names in the language; `base` is the address of the application, ending in '/'.

    Has the columns of `columns(table)`; rows and their order are as in `tables`. A name that is not known is ''.
    """
    rows = tables[table].copy()
    for column, name, target, named_by in _names(table, lang):
        register = tables[target]
        names = dict(zip(register.iloc[:, 0], register[named_by], strict=True))
        rows[name] = pd.Series([names.get(id_, "") for id_ in rows[column["column"]]], index=rows.index, dtype="str")
    if table == "events":
        addresses = [event_address(id_, lang, tables.version, base) for id_ in rows["event_id"]]
        several = {LINK: addresses, **joined_cells(tables, lang)}
        rows = rows.assign(**{name: pd.Series(cells, index=rows.index, dtype="str") for name, cells in several.items()})
    return rows


def event_address(event_id: str, lang: Language, version: str, base: str) -> str:
    """The page of an event, with the version of the data it was named by; '' for an event of an own briefing, which has none."""
    return "" if is_own(event_id) else f"{base}event?event={event_id}&lang={lang}&v={project_version(version)}"


def values(rows: pd.DataFrame, described: Iterable[Row]) -> dict[str, list[Value]]:
    """Each column as plain Python values by its type in `columns.csv`; what is not known is None."""
    return {column["column"]: _plain(rows[column["column"]], column["type"]) for column in described}


def records(rows: pd.DataFrame, described: Iterable[Row]) -> list[dict[str, Value]]:
    """The same, row by row."""
    by_column = values(rows, described)
    return [dict(zip(by_column, cells, strict=True)) for cells in zip(*by_column.values(), strict=True)]


def _names(table: str, lang: Language) -> Iterator[tuple[Row, str, str, str]]:
    """For each reference to a table with names: the column, what its name is called, the table, the column with the name."""
    for column in schema()[table]:
        target = column["refers_to"].partition(".")[0]
        if target:
            known = {other["column"] for other in schema()[target]}
            named_by = _NAMED_BY.get(target, f"label_{lang}")
            if named_by in known:
                name = named_by if target in _NAMED_BY else "label"
                yield column, f"{column['column'].removesuffix('_id')}_{name}", target, named_by


def _row(table: str, name: str, label: Text, description: Text, of: Row | None = None) -> Row:
    words = {f"label_{lang}": label(lang, label=of[f"label_{lang}"] if of else "") for lang in LANGUAGES}
    more = {f"description_{lang}": description(lang, column=of["column"] if of else "") for lang in LANGUAGES}
    return {"table": table, "column": name, "type": "text", "required": "0", "refers_to": "", **words, **more}


_PYTHON: dict[str, Callable[[Any], Value]] = {"date": lambda cell: cell.date(), "integer": int, "number": float}


def _plain(cells: pd.Series, type_: str) -> list[Value]:
    if type_ == "boolean":
        return [bool(cell) for cell in cells]
    if type_ in ("date", "integer", "number"):
        return [None if pd.isna(cell) else _PYTHON[type_](cell) for cell in cells]
    return [str(cell) if cell != "" else None for cell in cells]
