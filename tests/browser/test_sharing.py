"""Sharing a view: files from the menu, frames in other pages, links to older data, a server without a Chromium."""

import http.server
import threading
import urllib.request
from contextlib import contextmanager

import pytest

from dashboard import data
from dashboard.sharing import chromium
from loaders import versions
from loaders.tables import read_tables, write_tables
from tests.browser.conftest import started, watched
from tests.dashboard.slices import TABLES

STATUS = TABLES["events"]["status"]


@contextmanager
def host_page():
    """Another site: a page at an address of its own that shows what its query says in a frame."""

    class Host(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            target = urllib.request.unquote(self.path.partition("?")[2])
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{target.replace("&", "&amp;")}" width="900" height="800"></iframe>'.encode())

        def log_message(self, *_arguments):
            pass

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://localhost:{site.server_address[1]}"
    site.shutdown()


@pytest.fixture(scope="module")
def host():
    with host_page() as address:
        yield address


@pytest.fixture(scope="module")
def then(tmp_path_factory):
    """An older state of the data: a planned event less, and another one not yet told to have occurred."""
    folder = tmp_path_factory.mktemp("then")
    today = read_tables()
    events = today["events"]
    gone = events.loc[events["status"] == "planned", "event_id"].iloc[-1]
    turned = events.loc[events["status"] == "occurred", "event_id"].iloc[0]
    older = {name: rows[rows["event_id"] != gone] if "event_id" in rows else rows for name, rows in today.items()}
    older["events"] = older["events"].assign(
        status=older["events"]["status"].where(older["events"]["event_id"] != turned, "planned")
    )
    write_tables(older, folder / "tables")
    path, _ = versions.keep(folder / "tables", folder / "versions")
    return {"folder": str(folder / "versions"), "version": path.stem, "gone": gone, "turned": turned}


@pytest.fixture(scope="module")
def other_server(host, then):
    """A server without a Chromium, that keeps an older state of the data and may be framed by the host."""
    with started(SCO_CHROMIUM="none", SCO_FRAME_ANCESTORS=host, SCO_VERSIONS=then["folder"]) as address:
        yield address


@pytest.fixture
def other(browser, other_server):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    yield watched(context, other_server)
    context.close()


def banner(view):
    return view.page.locator(".st-key-version").inner_text()


def open_menu(view):
    view.page.locator(".st-key-share button").first.click()
    view.page.wait_for_selector(".share-files")


def test_the_menu_gives_the_view_as_files(view):
    view.open("topics?topic=energy&lang=de")
    open_menu(view)
    links = {link.inner_text(): link.get_attribute("href") for link in view.page.locator(".share-files a").all()}
    if chromium.why_not():
        pytest.skip("no Chromium on this machine")
    starts = {"PowerPoint": b"PK", "HTML-Seite": b"<!DOCTYPE html>", "Quartalsblatt (PDF)": b"%PDF"}
    assert set(links) == set(starts)
    for name, start in starts.items():
        answer = view.page.request.get(f"{view.server}/{links[name].removeprefix('./')}", timeout=60_000)
        assert answer.status == 200
        assert answer.body().startswith(start)
    code = view.page.locator('[data-testid="stCode"]').inner_text()
    assert f'src="{view.server}/topics?topic=energy&amp;frame=1&amp;lang=de&amp;v={TABLES.version}"' in code


def test_a_chart_has_its_pictures(view):
    if chromium.why_not():
        pytest.skip("no Chromium on this machine")
    view.open("topics?topic=energy")
    view.page.locator(".st-key-picture_family-bars button").first.click()
    view.page.wait_for_selector(".share-files")
    links = {link.inner_text(): link.get_attribute("href") for link in view.page.locator(".share-files a").all()}
    assert list(links) == ["PNG", "SVG", "PDF"]
    answer = view.page.request.get(f"{view.server}/{links['SVG'].removeprefix('./')}", timeout=60_000)
    assert "zum Thema Energie" in answer.text()


def test_without_a_chromium_the_menu_says_so_and_the_rest_works(other):
    other.open("topics?topic=energy&lang=de")
    other.page.locator(".st-key-picture_family-bars button").first.click()
    other.page.wait_for_selector("text=kein Chromium eingerichtet")
    other.page.keyboard.press("Escape")
    open_menu(other)
    links = {link.inner_text(): link.get_attribute("href") for link in other.page.locator(".share-files a").all()}
    assert set(links) == {"PowerPoint", "HTML-Seite", "Quartalsblatt (Druckseite)"}
    for href in links.values():
        assert other.page.request.get(f"{other.server}/{href.removeprefix('./')}", timeout=60_000).status == 200
    other.page.goto(f"{other.server}/{links['Quartalsblatt (Druckseite)'].removeprefix('./')}")
    assert other.page.locator(".hint").is_visible()
    other.page.wait_for_selector(".main-svg")


def test_a_view_stands_in_a_page_that_may_frame_it(other, host):
    other.page.goto(f"{host}/?{other.server}/map?topic=energy&frame=1&lang=de")
    frame = other.page.frame_locator("iframe")
    frame.locator(".st-key-head p.filter strong").wait_for(timeout=30_000)
    frame.locator(".st-key-chart_map .main-svg").first.wait_for()
    assert frame.locator('[data-testid="stSidebar"]').is_hidden()
    assert frame.locator(".st-key-bar, .st-key-chips, .copy-link, .st-key-share, .stExpander").count() == 0
    foot = frame.locator(".st-key-frame_foot")
    assert "Quelle: Briefings" in foot.inner_text()
    with other.page.context.expect_page() as opened:
        foot.locator("a").click()
    opened.value.wait_for_selector(".st-key-bar")
    assert "frame" not in opened.value.url
    assert "topic=energy" in opened.value.url


def test_a_page_that_may_not_shows_nothing(view, host):
    view.page.goto(f"{host}/?{view.server}/map?frame=1")
    view.page.wait_for_timeout(1500)
    assert view.page.frame_locator("iframe").locator(".st-key-head").count() == 0
    assert any("frame" in fault.lower() for fault in view.faults)


def test_an_older_link_says_what_changed_and_shows_the_state_of_then(other, then):
    today = len(TABLES["events"])
    other.open(f"events?lang=de&v={then['version']}")
    assert other.count() == today
    said = banner(other)
    assert "1 Ereignis neu" in said
    assert "1 Ereignis mit anderem Status" in said
    other.page.locator(".st-key-version summary").click()
    listed = other.page.locator(".st-key-version li").all_inner_texts()
    assert "geplant → stattgefunden: " + TABLES["events"].set_index("event_id").loc[then["turned"], "title"] in listed
    other.page.locator(".st-key-version_then button").click()
    other.settled()
    assert other.count() == today - 1
    assert "frozen=1" in other.query
    assert "Stand der Daten von damals" in banner(other)
    other.page.reload()
    other.settled()
    assert other.count() == today - 1
    other.page.locator(".st-key-version_today button").click()
    other.settled()
    assert other.count() == today
    other.page.locator(".st-key-version_hide button").click()
    other.settled()
    assert other.page.locator(".st-key-version").count() == 0
    assert other.faults == []


def test_a_filtered_link_tells_of_its_own_events_alone(other, then):
    other.open(f"events?status=cancelled&lang=en&v={then['version']}")
    assert "Nothing has changed in this view since." in banner(other)


def test_a_link_of_a_state_that_is_gone_says_so(other):
    other.open("events?lang=de&v=000000000000&frozen=1")
    assert other.count() == len(TABLES["events"])
    assert any("nicht aufbewahrt" in text for text in other.page.locator('[data-testid="stAlert"]').all_inner_texts())


@pytest.mark.parametrize(
    "path",
    [
        "timeline?topic=%00&quarter=2021-Q9",
        "map?frozen=1&v=<b>",
        "topics?q=%22(((",
        "events?only=,,,&from=2021-02-30",
        "data?=&a=b=c",
    ],
)
def test_a_damaged_link_gives_a_working_page(view, path):
    view.open(path)
    assert view.page.locator(".st-key-head h1").is_visible()
    assert view.page.locator('[data-testid="stException"]').count() == 0
    assert view.faults == []


@pytest.mark.parametrize(
    ("path", "page", "notice"),
    [
        ("nirgends?topic=energy", "", "Die Seite „nirgends“ gibt es nicht"),
        ("Karte?topic=energy", "map", ""),
        ("timeline/", "timeline", ""),
    ],
)
def test_a_path_that_is_no_page_gives_one(view, path, page, notice):
    view.open(path)
    assert view.page.url.split("?")[0] == f"{view.server}/{page}"
    assert view.page.locator('[role="dialog"]').count() == 0
    notices = view.page.locator('[data-testid="stAlert"]').all_inner_texts()
    assert [notice in text for text in notices] == ([True] if notice else [])
    if "topic" in path:
        assert "topic=energy" in view.query
        assert view.count() == data.current()["event_topics"]["topic_id"].eq("energy").sum()


def test_an_event_is_shared_too(view):
    event = TABLES["events"]["event_id"].iloc[0]
    view.open(f"event?event={event}&lang=de")
    assert (
        view.page.locator(".copy-link").get_attribute("data-link")
        == f"{view.server}/event?event={event}&lang=de&v={TABLES.version}"
    )
    view.page.locator(".st-key-share button").first.click()
    view.page.locator(".st-key-share_add button").click()
    view.settled()
    view.page.locator(".share-own a").click()
    view.settled()
    assert f"event={event}" in view.page.locator('[class*="st-key-step_head_"] a').first.get_attribute("href")
