"""Announced, then what? The charts of chains, and all of them as a list to be read."""

import streamlit as st

from dashboard import chart_page
from dashboard.chains_html import chains_html
from dashboard.html_parts import STYLE_SHEET
from dashboard.view import View


def show(view: View) -> None:
    """Draws the charts and, outside of presentations and frames, the list."""
    chart_page.show(view)
    if not view.selection.is_bare:
        st.html(STYLE_SHEET)
        st.html(chains_html(view) or "<div></div>")
