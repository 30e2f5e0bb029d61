"""A slice holds the events chosen, everything they refer to, and nothing else."""

import pytest

from dashboard.language import LANGUAGES
from dashboard.slices.joined import JOINED, SEPARATOR
from dashboard.slices.labelled import columns, heads, labelled, records
from dashboard.slices.slice_tables import OF_EVENTS, closed, primary_key, references, table_names
from loaders.tables import schema
from tests.dashboard.slices import BASE, QUERIES, TABLES, cells, slice_of, view_of
from tests.dashboard.small import small_view


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_every_reference_is_found_and_every_row_is_needed(query):
    found = slice_of(view_of(query))
    assert tuple(found) == table_names()
    needed = {name: set() for name in found}
    for table in found:
        for column, target, key in references(table):
            ids = set(found[table][column]) - {""}
            assert ids <= set(found[target][key])
            needed[target] |= ids
    for table in set(found) - set(OF_EVENTS) - {"sections"}:
        assert set(found[table].iloc[:, 0]) == needed[table]


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_the_rows_of_events_are_those_shown(query):
    view = view_of(query)
    found = slice_of(view)
    for table in OF_EVENTS:
        assert cells(table, found) == cells(table, view.tables)
    assert set(found["chains"]["chain_id"]) == set(view.tables["chains"]["chain_id"])


def test_an_event_brings_its_section_even_without_evidence():
    view = small_view(only=("2021-q3-02",))
    assert not len(view.tables["evidence"])
    assert list(closed(view.everything, view.tables)["sections"]["section_id"]) == ["2021-q3-s1"]


def test_a_chain_brings_the_briefing_that_told_of_it_first():
    view = small_view(quarter=("2021-Q3",), status=("occurred",), topic=("institution",))
    assert list(view.tables["briefings"]["briefing_id"]) == ["2021-q3"]
    assert list(closed(view.everything, view.tables)["briefings"]["briefing_id"]) == ["2021-q1", "2021-q3"]


@pytest.mark.parametrize("table", table_names())
def test_a_primary_key_names_one_row(table):
    key = list(primary_key(table))
    assert key or table == "evidence"
    if key:
        assert not TABLES[table].duplicated(key).any()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("table", table_names())
def test_columns_are_called_differently(table, lang):
    called = heads(table, lang)
    assert list(called) == [column["column"] for column in columns(table)]
    assert len({head.casefold() for head in called.values()}) == len(called)
    assert all(column[f"description_{lang}"] for column in columns(table))


def test_names_stand_beside_ids():
    view = small_view(only=("2021-q1-01",))
    found = closed(view.everything, view.tables)
    event = records(labelled("events", found, "en", BASE), columns("events"))[0]
    assert (event["status"], event["status_label"], event["briefing_quarter"]) == ("planned", "planned", "2021-Q1")
    assert event["link"] == f"{BASE}event?event=2021-q1-01&lang=en&v=small"
    place = labelled("event_places", found, "de", BASE).iloc[0]
    assert (place["place_id"], place["place_label"], place["event_title"]) == ("dushanbe", "Duschanbe", "Gipfel in Duschanbe")
    assert list(labelled("events", found, "de", BASE).columns) == [column["column"] for column in columns("events")]
    assert len(columns("events")) > len(schema()["events"])


def test_the_columns_of_a_file_keep_their_order_and_the_joined_ones_stand_last():
    names = [column["column"] for column in columns("events")]
    assert names[: len(schema()["events"])] == [column["column"] for column in schema()["events"]]
    assert names[-11:] == ["link", *(f"{one.name}_{what}" for one in JOINED for what in ("ids", "labels"))]


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_joined_cells_hold_what_the_tables_of_the_slice_hold(query):
    view = view_of(query)
    found = closed(view.everything, view.tables)
    rows = labelled("events", found, view.lang, BASE)
    for one in JOINED:
        links = found[one.link]
        links = links[links["role"] == one.role] if one.role else links
        joined = {
            (event_id, id_)
            for event_id, cell in zip(rows["event_id"], rows[f"{one.name}_ids"], strict=True)
            for id_ in cell.split(SEPARATOR)
            if id_
        }
        assert joined == set(zip(links["event_id"], links[one.key], strict=True))
        parts = zip(rows[f"{one.name}_ids"], rows[f"{one.name}_labels"], strict=True)
        assert all(len(ids.split(SEPARATOR)) == len(names.split(SEPARATOR)) for ids, names in parts)


def test_joined_names_are_in_the_language_of_the_file():
    view = small_view(only=("2021-q1-01",))
    found = closed(view.everything, view.tables)
    german, english = (labelled("events", found, lang, BASE).iloc[0] for lang in LANGUAGES)
    assert (german["venue_ids"], german["venue_labels"]) == ("dushanbe", "Duschanbe")
    assert english["venue_labels"] == "Dushanbe"
