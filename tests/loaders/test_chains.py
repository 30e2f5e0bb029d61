"""Chains: other hands' briefings about other organisations, each rule by a telling that differs in one thing."""

import csv
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest

from loaders.chains.bodies import JOINT, other_bodies
from loaders.chains.clusters import chains_of
from loaders.chains.compare import link
from loaders.chains.contradiction import contradict
from loaders.chains.series import OCCASION, SAME, all_series, named_series
from loaders.chains.state import Told, is_chain, last_day, outcome, title
from loaders.chains.tellings import Telling
from loaders.chains.times import relation
from loaders.chains.words import names_in, ordinal_in, plain
from loaders.load import briefing_files, load
from loaders.terms import TermIndex
from loaders.vocabulary import default

FIXTURES = Path(__file__).with_name("fixtures") / "chains"
with (FIXTURES / "expected.csv").open(encoding="utf-8", newline="") as file:
    EXPECTED = list(csv.DictReader(file))
FOLDERS = sorted({row["folder"] for row in EXPECTED})
TERMS = default().rows("event_series_terms")
SERIES = all_series(default())


@cache
def frames_of(folder):
    return load(briefing_files(FIXTURES / folder)).frames


def found(folder):
    """The expected row of each listed event, by the event's id."""
    events = frames_of(folder)["events"]
    listed = {}
    for row in EXPECTED:
        if row["folder"] == folder:
            at = events[(events["briefing_id"] == row["briefing_id"]) & (events["date_start"] == pd.Timestamp(row["date_start"]))]
            (event_id,) = at.loc[at["passage"].str.contains(row["words"], regex=False), "event_id"]
            listed[event_id] = row
    return listed


@pytest.mark.parametrize("folder", FOLDERS)
def test_other_briefings_are_linked_as_a_reader_would(folder):
    chain_of = dict(frames_of(folder)["events"][["event_id", "chain_id"]].itertuples(index=False))
    wrong = [
        (one, other)
        for (one, row), (other, other_row) in combinations(found(folder).items(), 2)
        if (bool(chain_of[one]) and chain_of[one] == chain_of[other])
        != (bool(row["chain"]) and row["chain"] == other_row["chain"])
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_other_briefings_have_the_outcomes_a_reader_would_give(folder):
    frames = frames_of(folder)
    chain_of = dict(frames["events"][["event_id", "chain_id"]].itertuples(index=False))
    outcome_of = dict(frames["chains"][["chain_id", "outcome"]].itertuples(index=False))
    told = {(row["chain"], row["outcome"], outcome_of[chain_of[id_]]) for id_, row in found(folder).items() if row["chain"]}
    assert {(chain, ours) for chain, _, ours in told} == {(chain, wanted) for chain, wanted, _ in told}


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_telling_but_the_first_says_why_in_both_languages(folder):
    frames = frames_of(folder)
    links, events = frames["chain_links"], frames["events"]
    members = events[events["chain_id"] != ""].groupby("chain_id")["event_id"].agg(list)
    assert sorted(links["event_id"]) == sorted(id_ for ids in members for id_ in ids[1:])
    for row in links.itertuples():
        assert {row.event_id, row.joined_to} <= set(members[row.chain_id])
        assert "" not in (row.reason_de, row.reason_en)
        assert row.reason_de != row.reason_en
        assert "{" not in row.reason_de + row.reason_en


def test_the_order_of_the_files_does_not_matter():
    files = briefing_files(FIXTURES / "coast")
    pd.testing.assert_frame_equal(load(files[::-1]).frames["chains"], frames_of("coast")["chains"])


# The vocabulary of recurring events.


def test_each_wording_proves_itself_and_names_its_series():
    for row in TERMS:
        assert TermIndex([row], "pattern").find(row["example"]), row
        if row["event_series_id"] not in (SAME, OCCASION):
            named = named_series(row["example"], 0, len(row["example"]), row["language"], default())
            assert row["event_series_id"] in {name.series_id for name in named}, row


def test_each_series_has_wordings_in_both_languages_and_known_kinds():
    languages = defaultdict(set)
    for row in TERMS:
        languages[row["event_series_id"]].add(row["language"])
    assert set(languages) == {*SERIES, SAME, OCCASION}
    assert all(languages[series] == {"de", "en"} for series in languages)
    kinds = {row["event_type_id"] for row in default().rows("event_types")}
    assert all(set(series.event_types) <= kinds and series.event_types and series.per_year > 0 for series in SERIES.values())
    assert {series.keyed_by for series in SERIES.values()} <= {"", "country", "person", "place", "year"}


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("Der Rat der Außenminister tagte", ["foreign-ministers"]),
        ("Er sprach mit Außenminister Karl Lang", []),
        ("die stellvertretenden Außenminister berieten", []),
        ("die Staats- und Regierungschefs", ["heads-of-state"]),
        ("der Rat der Regierungschefs", ["heads-of-government"]),
        ("Vorsitz im Rat der Regierungschefs", ["chair-government-council"]),
        ("der Klimagipfel", []),
    ],
)
def test_the_longest_words_name_the_series_and_persons_name_none(text, series):
    assert [name.series_id for name in named_series(text, 0, len(text), "de", default())] == series


