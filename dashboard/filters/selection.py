"""The selection: what of the data is shown, in which language, as one frozen value that lives in the address.

Everything a link says is in `Selection`; `from_query` reads it, `to_query` writes it, and a round trip loses nothing.
Within one field the values are alternatives (or), across fields all must hold (and). Knows no Streamlit.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import parse_qsl, quote, urlencode

from dashboard.filters import selection_apply, sentence
from dashboard.filters.facets import FACETS
from dashboard.filters.own import ORIGINS, is_own
from dashboard.filters.selection_apply import Certainty
from dashboard.language import LANGUAGES, Language, Text
from loaders.tables import Tables

SEARCH_LENGTH = 200
_SHOWN = 60

# The keys in the address, in the order they are written; each is the field of that name, two excepted.
_FIELD_OF = {"from": "date_from", "to": "date_to"}


@dataclass(frozen=True, slots=True)
class Notice:
    """A value of a link that could not be used: under which key, which, and a sentence for the reader."""

    key: str
    value: str
    text: Text


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown. Several values of a field are alternatives; an empty field is no restriction."""

    quarter: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None  # inclusive
    overlap: str = ""  # 'certain' leaves out events whose vague date only may fall into the range
    topic: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    role: str = ""  # venue or mention: how place and country must match
    actor: tuple[str, ...] = ()
    with_actor: tuple[str, ...] = ()  # one of these takes part too
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()  # outcomes, or single chains
    section: tuple[str, ...] = ()
    origin: str = ""  # the project's data, or an own briefing shown beside them
    only: tuple[str, ...] = ()  # single events, as a box drawn on a chart chooses them
    q: str = ""
    notes: bool = False  # search in the footnotes too
    asof: str = ""  # what was known after this briefing
    event: str = ""  # chosen for its page
    briefing: str = ""  # chosen for its page
    present: bool = False
    frame: bool = False  # shown in a frame of another page, without controls
    lang: Language = "de"
    v: str = ""  # version of the data the link was made with
    frozen: bool = False  # show the data of that version

    @classmethod
    def from_query(cls, params: Mapping[str, str | Sequence[str]], tables: Tables) -> "tuple[Selection, list[Notice]]":
        """The selection that a query means, and a notice for each value that cannot be used; never raises."""
        notices: list[Notice] = []
        values: dict[str, object] = {}
        for key, raw in params.items():
            given = [raw] if isinstance(raw, str) else [str(item) for item in raw]
            if key not in _READERS:
                notices.append(_notice(key, ",".join(given), _UNKNOWN_KEY))
            elif any(given):
                values[_FIELD_OF.get(key, key)] = _READERS[key](key, given, tables, notices)
        if values.get("date_from") and values.get("date_to") and values["date_from"] > values["date_to"]:  # type: ignore[operator]
            notices.append(_notice("to", f"{values['date_from']} > {values['date_to']}", _SWAPPED))
            del values["date_from"], values["date_to"]
        return cls(**values), notices  # type: ignore[arg-type]

    def to_query(self) -> dict[str, str]:
        """Every restriction and the language by its key; what is no restriction is left out."""
        query = {}
        for item in fields(self):
            text = _written(getattr(self, item.name))
            if text:
                query[_KEY_OF.get(item.name, item.name)] = text
        return query

    @property
    def query(self) -> str:
        """The query as it stands in a link, without '?': 'topic=trade,energy&lang=de'."""
        return urlencode(self.to_query(), quote_via=quote, safe=",")

    def with_added(self, fragment: str) -> "Selection":
        """The selection narrowed by the fragment a chart's mark carries: 'topic=trade&quarter=2021-Q1', 'event=…'.

        Values already among the chosen narrow their field to themselves; others join it. A key that holds one value
        takes the new one. Unknown keys raise ValueError: fragments are written by charts, not by readers.
        """
        changed = self
        for key, text in parse_qsl(fragment, keep_blank_values=True):
            name = _FIELD_OF.get(key, key)
            if key not in _READERS:
                raise ValueError(f"{key!r} is no key of a selection; use one of {', '.join(_READERS)}")
            changed = replace(changed, **{name: _joined(getattr(changed, name), text)})  # type: ignore[arg-type]
        return changed

    def without(self, key: str, value: str = "") -> "Selection":
        """The selection without a value of a field (several joined by commas), or without the whole field."""
        name = _FIELD_OF.get(key, key)
        present = getattr(self, name)
        if value and isinstance(present, tuple):
            gone = value.split(",")
            return replace(self, **{name: tuple(item for item in present if item not in gone)})  # type: ignore[arg-type]
        return replace(self, **{name: _DEFAULTS[name]})  # type: ignore[arg-type]

    def cleared(self) -> "Selection":
        """No restriction left; language, presentation and the as-of view stay."""
        kept = {"present": self.present, "frame": self.frame, "asof": self.asof, "v": self.v, "frozen": self.frozen}
        return Selection(lang=self.lang, **kept)  # type: ignore[arg-type]

    @property
    def is_bare(self) -> bool:
        """Whether it is shown without controls: on a wall, or in a frame."""
        return self.present or self.frame

    @property
    def is_restricted(self) -> bool:
        """True if the selection may show fewer events than there are."""
        return self.cleared() != replace(self, event="", briefing="", notes=False, overlap="")

    def apply(self, tables: Tables) -> Tables:
        """The tables of the chosen events; see `selection_apply.apply`."""
        return selection_apply.apply(self, tables)

    def time_certainty(self, tables: Tables) -> Certainty:
        """How many of the chosen events certainly fall into the date range, and how many only may."""
        return selection_apply.time_certainty(self, tables)

    def option_counts(self, tables: Tables, key: str) -> dict[str, int]:
        """How many events each value of a field would leave under the other restrictions; values with none count 0."""
        return selection_apply.option_counts(self, tables, key)

    def sentence(self, tables: Tables, lang: Language) -> str:
        """The restrictions in words."""
        return sentence.sentence(self, tables, lang)


