"""The selection: reading and writing the address, what it keeps of the tables, and how it is said."""

from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import data
from dashboard.filters.asof import known_after
from dashboard.filters.facets import FACETS
from dashboard.filters.fragments import LONGEST, event_of, merged
from dashboard.filters.selection import Selection
from dashboard.filters.sentence import chips, headline, runs
from dashboard.view import View
from loaders.tables import Tables, chains_told, frame, schema

TABLES = data.current()
EVENTS = TABLES["events"]


def chosen(key: str) -> st.SearchStrategy:
    return st.lists(st.sampled_from(FACETS[key].values(TABLES)), unique=True, max_size=4).map(tuple)


DAYS = st.none() | st.dates(date(2019, 1, 1), date(2026, 12, 31))
BRIEFINGS = st.just("") | st.sampled_from(list(TABLES["briefings"]["briefing_id"]))


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    first, last = draw(DAYS), draw(DAYS)
    if first and last and first > last:
        first, last = last, first
    many = {key: draw(chosen(key)) for key, facet in FACETS.items() if not facet.single}
    return Selection(
        **many,
        date_from=first,
        date_to=last,
        overlap=draw(st.sampled_from(["", "certain"])),
        role=draw(st.sampled_from(["", "venue", "mention"])),
        q=draw(st.sampled_from(["", "Peking", "digitale Wirtschaft", "„sehr gut“ & co", "a=b&c", "100 %", "ä,ö"])),
        notes=draw(st.booleans()),
        asof=draw(BRIEFINGS),
        event=draw(st.just("") | st.sampled_from(list(EVENTS["event_id"]))),
        briefing=draw(BRIEFINGS),
        present=draw(st.booleans()),
        lang=draw(st.sampled_from(["de", "en"])),
        v=draw(st.sampled_from(["", "6ec8b3a724c9"])),
    )


def single_restrictions() -> list[Selection]:
    """Each restriction by itself, with a value that some event has; origin has none without an own briefing."""
    found = []
    for key, facet in FACETS.items():
        if not facet.values(TABLES):
            continue
        value = facet.pairs(TABLES, "")["value"].value_counts().index[0]
        found.append(Selection(**{key: value if facet.single else (value,)}))
    return [*found, Selection(date_from=date(2021, 1, 1)), Selection(date_to=date(2021, 12, 31)), Selection(q="Peking")]


@given(selections())
@settings(max_examples=150, deadline=None)
def test_a_link_means_what_was_selected(selection):
    assert Selection.from_query(selection.to_query(), TABLES) == (selection, [])


@given(selections())
@settings(max_examples=30, deadline=None)
def test_the_query_of_a_link_is_read_as_written(selection):
    from urllib.parse import parse_qs

    assert Selection.from_query(parse_qs(selection.query), TABLES)[0] == selection


def test_two_actors_of_one_field_are_alternatives_and_those_of_two_fields_act_together():
    of = TABLES["event_actors"].groupby("actor_id")["event_id"].agg(set)
    first, second = of.map(len).sort_values().index[-2:]
    events = [
        set(Selection(**chosen).apply(TABLES)["events"]["event_id"])
        for chosen in (
            {"actor": (first, second)},
            {"actor": (first,), "with_actor": (second,)},
            {"actor": (second,), "with_actor": (first,)},
        )
    ]
    assert events == [of[first] | of[second], of[first] & of[second], of[first] & of[second]]
    both = Selection(actor=("india",), with_actor=("pakistan",))
    assert both.sentence(TABLES, "de") == "Ereignisse mit Indien zusammen mit Pakistan"
    assert [chip.label for chip in chips(both, TABLES, "en")] == ["Actor: India", "Together with: Pakistan"]


def test_every_field_has_a_key():
    full = Selection(**{item.name: item.default for item in fields(Selection)})
    assert full.to_query() == {"lang": "de"}


