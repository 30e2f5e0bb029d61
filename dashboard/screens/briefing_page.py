"""A briefing as a document: to be read, with its events in the margin."""

import streamlit as st

from dashboard.contents.hits import spans_by_section
from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.language import Text
from dashboard.screens.briefing_html import (
    FOOTNOTES,
    chosen_briefing,
    contents_html,
    head_html,
    notes_html,
    section_html,
    sections_of,
    shelf_html,
)
from dashboard.view import View

NO_BRIEFING = Text(de="Die Daten enthalten kein Briefing.", en="The data hold no briefing.")

# The text is drawn after the browser looked for the anchor of the address: look again, once for each address.
_TO_ANCHOR = """
if (location.hash && window.scoAnchor !== location.href) location.replace(location.hash);
window.scoAnchor = location.href;
"""


def show(view: View) -> None:
    """Draws the chosen briefing."""
    st.html(STYLE_SHEET)
    briefing_id = chosen_briefing(view)
    if not briefing_id:
        st.info(NO_BRIEFING(view.lang))
        return
    sections = sections_of(view.everything, briefing_id)
    language = view.everything["briefings"].set_index("briefing_id").at[briefing_id, "language"]
    parts = [shelf_html(view, briefing_id), head_html(view, briefing_id), contents_html(sections, language, view.lang)]
    hits = spans_by_section(view.everything, view.selection.q, view.selection.notes)
    for _, section in sections.iterrows():
        parts.append(section_html(view, section, language, hits.get(section["section_id"], ())))
    parts += [tag("h2", FOOTNOTES(view.lang), id="notes"), notes_html(view.everything, briefing_id, view.lang)]
    st.html(tag("article", "".join(parts), "pg document"))
    st.html(f"<script>{_TO_ANCHOR}</script>", unsafe_allow_javascript=True)
