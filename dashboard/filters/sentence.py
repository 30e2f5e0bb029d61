"""The selection in words: the sentence above every view and the chips under it. Knows no Streamlit."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel.lists import format_list

from dashboard.filters.facets import FACETS, country
from dashboard.filters.own import OWN, PROJECT
from dashboard.language import LOCALES, Language, Text, day, number, quarter
from loaders.tables import Tables
from loaders.vocabulary import default

if TYPE_CHECKING:
    from dashboard.filters.selection import Selection

ALL = Text(de="Alle Ereignisse", en="All events")
EVENTS = Text(de="Ereignisse", en="Events")
COUNT = (Text(de="{count} Ereignis", en="{count} event"), Text(de="{count} Ereignisse", en="{count} events"))
COUNT_ALL = (Text(de="{count} Ereignis", en="{count} event"), Text(de="Alle {count} Ereignisse", en="All {count} events"))
_ONE_OR_MORE = {
    "topic": (Text(de="zum Thema {names}", en="on {names}"), Text(de="zu den Themen {names}", en="on {names}")),
    "type": (Text(de="der Art {names}", en="of the type {names}"), Text(de="der Arten {names}", en="of the types {names}")),
    "actor": (Text(de="mit {names}", en="with {names}"), Text(de="mit {names}", en="with {names}")),
    "with_actor": (
        Text(de="zusammen mit {names}", en="together with {names}"),
        Text(de="zusammen mit {names}", en="together with {names}"),
    ),
    "status": (Text(de="Status {names}", en="status {names}"), Text(de="Status {names}", en="status {names}")),
    "chain": (
        Text(de="Ankündigung: {names}", en="announcement: {names}"),
        Text(de="Ankündigungen: {names}", en="announcements: {names}"),
    ),
    "section": (
        Text(de="aus dem Abschnitt „{names}“", en="from the section “{names}”"),
        Text(de="aus den Abschnitten „{names}“", en="from the sections “{names}”"),
    ),
}
_PLACES = {
    "": Text(de="{names}", en="{names}"),
    "venue": Text(de="mit Austragungsort {names}", en="held {names}"),
    "mention": Text(de="mit Erwähnung von {names}", en="mentioning {names}"),
}
_ROLE_ALONE = {
    "venue": Text(de="mit genanntem Austragungsort", en="with a stated venue"),
    "mention": Text(de="mit erwähnten Orten", en="with places mentioned"),
}
_RANGE = Text(de="vom {first} bis {last}", en="from {first} to {last}")
_SINCE = Text(de="ab dem {first}", en="from {first} on")
_UNTIL = Text(de="bis zum {last}", en="until {last}")
_CERTAIN = Text(de="(nur sicher in diesem Zeitraum)", en="(only those certainly in this period)")
_SEARCH = Text(de="mit dem Suchtext „{text}“", en="matching “{text}”")
_SEARCH_NOTES = Text(de="mit dem Suchtext „{text}“ (auch in Fußnoten)", en="matching “{text}” (footnotes too)")
_FOUND = Text(de="Suche: {text}", en="Search: {text}")
_FOUND_NOTES = Text(de="Suche: {text} (auch in Fußnoten)", en="Search: {text} (footnotes too)")
_ONLY = Text(de="nur: {title}", en="only: {title}")
_ONLY_MORE = Text(de="aus einer Auswahl von {count}", en="from a choice of {count}")
_ONLY_CHIP = Text(de="{count} ausgewählte Ereignisse", en="{count} chosen events")
_SHORTENED = Text(de="{names} u. a. ({count} insgesamt)", en="{names} or others ({count} in all)")
_MANY_CHIP = Text(de="{label}: {count} ausgewählt", en="{label}: {count} chosen")
_ORIGINS = {
    PROJECT: Text(de="ohne Ihr Briefing", en="without your briefing"),
    OWN: Text(de="nur aus Ihrem Briefing", en="from your briefing alone"),
}
_MOST_NAMES, _FEW_NAMES, _MOST_CHIPS = 6, 4, 8  # a box on the map may choose forty places
_AS_OF = Text(de="Stand nach dem Briefing {briefing}", en="as known after the briefing {briefing}")
_QUARTERS = Text(de="aus {names}", en="from {names}")
_SPAN = Text(de="{first} bis {last}", en="{first} to {last}")
_IN = Text(de="in {name}", en="in {name}")


@dataclass(frozen=True, slots=True)
class Chip:
    """One removable restriction: its key and value for `Selection.without`, and its words."""

    key: str
    value: str
    label: str


def name(tables: Tables, key: str, value: str, lang: Language) -> str:
    """What a value of a field is called: topic 'trade' is 'Handel und Investitionen'."""
    return FACETS[key].name(tables, value, lang)


def sentence(selection: "Selection", tables: Tables, lang: Language) -> str:
    """The restrictions in words: 'Ereignisse aus Q1/2021 zum Thema Energie in Astana, Status geplant'."""
    restrictions = _restrictions(selection, tables, lang)
    head = EVENTS(lang) if selection.is_restricted else ALL(lang)
    return head + restrictions + "".join(f", {words}" for words in _as_of_words(selection, tables, lang))


def headline(selection: "Selection", tables: Tables, lang: Language, count: int) -> tuple[str, str]:
    """The same with the number of events: how many, and the rest: '47 Ereignisse', ' aus Q1/2021 zum Thema Energie'."""
    restrictions = _restrictions(selection, tables, lang)
    as_of = "".join(f", {words}" for words in _as_of_words(selection, tables, lang))
    words = (COUNT if selection.is_restricted else COUNT_ALL)[count != 1](lang, count=number(count, lang))
    return words, restrictions + as_of


def _restrictions(selection: "Selection", tables: Tables, lang: Language) -> str:
    main = [
        *_quarter_words(selection.quarter, lang),
        *_listed("type", selection.type, tables, lang),
        *_listed("topic", selection.topic, tables, lang),
        *_place_words(selection, tables, lang),
        *_listed("actor", selection.actor, tables, lang),
        *_listed("with_actor", selection.with_actor, tables, lang),
        *_time_words(selection, lang),
        *_listed("section", selection.section, tables, lang),
        *_search_words(selection, lang),
    ]
    after = [
        *_listed("status", selection.status, tables, lang),
        *_listed("chain", selection.chain, tables, lang),
        *([_ORIGINS[selection.origin](lang)] if selection.origin else []),
        *_only_words(selection, tables, lang),
    ]
    return "".join([*(f" {words}" for words in main), *(f", {words}" for words in after)])


def chips(selection: "Selection", tables: Tables, lang: Language) -> list[Chip]:
    """Each restriction by itself, in the order of the fields; a stretch of quarters or very many values are one chip."""
    found = []
    for key, facet in FACETS.items():
        chosen = getattr(selection, key)
        values = (chosen,) if isinstance(chosen, str) and chosen else tuple(chosen)
        if key == "quarter":
            found += [Chip(key, value, words) for value, words in _stretches(values, lang)]
        elif key == "only" and len(values) > 1:
            found.append(Chip(key, "", _ONLY_CHIP(lang, count=number(len(values), lang))))
        elif len(values) > _MOST_CHIPS:
            found.append(Chip(key, "", _MANY_CHIP(lang, label=facet.label(lang), count=number(len(values), lang))))
        else:
            names = facet.names(tables, lang) if values else {}
            found += [Chip(key, value, f"{facet.label(lang)}: {names.get(value, value)}") for value in values]
    if selection.date_from:
        found.append(Chip("from", "", _SINCE(lang, first=day(selection.date_from, lang))))
    if selection.date_to:
        found.append(Chip("to", "", _UNTIL(lang, last=day(selection.date_to, lang))))
    if selection.overlap and (selection.date_from or selection.date_to):
        found.append(Chip("overlap", "", _CERTAIN(lang).strip("()")))
    if selection.q:
        found.append(Chip("q", "", (_FOUND_NOTES if selection.notes else _FOUND)(lang, text=selection.q)))
    if selection.asof:
        found.append(Chip("asof", "", _as_of_words(selection, tables, lang)[0]))
    return found


def _stretches(quarters: tuple[str, ...], lang: Language) -> list[tuple[str, str]]:
    """Values and words of each unbroken stretch of quarters."""
    stretches = []
    for first, last in runs(quarters):
        values = ",".join(value for value in quarters if first <= value <= last)
        words = quarter(first, lang) if first == last else f"{quarter(first, lang)} – {quarter(last, lang)}"
        stretches.append((values, words))
    return stretches


def runs(quarters: Iterable[str]) -> list[tuple[str, str]]:
    """Quarters as unbroken stretches, first and last of each: 2021-Q1, 2021-Q2, 2022-Q4 are two stretches."""
    stretches: list[tuple[str, str]] = []
    for value in sorted(set(quarters)):
        if stretches and _index(value) == _index(stretches[-1][1]) + 1:
            stretches[-1] = (stretches[-1][0], value)
        else:
            stretches.append((value, value))
    return stretches


def _index(value: str) -> int:
    year, _, number = value.partition("-Q")
    return int(year) * 4 + int(number)


def _alternatives(words: Iterable[str], lang: Language) -> str:
    words = list(words)
    if len(words) > _MOST_NAMES:
        return _SHORTENED(lang, names=", ".join(words[:_FEW_NAMES]), count=number(len(words), lang))
    return str(format_list(words, style="or", locale=LOCALES[lang]))


def _quarter_words(quarters: tuple[str, ...], lang: Language) -> list[str]:
    words = [
        quarter(first, lang) if first == last else _SPAN(lang, first=quarter(first, lang), last=quarter(last, lang))
        for first, last in runs(quarters)
    ]
    return [_QUARTERS(lang, names=str(format_list(words, style="standard", locale=LOCALES[lang])))] if words else []


def _listed(key: str, values: tuple[str, ...], tables: Tables, lang: Language) -> list[str]:
    one, more = _ONE_OR_MORE[key]
    if not values:
        return []
    known = FACETS[key].names(tables, lang)
    names = _alternatives((known.get(value, value) for value in values), lang)
    return [(one if len(values) == 1 else more)(lang, names=names)]


def _place_words(selection: "Selection", tables: Tables, lang: Language) -> list[str]:
    if not selection.place and not selection.country:
        return [_ROLE_ALONE[selection.role](lang)] if selection.role else []
    # After 'mit Austragungsort' and 'mentioning' stand bare names, else 'in …' with the article the country takes.
    bare = selection.role == "mention" or (selection.role == "venue" and lang == "de")
    places = [_place(tables, value, lang, bare) for value in selection.place]
    countries = [country(code, lang) if bare else _in_country(code, lang) for code in selection.country]
    return [_PLACES[selection.role](lang, names=_alternatives(group, lang)) for group in (places, countries) if group]


def _place(tables: Tables, place_id: str, lang: Language, bare: bool) -> str:
    label = name(tables, "place", place_id, lang)
    places = tables["places"]
    row = places[places["place_id"] == place_id]
    if not len(row):
        return label[:1].lower() + label[1:]
    if bare:
        return label
    is_country = row["kind"].iloc[0] == "country"
    return _in_country(row["country_code"].iloc[0], lang, label) if is_country else _IN(lang, name=label)


def _in_country(code: str, lang: Language, label: str = "") -> str:
    special = _phrases().get(code) if lang == "de" else None
    return special or _IN(lang, name=label or country(code, lang))


@cache
def _phrases() -> dict[str, str]:
    return {row["country_code"]: row["in_de"] for row in default().rows("country_phrases")}


def _time_words(selection: "Selection", lang: Language) -> list[str]:
    first = day(selection.date_from, lang) if selection.date_from else ""
    last = day(selection.date_to, lang) if selection.date_to else ""
    if not first and not last:
        return []
    if first and last:
        words = _RANGE(lang, first=first, last=("zum " if lang == "de" else "") + last)
    else:
        words = _SINCE(lang, first=first) if first else _UNTIL(lang, last=last)
    return [words, _CERTAIN(lang)] if selection.overlap == "certain" else [words]


def _search_words(selection: "Selection", lang: Language) -> list[str]:
    return [(_SEARCH_NOTES if selection.notes else _SEARCH)(lang, text=selection.q)] if selection.q else []


def _only_words(selection: "Selection", tables: Tables, lang: Language) -> list[str]:
    if len(selection.only) == 1:
        return [_ONLY(lang, title=name(tables, "only", selection.only[0], lang))]
    return [_ONLY_MORE(lang, count=number(len(selection.only), lang))] if selection.only else []


def _as_of_words(selection: "Selection", tables: Tables, lang: Language) -> list[str]:
    if not selection.asof:
        return []
    quarters = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["quarter"], strict=True))
    return [_AS_OF(lang, briefing=quarter(quarters.get(selection.asof, selection.asof), lang))]