_DEFAULTS = {item.name: item.default for item in fields(Selection)}
_KEY_OF = {name: key for key, name in _FIELD_OF.items()}

_UNKNOWN_KEY = Text(
    de="Unbekannte Angabe im Link übergangen: „{key}={value}“.",
    en="Unknown item in the link was skipped: “{key}={value}”.",
)
_UNKNOWN_ID = Text(
    de="{label}: „{value}“ gibt es in diesen Daten nicht und wurde übergangen.",
    en="{label}: “{value}” does not exist in these data and was skipped.",
)
_OWN_GONE = Text(
    de="{label}: „{value}“ gehört zu einem eigenen Briefing, das in dieser Sitzung nicht gezeigt wird, und wurde übergangen.",
    en="{label}: “{value}” belongs to a briefing of one’s own that is not shown in this session, and was skipped.",
)
_BAD_DATE = Text(
    de="„{key}={value}“ ist kein Datum der Form 2021-03-31 und wurde übergangen.",
    en="“{key}={value}” is not a date such as 2021-03-31 and was skipped.",
)
_SWAPPED = Text(
    de="Der Zeitraum endet vor seinem Beginn ({value}) und wurde übergangen.",
    en="The period ends before it begins ({value}) and was skipped.",
)
_BAD_CHOICE = Text(
    de="„{key}={value}“ ist nicht möglich und wurde übergangen; möglich: {choices}.",
    en="“{key}={value}” is not possible and was skipped; possible: {choices}.",
)
_TWICE = Text(
    de="„{key}“ steht mehrfach im Link; es gilt „{value}“.",
    en="“{key}” stands in the link more than once; “{value}” is used.",
)
_TOO_LONG = Text(
    de="Der Suchtext war zu lang und wurde gekürzt: „{value}“.",
    en="The search text was too long and was shortened: “{value}”.",
)
_LABELS = {
    "event": Text(de="Ereignis", en="Event"),
    "briefing": Text(de="Briefing", en="Briefing"),
    "asof": Text(de="Stand", en="As of"),
    **{key: facet.label for key, facet in FACETS.items()},
}

_Reader = Callable[[str, list[str], Tables, list[Notice]], object]


def _notice(key: str, value: str, text: Text, **more: Text) -> Notice:
    value, key = shortened(value), shortened(key)
    shown = {lang: text(lang, key=key, value=value, **{name: word(lang) for name, word in more.items()}) for lang in LANGUAGES}
    return Notice(key, value, Text(**shown))


def _unknown(key: str, ids: list[str]) -> Notice:
    of_own = [id_ for id_ in ids if is_own(id_) or (key == "origin" and id_ in ORIGINS)]
    return _notice(key, ", ".join(ids), _OWN_GONE if of_own == ids else _UNKNOWN_ID, label=_LABELS[key])


def shortened(value: str) -> str:
    """A value of a link as it can be shown: one line, printable, not too long."""
    value = re.sub(r"\s+", " ", "".join(character if character.isprintable() else " " for character in value)).strip()
    return value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value)


