"""The style sheet of the application, and what Streamlit has no setting for: the language and the name of the page."""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from dashboard.language import Language

_CSS = Path(__file__).parent / "app.css"


def apply() -> None:
    """Puts the style sheet into the page."""
    st.html(f"<style>{_css()}</style>")


@cache
def _css() -> str:
    return _CSS.read_text(encoding="utf-8")


def name_page(title: str, lang: Language) -> None:
    """Sets title and language of the document; Streamlit fixes the language to English (WCAG 2.2, 3.1.1)."""
    script = f"document.documentElement.lang = {json.dumps(lang)}; document.title = {json.dumps(title)};"
    st.html(f"<script>{script.replace('<', chr(92) + 'u003c')}</script>", unsafe_allow_javascript=True)
