"""The kinds of filter widgets: set from the selection on every run, and written to the address when touched."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.filters.facets import FACETS, labels
from dashboard.language import Language, Text, number
from dashboard.markdown import escaped
from dashboard.names import sort_key
from dashboard.shell import state
from dashboard.view import View

_ANY = Text(de="alle", en="any")
_DATE_HINT = Text(de="TT.MM.JJJJ", en="DD/MM/YYYY")
_NO_DATE = Text(de="„{text}“ ist kein Datum. So geht es: 31.03.2021.", en="“{text}” is not a date. Write it like 31/03/2021.")


def seed(name: str, lang: Language, value: object) -> str:
    """Sets the widget `name` to what the address says and gives its key.

    On every run, because labels hold counts and change with every filter; one key a language, because Streamlit
    remembers what is chosen by its label.
    """
    st.session_state[key(name, lang)] = value
    return key(name, lang)


def seed_if_other(name: str, lang: Language, value: object) -> str:
    """The same for widgets that tell their values by place, not by label: they need it only when the address changed.

    Setting them on every run would undo a click that is under way.
    """
    present = held(name, lang)
    is_same = set(present) == set(value) if isinstance(present, list) and isinstance(value, list) else present == value
    if key(name, lang) not in st.session_state or not is_same:
        seed(name, lang, value)
    return key(name, lang)


def key(name: str, lang: Language) -> str:
    """The key of the filter widget `name`."""
    return f"filter_{name}_{lang}"


def held(name: str, lang: Language) -> object:
    """What the widget `name` holds; None if it is not drawn."""
    return st.session_state.get(key(name, lang))


def multi(view: View, field: str, label: Text, on_change: Callable[[], None], hidden_label: bool = False) -> None:
    """Chooses among the values that any event has: most events under the other filters first."""
    lang, facet, counts = view.lang, FACETS[field], view.selection.option_counts(view.everything, field)
    names = facet.names(view.everything, lang)
    used = set(facet.pairs(view.everything, "")["value"])
    counts = {value: count for value, count in counts.items() if value in used}
    in_order = sorted(counts, key=lambda value: (-counts[value], sort_key(names.get(value, value))))
    # A value of a later briefing stays on show in an as-of view: it was chosen, and says why nothing is found.
    chosen = list(getattr(view.selection, field))
    st.multiselect(
        label(lang),
        [*in_order, *(value for value in chosen if value not in counts)],
        key=seed(field, lang, chosen),
        format_func=lambda value: f"{names.get(value, value)} ({number(counts.get(value, 0), lang)})",
        placeholder=_ANY(lang),
        on_change=on_change,
        select_all=False,
        filter_mode="contains",
        label_visibility="collapsed" if hidden_label else "visible",
    )


def pills(
    view: View,
    name: str,
    label: str,
    names: Mapping[str, str],
    counts: Mapping[str, int],
    chosen: Iterable[str] | str | None,
    on_change: Callable[[], None],
    hidden_label: bool = False,
) -> None:
    """Chooses among a few values, all in sight with their counts; those without events are grey."""

    def text(value: str) -> str:
        words = f"{escaped(names[value])} :small[{number(counts[value], view.lang)}]"
        return words if counts[value] else f":gray[{words}]"

    one = chosen is None or isinstance(chosen, str)
    st.pills(
        label,
        list(names),
        selection_mode="single" if one else "multi",
        key=seed_if_other(name, view.lang, chosen if one else list(chosen or ())),
        format_func=text,
        on_change=on_change,
        label_visibility="collapsed" if hidden_label else "visible",
    )


def dimension(view: View, table: str, field: str) -> tuple[dict[str, str], dict[str, int]]:
    """Names and counts of the few values of a dimension table, for `pills`."""
    names = labels(view.everything, table, view.lang)
    counts = view.selection.option_counts(view.everything, field)
    return names, {value: counts[value] for value in names}


def day_field(view: View, name: str, label: Text) -> None:
    """A typed day, written to `date_from` or `date_to`. The calendar of st.date_input speaks the browser's language."""
    lang = view.lang
    chosen: date | None = getattr(view.selection, name)
    wrong = st.session_state.get(f"wrong_{name}", "")
    shown = chosen.strftime("%d.%m.%Y" if lang == "de" else "%d/%m/%Y") if chosen else ""

    def changed() -> None:
        text = str(held(name, lang) or "").strip()
        value = read_day(text)
        st.session_state[f"wrong_{name}"] = text if text and value is None else ""
        if value is not None or not text:
            state.choose(replace(state.now(), **{name: value}))  # type: ignore[arg-type]

    st.text_input(
        label(lang), key=seed(name, lang, wrong or shown), placeholder=_DATE_HINT(lang), on_change=changed, max_chars=20
    )
    if wrong:
        st.caption(f":red[{escaped(_NO_DATE(lang, text=wrong))}]")


def read_day(text: str) -> date | None:
    """A day as typed: '31.3.2021', '31/03/2021' or '2021-03-31'; None if it is none."""
    found = re.fullmatch(r"(\d{1,2})[./ ]+(\d{1,2})[./ ]+(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})", text.strip(), re.ASCII)
    if not found:
        return None
    day, month, year, year_first, month_then, day_last = found.groups()
    try:
        return date(int(year or year_first), int(month or month_then), int(day or day_last))
    except ValueError:
        return None
