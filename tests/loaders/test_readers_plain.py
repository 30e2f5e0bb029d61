"""Plain text in the ways it is written, copied and broken into lines."""

import textwrap

import pytest

from loaders.document import Briefing
from loaders.readers import read_briefing_bytes
from loaders.readers._lines import seam

TITLE = "Q2/2023 - Indische SCO-Präsidentschaft"


def read(text: str, name: str = "briefing.txt", encoding: str = "utf-8") -> Briefing:
    return read_briefing_bytes(name, text.encode(encoding))


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in briefing.sections]


def marks(briefing: Briefing) -> list[tuple[int, str]]:
    return [(mark.offset, mark.number) for section in briefing.sections for mark in section.marks]


def notes(briefing: Briefing) -> dict[str, str]:
    return {note.number: note.text for note in briefing.footnotes}


HARD = """\
                 SCO-Monitor Nr. 3/2021
       Bericht zum dritten Quartal 2021: Tadschikischer Vorsitz
                 Berlin, 15. Oktober 2021
                 von Anna Beispiel

Gipfel in Duschanbe verabschiedet Erklärung und leitet das Verfahren
zur Aufnahme Irans ein, 16. und 17. September 2021
    Am 16. und 17. September 2021 kamen in Duschanbe die Staats-
und Regierungschefs zusammen und verabschiedeten eine Erklä-
rung.(1) Der Präsident begrüßte die Gäste aus den Mitglied-
staaten am Flughafen; zuvor hatte er am
15. September 2021 mit dem SCO-
Generalsekretär gesprochen.(2)
    Am Rande des Gipfels wurde eine tadschikisch-
usbekische Kommission gegründet – die auch von Russland
– dem größten Mitglied – unterstützt wird. Sie soll im
November 2021 in Taschkent tagen (3).

Weitere Termine im Quartal
  * 12. Juli 2021: Konferenz in
    Peking(4)
  * 14. Juli 2021: Treffen der Außenminister in
    Duschanbe

  1) Declaration, 17. September 2021, in:
     http://example.org/news/20210917/
     782639.html
  2) President meets Secretary-General, 15. September
     2021, in: https://example.tj/en/node/26397-very-
     long-address
  3) [Meldung], in: https://example.org/3
  4) Conference, 12. Juli 2021, in: https://example.org/4
"""


def test_text_broken_to_a_width():
    briefing = read(HARD)
    assert (briefing.title, briefing.quarter, briefing.chair_code) == (
        "Bericht zum dritten Quartal 2021: Tadschikischer Vorsitz",
        "2021-Q3",
        "TJ",
    )
    first = "Gipfel in Duschanbe verabschiedet Erklärung und leitet das Verfahren zur Aufnahme Irans ein"
    assert sections(briefing) == [
        (
            f"{first}, 16. und 17. September 2021",
            "Am 16. und 17. September 2021 kamen in Duschanbe die Staats- und Regierungschefs zusammen und verabschiedeten eine "
            "Erklärung. Der Präsident begrüßte die Gäste aus den Mitgliedstaaten am Flughafen; zuvor hatte er am 15. September "
            "2021 mit dem SCO-Generalsekretär gesprochen. Am Rande des Gipfels wurde eine tadschikisch-usbekische Kommission "
            "gegründet – die auch von Russland – dem größten Mitglied – unterstützt wird. Sie soll im November 2021 in Taschkent "
            "tagen.",
        ),
        (
            "Weitere Termine im Quartal",
            "12. Juli 2021: Konferenz in Peking\n14. Juli 2021: Treffen der Außenminister in Duschanbe",
        ),
    ]
    assert [number for _, number in marks(briefing)] == ["1", "2", "3", "4"]
    assert notes(briefing) == {
        "1": "Declaration, 17. September 2021, in: http://example.org/news/20210917/782639.html",
        "2": "President meets Secretary-General, 15. September 2021, in: https://example.tj/en/node/26397-very-long-address",
        "3": "[Meldung], in: https://example.org/3",
        "4": "Conference, 12. Juli 2021, in: https://example.org/4",
    }


