"""The part that words play in the sentence of an event decides its kind."""

import pytest

from loaders.event_types import find_event_type
from loaders.vocabulary import default
from tests.loaders.marked import marked, marked_passage

ROWS = default().rows("event_clause_words")


def kind(text, heading="", number=0):
    return find_event_type(marked_passage(text, number=number), heading, default()).event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Am {5. Mai 2023} erörterten die Gesandten in Omsk ein Abkommen.", "meeting"),
        ("Die Gesandten sprachen am {5. Mai 2023} über eine Strategie.", "meeting"),
        ("Mit dem Botschafter hat sie am {5. Mai 2023} das Protokoll besprochen.", "meeting"),
        ("On {5 May 2023} the envoys reviewed the treaty at their session in Omsk.", "meeting"),
        ("They talked about a memorandum on {5 May 2023}.", "meeting"),
        ("The envoys met on {5 May 2023} and considered a protocol.", "meeting"),
        ("Das Abkommen wurde am {5. Mai 2023} unterzeichnet.", "document"),
        ("The treaty was signed on {5 May 2023}.", "document"),
        ("Das Memorandum über den Beitritt Omans wurde am {5. Mai 2023} vorgelegt.", "membership"),
    ],
)
def test_what_was_spoken_of_is_not_the_event(text, event_type):
    assert kind(text) == event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Am {5. Mai 2023} schlug er ein Forum in Omsk vor.", "other"),
        ("Am {5. Mai 2023} lobte die Sprecherin die Konferenz.", "other"),
        ("On {5 May 2023} the spokesman announced a seminar.", "other"),
        ("Für {Mai 2023} kündigte er ein Forum an.", "conference"),
        ("Auf dem Forum in Omsk kündigte er am {5. Mai 2023} einen Fahrplan an.", "conference"),
        ("He announced a seminar for {May 2023}.", "conference"),
    ],
)
def test_what_was_announced_is_not_the_event_unless_the_date_is_its_own(text, event_type):
    assert kind(text) == event_type


@pytest.mark.parametrize(
    ("heading", "text", "event_type"),
    [
        ("Bauminister in Omsk", "Die nächste Runde folgt {2031} in Perm.", "ministerial"),
        ("Bauminister in Omsk", "Zuletzt waren sie {2015} zusammengekommen.", "ministerial"),
        ("Wirtschaftsforum in Omsk", "Die vorige Auflage gab es {2019}.", "conference"),
        ("Housing ministers in Omsk", "They will reconvene in Perm in {2031}.", "ministerial"),
        ("Summit in Omsk", "The next meeting is due in {2031}.", "summit"),
        ("Gipfel in Omsk", "Am {5. Mai 2023} traf er den Botschafter.", "meeting"),
        ("Summit in Omsk", "On {5 May 2023} he received the ambassador.", "meeting"),
    ],
)
def test_a_clause_that_names_no_kind_goes_back_to_the_gathering_of_the_heading(heading, text, event_type):
    assert kind(text, heading) == event_type


def test_of_two_gatherings_the_clause_goes_back_to_the_one_of_its_sentence():
    text = "Die Bauminister tagten am {5. Mai 2023}, ihr nächstes Treffen ist für {2031} geplant."
    assert kind(text, "Gipfel in Omsk", number=1) == "ministerial"


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Der {2009} in Omsk gegründete Jugendrat beging sein Jubiläum.", "launch"),
        ("Das im {Mai 2019} auf dem Gipfel von Omsk gebilligte Konzept legt der Rat neu auf.", "document"),
        ("Sie würdigte das am {5. Mai 2023} in Omsk veranstaltete Seminar.", "conference"),
    ],
)
def test_an_attribute_with_the_date_tells_of_its_participle_and_noun(text, event_type):
    assert kind(text) == event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The course, which Oman had offered to pay for, has been put down for {April 2031}.", "conference"),
        ("The treaty, drafted by Omani lawyers, was published on {5 May 2023}.", "document"),
        ("Die Übung, zuletzt vor Jahren in Perm abgehalten, steht {2031} wieder an.", "exercise"),
        ("Das Seminar, zu dem Oman geladen hatte, wurde auf {Mai 2031} verlegt.", "conference"),
    ],
)
def test_a_clause_behind_an_insertion_goes_on_with_the_subject_before_it(text, event_type):
    assert kind(text) == event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A plan for clean rivers was approved by the housing ministers on {5 May 2023}.", "document"),
        ("A draft that Oman had passed around among the national coordinators in {May 2023} is still open.", "document"),
        ("Der Fahrplan wurde am {5. Mai 2023} von den Bauministern gebilligt.", "document"),
        ("The talks were opened by the council of housing ministers on {5 May 2023}.", "ministerial"),
    ],
)
def test_those_by_whom_a_text_was_adopted_make_no_gathering(text, event_type):
    assert kind(text) == event_type


