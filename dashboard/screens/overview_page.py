"""The overview: what this is about, the figures that matter, the three views small, what is coming up, first steps."""

from dataclasses import replace

import streamlit as st

from dashboard.charts import all_charts
from dashboard.contents.html_parts import STYLE_SHEET, link, tag
from dashboard.language import Text
from dashboard.screens.overview_html import coming_html, figures_html, first_steps_html, lead_html
from dashboard.shell.page import show_chart
from dashboard.view import View

VIEWS = {
    "timeline": Text(de="Zeitleiste öffnen →", en="Open the timeline →"),
    "map": Text(de="Karte öffnen →", en="Open the map →"),
    "topics": Text(de="Themen öffnen →", en="Open the topics →"),
}


def show(view: View) -> None:
    """Draws the overview of the chosen events."""
    st.html(STYLE_SHEET)
    intro = "" if view.selection.is_bare else lead_html(view)
    st.html(tag("div", intro + figures_html(view), "pg"))
    if view.count:
        _small_view("timeline", view)
        # Where there is no room for two figures side by side each gets the whole width.
        left, right = (st.container(), st.container()) if view.look.narrow else st.columns(2, gap="large")
        with left:
            _small_view("map", view)
        with right:
            _small_view("topics", view)
    left, right = st.columns(2, gap="large")
    with left:
        st.html(tag("div", coming_html(view), "pg"))
    with right:
        st.html(tag("div", first_steps_html(view.lang), "pg"))


def _small_view(page: str, view: View) -> None:
    """The first chart of a page with less detail, and the way to that page under the same filter."""
    chart = next((chart for chart in all_charts() if page == chart.PAGE), None)
    if chart is None:
        return
    width = view.look.width if page == "timeline" or view.look.narrow else view.look.width // 2
    with st.container(key=f"small_{page}"):
        show_chart(chart, replace(view, look=replace(view.look, small=True, width=width)))
        st.html(tag("p", link(view.url(page), VIEWS[page](view.lang)), "pg"))
