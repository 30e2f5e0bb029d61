"""Kinds of events: each row of the vocabulary on its own example, the choice by place, and other hands' wordings."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Section
from loaders.event_types import find_event_type
from loaders.passage import Passage
from loaders.status import find_status
from loaders.terms import TermIndex
from loaders.topic_words import find_topics
from loaders.topics import choose_topics
from loaders.vocabulary import default
from tests.loaders.marked import marked, marked_passage

ROWS = default().rows("event_type_terms")
TYPES = [row["event_type_id"] for row in default().rows("event_types")]
PARAPHRASES = Path(__file__).with_name("paraphrases.csv")
KINDS = Path(__file__).with_name("event_kinds.csv")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_each_kind_has_a_definition_of_its_own(lang):
    defined = [row[f"definition_{lang}"] for row in default().rows("event_types")]
    assert all(words.endswith(".") for words in defined)
    assert len(set(defined)) == len(TYPES)


def proves_itself(row):
    text, dates = marked(row["example"])
    date = (dates[0].start, dates[0].end) if dates else None
    return TermIndex([row], "pattern").find(text, date=date)


def test_each_row_proves_itself():
    assert [row for row in ROWS if not proves_itself(row)] == []


def test_each_row_has_a_kind_a_language_and_a_weight():
    faulty = [
        row
        for row in ROWS
        if row["event_type_id"] not in TYPES or row["language"] not in ("de", "en") or not 0 <= float(row["weight"]) <= 6
    ]
    assert faulty == []


def test_no_row_stands_twice():
    keys = [(row["event_type_id"], row["language"], row["pattern"]) for row in ROWS]
    assert len(keys) == len(set(keys))


CHOICES = [
    ("Am {5. Mai 2023} empfing er den Botschafter.", "meeting"),
    ("Am {5. Mai 2023} trafen sich in Goa die Außenminister der SCO-Staaten.", "ministerial"),
    ("Am Rande der Münchner Konferenz sprach er am {5. Mai 2023} mit dem Minister.", "meeting"),
    ("Auf der Konferenz sprach er am {5. Mai 2023} über Handel.", "conference"),
    ("Sie berieten über den Gipfel, der am {5. Mai 2023} in Astana stattfinden soll.", "summit"),
    ("Er erinnerte an die Gemeinsame Erklärung vom {5. Mai 2010}.", "document"),
    ("Am {5. Mai 2023} gab er eine Pressekonferenz.", "other"),
    ("Am {5. Mai 2023} übernahm Indien den Vorsitz.", "chairmanship"),
    ("Unter indischem Vorsitz tagte der Rat am {5. Mai 2023}.", "meeting"),
    ("Am {5. Mai 2023} wurde das Zentrum eingeweiht.", "launch"),
]


@pytest.mark.parametrize(("text", "event_type"), CHOICES)
def test_words_of_the_clause_decide(text, event_type):
    assert find_event_type(marked_passage(text), "", default()).event_type == event_type


def test_heading_says_what_the_next_meeting_is():
    passage = marked_passage("Das vierte Treffen ist für {2023} vorgesehen.")
    assert find_event_type(passage, "Treffen der Umweltminister in Taschkent", default()).event_type == "ministerial"
    assert find_event_type(passage, "", default()).event_type == "meeting"


@pytest.mark.parametrize(
    ("heading", "text", "event_type"),
    [
        ("Wahlbeobachter in Oman", "Das Parlament hatte am {5. Mai 2023} seine Arbeit beendet.", "other"),
        ("Border exercise in Omsk", "Visitors' day was {4 December}.", "other"),
        ("Omans Beitritt zur Organisation", "Der Senat hatte am {5. Mai 2023} zugestimmt.", "membership"),
    ],
)
def test_heading_passes_on_acts_but_no_gathering_that_the_clause_has_no_word_for(heading, text, event_type):
    assert find_event_type(marked_passage(text), heading, default()).event_type == event_type


def test_heading_names_the_main_event():
    passage = replace(marked_passage("Am {5. Mai 2023} stimmte Kasachstan ab."), is_main=True)
    assert find_event_type(passage, "SCO-Beobachtermission in Kasachstan", default()).event_type == "mission"


def test_span_is_what_decided_and_the_clause_where_nothing_did():
    passage = marked_passage("Am {5. Mai 2023} gab er eine Pressekonferenz.")
    kind = find_event_type(passage, "", default())
    assert passage.section.text[kind.start : kind.end] == "Pressekonferenz"
    empty = marked_passage("Am {5. Mai 2023} regnete es.")
    kind = find_event_type(empty, "", default())
    assert (kind.event_type, kind.start, kind.end) == ("other", empty.start, empty.end)


@given(st.text(max_size=200), st.text(max_size=40), st.integers(0, 200))
def test_any_text_gives_a_kind_with_a_span_inside(text, heading, place):
    place = min(place, len(text))
    passage = Passage(Section(1, heading, text), 0, len(text), 0, len(text), place, min(place + 5, len(text)), len(text))
    kind = find_event_type(passage, heading, default())
    assert kind.event_type in TYPES
    assert 0 <= kind.start <= kind.end <= len(text)


def test_other_wordings_are_understood():
    # Sentences written before the vocabularies knew their words: what is reached may not be lost again.
    with PARAPHRASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = {"event_type": 0, "status": 0, "topic_id": 0}
    for row in rows:
        passage = marked_passage(row["text"])
        kind = find_event_type(passage, "", default()).event_type
        topics = choose_topics(passage, find_topics(passage.section, default()), [], kind)
        right["event_type"] += kind == row["event_type"]
        right["status"] += find_status(passage, default()).status == row["status"]
        right["topic_id"] += row["topic_id"] in [topic for topic, _ in topics]
    assert {column: hits / len(rows) >= 0.9 for column, hits in right.items()} == dict.fromkeys(right, True), right


def test_kinds_are_told_in_many_ways():
    with KINDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [
        row["text"] for row in rows if find_event_type(marked_passage(row["text"]), "", default()).event_type != row["event_type"]
    ]
    assert len(wrong) <= 0.02 * len(rows), wrong


def test_clause_goes_on_about_the_noun_before_it_and_not_about_the_verb():
    text = "Das Papier wird auf dem Gipfel beschlossen, der für {Oktober 2026} geplant ist."
    assert find_event_type(marked_passage(text), "", default()).event_type == "summit"


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Übung. „Schild“ lief vom {24. Februar 2025} an in der Steppe; Omsk blieb fern.", "exercise"),
        ("Anderes.\nJugendforum. Omsk, {14. März 2025}; Schirmherrin war die Ministerin.", "conference"),
        ("Exercise. “Shield” ran from {24 February 2025} in the steppe.", "exercise"),
        ("Die Übung war längst zu Ende. „Schild“ lief bis zum {24. Februar 2025} in der Steppe.", "other"),
    ],
)
def test_the_label_of_a_line_names_the_kind(text, event_type):
    assert find_event_type(marked_passage(text), "", default()).event_type == event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("He recalled the forum on trade that Omsk had hosted in {August 2021}.", "conference"),
        ("The guests agreed that Omsk would hold a drill on {5 May 2023}.", "exercise"),
        ("Er verwies auf die Resolution 12, in der die Generalversammlung am {23. Juli 2019} den Bund würdigte.", "resolution"),
    ],
)
def test_relative_clauses_go_on_about_their_noun_without_comma_and_behind_a_preposition(text, event_type):
    assert find_event_type(marked_passage(text), "", default()).event_type == event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Er nannte die Resolution 12 der Generalversammlung, die am {5. Mai 2023} durchging.", "resolution"),
        ("Grundlage ist der Fahrplan der Kontaktgruppe, den man am {5. Mai 2023} vorgelegt hatte.", "document"),
        ("They spoke of the treaty of the congress that Oman signed in {May 2023}.", "document"),
    ],
)
def test_relative_clauses_go_on_about_the_head_and_not_its_genitive(text, event_type):
    assert find_event_type(marked_passage(text), "", default()).event_type == event_type
