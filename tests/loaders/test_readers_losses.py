"""What a reader could lose or misread without a word: lines told twice, strikes left open, notes inside notes, glued markers."""

import io

import docx
import pytest

from loaders.document import Briefing
from loaders.readers import read_briefing_bytes

TITLE = "Q2/2022: Usbekische SCO-Präsidentschaft"


def read(text: str | bytes, name: str = "briefing.md") -> Briefing:
    return read_briefing_bytes(name, text if isinstance(text, bytes) else text.encode())


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in briefing.sections]


def marks(briefing: Briefing) -> list[str]:
    return [mark.number for section in briefing.sections for mark in section.marks]


def told(briefing: Briefing) -> dict[str, str]:
    return {problem.code: problem.value for problem in briefing.problems if problem.code not in ("language-unknown",)}


def test_lines_told_twice_amid_the_text_are_no_list_of_contents():
    parts = ["Rat in Bern", "Am 3. Mai tagte man.", "Es kamen Gäste", "Rat in Genf", "Am 4. Mai auch.", "Es kamen Gäste"]
    briefing = read("\n\n".join([TITLE, *parts, "Rat in Bern", "Am 5. Mai wieder."]), "a.txt")
    words = " ".join(part for section in sections(briefing) for part in section)
    assert (words.count("Es kamen Gäste"), words.count("Rat in Bern"), words.count("Am ")) == (2, 2, 3)
    assert told(briefing) == {}


def test_lines_of_a_stack_told_twice_are_no_list_of_contents():
    stack = ["Sicherheit", "Rat in Bern", "Am 3. Mai tagte man.", "Sicherheit", "Rat in Bern", "Am 5. Mai wieder."]
    assert len(sections(read("\n\n".join([TITLE, *stack]), "a.txt"))) == 2


@pytest.mark.parametrize("head", ["Inhalt\n\n", ""])
def test_a_list_of_contents_is_left_out_and_named(head):
    heads = ["Rat in Bern", "Messe in Genf", "Forum in Köln"]
    body = "\n\n".join(f"{head}\n\nAm {day}. Mai 2022 begann es." for day, head in enumerate(heads, start=3))
    briefing = read(f"{TITLE}\n\n{head}" + "\n\n".join(heads) + f"\n\n{body}\n", "a.txt")
    assert [heading for heading, _ in sections(briefing)] == heads
    assert told(briefing)["part-left-out"] == "Rat in Bern; Messe in Genf; Forum in Köln"


STRUCK = [
    ("Am <del>3.</del> 4. Mai tagte man.", "Am 4. Mai tagte man.", False),
    ("The council <s>met</s> sat on <strike>3</strike> 4 May.", "The council sat on 4 May.", False),
    ("Man <del>tagte am 4. Mai.\n\nDann war Ruhe.", "Man tagte am 4. Mai.\n\nDann war Ruhe.", True),
    ("It sat on 4 May.</s> Then <s>it</s> they went.", "It sat on 4 May. Then they went.", True),
    ("<del>Alt.\n\nÄlter.</del>\n\nNeu.", "Neu.", False),
]


@pytest.mark.parametrize(("printed", "text", "is_open"), STRUCK)
def test_a_strike_takes_no_more_than_what_it_closes(printed, text, is_open):
    briefing = read(f"# {TITLE}\n\n## Rat\n\n{printed}\n")
    assert sections(briefing) == [("Rat", text)]
    assert ("strike-open" in told(briefing)) == is_open


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_a_strike_left_open_on_a_page(tag):
    page = f"<html><body><h1>{TITLE}</h1><h2>Rat</h2><p>Man <{tag}>tagte am 4. Mai.</p><p>Dann war Ruhe.</p></body></html>"
    briefing = read(page, "a.html")
    assert sections(briefing) == [("Rat", "Man tagte am 4. Mai.\n\nDann war Ruhe.")]
    assert "strike-open" in told(briefing)


