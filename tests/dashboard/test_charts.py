"""What holds for every chart: its names, its rows, its figure in every look and size, its clicks, its words."""

import html
import json
import re

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import all_charts
from dashboard.drawing.row_labels import COLUMNS, columns_to_read, row_labels
from dashboard.drawing.style import Look
from dashboard.filters.selection import Selection
from dashboard.language import LANGUAGES, Text
from tests.dashboard.chart_tables import chart_tables
from tests.dashboard.small import small_tables

CHARTS = [pytest.param(chart, id=chart.ID) for chart in all_charts()]
PAGES = {"timeline", "map", "topics", "actors", "chains"}
LOOKS = {
    "wide": Look(width=1000),
    "dark": Look(dark=True, width=1000),
    "phone": Look(width=360),
    "presentation": Look(width=1400, large=True),
    "overview": Look(width=500, small=True),
}
SIZES = {"none": 0, "one": 1, "some": 60, "many": 2000}


def figure_of(chart, tables, lang="de", look=LOOKS["wide"]):
    return chart.figure(chart.rows(tables, lang), lang, look)


@pytest.mark.parametrize("chart", CHARTS)
def test_the_table_to_be_read_has_names_for_every_key_and_no_key(chart):
    rows = chart.rows(small_tables(), "de")
    shown = columns_to_read(rows)
    assert shown
    assert not [name for name in shown if name.endswith(("_id", "_ids"))]
    assert not {"lane", "quarter", "date_precision", "told_until", "shown_to"} & set(shown)
    for name in set(rows.columns) - set(shown):
        if name.endswith("_id") and name not in ("event_id", "standing_id"):
            assert {name.removesuffix("_id"), "place", "actor", "with_actor"} & set(shown), name


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_has_the_names_of_the_protocol(chart):
    assert re.fullmatch(r"[a-z-]+", chart.ID)
    assert chart.PAGE in PAGES
    assert isinstance(chart.ORDER, int)
    assert isinstance(chart.TITLE, Text)
    assert isinstance(chart.HELP, Text)
    assert chart.__doc__


def test_ids_are_unique_and_every_page_has_a_first_chart():
    ids = [chart.ID for chart in all_charts()]
    assert len(ids) == len(set(ids))
    assert {chart.PAGE for chart in all_charts()} == PAGES
    first = {chart.PAGE: chart.ID for chart in reversed(all_charts())}
    assert (first["timeline"], first["map"], first["topics"]) == ("timeline", "map", "topic-heatmap")


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(
    ("size", "look", "lang"),
    [
        ("none", "wide", "de"),
        ("none", "overview", "en"),
        ("one", "wide", "en"),
        ("one", "phone", "de"),
        ("some", "dark", "en"),
        ("some", "phone", "en"),
        ("some", "presentation", "de"),
        ("some", "overview", "de"),
        ("many", "wide", "de"),
        ("many", "phone", "en"),
    ],
)
def test_a_figure_is_drawn_for_any_number_of_events_in_any_look(chart, size, look, lang):
    figure = figure_of(chart, chart_tables(SIZES[size]), lang, LOOKS[look])
    assert isinstance(figure, go.Figure)
    assert figure.layout.height > 50
    assert len(figure.to_json()) < 400_000


@pytest.mark.parametrize("chart", CHARTS)
def test_a_figure_asks_for_nothing_from_outside(chart):
    text = figure_of(chart, chart_tables(60)).to_json()
    assert {trace["type"] for trace in json.loads(text)["data"]} <= {"scatter", "bar"}
    assert "http" not in text
    assert "geo" not in json.loads(text)["layout"]


@pytest.mark.parametrize("chart", CHARTS)
def test_rows_do_not_depend_on_what_is_drawn_and_stay_the_same(chart):
    tables = chart_tables(60)
    rows = chart.rows(tables, "de")
    before = rows.copy()
    chart.figure(rows, "de", LOOKS["phone"])
    pd.testing.assert_frame_equal(rows, before)
    pd.testing.assert_frame_equal(chart.rows(tables, "de"), rows)
    assert list(chart.rows(chart_tables(0), "de").columns) == list(rows.columns) or chart.rows(chart_tables(0), "de").empty


@pytest.mark.parametrize("chart", CHARTS)
def test_rows_have_stable_names_with_a_label_in_both_languages(chart):
    german, english = (chart.rows(chart_tables(60), lang) for lang in LANGUAGES)
    assert list(german.columns) == list(english.columns)
    assert set(german.columns) <= set(COLUMNS)
    assert set(row_labels(german.columns, "de").values()) != set(german.columns)
    assert len(german) == len(english)


@pytest.mark.parametrize("chart", CHARTS)
def test_every_click_is_a_query_that_the_selection_knows(chart):
    tables = chart_tables(60)
    queries = set()
    for look in LOOKS.values():
        for trace in figure_of(chart, tables, look=look).data:
            for custom in trace.customdata if trace.customdata is not None else ():
                queries.add(custom[0])
    for query in queries - {""}:
        chosen = Selection().with_added(query)
        _, notices = Selection.from_query(chosen.to_query(), tables)
        assert not notices, query
    assert queries - {""}


@pytest.mark.parametrize("chart", CHARTS)
def test_the_summary_is_one_sentence_made_from_the_rows(chart):
    for lang in LANGUAGES:
        for count in SIZES.values():
            text = chart.summary(chart.rows(chart_tables(count), lang), lang)
            assert text.endswith(".")
            assert "{" not in text
            assert "nan" not in text.lower().split()
            assert not re.search(
                r"\b1 (Ereignisse|events|Orte|places|Themen|topics|Akteure|actors|Ankündigungen|announcements)\b", text
            )
    german, english = (chart.summary(chart.rows(chart_tables(60), lang), lang) for lang in LANGUAGES)
    assert german != english


@pytest.mark.parametrize("chart", CHARTS)
def test_titles_of_events_cannot_break_the_figure(chart):
    """A '<' or '&' of a title is text, not markup."""
    for trace in figure_of(chart, chart_tables(60)).data:
        for text in trace.text if isinstance(trace.text, tuple) else ():
            assert "<0>" not in text
            assert "> & mehr" not in text


@pytest.mark.parametrize("chart", CHARTS)
def test_charts_draw_the_small_tables(chart):
    assert figure_of(chart, small_tables()).layout.height > 40


def test_markup_in_a_name_is_shown_and_not_read():
    tables = chart_tables(60)
    actors = tables["actors"].assign(label_de="A <b> & Sohn")
    chains = tables["chains"].assign(title="Treffen <sup>2</sup>")
    places = tables["places"].assign(label_de="Ort <i>")
    marked = tables.replaced(actors=actors, chains=chains, places=places)
    for chart_id, sign in (("actor-frequency", "<b> &"), ("actor-pairs", "<b> &"), ("chains", "<sup>"), ("map", "Ort <i>")):
        figure = figure_of(next(chart for chart in all_charts() if chart_id == chart.ID), marked)
        words = [note.text for note in figure.layout.annotations]
        words += [str(custom[-1]) for trace in figure.data if trace.customdata is not None for custom in trace.customdata]
        words += [str(text) for trace in figure.data if isinstance(trace.text, tuple) for text in trace.text]
        assert any(html.escape(sign) in text for text in words), chart_id
        assert not any(sign in text for text in words), chart_id
