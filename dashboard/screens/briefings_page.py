"""All briefings, to choose one."""

import streamlit as st

from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.screens.briefings_html import briefings_html
from dashboard.view import View


def show(view: View) -> None:
    """Draws the list of briefings."""
    st.html(STYLE_SHEET)
    st.html(tag("div", briefings_html(view), "pg"))
