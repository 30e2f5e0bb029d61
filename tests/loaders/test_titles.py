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
        ("Messe in Bonn, verschoben auf 3. Juli 2021", "3. Juli 2021", "Messe in Bonn, verschoben"),
        ("Fair in Bonn postponed to 3 July 2021", "3 July 2021", "Fair in Bonn postponed"),
        ("Der Rat stellt sich vor (3. Juli 2021)", "3. Juli 2021", "Der Rat stellt sich vor"),
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


def test_two_dates_of_a_heading_go_with_what_joins_them():
    for heading, dates, title in (
        ("Messe und Umwelttag, 29. Mai und 5. Juni 2030", ("29. Mai", "5. Juni 2030"), "Messe und Umwelttag"),
        ("Fair in Bonn on 29 May and on 5 June 2030", ("29 May", "5 June 2030"), "Fair in Bonn"),
    ):
        assert from_heading(heading, [(heading.index(date), heading.index(date) + len(date)) for date in dates]) == title


def _title(text, clause, date="", subject=""):
    start = text.index(clause)
    first = text.index(date) if date else start
    passage = Passage(Section(1, "", text), start, start + len(clause), 0, len(text), first, first + len(date), len(text))
    return from_passage(passage, subject=subject)


@pytest.mark.parametrize(
    ("text", "clause", "title"),
    [
        (
            "Das lange geplante Treffen der Imker in Bonn, eigentlich im August fällig, wurde auf Mai verschoben.",
            "wurde auf Mai verschoben.",
            "Das lange geplante Treffen der Imker in Bonn wurde auf Mai verschoben",
        ),
        (
            "The old bank of the beekeepers of Bonn, founded in 1905, marked its anniversary in May.",
            "marked its anniversary in May.",
            "The old bank of the beekeepers of Bonn marked its anniversary in May",
        ),
        (
            "Auf ihrer Sitzung in Bonn hatten die Imker sich mit Anträgen befasst, zuvor hatten sie im April getagt.",
            "zuvor hatten sie im April getagt.",
            "Zuvor hatten sie im April getagt",
        ),
        (
            "Im Saal der Imker berieten alle lange über Honig, vom 7. bis 9. Mai wollten sie weiter beraten.",
            "vom 7. bis 9. Mai wollten sie weiter beraten.",
            "Vom 7. bis 9. Mai wollten sie weiter beraten",
        ),
        (
            "Der Vorsitzende der Imker von Bonn ging lange auf den neuen Plan der Stadt ein, der bis 2031 gilt.",
            "der bis 2031 gilt.",
            "Den neuen Plan der Stadt, der bis 2031 gilt",
        ),
    ],
)
def test_a_title_begins_where_a_clause_or_a_phrase_does(text, clause, title):
    assert _title(text, clause) == title


@pytest.mark.parametrize(
    ("text", "clause", "subject", "title"),
    [
        (
            "Am 4. Mai bot Berg den Imkern in Bonn eine engere Zusammenarbeit an und schlug für 2031 ein Treffen vor.",
            "und schlug für 2031 ein Treffen vor.",
            "Berg",
            "Berg schlug für 2031 ein Treffen vor",
        ),
        (
            "Berg saw the beekeepers of the town two days afterwards and told them of the fair of 2031.",
            "and told them of the fair of 2031.",
            "Berg",
            "Berg told them of the fair of 2031",
        ),
    ],
)
def test_a_clause_behind_an_and_takes_its_subject(text, clause, subject, title):
    assert _title(text, clause, subject=subject) == title


@pytest.mark.parametrize(
    ("text", "clause", "title"),
    [
        ("Bis 2031 gilt die im Juni gebilligte Regel.", "Bis 2031 gilt die im", "Bis 2031 gilt die im Juni gebilligte Regel"),
        ("It is put off from 2025 to 2031.", "It is put off from 2025 to", "It is put off from 2025 to 2031"),
        ("Am 4. Mai bot Li ein Treffen an und schwieg.", "Am 4. Mai bot Li ein Treffen an", "Am 4. Mai bot Li ein Treffen an"),
    ],
)
def test_a_clause_that_leads_on_is_told_to_its_end(text, clause, title):
    assert _title(text, clause) == title


def test_the_half_behind_a_semicolon_needs_nothing_of_what_stands_before():
    text = "Alle Imker der Stadt nahmen nach langer Beratung den Plan an, den neuen; sie machten Bonn für 2031 zur Hauptstadt."
    clause = text[text.index("den neuen") :]
    assert _title(text, clause, date="2031") == "Sie machten Bonn für 2031 zur Hauptstadt"


def test_a_relative_clause_that_nothing_can_open_is_shown_as_a_part():
    opening = "Die Imker haben im Februar in Bonn und im März nach langer Reise überall in Omsk mit aller Kraft beraten"
    text = f"{opening}, in der auch 2031 geredet werden soll."
    assert _title(text, text[text.index("in der") :]) == "… in der auch 2031 geredet werden soll"


@pytest.mark.parametrize("end", ["und der", "in den", "mit", "and the", "of", "to a", "am 29."])
def test_no_title_ends_in_a_word_that_leads_to_what_is_cut_off(end):
    words = ("Wort " * 30)[: 107 - len(end)].rpartition(" ")[0]
    text = f"{words} {end} Riesenwortungetüm und mehr."
    assert _title(text, text) == f"{words} …"


def test_a_long_clause_is_cut_at_a_word():
    text = "Wort " * 60
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), 0, 0, len(text))
    assert from_passage(passage) == "Wort " * 21 + "Wort …"


def test_a_pronoun_becomes_the_name_it_stands_for():
    text = "Gleichfalls am 9. Juli sprach er mit Li; man aß."
    start = text.index("er ")
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), 15, 22, len(text))
    assert from_passage(passage, {(start, start + 2): "Norow"}) == "Am 9. Juli sprach Norow mit Li"
