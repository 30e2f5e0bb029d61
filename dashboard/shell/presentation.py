"""A view for a wall: no controls, large type, and a foot that says what is shown and where it comes from."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.language import Text
from dashboard.shell import state
from dashboard.slices.provenance import source_line
from dashboard.view import View

_LEAVE = Text(de="Präsentation beenden", en="Leave the presentation")


def frame() -> None:
    """Hides everything that is a control."""
    st.html("<style>body { --presenting: 1; } [data-testid='stSidebar'], .stAppHeader { display: none !important; }</style>")


def foot(view: View) -> None:
    """Filter, sources and state of the data at the foot, and the way out."""
    lang = view.lang
    with st.container(key="foot", horizontal=True):
        st.html(f"<p>{escape(view.selection.sentence(view.everything, lang))}. {escape(source_line(view.tables, lang))}</p>")
        st.button(
            _LEAVE(lang),
            key="leave",
            type="tertiary",
            shortcut="Esc",
            on_click=lambda: state.choose(replace(state.now(), present=False)),
        )
