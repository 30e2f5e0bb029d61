"""The style sheet of the application, and by script what Streamlit has no setting for: language, name and links of a page."""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from dashboard.drawing.style import FAMILY_TEXT, Look
from dashboard.language import LANGUAGES, Language, Text
from dashboard.names import language_name
from dashboard.shell.streamlit_words import streamlit_words

_PAGES = Text(de="Seiten", en="Pages")
_REMOVE = Text(de="Filter entfernen: {name}", en="Remove the filter: {name}")
_FOLDER = Path(__file__).parent


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
        {
            "lang": lang,
            "title": title,
            "remove": _REMOVE(lang, name=""),
            "words": streamlit_words(lang),
            "pages": _PAGES(lang),
            "languages": {code: language_name(code, code) for code in LANGUAGES},
        }
    ).replace("<", "\\u003c")
    script = f"{_file('app.js')}\n{{ {_file('access.js')} }}"
    st.html(f"<script>(() => {{ const settings = {settings};\n{script} }})();</script>", unsafe_allow_javascript=True)


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