@pytest.mark.parametrize(
    ("heading", "text", "event_type"),
    [
        ("Gipfel in Omsk", "Sein Nachbar lud die Kollegen für {2031} nach Perm ein.", "summit"),
        ("Housing ministers in Omsk", "Oman invited its guests to Perm for {2031}.", "ministerial"),
    ],
)
def test_an_invitation_is_to_the_next_gathering_of_the_kind(heading, text, event_type):
    assert kind(text, heading) == event_type


@pytest.mark.parametrize(
    ("heading", "text", "event_type"),
    [
        ("Gipfel in Omsk", "Am Rande des Gipfels, am {5. Mai 2023}, nahmen sich beide Zeit für eine Unterredung.", "meeting"),
        ("Gipfel in Omsk", "Sie feilten am Text für den Gipfel, der am {5. Mai 2023} beginnt.", "summit"),
    ],
)
def test_a_noun_told_only_as_the_occasion_gets_no_day_behind_a_comma(heading, text, event_type):
    assert kind(text, heading) == event_type


MOVED = [
    ("", "The seminar on river law, due in Osh on {12 May 2026}, was put off to {19 June 2026}.", "conference"),
    ("", "Die für den {3. April 2026} anberaumte Übung wurde auf den {5. Mai 2026} verlegt.", "exercise"),
    ("", "The naval drill moved from {March 2026} to {October 2026}.", "exercise"),
    (
        "Exercise “Steel Wind” in Perm",
        "“Steel Wind”, which was to run from {3 March 2026}, is off.",
        "exercise",
    ),
    ("Gründerforum in Perm", "Es sollte am {9. März 2026} stattfinden und ist nun für den {11. Mai 2026} geplant.", "conference"),
]


@pytest.mark.parametrize(("heading", "text", "event_type"), MOVED)
def test_what_was_moved_keeps_its_kind_on_its_old_day(heading, text, event_type):
    assert kind(text, heading) == event_type


@pytest.mark.parametrize(("heading", "text", "event_type"), MOVED[:3])
def test_what_was_moved_keeps_its_kind_on_its_new_day(heading, text, event_type):
    assert kind(text, heading, number=1) == event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Ahead of this year's regional summit in {October 2031} a forum on farming is planned in Omsk.", "conference"),
        ("Vor dem diesjährigen Gipfel im {Oktober 2031} tagt in Omsk ein Forum.", "conference"),
        ("On the sidelines of the Omsk summit he received the envoy on {5 May 2023}.", "meeting"),
        ("The summit in Omsk opened on {5 May 2023}.", "summit"),
    ],
)
def test_a_summit_told_only_as_the_time_of_something_else_is_no_summit(text, event_type):
    assert kind(text) == event_type


def test_where_goes_on_about_a_place():
    text = "The housing ministers follow in Omsk, where the summit is held on {5 May 2031}."
    assert kind(text) == "summit"


def test_the_end_of_a_noun_is_not_the_end_of_another_word():
    assert kind("Am {5. Mai 2023} legten die Gesandten den Ablauf fest.") == "meeting"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['language']}")
def test_each_row_has_an_example_with_one_of_its_words(row):
    said = marked(row["example"])[0].lower()
    assert any(word.lower().replace("_", " ") in said for word in row["words"].split())