def test_words_between_angle_brackets_are_words():
    assert (
        sections(read(f"# {TITLE}\n\n## Rat\n\nEs sprach <Name offen> für <b>alle</b>.\n"))[0][1]
        == "Es sprach <Name offen> für alle."
    )


@pytest.mark.parametrize(
    "notes",
    [
        "[^1]: Eins, in: https://example.org/1\n    [^2]: Zwei, in: https://example.org/2\n",
        "[^1]: Eins, in: https://example.org/1\n\n    [^2]: Zwei, in: https://example.org/2\n",
        "- [^1]: Eins, in: https://example.org/1\n- [^2]: Zwei, in: https://example.org/2\n",
        "> [^1]: Eins, in: https://example.org/1\n>\n> [^2]: Zwei, in: https://example.org/2\n",
    ],
    ids=["indented", "indented apart", "items", "quoted"],
)
def test_notes_inside_of_others(notes):
    briefing = read(f"# {TITLE}\n\n## Rat\n\nMan tagte am 4. Mai.[^1] Dann nicht.[^2]\n\n{notes}")
    assert [(note.number, note.text) for note in briefing.footnotes] == [
        ("1", "Eins, in: https://example.org/1"),
        ("2", "Zwei, in: https://example.org/2"),
    ]
    assert (marks(briefing), briefing.problems) == (["1", "2"], ())


NOTES = "".join(f"<li id=n{n}>Seite {n}, in: https://example.org/{n}</li>" for n in range(1, 14))
REST = "".join(f"<p>Satz {n}.<sup><a href=#n{n}>{n}</a></sup></p>" for n in range(4, 14))


@pytest.mark.parametrize(
    "raised",
    [
        "<sup><a href=#n1>1</a><a href=#n3>3</a></sup>",
        "<sup>[1][3]</sup>",
        "<sup>[<a href=#n1>1</a>][<a href=#n3>3</a>]</sup>",
        "<span style='vertical-align: super'>1</span><span style='vertical-align: super'>3</span>",
        "<sup>1/3</sup>",
        "<sup>1)3)</sup>",
        "<sup>13</sup>",
    ],
)
def test_markers_raised_side_by_side_on_a_page(raised):
    body = f"<p>Eins.<sup>1</sup></p><p>Zwei.<sup>2</sup></p><p>Drei.{raised}</p>{REST}<h2>Quellen</h2><ol>{NOTES}</ol>"
    briefing = read(f"<html><body><h1>{TITLE}</h1><h2>Rat, 3. Mai 2022</h2>{body}</body></html>", "a.html")
    assert marks(briefing) == ["1", "2", "1", "3", *map(str, range(4, 14))]
    assert [note.text for note in briefing.footnotes][:4] == [f"Seite {n}, in: https://example.org/{n}" for n in range(1, 5)]
    assert ("footnote-marks-parted" in told(briefing)) == (raised == "<sup>13</sup>")


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        (["1", "2", "13", "4"], ["1", "2", "1", "3", "4"]),
        (["1", "2", "13", "3", "4"], ["1", "2", "13", "3", "4"]),
        (["1", "23", "4"], ["1", "2", "3", "4"]),
        (["1", "2", "12", "3"], ["1", "2", "12", "3"]),
    ],
)
def test_numbers_raised_without_a_gap_are_told_by_their_order(printed, numbers):
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_heading("Rat, 3. Mai 2022", 1)
    for number in printed:
        document.add_paragraph("Man tagte.").add_run(number).font.superscript = True
    for number in (*map(str, range(1, 15)), "23"):
        document.add_paragraph(f"[{number}] Seite, in: https://example.org/{number}")
    target = io.BytesIO()
    document.save(target)
    assert marks(read(target.getvalue(), "a.docx")) == numbers


