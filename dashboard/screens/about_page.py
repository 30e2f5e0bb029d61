"""Method, limits, sources, licences, quality and citation."""

import streamlit as st

from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.screens.about_html import about_html
from dashboard.view import View


def show(view: View) -> None:
    """Draws the page."""
    st.html(STYLE_SHEET)
    st.html(tag("div", about_html(view), "pg"))
