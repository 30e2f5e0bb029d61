"""Status: each row of the vocabulary on its own example, and whole sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Section
from loaders.event_words import status_hits
from loaders.passage import Passage
from loaders.status import find_status
from loaders.vocabulary import default
from tests.loaders.marked import marked_passage

ROWS = default().rows("status_terms")
STATUSES = {row["status_id"] for row in default().rows("statuses")}


def proves_itself(row):
    passage = marked_passage(row["example"])
    is_found = any(hit.row.row is row for hit in status_hits(passage, default()))
    return is_found and find_status(passage, default()).status == row["status"]


def test_each_row_proves_itself():
    assert {row["status"] for row in ROWS} == STATUSES
    assert [row for row in ROWS if not proves_itself(row)] == []


# (text, number of the date, status)
SENTENCES = [
    ("Das Forum, das am {4. Mai} beginnen sollte, wurde auf den {9. Juni} verschoben.", 0, "postponed"),
    ("Das Forum, das am {4. Mai} beginnen sollte, wurde auf den {9. Juni} verschoben.", 1, "planned"),
    ("The switch has been postponed from {2025} to {2031}.", 0, "postponed"),
    ("The switch has been postponed from {2025} to {2031}.", 1, "planned"),
    ("Der Gipfel ist am {4. Mai}; die Konferenz wurde auf {2031} verschoben.", 1, "postponed"),
    ("{3. – 5. Mai}: Omsk, Forum (auf {Juni 2031} verschoben)", 0, "postponed"),
    ("The race planned in Omsk for {7 May} was run {on the 14th} instead, and many took part.", 0, "postponed"),
    ("The race planned in Omsk for {7 May} was run {on the 14th} instead, and many took part.", 1, "occurred"),
    ("The forum is planned for {7 May} in Omsk and for {9 May} in Perm.", 1, "planned"),
    ("On {4 May} officials discussed how the centre is to be staffed.", 0, "occurred"),
    ("He had a stand set up in the village and met the minister on {4 May}.", 0, "occurred"),
    ("Ursprünglich hatte man {Ende Juni} anvisiert.", 0, "postponed"),
    ("Dritte Runde: {April}, der Ort wird noch bekannt gegeben.", 0, "planned"),
    ("Aus dem Turnier, das am {4. Mai} angepfiffen werden sollte, wurde nichts, weil die Halle fehlte.", 0, "cancelled"),
    ("Erst vom {4. Mai} auf {Juni} verlegt, wurde das Forum abgesagt, weil kaum jemand zugesagt hatte.", 0, "postponed"),
    ("Erst vom {4. Mai} auf {Juni} verlegt, wurde das Forum abgesagt, weil kaum jemand zugesagt hatte.", 1, "cancelled"),
    ("The talks, fixed for {4 May} in Omsk, did not take place on that date: they are to follow in {June}.", 0, "postponed"),
    ("Mit dem Gipfel ging der Vorsitz an Kasachstan, und {2031} wurde zum Jahr der Berge bestimmt.", 0, "planned"),
    ("Auch die Besetzung der Organe ab dem {1. Januar 2031} kam zur Sprache.", 0, "planned"),
    ("Am {4. Mai 2023} trafen sich die Koordinatoren in Delhi.", 0, "occurred"),
    ("Am {2. September 2020} kündigte er an, dass der Rat am {30. November 2020} stattfinden soll.", 0, "occurred"),
    ("Am {2. September 2020} kündigte er an, dass der Rat am {30. November 2020} stattfinden soll.", 1, "planned"),
    ("Am {27. Mai} teilte man mit, dass das für den {21. Juli} angesetzte Treffen verschoben wird.", 0, "occurred"),
    ("Am {27. Mai} teilte man mit, dass das für den {21. Juli} angesetzte Treffen verschoben wird.", 1, "postponed"),
    ("Das Seminar gab es {2019}, das für {2020} vorgesehene musste ausfallen.", 0, "occurred"),
    ("Das Seminar gab es {2019}, das für {2020} vorgesehene musste ausfallen.", 1, "cancelled"),
    ("Am {4. Mai} übernahm Kasachstan den Vorsitz, den es bis {Juli 2024} führen wird.", 0, "occurred"),
    ("Am {4. Mai} übernahm Kasachstan den Vorsitz, den es bis {Juli 2024} führen wird.", 1, "planned"),
    ("Putin regte an, die im {September 2020} erprobten Treffen regelmäßig abzuhalten.", 0, "occurred"),
    ("Usbekistan bot an, im {Mai 2023} ein Forum auszurichten.", 0, "planned"),
    ("Er forderte am {17. Juni}, den Plan auf dem nächsten Gipfel anzunehmen.", 0, "occurred"),
    ("Seit {2019} baut China eine Agrarzone auf, die Fachleute schulen soll.", 0, "occurred"),
    ("Die seit {2019} entstehende Zone soll Fachleute schulen.", 0, "occurred"),
    ("Der verschobene Gipfel soll noch {2020} nachgeholt werden.", 0, "planned"),
    ("Die Tagung fand am {4. Mai} nicht statt.", 0, "cancelled"),
    ("Der Rat tagte vom {4. bis 6. Mai} auf einer Insel.", 0, "occurred"),
    ("On {2 September 2020} he announced that the council would convene on {30 November 2020}.", 0, "occurred"),
    ("On {2 September 2020} he announced that the council would convene on {30 November 2020}.", 1, "planned"),
    ("The seminar scheduled for {2020} had to be cancelled.", 0, "cancelled"),
    ("The concept adopted in {2018} is to guide the work.", 0, "occurred"),
    ("The meeting took place as planned on {3 May 2023}.", 0, "occurred"),
    ("The fair in Omsk, {3–5 May}, was postponed to a later date.", 0, "postponed"),
    ("Die Messe in Omsk, {3. – 5. Mai}, wurde abgesagt.", 0, "cancelled"),
    ("A call in Baku, due on {22 April}, was postponed because of clashes that had broken out on {2 April}.", 0, "postponed"),
    ("A call in Baku, due on {22 April}, was postponed because of clashes that had broken out on {2 April}.", 1, "occurred"),
    ("Nach dem Anschlag vom {8. November} wurde die Runde verschoben.", 0, "occurred"),
    ("On {3 May} the talks were called off.", 0, "cancelled"),
]


@pytest.mark.parametrize(("text", "number", "status"), SENTENCES)
def test_sentence(text, number, status):
    assert find_status(marked_passage(text, number=number), default()).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Die Neubesetzung zum {1. Januar 2022}.", "planned"),
        ("Am {1. Januar 2022} trat er sein Amt an.", "occurred"),
        ("Nachfolger ist seit dem {1. Januar 2022} ein Diplomat.", "occurred"),
        ("Das Forum am {1. Januar 2022} wurde abgesagt.", "cancelled"),
    ],
)
def test_a_date_behind_the_quarter_is_a_plan_unless_told_as_past(text, status):
    assert find_status(marked_passage(text), default(), after_quarter=True).status == status


def test_what_lies_long_past_is_no_plan():
    passage = marked_passage("Auch an die Gründung am {4. Mai 2001} soll erinnert werden.")
    assert find_status(passage, default()).status == "planned"
    assert find_status(passage, default(), long_past=True).status == "occurred"


def test_span_is_what_decided():
    passage = marked_passage("Der Gipfel soll am {5. Mai 2023} stattfinden.")
    status = find_status(passage, default())
    assert passage.section.text[status.start : status.end] == "soll"


@given(st.text(max_size=200), st.integers(0, 200), st.booleans())
def test_any_text_gives_a_status_with_a_span_inside(text, place, after):
    place = min(place, len(text))
    passage = Passage(Section(1, "", text), 0, len(text), 0, len(text), place, min(place + 5, len(text)), len(text))
    status = find_status(passage, default(), after)
    assert status.status in STATUSES
    assert 0 <= status.start <= status.end <= len(text)
