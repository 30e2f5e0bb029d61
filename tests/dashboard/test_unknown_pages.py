"""Addresses that are no page lead to one, and nothing else is touched."""

from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse

from dashboard.pages import PAGES
from dashboard.serving.unknown_pages import UnknownPages, page_meant
from tests.dashboard.asgi import answer_of

KNOWN = frozenset({"/readyz", *(f"/{page.id}" for page in PAGES)})


@dataclass
class Answer:
    status: int
    location: str
    body: bytes


def answer(address, accept="text/html,application/xhtml+xml", method="GET", before=""):
    """What a browser gets; `before` is a path under which the application is mounted."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "path": before + unquote(path), "root_path": before,
        "query_string": query.encode(), "headers": [(b"accept", accept.encode())], "scheme": "https",
        "server": ("sco.example", 443),
    }  # fmt: skip
    got = answer_of(UnknownPages(PlainTextResponse("served"), KNOWN), scope)
    return Answer(got.status, got.headers.get("location", ""), got.body)


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/nowhere", "./?nopage=nowhere"),
        ("/nowhere?topic=energy&lang=en", "./?topic=energy&lang=en&nopage=nowhere"),
        ("/a/b/c", "../../?nopage=a%2Fb%2Fc"),
        ("/nowhere/", "../?nopage=nowhere"),
        ("/timeline/", "../timeline"),
        ("/Karte?topic=energy", "./map?topic=energy"),
        ("/TOPICS", "./topics"),
        ("/was-ist-neu", "./whatsnew"),
        ("/" + "x" * 500, "./?nopage=" + "x" * 80),
        ("/<b>", "./?nopage=%3Cb%3E"),
    ],
)
def test_a_path_that_is_no_page_leads_to_one(path, to):
    found = answer(path)
    assert (found.status, found.location) == (302, to)
    assert answer(path, before="/app").location == to, "relative, so that a path before the application holds"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id or "overview")
def test_a_page_is_left_alone(page):
    assert answer(f"/{page.id}?lang=en").body == b"served"


@pytest.mark.parametrize(
    "path",
    ["/_stcore/health", "/static/js/index.js", "/media/x", "/app/static/favicon.png", "/component/a/b", "/slice.csv", "/readyz"],
)
def test_what_a_page_is_made_of_is_left_alone(path):
    assert answer(path).body == b"served"


def test_only_a_browser_that_wants_a_page_is_led():
    assert answer("/nowhere", accept="application/json").body == b"served"
    assert answer("/nowhere", method="POST").body == b"served"


@given(st.text(st.characters(codec="ascii", exclude_characters="?#"), max_size=40))
def test_a_name_means_a_page_or_none(text):
    assert page_meant(text) in {None, *(page.id for page in PAGES if page.id)}
