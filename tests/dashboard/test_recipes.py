"""The programs shown for reading a slice: the pandas one is run, the others are held to the columns there are."""

import contextlib
import io
import re

import pandas as pd
import pytest

from dashboard import data
from dashboard.language import LANGUAGES
from dashboard.serving.slice_routes import slice_routes
from dashboard.slices.labelled import columns
from dashboard.slices.recipes import RECIPES
from tests.dashboard.asgi import ask
from tests.dashboard.slices import BASE, QUERIES, TABLES, context, view_of

ROUTES = slice_routes()
BY_ID = {recipe.id: recipe for recipe in RECIPES}
KNOWN = {column["column"] for table in ("events", "event_topics") for column in columns(table)}


def code(recipe_id, query, lang="de"):
    found = context(view_of(query))
    return BY_ID[recipe_id].code(found.slice_link("csv"), found.slice_link("csv", "event_topics"), lang)


@pytest.mark.parametrize("query", [QUERIES["all"], QUERIES["several"], QUERIES["one"]], ids=["all", "several", "one"])
def test_the_pandas_program_counts_what_the_application_counts(query, monkeypatch):
    monkeypatch.setattr(data, "current", lambda: TABLES)
    read_csv = pd.read_csv
    monkeypatch.setattr(pd, "read_csv", lambda address, **options: read_csv(io.BytesIO(ask(ROUTES, address).body), **options))
    names: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code("pandas", query), names)
    view = view_of(query)
    assert list(names["events"]["event_id"]) == list(view.tables["events"]["event_id"])
    assert str(names["events"]["date_start"].dtype).startswith("datetime64")
    assert names["counts"].sum() == len(view.tables["event_topics"])


def test_the_pandas_program_keeps_namibia(monkeypatch):
    read = {"keep_default_na": False, "na_values": [""]}
    assert str(read)[1:-1].replace("'", '"') in code("pandas", {}).replace("'", '"')
    assert pd.read_csv(io.StringIO("a,b\nNA,\n"), **read).iloc[0].to_dict()["a"] == "NA"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("recipe_id", BY_ID)
def test_a_program_names_the_selection_and_columns_that_exist(recipe_id, lang):
    text = code(recipe_id, {"topic": "energy", "q": 'a "b"', "lang": lang}, lang)
    assert f"{BASE}slice.csv?" in text
    assert "topic=energy" in text
    used = set(re.findall(r"\b(?:event|date|topic|is|briefing|section)_[a-z]+\b", text.replace("event_topics", "")))
    assert used
    assert used <= KNOWN
    for opening, closing in ("()", "[]", "{}"):
        assert text.count(opening) == text.count(closing)
    assert text.count('"') % 2 == 0


def test_languages_differ_in_words_alone():
    for recipe in RECIPES:
        assert recipe.how("de") != recipe.how("en")
        german, english = (re.sub(r"(#|//).*", "", code(recipe.id, {}, lang)) for lang in LANGUAGES)
        assert re.sub(r"lang=\w+", "", german) == re.sub(r"lang=\w+", "", english)
