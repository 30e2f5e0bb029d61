"""The filters: the only widgets that choose events. Each is set from the selection and writes the address."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.filters.facets import FACETS, labels
from dashboard.filters.selection import SEARCH_LENGTH, Selection
from dashboard.language import Language, Text, number, quarter
from dashboard.pages import PRODUCT
from dashboard.shell import state
from dashboard.shell.filter_widgets import day_field, dimension, held, multi, pills, seed
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
_QUARTERS = Text(de="Quartal der Briefings", en="Quarter of the briefings")
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
    "who": ("actor", "with_actor"),
    "what": ("status", "type", "chain"),
    "asof": ("asof",),
}
_RESET = Text(de="Filter zurücksetzen", en="Reset filters")


def show(view: View, briefings: Tables, note: Text | None = None) -> None:
    """Draws all filters into the sidebar, under a note of what they do on this page.

    `briefings` are the tables with every briefing, later ones included.
    """
    lang = view.lang
    with st.sidebar, st.container(key="filters"):
        st.html(brand(view))
        if note:
            st.html(f'<p class="label" role="note">{escape(note(lang))}</p>')
        _search(view)
        if view.own:
            _origin(view)
        with _group(view, "time", _TIME, is_open=True):
            _time(view)
        with _group(view, "topics", _TOPICS):
            _topics(view)
        with _group(view, "where", _WHERE):
            multi(view, "country", _COUNTRY, _taking("country", lang))
            multi(view, "place", _PLACE, _taking("place", lang))
            pills(
                view,
                "role",
                _ROLE(lang),
                *dimension(view, "place_roles", "role"),
                view.selection.role or None,
                _taking("role", lang),
            )
        with _group(view, "who", _WHO):
            multi(view, "actor", _WHO, _taking("actor", lang), hidden_label=True)
            if view.selection.actor or view.selection.with_actor:
                multi(view, "with_actor", FACETS["with_actor"].label, _taking("with_actor", lang))
        with _group(view, "what", _WHAT):
            _what(view)
        with _group(view, "asof", _AS_OF):
            _as_of(view, briefings)
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


def _origin(view: View) -> None:
    """Where an own briefing is shown: all events, those of the project, or those of the own briefing."""
    facet, counts = FACETS["origin"], view.selection.option_counts(view.everything, "origin")
    names, chosen = facet.names(view.everything, view.lang), view.selection.origin or None
    pills(view, "origin", facet.label(view.lang), names, counts, chosen, _taking("origin", view.lang))


def _group(view: View, name: str, title: Text, is_open: bool = False) -> AbstractContextManager[object]:
    """A group of filters that can be folded; it says how many of its values are chosen."""
    query = view.selection.to_query()
    chosen = sum(len(query[field].split(",")) for field in _FIELDS[name] if field in query)
    label = f"{title(view.lang)} · {number(chosen, view.lang)}" if chosen else title(view.lang)
    return st.expander(label, expanded=is_open or chosen > 0, key=f"group_{name}")


def _taking(field: str, lang: Language, widget: str = "", among: Iterable[str] = ()) -> Callable[[], None]:
    """A callback that puts what a widget holds into a field of the selection; it touches no other field.

    Where the widget offers some of the field's values only, `among` names them: the others stay chosen.
    """

    def changed() -> None:
        now, value = state.now(), held(widget or field, lang)
        if isinstance(getattr(now, field), tuple):
            kept = [item for item in getattr(now, field) if among and item not in among]
            value = (*kept, *(value or ()))  # type: ignore[misc]
        state.choose(replace(now, **{field: value or getattr(Selection(), field)}))  # type: ignore[arg-type]

    return changed


def _search(view: View) -> None:
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
        st.checkbox(_NOTES(lang), key=seed("notes", lang, view.selection.notes), on_change=_taking("notes", lang))


def _time(view: View) -> None:
    lang = view.lang
    counts = view.selection.option_counts(view.everything, "quarter")
    of_year: dict[str, list[str]] = {}
    for value in counts:
        of_year.setdefault(value[:4], []).append(value)
    st.html(f'<p class="label">{_QUARTERS(lang)}</p>')
    with st.container(key="years"):
        for year, quarters in of_year.items():
            _year(view, year, {value: counts[value] for value in quarters})
    for column, name, label in zip(st.columns(2), ("date_from", "date_to"), (_FROM, _TO), strict=True):
        with column:
            day_field(view, name, label)
    if view.selection.date_from or view.selection.date_to:
        certain, possible = view.selection.time_certainty(view.everything)
        st.caption(_CERTAINTY(lang, certain=number(certain, lang), possible=number(possible, lang)))

        def certain_changed() -> None:
            state.choose(replace(state.now(), overlap="certain" if held("overlap", lang) else ""))

        is_certain = seed("overlap", lang, view.selection.overlap == "certain")
        st.checkbox(_CERTAIN(lang), key=is_certain, help=_CERTAIN_HELP(lang), on_change=certain_changed)


def _year(view: View, year: str, counts: dict[str, int]) -> None:
    """A row of pills: the year, which stands for all its quarters, and these."""
    widget = f"year_{year}"
    chosen = [value for value in view.selection.quarter if value in counts]
    is_whole = len(chosen) == len(counts)

    def changed() -> None:
        now = state.now()
        new = year_choice(year, list(counts), is_whole, set(held(widget, view.lang) or ()))  # type: ignore[call-overload]
        others = [value for value in now.quarter if value not in counts]
        state.choose(replace(now, quarter=tuple(sorted([*others, *new]))))

    names = {year: year, **{value: value.partition("-")[2] for value in counts}}
    shown = [year, *chosen] if is_whole else chosen
    all_counts = {year: sum(counts.values()), **counts}
    pills(view, widget, year, names, all_counts, shown, changed, hidden_label=True)


def year_choice(year: str, quarters: list[str], was_whole: bool, pressed: set[str]) -> list[str]:
    """The quarters meant by the pills pressed in a year's row, whose first pill is the year itself.

    Pressing the year takes all its quarters, releasing it takes none; `was_whole` says whether all were chosen before.
    """
    if year in pressed and (not was_whole or pressed == {year}):
        return quarters
    if year not in pressed and was_whole and pressed == set(quarters):
        return []
    return [value for value in quarters if value in pressed]


def _topics(view: View) -> None:
    topics = view.everything["topics"]
    names, counts = dimension(view, "topics", "topic")
    for family_id, family in labels(view.everything, "topic_families", view.lang).items():
        of_family = {topic: names[topic] for topic in topics.loc[topics["family_id"] == family_id, "topic_id"]}
        chosen = [topic for topic in view.selection.topic if topic in of_family]
        with st.container(key=f"family_{family_id}"):
            taking = _taking("topic", view.lang, f"topic_{family_id}", of_family)
            pills(view, f"topic_{family_id}", family, of_family, counts, chosen, taking)


def _what(view: View) -> None:
    lang = view.lang
    pills(
        view,
        "status",
        _STATUS(lang),
        *dimension(view, "statuses", "status"),
        list(view.selection.status),
        _taking("status", lang),
    )
    multi(view, "type", _TYPE, _taking("type", lang))
    if len(view.everything["chains"]):
        names, counts = dimension(view, "chain_outcomes", "chain")
        chosen = [value for value in view.selection.chain if value in names]
        pills(view, "chain", _CHAIN(lang), names, counts, chosen, _taking("chain", lang, among=names))


def _as_of(view: View, everything: Tables) -> None:
    lang = view.lang
    briefings = everything["briefings"].sort_values("quarter", ascending=False)
    quarters = dict(zip(briefings["briefing_id"], briefings["quarter"], strict=True))
    st.selectbox(
        _AS_OF(lang),
        ["", *quarters],
        key=seed("asof", lang, view.selection.asof),
        format_func=lambda value: _AFTER(lang, quarter=quarter(quarters[value], lang)) if value else _NEWEST(lang),
        on_change=_taking("asof", lang),
        help=_AS_OF_HELP(lang),
        label_visibility="collapsed",
    )
