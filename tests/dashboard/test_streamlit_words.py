"""Each text replaced still exists in the client of the Streamlit that is installed, so that a new version is noticed."""

import re
from functools import cache

import pytest

from dashboard.language import LANGUAGES
from dashboard.serving.index_page import _INDEX
from dashboard.shell.streamlit_words import streamlit_words

WRITTEN = sorted({key for lang in LANGUAGES for key in streamlit_words(lang)})
# Put together by the client.
JOINED = {"Press Enter to apply", "{} option available.", "{} options available.", "{}, selected", "{}MB per file"}


@cache
def client() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (_INDEX.parent / "static" / "js").glob("*.js"))


@pytest.mark.parametrize("text", [text for text in WRITTEN if text not in JOINED])
def test_streamlit_still_writes_it(text):
    # A key may be a template of the client, an argument of another, or its whole string.
    pieces = [piece for piece in text.removesuffix(": {}").split("{}") if piece]
    assert all(piece in client() for piece in pieces)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_keeps_the_place_of_what_is_inserted(lang):
    for text, word in streamlit_words(lang).items():
        assert word.strip()
        assert len(re.findall(r"\{\}", text)) == len(re.findall(r"\{\}", word)) <= 1
        assert word not in streamlit_words(lang) or word == text, "a replaced text would be replaced again"