BAD_VALUES = [
    ({"topic": "trade,nonsense"}, "topic", "nonsense"),
    ({"quarter": "2021-Q9"}, "quarter", "2021-Q9"),
    ({"from": "2021-02-30"}, "from", "2021-02-30"),
    ({"to": "31.03.2021"}, "to", "31.03.2021"),
    ({"from": "2021-05-01", "to": "2021-04-01"}, "to", "2021-05-01 > 2021-04-01"),
    ({"colour": "red"}, "colour", "red"),
    ({"lang": "fr"}, "lang", "fr"),
    ({"notes": "yes"}, "notes", "yes"),
    ({"role": "host"}, "role", "host"),
    ({"event": "2021-q1-9999"}, "event", "2021-q1-9999"),
    ({"asof": "1999-q1"}, "asof", "1999-q1"),
    ({"lang": ["de", "en"]}, "lang", "en"),
    ({"overlap": "maybe"}, "overlap", "maybe"),
]


@pytest.mark.parametrize(("params", "key", "value"), BAD_VALUES)
def test_a_value_that_cannot_be_used_is_named_and_skipped(params, key, value):
    selection, notices = Selection.from_query({**params, "status": "planned"}, TABLES)
    assert [(notice.key, notice.value) for notice in notices] == [(key, value)]
    assert value in notices[0].text.de
    assert value in notices[0].text.en
    assert selection.status == ("planned",)


def test_good_values_beside_a_bad_one_are_kept():
    assert Selection.from_query({"topic": "trade,nonsense,energy"}, TABLES)[0].topic == ("trade", "energy")


def test_doubled_values_and_letter_case_do_not_matter():
    selection, notices = Selection.from_query({"topic": ["TRADE,trade", "trade"], "quarter": "2021-q1"}, TABLES)
    assert (selection.topic, selection.quarter, notices) == (("trade",), ("2021-Q1",), [])


@given(
    st.dictionaries(st.sampled_from([*FACETS, "from", "to", "q", "lang", "v", "event", "x"]), st.text(max_size=50), max_size=6)
)
@settings(max_examples=150, deadline=None)
def test_no_link_fails(params):
    selection, notices = Selection.from_query(params, TABLES)
    assert Selection.from_query(selection.to_query(), TABLES) == (selection, [])
    assert all(len(notice.text.de) < 400 for notice in notices)


@pytest.mark.parametrize("key", [*FACETS, "from", "q", "v", "event", "asof", "lang", "unknown"])
def test_ten_thousand_characters_are_no_trouble(key):
    selection, notices = Selection.from_query({key: "x'\"<b>,\n" * 1250}, TABLES)
    assert all(len(text) < 400 for notice in notices for text in (notice.text.de, notice.text.en))
    assert len(selection.query) < 1000


def test_a_search_that_is_too_long_is_shortened_and_said():
    selection, notices = Selection.from_query({"q": "wort " * 200}, TABLES)
    assert len(selection.q) <= 200
    assert [notice.key for notice in notices] == ["q"]


@pytest.mark.parametrize("selection", single_restrictions(), ids=lambda selection: selection.query)
def test_each_restriction_keeps_some_events_and_drops_others(selection):
    assert 0 < len(selection.apply(TABLES)["events"]) < len(EVENTS)


@given(selections())
@settings(max_examples=60, deadline=None)
def test_tables_of_a_selection_belong_together(selection):
    cut = selection.apply(TABLES)
    kept = set(cut["events"]["event_id"])
    for table in ("event_places", "event_topics", "event_actors", "event_sources", "evidence"):
        # Whole events: nothing of a kept one is trimmed, nothing of another stays.
        pd.testing.assert_frame_equal(cut[table], TABLES[table][TABLES[table]["event_id"].isin(kept)].reset_index(drop=True))
    assert set(cut["chains"]["chain_id"]) == set(cut["events"]["chain_id"]) - {""}
    assert cut.version == TABLES.version
    assert set(cut["events"]["briefing_id"]) <= set(cut["briefings"]["briefing_id"])