@pytest.mark.parametrize(
    ("text", "is_occasion"),
    [
        ("Am Rande des Gipfels sprachen sie", True),
        ("Sie trafen sich zur Vorbereitung des Gipfels", True),
        ("Auf dem jüngsten Gipfel sprach er davon", True),
        ("vor dem Rat der Außenminister", True),
        ("Der Gipfel fand statt", False),
        ("Es tagte der Rat der Außenminister", False),
    ],
)
def test_an_occasion_is_not_the_event(text, is_occasion):
    (name,) = named_series(text, 0, len(text), "de", default())
    assert name.is_occasion == is_occasion


@pytest.mark.parametrize(
    ("text", "noun", "bodies"),
    [
        ("der OVKS-Gipfel", "Gipfel", {"OVKS"}),
        ("der BKS-Gipfel", "Gipfel", set()),
        ("the EU-Africa summit", "summit", {"EU"}),
        ("Verteidigungsminister von BKS, GUS und OVKS", "Verteidigungsminister", {"GUS", "OVKS"}),
        ("Die GUS hatte ihren eigenen Gipfel", "Gipfel", {"GUS"}),
        ("die Staatschefs in ihrer gemeinsamen Sitzung", "Staatschefs", {JOINT}),
        ("Gipfel der Organisation des Vertrags (OVKS)", "Gipfel", {"OVKS"}),
        ("der Gipfel mit UN-Gästen", "Gipfel", set()),
    ],
)
def test_other_organisations_are_told_apart(text, noun, bodies):
    start = text.index(noun)
    assert other_bodies(text, start, start + len(noun), frozenset({"BKS"})) == bodies


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zu seiner 36. Sitzung", 36),
        ("das zehnte Treffen", 10),
        ("zum siebten Mal", 7),
        ("their ninth meeting", 9),
        ("the 12th regular session", 12),
        ("vom 24. bis 28. November das Treffen", 0),
        ("zum 20. Jahrestag", 0),
        ("am 4. Mai", 0),
    ],
)
def test_numbers_of_sessions(text, number):
    assert ordinal_in(text) == number


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("die Übung „Klare See 2031“", {"klaresee2031"}),
        ("die Übung Klare See 2031 vor Split", {"klaresee2031"}),
        ("im September 2031", set()),
        ("die „kluge“ Landwirtschaft", set()),
        ("das Forum “Open Lakes”", {"openlakes"}),
    ],
)
def test_proper_names(text, names):
    assert set(names_in(text, 0, default())) == names


def test_of_two_names_the_one_beside_the_date_is_the_events():
    text = "die Übung „Nord 2030“ war vorbei, im Mai 2031 folgte „Süd 2031“"
    assert set(names_in(text, text.index("Mai"), default())) == {"sud2031"}
    assert plain("Manesar Anti-Terror 2022") == plain("„Manesar-Antiterror 2022“")


# Each rule, by a telling that differs in one thing.

