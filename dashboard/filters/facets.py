"""The fields that events can be filtered by: what each is called, which value an event has, what the values are called.

A facet is one row of `FACETS`; selection, sidebar, chips and sentence all follow from it. Knows no Streamlit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import pandas as pd
from babel import Locale

from dashboard.filters.own import ORIGINS, OWN, PREFIX, PROJECT, is_passing
from dashboard.keyed import Keyed, memory
from dashboard.language import LOCALES, Language, Text, quarter
from loaders.tables import Tables

# Values of the field place that are no place: what a map can only list beside itself.
ONLINE, NOWHERE = "online", "none"
_NO_PLACE = {
    ONLINE: Text(de="Online", en="Online"),
    NOWHERE: Text(de="Ohne Ortsangabe", en="No place given"),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One field with a closed set of values.

    `find` gives which event has which value, as a frame event_id, value; `names` what the values are called.
    """

    key: str
    label: Text
    find: Callable[[Tables, str], pd.DataFrame]
    values: Callable[[Tables], list[str]]
    names: Callable[[Tables, Language], Mapping[str, str]]
    single: bool = False

    def pairs(self, tables: Tables, role: str) -> pd.DataFrame:
        """Which event has which value, as a frame event_id, value. Shared: never change it in place."""
        known = memory(tables)
        if (self.key, role) not in known:
            known[self.key, role] = self.find(tables, role)
        found: pd.DataFrame = known[self.key, role]
        return found

    def name(self, tables: Tables, value: str, lang: Language) -> str:
        """What one value is called; a value that does not exist is called by its id."""
        return self.names(tables, lang).get(value, value)


def _paired(event_ids: pd.Series, values: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"event_id": event_ids.to_numpy(), "value": values.to_numpy()})


def _quarters(tables: Tables, _role: str) -> pd.DataFrame:
    of_briefing = tables["briefings"].set_index("briefing_id")["quarter"]
    return _paired(tables["events"]["event_id"], tables["events"]["briefing_id"].map(of_briefing))


def _column(name: str) -> Callable[[Tables, str], pd.DataFrame]:
    return lambda tables, _role: _paired(tables["events"]["event_id"], tables["events"][name])


def _linked(table: str, column: str) -> Callable[[Tables, str], pd.DataFrame]:
    return lambda tables, _role: _paired(tables[table]["event_id"], tables[table][column])


def _event_places(tables: Tables, role: str) -> pd.DataFrame:
    rows = tables["event_places"]
    return rows[rows["role"] == role] if role else rows


def _places(tables: Tables, role: str) -> pd.DataFrame:
    rows, events = _event_places(tables, role), tables["events"]
    online = events.loc[events["is_online"], "event_id"] if role != "mention" else events["event_id"].head(0)
    nowhere = events.loc[~events["is_online"] & ~events["event_id"].isin(tables["event_places"]["event_id"]), "event_id"]
    groups = [
        _paired(rows["event_id"], rows["place_id"]),
        _paired(online, pd.Series(ONLINE, index=online.index)),
        _paired(nowhere, pd.Series(NOWHERE, index=nowhere.index)),
    ]
    return pd.concat(groups, ignore_index=True)


def _countries(tables: Tables, role: str) -> pd.DataFrame:
    rows = _event_places(tables, role)
    codes = rows["place_id"].map(tables["places"].set_index("place_id")["country_code"])
    return _paired(rows["event_id"], codes)[codes.to_numpy() != ""].drop_duplicates()


def _only(tables: Tables, _role: str) -> pd.DataFrame:
    return _paired(tables["events"]["event_id"], tables["events"]["event_id"])


def _origins(tables: Tables, _role: str) -> pd.DataFrame:
    event_ids = tables["events"]["event_id"]
    return _paired(event_ids, event_ids.str.startswith(PREFIX).map({True: OWN, False: PROJECT}))


def _origin_values(tables: Tables) -> list[str]:
    """Nothing to choose from where there is no own briefing."""
    return list(ORIGINS) if tables["briefings"]["briefing_id"].str.startswith(PREFIX).any() else []


def _roles(tables: Tables, _role: str) -> pd.DataFrame:
    return _paired(tables["event_places"]["event_id"], tables["event_places"]["role"]).drop_duplicates()


def _sections(tables: Tables, _role: str) -> pd.DataFrame:
    events = tables["events"]
    return _paired(events["event_id"], events["briefing_id"] + "-s" + events["section_no"].astype(str))


def _chains(tables: Tables, _role: str) -> pd.DataFrame:
    """An event has the outcome of its chain as value, and the chain itself."""
    events = tables["events"][tables["events"]["chain_id"] != ""]
    outcomes = events["chain_id"].map(tables["chains"].set_index("chain_id")["outcome"])
    both = [_paired(events["event_id"], outcomes), _paired(events["event_id"], events["chain_id"])]
    return pd.concat(both, ignore_index=True).dropna()