@given(selections(), st.sampled_from(["topic", "place", "country", "actor", "type", "status", "quarter", "role"]))
@settings(max_examples=60, deadline=None)
def test_an_option_leaves_as_many_events_as_it_says(selection, key):
    counts = selection.option_counts(TABLES, key)
    assert list(counts) == FACETS[key].values(TABLES)
    for value in sorted(counts, key=lambda value: -counts[value])[:3]:
        alone = replace(selection, **{key: value if FACETS[key].single else (value,)})
        assert len(alone.apply(TABLES)["events"]) == counts[value]


def count(**restrictions: object) -> int:
    return len(Selection(**restrictions).apply(TABLES)["events"])


def test_values_of_a_field_are_alternatives_and_fields_must_all_hold():
    trade, energy, both = count(topic=("trade",)), count(topic=("energy",)), count(topic=("trade", "energy"))
    assert max(trade, energy) < both <= trade + energy
    assert count(topic=("trade",), status=("planned",)) < min(trade, count(status=("planned",)))


def test_a_country_is_met_by_its_cities_and_the_role_counts():
    places = TABLES["places"].set_index("place_id")["country_code"]
    rows = TABLES["event_places"].assign(code=TABLES["event_places"]["place_id"].map(places))
    chinese = rows[rows["code"] == "CN"]
    assert count(country=("CN",)) == chinese["event_id"].nunique()
    assert count(country=("CN",), role="venue") == chinese.loc[chinese["role"] == "venue", "event_id"].nunique()
    assert count(country=("CN",), role="venue") < count(country=("CN",))


def one_event(start: str, end: str, precision: str) -> Tables:
    row = {
        "event_id": "e",
        "briefing_id": "b",
        "section_no": 1,
        "is_main": True,
        "title": "t",
        "passage": "p",
        "date_start": start,
        "date_end": end,
        "date_precision": precision,
        "status": "planned",
        "event_type": "other",
        "is_online": False,
    }
    briefing = {"briefing_id": "b", "quarter": "2021-Q1", "title": "b", "language": "de", "file": "b.md", "sha256": "0"}
    tables = {table: frame(table, []) for table in schema()}
    return Tables({**tables, "events": frame("events", [row]), "briefings": frame("briefings", [briefing])}, "v")


# Event, range, certain and possible: the last day is included, overlap decides.
OVERLAPS = [
    (("2021-03-31", "2021-03-31", "day"), ("2021-03-31", "2021-06-30"), (1, 0)),
    (("2021-06-30", "2021-06-30", "day"), ("2021-03-31", "2021-06-30"), (1, 0)),
    (("2021-07-01", "2021-07-01", "day"), ("2021-03-31", "2021-06-30"), (0, 0)),
    (("2021-06-28", "2021-07-02", "day"), ("2021-03-31", "2021-06-30"), (1, 0)),
    (("2021-05-01", "2021-05-31", "month"), ("2021-03-31", "2021-06-30"), (1, 0)),
    (("2021-03-01", "2021-03-31", "month"), ("2021-03-31", "2021-06-30"), (0, 1)),
    (("2021-01-01", "2021-12-31", "year"), ("2021-03-31", "2021-06-30"), (0, 1)),
    (("2021-01-01", "2021-12-31", "year"), ("2021-01-01", None), (1, 0)),
    (("2021-01-01", "2021-12-31", "year"), (None, "2021-06-30"), (0, 1)),
    (("2020-01-01", "2020-12-31", "year"), ("2021-01-01", None), (0, 0)),
]


@pytest.mark.parametrize(("event", "between", "expected"), OVERLAPS)
def test_time_certainty(event, between, expected):
    tables = one_event(*event)
    first, last = (date.fromisoformat(text) if text else None for text in between)
    selection = Selection(date_from=first, date_to=last)
    assert selection.time_certainty(tables) == expected
    assert len(selection.apply(tables)["events"]) == sum(expected)
    assert len(replace(selection, overlap="certain").apply(tables)["events"]) == expected[0]


