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
    ("text", "date", "title"),
    [
        ("Norow hielt sich vom 12. bis 15. Mai 2020 in Bonn auf;", "12. bis 15. Mai 2020", "Norow hielt sich in Bonn auf"),
        ("Am 13. Mai sprach er mit Li.", "13. Mai", "Am 13. Mai sprach er mit Li"),
        ("und am 9. Juli endete es.", "9. Juli", "Am 9. Juli endete es"),
    ],
)
def test_clause_becomes_a_title(text, date, title):
    start = text.index(date)
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), start, start + len(date), len(text))
    assert from_passage(passage) == title


def test_a_long_clause_is_cut_at_a_word():
    text = "Wort " * 60
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), 0, 0, len(text))
    assert from_passage(passage) == "Wort " * 21 + "Wort …"
