"""The style sheet of the application, and by script what Streamlit has no setting for: language, name and links of a page."""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from dashboard.language import Language, Text
from dashboard.style import FAMILY_TEXT, Look

_REMOVE = Text(de="Filter entfernen: {name}", en="Remove the filter: {name}")
_FOLDER = Path(__file__).parent

# Streamlit's own words that a reader can meet, for languages other than its own; a key that ends in a space is a beginning.
_STREAMLIT = {
    "de": {
        "Clear all": "Alle entfernen",
        "Clear value": "Leeren",
        "Close": "Schließen",
        "Collapse sidebar": "Filter ausblenden",
        "Expand sidebar": "Filter einblenden",
        "Fullscreen": "Vollbild",
        "Help for ": "Hilfe: ",
        "No results": "Keine Treffer",
        "Open": "Öffnen",
        "Remove ": "Entfernen: ",
        "Search": "Suchen",
        "Selected values": "Gewählt",
        "Show/hide columns": "Spalten wählen",
        "Sidebar": "Filter",
    },
    "en": {"Sidebar": "Filters", "Collapse sidebar": "Hide the filters", "Expand sidebar": "Show the filters"},
}


def apply(look: Look) -> None:
    """Puts the style sheet into the page, with the colours of the look as variables."""
    colours = {
        "ink": look.text,
        "muted": look.muted,
        "hairline": look.grid,
        "ground": look.background,
        "accent": look.accent,
        **{f"family-{family}": look.family_text(family) for family in FAMILY_TEXT},
    }
    variables = "".join(f"--{name}: {value};" for name, value in colours.items())
    st.html(f"<style>:root {{ {variables} }} {_file('app.css')}</style>")


def name_page(title: str, lang: Language) -> None:
    """Sets title and language of the document; Streamlit fixes the language to English (WCAG 2.2, 3.1.1)."""
    settings = json.dumps(
        {"lang": lang, "title": title, "remove": _REMOVE(lang, name=""), "words": _STREAMLIT.get(lang, {})}
    ).replace("<", "\\u003c")
    st.html(f"<script>(() => {{ const settings = {settings};\n{_file('app.js')} }})();</script>", unsafe_allow_javascript=True)


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