BODY = "Am 3. Mai 2023 trafen sich in Goa die Minister und sprachen über Handel und Verkehr.{} Danach endete das Treffen.{}"
NOTES = [
    ("[1]", "[1] {}", "bracketed"),
    (" [1]", "[1]: {}", "bracketed with a colon"),
    ("[1]", "1. {}", "numbered"),
    ("[1]", "1) {}", "numbered with a bracket"),
    ("[1]", "  1. [1] {}", "numbered and bracketed"),
    ("¹", "¹ {}", "raised"),
    ("(1)", "(1) {}", "round"),
    ("[Fn. 1]", "1 {}", "bare"),
    ("1", "1 {}", "glued digits"),
]


@pytest.mark.parametrize("headed", ["", "Quellen\n\n", "Anmerkungen:\n"], ids=["bare", "Quellen", "Anmerkungen"])
@pytest.mark.parametrize(("mark", "label", "_why"), NOTES, ids=[why for *_, why in NOTES])
def test_marks_and_notes_of_any_print(mark, label, _why, headed):
    second = mark.replace("1", "2").replace("¹", "²")
    told = [label.format("Erste, in: https://example.org/1"), label.format("Zweite, in: https://example.org/2")]
    told[1] = told[1].replace("1", "2").replace("¹", "²")
    briefing = read(f"{TITLE}\n\nRat, 3. Mai 2023\n\n{BODY.format(mark, second)}\n\n{headed}" + "\n".join(told))
    assert sections(briefing) == [("Rat, 3. Mai 2023", BODY.format("", ""))]
    assert marks(briefing) == [(len(BODY.split("{}")[0]), "1"), (len(BODY) - 4, "2")]
    assert notes(briefing) == {"1": "Erste, in: https://example.org/1", "2": "Zweite, in: https://example.org/2"}


def test_digits_that_are_no_marks_stay():
    text = "Am 3. Mai 2023 sprach man über Covid-19, B2B, G20 und MH17.1 Die Fläche misst 10 km² und 5 m³.2"
    briefing = read(f"{TITLE}\n\nRat, 3. Mai 2023\n\n{text}\n\n1. A, https://example.org/1\n2. B, https://example.org/2")
    assert (
        sections(briefing)[0][1]
        == "Am 3. Mai 2023 sprach man über Covid-19, B2B, G20 und MH17. Die Fläche misst 10 km² und 5 m³."
    )
    assert [number for _, number in marks(briefing)] == ["1", "2"]
    assert [problem.code for problem in briefing.problems] == ["footnote-marks-recovered"]


RAT, MESSE = "Rat, 3. Mai 2023", "Messe, 4. Mai 2023"
ONE, TWO, THREE = "Ein Satz über den Rat.", "Noch ein Satz dazu.", "Ein Satz über die Messe."
LAYOUTS = [
    f"{TITLE}\n\n{RAT}\n\n{ONE}\n\n{TWO}\n\n{MESSE}\n\n{THREE}\n",
    f"{TITLE}\n{RAT}\n{ONE}\n{TWO}\n{MESSE}\n{THREE}\n",
    f"{TITLE}\n\n{RAT}\n{ONE}\n\n{TWO}\n\n{MESSE}\n{THREE}\n",
    f"{TITLE}\n====\n\nRat,\n3. Mai 2023\n----\n{ONE}\n\n{TWO}\n\n{MESSE}\n----\n\n{THREE}\n",
    f"== {TITLE} ==\n\n*** {RAT} ***\n\n{ONE}\n\n{TWO}\n\n*** {MESSE} ***\n\n{THREE}\n",
    f"{TITLE}\n\n1. {RAT}\n\n{ONE}\n\n{TWO}\n\n2. {MESSE}\n\n{THREE}\n",
    f"{TITLE}\n\nRat,\n3. Mai 2023\n\n{ONE}\n\n{TWO}\n\nMesse,\n4. Mai 2023\n\n{THREE}\n",
]


@pytest.mark.parametrize("text", LAYOUTS, ids=range(len(LAYOUTS)))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_layouts_and_encodings(text, encoding):
    briefing = read(text.replace("\n", "\r\n"), encoding=encoding)
    assert briefing.title == TITLE
    assert sections(briefing) == [(RAT, f"{ONE}\n\n{TWO}"), (MESSE, THREE)]
    guessed = {"encoding-guessed"} if encoding in ("cp1252", "utf-16-le") else set()
    assert {problem.code for problem in briefing.problems} == guessed


