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
            "Einen neuen Plan, der bis 2025 läuft",
        ),
        (
            "Der alte Beirat der Stadt sprach über den Bau der Brücke in der Stadt, die 2031 eröffnet wurde.",
            "die 2031 eröffnet wurde.",
            "Den Bau der Brücke in der Stadt, die 2031 eröffnet wurde",
        ),
        (
            "On a long day in Bonn the deputies inspected the site of a house in Omsk, which is to open in May.",
            "which is to open in May.",
            "The site of a house in Omsk, which is to open in May",
        ),
        (
            "Nach langer Beratung in Bonn sagte er am Abend, dass der Rat im Mai tagt.",
            "dass der Rat im Mai tagt.",
            "Dass der Rat im Mai tagt",
        ),
        (
            "The summit in the old town of Bonn is planned for May, when Oman is to take the chair.",
            "when Oman is to take the chair.",
            "Oman is to take the chair",
        ),
        (
            "Die Mitglieder hatten dem Plan nach Beratung im Juli zugestimmt, der Beirat folgte im Mai.",
            "der Beirat folgte im Mai.",
            "Der Beirat folgte im Mai",
        ),
        (
            "In den langen Jahren danach war man ratlos, und erst im Mai schwiegen die Waffen.",
            "und erst im Mai schwiegen die Waffen.",
            "Erst im Mai schwiegen die Waffen",
        ),
        (
            "Er stellte in Bonn nach langer Beratung den Entwurf vor und verwies auf ein Treffen im Mai.",
            "ein Treffen im Mai.",
            "Ein Treffen im Mai",
        ),
    ],
)
def test_clause_becomes_a_title(text, clause, title):
    start = text.index(clause)
    passage = Passage(Section(1, "", text), start, start + len(clause), 0, len(text), start, start, len(text))
    assert from_passage(passage) == title


def test_a_further_time_takes_the_beginning_that_it_shares():
    text = "Die Räte berieten am 3. Mai in Omsk über Getreide und am 9. Juni in Perm über Wasser."
    cut, section = text.index("und am"), Section(1, "", text)
    first = Passage(section, 0, cut - 1, 0, len(text), 21, 27, len(text))
    date = text.index("9. Juni")
    second = Passage(section, cut, len(text), 0, len(text), date, date + 7, len(text))
    assert from_passage(second, beside=first) == "Die Räte berieten am 9. Juni in Perm über Wasser"


def test_words_that_hold_no_noun_phrase_are_shown_as_a_part():
    text = "Nach langer Beratung in Bonn, so hieß es bald darauf überall recht laut, folgte 2031 nichts."
    start = text.index("folgte")
    passage = Passage(Section(1, "", text), start, len(text), 0, len(text), start, start, len(text))
    assert from_passage(passage).startswith("… ")


def test_a_long_clause_is_cut_at_a_word():
    text = "Wort " * 60
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), 0, 0, len(text))
    assert from_passage(passage) == "Wort " * 21 + "Wort …"


def test_a_pronoun_becomes_the_name_it_stands_for():
    text = "Gleichfalls am 9. Juli sprach er mit Li; man aß."
    start = text.index("er ")
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), 15, 22, len(text))
    assert from_passage(passage, {(start, start + 2): "Norow"}) == "Am 9. Juli sprach Norow mit Li"
