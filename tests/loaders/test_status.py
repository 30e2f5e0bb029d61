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


# (text, number of the date, status, whether the date lies behind the quarter)
TOLD_IN_MANY_WAYS = [
    ("Die Bergtour, auf den {9. Mai} gelegt, war am Wetter gescheitert.", 0, "cancelled", False),
    ("Das Lager, für {Mai} angekündigt, wird nun für den Herbst versprochen.", 0, "postponed", False),
    ("Das Rennen, zunächst auf den {9. Mai} gelegt, wurde wegen Hitze abgesagt.", 0, "cancelled", False),
    ("Die Probe, die am {9. Mai} hätte stattfinden sollen, wurde vertagt.", 0, "postponed", False),
    ("The judges, who had been expected in Omsk on {9 May}, will now come in June.", 0, "postponed", False),
    ("The race, which was due to start on {9 May}, has been pushed back.", 0, "postponed", False),
    ("The round was put back and was held in Perm from {9 May}.", 0, "occurred", False),
    ("It was agreed that the race be run in Perm in {2031}.", 0, "planned", False),
    ("With the judges due in town on {9 June}, the clerks met in Perm on {7 May}.", 1, "occurred", False),
    ("The branch in Omsk, decided upon in {2025}, should open in Perm.", 0, "occurred", False),
    ("Das Lager, noch im {Mai}, soll in Omsk stattfinden.", 0, "planned", False),
    ("Im {Juni 2031} läuft seine Amtszeit ab.", 0, "planned", True),
    ("His own term runs out on {31 December 2031}.", 0, "planned", True),
    ("Her mandate expires on {31 December 2031}.", 0, "planned", True),
    ("The centre is supposed to open on {1 September}.", 0, "planned", False),
    ("Voters are now to be called to the polls on {20 July}.", 0, "planned", True),
    ("Die Runde hätte eigentlich vom {19. bis 20. Mai} in Osch beraten sollen; daraus wurde nichts.", 0, "cancelled", False),
    ("Abgesagt wurde wegen Hitze ein Turnier, zu dem man am {12. Juli} nach Talas geladen hatte.", 0, "cancelled", False),
    ("The vote will not go ahead, the chairman conceded on {26 December}.", 0, "occurred", False),
    ("The ministers talked by video on {12 June} and postponed the decision.", 0, "occurred", False),
    ("Die Minister berieten am {12. Juni} per Video und vertagten die Entscheidung.", 0, "occurred", False),
    ("Das Seminar am {4. Mai} wird nicht stattfinden.", 0, "cancelled", False),
    ("Zu dem Treffen am {4. Mai} kam es nicht.", 0, "cancelled", False),
    ("Das für den {4. Mai} geplante Treffen kommt nicht zustande.", 0, "cancelled", False),
    ("Aus der für {Mai} geplanten Messe wird nichts.", 0, "cancelled", False),
    ("Die Übung im {August} ist vom Tisch.", 0, "cancelled", False),
    ("Der Gipfel im {Juni} ist auf unbestimmte Zeit verschoben.", 0, "postponed", False),
    ("Die für {Juni} geplante Messe liegt auf Eis.", 0, "postponed", False),
    ("Das Forum am {4. Mai} wurde auf Eis gelegt.", 0, "postponed", False),
    ("Die Verschiebung des Gipfels vom {10. Juni} auf den Herbst gab Moskau bekannt.", 0, "postponed", False),
    ("Die Absage des für {Juni} geplanten Forums kam überraschend.", 0, "cancelled", False),
    ("Am {3. Mai} wurde die Absage des Forums bekannt.", 0, "occurred", False),
    ("Am {3. Mai} sagte er das Forum ab.", 0, "occurred", False),
    ("Am {3. Mai} gab Moskau die Verschiebung des Gipfels bekannt.", 0, "occurred", False),
    ("Am {3. Mai} teilte das Sekretariat mit, der Gipfel werde verschoben.", 0, "occurred", False),
    ("Er sagte, das Forum habe am {4. Mai} stattgefunden.", 0, "occurred", False),
    ("Er sagte, das Forum werde am {4. Mai} stattfinden.", 0, "planned", False),
    ("Der Rat sei am {4. Mai} zusammengetreten, hieß es.", 0, "occurred", False),
    ("Das Abkommen sei am {4. Mai} unterzeichnet worden.", 0, "occurred", False),
    ("Das Abkommen ist am {4. Mai} unterzeichnet worden.", 0, "occurred", False),
    ("Das Abkommen wird am {4. Mai} unterzeichnet werden.", 0, "planned", False),
    ("Das Zentrum dürfte im {Mai} öffnen.", 0, "planned", False),
    ("Das Zentrum könnte {2031} öffnen.", 0, "planned", True),
    ("Die Bauarbeiten sollen bis {Ende 2031} abgeschlossen sein.", 0, "planned", True),
    ("Mit der Fertigstellung wird {2031} gerechnet.", 0, "planned", True),
    ("Die Bank rechnet mit {2031}.", 0, "planned", True),
    ("Bis zum {1. Dezember} muss Oman dem Vertrag beitreten.", 0, "planned", False),
    ("Oman has until {1 December} to accede to the treaty.", 0, "planned", False),
    ("Oman must ratify the treaty by {1 December}.", 0, "planned", False),
    ("Nach Omsk ist für {Mai} Perm an der Reihe.", 0, "planned", False),
    ("Für {Mai} hat sich eine Delegation angesagt.", 0, "planned", False),
    ("Im {Mai} steht eine weitere Runde auf dem Programm.", 0, "planned", False),
    ("Die Konferenz ist auf den {9. Juni} anberaumt.", 0, "planned", False),
    ("Die Eröffnung lässt bis {2031} auf sich warten.", 0, "planned", True),
    ("Anvisiert ist der {9. Juni}.", 0, "planned", False),
    ("Als Termin gilt der {9. Juni}.", 0, "planned", False),
    ("Neuer Termin: {9. Juni}.", 0, "planned", True),
    ("Die Rückkehr an den Tisch ist für {Juni} versprochen.", 0, "planned", False),
    ("Am {4. Mai} hätte der Rat tagen sollen.", 0, "cancelled", False),
    ("Was am {4. Mai} in Omsk begann, sollte drei Jahre dauern.", 0, "occurred", False),
    ("Am {4. Mai} begann in Omsk die Messe, die eine Woche dauern sollte.", 0, "occurred", False),
    ("Er traf am {4. Mai} den Minister, der {im Juni} nach Perm reisen will.", 0, "occurred", False),
    ("Er traf am {4. Mai} den Minister, der {im Juni} nach Perm reisen will.", 1, "planned", False),
    ("The forum, which was to have opened on {4 May}, was called off.", 0, "cancelled", False),
    ("The council was to have met on {4 May}, but fog closed the airport.", 0, "cancelled", False),
    ("The council was to meet on {4 May} in Omsk.", 0, "planned", False),
    ("The drill on {4 May} has been shelved.", 0, "cancelled", False),
    ("The fair in {May} is off.", 0, "cancelled", False),
    ("The seminar on {4 May} did not happen.", 0, "cancelled", False),
    ("No forum was held on {4 May}.", 0, "cancelled", False),
    ("The forum was pushed back from {4 May} to {9 June}.", 0, "postponed", False),
    ("The forum was pushed back from {4 May} to {9 June}.", 1, "planned", False),
    ("The summit, first fixed for {May}, is now to be held in {July}.", 0, "postponed", False),
    ("The summit, first fixed for {May}, is now to be held in {July}.", 1, "planned", False),
    ("A new date, {9 June}, has been agreed.", 0, "planned", False),
    ("He confirmed that the accord had been signed on {4 May}.", 0, "occurred", False),
    ("He said that the accord would be signed on {4 May}.", 0, "planned", False),
    ("On {4 May} he said that the accord would be signed.", 0, "occurred", False),
    ("He hopes the bank can open in {2031}.", 0, "planned", True),
    ("The bank is likely to open in {2031}.", 0, "planned", True),
    ("Talks are pencilled in for {4 May}.", 0, "planned", False),
    ("The office is expected to be ready by {2031}.", 0, "planned", True),
    ("The next round is in {May}.", 0, "planned", True),
    ("Tashkent is next, in {May}.", 0, "planned", True),
    ("The deadline is {4 May}.", 0, "planned", True),
    ("{4. Mai}: Messe in Omsk", 0, "occurred", False),
    ("Vom {4. bis 6. Mai} war Omsk Gastgeber der Messe.", 0, "occurred", False),
    ("Der Anschlag am {4. Mai} überschattete die Runde, die vertagt wurde.", 0, "occurred", False),
    ("Die Wahl, ursprünglich für den {4. Mai} ausgeschrieben, findet nun im {Juli} statt.", 0, "postponed", False),
    ("Die Wahl, ursprünglich für den {4. Mai} ausgeschrieben, findet nun im {Juli} statt.", 1, "planned", True),
    ("Die Wahl wurde vom {4. Mai} auf den {9. Juli} vorgezogen.", 0, "postponed", False),
    ("Die Wahl wurde vom {4. Mai} auf den {9. Juli} vorgezogen.", 1, "planned", False),
    ("The vote was brought forward from {9 July} to {4 May}.", 0, "postponed", False),
    ("Der Besuch war für den {4. Mai} vorgesehen, kam aber erst am {9. Juni} zustande.", 0, "postponed", False),
    ("Der Besuch war für den {4. Mai} vorgesehen, kam aber erst am {9. Juni} zustande.", 1, "occurred", False),
    ("The visit had been planned for {4 May} but came about only on {9 June}.", 0, "postponed", False),
    ("The visit had been planned for {4 May} but came about only on {9 June}.", 1, "occurred", False),
    ("Er reist am {4. Mai} nach Omsk.", 0, "planned", True),
    ("Im {Mai} zieht das Büro um.", 0, "planned", True),
    ("Der Zug soll erstmals am {4. Mai} gefahren sein.", 0, "occurred", False),
    ("Das Abkommen vom {4. Mai 2019} gilt bis {2031}.", 0, "occurred", False),
    ("Das Abkommen vom {4. Mai 2019} gilt bis {2031}.", 1, "planned", True),
    ("The agreement of {4 May 2019} runs until {2031}.", 1, "planned", True),
    ("Ministers had been due in Omsk on {4 May} but stayed at home.", 0, "cancelled", False),
    ("Der Rat vertagte sich am {4. Mai} ohne Ergebnis.", 0, "occurred", False),
    ("The council adjourned on {4 May} without result.", 0, "occurred", False),
    ("Die Sitzung wurde am {4. Mai} vertagt.", 0, "postponed", False),
    ("Tokyo ließ das Forum am {4. Mai} platzen.", 0, "cancelled", False),
    ("Man verständigte sich, das nächste Forum im {Mai} in Perm abzuhalten.", 0, "planned", False),
    ("They agreed to hold the next forum in Perm in {May}.", 0, "planned", False),
    ("She accepted an invitation to visit Perm in {May}.", 0, "planned", False),
    ("Perm bewirbt sich um die Spiele {2031}.", 0, "planned", True),
    ("Perm bids to host the games in {2031}.", 0, "planned", True),
    ("Die Vorbereitungen auf den Gipfel im {Juni} laufen.", 0, "planned", False),
    ("Noch in diesem Jahr, im {Dezember}, will der Rat tagen.", 0, "planned", False),
    ("Die Tage werden kürzer: Im {Dezember} tagte der Rat.", 0, "occurred", False),
]


@pytest.mark.parametrize(("text", "number", "status", "after_quarter"), TOLD_IN_MANY_WAYS)
def test_plans_and_what_became_of_them_are_told_in_many_ways(text, number, status, after_quarter):
    assert find_status(marked_passage(text, number=number), default(), after_quarter).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Tags darauf empfängt ihn am {3. Mai} der Minister.",
        "Unterschrieben werden am {3. Mai} zwei Papiere.",
        "On {3 May} the council meets in Omsk.",
    ],
)
def test_a_verb_in_the_present_is_a_plan_ahead_and_a_story_of_what_is_over(text):
    passage = marked_passage(text)
    assert find_status(passage, default(), after_quarter=True).status == "planned"
    assert find_status(passage, default(), is_over=True).status == "occurred"


def test_a_plain_plan_stays_one_when_its_day_is_over():
    assert find_status(marked_passage("Der Rat soll am {3. Mai} tagen."), default(), is_over=True).status == "planned"


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
