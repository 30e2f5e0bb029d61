"""Titles: headings without dates, clauses cut to what a title needs."""

import pytest

from loaders.document import Section
from loaders.passage import Passage
from loaders.titles import from_heading, from_passage


@pytest.mark.parametrize(
    ("heading", "date", "title"),
    [
        ("SCO-Gipfel in Samarkand, 15. und 16. September 2022", "15. und 16. September 2022", "SCO-Gipfel in Samarkand"),
        ("Manöver bei Orenburg (20. Juli 2021)", "20. Juli 2021", "Manöver bei Orenburg"),
        ("Treffen am 3. Juli 2021 in Bonn", "3. Juli 2021", "Treffen in Bonn"),
        ("Summit in Astana on 3 July 2024", "3 July 2024", "Summit in Astana"),
        ("3. Juli 2021", "3. Juli 2021", "3. Juli 2021"),
        ("12. Januar 2021: Rede in Bonn", "12. Januar 2021", "Rede in Bonn"),
    ],
)
def test_heading_loses_its_date(heading, date, title):
    start = heading.index(date)
    assert from_heading(heading, [(start, start + len(date))]) == title


@pytest.mark.parametrize(
    ("text", "clause", "title"),
    [
        ("Am 13. Mai sprach er mit Li.", "Am 13. Mai sprach er mit Li.", "Am 13. Mai sprach er mit Li"),
        ("Er kam; am 9. Juli endete es.", "am 9. Juli endete es.", "Am 9. Juli endete es"),
        ("Es gilt ein Plan, der bis 2025 läuft.", "der bis 2025 läuft.", "Es gilt ein Plan, der bis 2025 läuft"),
        (
            "Der Rat billigte nach langer Beratung in Bonn einen neuen Plan, der bis 2025 läuft.",
            "der bis 2025 läuft.",
            "… langer Beratung in Bonn einen neuen Plan, der bis 2025 läuft",
        ),
    ],
)
def test_clause_becomes_a_title(text, clause, title):
    start = text.index(clause)
    passage = Passage(Section(1, "", text), start, start + len(clause), 0, len(text), start, start, len(text))
    assert from_passage(passage) == title


def test_a_long_clause_is_cut_at_a_word():
    text = "Wort " * 60
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), 0, 0, len(text))
    assert from_passage(passage) == "Wort " * 21 + "Wort …"


def test_a_pronoun_becomes_the_name_it_stands_for():
    text = "Gleichfalls am 9. Juli sprach er mit Li; man aß."
    start = text.index("er ")
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), 15, 22, len(text))
    assert from_passage(passage, {(start, start + 2): "Norow"}) == "Am 9. Juli sprach Norow mit Li"
