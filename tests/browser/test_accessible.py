"""What WCAG 2.2 AA asks of every page: nothing serious for axe, reachable by keyboard, readable when enlarged."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard import data
from dashboard.drawing.style import Look
from dashboard.pages import PAGES

TABLES = data.current()
CHOSEN = {
    "event": f"event={TABLES['events']['event_id'].iloc[0]}",
    "briefing": f"briefing={TABLES['briefings']['briefing_id'].iloc[0]}",
}
# With a filter and a search, so that chips, marks and the fields that depend on them are there.
QUERIES = {page.id: CHOSEN.get(page.id, "country=CN,KZ&topic=trade,digital-economy&q=Treffen&from=2020-01-01") for page in PAGES}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def unfold(view) -> None:
    """Opens all that is folded: what is hidden is not looked at. Without a click there is no movement to wait for."""
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


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id or "overview")
def test_axe_finds_nothing_serious(view, page, lang):
    view.page.emulate_media(reduced_motion="reduce")
    view.open(f"{page.id}?lang={lang}&{QUERIES[page.id]}")
    unfold(view)
    assert findings(view, RULES) == []
    # The colours of the system change while the page is open: everything is drawn anew.
    view.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(view.page.locator("html")).to_have_css("--ground", Look(dark=True).background)
    view.settled()
    unfold(view)
    assert findings(view, ["color-contrast"], "rule") == []