def labels(tables: Tables, table: str, lang: Language) -> dict[str, str]:
    """The labels of a dimension table (places, topics, statuses, …) by id. Shared: never change them in place."""
    if is_passing(tables.version):
        known, place = memory(tables), ("labels", table, lang)
        if place not in known:
            known[place] = _named(tables[table], lang)
        of_session: dict[str, str] = known[place]
        return of_session
    return _labels(Keyed(tables[table], tables.version, table, len(tables[table])), lang)


@lru_cache(maxsize=200)
def _labels(rows: Keyed[pd.DataFrame], lang: Language) -> dict[str, str]:
    return _named(rows.value, lang)


def _named(frame: pd.DataFrame, lang: Language) -> dict[str, str]:
    return dict(zip(frame.iloc[:, 0].tolist(), frame[f"label_{lang}"].tolist(), strict=True))


def country(code: str, lang: Language) -> str:
    """The name of a state by its ISO 3166 alpha-2 code; an unknown code stays as it is."""
    return _territories(lang).get(code, code)


@cache
def _territories(lang: Language) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(LOCALES[lang]).territories.items()}


def _dimension(key: str, label: Text, table: str, pairs: Callable[[Tables, str], pd.DataFrame]) -> Facet:
    def values(tables: Tables) -> list[str]:
        return list(tables[table].iloc[:, 0])

    return Facet(key, label, pairs, values, lambda tables, lang: labels(tables, table, lang))


def _place_names(tables: Tables, lang: Language) -> dict[str, str]:
    return labels(tables, "places", lang) | {value: text(lang) for value, text in _NO_PLACE.items()}


def _chain_names(tables: Tables, lang: Language) -> dict[str, str]:
    titles = dict(zip(tables["chains"]["chain_id"], tables["chains"]["title"], strict=True))
    return titles | labels(tables, "chain_outcomes", lang)


def _section_names(tables: Tables, _lang: Language) -> dict[str, str]:
    rows = tables["sections"]
    return {value: heading or value for value, heading in zip(rows["section_id"], rows["heading"], strict=True)}


def _event_names(tables: Tables, _lang: Language) -> dict[str, str]:
    return dict(zip(tables["events"]["event_id"], tables["events"]["title"], strict=True))


def _quarter_names(tables: Tables, lang: Language) -> dict[str, str]:
    return {value: quarter(value, lang) for value in tables["briefings"]["quarter"]}


FACETS: dict[str, Facet] = {
    facet.key: facet
    for facet in (
        Facet(
            "quarter",
            Text(de="Quartal", en="Quarter"),
            _quarters,
            lambda tables: sorted(set(tables["briefings"]["quarter"])),
            _quarter_names,
        ),
        _dimension("topic", Text(de="Thema", en="Topic"), "topics", _linked("event_topics", "topic_id")),
        Facet(
            "place",
            Text(de="Ort", en="Place"),
            _places,
            lambda tables: [*tables["places"]["place_id"], *_NO_PLACE],
            _place_names,
        ),
        Facet(
            "country",
            Text(de="Staat", en="Country"),
            _countries,
            lambda tables: sorted(set(tables["places"]["country_code"]) - {""}),
            lambda _tables, lang: _territories(lang),
        ),
        _dimension("actor", Text(de="Akteur", en="Actor"), "actors", _linked("event_actors", "actor_id")),
        # The same values once more: within a field they are alternatives, and a pair of actors means both.
        _dimension("with_actor", Text(de="Zusammen mit", en="Together with"), "actors", _linked("event_actors", "actor_id")),
        _dimension("type", Text(de="Art", en="Type"), "event_types", _column("event_type")),
        _dimension("status", Text(de="Status", en="Status"), "statuses", _column("status")),
        Facet(
            "role",
            Text(de="Ortsbezug", en="Role of the place"),
            _roles,
            lambda tables: list(tables["place_roles"]["place_role_id"]),
            lambda tables, lang: labels(tables, "place_roles", lang),
            single=True,
        ),
        Facet(
            "section",
            Text(de="Abschnitt", en="Section"),
            _sections,
            lambda tables: list(tables["sections"]["section_id"]),
            _section_names,
        ),
        Facet(
            "chain",
            Text(de="Ausgang der Ankündigung", en="Outcome of the announcement"),
            _chains,
            lambda tables: [*tables["chain_outcomes"]["chain_outcome_id"], *tables["chains"]["chain_id"]],
            _chain_names,
        ),
        Facet(
            "origin",
            Text(de="Herkunft", en="Origin"),
            _origins,
            _origin_values,
            lambda _tables, lang: {value: text(lang) for value, text in ORIGINS.items()},
            single=True,
        ),
        Facet(
            "only",
            Text(de="Ausgewähltes Ereignis", en="Chosen event"),
            _only,
            lambda tables: list(tables["events"]["event_id"]),
            _event_names,
        ),
    )
}


def values_of_own(key: str, joined: Tables, project: Tables) -> frozenset[str]:
    """The values of a facet that only the own briefing knows, of the tables it was `joined` to; found once for these."""
    known, place = memory(joined), ("values of own", key)
    if place not in known:
        known[place] = frozenset(FACETS[key].values(joined)) - frozenset(FACETS[key].values(project))
    found: frozenset[str] = known[place]
    return found
