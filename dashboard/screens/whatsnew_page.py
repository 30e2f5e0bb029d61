"""What is new: two quarters side by side."""

from dataclasses import replace

import streamlit as st

from dashboard.contents.compare import compared_quarters
from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.language import Language, Text, quarter
from dashboard.screens.whatsnew_html import whatsnew_html
from dashboard.shell import state
from dashboard.view import View

LEAD = Text(
    de="Was in {after} gegenüber {before} neu ist, unter den übrigen Filtern. Jeder Name führt zu seinen Ereignissen.",
    en="What is new in {after} compared with {before}, under the other filters. Each name leads to its events.",
)
EARLIER = Text(de="Früheres Quartal", en="Earlier quarter")
LATER = Text(de="Späteres Quartal", en="Later quarter")
NO_QUARTER = Text(de="Die Daten enthalten kein Briefing.", en="The data hold no briefing.")
TOO_FEW = Text(de="Zum Vergleichen braucht es zwei Quartale.", en="It takes two quarters to compare.")


def show(view: View) -> None:
    """Draws the comparison of the first and last quarter chosen; one alone is compared with the one before it."""
    st.html(STYLE_SHEET)
    lang = view.lang
    quarters = sorted(set(view.everything["briefings"]["quarter"]))
    if len(quarters) < 2:
        st.info((TOO_FEW if quarters else NO_QUARTER)(lang))
        return
    before, after = compared_quarters(view.selection.quarter, quarters)
    with st.container(horizontal=True, key="compared"):
        _choose("before", EARLIER, quarters[:-1], before, (before, after), lang)
        _choose("after", LATER, [quarter_ for quarter_ in quarters if quarter_ > before], after, (before, after), lang)
    tables = replace(view.selection, quarter=()).apply(view.everything)
    pair = replace(view, selection=replace(view.selection, quarter=(before, after)))
    lead = tag("p", LEAD(lang, before=quarter(before, lang), after=quarter(after, lang)), "lead")
    st.html(tag("div", lead + whatsnew_html(tables, pair, before, after), "pg"))


def _choose(side: str, label: Text, options: list[str], chosen: str, pair: tuple[str, str], lang: Language) -> None:
    """A select box that writes both quarters into the selection, so that the link holds them."""
    key = f"compare_{side}_{lang}"
    st.session_state[key] = chosen

    def changed() -> None:
        new = st.session_state[key]
        both = (new, max(pair[1], _next(options, new))) if side == "before" else (min(pair[0], new), new)
        state.choose(replace(state.now(), quarter=tuple(sorted(set(both)))))

    st.selectbox(label(lang), options, key=key, format_func=lambda value: quarter(value, lang), on_change=changed, width=200)


def _next(quarters: list[str], value: str) -> str:
    at = quarters.index(value) + 1
    return quarters[at] if at < len(quarters) else value
