"""The presentation a reader puts together: its steps in order, with captions; played, kept as a file, taken along."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from urllib.parse import parse_qs

import streamlit as st

from dashboard import data
from dashboard.contents.html_parts import STYLE_SHEET, link, tag
from dashboard.filters import links
from dashboard.language import LANGUAGES, Language, Text, counted
from dashboard.pages import PAGES
from dashboard.serving.share_routes import PPTX
from dashboard.sharing.deck import deck
from dashboard.sharing.powerpoint import powerpoint
from dashboard.sharing.slide import slides
from dashboard.sharing.steps import OVERVIEW, SetError, Step, StepSet, from_bytes, to_text
from dashboard.shell import own_set
from dashboard.shell.base_address import base_address
from dashboard.shell.share_menu import STYLE
from dashboard.view import View, address

TITLE = Text(de="Präsentation", en="Presentation")
LEAD = Text(
    de="Eine geordnete Folge gespeicherter Ansichten. Fügen Sie Ansichten über „Teilen“ hinzu, beschriften und ordnen Sie sie "
    "hier. Die Folge gilt für diese Sitzung; sichern Sie sie als Datei, um sie zu behalten oder weiterzugeben.",
    en="An ordered set of saved views. Add views with “Share”, caption and order them here. The set lasts for this session; "
    "save it as a file to keep it or to pass it on.",
)
EMPTY = Text(
    de="Noch keine Schritte. Öffnen Sie eine Ansicht, wählen Sie „Teilen“ und dort „Ansicht hinzufügen“ – oder laden Sie eine "
    "gesicherte Präsentation.",
    en="No steps yet. Open a view, choose “Share” and there “Add this view” – or load a presentation you saved.",
)
NAME = Text(de="Titel der Präsentation", en="Title of the presentation")
PLAY = Text(de="Vorführen", en="Play")
SAVE = Text(de="Als Datei sichern", en="Save as a file")
PAGE = Text(de="Als HTML-Seite", en="As an HTML page")
POWERPOINT = Text(de="Als PowerPoint", en="As PowerPoint")
LOAD = Text(de="Gesicherte Präsentation laden (JSON)", en="Load a saved presentation (JSON)")
LOADED = Text(de="{steps} geladen", en="{steps} loaded")
CLEAR = Text(de="Leeren", en="Clear")
CAPTION = {
    "de": Text(de="Beschriftung, deutsch", en="Caption, German"),
    "en": Text(de="Beschriftung, englisch", en="Caption, English"),
}
UP = Text(de="Schritt {n} nach oben", en="Move step {n} up")
DOWN = Text(de="Schritt {n} nach unten", en="Move step {n} down")
REMOVE = Text(de="Schritt {n} entfernen", en="Remove step {n}")
KEYS = Text(
    de="Vorführen öffnet einen Bildschirm ohne Bedienung: Pfeiltasten blättern, T zeigt die Tabelle, F Vollbild, Esc beendet.",
    en="Play opens a screen without controls: arrow keys turn, T shows the table, F is full screen, Esc leaves.",
)
_STEP, _STEPS = Text(de="Schritt", en="step"), Text(de="Schritte", en="steps")


def show(view: View) -> None:
    """Draws the presentation of this session."""
    lang, steps = view.lang, own_set.now()
    st.html(STYLE_SHEET)
    st.html(STYLE)
    st.html(tag("div", tag("h1", TITLE(lang)) + tag("p", LEAD(lang), "lead"), "pg"))
    if steps.steps:
        _name(steps, lang)
        _ways(steps, view)
        with st.container(key="steps"):
            for number in range(1, len(steps.steps) + 1):
                _step(number, steps, view)
    else:
        st.info(EMPTY(lang), icon=":material/playlist_add:")
    _load(lang)


def _name(steps: StepSet, lang: Language) -> None:
    def changed() -> None:
        own_set.choose(replace(own_set.now(), title=str(st.session_state["set_title"]).strip(), language=lang))

    st.session_state.setdefault("set_title", steps.title)
    st.text_input(NAME(lang), key="set_title", max_chars=120, on_change=changed)


def _ways(steps: StepSet, view: View) -> None:
    lang, base = view.lang, base_address(view)
    named = replace(steps, language=lang, data=steps.data or data.current().version)
    file = f"sco-presentation-{len(steps.steps)}"
    with st.container(horizontal=True, vertical_alignment="center", key="set_ways"):
        _play(named, lang)
        st.download_button(SAVE(lang), to_text(named), f"{file}.json", "application/json", key="set_save", on_click="ignore")
        st.download_button(PAGE(lang), lambda: _page(named, base), f"{file}.html", "text/html", key="set_page", on_click="ignore")
        st.download_button(POWERPOINT(lang), lambda: _pptx(named, base), f"{file}.pptx", PPTX, key="set_pptx", on_click="ignore")
        st.button(CLEAR(lang), key="set_clear", type="tertiary", on_click=_clear)
    st.caption(KEYS(lang))


def _play(steps: StepSet, lang: Language) -> None:
    """A form: the set travels with the request, so that the server keeps nothing and a reload shows it again."""
    button = tag("button", escape(PLAY(lang)), "play", type="submit")
    fields = "".join(
        f'<textarea name="{name}" hidden>{escape(text)}</textarea>' for name, text in (("set", to_text(steps)), ("lang", lang))
    )
    st.html(
        tag("form", fields + button, "play-form", method="post", action="./play", target="_blank")
        + "<script>document.querySelectorAll('.play-form').forEach((form) => { form.target = '_blank'; });</script>",
        unsafe_allow_javascript=True,
        width="content",
    )


def _page(steps: StepSet, base: str) -> bytes:
    return deck(slides(steps, data.current(), steps.language, base), steps.title, steps.language).encode()


def _pptx(steps: StepSet, base: str) -> bytes:
    shown = slides(steps, data.current(), steps.language, base)
    return powerpoint(shown, steps.title, steps.language, datetime.now(UTC))


def _step(number: int, steps: StepSet, view: View) -> None:
    lang, index, step = view.lang, number - 1, steps.steps[number - 1]
    # The captions of a step keep their fields when the step moves: the key goes with what the step shows.
    name = f"{abs(hash((step.page, step.query, step.chart)))}_{_turn(steps, index)}"
    with st.container(key=f"step_{number}", border=True):
        with st.container(horizontal=True, vertical_alignment="center", key=f"step_head_{number}"):
            st.html(tag("div", _what(number, step, view), "pg"))
            for kind, icon, text, by in (("up", "arrow_upward", UP, -1), ("down", "arrow_downward", DOWN, 1)):
                is_end = index + by not in range(len(steps.steps))
                _icon_button(f"step_{kind}_{number}", icon, text(lang, n=number), _moving(index, by), is_end)
            _icon_button(f"step_remove_{number}", "close", REMOVE(lang, n=number), _removing(index))
        for column, code in zip(st.columns(len(LANGUAGES)), (lang, *(code for code in LANGUAGES if code != lang)), strict=True):
            with column:
                _caption(index, name, code, getattr(step, f"caption_{code}"), lang)


def _icon_button(key: str, icon: str, label: str, pressed: Callable[[], None], is_off: bool = False) -> None:
    """A button that shows a sign; its words are for those who hear it, and for the pointer that rests on it."""
    st.button(label, key=key, icon=f":material/{icon}:", help=label, type="tertiary", disabled=is_off, on_click=pressed)


def _caption(index: int, name: str, code: Language, text: str, lang: Language) -> None:
    key = f"caption_{code}_{name}"
    st.session_state.setdefault(key, text)

    def changed() -> None:
        own_set.choose(own_set.now().changed(index, **{f"caption_{code}": str(st.session_state[key]).strip()}))

    st.text_input(CAPTION[code](lang), key=key, max_chars=200, on_change=changed)


def _what(number: int, step: Step, view: View) -> str:
    """What a step shows: page and chart, number and filter, and what of its query no longer holds."""
    lang = view.lang
    found = links.read(parse_qs(step.query, keep_blank_values=True), data.current())
    selection = replace(found.selection, lang=lang)
    page = "" if step.page == OVERVIEW else step.page
    title = next(one.title(lang) for one in PAGES if one.id == page)
    chart = own_set.chart_names(lang).get(step.chart, "")
    name = title if chart in ("", title) else f"{title}: {chart}"
    words = selection.sentence(data.known_after(found.tables, selection.asof), lang)
    faults = "".join(tag("p", escape(notice.text(lang)), "quiet") for notice in found.notices)
    return tag("p", f"<b>{number}.</b> {link(address(page, selection), escape(name))} · {escape(words)}") + faults


def _turn(steps: StepSet, index: int) -> int:
    """Which of several steps that show the same this one is."""
    same = [(step.page, step.query, step.chart) for step in steps.steps[: index + 1]]
    return same.count(same[-1])


def _moving(index: int, by: int) -> Callable[[], None]:
    return lambda: own_set.choose(own_set.now().moved(index, by))


def _removing(index: int) -> Callable[[], None]:
    return lambda: own_set.choose(own_set.now().without(index))


def _clear() -> None:
    own_set.choose(StepSet())
    st.session_state.pop("set_title", None)


def _load(lang: Language) -> None:
    file = st.file_uploader(LOAD(lang), type="json", key="set_load")
    if file is None or st.session_state.get("set_loaded") == file.file_id:
        return
    st.session_state["set_loaded"] = file.file_id
    try:
        steps = from_bytes(file.getvalue())
    except SetError as error:
        st.error(error.text(lang), icon=":material/error:")
        return
    own_set.choose(steps)
    st.session_state.pop("set_title", None)
    for key in [key for key in st.session_state if str(key).startswith("caption_")]:
        del st.session_state[key]
    st.toast(LOADED(lang, steps=counted(len(steps.steps), _STEP, _STEPS, lang)), icon=":material/check:")
    st.rerun()
