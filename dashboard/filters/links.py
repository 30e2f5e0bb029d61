"""What a link means: its form brought up to date, the data it asks for, its selection, and what could not be used.

Every door that takes an address uses this: the pages, the addresses for machines, the steps of a presentation.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard import versions
from dashboard.filters.link_migrations import Query, migrated
from dashboard.filters.selection import Notice, Selection, shortened
from dashboard.language import LANGUAGES, Text
from loaders.tables import Tables

NO_PAGE = "nopage"  # the server writes the path that is no page under this key
_NO_PAGE = Text(
    de="Die Seite „{value}“ gibt es nicht; dies ist die Übersicht.",
    en="There is no page “{value}”; this is the overview.",
)
_NOT_KEPT = Text(
    de="Der Stand der Daten von damals ({value}) ist nicht aufbewahrt; gezeigt wird der heutige.",
    en="The state of the data of then ({value}) is not kept; what you see is today’s.",
)
_EVENT_KEYS = ("event", "only")


@dataclass(frozen=True, slots=True)
class Link:
    """A link, read. `tables` are those of the version it asks for, else today's."""

    tables: Tables
    selection: Selection
    notices: list[Notice]


def read(
    params: Mapping[str, str | Sequence[str]], today: Tables, shown: Callable[[Tables], Tables] = lambda tables: tables
) -> Link:
    """The link with these parameters; never raises. `shown` gives the tables with what a session shows beside them."""
    query = migrated(params)
    no_page = query.pop(NO_PAGE, [])
    tables = _asked_for(query, today)
    selection, notices = Selection.from_query(_with_todays_ids(query, tables), shown(tables))
    if selection.frozen and tables is today and selection.v != today.version:
        notices.append(_notice("frozen", selection.v, _NOT_KEPT))
        selection = replace(selection, frozen=False)
    if any(no_page):
        notices.append(_notice(NO_PAGE, no_page[-1], _NO_PAGE))
    return Link(tables, selection, notices)


def _asked_for(query: Query, today: Tables) -> Tables:
    if query.get("frozen", [""])[-1] != "1":
        return today
    return versions.kept_tables(_version(query)) or today


def _with_todays_ids(query: Query, tables: Tables) -> Query:
    """The query with the events of its version under the ids they have in these tables.

    Ids count the events of a briefing, so that one more in the middle moves the others on.
    """
    version = _version(query)
    if version in ("", tables.version) or not any(key in query for key in _EVENT_KEYS):
        return query
    then = versions.kept_tables(version)
    if then is None:
        return query
    renamed = versions.matched(then, tables).renamed
    moved = {
        key: [",".join(renamed.get(part.strip(), part) for part in text.split(",")) for text in query[key]]
        for key in _EVENT_KEYS
        if key in query
    }
    return {**query, **moved}


def _version(query: Query) -> str:
    return query.get("v", [""])[-1]


def _notice(key: str, value: str, text: Text) -> Notice:
    value = shortened(value)
    return Notice(key, value, Text(**{lang: text(lang, value=value) for lang in LANGUAGES}))
