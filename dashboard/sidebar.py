"""The filters: the only widgets that choose events. Each is set from the selection and writes the address."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import state
from dashboard.facets import labels
from dashboard.filter_widgets import day_field, dimension, held, multi, pills, seed
from dashboard.language import Language, Text, number, quarter
from dashboard.pages import PRODUCT
from dashboard.selection import SEARCH_LENGTH
from dashboard.view import View
from loaders.tables import Tables

_SEARCH = Text(de="Suche", en="Search")
_SEARCH_HINT = Text(de="Wörter oder „Wendung“", en="Words or “phrase”")
_SEARCH_HELP = Text(
    de="Findet Ereignisse, in deren Titel, Textstelle oder Abschnitt alle Wörter stehen, auch gebeugt, zusammengesetzt "
    "oder anders geschrieben (Norow, Norov). Anführungszeichen suchen eine Wendung. Mit der Eingabetaste bestätigen.",
    en="Finds events whose title, passage or section holds all the words, inflected, compounded or spelled differently "
    "as well (Norow, Norov). Quotation marks look for a phrase. Confirm with the enter key.",
)
_NOTES = Text(de="auch in Fußnoten", en="footnotes too")
_TIME = Text(de="Zeit", en="Time")
_YEAR = Text(de="Jahr der Briefings", en="Year of the briefings")
_QUARTERS = Text(de="Quartale der Briefings", en="Quarters of the briefings")
_FROM = Text(de="Ereignis ab", en="Event from")
_TO = Text(de="bis (inklusive)", en="to (inclusive)")
_CERTAINTY = Text(
    de="{certain} sicher, {possible} möglich in diesem Zeitraum", en="{certain} certain, {possible} possible in this period"
)
_CERTAIN = Text(de="nur sichere", en="certain ones only")
_CERTAIN_HELP = Text(
    de="Möglich ist ein Ereignis, von dem nur Monat, Quartal oder Jahr bekannt ist und das auch außerhalb liegen kann.",
    en="An event is possible if only its month, quarter or year is known and it may lie outside as well.",
)
_TOPICS = Text(de="Themen", en="Topics")
_WHERE = Text(de="Orte", en="Places")
_COUNTRY = Text(de="Staaten", en="Countries")
_PLACE = Text(de="Städte, Regionen, Staaten", en="Cities, regions, countries")
_ROLE = Text(de="Der Ort ist", en="The place is")
_WHO = Text(de="Akteure", en="Actors")
_WHAT = Text(de="Art und Status", en="Type and status")
_TYPE = Text(de="Art", en="Type")
_STATUS = Text(de="Status", en="Status")
_CHAIN = Text(de="Ausgang der Ankündigung", en="Outcome of the announcement")
_AS_OF = Text(de="Wissensstand", en="State of knowledge")
_NEWEST = Text(de="neuestes Briefing", en="newest briefing")
_AFTER = Text(de="nach dem Briefing {quarter}", en="after the briefing {quarter}")
_AS_OF_HELP = Text(
    de="Zeigt alles so, wie es nach diesem Briefing bekannt war.",
    en="Shows everything as it was known after this briefing.",
)
_FIELDS = {
    "time": ("quarter", "from", "to"),
    "topics": ("topic",),
    "where": ("country", "place", "role"),
    "who": ("actor",),
    "what": ("status", "type", "chain"),
    "asof": ("asof",),
}
_RESET = Text(de="Filter zurücksetzen", en="Reset filters")


def show(view: View, briefings: Tables) -> None:
    """Draws all filters into the sidebar; `briefings` are the tables with every briefing, later ones included."""
    lang = view.lang
    changed = _taking_all(lang)
    with st.sidebar, st.container(key="filters"):
        st.html(brand(view))
        _search(view, changed)
        with _group(view, "time", _TIME, is_open=True):
            _time(view, changed)
        with _group(view, "topics", _TOPICS):
            _topics(view, changed)
        with _group(view, "where", _WHERE):
            multi(view, "country", _COUNTRY, changed)
            multi(view, "place", _PLACE, changed)
            pills(view, "role", _ROLE(lang), *dimension(view, "place_roles", "role"), view.selection.role or None, changed)
        with _group(view, "who", _WHO):
            multi(view, "actor", _WHO, changed, hidden_label=True)
        with _group(view, "what", _WHAT):
            _what(view, changed)
        with _group(view, "asof", _AS_OF):
            _as_of(view, briefings, changed)
        reset(view)


def brand(view: View) -> str:
    """Icon and name of the product, leading to the overview; as HTML."""
    return f'<a class="brand" href="{escape(view.url("", event="", briefing=""))}">{PRODUCT(view.lang)}</a>'


def reset(view: View, key: str = "reset") -> None:
    """The button that takes all restrictions away."""
    st.button(
        _RESET(view.lang),
        key=key,
        on_click=lambda: state.choose(state.now().cleared()),
        disabled=not view.selection.is_restricted,
    )


def _group(view: View, name: str, title: Text, is_open: bool = False) -> AbstractContextManager[object]:
    """A group of filters that can be folded; it says how many of its values are chosen."""
    query = view.selection.to_query()
    chosen = sum(len(query[field].split(",")) for field in _FIELDS[name] if field in query)
    label = f"{title(view.lang)} · {number(chosen, view.lang)}" if chosen else title(view.lang)
    return st.expander(label, expanded=is_open or chosen > 0, key=f"group_{name}")


def _taking_all(lang: Language) -> Callable[[], None]:
    """A callback that takes the values of all filters, not only of the one touched: two quick clicks may come together."""

    def changed() -> None:
        now = state.now()
        changes: dict[str, object] = {}
        for field in ("quarter", "country", "place", "actor", "type", "status"):
            if held(field, lang) is not None:
                changes[field] = tuple(held(field, lang))  # type: ignore[arg-type]
        by_family = [values for name, values in _topic_pills(lang) if values is not None]
        if by_family:
            changes["topic"] = tuple(topic for values in by_family for topic in values)
        if held("chain", lang) is not None:
            single = [value for value in now.chain if value.startswith("c-")]
            changes["chain"] = (*held("chain", lang), *single)  # type: ignore[misc]
        for field in ("role", "asof"):
            changes[field] = held(field, lang) or ""
        changes["notes"] = bool(held("notes", lang)) if held("notes", lang) is not None else now.notes
        changes["overlap"] = {None: now.overlap, True: "certain", False: ""}[held("overlap", lang)]  # type: ignore[index]
        state.choose(replace(now, **changes))  # type: ignore[arg-type]

    return changed


def _topic_pills(lang: Language) -> list[tuple[str, list[str] | None]]:
    names = [str(name) for name in st.session_state if str(name).startswith("filter_topic_") and str(name).endswith(f"_{lang}")]
    return [(name, st.session_state[name]) for name in names]


def _search(view: View, changed: Callable[[], None]) -> None:
    lang = view.lang

    def searched() -> None:
        state.choose(replace(state.now(), q=" ".join(str(held("q", lang) or "").split())))

    st.text_input(
        _SEARCH(lang),
        key=seed("q", lang, view.selection.q),
        placeholder=_SEARCH_HINT(lang),
        icon=":material/search:",
        max_chars=SEARCH_LENGTH,
        help=_SEARCH_HELP(lang),
        on_change=searched,
    )
    if view.selection.q:
        st.checkbox(_NOTES(lang), key=seed("notes", lang, view.selection.notes), on_change=changed)


def _time(view: View, changed: Callable[[], None]) -> None:
    lang, chosen = view.lang, set(view.selection.quarter)
    counts = view.selection.option_counts(view.everything, "quarter")
    of_year: dict[str, set[str]] = {}
    for value in counts:
        of_year.setdefault(value[:4], set()).add(value)
    whole = [year for year, quarters in of_year.items() if quarters <= chosen]

    def year_changed() -> None:
        wanted = set(held("year", lang) or ())  # type: ignore[call-overload]
        dropped = {value for year in set(whole) - wanted for value in of_year[year]}
        added = {value for year in wanted - set(whole) for value in of_year[year]}
        state.choose(replace(state.now(), quarter=tuple(sorted(chosen - dropped | added))))

    of_years = {year: sum(counts[value] for value in quarters) for year, quarters in of_year.items()}
    pills(view, "year", _YEAR(lang), {year: year for year in of_year}, of_years, whole, year_changed)
    multi(view, "quarter", _QUARTERS, changed)
    for column, name, label in zip(st.columns(2), ("date_from", "date_to"), (_FROM, _TO), strict=True):
        with column:
            day_field(view, name, label)
    if view.selection.date_from or view.selection.date_to:
        certain, possible = view.selection.time_certainty(view.everything)
        st.caption(_CERTAINTY(lang, certain=number(certain, lang), possible=number(possible, lang)))
        is_certain = seed("overlap", lang, view.selection.overlap == "certain")
        st.checkbox(_CERTAIN(lang), key=is_certain, help=_CERTAIN_HELP(lang), on_change=changed)


def _topics(view: View, changed: Callable[[], None]) -> None:
    topics = view.everything["topics"]
    names, counts = dimension(view, "topics", "topic")
    for family_id, family in labels(view.everything, "topic_families", view.lang).items():
        of_family = {topic: names[topic] for topic in topics.loc[topics["family_id"] == family_id, "topic_id"]}
        chosen = [topic for topic in view.selection.topic if topic in of_family]
        with st.container(key=f"family_{family_id}"):
            pills(view, f"topic_{family_id}", family, of_family, counts, chosen, changed)


def _what(view: View, changed: Callable[[], None]) -> None:
    lang = view.lang
    pills(view, "status", _STATUS(lang), *dimension(view, "statuses", "status"), list(view.selection.status), changed)
    multi(view, "type", _TYPE, changed)
    if len(view.everything["chains"]):
        names, counts = dimension(view, "chain_outcomes", "chain")
        pills(view, "chain", _CHAIN(lang), names, counts, [value for value in view.selection.chain if value in names], changed)


def _as_of(view: View, everything: Tables, changed: Callable[[], None]) -> None:
    lang = view.lang
    briefings = everything["briefings"].sort_values("quarter", ascending=False)
    quarters = dict(zip(briefings["briefing_id"], briefings["quarter"], strict=True))
    st.selectbox(
        _AS_OF(lang),
        ["", *quarters],
        key=seed("asof", lang, view.selection.asof),
        format_func=lambda value: _AFTER(lang, quarter=quarter(quarters[value], lang)) if value else _NEWEST(lang),
        on_change=changed,
        help=_AS_OF_HELP(lang),
        label_visibility="collapsed",
    )
