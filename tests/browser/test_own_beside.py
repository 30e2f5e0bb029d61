"""A reader's own briefing among the project's rows, in a browser: switched on, marked, counted once, seen by nobody else."""

import io
import zipfile
from collections.abc import Iterator

import pandas as pd
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import View, watched
from tests.dashboard.test_own_beside import OWN_IDS, OWN_WORD, TEXT


@pytest.fixture
def other(browser: Browser, server: str) -> Iterator[View]:
    """Another reader."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    yield watched(context, server)
    context.close()


def switch(view: View) -> None:
    view.page.locator(".st-key-own_everywhere label").first.click()
    view.settled()


def shown(view: View) -> View:
    """The view with an own briefing switched on."""
    view.open("own?lang=de")
    view.page.set_input_files("input[type=file]", {"name": "own.md", "mimeType": "text/markdown", "buffer": TEXT.encode()})
    view.page.wait_for_selector(".st-key-own_everywhere")
    view.settled()
    switch(view)
    return view


def follow(view: View, href: str) -> None:
    """Follows a plain link of the application, which keeps the session."""
    view.page.evaluate(
        "href => { const a = document.createElement('a'); a.href = href; document.body.append(a); a.click(); a.remove(); }", href
    )
    view.settled()


def note(view: View) -> str:
    return view.page.locator("p.own-note").inner_text()


def test_it_stands_beside_the_rest_for_one_reader_alone(view, other):
    other.open("events?lang=de")
    all_ = other.count()
    shown(view)
    follow(view, "./events?lang=de")
    assert view.count() == all_ + 2
    assert "darunter 2 aus Ihrem Briefing „Notizen zu Q1/2021“, nur in dieser Sitzung" in note(view)
    follow(view, f"./events?q={OWN_WORD}&lang=de")
    assert view.count() == view.page.locator(".own-badge").count() == 2
    # The same search by another reader, who brings no briefing, and whose caches are the same server's.
    other.open(f"events?q={OWN_WORD}&lang=de")
    assert other.count() == 0
    other.open(f"events?only={OWN_IDS[0]}&lang=de")
    assert "gehört zu einem eigenen Briefing" in other.page.locator('[data-testid="stAlert"]').first.inner_text()
    assert not view.faults
    assert not other.faults


def test_it_is_filtered_marked_and_taken_along(view):
    shown(view)
    follow(view, "./events?lang=de")
    view.page.locator('.st-key-filters button:has-text("Ihr Briefing")').click()
    view.settled()
    assert "origin=own" in view.query
    assert view.count() == 2
    assert "Herkunft: Ihr Briefing" in view.chips()
    view.page.get_by_text("Diese Ereignisse herunterladen").click()
    with view.page.expect_download() as waiting:
        view.page.get_by_role("button", name="Paket (ZIP)").click()
    assert "with-own" in waiting.value.suggested_filename
    with zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes())) as archive:
        assert list(pd.read_csv(archive.open("data/events.csv"))["event_id"]) == OWN_IDS
    assert "An dieser Adresse liegt nur der Bestand, ohne Ihr Briefing" in view.page.locator(".st-key-main").inner_text()
    view.page.locator(".copy-link").click()
    expect(view.page.locator(".copy-link")).to_contain_text("ohne Ihr Briefing")
    assert "own" not in view.page.evaluate("navigator.clipboard.readText()")
    view.page.locator(f'a[href*="{OWN_IDS[0]}"]').first.click()
    view.settled()
    assert "kein Link führt hierher" in view.page.locator('[data-testid="stAlert"]').inner_text()
    assert view.page.locator(".copy-link").count() == 0
    assert not view.faults


def test_switching_off_and_reloading_take_it_out(view):
    shown(view)
    follow(view, "./events?origin=own&lang=de")
    assert view.count() == 2
    follow(view, "./own?origin=own&lang=de")
    switch(view)
    assert "origin" not in view.query
    follow(view, "./events?lang=de")
    whole = view.count()
    assert view.page.locator("p.own-note").count() == 0
    follow(view, "./own?lang=de")
    switch(view)
    follow(view, "./events?lang=de")
    assert view.count() == whole + 2
    view.page.reload()
    view.settled()
    assert view.count() == whole
    assert view.page.locator("p.own-note").count() == 0
