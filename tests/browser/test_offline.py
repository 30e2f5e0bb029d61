"""Nothing a page loads comes from outside the server, nothing breaks the security policy, and nothing is reported as a fault."""

import pytest

from dashboard import data
from dashboard.pages import PAGES

EVENT = data.current()["events"]["event_id"].iloc[0]
BRIEFING = data.current()["briefings"]["briefing_id"].iloc[0]
CHOICES = {"event": f"event={EVENT}", "briefing": f"briefing={BRIEFING}"}
ADDRESSES = [f"{page.id}?lang={lang}&{CHOICES.get(page.id, 'status=planned')}" for page in PAGES for lang in ("de", "en")]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_needs_nothing_from_outside(view, address):
    view.open(address)
    view.page.mouse.move(700, 500)
    view.page.wait_for_timeout(500)
    assert len(view.requests) > 10, "the requests are not being recorded"
    assert view.outside_requests() == []
    assert view.page.evaluate("window.violations") == []
    assert view.faults == []
    assert view.page.locator('[data-testid="stException"]').count() == 0


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_page_says_its_language_and_name(view, lang):
    view.open(f"timeline?lang={lang}")
    assert view.page.evaluate("document.documentElement.lang") == lang
    assert view.page.title() == {"de": "Zeitleiste – SCO-Aktivitäten", "en": "Timeline – SCO Activity"}[lang]


def test_the_policy_holds_against_a_foreign_address(view):
    view.open("about")
    blocked = view.page.evaluate(
        """() => new Promise((done) => {
            document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
            const image = new Image(); image.src = 'https://example.org/x.png';
        })"""
    )
    assert blocked == "img-src"
