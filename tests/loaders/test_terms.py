"""The pattern language: what a row finds, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.terms import TermIndex

FINDS = [
    ("Gipfel", "der Gipfel in Astana", ["Gipfel"]),
    ("Gipfel", "das Gipfeltreffen", []),
    ("Gipfel*", "das Gipfeltreffen", ["Gipfeltreffen"]),
    ("Gipfel*", "das SCO-Gipfeltreffen", ["Gipfeltreffen"]),
    ("*gipfel", "der Jubiläumsgipfel", ["Jubiläumsgipfel"]),
    ("*gipfel", "das Gipfeltreffen", []),
    ("*terror*", "Die Antiterrorübung", ["Antiterrorübung"]),
    ("RATS", "Rat der RATS", ["RATS"]),
    ("RATS", "Sitzung des Rats", []),
    ("rat", "Rat der RATS", ["Rat"]),
    ("E-Commerce*", "zum e-commerce-Forum", ["e-commerce"]),
    ("digital* Wirtschaft", "zur digitalen Wirtschaft", ["digitalen Wirtschaft"]),
    ("der *minister", "Treffen der SCO-Energieminister", ["der SCO-Energieminister"]),
    ("Rat|Treffen der Staatschefs", "Das Treffen der Staatschefs", ["Treffen der Staatschefs"]),
    ("fand … statt", "Es fand in Astana, trotz Regens, statt", ["fand in Astana, trotz Regens, statt"]),
    ("fand … statt", "Es fand nichts; andernorts fiel es nicht statt", []),
    ("gab .. Vorsitz", "Indien gab im Mai den Vorsitz weiter", ["gab im Mai den Vorsitz"]),
    ("gab .. Vorsitz", "Indien gab nach, und den Vorsitz", []),
    ("fiel aus $", "Das Forum fiel aus.", ["fiel aus"]),
    ("fiel aus $", "Die Wahl fiel aus Gründen", []),
]


@pytest.mark.parametrize(("pattern", "text", "found"), FINDS)
def test_pattern(pattern, text, found):
    hits = TermIndex([{"term": pattern}]).find(text)
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_date_stands_for_what_is_in_its_span():
    text = "Für den 5. Mai 2023 ist ein Forum, für den 6. Mai ein Fest geplant"
    index = TermIndex([{"term": "für … {date}"}, {"term": "{date} ist"}, {"term": "Mai"}])
    found = [hit.row["term"] for hit in index.find(text, date=(8, 19))]
    assert found == ["für … {date}", "{date} ist", "Mai"]


def test_search_keeps_to_its_span():
    text = "Gipfel, Gipfel und Gipfel"
    assert [hit.start for hit in TermIndex([{"term": "Gipfel"}]).find(text, 1, 15)] == [8]


def test_a_word_that_begins_many_rows_is_found_for_each():
    rows = [
        {"term": term} for term in ("Gipfel*", "*gipfel*", "Gipfeltreffen", "Gipfeltreffen in Astana", "Gipfeltreffen in Delhi")
    ]
    hits = TermIndex(rows).find("das Gipfeltreffen in Astana")
    assert sorted(hit.row["term"] for hit in hits) == sorted(row["term"] for row in rows[:4])


def test_an_index_without_rows_finds_nothing():
    assert TermIndex([]).find("Gipfel") == []


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_any_text_gives_spans_inside_it(text, start, length):
    end = min(len(text), start + length)
    for hit in TermIndex([{"term": "a*"}, {"term": "*b*"}, {"term": "a … b"}]).find(text, min(start, end), end):
        assert min(start, end) <= hit.start < hit.end <= end
