"""Announced, then what? The charts of chains, and all of them as a list to be read."""

import streamlit as st

from dashboard.contents.html_parts import STYLE_SHEET
from dashboard.screens.chains_html import chains_html
from dashboard.shell import chart_page
from dashboard.view import View


def show(view: View) -> None:
    """Draws the charts and, outside of presentations and frames, the list."""
    chart_page.show(view)
    if not view.selection.is_bare:
        st.html(STYLE_SHEET)
        st.html(chains_html(view) or "<div></div>")
