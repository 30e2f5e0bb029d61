"""Markdown by other hands: each case is a text and what a careful reader takes from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Briefing, BriefingError
from loaders.readers import _markdown_walk, markdown, read_briefing_bytes
from loaders.readers._markdown_simple import plain_text, simple_tokens

HEAD = "# Q1/2021 - Tadschikische SCO-Präsidentschaft\n\n"


def read(text: str, name: str = "briefing.md") -> Briefing:
    return read_briefing_bytes(name, text.encode())


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in briefing.sections]


def marks(briefing: Briefing) -> list[tuple[int, str]]:
    return [(mark.offset, mark.number) for section in briefing.sections for mark in section.marks]


def notes(briefing: Briefing) -> dict[str, str]:
    return {note.number: note.text for note in briefing.footnotes}


def codes(briefing: Briefing) -> dict[str, str]:
    # Texts of three words have no language to be told by.
    return {problem.code: problem.value for problem in briefing.problems if problem.code != "language-unknown"}


HEADINGS = [
    ("## Rat, 3. Mai 2021\n\nText.", "levels below the title"),
    ("#### Rat, 3. Mai 2021\n\nText.", "deep levels"),
    ("# Rat, 3. Mai 2021\n\nText.", "the title's own level"),
    ("##Rat, 3. Mai 2021\n\nText.", "no space behind the sign"),
    ("Rat, 3. Mai 2021\n---\n\nText.", "underlined"),
    ("**Rat, 3. Mai 2021**\n\nText.", "a bold line"),
    ("__Rat, 3. Mai 2021__\n\nText.", "a bold line, other sign"),
    ("**Rat, 3. Mai 2021:**\n\nText.", "a bold line with a colon"),
    ("**Rat, 3. Mai 2021**\nText.", "a bold line right above its text"),
    ("## **Rat, 3. Mai 2021**\n\nText.", "bold inside a heading"),
    ("## Rat, 3. Mai 2021 ##\n\nText.", "closed signs"),
    ("Rat, 3. Mai 2021\n\nText.", "no sign at all"),
]


@pytest.mark.parametrize(("text", "_why"), HEADINGS, ids=[why for _, why in HEADINGS])
def test_headings_of_any_kind(text, _why):
    briefing = read(HEAD + text)
    assert sections(briefing) == [("Rat, 3. Mai 2021", "Text.")]
    assert briefing.title == "Q1/2021 - Tadschikische SCO-Präsidentschaft"


TEXTS = [
    ("- Eins\n- Zwei\n  - Zwei A\n    fährt fort\n- Drei", "Eins\nZwei\nZwei A fährt fort\nDrei"),
    ("1. Eins\n2. Zwei\n   1. Zwei A\n   2. Zwei B\n3. Drei", "Eins\nZwei\nZwei A\nZwei B\nDrei"),
    ("Es gab:\n\n- Eins\n- Zwei", "Es gab:\nEins\nZwei"),
    ("**12. Januar:** Rede in Peking.", "12. Januar: Rede in Peking."),
    ("12. Januar 2021: Rede.\n\n22. März 2021: Treffen.", "12. Januar 2021: Rede.\n\n22. März 2021: Treffen."),
    ("1. Januar 2021: Neujahr\n2. Januar 2021: Rede", "1. Januar 2021: Neujahr\n2. Januar 2021: Rede"),
    ("16. und 17. September 2021 tagte der Rat.", "16. und 17. September 2021 tagte der Rat."),
    ("Der Rat tagte am\n1. Januar 2021 in Peking.", "Der Rat tagte am 1. Januar 2021 in Peking."),
    ("Die Mitglieder\n- China und Russland -\nstimmten zu.", "Die Mitglieder - China und Russland - stimmten zu."),
    ("Ein Satz\nüber Zeilen\nhinweg.", "Ein Satz über Zeilen hinweg."),
    ("Die SCO-\nStaaten und die Zusammen-\narbeit.", "Die SCO-Staaten und die Zusammenarbeit."),
    ("Ein- und\nAusfuhr, Ein-\nund Ausfuhr.", "Ein- und Ausfuhr, Ein- und Ausfuhr."),
    ("Ein Satz.\n---\n\nNoch einer.", "Ein Satz.\n\nNoch einer."),
    ("Vor <!-- Am 3. Mai 1999 --> nach.", "Vor nach."),
    ("<!--\n## Alt, 3. Mai 1999\n\nAlter Text.\n-->\n\nText.", "Text."),
    ("Am ~~3.~~ 4. Mai 2021.", "Am 4. Mai 2021."),
    ("> Ein Zitat.", "Ein Zitat."),
    ("*Schräg*, **fett**, `genau`, [verlinkt](https://example.org/x).", "Schräg, fett, genau, verlinkt."),
    ("10 km<sup>2</sup>, H<sub>2</sub>O, 5 m², der 3<sup>rd</sup> Rat.", "10 km², H2O, 5 m², der 3rd Rat."),
    (
        "| Datum | Ereignis | Ort |\n|---|---|---|\n| 3. Mai 2021 | Rat | Peking |\n| 4. Mai 2021 | Messe | |",
        "3. Mai 2021: Rat, Peking\n4. Mai 2021: Messe",
    ),
    ("<p>Erster.</p>\n<p>Zweiter.</p>", "Erster.\n\nZweiter."),
    (
        "Zu\u00adsam\u00admen\u200barbeit\u00a0der ﬁnanziell Starken – „gut“ & A\u0308pfel.",
        "Zusammenarbeit der finanziell Starken – „gut“ & Äpfel.",
    ),
    ("Eine Zeile  \nnoch dazu.  \nNeue Zeile.", "Eine Zeile noch dazu.\nNeue Zeile."),
    ("    Eingerückter Text.", "Eingerückter Text."),
    ("![Bild vom 3. Mai 1999](a.png)\n\nText.", "Text."),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text[:28] for text, _ in TEXTS])
def test_texts(text, expected):
    assert sections(read(f"{HEAD}## Rat, 3. Mai 2021\n\n{text}\n")) == [("Rat, 3. Mai 2021", expected)]


MARKS = [
    ("Eins.[^1] Zwei[^2].", "[^1]: A\n[^2]: B", "Eins. Zwei.", [(5, "1"), (10, "2")]),
    ("Eins. [^1][^2] Zwei.", "[^1]: A\n[^2]: B", "Eins. Zwei.", [(5, "1"), (5, "2")]),
    ("Eins.[1] Zwei [2].", "[1]: A, https://example.org/1\n[2]: B", "Eins. Zwei.", [(5, "1"), (10, "2")]),
    ("Eins.[1, 2]", "Quellen\n\n1. A\n2. B", "Eins.", [(5, "1"), (5, "2")]),
    ("Eins.[1–3]", "## Anmerkungen\n\n1. A\n2. B\n3. C", "Eins.", [(5, "1"), (5, "2"), (5, "3")]),
    ("Eins.¹ Zwei auf 5 m².²", "**Fußnoten:**\n\n1. A\n2. B", "Eins. Zwei auf 5 m².", [(5, "1"), (20, "2")]),
    ("Eins.<sup>1</sup>", "## Sources\n\n[1] A", "Eins.", [(5, "1")]),
    ("Eins.(1) Zwei (2).", "## Notes\n\n(1) A\n\n(2) B", "Eins. Zwei.", [(5, "1"), (10, "2")]),
    ("Eins.[^a] Zwei.^[B, https://example.org/b_c]", "[^a]: A", "Eins. Zwei.", [(5, "a"), (11, "1")]),
]


@pytest.mark.parametrize(("text", "tail", "expected", "wanted"), MARKS, ids=[text for text, *_ in MARKS])
def test_marks_of_any_kind(text, tail, expected, wanted):
    briefing = read(f"{HEAD}## Rat, 3. Mai 2021\n\n{text}\n\n{tail}\n")
    assert sections(briefing) == [("Rat, 3. Mai 2021", expected)]
    assert marks(briefing) == wanted
    assert set(notes(briefing)) == {number for _, number in wanted}
    assert not {"footnote-undefined", "footnote-unused"} & set(codes(briefing))


def test_a_mark_in_a_heading_stands_before_the_text():
    briefing = read(f"{HEAD}## Rat, 3. Mai 2021[^1]\n\nText.\n\n[^1]: A")
    assert sections(briefing) == [("Rat, 3. Mai 2021", "Text.")]
    assert marks(briefing) == [(0, "1")]


def test_notes_with_continuations_links_and_signs_of_markdown():
    briefing = read(
        HEAD + "## Rat, 3. Mai 2021\n\nText.[^1][^2][^3][^4][^5]\n\n[^1]: Erste,\nin: https://example.org/_a_/b*c*d\n"
        "[^2]: Zweite\n\n    geht weiter, in: <https://example.org/2>\n\n[^3]: [Dritte](https://example.org/3), 3. Mai 2021\n"
        "[^4]: [example.org/lang…](https://example.org/langer/pfad)\n[^5] : Fünfte, in: https://example.org/5\n"
    )
    assert notes(briefing) == {
        "1": "Erste, in: https://example.org/_a_/b*c*d",
        "2": "Zweite geht weiter, in: https://example.org/2",
        "3": "Dritte, 3. Mai 2021",
        "4": "https://example.org/langer/pfad",
        "5": "Fünfte, in: https://example.org/5",
    }
    assert [note.links for note in briefing.footnotes] == [(), (), ("https://example.org/3",), (), ()]


def test_faulty_notes_are_told_with_their_line_and_nothing_is_lost():
    briefing = read(f"{HEAD}## Rat, 3. Mai 2021\n\nText.[^1] Mehr.[^9]\n\n[^1]: Erste\n[^1]: Andere\n[^2]: Unbenutzt\n")
    found = {problem.code: problem for problem in briefing.problems}
    assert notes(briefing) == {"1": "Erste", "2": "Unbenutzt"}
    assert (found["footnote-doubled"].line, dict(found["footnote-doubled"].details)["text"]) == (8, "Andere")
    assert (found["footnote-undefined"].value, found["footnote-undefined"].line, found["footnote-undefined"].section_no) == (
        "9",
        5,
        1,
    )
    assert (found["footnote-unused"].value, found["footnote-unused"].line) == ("2", 9)


def test_notes_that_count_anew_behind_each_section_stay_apart():
    briefing = read(
        f"{HEAD}## Eins, 3. Mai 2021\n\nA.[1]\n\n[1] Erste\n\n## Zwei, 4. Mai 2021\n\nB.[1] C.[2]\n\n[1] Andere\n\n[2] Dritte\n"
    )
    assert notes(briefing) == {"1": "Erste", "1-2": "Andere", "2-2": "Dritte"}
    assert marks(briefing) == [(2, "1"), (2, "1-2"), (5, "2-2")]


FRONT = [
    ("quarter: 2022-Q3\nchair: UZ\nlanguage: de", ("2022-q3", "2022-Q3", "UZ", "de"), set()),
    ("Quartal: Q3/2022\nvorsitz: Usbekistan # so\nsprache: Deutsch", ("2022-q3", "2022-Q3", "UZ", "de"), set()),
    ('quarter: "3/2022"\npresidency: uzbek\nlang: de-DE\nauthor: Anna', ("2022-q3", "2022-Q3", "UZ", "de"), set()),
    ("quarter: 2022-Q3\nfarbe: blau\nkaputt", ("2022-q3", "2022-Q3", "", "de"), {"front-matter-unknown", "front-matter-line"}),
    ("quarter: bald\nchair: Atlantis", ("briefing", "2022-Q2", "", "de"), {"front-matter-value", "quarter-derived"}),
    ("tags:\n  - a\n  - b\nquarter: 2022 Q3", ("2022-q3", "2022-Q3", "", "de"), set()),
]


@pytest.mark.parametrize(("front", "expected", "wanted"), FRONT, ids=[front.split("\n")[0] for front, *_ in FRONT])
def test_front_matter(front, expected, wanted):
    briefing = read(f"---\n{front}\n---\n# Bericht\n\n## Rat, 3. Mai 2022\n\nAm 3. Mai 2022 tagte der Rat.\n")
    assert (briefing.briefing_id, briefing.quarter, briefing.chair_code, briefing.language) == expected
    assert set(codes(briefing)) == wanted


def test_front_matter_without_end_is_read_up_to_the_first_other_line():
    briefing = read("---\nquarter: 2022-Q3\nchair: UZ\n\n# Bericht\n\n## Rat, 3. Mai 2022\n\nText.\n")
    assert (briefing.quarter, briefing.chair_code, codes(briefing)) == ("2022-Q3", "UZ", {"front-matter-open": "---"})
    assert sections(briefing) == [("Rat, 3. Mai 2022", "Text.")]


QUARTERS = [
    ("Q1/2021 - Tadschikische SCO-Präsidentschaft", "2021-Q1", "TJ"),
    ("1. Quartal 2021", "2021-Q1", ""),
    ("Q3 2022: Usbekischer Vorsitz", "2022-Q3", "UZ"),
    ("First quarter of 2021: Tajik chairmanship", "2021-Q1", "TJ"),
    ("Die SCO im vierten Quartal 2023 unter dem Vorsitz Kasachstans", "2023-Q4", "KZ"),
    ("Bericht 2024-Q2", "2024-Q2", ""),
    ("SCO von Juli bis September 2023", "2023-Q3", ""),
    ("II. Quartal 2020 – Russlands Präsidentschaft", "2020-Q2", "RU"),
    ("The SCO, April–June 2022: Uzbek presidency", "2022-Q2", "UZ"),
    ("2021: Bericht über das zweite Vierteljahr", "2021-Q2", ""),
]


@pytest.mark.parametrize(("title", "quarter", "chair"), QUARTERS, ids=[title for title, *_ in QUARTERS])
def test_the_title_tells_quarter_and_chair(title, quarter, chair):
    briefing = read(f"# {title}\n\n## Rat\n\nAm 3. Mai 2019 tagte der Rat.\n")
    assert (briefing.quarter, briefing.briefing_id, briefing.chair_code) == (quarter, quarter.lower(), chair)


def test_the_file_name_tells_the_quarter_where_the_text_does_not():
    assert read("# Bericht\n\n## Rat\n\nText vom 3. Mai 2019.", "2021-q1.md").quarter == "2021-Q1"
    assert read("# Bericht\n\n## Rat\n\nText vom 3. Mai 2019.", "sco_q3_2022.md").quarter == "2022-Q3"
    briefing = read("# Q1/2021\n\n## Rat\n\nText vom 3. Mai 2019.", "2021-q2.md")
    assert (briefing.quarter, codes(briefing)) == ("2021-Q1", {"quarter-contradicted": "2021-Q1"})


def test_without_any_word_of_it_the_quarter_is_that_of_most_dates_and_a_problem_says_so():
    text = "# Bericht\n\n## Rat, 3. Mai 2022\n\nAm 3. Mai.\n\n## Messe, 5. Juni 2022\n\nJa.\n\n## Rück, 1. März 2021\n\nText."
    briefing = read(text, "Über uns.md")
    assert (briefing.briefing_id, briefing.quarter, codes(briefing)) == ("ueber-uns", "2022-Q2", {"quarter-derived": "2022-Q2"})
    assert "quarter-unknown" in codes(read("# Bericht\n\n## Rat\n\nOhne Datum."))


def test_what_belongs_to_the_page_is_left_out_and_named():
    briefing = read(
        f"# SCO-Monitor\n{HEAD}Von Anna Beispiel, 3. Mai 2019\n\n**Stand: 4. Mai 2019**\n\n"
        "## Inhalt\n\n- [Rat, 3. Mai 2021](#a)\n- [Messe, 4. Mai 2021](#b)\n\nDer Bericht fasst zusammen.\n\n"
        "## Rat, 3. Mai 2021\n\nText.\n\n## Messe, 4. Mai 2021\n\nMehr.\n\n## Über die Autorin\n\nSeit dem 5. Mai 2019 hier.\n"
    )
    assert [(section.number, section.heading, section.text) for section in briefing.sections] == [
        (0, "", "Der Bericht fasst zusammen."),
        (1, "Rat, 3. Mai 2021", "Text."),
        (2, "Messe, 4. Mai 2021", "Mehr."),
    ]
    told = {problem.value for problem in briefing.problems}
    contents = "Rat, 3. Mai 2021; Messe, 4. Mai 2021"
    assert told == {"Von Anna Beispiel, 3. Mai 2019", "Stand: 4. Mai 2019", contents, "Über die Autorin"}


TEXTLESS = [
    ("## Sicherheit\n\n### Rat, 3. Mai 2021\n\nText.", [("Sicherheit: Rat, 3. Mai 2021", "Text.")], set()),
    ("## Mai 2021\n\n### Rat, 3. Mai 2021\n\nText.", [("Rat, 3. Mai 2021", "Text.")], {"line-left-out"}),
    (
        "## Besuch in Moskau, 3. Mai 2021\n\n## Rat, 4. Mai 2021\n\nText.",
        [("Besuch in Moskau, 3. Mai 2021", "Besuch in Moskau, 3. Mai 2021"), ("Rat, 4. Mai 2021", "Text.")],
        set(),
    ),
    ("## Leer\n\n## Rat, 4. Mai 2021\n\nText.", [("Rat, 4. Mai 2021", "Text.")], {"heading-without-text"}),
    ("## 1. Rat, 3. Mai 2021\n\nA.\n\n## 2. Messe\n\nB.", [("Rat, 3. Mai 2021", "A."), ("Messe", "B.")], set()),
]


@pytest.mark.parametrize(("text", "expected", "wanted"), TEXTLESS, ids=[text[:24] for text, *_ in TEXTLESS])
def test_headings_without_text_and_numbered_ones(text, expected, wanted):
    briefing = read(HEAD + text)
    assert sections(briefing) == expected
    assert set(codes(briefing)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "As of 1 July 2024, the Committee has a new director.[^1]",
        "As of 1 July 2024, the bank is at work in all member states.",
        "Published 3 April 2021, the report was discussed in Osh.",
        "Veröffentlicht am 3. Mai 2021 in Peking, wurde der Bericht im Juni erörtert.[^1]",
        "Stand 1. Juli 2024 gehören der Gruppe zehn Staaten an.",
    ],
)
def test_a_sentence_that_begins_like_a_note_of_publication_is_text(text):
    briefing = read(f"{HEAD}## Rat, 3. Mai 2021\n\n{text}\n\n## Messe\n\nB.\n\n[^1]: Titel, in: https://example.org/a")
    assert len(briefing.sections) == 2
    assert briefing.sections[0].text == text.replace("[^1]", "")
    assert "line-left-out" not in codes(briefing)


def test_a_text_without_headings_is_one_section_with_the_title():
    briefing = read(f"{HEAD}Am 3. Mai 2021 tagte der Rat.\n\nEr endete bald.")
    assert [(section.number, *pair) for section, pair in zip(briefing.sections, sections(briefing), strict=True)] == [
        (1, "Q1/2021 - Tadschikische SCO-Präsidentschaft", "Am 3. Mai 2021 tagte der Rat.\n\nEr endete bald.")
    ]


def test_an_open_comment_is_told_and_its_text_kept():
    briefing = read(f"{HEAD}## Rat, 3. Mai 2021\n\nVorher.\n\n<!-- offen\n\nNachher.")
    assert codes(briefing) == {"comment-open": "<!-- offen"}
    assert sections(briefing) == [("Rat, 3. Mai 2021", "Vorher.\n\noffen\n\nNachher.")]


def test_a_link_in_the_text_is_told_once():
    briefing = read(f"{HEAD}## Rat\n\n[A](https://example.org/a) und [B](https://example.org/a), <https://example.org/c>.")
    assert [(problem.code, problem.value, problem.section_no) for problem in briefing.problems] == [
        ("link-in-text", "https://example.org/a", 1)
    ]


def test_lines_lead_back_into_the_file():
    text = f"---\nlang: de\n---\n{HEAD}## Rat\n\nErste Zeile,\nzweite Zeile.\n\n- Punkt\n- noch\n  einer\n"
    section = read(text).sections[0]
    lines = text.split("\n")
    for word in ("Erste", "zweite", "Punkt", "noch", "einer"):
        assert word in lines[section.line_at(section.text.index(word)) - 1]


LINES = [
    "",
    "# Q1/2021 - Vorsitz",
    "## Rat, 3. Mai 2021",
    "## Rat ##",
    "Der Rat tagte.[^1] Ein Satz folgt[^2][^3].",
    "Er sprach (kurz) [laut Bericht] und „gut“; R&D, x = 5 * 3.",
    "Sie *tagten* in **Astana**.[^1]",
    "3. Mai 2021: Rede.",
    "1. Rede",
    "- Rede",
    "Snake_case und `Code` &amp; mehr \\* Stern",
    "[^1]: Titel, 3. Mai 2021, in: https://sco.org/a_b_c*d",
    "[^2]: [Meldung des Amtes], https://sco.org/x~y",
    "[^3]: 1. Titel",
    "    eingerückt",
    "> Zitat",
    "---",
    "a | b",
    "[x]: https://sco.org",
    "siehe [x] und ![^1] und ^[Note] und [y](https://sco.org/[^1])",
    "<b>fett</b>",
    "http://sco.org/a_b und ftp://x_y",
]


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_text_without_markup_is_told_as_the_library_tells_it(lines):
    def told() -> Briefing | str:
        try:
            return read("\n".join(lines))
        except BriefingError as error:
            return str(error)

    quick = told()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "simple_tokens", lambda _: None)
        patch.setattr(_markdown_walk, "plain_text", lambda *_: None)
        assert told() == quick


def test_most_text_needs_no_library():
    assert [token.type for token in simple_tokens("## Rat\n\nText.\n\n[^1]: Titel") or []] == [
        *("heading_open", "inline", "paragraph_open", "inline"),
        *("footnote_reference_open", "paragraph_open", "inline", "footnote_reference_close"),
    ]
    assert plain_text("Text,[^1] mehr[^2]", frozenset("1")) == "Text,\ue0001\ue001 mehr[^2]"


LOST_BEFORE = [
    # A section that names a quarter is no title.
    (
        "## Rat\n\nAm 3. Mai tagte der Rat.\n\n## Ausblick auf das 3. Quartal 2021\n\nMehr.",
        ["Rat", "Ausblick auf das 3. Quartal 2021"],
    ),
    # The day of a date is no numbering.
    ("## 1. Mai 2021: Rat in Omsk\n\nText.", ["1. Mai 2021: Rat in Omsk"]),
    ("## 1 May 2021: Council in Omsk\n\nText.", ["1 May 2021: Council in Omsk"]),
    ("## 1. bis 3. April 2021: Messe\n\nA.\n\n## 2. Juni: Forum\n\nB.", ["1. bis 3. April 2021: Messe", "2. Juni: Forum"]),
    ("## 1. Maritime Übung\n\nA.\n\n## 2. Junge Leute\n\nB.", ["Maritime Übung", "Junge Leute"]),
    # What has a source belongs to the briefing.
    ("## Rat\n\nText.\n\n## Weitere Meldungen\n\nAm 4. Mai tagte der Rat.[^1]\n\n[^1]: Titel.", ["Rat", "Weitere Meldungen"]),
]


@pytest.mark.parametrize(("text", "headings"), LOST_BEFORE, ids=[text[:24] for text, _ in LOST_BEFORE])
def test_headings_that_look_like_furniture_stay(text, headings):
    briefing = read(HEAD + text)
    assert [section.heading for section in briefing.sections] == headings
    assert all(section.text for section in briefing.sections)
    assert not {"line-left-out", "part-left-out"} & set(codes(briefing))


def test_a_head_of_a_table_that_names_a_day_is_a_row():
    briefing = read(f"{HEAD}## Termine\n\n| 4. Mai 2021 | Rat in Omsk |\n|---|---|\n| 5. Mai 2021 | Messe |")
    assert "4. Mai 2021" in briefing.sections[0].text
    named = read(f"{HEAD}## Termine\n\n| Tag | Was |\n|---|---|\n| 5. Mai 2021 | Messe |")
    assert "Tag" not in named.sections[0].text


@pytest.mark.parametrize(
    "line",
    [
        "Issued on 4 May 2021 by the ministers, a text condemned the attack.",
        "Aktualisiert am 5. Mai 2021 in Goa wurde das Abkommen.",
        "Themen: Afghanistan und Grenzschutz.",
    ],
)
def test_a_line_that_tells_something_stays(line):
    briefing = read(f"{HEAD}## Rat, 3. Mai 2021\n\nText.\n\n{line}\n\nMehr.\n\n## Messe\n\nB.")
    assert line in briefing.sections[0].text


@pytest.mark.parametrize("line", ["Last updated: 4 April 2021, Jane Example", "Veröffentlicht am 3. Mai 2021 von Anna Beispiel"])
def test_a_note_of_publication_is_left_out(line):
    briefing = read(f"{HEAD}## Rat, 3. Mai 2021\n\nText.\n\n{line}\n\nMehr.\n\n## Messe\n\nB.")
    assert line not in briefing.sections[0].text
    assert "line-left-out" in codes(briefing)
