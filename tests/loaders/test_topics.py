"""Topics: each row of the vocabulary on its own example, and the choice by place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Section
from loaders.passage import Passage, split_passages
from loaders.terms import TermIndex
from loaders.topic_words import find_heading_topics, find_topics
from loaders.topics import MOST, choose_topics, is_guess
from loaders.vocabulary import default
from tests.loaders.marked import marked, marked_passage

ROWS = default().rows("topic_terms")
TOPICS = [row["topic_id"] for row in default().rows("topics")]


def chosen(passage: Passage, event_type: str = "", has_occurred: bool = True) -> list[str]:
    mentions, heading = find_topics(passage.section, default()), find_heading_topics(passage.section, default())
    return [topic for topic, _ in choose_topics(passage, mentions, heading, event_type, has_occurred)]


def test_each_row_proves_itself():
    unproved = [row for row in ROWS if not TermIndex([row]).find(row["example"])]
    assert unproved == []


def test_each_row_has_a_topic_a_language_and_a_weight():
    faulty = [
        row
        for row in ROWS
        if row["topic_id"] not in TOPICS or row["language"] not in ("de", "en") or float(row["weight"]) not in (0, 1, 2, 3)
    ]
    assert faulty == []


def test_no_row_stands_twice():
    keys = [(row["topic_id"], row["language"], row["term"]) for row in ROWS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_words_in_both_languages(topic):
    for language in ("de", "en"):
        assert sum(row["topic_id"] == topic and row["language"] == language for row in ROWS) > 15


@pytest.mark.parametrize(
    "text",
    [
        "Das Volumen betrug am {5. Mai 2023} viel, der Takt wurde dichter.",
        "Am {5. Mai 2023} wurde das Pilotprojekt in Betrieb genommen, auch die finale Fassung.",
        "On {5 May 2023} the walk on Omani soil was put off because of a heat wave, as they admitted that evening.",
        "Am {5. Mai 2023} fiel die Runde wegen eines Unwetters aus, ohne Abstimmung und ohne Mitglieder.",
        "On {5 May 2023} the breach of the UN Charter was named by those present.",
        "On {5 May 2023} they came in courtesy to train them and spoke of the nature of the political environment.",
    ],
)
def test_words_that_only_look_like_a_topic_are_none(text):
    passage = marked_passage(text)
    assert find_topics(passage.section, default()) == []


CHOICES = [
    ("Am {5. Mai 2023} berieten die Verkehrsminister über Bahnstrecken.", ["transport"]),
    ("Am {5. Mai 2023} beriet man über Drogenschmuggel und Terrorismus.", ["organised-crime", "counterterrorism"]),
    ("Am {5. Mai 2023} unterschrieben sie ein Abkommen über den Onlinehandel.", ["digital-economy"]),
    ("Das Treffen am {5. Mai 2023} musste wegen der Pandemie ausfallen.", ["institution"]),
    ("On {5 May 2023} they discussed drug trafficking.", ["organised-crime"]),
    ("Der UN-Sicherheitsrat tagte am {5. Mai 2023}.", ["un-cooperation"]),
    ("Unter kasachischem Vorsitz sprachen sie am {5. Mai 2023} über Impfstoffe.", ["health"]),
    ("Das Institut prüft seit {5. Mai 2023} Ökosysteme und Grundwasser.", ["environment"]),
    ("On {5 May 2023} the guild of singers and composers met.", ["culture"]),
    ("On {5 May 2023} the investment fund and its creditors agreed.", ["finance"]),
    ("Oman has been an observer since {5 May 2023}.", ["membership"]),
    ("The special forces tried new ammunition on {5 May 2023}.", ["defence"]),
    ("Am {5. Mai 2023} berieten die Tierärzte über die Schweinepest.", ["agriculture"]),
    ("On {5 May 2023} they discussed deepfakes and attacks on computers.", ["cybersecurity"]),
    ("On {5 May 2023} the treasurer was sworn in.", ["institution"]),
    ("Am {5. Mai 2023} ging es um den Smog über der Stadt.", ["environment"]),
]


@pytest.mark.parametrize(("text", "topics"), CHOICES)
def test_words_of_the_clause_decide(text, topics):
    assert chosen(marked_passage(text)) == topics


def test_clauses_of_one_sentence_have_their_own_topics():
    text, spans = marked("Am {4. Mai} ging es um Energie, und am {5. Mai} um die Landwirtschaft.")
    passages = split_passages(Section(1, "", text), spans)
    assert [chosen(passage)[0] for passage in passages] == ["energy", "agriculture"]


def test_heading_decides_where_the_clause_names_nothing():
    passage = marked_passage("Die nächste Runde folgt am {5. Mai 2023} in Goa.", heading="Energieminister in Astana")
    mentions, heading = find_topics(passage.section, default()), find_heading_topics(passage.section, default())
    choices = choose_topics(passage, mentions, heading)
    assert choices == [("energy", [(passage.start, passage.end)])]
    assert not is_guess(choices, passage)


def test_decided_spans_are_words_of_the_topic():
    passage = marked_passage("Am {5. Mai 2023} beriet man über Drogenschmuggel und Terrorismus.")
    choices = choose_topics(passage, find_topics(passage.section, default()), [])
    quotes = {topic: [passage.section.text[start:end] for start, end in spans] for topic, spans in choices}
    assert quotes == {"organised-crime": ["Drogenschmuggel"], "counterterrorism": ["Terrorismus"]}


def test_no_word_at_all_is_a_guess():
    passage = marked_passage("Am {5. Mai 2023} kam man dort wieder an.")
    choices = choose_topics(passage, find_topics(passage.section, default()), [])
    assert [topic for topic, _ in choices] == ["institution"]
    assert is_guess(choices, passage)


def test_a_summit_is_about_the_organisation_too():
    passage = replace(marked_passage("Der Gipfel am {5. Mai 2023} nahm einen Energieplan an."), is_main=True)
    assert set(chosen(passage, "summit")) == {"institution", "energy"}


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_gives_one_to_four_topics_with_spans_inside(text, heading):
    section = Section(1, heading, text)
    passage = Passage(section, 0, len(text), 0, len(text), 0, 0, len(text))
    choices = choose_topics(passage, find_topics(section, default()), find_heading_topics(section, default()))
    assert 1 <= len(choices) <= MOST
    for topic, spans in choices:
        assert topic in TOPICS
        assert all(0 <= start <= end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    ("organisation", "topics"), [("OSZE", ["institution"]), ("osce", ["institution"]), ("SCO", ["un-cooperation"])]
)
def test_own_organisation_is_no_other_organisation(organisation, topics):
    passage = marked_passage("Die OSZE kam am {5. Mai 2023} zusammen.")
    mentions = find_topics(passage.section, default(), organisation)
    assert [topic for topic, _ in choose_topics(passage, mentions, [])] == topics


@pytest.mark.parametrize(("organisation", "found"), [("ots", []), ("sco", ["un-cooperation"])])
def test_an_unknown_own_organisation_is_told_by_its_abbreviation(organisation, found):
    passage = marked_passage("The Organization of Turkic States (OTS) met on {5 May 2023}.")
    assert [mention.topic_id for mention in find_topics(passage.section, default(), organisation)] == found


def test_a_side_event_of_the_organisation_does_not_take_the_topic_of_the_heading():
    event = marked_passage("Der nächste SCO-Gipfel folgt am {4. Juli 2023}.")
    section = replace(event.section, heading="Terrorbekämpfung in der Steppe")
    aside = replace(event, section=section)
    assert chosen(aside) == ["institution"]


def test_the_label_of_a_line_tells_the_topic():
    assert chosen(marked_passage("Tuberkulose. Am {4. Juli 2023} trafen sich zwölf Gäste.")) == ["health"]
    assert chosen(marked_passage("Grain. On {4 July 2023} the guests met.")) == ["agriculture"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Vorgeschlagen hatte das Netz Omans Sultan beim Gipfel am {4. Juli 2023}.", "Treffen der Energieminister"),
        ("The idea dates from the summit of {4 July 2023}.", "Energy ministers in Muscat"),
        ("The heads of state had asked for it on {4 July 2023}.", "A round on pipelines"),
    ],
)
def test_a_past_summit_that_only_started_something_leaves_the_topic_to_the_section(text, heading):
    assert chosen(marked_passage(text, heading=heading), "summit") == ["energy"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Der nächste Gipfel soll am {4. Juli 2023} in Maskat tagen.", "Treffen der Energieminister"),
        ("The summit is to be held on {4 July 2023}.", "Energy ministers in Muscat"),
    ],
)
def test_a_summit_to_come_is_about_the_organisation(text, heading):
    assert chosen(marked_passage(text, heading=heading), "summit", has_occurred=False) == ["institution"]


@pytest.mark.parametrize(
    ("text", "event_type", "topic"),
    [
        ("Am {4. Juli 2023} war Oman so weit. Andere Anwärter warten noch.", "membership", "membership"),
        ("Am {4. Juli 2023} begann „Nordlicht“ bei Orsk. Den Auftrag hatte die RATS erteilt.", "exercise", "counterterrorism"),
        ("On {4 July 2023} the gavel changed hands.", "chairmanship", "institution"),
    ],
)
def test_the_kind_tells_the_topic_where_no_word_of_the_sentence_does(text, event_type, topic):
    assert chosen(marked_passage(text), event_type) == [topic]


NEW_FIELDS = [
    ("Am {5. Mai 2023} nahm der Technologiepark seine Arbeit auf.", ["technology"]),
    ("On {5 May 2023} the central bank governors met.", ["finance"]),
    ("Die Justizminister trafen sich am {5. Mai 2023}.", ["institution"]),
    ("On {5 May 2023} the chief justices met.", ["institution"]),
    ("Am {5. Mai 2023} übten Grenzschützer bei Orsk.", ["counterterrorism"]),
    ("Am {5. Mai 2023} fuhr ein Hilfskonvoi nach Herat.", ["regional-conflicts"]),
    ("On {5 May 2023} Oman handed in its letter of application.", ["membership"]),
    ("On {5 May 2023} units practised a hostage rescue.", ["counterterrorism"]),
    ("On {5 May 2023} they planted trees in the park.", ["environment"]),
    ("Am {5. Mai 2023} kam eine Sonderbriefmarke heraus.", ["culture"]),
]


@pytest.mark.parametrize(("text", "topics"), NEW_FIELDS)
def test_words_of_each_field_tell_it(text, topics):
    assert chosen(marked_passage(text)) == topics
