"""What changed between two states of the data: events matched by what is said of them, not by their number alone."""

from itertools import count

import pytest

from dashboard import versions
from dashboard.filters.links import read
from dashboard.shell.version_banner import changes_in_words, state_in_words
from dashboard.versions import StatusChange, changes, match
from loaders import versions as archive
from loaders.tables import Tables, read_tables, write_tables
from tests.dashboard.small import small_tables

COUNT = count()


def other(**frames):
    return Tables({**dict(small_tables()), **frames}, f"other-{next(COUNT)}")


def edited(event_id, **fields):
    events = small_tables()["events"].copy()
    for column, value in fields.items():
        events.loc[events["event_id"] == event_id, column] = value
    return other(events=events)


def renumbered(tables, new_ids):
    """The tables with an event's id exchanged everywhere."""
    changed = {}
    for name, frame in tables.items():
        if "event_id" in frame:
            changed[name] = frame.assign(event_id=frame["event_id"].replace(new_ids))
    return other(**changed)


THEN = small_tables()


def found(now):
    return changes(THEN, now, THEN, now)


def test_the_same_state_has_no_change():
    assert found(other()).count == 0


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "cancelled"}, {"statuses": (StatusChange("2021-q1-02", "planned", "cancelled"),)}),
        ({"title": "Ein anderer Titel"}, {"others": ("2021-q1-02",)}),
        ({"date_precision": "quarter"}, {"others": ("2021-q1-02",)}),
        ({"passage": "Neu gefasst."}, {"others": ("2021-q1-02",)}),
    ],
    ids=lambda value: next(iter(value)),
)
def test_a_change_of_an_event_is_named(fields, expected):
    result = found(edited("2021-q1-02", **fields))
    assert {name: getattr(result, name) for name in ("added", "removed", "statuses", "others")} == {
        "added": (), "removed": (), "statuses": (), "others": (), **expected,
    }  # fmt: skip


def test_another_topic_is_a_change():
    links = THEN["event_topics"]
    assert found(other(event_topics=links[links["event_id"] != "2021-q3-01"])).others == ("2021-q3-01",)


def test_events_that_come_and_go():
    events = THEN["events"]
    without = other(events=events[events["event_id"] != "2021-q1-02"].reset_index(drop=True))
    assert found(without).removed == ("2021-q1-02",)
    assert changes(without, THEN, without, THEN).added == ("2021-q1-02",)


def test_a_number_that_moved_on_is_the_same_event():
    """One event more in the middle of a briefing: those behind it get the next number, and links to them still hold."""
    now = renumbered(THEN, {"2021-q3-01": "2021-q3-02", "2021-q3-02": "2021-q3-03"})
    assert match(THEN, now).renamed == {"2021-q3-01": "2021-q3-02", "2021-q3-02": "2021-q3-03"}
    assert found(now).count == 0


def test_two_events_of_one_sentence_keep_apart():
    both = THEN["events"].copy()
    both.loc[both["event_id"] == "2021-q3-02", "passage"] = both.loc[both["event_id"] == "2021-q3-01", "passage"].iloc[0]
    then = other(events=both)
    now = renumbered(then, {"2021-q3-01": "2021-q3-02", "2021-q3-02": "2021-q3-03"})
    assert match(then, now).renamed == {"2021-q3-01": "2021-q3-02", "2021-q3-02": "2021-q3-03"}


def test_another_event_under_an_old_number_is_not_the_same():
    now = edited("2021-q1-02", title="Etwas anderes", passage="Etwas anderes.", date_start="2022-01-01", date_end="2022-01-02")
    result = found(now)
    assert (result.added, result.removed) == (("2021-q1-02",), ("2021-q1-02",))


def test_the_view_alone_counts():
    now = edited("2021-q1-02", status="occurred")
    planned = lambda tables: tables.replaced(events=tables["events"][tables["events"]["status"] == "planned"])  # noqa: E731
    result = changes(THEN, now, planned(THEN), planned(now))
    assert (result.removed, result.statuses) == (("2021-q1-02",), ())


@pytest.mark.parametrize(
    ("lang", "words"),
    [("de", "1 Ereignis mit anderem Status"), ("en", "1 event with another status")],
)
def test_changes_are_told_in_words(lang, words):
    assert changes_in_words(found(edited("2021-q1-02", status="cancelled")), lang) == words


def test_a_state_is_told_by_its_last_quarter():
    assert state_in_words(THEN, "de") == "small (Briefings bis Q3/2021, 4 Ereignisse)"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Today's tables, and as a kept version the same with an event less and those behind it one number lower."""
    today = read_tables()
    gone = today["events"]["event_id"].iloc[2]
    moved = {
        id_: f"{id_[:-2]}{int(id_[-2:]) - 1:02d}" for id_ in today["events"]["event_id"] if id_[:7] == gone[:7] and id_ > gone
    }
    frames = {name: rows[rows["event_id"] != gone] if "event_id" in rows else rows for name, rows in today.items()}
    frames = {
        name: rows.assign(event_id=rows["event_id"].replace(moved)) if "event_id" in rows else rows
        for name, rows in frames.items()
    }
    write_tables(frames, tmp_path / "tables")
    path, _ = archive.keep(tmp_path / "tables", tmp_path / "versions")
    monkeypatch.setenv(versions.FOLDER_VARIABLE, str(tmp_path / "versions"))
    return today, path.stem, gone, moved


def test_a_link_opens_the_event_it_was_made_for(kept):
    today, version, _, moved = kept
    now, before = next(iter(moved.items()))
    link = read({"event": before, "only": f"{before},{today['events']['event_id'].iloc[0]}", "v": version}, today)
    assert link.selection.event == now
    assert now in link.selection.only
    assert link.notices == []
    assert read({"event": before, "v": today.version}, today).selection.event == before


def test_a_link_shows_the_state_of_then(kept):
    today, version, _, moved = kept
    link = read({"frozen": "1", "v": version, "event": next(iter(moved.values()))}, today)
    assert link.tables.version == version
    assert len(link.tables["events"]) == len(today["events"]) - 1
    assert link.selection.frozen
    assert link.selection.event == next(iter(moved.values()))


@pytest.mark.parametrize("version", ["", "abcdefabcdef", "../../x", "0" * 40])
def test_a_state_that_is_not_kept_is_said(kept, version):
    today = kept[0]
    link = read({"frozen": "1", "v": version}, today)
    assert link.tables is today
    assert not link.selection.frozen
    assert [notice.key for notice in link.notices] == ["frozen"]


def test_todays_state_needs_no_archive(kept):
    today = kept[0]
    link = read({"frozen": "1", "v": today.version}, today)
    assert link.tables is today
    assert link.notices == []
