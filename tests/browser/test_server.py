"""What the server answers to machines: readiness, headers, the first bytes of a page."""

import json
import urllib.error
import urllib.request

import pytest

from dashboard import data
from dashboard.pages import PAGES


def answer(address: str):
    try:
        with urllib.request.urlopen(address, timeout=20) as response:
            return response.status, response.headers, response.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def test_readiness_tells_the_version(server):
    status, _, body = answer(f"{server}/readyz")
    tables = data.current()
    assert (status, json.loads(body)) == (200, {"status": "ready", "version": tables.version, "events": len(tables["events"])})


@pytest.mark.parametrize(
    "path", ["", "timeline?lang=en", "event", "readyz", "_stcore/health", "app/static/favicon.png", "nowhere"]
)
def test_every_answer_carries_the_policy(server, path):
    _, headers, _ = answer(f"{server}/{path}")
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id or "overview")
def test_every_page_begins_with_our_name_and_its_language(server, page):
    status, _, body = answer(f"{server}/{page.id}?lang=en")
    assert status == 200
    assert '<html lang="en">' in body
    assert "<title>SCO Activity</title>" in body