AHEAD = "## Ausblick auf das 3. Quartal 2021\n\nIm Juli 2021 folgt der Rat."
BODY = f"\n\n## Rat, 3. Mai 2021\n\nText vom 3. Mai.\n\n{AHEAD}\n\n## Messe, 4. Juni 2021\n\nJa."
TITLES = (
    "SCO-Briefing 2/2021; Briefing 02-2021; Die SCO im Frühjahr 2021; Monitor, Ausgabe 2 | 2021; SCO update, spring 2021; "
    "Quarterly Digest II/2021; Nr. 2 (2021); 2Q21; SCO im 2. Vj. 2021; 1. April bis 30. Juni 2021; 01.04. – 30.06.2021; "
    "April, May and June 2021; Quarterly letter, June 2021; Quarter ending 30 June 2021; Q2 (April–Juni) 2021; Q2 FY2021"
)


@pytest.mark.parametrize("title", TITLES.split("; "))
def test_the_quarter_in_forms_of_a_title(title):
    briefing = read(f"# {title}{BODY}", "letter.md")
    assert (briefing.quarter, briefing.briefing_id, told(briefing)) == ("2021-Q2", "2021-q2", {})
    assert briefing.title == title


@pytest.mark.parametrize("title", ["SCO-Briefing 3/2021", "Winter 2021", "Sommer 2019", "Bericht"])
def test_a_title_that_the_dates_do_not_bear_out_gives_no_quarter(title):
    briefing = read(f"# {title}{BODY}", "letter.md")
    assert (briefing.quarter, told(briefing)) == ("2021-Q2", {"quarter-derived": "2021-Q2"})


@pytest.mark.parametrize(
    "head", ["## Rückblick auf das 1. Quartal 2021", "# SCO report\n\n## Looking back at the first quarter of 2021"]
)
def test_a_section_that_looks_at_another_quarter_is_no_title(head):
    briefing = read(f"{head}\n\nAm 3. Februar 2021 tagte man.{BODY}", "letter.md")
    assert (briefing.quarter, told(briefing)["quarter-derived"], len(briefing.sections)) == ("2021-Q2", "2021-Q2", 4)


TOLD = [
    ("Next", "The council will meet on 3 July 2022 in Osh."),
    ("Archiv", "Am 4. Mai 2022 wurde das Archiv in Osh eröffnet."),
    ("Archive", "The archive in Osh was opened on 4 May."),
    ("Ausblick", "Im Juli 2022 folgt der Rat."),
    ("Weiter", "- Juli 2022: Rat\n- August 2022: Messe"),
    ("Latest news", "The fair in Osh ended on 5 June 2022."),
    ("Weitere Meldungen", "Die Messe in Osh endete am 5. Juni 2022."),
    ("Archive", "- 3 May 2022: the council met in Osh\n- 5 May 2022: the fair was opened there"),
    ("Kommentar", "Der Besuch am 5. Juni 2022 zeigte viel Einigkeit."),
]


@pytest.mark.parametrize(("head", "text"), TOLD)
def test_a_section_named_like_a_part_of_a_page_tells_of_dates(head, text):
    briefing = read(f"# {TITLE}\n\n## Rat, 3. Mai 2022\n\nMan tagte.\n\n## {head}\n\n{text}\n\n## Messe\n\nEnde.\n")
    assert sections(briefing)[1] == (head, text.replace("- ", ""))
    assert told(briefing) == {}


LEFT_OUT = [
    ("Archiv", "- [Q1/2022](a.html), 3. April 2022"),
    ("Über die Autorin", "Sie kam am 3. Mai 2019 nach Bern."),
    ("Imprint", "Printed in Bern on 3 May 2022 by us."),
]


@pytest.mark.parametrize(("head", "text"), LEFT_OUT)
def test_a_part_of_the_page_is_left_out_and_named(head, text):
    briefing = read(f"# {TITLE}\n\n## Rat, 3. Mai 2022\n\nMan tagte.\n\n## {head}\n\n{text}\n\n## Messe\n\nEnde.\n")
    assert sections(briefing) == [("Rat, 3. Mai 2022", "Man tagte."), ("Messe", "Ende.")]
    assert told(briefing) == {"part-left-out": head}