ANNOUNCED = Telling(
    event_id="2031-q1-01", briefing_id="2031-q1", quarter="2031-Q1", start=date(2031, 10, 1), end=date(2031, 10, 31),
    precision="month", status="planned", event_type="summit", is_main=False, title="Gipfel", cities=frozenset({"porto"}),
    countries=frozenset({"PT"}), concerned=frozenset(), places=frozenset({"porto"}), persons=frozenset(), actors=frozenset(),
    topics=frozenset({"trade"}), series=SERIES["heads-of-state"], is_own=True, bodies=frozenset(), ordinal=0, names={}, text="",
    words={}, continues="",
)  # fmt: skip
HELD = replace(
    ANNOUNCED, event_id="2031-q4-01", briefing_id="2031-q4", quarter="2031-Q4", start=date(2031, 10, 16), end=date(2031, 10, 17),
    precision="day", status="occurred",
)  # fmt: skip
NOT_YET_NAMED = {"series": None, "is_own": False}


def test_an_announcement_and_what_was_held_in_its_month_are_linked_with_reasons():
    found = link(ANNOUNCED, HELD, {})
    assert (found.earlier, found.later) == (ANNOUNCED, HELD)
    assert dict(found.reasons) == {"series": ("heads-of-state",), "within": (), "place": ("porto",)}
    assert link(HELD, ANNOUNCED, {}) == found


@pytest.mark.parametrize(
    "changes",
    [
        {"series": SERIES["foreign-ministers"], "event_type": "ministerial"},
        {"bodies": frozenset({"GUS"})},
        {"start": date(2030, 10, 16), "end": date(2030, 10, 17)},
        {"start": date(2031, 5, 16), "end": date(2031, 5, 17)},
        {"names": {"sud2031": "Süd 2031"}, "ordinal": 0},
    ],
)
def test_what_parts_two_tellings(changes):
    announced = replace(ANNOUNCED, names={"nord2031": "Nord 2031"}) if "names" in changes else ANNOUNCED
    assert contradict(announced, replace(HELD, **changes))
    assert link(announced, replace(HELD, **changes), {}) is None


def test_another_number_parts_and_the_same_one_links_beyond_doubt():
    announced = replace(ANNOUNCED, ordinal=12)
    assert contradict(announced, replace(HELD, ordinal=13))
    assert ("number", ("12",)) in link(announced, replace(HELD, ordinal=12), {}).reasons


def test_a_later_date_is_a_move_only_of_what_was_announced():
    moved = replace(HELD, start=date(2031, 11, 20), end=date(2031, 11, 20))
    assert relation(ANNOUNCED, moved) == "moved"
    assert relation(replace(ANNOUNCED, status="occurred"), moved) == ""
    next_year = replace(HELD, start=date(2032, 2, 1), end=date(2032, 2, 2))
    assert relation(ANNOUNCED, next_year) == ""
    assert relation(replace(ANNOUNCED, status="postponed"), next_year) == "moved"
    originally = replace(ANNOUNCED, event_id="2031-q4-02", quarter="2031-Q4", briefing_id="2031-q4", status="postponed")
    assert relation(moved, originally) == "moved"


def test_accessions_are_told_apart_by_the_state():
    announced = replace(ANNOUNCED, series=SERIES["accession"], event_type="membership", concerned=frozenset({"AL"}))
    held = replace(HELD, series=SERIES["accession"], event_type="membership", concerned=frozenset({"AL"}))
    assert ("country", ("AL",)) in link(announced, held, {}).reasons
    assert link(announced, replace(held, concerned=frozenset({"ME"})), {}) is None


def test_events_of_no_series_need_place_kind_and_words():
    words = {"leuchtturm": "Leuchttürme", "hafen": "Hafen"}
    rarity = dict.fromkeys(words, 1.0)
    told = replace(
        HELD, **NOT_YET_NAMED, event_type="conference", quarter="2031-Q3", event_id="2031-q3-01", briefing_id="2031-q3"
    )
    again = replace(told, quarter="2031-Q4", event_id="2031-q4-02", briefing_id="2031-q4", end=told.start)
    told = replace(told, end=told.start)
    assert link(replace(told, words=words), replace(again, words=words), rarity)
    assert link(told, again, rarity) is None
    elsewhere = replace(again, words=words, cities=frozenset({"faro"}), countries=frozenset({"PT"}))
    assert link(replace(told, words=words), elsewhere, rarity) is None
    assert link(replace(told, words=words, event_type="document"), replace(again, words=words), rarity) is None


