"""The calendar of planned events: one entry an event, on the days the texts give, the same entry when the plan changes."""

from datetime import date, timedelta

import pytest
import vobject

from dashboard.exports import ical
from dashboard.filters.asof import known_after
from dashboard.slices.planned import planned
from tests.dashboard.slices import BASE, QUERIES, context, view_of
from tests.dashboard.small import small_tables


def calendar(view):
    """Read again by a library of its own."""
    return vobject.readOne(ical.build(view.tables, context(view)).decode("utf-8"))


def entries(view):
    return {event.uid.value: event for event in getattr(calendar(view), "vevent_list", [])}


def told(**last):
    """The small tables, the second telling of the summit changed."""
    tables = small_tables()
    events = tables["events"].copy()
    row = events["event_id"] == "2021-q3-01"
    for name, value in last.items():
        events.loc[row, name] = value
    return tables.replaced(events=events)


SAME = {"date_start": "2021-09-16", "date_end": "2021-09-17"}
LATER = {"date_start": "2021-11-10", "date_end": "2021-11-10"}
VAGUE = {"date_start": "2022-01-01", "date_end": "2022-12-31", "date_precision": "year"}
MONTH = {"date_start": "2021-09-01", "date_end": "2021-09-30", "date_precision": "month"}


@pytest.mark.parametrize(
    ("last", "state", "first_day", "last_day", "listed"),
    [
        ({"status": "occurred"}, "CONFIRMED", (2021, 9, 17), (2021, 9, 17), False),
        ({"status": "planned", **LATER}, "TENTATIVE", (2021, 11, 10), (2021, 11, 10), False),
        ({"status": "postponed", **LATER}, "TENTATIVE", (2021, 11, 10), (2021, 11, 10), False),
        # 'The meeting set for these days is postponed': the days announced are the ones that fall away.
        ({"status": "postponed", **SAME}, "CANCELLED", (2021, 9, 16), (2021, 9, 17), False),
        ({"status": "postponed", **VAGUE}, "CANCELLED", (2021, 9, 16), (2021, 9, 17), True),
        ({"status": "cancelled", **SAME}, "CANCELLED", (2021, 9, 16), (2021, 9, 17), False),
        ({"status": "cancelled", **VAGUE}, "CANCELLED", (2021, 9, 16), (2021, 9, 17), False),
        # Told more loosely later, but not otherwise: the days announced go on holding.
        ({"status": "planned", **MONTH}, "TENTATIVE", (2021, 9, 16), (2021, 9, 17), False),
        ({"status": "planned", **VAGUE}, None, None, None, True),
    ],
)
def test_what_becomes_of_an_entry(last, state, first_day, last_day, listed):
    view = view_of({"status": "planned"}, told(**last))
    found = entries(view)
    if state is None:
        assert "c1@sco-activity" not in found
    else:
        entry = found["c1@sco-activity"]
        assert entry.status.value == state
        assert entry.dtstart.value == date(*first_day)
        assert entry.dtend.value == date(*last_day) + timedelta(days=1), "the end of an all-day entry is exclusive"
        assert entry.sequence.value == "1"
    assert ("Gipfel" in calendar(view).description.value.partition("nicht eingetragen")[2]) == listed


def test_an_update_moves_the_entry():
    tables = small_tables()
    before, after = view_of({"status": "planned"}, known_after(tables, "2021-q1")), view_of({"status": "planned"}, tables)
    uid = "c1@sco-activity"
    assert entries(before)[uid].status.value == "TENTATIVE"
    assert entries(after)[uid].status.value == "CONFIRMED"
    assert int(entries(before)[uid].sequence.value) < int(entries(after)[uid].sequence.value)


def test_an_event_that_gets_a_chain_later_keeps_its_name():
    tables = small_tables()
    alone = tables["events"].copy()
    alone.loc[alone["event_id"] == "2021-q1-01", "chain_id"] = ""
    chained = alone.copy()
    chained.loc[chained["event_id"].isin(["2021-q1-01", "2021-q3-01"]), "chain_id"] = "c-2021-q1-01"
    uids = [set(entries(view_of({"status": "planned"}, tables.replaced(events=events)))) for events in (alone, chained)]
    assert uids[0] == uids[1] == {"c-2021-q1-01@sco-activity"}


def test_a_vague_date_is_listed_and_not_guessed():
    view = view_of({"status": "planned"}, small_tables())
    found = planned(view.everything, view.tables)
    assert [row.event_id for row in found.vague] == ["2021-q1-02"]
    assert all(entry.dated.date_precision == "day" for entry in found.entries)
    listed = calendar(view).description.value.splitlines()
    assert listed[1:] == ["Ohne genauen Tag, darum nicht eingetragen:", f"- 2021: {found.vague[0].title}"]


def test_what_was_never_announced_is_in_no_calendar():
    view = view_of({"topic": "trade"}, small_tables())
    assert view.count == 1
    assert entries(view) == {}


def test_an_entry_says_what_where_and_how_sure():
    entry = entries(view_of({"status": "planned"}, known_after(small_tables(), "2021-q1")))["c1@sco-activity"]
    assert entry.summary.value == "Gipfel in Duschanbe"
    assert entry.summary.params == {"LANGUAGE": ["de"]}
    assert entry.location.value == "Duschanbe"
    assert entry.geo.value == "38.5;68.8"
    assert entry.url.value == f"{BASE}event?event=2021-q1-01&lang=de&v=small"
    assert entry.transp.value == "TRANSPARENT"
    lines = entry.description.value.splitlines()
    assert lines[:2] == ["16.–17. September 2021", "Status: geplant (Briefing Q1/2021)"]


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_every_announced_event_shown_is_entered_or_listed(query):
    view = view_of(query)
    shown = view.tables["events"]
    announced = shown[shown["status"].isin(["planned", "postponed", "cancelled"])]
    found = planned(view.everything, view.tables)
    in_calendar, listed = {entry.uid for entry in found.entries}, {row.chain_id or f"c-{row.event_id}" for row in found.vague}
    assert in_calendar | listed == {row.chain_id or f"c-{row.event_id}" for row in announced.itertuples()}
    assert len(found.entries) == len(in_calendar)
    read = entries(view)
    assert {uid.removesuffix("@sco-activity") for uid in read} == in_calendar
    for entry in read.values():
        assert entry.dtend.value > entry.dtstart.value
        assert not hasattr(entry.dtstart.value, "hour")
        assert entry.status.value in {"CONFIRMED", "TENTATIVE", "CANCELLED"}


def test_lines_are_as_the_standard_has_them():
    content = ical.build(view_of({}).tables, context(view_of({})))
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