def test_other_posts_of_a_page_are_left_out_whatever_they_tell():
    other = "<h2>Weitere Meldungen</h2><p>Am 5. Juni 2022 endete die Messe in Osh, wie es hieß.</p>"
    page = f"<html><body><h1>{TITLE}</h1><h2>Rat, 3. Mai 2022</h2><p>Man tagte am 3. Mai 2022 in Bern.</p>{other}</body></html>"
    assert sections(read(page, "a.html")) == [("Rat, 3. Mai 2022", "Man tagte am 3. Mai 2022 in Bern.")]


def test_contents_above_all_else_take_no_section_with_them():
    parts = [
        "# Inhalt",
        "- [Rat](#a)",
        "## Rat, 3. Mai 2022",
        "Man tagte am 3. Mai.",
        "## Messe",
        "Sie begann am 4. Mai.",
        "# Comments",
        "Max: Good!",
    ]
    briefing = read("\n\n".join(parts))
    assert sections(briefing) == [("Rat, 3. Mai 2022", "Man tagte am 3. Mai."), ("Messe", "Sie begann am 4. Mai.")]


def test_a_part_below_one_that_is_left_out_stays_with_its_sources():
    parts = [
        f"# {TITLE}",
        "## Contact",
        "Write to us.",
        "### Rat, 3. Mai 2022",
        "Man tagte am 3. Mai.[^1]",
        "[^1]: Seite, in: https://example.org/1",
    ]
    assert sections(read("\n\n".join(parts))) == [("Rat, 3. Mai 2022", "Man tagte am 3. Mai.")]


@pytest.mark.parametrize("head", ["Quellen:", "Sources", "Anmerkungen"])
@pytest.mark.parametrize("label", ["{n}. ", "{n}) ", "- ", ""])
def test_notes_behind_each_section_of_plain_text_take_no_section_with_them(head, label):
    heads = ("Rat in Bern", "Messe in Genf, 4. Mai 2022", "Talks in Osh")
    texts = (
        "Am 3. Mai 2022 tagte in Bern der Rat.",
        "Die Messe begann in Genf am 4. Mai 2022.",
        "The ministers met on 5 May 2022 in Osh.",
    )
    parts = [TITLE]
    for step, (name, text) in enumerate(zip(heads, texts, strict=True)):
        notes = [label.format(n=n) + f"Seite {step}{n}, 5. Mai 2022, in: https://example.org/{step}/{n}" for n in (1, 2)]
        parts += [name, f"{text}[1] Mehr folgt.[2]", head, "\n".join(notes)]
    briefing = read("\n\n".join(parts) + "\n", "a.txt")
    assert sections(briefing) == [(name, f"{text} Mehr folgt.") for name, text in zip(heads, texts, strict=True)]
    assert len(briefing.footnotes) == 6
    assert [mark.number for section in briefing.sections for mark in section.marks][:2] == ["1", "2"]


def test_notes_with_raised_numbers_on_lines_of_one_paragraph():
    notes = "  \n".join(f"<sup>{n}</sup> Seite {n}, in: https://example.org/{n}" for n in (1, 2))
    briefing = read(f"# {TITLE}\n\n## Rat\n\nMan tagte am 4. Mai.<sup>1</sup> Ja.<sup>2</sup>\n\n---\n\n{notes}\n")
    assert [note.text for note in briefing.footnotes] == [f"Seite {n}, in: https://example.org/{n}" for n in (1, 2)]


def test_a_numbered_name_that_heads_a_section_behind_notes():
    parts = [TITLE, "Rat in Bern", "Am 3. Mai 2022 tagte in Bern der Rat.[1]", "Quellen:", "1. Seite, in: https://example.org/1"]
    parts += ["37. Sitzung der Räte in Genf", "Am 4. Mai 2022 kam in Genf der Rat zusammen.[1]"]
    parts += ["Quellen:", "1. Blatt, in: https://example.org/2"]
    briefing = read("\n\n".join(parts) + "\n", "a.txt")
    assert [heading for heading, _ in sections(briefing)] == ["Rat in Bern", "37. Sitzung der Räte in Genf"]
    assert [note.text for note in briefing.footnotes] == ["Seite, in: https://example.org/1", "Blatt, in: https://example.org/2"]
