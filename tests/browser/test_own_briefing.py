"""A reader's own briefing in a browser: taken, shown, forgotten."""

from tests.dashboard.test_own_briefing import TEXT


def test_an_own_briefing_is_shown_for_this_session(view):
    view.open("own?lang=en")
    view.page.set_input_files("input[type=file]", {"name": "own.md", "mimeType": "text/markdown", "buffer": TEXT.encode()})
    view.page.wait_for_selector("article")
    assert view.page.locator("article").count() == 2
    assert "2031-q3" not in view.query
    view.page.get_by_role("button", name="Discard").click()
    view.page.wait_for_selector("article", state="detached")
    assert not view.faults


def test_what_is_no_briefing_is_named(view):
    view.open("own?lang=en")
    view.page.set_input_files("input[type=file]", {"name": "own.docx", "mimeType": "application/x", "buffer": b"no archive"})
    assert "own.docx" in view.page.wait_for_selector('[data-testid="stAlert"]').inner_text()
