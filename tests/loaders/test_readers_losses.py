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
