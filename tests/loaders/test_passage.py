"""Sentences and passages: German full stops that end nothing, and one clause a date."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Section
from loaders.passage import sentences, split_passages


@dataclass(frozen=True)
class Date:
    start: int
    end: int


def dated(text: str, *words: str) -> list[Date]:
    found, place = [], 0
    for word in words:
        place = text.index(word, place)
        found.append(Date(place, place + len(word)))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 3. Juli tagte der Rat. Er beschloss wenig.", ["Am 3. Juli tagte der Rat.", "Er beschloss wenig."]),
        ("Zum 17. Mal tagte er am 19. August. Die Lage blieb.", ["Zum 17. Mal tagte er am 19. August.", "Die Lage blieb."]),
        ("Die Sitzung war am 14. Die nächste folgt.", ["Die Sitzung war am 14.", "Die nächste folgt."]),
        ("Es gilt Ziffer 7. Kasachstan stimmte zu.", ["Es gilt Ziffer 7.", "Kasachstan stimmte zu."]),
        ("Es kam Seite 3. Zwei Tage später ging er.", ["Es kam Seite 3.", "Zwei Tage später ging er."]),
        (
            "The base trains 30 of them in 2023–24. Uzbekistan agreed.",
            ["The base trains 30 of them in 2023–24.", "Uzbekistan agreed."],
        ),
        ("Zum 5. Gipfel kam er am 3. Tag.", ["Zum 5. Gipfel kam er am 3. Tag."]),
        ("Der Verbund wurde 2005 gegründet. Er wuchs.", ["Der Verbund wurde 2005 gegründet.", "Er wuchs."]),
        ("Im Jahr 2021. Danach mehr.", ["Im Jahr 2021.", "Danach mehr."]),
        ("Brian A. Wong sprach. Dr. Li auch.", ["Brian A. Wong sprach.", "Dr. Li auch."]),
        ("Es kamen u.a. Gäste aus St. Petersburg.", ["Es kamen u.a. Gäste aus St. Petersburg."]),
        ("Er sagte: „Ja.“ Dann ging er.", ["Er sagte: „Ja.“", "Dann ging er."]),
        ("Punkt eins\nPunkt zwei\n\nNeuer Absatz", ["Punkt eins", "Punkt zwei", "Neuer Absatz"]),
        ("The talks began on 3 July. On 4 July they ended.", ["The talks began on 3 July.", "On 4 July they ended."]),
        ("Mehr als 1.100 Gäste kamen. Alle blieben.", ["Mehr als 1.100 Gäste kamen.", "Alle blieben."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB1. \n!?„“Ä", max_size=60))
def test_sentences_lose_no_letter(text):
    joined = "".join(text[start:end] for start, end in sentences(text))
    assert "".join(joined.split()) == "".join(text.split())


def test_each_date_gets_its_own_clause():
    text = "Der Rat tagte am 3. Juli in Bonn; am 5. Juli folgte Köln, und am 9. Juli endete es."
    passages = split_passages(Section(1, "", text), dated(text, "3. Juli", "5. Juli", "9. Juli"))
    assert [passage.text for passage in passages] == [
        "Der Rat tagte am 3. Juli in Bonn;",
        "am 5. Juli folgte Köln,",
        "und am 9. Juli endete es.",
    ]
    assert {passage.sentence for passage in passages} == {text}
    assert [passage.date_text for passage in passages] == ["3. Juli", "5. Juli", "9. Juli"]


def test_undated_sentences_go_on_telling_of_the_event_before_them():
    text = "Am 3. Juli tagte der Rat. Er nahm ein Papier an. Am 5. Juli schloss er. Man aß."
    first, second = split_passages(Section(1, "", text), dated(text, "3. Juli", "5. Juli"))
    assert text[first.sentence_end : first.reach].strip() == "Er nahm ein Papier an."
    assert first.goes_on_to(text.index("Papier"))
    assert not first.holds(text.index("Papier"))
    assert second.reach == len(text)


def test_a_section_without_dates_has_no_passage():
    assert split_passages(Section(1, "", "Man sprach über vieles."), []) == []