@given(selections())
@settings(max_examples=40, deadline=None)
def test_certain_and_possible_are_all(selection):
    both = replace(selection, overlap="")
    assert sum(both.time_certainty(TABLES)) == len(both.apply(TABLES)["events"])


FRAGMENTS = [
    ("topic=trade", Selection(topic=("trade",))),
    ("topic=trade&quarter=2021-Q1", Selection(topic=("trade",), quarter=("2021-Q1",))),
    ("event=2021-q1-04", Selection(event="2021-q1-04")),
    ("role=venue&place=chongqing", Selection(role="venue", place=("chongqing",))),
    ("from=2021-01-01&to=2021-01-31", Selection(date_from=date(2021, 1, 1), date_to=date(2021, 1, 31))),
]


@pytest.mark.parametrize(("fragment", "expected"), FRAGMENTS)
def test_a_mark_adds_its_fragment(fragment, expected):
    assert Selection().with_added(fragment) == expected
    assert expected.with_added(fragment) == expected


def test_a_mark_narrows_a_field_that_holds_its_value():
    year = Selection(quarter=("2021-Q1", "2021-Q2"), topic=("trade",))
    assert year.with_added("quarter=2021-Q1") == Selection(quarter=("2021-Q1",), topic=("trade",))
    assert year.with_added("topic=energy").topic == ("trade", "energy")
    assert Selection(date_from=date(2020, 1, 1)).with_added("from=2021-01-01").date_from == date(2021, 1, 1)


def test_a_fragment_with_an_unknown_key_is_a_fault_of_the_chart():
    with pytest.raises(ValueError, match="colour"):
        Selection().with_added("colour=red")


def test_several_marks_add_all_their_values():
    assert merged(["topic=trade&quarter=2021-Q1", "topic=energy&quarter=2021-Q1"]) == "topic=trade,energy&quarter=2021-Q1"
    assert merged(["event=2021-q1-01", "event=2021-q1-02"]) == "only=2021-q1-01,2021-q1-02"
    assert merged(["topic=trade&from=2021-02-01&to=2021-02-28", "topic=trade&from=2021-01-01&to=2021-01-31"]) == (
        "topic=trade&from=2021-01-01&to=2021-02-28"
    )
    assert merged(["to=2019-12-31", "from=2020-01-01&to=2020-01-31"]) == "to=2020-01-31"
    assert merged(["place=beijing&role=venue", "country=CN", "place=wuhan&role=venue", ""]) == "place=beijing,wuhan&role=venue"
    assert merged([]) == merged([""]) == ""


def test_more_marks_than_an_address_holds_become_their_stretch_of_time():
    fragments = [f"event=e{number}" for number in range(LONGEST + 1)]
    spans = {f"e{number}": (f"{2000 + number // 12}-01-01", f"{2000 + number // 12}-03-01") for number in range(LONGEST + 1)}
    assert merged(fragments[:-1], spans).count(",") == LONGEST - 1
    assert merged(fragments, spans) == f"from=2000-01-01&to={2000 + LONGEST // 12}-03-01"


def test_one_mark_opens_its_event():
    assert event_of(["event=2021-q1-01"]) == "2021-q1-01"
    assert not event_of(["event=2021-q1-01", "event=2021-q1-02"])
    assert not event_of(["topic=trade"])


@given(selections())
@settings(max_examples=60, deadline=None)
def test_removing_every_chip_removes_every_restriction(selection):
    for chip in chips(selection, TABLES, "de"):
        selection = selection.without(chip.key, chip.value)
    assert not replace(selection, asof="").is_restricted
    assert selection.asof == ""


