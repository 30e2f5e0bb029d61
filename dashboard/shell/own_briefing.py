"""A reader's own briefing among the project's rows: the switch on its page, and what every view says of it."""

from html import escape

import streamlit as st

from dashboard.contents.html_parts import link, tag
from dashboard.filters.own import SIGN, is_own, without_own
from dashboard.language import Text, number, quarter
from dashboard.markdown import escaped
from dashboard.shell import own_tables, state
from dashboard.view import View

PAGE = "own"
_SWITCH = "own_everywhere"
_SHOW = Text(de="In allen Ansichten zeigen", en="Show in all views")
_SHOW_HELP = Text(
    de="Die Ereignisse stehen dann in dieser Sitzung neben denen des Bestands, überall mit dem Zeichen {sign}. Verwerfen, "
    "Ausschalten oder Neuladen nimmt sie wieder heraus.",
    en="The events then stand beside those of the project in this session, with the sign {sign} everywhere. Discarding, "
    "switching off or reloading takes them out again.",
)
_AMONG = Text(
    de="darunter {count} aus Ihrem Briefing „{name}“, nur in dieser Sitzung",
    en="{count} of them from your briefing “{name}”, in this session only",
)
_ALL = Text(
    de="alle aus Ihrem Briefing „{name}“, nur in dieser Sitzung",
    en="all of them from your briefing “{name}”, in this session only",
)
_NONE = Text(
    de="keines davon aus Ihrem Briefing „{name}“, nur in dieser Sitzung",
    en="none of them from your briefing “{name}”, in this session only",
)
_LATER = Text(
    de="ohne Ihr Briefing „{name}“: {quarter} liegt nach diesem Wissensstand",
    en="without your briefing “{name}”: {quarter} lies after this state of knowledge",
)
_PROJECT_ONLY = Text(
    de="ohne Ihr Briefing „{name}“: Diese Seite zeigt nur den Bestand",
    en="without your briefing “{name}”: this page shows the project’s data alone",
)
_LEFT_OUT = Text(
    de="Links, Bilder und Dateien hier zeigen nur den Bestand, ohne Ihr Briefing „{name}“: Es verlässt diese Sitzung nicht.",
    en="Links, pictures and files here show the project’s data alone, without your briefing “{name}”: it does not leave this "
    "session.",
)
_CHANGE = Text(de="ändern", en="change")
_THIS = Text(
    de="{sign} Aus Ihrem Briefing „{name}“, nur in dieser Sitzung: kein Link führt hierher.",
    en="{sign} From your briefing “{name}”, in this session only: no link leads here.",
)


def switch() -> None:
    """Draws the switch, for the page of the own briefing."""
    if own_tables.held() is None:
        return
    lang = state.now().lang
    st.session_state[_SWITCH] = own_tables.shown() is not None
    st.toggle(_SHOW(lang), key=_SWITCH, on_change=_switched, help=_SHOW_HELP(lang, sign=SIGN))


def note_html(view: View) -> str:
    """The sentence under the number of events: how many are of the own briefing, or why none is; '' where none is shown."""
    words = _note(view)
    if not words:
        return ""
    back = "" if view.selection.is_bare else f" {link(view.url(PAGE, event='', briefing=''), escape(_CHANGE(view.lang)))}"
    return tag("p", f'<span aria-hidden="true">{SIGN} </span>{escape(words)}{back}', "own-note")


def _note(view: View) -> str:
    shown, lang = own_tables.shown(), view.lang
    if shown is None or view.page == PAGE:
        return ""
    if view.own:
        count = view.own_count
        sentence = _NONE if not count else _ALL if count == view.count else _AMONG
        return sentence(lang, count=number(count, lang), name=shown.name)
    if view.selection.asof and shown.is_later(view.everything):
        return _LATER(lang, name=shown.name, quarter=quarter(shown.quarter, lang))
    return _PROJECT_ONLY(lang, name=shown.name)


def caption_left_out() -> None:
    """Says beside links and files made at an address that they hold the project's data alone."""
    shown, lang = own_tables.shown(), state.now().lang
    if shown:
        st.caption(escaped(_LEFT_OUT(lang, name=shown.name)))


def is_shown_here(view: View) -> bool:
    """Whether the page is of one event, or of the whole text, of the own briefing."""
    chosen = view.selection
    return (view.page == "event" and is_own(chosen.event)) or (
        view.page == "briefing" and is_own(chosen.briefing or chosen.event)
    )


def show_origin(view: View) -> None:
    """Says on a page without a head that it shows an own event or text, or that it shows none."""
    if view.own and is_shown_here(view):
        st.info(escaped(_THIS(view.lang, sign=SIGN, name=view.own.name)))
    elif view.own is None and (words := _note(view)):
        st.caption(f"{SIGN} {escaped(words)}")


def _switched() -> None:
    is_on = bool(st.session_state.get(_SWITCH))
    # Before it is gone: afterwards the address names what does not exist.
    chosen = state.now()
    own_tables.show(is_on)
    if not is_on:
        state.choose(without_own(chosen))
