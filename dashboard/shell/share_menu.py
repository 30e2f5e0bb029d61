"""The menu 'Teilen' above every view, and the pictures of a chart: each entry is a link or one click."""

from dataclasses import replace
from html import escape
from pathlib import Path
from types import ModuleType

import streamlit as st

from dashboard.contents.html_parts import link, tag
from dashboard.language import Text, counted
from dashboard.sharing import chromium, picture
from dashboard.sharing.frame import frame_html
from dashboard.sharing.slide import step_of
from dashboard.sharing.steps import MOST_STEPS, OVERVIEW, charts_of, step_pages
from dashboard.shell import own_briefing, own_set
from dashboard.shell.base_address import base_address
from dashboard.view import View

STYLE = Path(__file__).parent.parent / "static" / "share.css"
SHARE = Text(de="Teilen", en="Share")
PICTURE = Text(de="Bild", en="Picture")
INSTEAD = Text(
    de="HTML-Seite, PowerPoint und Druckseite unter „Teilen“ gehen trotzdem.",
    en="HTML page, PowerPoint and the page to print under “Share” work all the same.",
)
_PRESENTATION = Text(de="Präsentation", en="Presentation")
_CHART = Text(de="Diagramm", en="Chart")
_ADD = Text(de="Ansicht hinzufügen", en="Add this view")
_ADDED = Text(de="Als Schritt {n} hinzugefügt", en="Added as step {n}")
_OPEN = Text(de="Meine Präsentation ({steps})", en="My presentation ({steps})")
_STEP, _STEPS = Text(de="Schritt", en="step"), Text(de="Schritte", en="steps")
_FILES = Text(de="Als Datei", en="As a file")
_POWERPOINT = Text(de="PowerPoint", en="PowerPoint")
_POWERPOINT_HELP = Text(de="diese Ansicht als Folie", en="this view as a slide")
_PAGE = Text(de="HTML-Seite", en="HTML page")
_PAGE_HELP = Text(de="läuft ohne Server und Netz", en="runs without server or network")
_SHEET = Text(de="Quartalsblatt (PDF)", en="Quarter sheet (PDF)")
_SHEET_HELP = Text(de="die Auswahl auf ein bis zwei A4-Seiten", en="the selection on one or two A4 pages")
_PRINT = Text(de="Quartalsblatt (Druckseite)", en="Quarter sheet (page to print)")
_FRAME = Text(de="In eine andere Seite einbetten", en="Embed in another page")
_FRAME_HELP = Text(
    de="Die Ansicht ohne Bedienung. Welche Seiten sie zeigen dürfen, legt fest, wer diesen Dienst betreibt.",
    en="The view without controls. Which pages may show it is set by whoever runs this service.",
)


def show(view: View, title: str) -> None:
    """Draws the menu for a view called `title`."""
    lang = view.lang
    st.html(STYLE)
    with st.popover(SHARE(lang), icon=":material/share:", key="share", width="content"):
        own_briefing.caption_left_out()
        if (view.page or OVERVIEW) in step_pages():
            _presentation(view)
        _files(view)
        st.html(_heading(_FRAME(lang)))
        st.code(frame_html(view, base_address(view), title), language="html", wrap_lines=True)
        st.caption(_FRAME_HELP(lang))


def picture_menu(chart: ModuleType, view: View) -> None:
    """Draws the formats in which a chart can be had as a picture, or why there are none."""
    lang = view.lang
    with st.popover(PICTURE(lang), type="tertiary", icon=":material/image:", key=f"picture_{chart.ID}"):
        why_not = chromium.why_not()
        if why_not:
            st.caption(f"{why_not(lang)} {INSTEAD(lang)}")
            return
        items = [
            (text(lang), f"./chart.{format_}?chart={chart.ID}&{_query(view)}", "") for format_, text in picture.FORMATS.items()
        ]
        own_briefing.caption_left_out()
        st.html(STYLE)
        st.html(_links(items))


def _presentation(view: View) -> None:
    lang, charts = view.lang, charts_of(view.page)
    st.html(_heading(_PRESENTATION(lang)))
    chosen = charts[0] if charts else ""
    if len(charts) > 1:
        names = own_set.chart_names(lang)
        chosen = st.selectbox(_CHART(lang), charts, format_func=lambda id_: names[id_], key=f"share_chart_{view.page}_{lang}")
    steps = own_set.now().steps

    def add() -> None:
        own_set.choose(own_set.now().with_step(step_of(view, chosen)))
        st.toast(_ADDED(lang, n=len(own_set.now().steps)), icon=":material/check:")

    is_full = len(steps) >= MOST_STEPS
    st.button(_ADD(lang), key="share_add", icon=":material/playlist_add:", on_click=add, disabled=is_full, width="stretch")
    if steps:
        opened = view.url("presentation", event="", briefing="")
        st.html(tag("p", link(opened, _OPEN(lang, steps=counted(len(steps), _STEP, _STEPS, lang))), "share-own"))


def _files(view: View) -> None:
    lang, query = view.lang, _query(view)
    items = []
    if (view.page or OVERVIEW) in step_pages():
        page = f"page={view.page or OVERVIEW}&{query}"
        items += [
            (_POWERPOINT(lang), f"./view.pptx?{page}", _POWERPOINT_HELP(lang)),
            (_PAGE(lang), f"./view.html?{page}", _PAGE_HELP(lang)),
        ]
    sheet = (_PRINT(lang), "./sheet.html") if chromium.why_not() else (_SHEET(lang), "./sheet.pdf")
    items.append((sheet[0], f"{sheet[1]}?{query}", _SHEET_HELP(lang)))
    st.html(_heading(_FILES(lang)) + _links(items))


def _query(view: View) -> str:
    return replace(view.pinned, present=False, frame=False).query


def _heading(text: str) -> str:
    return tag("p", escape(text), "share-head")


def _links(items: list[tuple[str, str, str]]) -> str:
    """Links to files, each opened beside the application; text, address and a word on it."""
    rows = [
        tag("li", link(href, escape(text), target="_blank") + (tag("span", f" {escape(more)}") if more else ""))
        for text, href, more in items
    ]
    return tag("ul", "".join(rows), "share-files")
