"""The stable addresses of a slice: the same query, the same rows; what is wrong with an address is said."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import data
from dashboard.exports import all_exports
from dashboard.serving.slice_routes import ORIGINS_VARIABLE, slice_routes
from dashboard.slices.slice_tables import table_names
from loaders.tables import TableError
from tests.dashboard.asgi import ask
from tests.dashboard.slices import BASE, QUERIES, TABLES, cells, context, view_of

ROUTES = slice_routes()


@pytest.fixture(autouse=True)
def _same_tables(monkeypatch):
    monkeypatch.setattr(data, "current", lambda: TABLES)


def get(path, **more):
    return ask(ROUTES, BASE + path, **more)


def csv_rows(answer):
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8"), newline="")))


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_the_same_query_gives_the_rows_of_the_application(query):
    view = view_of(query)
    query_string = view.selection.query
    shown = list(view.tables["events"]["event_id"])
    assert [row["event_id"] for row in csv_rows(get(f"slice.csv?{query_string}"))] == shown
    document = json.loads(get(f"slice.json?{query_string}").body)
    assert [row["event_id"] for row in document["rows"]] == shown
    assert document["filter"] == view.selection.sentence(view.everything, view.lang)


@pytest.mark.parametrize("export", all_exports(), ids=lambda export: export.ID)
def test_each_format_has_its_address(export):
    answer = get(f"slice.{export.SUFFIX}?topic=energy")
    assert answer.status == 200
    assert answer.headers["content-type"] == export.MIME
    assert answer.headers["content-disposition"].startswith('attachment; filename="sco-')
    assert answer.headers["content-disposition"].endswith(f'-energy.{export.SUFFIX}"')
    assert answer.headers["x-data-version"] == TABLES.version
    assert "x-notices" not in answer.headers


@pytest.mark.parametrize("table", table_names())
def test_one_table_as_csv_and_json(table):
    rows = csv_rows(get(f"slice.csv?topic=energy&table={table}"))
    document = json.loads(get(f"slice.json?topic=energy&table={table}").body)
    assert document["table"] == table
    assert len(document["rows"]) == document["count"] == len(rows)


def test_tables_of_events_are_those_of_the_application():
    view = view_of({"topic": "energy"})
    for table in ("event_places", "event_actors", "evidence"):
        found = csv_rows(get(f"slice.csv?topic=energy&table={table}"))
        assert [{name: row[name] for name in TABLES[table].columns} for row in found] == cells(table, view.tables)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("slice.csv?table=people", "event_actors"),
        ("slice.json?table=problems", "event_actors"),
        ("slice.csv?table=events&table=places", "event_actors"),
        ("slice.csv?table=", "event_actors"),
        ("slice.zip?table=events", "/slice.csv"),
    ],
)
def test_a_table_that_cannot_be_given_is_refused_with_the_choices(path, told, lang):
    answer = get(f"{path}&lang={lang}")
    assert answer.status == 400
    assert told in answer.body.decode()
    assert ("Tabelle" in answer.body.decode()) == (lang == "de")
    if ".json" in path:
        assert told in json.loads(answer.body)["error"]


def test_what_cannot_be_used_is_named():
    answer = get("slice.json?topic=energy,nothing&colour=red&quarter=2021-Q9&v=old")
    document = json.loads(answer.body)
    assert len(document["rows"]) == view_of({"topic": "energy"}).count
    assert [notice["key"] for notice in document["notices"]] == ["topic", "colour", "quarter", "v"]
    assert json.loads(answer.headers["x-notices"]) == document["notices"]
    assert TABLES.version in document["notices"][-1]["text"]


def test_many_notices_keep_the_header_small():
    answer = get("slice.csv?" + "&".join(f"k{number}=ä" for number in range(300)))
    notices = json.loads(answer.headers["x-notices"])
    assert len(answer.headers["x-notices"]) < 3500
    assert notices[-1]["more"] + len(notices) - 1 == 300


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["topic", "q", "from", "lang", "asof", "x"]), st.text(max_size=20)), max_size=5))
def test_no_address_breaks_it(pairs):
    from urllib.parse import urlencode

    answer = get(f"slice.csv?{urlencode(pairs)}")
    assert answer.status == 200
    assert all(value.isascii() and "\n" not in value for value in answer.headers.values())


def test_an_unchanged_slice_is_not_sent_again():
    first = get("slice.csv?topic=energy")
    again = get("slice.csv?topic=energy", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    for other in ("slice.csv?topic=trade", "slice.csv?topic=energy&table=places", "slice.json?topic=energy"):
        assert get(other, If_None_Match=first.headers["etag"]).status == 200


def test_a_new_state_of_the_data_is_sent(monkeypatch):
    first = get("slice.csv?topic=energy")
    newer = TABLES.replaced()
    newer.version = "newer"
    monkeypatch.setattr(data, "current", lambda: newer)
    assert get("slice.csv?topic=energy", If_None_Match=first.headers["etag"]).status == 200


def test_what_only_turns_pages_changes_nothing():
    plain = get("slice.csv?topic=energy")
    turned = get(f"slice.csv?topic=energy&present=1&event={TABLES['events']['event_id'].iloc[0]}")
    assert (turned.body, turned.headers["etag"]) == (plain.body, plain.headers["etag"])


def test_head_tells_without_sending():
    head = get("slice.xlsx?topic=energy", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["etag"] == get("slice.xlsx?topic=energy").headers["etag"]
    assert "content-length" not in head.headers


def test_nothing_can_be_written():
    assert get("slice.csv", method="POST").status == 405


def test_other_origins_may_not_read_unless_allowed(monkeypatch):
    monkeypatch.delenv(ORIGINS_VARIABLE, raising=False)
    assert not any(name.startswith("access-control") for name in get("slice.csv", Origin="https://a.example").headers)
    monkeypatch.setenv(ORIGINS_VARIABLE, "https://a.example https://b.example")
    assert get("slice.csv", Origin="https://b.example").headers["access-control-allow-origin"] == "https://b.example"
    assert "access-control-allow-origin" not in get("slice.csv", Origin="https://c.example").headers


def test_links_in_a_file_lead_back_to_where_it_was_asked_for():
    document = json.loads(get("slice.json?topic=energy&lang=en").body)
    assert document["link"] == f"{BASE}events?topic=energy&lang=en&v={TABLES.version}"
    assert document["rows"][0]["link"].startswith(f"{BASE}event?event=")
    view = view_of({"topic": "energy"})
    assert get(context(view).slice_link("csv").removeprefix(BASE)).status == 200


def test_unreadable_data_are_said(monkeypatch):
    def broken():
        raise TableError("no")

    monkeypatch.setattr(data, "current", broken)
    answer = get("slice.csv?lang=en")
    assert (answer.status, answer.headers["cache-control"]) == (503, "no-store")
    assert "Try again" in answer.body.decode()
