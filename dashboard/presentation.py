"""A view for a wall: no controls, large type, and a foot that says what is shown and where it comes from."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import state
from dashboard.language import Text, quarter
from dashboard.view import View

_SOURCES = Text(
    de="Quelle: Briefings {first} bis {last}, {count} Fußnoten. Datenstand {version}.",
    en="Source: briefings {first} to {last}, {count} footnotes. State of the data {version}.",
)
_LEAVE = Text(de="Präsentation beenden", en="Leave the presentation")


def frame() -> None:
    """Hides everything that is a control."""
    st.html("<style>body { --presenting: 1; } [data-testid='stSidebar'], .stAppHeader { display: none !important; }</style>")


def foot(view: View) -> None:
    """Filter, sources and state of the data at the foot, and the way out."""
    lang = view.lang
    quarters = sorted(view.tables["briefings"]["quarter"])
    sources = _SOURCES(
        lang,
        first=quarter(quarters[0], lang) if quarters else "–",
        last=quarter(quarters[-1], lang) if quarters else "–",
        count=len(set(view.tables["event_sources"]["source_id"])),
        version=view.everything.version,
    )
    with st.container(key="foot", horizontal=True):
        st.html(f"<p>{escape(view.selection.sentence(view.everything, lang))}. {escape(sources)}</p>")
        st.button(
            _LEAVE(lang),
            key="leave",
            type="tertiary",
            shortcut="Esc",
            on_click=lambda: state.choose(replace(state.now(), present=False)),
        )
