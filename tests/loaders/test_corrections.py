"""Corrections change what they still find, and are reported where they no longer do."""

import pytest

from loaders.corrections import apply_corrections

ROWS = {
    "events": [{"event_id": "2021-q1-01", "status": "planned", "is_online": False, "title": "Gipfel"}],
    "event_places": [{"event_id": "2021-q1-01", "place_id": "dushanbe", "role": "venue"}],
    "event_topics": [{"event_id": "2021-q1-01", "topic_id": "trade"}],
    "event_actors": [],
    "event_sources": [],
    "evidence": [{"event_id": "2021-q1-01", "field": "status", "value": "planned"}],
}


def correction(field, was, becomes, event_id="2021-q1-01"):
    return {"event_id": event_id, "field": field, "was": was, "becomes": becomes, "reason": "gelesen", "source": "Prüfung"}


@pytest.mark.parametrize(
    ("change", "table", "expected"),
    [
        (correction("status", "planned", "occurred"), "events", [{**ROWS["events"][0], "status": "occurred"}]),
        (correction("is_online", "0", "1"), "events", [{**ROWS["events"][0], "is_online": "1"}]),
        (
            correction("place", "dushanbe:venue", "khujand:venue"),
            "event_places",
            [{"event_id": "2021-q1-01", "place_id": "khujand", "role": "venue"}],
        ),
        (correction("place", "dushanbe:venue", ""), "event_places", []),
        (
            correction("topic", "", "energy"),
            "event_topics",
            [*ROWS["event_topics"], {"event_id": "2021-q1-01", "topic_id": "energy"}],
        ),
        (correction("event", "Gipfel", ""), "evidence", []),
    ],
)
def test_a_correction_changes_what_it_finds(change, table, expected):
    corrected, obsolete = apply_corrections(ROWS, [change])
    assert corrected[table] == expected
    assert obsolete == []


@pytest.mark.parametrize(
    "change",
    [
        correction("status", "occurred", "cancelled"),
        correction("place", "khujand:venue", ""),
        correction("topic", "", "trade"),
        correction("colour", "red", "blue"),
        correction("event", "Anderer Titel", ""),
        correction("status", "planned", "occurred", event_id="2021-q1-99"),
    ],
)
def test_a_correction_that_finds_nothing_is_obsolete(change):
    corrected, obsolete = apply_corrections(ROWS, [change])
    assert corrected == ROWS
    assert obsolete == [change]


def test_the_rows_given_stay_as_they_are():
    apply_corrections(ROWS, [correction("status", "planned", "occurred")])
    assert ROWS["events"][0]["status"] == "planned"