def test_text_that_was_encoded_twice_is_mended_and_told():
    briefing = read(f"{TITLE}\n\nRat in Köln, 3. März 2023\n\nMan traf sich – im „Haus“.\n".encode().decode("cp1252"))
    assert sections(briefing) == [("Rat in Köln, 3. März 2023", "Man traf sich – im „Haus“.")]
    assert [problem.code for problem in briefing.problems] == ["encoding-mended"]


def test_columns_are_rows():
    briefing = read(f"{TITLE}\n\nTermine\n\nDatum\tEreignis\tOrt\n3. Mai 2023\tRat\tGoa\n4. Mai 2023\tMesse\tMumbai\n")
    assert sections(briefing) == [("Termine", "3. Mai 2023: Rat, Goa\n4. Mai 2023: Messe, Mumbai")]


def test_groups_of_sections_give_their_name_to_each():
    briefing = read(f"{TITLE}\n\nSicherheit\n\n{RAT}\n\n{ONE}\n\nWirtschaft\n\n{MESSE}\n\n{THREE}\n")
    assert sections(briefing) == [(f"Sicherheit: {RAT}", ONE), (f"Wirtschaft: {MESSE}", THREE)]


def test_a_list_of_contents_is_no_text():
    contents = f"Inhalt\n\n{RAT} ..... 2\n{MESSE} ..... 3"
    briefing = read(f"{TITLE}\n\n{contents}\n\n{RAT}\n\n{ONE}\n\n{MESSE}\n\n{THREE}\n")
    assert sections(briefing) == [(RAT, ONE), (MESSE, THREE)]


SEAMS = [
    ("die Zusammen-", "arbeit der Staaten", "die Zusammenarbeit der Staaten"),
    ("zum SCO-", "Gipfel", "zum SCO-Gipfel"),
    ("Ein-", "und Ausfuhr", "Ein- und Ausfuhr"),
    ("der tadschikisch-", "usbekischen Grenze", "der tadschikisch-usbekischen Grenze"),
    ("im e-", "commerce", "im e-commerce"),
    ("UN-", "weite Regeln", "UN-weite Regeln"),
    ("Covid-", "19 breitete", "Covid-19 breitete"),
    ("Strategie 2021–", "2025", "Strategie 2021–2025"),
    ("a cross-", "border road", "a cross-border road"),
    ("Astana/", "Nur-Sultan", "Astana/Nur-Sultan"),
    ("der Rat –", "so hieß es", "der Rat – so hieß es"),
    ("in: https://example.org/", "news/1.html", "in: https://example.org/news/1.html"),
    ("in: https://example.org/very-", "long-title", "in: https://example.org/very-long-title"),
    ("in: https://", "www.example.org/1", "in: https://www.example.org/1"),
    ("in: https://example.org/1.html", "Abgerufen am 3. Mai", "in: https://example.org/1.html Abgerufen am 3. Mai"),
    ("in: https://example.org/a,", "abgerufen am 3. Mai", "in: https://example.org/a, abgerufen am 3. Mai"),
    ("in: https://example.org/id?a=1&", "b=2", "in: https://example.org/id?a=1&b=2"),
]


@pytest.mark.parametrize(("before", "after", "expected"), SEAMS, ids=[case[2] for case in SEAMS])
def test_seams(before, after, expected):
    cut, between = seam(before, after)
    assert (before[: len(before) - cut] + between + after).replace("\n", " ") == expected


def test_the_words_of_a_text_tell_which_hyphens_are_its_own():
    text = "Die Achse von Nord nach Süd und der nord-südliche Weg sind eins. " * 3 + "Am Ende steht der nord-südliche Weg."
    lines = "\n".join(textwrap.wrap(text, 45))
    assert "nord-\n" in lines
    briefing = read(f"{TITLE}\n\nWege, 3. Mai 2023\n\n{lines}\n\nEin zweiter Absatz steht hier, um die Breite zu zeigen.\n")
    assert sections(briefing)[0][1].startswith(text)


def test_a_text_of_nothing_but_lines_keeps_them():
    briefing = read(f"{TITLE}\n\n3. Mai 2023 Rat in Goa\n4. Mai 2023 Messe in Mumbai\n")
    assert (briefing.title, briefing.sections[0].text) == (TITLE, "3. Mai 2023 Rat in Goa\n4. Mai 2023 Messe in Mumbai")