def test_two_documents_of_one_day_and_place_are_two():
    one = replace(HELD, **NOT_YET_NAMED, event_type="document", quarter="2032-Q1", event_id="2032-q1-01", briefing_id="2032-q1")
    other = replace(one, quarter="2032-Q2", event_id="2032-q2-01", briefing_id="2032-q2")
    assert link(one, other, {}) is None
    words = {"klimaplan": "Klimaplan", "waldfonds": "Waldfonds"}
    assert link(replace(one, words=words), replace(other, words=words), dict.fromkeys(words, 1.0))


def test_an_event_must_fit_all_tellings_of_its_chain():
    vague = replace(ANNOUNCED, start=date(2031, 1, 1), end=date(2031, 12, 31), precision="year", ordinal=0)
    twelfth = replace(HELD, ordinal=12)
    thirteenth = replace(HELD, event_id="2031-q4-02", ordinal=13)
    (chain,) = [chain for chain in chains_of([vague, twelfth, thirteenth]) if len(chain.tellings) > 1]
    assert [telling.event_id for telling in chain.tellings] == ["2031-q1-01", "2031-q4-01"]


# Outcomes.


def told(quarter, status, start, end=None, heading="Gipfel", is_main=False):
    return Told(quarter, status, date.fromisoformat(start), date.fromisoformat(end or start), heading, is_main)


JUNE = ("2031-06-01", "2031-06-30")


@pytest.mark.parametrize(
    ("tellings", "last_quarter", "result"),
    [
        ([told("2031-Q1", "planned", *JUNE)], "2031-Q1", "open"),
        ([told("2031-Q1", "planned", *JUNE)], "2031-Q2", "silent"),
        ([told("2031-Q1", "planned", *JUNE), told("2031-Q2", "occurred", "2031-06-09")], "2031-Q4", "held"),
        ([told("2031-Q1", "planned", *JUNE), told("2031-Q2", "postponed", *JUNE)], "2031-Q4", "moved"),
        ([told("2031-Q1", "planned", *JUNE), told("2031-Q2", "planned", "2031-09-01")], "2031-Q2", "moved"),
        ([told("2031-Q1", "planned", *JUNE), told("2031-Q2", "planned", "2031-06-03")], "2031-Q1", "open"),
        (
            [told("2031-Q1", "postponed", *JUNE), told("2031-Q3", "occurred", "2031-09-01")],
            "2031-Q4",
            "held",
        ),
        ([told("2031-Q1", "planned", *JUNE), told("2031-Q2", "cancelled", *JUNE)], "2031-Q4", "cancelled"),
        (
            [told("2031-Q1", "planned", *JUNE), told("2031-Q2", "cancelled", *JUNE), told("2031-Q2", "planned", "2031-06-04")],
            "2031-Q2",
            "silent",
        ),
        ([told("2031-Q1", "cancelled", *JUNE), told("2031-Q2", "planned", "2031-07-04")], "2031-Q2", "moved"),
    ],
)
def test_outcomes(tellings, last_quarter, result):
    assert outcome(tellings, last_quarter) == result


def test_a_chain_is_announced_or_told_twice():
    assert is_chain([("2031-Q1", "planned")])
    assert not is_chain([("2031-Q1", "occurred"), ("2031-Q1", "occurred")])
    assert is_chain([("2031-Q1", "occurred"), ("2031-Q2", "occurred")])


def test_a_title_is_a_heading_of_the_event_held_or_says_its_series():
    planned = told("2031-Q1", "planned", *JUNE, "Auf dem Weg nach Porto", True)
    held = told("2031-Q3", "occurred", "2031-06-09", None, "Gipfel von Porto", True)
    said = told("2031-Q1", "planned", *JUNE, "… das nächste Treffen soll in Porto sein")
    assert title([said, planned, held], "Gipfel") == "Gipfel von Porto"
    assert title([said, planned], "Gipfel") == "Auf dem Weg nach Porto"
    assert title([said], "Gipfel") == "Gipfel: das nächste Treffen soll in Porto sein"


def test_the_last_days_of_quarters():
    assert [last_day(f"2031-Q{n}").isoformat()[5:] for n in (1, 2, 3, 4)] == ["03-31", "06-30", "09-30", "12-31"]
