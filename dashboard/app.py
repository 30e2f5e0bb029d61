"""The shell of the application: reads the address, draws navigation and filters, and hands the view to its page."""

import sys
from pathlib import Path

# `streamlit run dashboard/app.py` puts this folder on the path, not the root.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import streamlit as st

from dashboard import busy, data, pages
from dashboard.drawing.style import Look
from dashboard.filters.selection import Selection
from dashboard.language import LANGUAGES, Language
from dashboard.pages import PRODUCT
from dashboard.shell import errors, frame_view, head, own_briefing, own_tables, presentation, screen, sidebar, state, theme
from dashboard.view import View
from loaders.tables import TableError

_ICON = Path(__file__).parent / "static" / "favicon.png"


def main() -> None:
    """Draws one page."""
    st.set_page_config(page_title="SCO", page_icon=str(_ICON), layout="wide", initial_sidebar_state="auto")
    try:
        tables = data.current()
    except TableError as error:
        errors.show_no_tables(error)
        return
    link = state.read(tables)
    tables, selection, notices = link.tables, link.selection, link.notices
    lang, look = selection.lang, _look(selection)
    theme.apply(look)
    known = {
        page.id: st.Page(lambda: None, title=page.title(lang), url_path=page.id, default=not page.id) for page in pages.PAGES
    }
    here = st.navigation(list(known.values()), position="hidden").url_path
    asked = state.take_next_page()
    if asked:
        st.switch_page(known[asked[0]], query_params=asked[1].to_query())
    everything = own_tables.beside(data.known_after(tables, selection.asof), selection.asof)
    page = next(page for page in pages.PAGES if page.id == here)
    view = View(everything, selection.apply(everything), selection, look, here, own_tables.of(everything))
    shown = view if page.with_own else view.project
    if selection.present:
        presentation.frame()
    elif selection.frame:
        frame_view.enter()
    else:
        _bar(view, known)
        sidebar.show(view, tables, page.filter_note)
    with st.container(key="main"):
        if page.headed:
            head.show(shown, page.title(lang), notices)
        else:
            head.show_notices(shown, notices)
            own_briefing.show_origin(shown)
            if page.shared:
                head.controls(shown, page.title(lang))
        page.show(shown)
    if selection.present:
        presentation.foot(view)
    elif selection.frame:
        frame_view.foot(view)
    theme.name_page(f"{page.title(lang)} – {PRODUCT(lang)}", lang)
    state.end()


def _look(selection: Selection) -> Look:
    is_phone = "Mobi" in st.context.headers.get("User-Agent", "")
    window = st.context.cookies.get(screen.COOKIE)
    width = screen.figure_width(window, is_phone, selection.is_bare)
    height = screen.figure_height(window) if selection.present else 0
    return Look(dark=st.context.theme.type == "dark", width=width, large=selection.present, height=height)


def _bar(view: View, known: dict[str, "st.Page"]) -> None:
    """Product name, pages and languages: links with the whole selection, so that none of them loses a filter."""
    lang = view.lang
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        st.html(sidebar.brand(view), width="content")
        with st.container(key="pages", horizontal=True, gap=None):
            for page in pages.shown_pages():
                if page.in_menu:
                    query = view.with_(event="", briefing="").to_query()
                    st.page_link(known[page.id], label=page.title(lang), query_params=query)
        with st.container(key="languages", horizontal=True, gap=None):
            for code in LANGUAGES:
                _language(view, code)


def _language(view: View, code: Language) -> None:
    st.button(
        code.upper(),
        key=f"language_{code}",
        type="primary" if code == view.lang else "tertiary",
        on_click=lambda: state.choose(view.with_(lang=code)),
    )


with busy.working():
    main()
