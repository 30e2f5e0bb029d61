"""Why two tellings are taken for one event, in words: reads the column `chains.reason` that the loaders write.

The reason holds, for each telling after the first, its event id and what it shares with the one before, such as
'2021-q3-18: date 2021-09-17 within what was announced; venue dushanbe; type | …'. What is not known here stays as written.
"""

import re
from collections.abc import Mapping
from datetime import date

from dashboard.facets import country, labels
from dashboard.language import Language, Text, day
from loaders.tables import Tables

_PARTS = (
    (r"same date (?P<day>\S+)", Text(de="gleiches Datum", en="same date")),
    (
        r"date (?P<day>\S+) within what was announced",
        Text(de="{day} liegt im angekündigten Zeitraum", en="{day} lies in the period announced"),
    ),
    (r"moved from (?P<day>\S+) to (?P<to>\S+)", Text(de="verlegt vom {day} auf den {to}", en="moved from {day} to {to}")),
    (r"overlapping dates (?P<day>\S+)", Text(de="Zeiträume überschneiden sich", en="overlapping dates")),
    (r"venues? (?P<place>.+)", Text(de="Austragungsort {place}", en="venue {place}")),
    (r"same country (?P<country>\w+)", Text(de="gleicher Staat: {country}", en="same country: {country}")),
    (r"type", Text(de="gleiche Art", en="same type")),
    (r"actors (?P<actor>.+)", Text(de="Akteure: {actor}", en="actors: {actor}")),
    (r"words .+", Text(de="gemeinsame Wörter", en="words in common")),
)


def reasons(tables: Tables, reason: str, lang: Language) -> dict[str, str]:
    """Event id -> what joins it to the telling before it; nothing for the first telling, or where no id stands in front."""
    found = {}
    for link in reason.split(" | "):
        event_id, mark, rest = link.partition(": ")
        if mark:
            found[event_id] = ", ".join(_said(tables, part.strip(), lang) for part in rest.split(";"))
    return found


def _said(tables: Tables, part: str, lang: Language) -> str:
    for pattern, text in _PARTS:
        match = re.fullmatch(pattern, part)
        if match:
            return text(lang, **_named(tables, match.groupdict(), lang))
    return part


def _named(tables: Tables, values: Mapping[str, str], lang: Language) -> dict[str, str]:
    """Dates, ids and codes as they are called."""
    named = {}
    for key, value in values.items():
        if key in ("day", "to"):
            named[key] = _day(value, lang)
        elif key == "country":
            named[key] = country(value, lang)
        else:
            names = labels(tables, f"{key}s", lang)
            named[key] = ", ".join(names.get(id_, id_) for id_ in value.split(", "))
    return named


def _day(value: str, lang: Language) -> str:
    try:
        return day(date.fromisoformat(value), lang)
    except ValueError:
        return value