def test_reset_keeps_language_presentation_and_state_of_knowledge():
    full = Selection(topic=("trade",), q="x", lang="en", present=True, asof="2021-q1", event="2021-q1-01")
    assert full.cleared() == Selection(lang="en", present=True, asof="2021-q1")


SENTENCES = [
    (Selection(), "Alle Ereignisse", "All events"),
    (
        Selection(
            quarter=("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"),
            topic=("digital-economy",),
            place=("chongqing",),
            status=("planned",),
        ),
        "Ereignisse aus Q1/2021 bis Q4/2021 zum Thema Digitale Wirtschaft in Chongqing, Status geplant",
        "Events from Q1 2021 to Q4 2021 on Digital economy in Chongqing, status planned",
    ),
    (Selection(quarter=("2021-Q1",)), "Ereignisse aus Q1/2021", "Events from Q1 2021"),
    (
        Selection(quarter=("2021-Q1", "2021-Q2", "2022-Q4")),
        "Ereignisse aus Q1/2021 bis Q2/2021 und Q4/2022",
        "Events from Q1 2021 to Q2 2021 and Q4 2022",
    ),
    (
        Selection(topic=("trade", "energy")),
        "Ereignisse zu den Themen Handel und Investitionen oder Energie",
        "Events on Trade and investment or Energy",
    ),
    (Selection(country=("IR", "CN")), "Ereignisse im Iran oder in China", "Events in Iran or in China"),
    (Selection(country=("MN",), role="venue"), "Ereignisse mit Austragungsort Mongolei", "Events held in Mongolia"),
    (Selection(country=("CN",), role="mention"), "Ereignisse mit Erwähnung von China", "Events mentioning China"),
    (Selection(role="venue"), "Ereignisse mit genanntem Austragungsort", "Events with a stated venue"),
    (Selection(place=("online",)), "Ereignisse online", "Events online"),
    (
        Selection(date_from=date(2021, 3, 1), date_to=date(2021, 3, 31), overlap="certain"),
        "Ereignisse vom 1. März 2021 bis zum 31. März 2021 (nur sicher in diesem Zeitraum)",
        "Events from 1 March 2021 to 31 March 2021 (only those certainly in this period)",
    ),
    (Selection(date_from=date(2021, 3, 1)), "Ereignisse ab dem 1. März 2021", "Events from 1 March 2021 on"),
    (Selection(q="Peking"), "Ereignisse mit dem Suchtext „Peking“", "Events matching “Peking”"),
    (Selection(only=("2021-q1-01", "2021-q1-02")), "Ereignisse, aus einer Auswahl von 2", "Events, from a choice of 2"),
    (
        Selection(asof="2021-q1"),
        "Alle Ereignisse, Stand nach dem Briefing Q1/2021",
        "All events, as known after the briefing Q1 2021",
    ),
    (
        Selection(type=("summit",), asof="2021-q1"),
        "Ereignisse der Art Gipfel, Stand nach dem Briefing Q1/2021",
        "Events of the type summit, as known after the briefing Q1 2021",
    ),
]


