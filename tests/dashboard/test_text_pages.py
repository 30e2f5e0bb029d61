"""Every page that is no chart draws in both languages, with nothing chosen, and with empty tables."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.language import LANGUAGES
from dashboard.pages import PAGES
from loaders.tables import Tables, frame, schema
from tests.dashboard.small import small_tables, small_view

MODULES = sorted(page.module for page in PAGES if page.module)
EMPTY = Tables({name: frame(name, []) for name in schema()}, "empty")


def _draw(module, view):
    import importlib

    importlib.import_module(f"dashboard.screens.{module}").show(view)


def drawn(module, view):
    app = AppTest.from_function(_draw, args=(module, view), default_timeout=20).run()
    assert not app.exception, app.exception
    return app


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("module", MODULES)
def test_a_page_draws(module, lang):
    page = next(page for page in PAGES if page.module == module)
    drawn(module, small_view(page.id, lang=lang, event="2021-q1-01", briefing="2021-q1"))


@pytest.mark.parametrize("module", MODULES)
def test_a_page_draws_where_no_event_fits(module):
    drawn(module, small_view(next(page.id for page in PAGES if page.module == module), status=("cancelled",)))


@pytest.mark.parametrize("module", MODULES)
def test_a_page_draws_without_any_data(module):
    drawn(module, small_view(next(page.id for page in PAGES if page.module == module), EMPTY))


def test_the_table_of_events_has_the_rows_of_the_selection():
    view = small_view("events", status=("planned",))
    app = drawn("events_page", view)
    app.segmented_control[0].set_value("table").run()
    assert len(app.dataframe[0].value) == view.count == 2


def test_one_table_of_the_data_page_has_the_rows_of_the_selection():
    app = drawn("data_page", small_view("data", status=("planned",)))
    assert len(app.dataframe[0].value) == 2
    app.selectbox(key="data_table_de").set_value("briefings").run()
    assert len(app.dataframe[0].value) == len(small_tables()["briefings"])
