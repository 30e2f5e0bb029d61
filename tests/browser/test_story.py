"""One way through the application for each of its users, from the first page to what they came for."""

import contextlib
import io
import json
import urllib.parse
import zipfile

import pandas as pd
import pytest
from playwright.sync_api import Error

from tests.browser.test_choosing_on_charts import press
from tests.browser.test_presenting import DRAWN, add_view, counter

LISTED = "ol.events a.title"


def turn_to(view, name: str) -> None:
    view.page.locator(".st-key-pages a", has_text=name).click()
    view.settled()


def listed(view) -> list[str]:
    """The ids of the events in the list, in its order."""
    addresses = view.page.locator(LISTED).evaluate_all("(links) => links.map((link) => link.href)")
    return [urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["event"][0] for address in addresses]


def taken(view, key: str) -> bytes:
    """The content of the file behind a button."""
    with view.page.expect_download(timeout=60_000) as download:
        view.page.locator(f".st-key-{key} button").click()
    return download.value.path().read_bytes()


def test_a_policy_person_narrows_down_and_reads_the_evidence(view):
    view.open("")
    everything = view.count()
    turn_to(view, "Themen")
    press(view, "topic-trends", "topic=defence&quarter=2021-Q3")
    view.page.wait_for_url("**topic=defence**")
    view.settled()
    on_topic = view.count()
    turn_to(view, "Karte")
    press(view, "map", "place=dushanbe")
    view.page.wait_for_url("**place=dushanbe**")
    view.settled()
    number = view.count()
    assert 0 < number < on_topic < everything
    assert [any(word in chip for chip in view.chips()) for word in ("Verteidigung", "Duschanbe")] == [True, True]
    assert "Verteidigung" in view.headline()
    assert "Duschanbe" in view.headline()

    turn_to(view, "Ereignisse")
    assert view.count() == number == len(listed(view))
    view.page.locator("summary", has_text="Diese Ereignisse herunterladen").click()
    rows = pd.read_csv(io.BytesIO(taken(view, "take_csv")))
    assert sorted(rows["event_id"]) == sorted(listed(view))

    first = view.page.locator(LISTED).first
    title = first.inner_text().strip("… ")
    first.click()
    view.page.wait_for_url("**/event?*")
    view.settled()
    assert title in view.page.locator(".stMain article h1").inner_text()
    evidence = view.page.locator(".in-text blockquote mark, .in-text mark:not(.legend mark)")
    assert {"mark-date", "mark-topic"} <= {
        name for names in evidence.evaluate_all("(marks) => marks.map((mark) => [...mark.classList])") for name in names
    }
    source = view.page.locator('.in-notes a[href^="http"]').first
    address = source.get_attribute("href")
    assert urllib.parse.urlsplit(address).netloc
    assert "noopener" in (source.get_attribute("rel") or ""), "the page opened learns nothing of this one"
    view.page.go_back()
    view.page.wait_for_url("**/events?*")
    view.settled()
    assert view.count() == number == len(listed(view))
    view.page.locator(".st-key-reset button").click()
    view.settled()
    assert view.count() == everything
    assert view.faults == []


def test_a_presenter_shares_a_link_and_one_file(view, browser, server, tmp_path):
    view.open("topics?quarter=2021-Q1,2021-Q2,2021-Q3,2021-Q4&topic=digital-economy")
    number = view.count()
    view.page.locator(".copy-link").click()
    view.page.wait_for_selector(".copy-link:has-text('Link kopiert')")
    link = view.page.evaluate("navigator.clipboard.readText()")
    context = browser.new_context(locale="en-GB")
    colleague = context.new_page()
    colleague.goto(link)
    colleague.locator(".st-key-language_en button").click()
    colleague.wait_for_selector(f".st-key-head p.filter strong:text-is('{number} events')")
    assert "lang=en" in colleague.url
    context.close()

    add_view(view)
    view.page.keyboard.press("Escape")
    turn_to(view, "Karte")
    add_view(view)
    view.page.locator(".share-own a").click()
    view.settled()
    file = tmp_path / "presentation.html"
    file.write_bytes(taken(view, "set_page"))
    with view.page.context.expect_page() as opened:
        view.page.locator(".play").click()
    play(opened.value, number)
    with opened.value.expect_event("close"), contextlib.suppress(Error):
        opened.value.keyboard.press("Escape")
    assert view.faults == []

    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 720})
    page, asked, faults = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(file.as_uri())
    play(page, number)
    assert {address.partition("#")[0] for address in asked if not address.startswith(("data:", "blob:"))} == {file.as_uri()}
    assert faults == []
    context.close()


def play(page, number: int) -> None:
    """Forward and back by the arrow keys; each step says the number of events that the application said."""
    page.wait_for_selector(DRAWN)
    for key, step in (("", 1), ("ArrowRight", 2), ("ArrowLeft", 1)):
        if key:
            page.keyboard.press(key)
        assert counter(page) == f"Schritt {step} von 2"
        page.wait_for_selector("section.current .main-svg")
        assert f"{number} Ereignisse" in page.locator("section.current").inner_text()


@pytest.mark.parametrize("more", ["topic=digital-economy", "q=Gipfel&status=planned"])
def test_an_analyst_takes_exactly_the_rows_shown(view, server, more):
    query = f"{more}&from=2021-01-01&to=2021-12-31"
    view.open(f"events?{query}")
    shown = listed(view)
    assert len(shown) == len(set(shown)) == view.count() > 0
    table = pd.read_csv(f"{server}/slice.csv?{query}")
    assert sorted(table["event_id"]) == sorted(shown)
    titles = dict(zip(table["event_id"], table["title"], strict=True))
    for event_id, title in zip(shown, view.page.locator(LISTED).all_inner_texts(), strict=True):
        assert " ".join(title.split()).rstrip("… ") in " ".join(titles[event_id].split())

    view.page.locator("summary", has_text="Diese Ereignisse herunterladen").click()
    with zipfile.ZipFile(io.BytesIO(taken(view, "take_package"))) as package:
        assert package.testzip() is None
        description = json.loads(package.read("datapackage.json"))
        tables = {one["name"]: pd.read_csv(io.BytesIO(package.read(one["path"]))) for one in description["resources"]}
        readme = next(package.read(name).decode() for name in package.namelist() if name.startswith("README"))
    assert sorted(tables["events"]["event_id"]) == sorted(shown)
    for name in ("event_places", "event_topics", "event_actors", "event_sources", "evidence"):
        assert set(tables[name]["event_id"]) <= set(shown), name
    assert view.headline().splitlines()[0] in readme, "the filter in words is the one above the view"
    assert query.partition("&")[0] in readme
    assert view.faults == []
