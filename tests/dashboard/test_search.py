"""The search over the briefings of the project: what must be found and what must not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import data
from dashboard.filters.known_names import known_names
from dashboard.filters.search import find
from dashboard.filters.selection import Selection
from dashboard.filters.words import folded, matches

TABLES = data.current()
EVENTS = TABLES["events"]
SECTION_OF = dict(zip(EVENTS["event_id"], EVENTS["briefing_id"] + "-s" + EVENTS["section_no"].astype(str), strict=True))

# Query, sections of which an event must be found, sections of which none may be. 'notes:' searches the footnotes too.
QUERIES = [
    ("Alibaba", "2020-q1-s2 2020-q2-s6 2021-q1-s5", "2021-q1-s6 2021-q1-s9"),
    ("Norov Alibaba", "2020-q1-s2 2021-q1-s5", "2020-q1-s3 2022-q1-s7"),
    ("Vladimir Norov", "2020-q1-s2 2020-q1-s8", "2022-q1-s7 2024-q3-s3"),
    ("Wladimir Norow", "2020-q1-s2", "2022-q1-s7"),
    ("Норов", "2020-q1-s2 2020-q1-s8", "2022-q1-s7"),
    ("Yermekbayev", "2024-q3-s3 2024-q4-s9", "2021-q1-s5"),
    ("Jermekbajew", "2024-q3-s3 2024-q4-s9", "2021-q1-s5"),
    ("Beijing", "2020-q2-s8 2021-q1-s8 2023-q4-s6", "2021-q3-s5 2021-q3-s3"),
    ("Peking", "2020-q2-s8 2021-q1-s8 2023-q4-s6", "2021-q3-s5 2021-q3-s3"),
    ("Nur-Sultan", "2024-q2-s4 2024-q3-s1", "2021-q3-s3 2020-q1-s9"),
    ("nursultan", "2021-q1-s6", "2021-q3-s3 2020-q1-s9"),
    ("Astana", "2024-q2-s4 2024-q3-s1", "2021-q3-s3 2020-q1-s9"),
    ("Urumqi", "2023-q4-s5", "2024-q3-s1"),
    ("Ürümqi", "2023-q4-s5", "2024-q3-s1"),
    ("Kazan BRICS", "2024-q4-s5", "2024-q1-s8"),
    ("St. Petersburg", "2020-q1-s1 2020-q2-s1", "2024-q3-s1"),
    ("Bishkek", "2023-q4-s1", "2024-q3-s1"),
    ("Weißrussland Beitritt", "2023-q4-s7 2024-q3-s2", "2023-q3-s2 2024-q3-s9"),
    ("Chongqing", "2021-q1-s4 2021-q3-s6", "2021-q1-s9 2023-q2-s8"),
    ("“digitale Wirtschaft”", "2020-q3-s1 2024-q1-s3", "2021-q1-s9 2023-q3-s7"),
    ("„digitalen Wirtschaft“", "2020-q3-s1", "2021-q1-s9"),
    ('"Wirtschaft digitale"', "", "2020-q3-s1 2024-q1-s3"),
    ("Onlinehandel", "2021-q1-s5 2021-q3-s6", "2021-q4-s3"),
    ("E-Commerce", "2020-q1-s2 2020-q2-s6", "2021-q4-s3"),
    ("ecommerce", "2020-q1-s2 2020-q2-s6", "2021-q4-s3"),
    ("75/268", "2021-q1-s3", "2023-q3-s4"),
    ("Handelsminister", "2020-q4-s4 2021-q4-s3 2024-q3-s9", "2021-q1-s5 2020-q1-s9"),
    ("Sicherheit", "2020-q1-s6 2022-q4-s6 2024-q4-s8", "2023-q1-s9"),
    ("Gesundheitsminister Taschkent", "2022-q2-s7", "2024-q1-s6 2020-q3-s2"),
    ("Aussenminister Goa", "2023-q2-s1", "2024-q2-s5 2020-q3-s7"),
    ("Gipfeltreffens Samarkand", "2022-q3-s1", "2024-q3-s1"),
    ("Uebung Xinjiang", "2024-q3-s5", "2022-q4-s1 2021-q4-s2"),
    ("Klimaneutralitaet", "2021-q4-s5", "2022-q2-s5"),
    ("Strassentransport", "2020-q1-s7", "2022-q2-s1"),
    ("Impfstoff", "2021-q2-s9 2022-q2-s7", "2020-q1-s4"),
    ("RATS", "2021-q1-s9 2022-q4-s2 2023-q4-s3", "2021-q4-s7 2023-q4-s1 2024-q4-s1"),
    ("Rat der Regierungschefs", "2021-q4-s7 2023-q4-s1 2024-q4-s1", "2024-q3-s5 2022-q1-s3"),
    ("Verhandlung", "", "2020-q4-s4 2024-q3-s9"),
    ("Anschlag Moskau", "2024-q1-s8", "2022-q4-s7 2024-q4-s4"),
    ("Doha Taliban", "2020-q1-s8", "2021-q3-s8"),
    ("UNEP Nairobi", "2024-q1-s2", "2022-q2-s5"),
    ("Referendum Usbekistan", "2023-q2-s5", "2022-q2-s6 2024-q4-s3"),
    ("Entwicklungsbank", "2022-q3-s1 2024-q4-s2", "2022-q4-s8 2020-q2-s3"),
    ("Brian Wong", "2020-q1-s2", "2021-q3-s6"),
    ("urdupoint.com", "", "2020-q1-s1"),
    ("notes:urdupoint.com", "2020-q1-s1", "2021-q1-s5"),
]

# A word asked for, a word of a text, whether it meets the other.
WORDS = [
    ("Handel", "Handels", True),
    ("Handel", "Außenhandel", True),
    ("Handel", "Handelsabkommen", True),
    ("Handel", "verhandeln", False),
    ("Handel", "Verhandlungen", False),
    ("Sitz", "Vorsitz", False),
    ("Sicherheit", "sich", False),
    ("Sicherheit", "Sicherheiten", True),
    ("Rat", "RATS", False),
    ("RATS", "Rates", False),
    ("Rat", "Strategie", False),
    ("trade", "traditionell", False),
    ("trade", "trading", True),
    ("policies", "policy", True),
    ("Haeuser", "Haus", True),
    ("Strasse", "Straßen", True),
    ("Duesseldorf", "Düsseldorf", True),
    ("Neue", "neuen", True),
    ("2021", "20211", False),
    ("Minister", "Außenministerin", True),
]


@pytest.mark.parametrize(("query", "must", "must_not"), QUERIES, ids=[row[0] for row in QUERIES])
def test_query_finds_its_sections_and_no_others(query, must, must_not):
    words, notes = query.removeprefix("notes:"), query.startswith("notes:")
    found = {SECTION_OF[event_id] for event_id in find(TABLES, words, notes).event_ids}
    assert set(must.split()) <= found
    assert not set(must_not.split()) & found


@pytest.mark.parametrize(("asked", "text", "expected"), WORDS)
def test_word_is_met(asked, text, expected):
    assert matches(asked, text) is expected


def test_enough_queries_are_held():
    assert len(QUERIES) >= 40


@pytest.mark.parametrize("word", ["Düsseldorf", "Duesseldorf", "DÜSSELDORF", "Du\u0308sseldorf"])
def test_spellings_of_umlauts_are_one(word):
    assert folded(word) == folded("düsseldorf")


def test_every_word_must_be_met():
    both, one = find(TABLES, "Norow Alibaba").event_ids, find(TABLES, "Alibaba").event_ids
    assert both < find(TABLES, "Norow").event_ids
    assert both <= one


def test_hits_name_the_words_in_their_texts():
    texts = {
        "title": dict(zip(EVENTS["event_id"], EVENTS["title"], strict=True)),
        "passage": dict(zip(EVENTS["event_id"], EVENTS["passage"], strict=True)),
        "heading": dict(zip(TABLES["sections"]["section_id"], TABLES["sections"]["heading"], strict=True)),
        "section": dict(zip(TABLES["sections"]["section_id"], TABLES["sections"]["text"], strict=True)),
        "note": dict(zip(TABLES["sources"]["source_id"], TABLES["sources"]["text"], strict=True)),
    }
    hits = [hit for found in find(TABLES, "Beijing", notes=True).hits.values() for hit in found]
    assert {texts[hit.kind][hit.id][hit.start : hit.end][:6].casefold() for hit in hits} == {"peking", "beijin"}
    assert {hit.kind for hit in hits} >= {"heading", "section", "note"}


@pytest.mark.parametrize("query", ["", "   ", '""', "„“", "!!!", "-", "()"])
def test_a_query_without_words_finds_nothing(query):
    assert not find(TABLES, query).event_ids


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_query_fails(query):
    find(TABLES, query, notes=True)


def test_events_that_hold_the_words_themselves_come_first():
    found = find(TABLES, "Norow Alibaba")
    ranks = [event_id in found.own for event_id in found.hits]
    assert ranks == sorted(ranks, reverse=True)
    assert 0 < len(found.own) < len(found.hits)
    words = EVENTS.set_index("event_id")
    for event_id, hits in found.hits.items():
        own = " ".join(words.loc[event_id, ["title", "passage"]]).casefold()
        assert (("alibaba" in own) and bool({"norow", "norov"} & set(own.replace(",", " ").split()))) or event_id not in found.own
        assert {hit.kind for hit in hits} & {"title", "passage"} or event_id not in found.own


@pytest.mark.parametrize(
    ("asked", "key", "value"),
    [("Beijing", "place", "beijing"), ("peking", "place", "beijing"), ("Digitale Wirtschaft", "topic", "digital-economy")],
)
def test_a_name_with_a_filter_is_known_as_that(asked, key, value):
    selection = Selection(q=asked)
    known = {(one.key, one.value): one.count for one in known_names(selection, TABLES)}
    assert known[key, value] == len(Selection().with_added(f"{key}={value}").apply(TABLES)["events"])


@pytest.mark.parametrize("asked", ["", "Peking Handel", "kein Text enthält dies", "Peking -"])
def test_what_is_no_name_as_a_whole_has_no_filter(asked):
    assert bool(known_names(Selection(q=asked), TABLES)) is (asked == "Peking -")