@pytest.mark.parametrize(("selection", "german", "english"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_the_filter_in_words(selection, german, english):
    assert selection.sentence(TABLES, "de") == german
    assert selection.sentence(TABLES, "en") == english


@given(selections(), st.sampled_from(["de", "en"]))
@settings(max_examples=80, deadline=None)
def test_every_selection_can_be_said(selection, lang):
    text = selection.sentence(TABLES, lang)
    assert "{" not in text
    assert "  " not in text
    is_all = text.startswith(("Alle", "All events"))
    assert is_all is not selection.is_restricted


HEADLINES = [
    (Selection(), 1637, ("Alle 1.637 Ereignisse", ""), ("All 1,637 events", "")),
    (Selection(quarter=("2021-Q1",)), 29, ("29 Ereignisse", " aus Q1/2021"), ("29 events", " from Q1 2021")),
    (Selection(status=("planned",)), 1, ("1 Ereignis", ", Status geplant"), ("1 event", ", status planned")),
]


@pytest.mark.parametrize(("selection", "count_", "german", "english"), HEADLINES)
def test_the_number_and_the_filter_in_words(selection, count_, german, english):
    assert headline(selection, TABLES, "de", count_) == german
    assert headline(selection, TABLES, "en", count_) == english


def test_runs_of_quarters_pass_the_turn_of_the_year():
    assert runs(["2021-Q1", "2020-Q4", "2021-Q3"]) == [("2020-Q4", "2021-Q1"), ("2021-Q3", "2021-Q3")]


@cache
def as_of_first_quarter() -> Tables:
    return known_after(TABLES, "2021-q1")


def test_as_of_nothing_later_is_known():
    cut = as_of_first_quarter()
    assert cut["briefings"]["quarter"].max() == "2021-Q1"
    assert set(cut["events"]["briefing_id"]) <= set(cut["briefings"]["briefing_id"])
    assert set(cut["sections"]["briefing_id"]) <= set(cut["briefings"]["briefing_id"])
    assert set(cut["chains"]["first_announced"]) <= set(cut["briefings"]["briefing_id"])


def test_as_of_a_chain_is_known_as_the_tellings_up_to_then_make_it():
    cut = as_of_first_quarter()
    told = cut["events"][cut["events"]["chain_id"] != ""].groupby("chain_id")
    assert set(told.groups) == set(cut["chains"]["chain_id"])
    for chain in cut["chains"].itertuples():
        events = told.get_group(chain.chain_id)
        assert chain.outcome == "held" if "occurred" in set(events["status"]) else chain.outcome != "held"
        if chain.outcome == "open":
            assert events["date_end"].max() > pd.Timestamp("2021-03-31")
        assert any(title in chain.title for title in events["title"].str.removeprefix("… "))
    assert set(cut["chain_links"]["joined_to"]) <= set(cut["events"]["event_id"])


def test_as_of_the_dushanbe_summit_is_planned_and_its_title_tells_no_later_news():
    cut = as_of_first_quarter()
    (summit,) = cut["chains"][cut["chains"]["title"].str.contains("SCO-Gipfel in Duschanbe")].itertuples()
    assert summit.outcome == "open"
    (held,) = TABLES["chains"][TABLES["chains"]["chain_id"] == summit.chain_id].itertuples()
    assert held.outcome == "held"


def test_of_all_briefings_the_chains_are_those_the_loaders_wrote():
    last = TABLES["briefings"]["quarter"].max()
    pd.testing.assert_frame_equal(chains_told(TABLES, last), TABLES["chains"])


def test_as_of_the_newest_briefing_is_everything():
    newest = TABLES["briefings"].sort_values("quarter")["briefing_id"].iloc[-1]
    assert len(known_after(TABLES, newest)["events"]) == len(EVENTS)
    assert known_after(TABLES, "") is TABLES


def test_addresses_are_relative_and_whole():
    view = View(TABLES, TABLES, Selection(topic=("trade", "energy"), lang="en"), page="timeline")
    assert view.url() == "./timeline?topic=trade,energy&lang=en"
    assert view.url("event", event="2021-q1-04") == "./event?topic=trade,energy&event=2021-q1-04&lang=en"
    assert view.url("", "quarter=2021-Q1") == "./?quarter=2021-Q1&topic=trade,energy&lang=en"


def test_selecting_is_fast_enough_to_be_felt_at_once():
    selection = Selection(quarter=("2021-Q1",), country=("CN",), status=("planned",), date_from=date(2021, 1, 1))
    started = pd.Timestamp.now()
    for key in ("quarter", "topic", "place", "country", "actor", "type", "status", "role"):
        selection.option_counts(TABLES, key)
    selection.apply(TABLES)
    assert pd.Timestamp.now() - started < timedelta(seconds=1)
