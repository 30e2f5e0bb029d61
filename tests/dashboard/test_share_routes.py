"""The addresses of pictures, sheet, slides and presentations: what they answer, and what they say where they cannot."""

import json
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette

from dashboard import data
from dashboard.charts import all_charts
from dashboard.serving.share_routes import PLOTLY, PPTX, share_routes
from dashboard.sharing import chromium, picture
from dashboard.sharing.frame import frame_address, frame_html
from dashboard.sharing.steps import LARGEST, StepSet, to_text
from dashboard.slices.file_name import file_name
from tests.dashboard.asgi import answer_of, ask
from tests.dashboard.sharing.steps_made import OTHERS
from tests.dashboard.sharing.tools import needs_chromium
from tests.dashboard.slices import BASE, TABLES, view_of

ROUTES = share_routes()


@pytest.fixture(autouse=True)
def _same_tables(monkeypatch):
    monkeypatch.setattr(data, "current", lambda: TABLES)


def get(path):
    return ask(ROUTES, BASE + path)


def post(path, form, length=None):
    """The answer to a form sent to a route."""
    body = urlencode(form).encode()
    head = {
        "host": "sco.example",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": str(length or len(body)),
    }
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "https", "root_path": "",
        "path": f"/{path}", "raw_path": f"/{path}".encode(), "query_string": b"", "server": ("sco.example", 443),
        "client": ("127.0.0.1", 1), "headers": [(name.encode(), value.encode()) for name, value in head.items()],
    }  # fmt: skip

    answer = answer_of(Starlette(routes=ROUTES), scope, body)
    return answer.status, answer.body.decode()


@needs_chromium
@pytest.mark.parametrize(("format_", "start"), [("png", b"\x89PNG"), ("svg", b"<svg "), ("pdf", b"%PDF")])
def test_a_chart_has_an_address_in_each_format(format_, start):
    answer = get(f"chart.{format_}?chart=family-bars&topic=energy")
    assert answer.status == 200
    assert answer.headers["content-type"].split(";")[0] == picture.MIMES[format_]
    assert answer.body.startswith(start)
    assert (
        answer.headers["content-disposition"]
        == f'inline; filename="{file_name(view_of({"topic": "energy"}).selection, "family-bars")}.{format_}"'
    )


@needs_chromium
def test_the_sheet_has_an_address():
    answer = get("sheet.pdf?quarter=2021-Q3")
    assert (answer.status, answer.headers["content-type"], answer.body[:4]) == (200, "application/pdf", b"%PDF")


def test_a_view_has_an_address_as_slides_and_as_a_page():
    slides = get("view.pptx?page=topics&topic=energy")
    assert (slides.status, slides.headers["content-type"], slides.body[:2]) == (200, PPTX, b"PK")
    assert slides.headers["content-disposition"] == 'attachment; filename="sco-topics-energy.pptx"'
    page = get("view.html?page=events&topic=energy&lang=en")
    assert page.headers["content-disposition"] == 'attachment; filename="sco-events-energy.html"'
    assert '<html lang="en">' in page.body.decode()


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("chart.png", 400, "family-bars"),
        ("chart.svg?chart=../x&lang=en", 400, "There is no chart ‘../x’"),
        ("view.pptx?page=quality", 400, "overview"),
        ("view.html?page=nothing&lang=en", 400, "cannot be shown"),
    ],
)
def test_a_wish_that_cannot_be_met_says_what_can(path, status, named):
    answer = get(path)
    assert answer.status == status
    assert named in answer.body.decode()
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("path", [*(f"chart.{format_}?chart=map" for format_ in picture.FORMATS), "sheet.pdf?lang=de"])
def test_without_a_chromium_the_address_says_so(monkeypatch, path):
    monkeypatch.setenv(chromium.VARIABLE, "none")
    answer = get(path)
    assert answer.status == 503
    assert answer.body.decode().strip() == chromium.NO_CHROMIUM("de")


@pytest.mark.parametrize("path", ["view.pptx?page=map", "view.html?page=map", "sheet.html?quarter=2021-Q3"])
def test_without_a_chromium_the_rest_works(monkeypatch, path):
    monkeypatch.setenv(chromium.VARIABLE, "none")
    assert get(path).status == 200


def test_a_presentation_is_played_from_what_is_sent():
    status, html = post("play", {"set": to_text(StepSet("Probe", "de", "", tuple(OTHERS))), "lang": "en"})
    assert status == 200
    assert html.count("<section ") == len(OTHERS)
    assert '<html lang="en">' in html
    assert f'src="./{PLOTLY}"' in html


@pytest.mark.parametrize(
    ("form", "named"),
    [({"set": "{}"}, "format"), ({}, "JSON"), ({"set": json.dumps({"format": "sco-presentation 1", "steps": []})}, "steps")],
)
def test_a_faulty_presentation_names_its_field(form, named):
    status, text = post("play", form)
    assert (status, named in text) == (400, True)


def test_a_presentation_far_too_large_is_refused_unread():
    assert post("play", {"set": "x"}, length=5 * LARGEST)[0] == 413


def test_the_address_of_play_alone_leads_to_where_sets_are_made():
    answer = get("play")
    assert (answer.status, answer.headers["location"]) == (302, "./presentation")


def test_plotly_is_served_with_its_version():
    answer = get(PLOTLY)
    assert len(answer.body) > 3_000_000
    assert "immutable" in answer.headers["cache-control"]


def test_every_chart_is_named_where_one_is_wrong():
    body = get("chart.png?chart=x").body.decode()
    assert all(chart.ID in body for chart in all_charts())


def test_a_frame_has_an_address_with_every_restriction():
    view = view_of({"topic": "energy", "present": "1"})
    address = frame_address(view, BASE)
    assert address == f"{BASE}events?topic=energy&frame=1&lang=de&v={TABLES.version}"
    html = frame_html(view, BASE, 'Ereignisse "heute"')
    assert "&quot;heute&quot;" in html
    assert "&amp;frame=1&amp;" in html
