"""Five thousand events: every view stays readable, says what it shows, and its cells and marks filter."""

import pytest

from dashboard import pages
from dashboard.charts.timeline import MANY as MOST_MARKS
from loaders.tables import read_tables
from tests.browser.conftest import started, watched
from tests.browser.test_choosing_on_charts import press
from tests.many import write_many

MANY = 5_000
VIEWS = [page.id for page in pages.PAGES if page.in_menu]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_many(MANY, tmp_path_factory.mktemp("many"))


@pytest.fixture(scope="module")
def many_server(folder):
    with started(SCO_TABLES=str(folder)) as address:
        yield address


@pytest.fixture
def many(browser, many_server):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    yield watched(context, many_server)
    context.close()


def test_the_tables_hold_to_the_contract(folder):
    tables = read_tables(folder)
    assert len(tables["events"]) == tables["events"]["event_id"].nunique() >= MANY


@pytest.mark.parametrize("page", VIEWS)
def test_a_view_shows_and_counts_them(many, page):
    many.open(page)
    assert many.page.locator('[data-testid="stException"]').count() == 0
    if many.page.locator(".st-key-head p.filter strong").count():
        assert many.count() >= MANY
    assert many.page.evaluate("document.querySelectorAll('.stMain *').length") < 20_000, "a page that a browser can scroll"
    assert many.faults == []


def test_a_cell_of_the_dense_timeline_filters(many):
    many.open("timeline")
    everything = many.count()
    press(many, "timeline", "from=")
    many.page.wait_for_url("**from=**")
    many.settled()
    assert 0 < many.count() < everything


def test_the_timeline_of_a_part_shows_its_marks(many):
    many.open("timeline?quarter=2021-Q1&status=planned")
    assert 0 < many.count() <= MOST_MARKS
    press(many, "timeline", "event=")
    many.page.wait_for_url("**/event?*")