def _joined(present: object, text: str) -> object:
    if isinstance(present, tuple):
        new = tuple(dict.fromkeys(item for item in text.split(",") if item))
        return new if set(new) <= set(present) else tuple(dict.fromkeys((*present, *new)))
    if isinstance(present, bool):
        return text == "1"
    return date.fromisoformat(text) if isinstance(present, date) or (present is None and text) else text


def _one(key: str, given: Iterable[str], notices: list[Notice]) -> str:
    values = list(dict.fromkeys(item.strip() for item in given if item.strip()))
    if len(values) > 1:
        notices.append(_notice(key, values[-1], _TWICE))
    return values[-1] if values else ""


def _known(given: Iterable[str], possible: Iterable[str]) -> tuple[list[str], list[str]]:
    """The given ids as the data write them (upper and lower case count the same), and those that do not exist."""
    by_fold = {value.casefold(): value for value in possible}
    asked = list(dict.fromkeys(item.strip() for item in given if item.strip()))
    found = [by_fold[item.casefold()] for item in asked if item.casefold() in by_fold]
    return list(dict.fromkeys(found)), [item for item in asked if item.casefold() not in by_fold]


def _read_facet(key: str, given: list[str], tables: Tables, notices: list[Notice]) -> object:
    parts = [part for item in given for part in item.split(",")]
    single = FACETS[key].single
    found, unknown = _known([_one(key, parts, notices)] if single else parts, FACETS[key].values(tables))
    if unknown:
        by_name = _values_by_name(key, tables)
        found += [by_name[text.casefold()] for text in unknown if text.casefold() in by_name]
        unknown = [text for text in unknown if text.casefold() not in by_name]
    if unknown:
        notices.append(_unknown(key, unknown))
    if single:
        return found[0] if found else ""
    return tuple(dict.fromkeys(found))


def _values_by_name(key: str, tables: Tables) -> dict[str, str]:
    """The values of a field by their names in any language, as people write links; a name of two values is none."""
    pairs = {(name.casefold(), value) for lang in LANGUAGES for value, name in FACETS[key].names(tables, lang).items()}
    often = Counter(name for name, _ in pairs)
    return {name: value for name, value in pairs if often[name] == 1}


def _read_id(table: str) -> _Reader:
    def read(key: str, given: list[str], tables: Tables, notices: list[Notice]) -> str:
        found, unknown = _known([_one(key, given, notices)], tables[table].iloc[:, 0])
        if unknown:
            notices.append(_unknown(key, unknown))
        return found[0] if found else ""

    return read


def _read_asof(key: str, given: list[str], tables: Tables, notices: list[Notice]) -> str:
    """A briefing of the project: what is known after an own one, the project's tables cannot say."""
    briefing_id = str(_read_id("briefings")(key, given, tables, notices))
    if not is_own(briefing_id):
        return briefing_id
    notices.append(_notice(key, briefing_id, _UNKNOWN_ID, label=_LABELS[key]))
    return ""


def _read_date(key: str, given: list[str], _tables: Tables, notices: list[Notice]) -> date | None:
    text = _one(key, given, notices)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    if text:
        notices.append(_notice(key, text, _BAD_DATE))
    return None


def _read_choice(choices: Mapping[str, object], otherwise: object) -> _Reader:
    def read(key: str, given: list[str], _tables: Tables, notices: list[Notice]) -> object:
        text = _one(key, given, notices)
        if text and text not in choices:
            possible = ", ".join(choices)
            notices.append(_notice(key, text, _BAD_CHOICE, choices=Text(de=possible, en=possible)))
        return choices.get(text, otherwise)

    return read


def _read_search(key: str, given: list[str], _tables: Tables, notices: list[Notice]) -> str:
    text = " ".join(_one(key, given, notices).split())
    if len(text) > SEARCH_LENGTH:
        text = text[:SEARCH_LENGTH].rstrip()
        notices.append(_notice(key, text, _TOO_LONG))
    return text


def _read_version(_key: str, given: list[str], _tables: Tables, _notices: list[Notice]) -> str:
    return re.sub(r"[^0-9A-Za-z.-]", "", given[-1])[:40]


_SWITCH = _read_choice({"1": True, "0": False}, False)
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(FACETS, _read_facet),
    "from": _read_date,
    "to": _read_date,
    "overlap": _read_choice({"certain": "certain"}, ""),
    "q": _read_search,
    "notes": _SWITCH,
    "asof": _read_asof,
    "event": _read_id("events"),
    "briefing": _read_id("briefings"),
    "present": _SWITCH,
    "frame": _SWITCH,
    "lang": _read_choice({lang: lang for lang in LANGUAGES}, LANGUAGES[0]),
    "v": _read_version,
    "frozen": _SWITCH,
}
