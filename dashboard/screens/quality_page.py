"""Data quality: for each quarter what stayed open in reading, and how good the extraction is by measurement."""

import streamlit as st

from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.contents.quality import findings
from dashboard.language import Text
from dashboard.screens.data_html import quality_html
from dashboard.screens.quality_html import LEAD, TITLE, findings_html, matrix_html
from dashboard.slices.dictionary import measured_quality
from dashboard.view import View

MEASURED = Text(de="Gemessene Güte", en="Measured quality")


def show(view: View) -> None:
    """Draws the findings of the chosen quarters; other filters do not touch them: a section has no topic."""
    st.html(STYLE_SHEET)
    st.html(tag("div", page_html(view), "pg"))


def page_html(view: View) -> str:
    """The page as HTML."""
    lang = view.lang
    quarters = sorted(set(view.everything["briefings"]["quarter"]))
    chosen = [quarter for quarter in quarters if quarter in view.selection.quarter or not view.selection.quarter]
    found = findings(view.everything, lang)
    found = found[found["quarter"].isin(chosen)]
    measured = tag("h2", MEASURED(lang)) + quality_html(measured_quality(), lang)
    return (
        tag("h1", TITLE(lang))
        + tag("p", LEAD(lang), "lead")
        + matrix_html(found, chosen, lang)
        + measured
        + findings_html(found, view)
    )
