"""A presentation: collected in the page, played by the keyboard, kept as a file, shown without server or network."""

import json
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from dashboard.sharing.deck import deck
from dashboard.sharing.steps import Step, StepSet, from_bytes, to_text
from tests.dashboard.sharing.steps_made import CHARTS, ONE, OTHERS, YEAR, made
from tests.dashboard.sharing.tools import pdf_texts

DRAWN = "html[data-drawn]"
STEPS = [Step("topics", YEAR, "family-bars", "Ein Jahr <b>", "A year"), Step("map", ONE, "map"), *OTHERS]


def shown(page):
    return page.evaluate(
        "[...document.querySelectorAll('main > section')].findIndex((step) => step.classList.contains('current'))"
    )


def counter(page):
    return page.locator("#counter").inner_text()


@pytest.fixture
def offline(browser, tmp_path):
    """A browser without network, and what it asks for and complains of."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.asked, page.faults = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()


def test_one_file_shows_the_presentation_without_server_or_network(offline, tmp_path):
    file = tmp_path / "presentation.html"
    file.write_text(deck([made(step) for step in STEPS], "Probe", "de"), encoding="utf-8")
    offline.goto(file.as_uri())
    offline.wait_for_selector(DRAWN)
    assert (shown(offline), counter(offline)) == (0, f"Schritt 1 von {len(STEPS)}")
    assert offline.locator("section.current h1").inner_text() == "Ein Jahr <b>"
    assert offline.locator("section.current .bars path").count() > 5
    assert offline.locator("section.current footer").inner_text().startswith("Quelle: Briefings")
    offline.keyboard.press("t")
    assert offline.locator("section.current .twin tbody tr").first.is_visible()
    offline.keyboard.press("Escape")
    assert not offline.locator("section.current .twin tbody tr").first.is_visible()
    offline.keyboard.press("ArrowRight")
    offline.wait_for_selector("section.current .scatterlayer path", state="attached")
    offline.keyboard.press("End")
    assert (shown(offline), counter(offline)) == (len(STEPS) - 1, f"Schritt {len(STEPS)} von {len(STEPS)}")
    offline.keyboard.press("ArrowRight")
    assert shown(offline) == len(STEPS) - 1
    offline.keyboard.press("ArrowLeft")
    assert shown(offline) == len(STEPS) - 2
    offline.reload()
    offline.wait_for_selector(DRAWN)
    assert shown(offline) == len(STEPS) - 2, "a reload stays at its step"
    offline.keyboard.press("Home")
    assert shown(offline) == 0
    offline.locator("#next").click()
    assert shown(offline) == 1
    assert set(offline.asked) <= {file.as_uri(), f"{file.as_uri()}#{len(STEPS) - 1}"}
    assert offline.faults == []


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (390, 844)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_step_fits_its_screen(offline, tmp_path, size):
    file = tmp_path / "presentation.html"
    file.write_text(deck([made(step) for step in CHARTS], "", "de"), encoding="utf-8")
    offline.set_viewport_size({"width": size[0], "height": size[1]})
    offline.goto(file.as_uri())
    offline.wait_for_selector(DRAWN)
    for _ in CHARTS:
        assert offline.evaluate("document.documentElement.scrollWidth") <= size[0]
        box = offline.locator("section.current .figure").bounding_box()
        assert box["x"] >= -1
        assert box["x"] + box["width"] <= size[0] + 1
        offline.keyboard.press("ArrowRight")


def add_view(view):
    view.page.locator(".st-key-share button").first.click()
    view.page.locator(".st-key-share_add button").click()
    view.settled()


def test_views_are_collected_captioned_ordered_and_played(view):
    view.open(f"topics?{YEAR}")
    add_view(view)
    view.page.keyboard.press("Escape")
    view.page.locator(".st-key-pages a", has_text="Karte").click()
    view.settled()
    add_view(view)
    view.page.locator(".share-own a").click()
    view.settled()
    caption = view.page.locator('[class*="st-key-caption_de"] input').first
    caption.fill("Themen eines Jahres")
    caption.press("Enter")
    view.settled()
    view.page.locator(".st-key-step_up_2 button").first.click()
    view.settled()
    heads = view.page.locator('[class*="st-key-step_head_"] .pg').all_inner_texts()
    assert [head.split("·")[0].strip() for head in heads] == ["1. Karte: Karte der Orte", "2. Themen: Themen nach Quartal"]
    assert view.page.locator('[class*="st-key-caption_de"] input').nth(1).input_value() == "Themen eines Jahres"
    with view.page.expect_download() as saved:
        view.page.locator(".st-key-set_save button").click()
    steps = from_bytes(saved.value.path().read_bytes())
    assert [(step.page, step.caption_de) for step in steps.steps] == [("map", ""), ("topics", "Themen eines Jahres")]
    assert all("quarter=" in step.query for step in steps.steps)
    with view.page.context.expect_page() as opened:
        view.page.locator(".play").click()
    played = opened.value
    played.wait_for_selector(DRAWN)
    assert counter(played) == "Schritt 1 von 2"
    played.keyboard.press("ArrowRight")
    played.wait_for_selector("section.current .main-svg")
    assert played.locator("section.current h1").inner_text() == "Themen eines Jahres"
    assert played.evaluate("window.violations") == []
    # Escape closes the window that was opened for it.
    with played.expect_event("close"), suppress(Error):
        played.keyboard.press("Escape")
    assert view.outside_requests() == []
    assert view.faults == []


def test_a_presentation_can_be_printed(browser, tmp_path):
    file = tmp_path / "presentation.html"
    file.write_text(deck([made(step) for step in STEPS], "", "de"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(file.as_uri())
    page.wait_for_selector('html[data-drawn="all"]')
    content = page.pdf(prefer_css_page_size=True)
    page.close()
    texts = pdf_texts(content)
    assert len(texts) == len(STEPS)
    assert "Sicherheit" in texts[0], "the legend of the figure"
    assert "eWTP" in texts[1], "the names on the map, which was not the step shown"


def load(view, content: bytes):
    view.page.locator(".st-key-set_load input[type=file]").set_input_files(
        {"name": "probe.json", "mimeType": "application/json", "buffer": content}
    )
    view.settled()


def test_a_saved_presentation_is_loaded_again(view):
    view.open("presentation?lang=en")
    load(
        view,
        to_text(
            StepSet("Energy", "en", "", (Step("topics", "topic=energy", caption_en="Energy grows"), Step("events", "")))
        ).encode(),
    )
    expect(view.page.locator(".st-key-set_title input")).to_have_value("Energy")
    expect(view.page.locator('[class*="st-key-caption_en"] input').first).to_have_value("Energy grows")
    with view.page.expect_download() as made_file:
        view.page.locator(".st-key-set_page button").click()
    assert "Energy grows" in made_file.value.path().read_text(encoding="utf-8")
    with view.page.expect_download() as slides:
        view.page.locator(".st-key-set_pptx button").click()
    assert slides.value.path().read_bytes()[:2] == b"PK"


def test_a_faulty_file_names_its_field(view):
    view.open("presentation")
    load(view, json.dumps({"format": "sco-presentation 1", "steps": [{"page": "nowhere"}]}).encode())
    notice = view.page.locator('[data-testid="stAlert"]').last.inner_text()
    assert "steps #1: page" in notice
    assert "nowhere" in notice
    assert view.page.locator(".st-key-steps").count() == 0


def test_a_presented_page_of_texts_is_large_and_without_controls(view):
    view.open("events?present=1")
    assert float(view.page.locator(".st-key-main .pg").last.evaluate("(part) => getComputedStyle(part).zoom")) > 1.2
    assert view.page.locator(".st-key-main .rows > li").count() > 10
    for control in (".stButtonGroup", ".stSelectbox", ".stDownloadButton"):
        assert not [one for one in view.page.locator(f".st-key-main {control}").all() if one.is_visible()], control
