"""What WCAG 2.2 AA asks of every page: nothing serious for axe, reachable by keyboard, readable when enlarged, one language."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard import data
from dashboard.drawing.style import Look
from dashboard.language import LANGUAGES
from dashboard.pages import PAGES
from dashboard.shell.streamlit_words import streamlit_words
from tests.browser.conftest import View, watched

TABLES = data.current()
CHOSEN = {
    "event": f"event={TABLES['events']['event_id'].iloc[0]}",
    "briefing": f"briefing={TABLES['briefings']['briefing_id'].iloc[0]}",
}
# With a filter and a search, so that chips, marks and the fields that depend on them are there.
QUERIES = {page.id: CHOSEN.get(page.id, "country=CN,KZ&topic=trade,digital-economy&q=Treffen&from=2020-01-01") for page in PAGES}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FULL, ENLARGED = {"width": 1440, "height": 900}, {"width": 720, "height": 450}  # 1440x900 at 100 % and at 200 %
# What stands over the right edge without a box of its own that scrolls.
OVER_THE_EDGE = """() => [...document.querySelectorAll('.stMain *')].filter((element) => {
    if (element.getBoundingClientRect().right <= innerWidth + 1) return false;
    for (let box = element; box && !box.classList.contains('stMain'); box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible') return false;
    return true;
}).map((element) => element.outerHTML.slice(0, 150))"""
MOVING = """() => [...document.querySelectorAll('body *')].filter((element) => {
    const style = getComputedStyle(element);
    const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
    return lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration));
}).map((element) => element.outerHTML.slice(0, 150))"""
WORDS = """() => [
    ...[...document.querySelectorAll('*')].flatMap((element) =>
        ['aria-label', 'title', 'data-title', 'placeholder'].map((name) => element.getAttribute(name))),
    ...[...document.querySelectorAll('div, p, span, a, button')].flatMap((element) =>
        [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data)),
].filter(Boolean)"""


@pytest.fixture(scope="module")
def window(browser, server) -> Iterator[View]:
    """One window for all pages, so that the client is loaded once."""
    context = browser.new_context(viewport=FULL, locale="de-DE", reduced_motion="reduce")
    yield watched(context, server)
    context.close()


@pytest.fixture(scope="module", params=[(page.id, lang) for page in PAGES for lang in LANGUAGES], ids="-".join)
def shown(window, request) -> View:
    """One page after the other with all that is folded opened: what is hidden is not looked at."""
    page, lang = request.param
    window.page.set_viewport_size(FULL)
    window.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    window.open(f"{page}?lang={lang}&{QUERIES[page]}")
    unfold(window)
    return window


def unfold(view) -> None:
    """Opens what is folded without a click, so that there is no movement to wait for."""
    view.page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


def findings(view, rules: list[str], kind: str = "tag") -> list[str]:
    # The marks inside a figure are no elements to axe; what stands for them, its name and its table, are.
    options = {"runOnly": {"type": kind, "values": rules}, "resultTypes": ["violations"]}
    found = Axe().run(view.page, context={"exclude": [[".js-plotly-plot"]]}, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def test_axe_finds_nothing_serious(shown):
    assert findings(shown, RULES) == []
    assert shown.page.evaluate(MOVING) == [], "who asks for less movement gets none"
    assert shown.page.evaluate("document.documentElement.lang") in shown.query
    assert shown.faults == []


def test_at_200_percent_nothing_is_lost_or_over_the_edge(shown):
    shown.page.set_viewport_size(ENLARGED)
    shown.page.wait_for_function("document.querySelector('.st-key-pages').getBoundingClientRect().right <= innerWidth")
    shown.settled()
    unfold(shown)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= ENLARGED["width"]
    assert shown.page.evaluate(OVER_THE_EDGE) == []
    assert findings(shown, ["scrollable-region-focusable", "target-size"], "rule") == []
    for needed in (".st-key-pages a[aria-current], .st-key-pages a", ".stMain h1", '[data-testid="stExpandSidebarButton"]'):
        assert shown.page.locator(needed).first.is_visible()
    shown.page.set_viewport_size(FULL)
    shown.settled()


def test_axe_finds_nothing_serious_in_the_dark(shown):
    # The colours of the system change while the page is open: everything is drawn anew.
    shown.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(shown.page.locator("html")).to_have_css("--ground", Look(dark=True).background, timeout=20_000)
    shown.settled()
    unfold(shown)
    assert findings(shown, ["color-contrast"], "rule") == []


def focus_on(view, selector: str, most: int = 60) -> None:
    """Presses the tabulator until the focus stands on such an element, which must then show it."""
    for _ in range(most):
        view.page.keyboard.press("Tab")
        if view.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            style = view.page.evaluate("({ ...getComputedStyle(document.activeElement) })")
            assert (style["outlineStyle"], style["boxShadow"]) != ("none", "none"), "the focus is not to be seen"
            return
    raise AssertionError(f"{selector} cannot be reached in {most} steps")


def test_the_keyboard_reaches_filter_table_event_and_evidence(view):
    """The whole way without a mouse; the number that is announced is the one shown."""
    view.open("topics")
    everything = view.count()
    focus_on(view, ".st-key-filter_year_2021_de button")
    view.page.keyboard.press("Space")
    view.page.wait_for_url("**quarter=2021-Q1**")
    view.settled()
    assert view.count() < everything
    assert view.page.locator("#announcement").inner_text() == view.headline()
    focus_on(view, ".st-key-chart_topic-heatmap summary")
    view.page.keyboard.press("Enter")
    view.page.locator('.st-key-chart_topic-heatmap [data-testid="stDataFrame"]').wait_for()
    focus_on(view, ".st-key-chart_topic-heatmap canvas, .st-key-chart_topic-heatmap [data-testid='stDataFrame'] *", 6)
    view.open("events?quarter=2021-Q1")
    focus_on(view, "a.brand", 3)
    focus_on(view, "ol.events a[href*='event=']")
    view.page.keyboard.press("Enter")
    view.page.wait_for_url("**/event?*")
    view.settled()
    view.page.locator("mark").first.wait_for()
    focus_on(view, "mark[tabindex='0']")
    assert view.page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.title")


def test_the_first_step_skips_what_repeats(view):
    view.open("events")
    focus_on(view, "a[href='#stMain'], a:not([class*='brand'])", 1)
    view.page.keyboard.press("Enter")
    assert view.page.evaluate("document.activeElement.id || document.activeElement.className").startswith("stMain")


def offered(view) -> list[str]:
    """What Streamlit writes while a reader uses fields, tables and menus."""
    words, page = [], view.page
    search = page.locator(".st-key-filters .stTextInput input").first
    search.press_sequentially("Gip")
    words += page.evaluate(WORDS)
    search.fill("")
    page.keyboard.press("Tab")
    page.locator(".st-key-group_where summary").click()
    view.settled()
    place = page.locator('[class*="st-key-filter_place_"] input')
    place.click()
    place.press_sequentially("zzz")
    page.locator('[role="listbox"], [role="dialog"]').first.wait_for()
    words += page.evaluate(WORDS)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    table = page.locator('.stMain [data-testid="stDataFrame"]').last
    table.scroll_into_view_if_needed()
    table.hover(position={"x": 60, "y": 15})
    table.click(position={"x": 63, "y": 15})
    page.locator('[data-testid="stDataFrameColumnMenu"]').wait_for()
    words += page.evaluate(WORDS)
    page.keyboard.press("Escape")
    return words


def test_streamlits_words_are_german_in_use_and_english_again(view):
    english = {text for text, word in streamlit_words("de").items() if word != text}
    view.open("data?lang=de&topic=trade")
    seen = offered(view)
    assert not english & set(seen)
    assert {"Aufsteigend sortieren", "Mit der Eingabetaste anwenden", "Zum Inhalt springen"} <= set(seen)
    assert "Hilfe: Suche" in seen
    view.page.locator(".st-key-language_en button").click()
    view.settled()
    expect(view.page.locator("a", has_text="Skip to main content")).to_be_attached()
    german = {word for text, word in streamlit_words("de").items() if "{}" not in text and word != text and " " in word}
    assert not german & set(view.page.evaluate(WORDS))


def test_a_file_is_asked_for_in_the_language_of_the_page(view):
    view.open("presentation?lang=de")
    said = view.page.locator('[data-testid="stFileUploader"]').text_content()
    assert "je Datei" in said
    assert "per file" not in said
