"""Habits of authors and programs in text, Markdown, saved pages and Word: how they number, wrap, raise and hide words."""

import io
import textwrap

import docx
import pytest
from docx.shared import Pt

from loaders.document import Briefing
from loaders.readers import read_briefing_bytes
from loaders.readers._marks import with_marks
from loaders.readers._text import plain

TITLE = "Q2/2022: Usbekische SCO-Präsidentschaft"
HEADS = ("Messe in Termes, 4. Mai 2022", "Beratung in Osch, 17. Juni 2022")
TEXTS = ("Die Messe begann am 4. Mai 2022 in Termes.", "Man beriet am 17. Juni 2022 in Osch über Wasser.")
NOTES = ("Fair opens, 5. Mai 2022, in: https://example.org/fair", "Talks in Osh, 18. Juni 2022, in: https://example.org/talks/17")


def read(text: str | bytes, name: str = "briefing.txt") -> Briefing:
    return read_briefing_bytes(name, text if isinstance(text, bytes) else text.encode())


def is_whole(briefing: Briefing) -> bool:
    """Whether a briefing holds exactly the two sections with their marks and notes."""
    assert briefing.title == TITLE
    assert [(section.heading, section.text) for section in briefing.sections] == list(zip(HEADS, TEXTS, strict=True))
    assert [mark.number for section in briefing.sections for mark in section.marks] == ["1", "2"]
    assert {note.number: note.text for note in briefing.footnotes} == dict(zip("12", NOTES, strict=True))
    return True


def written(mark: str, head: str = "{head}", label: str = "[{n}] ") -> str:
    parts = [TITLE, ""]
    for n, (heading, text) in enumerate(zip(HEADS, TEXTS, strict=True), start=1):
        parts += [head.format(n=n, head=heading, roman="I" * n, letter="AB"[n - 1]), "", text + mark.format(n=n), ""]
    return "\n".join([*parts, "Quellen", "", *(label.format(n=n) + note for n, note in enumerate(NOTES, start=1))]) + "\n"


@pytest.mark.parametrize(
    "head", ["{n}. {head}", "{n} {head}", "{roman}. {head}", "{letter}) {head}", "{head}:", "*** {head} ***"]
)
def test_headings_are_numbered_and_decorated_in_many_ways(head):
    assert is_whole(read(written("[{n}]", head)))


@pytest.mark.parametrize(("mark", "label"), [(" ({n})", "({n}) "), ("[{n}]", "{n}: "), ("[{n}]", "{n}) "), ("[{n}]", "{n}.  ")])
def test_markers_and_labels_of_notes(mark, label):
    assert is_whole(read(written(mark, label=label)))


def test_headings_in_capitals_are_written_as_the_text_writes_their_words():
    text = written("[{n}]").replace(HEADS[0], HEADS[0].upper()).replace(HEADS[1], HEADS[1].upper())
    assert is_whole(read(text))
    told = read(
        "Q2/2022\n\nSCO-RAT UND RATS IN BERN\n\nDie RATS und der SCO-Rat waren am 3. Mai 2022 in Bern. Ein Rat der Räte.\n"
    )
    assert told.sections[0].heading == "SCO-Rat und RATS in Bern"


def test_notes_in_broken_lines_without_blank_ones():
    body = "\n".join(
        [TITLE, "", *(f"{head}\n\n{text}[{n}]\n" for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), 1))]
    )
    filler = "\n".join("Die Staaten stimmten sich zu vielen weiteren Fragen ihrer Zusammenarbeit" for _ in range(8))
    broken = (
        "[1] A long title of a page about the fair that goes on, 5. Mai 2022, in:\n    https://example.org/a/fair-of-the-year\n"
        "[2] Talks about water in the city of Osh, which went on, 18. Juni 2022,\n    in: https://example.org/talks/17\n"
        "[3] Ebenda, S. 4\n"
    )
    briefing = read(f"{body}\n{filler}\nab.[3]\n\nQuellen\n\n{broken}")
    assert [note.text for note in briefing.footnotes] == [
        "A long title of a page about the fair that goes on, 5. Mai 2022, in: https://example.org/a/fair-of-the-year",
        "Talks about water in the city of Osh, which went on, 18. Juni 2022, in: https://example.org/talks/17",
        "Ebenda, S. 4",
    ]


def test_stretched_lines_and_headings_in_the_middle():
    lines = [
        "Die  Staaten  stimmten  sich  am  4.  Mai 2022 in Termes  zu  vielen",
        "weiteren   Fragen   ihrer  Zusammenarbeit  ab  und  hoben   dabei die",
        "Rolle  des  Handels,  des  Verkehrs  und  der  Kultur  hervor,   die",
        "ihnen  seit   Jahren  am  Herzen   liegt  und  weiter  liegen   wird",
        "und zu der sie bald wieder tagen.",
    ]
    heading = ["Beratung der Staaten über den Handel und Verkehr in der Stadt", "Termes, 4. Mai 2022"]
    text = "\n".join([TITLE.center(70), "", *(line.center(70).rstrip() for line in heading), "", *lines])
    (section,) = read(text).sections
    assert section.heading == " ".join(heading)
    assert section.text == " ".join(" ".join(lines).split())


def test_the_signature_of_a_mail_is_left_out():
    briefing = read(written("[{n}]") + "\n-- \nInstitut für Beispiele\nMusterstr. 1, gegründet am 3. Mai 1999\n")
    assert is_whole(briefing)
    assert [problem.value for problem in briefing.problems] == ["Institut für Beispiele Musterstr. 1, gegründet am 3. Mai 1999"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("3. -- 5. Juli 2022", "3. – 5. Juli 2022"),
        ("China--Laos--Bahn", "China–Laos–Bahn"),
        ("das Treffen --- das erste", "das Treffen — das erste"),
        ("https://example.org/a--b", "https://example.org/a--b"),
        ("-----", "-----"),
    ],
)
def test_typed_dashes(typed, shown):
    assert plain(typed) == shown


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Ende.²³²⁴", ["23", "24"]),
        ("Ende. (3) (4) Danach", ["3", "4"]),
        ("Ende.\ue00076\ue001", ["7", "6"]),
        ("Ende. (3)", ["3"]),
        ("Es ging um (1) Handel und (2) Verkehr", []),
    ],
)
def test_markers_that_stand_side_by_side(printed, numbers):
    raw = with_marks(printed, frozenset(map(str, range(1, 30))))
    assert [part.partition("\ue001")[0] for part in raw.split("\ue000")[1:]] == numbers


def test_markers_whose_notes_a_program_lost():
    sentences = [
        f"Es tagte {group}.{n}" for n, group in enumerate(("das Amt", "der Rat", "die Bank", "das Forum", "der Verband"), 1)
    ]
    text = " ".join([*sentences, "Es kamen Gäste,6 und es gab Musik.78", "Das war alles.9 Der Zug Su35 fuhr ab."])
    (section,) = read(f"{TITLE}\n\n{HEADS[0]}\n\n{text}\n").sections
    assert [mark.number for mark in section.marks] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert "Es tagte der Rat. Es tagte" in section.text
    assert "Su35" in section.text


@pytest.mark.parametrize("width", [0, 60])
def test_headings_that_end_in_a_colon_with_their_text_right_below(width):
    filler = " Die Staaten stimmten sich zu vielen weiteren Fragen ihrer Zusammenarbeit ab und blieben dabei sehr freundlich."
    heads = ("Rat in Bern, 3. Mai 2022", "Viele Fragen zum Wasser und zum Verkehr", "Messe in Genf, 4. Mai 2022")
    body = TEXTS[0] + filler * 3
    below = textwrap.fill(body, width) if width else body
    briefing = read(f"{TITLE}\n\n" + "\n\n".join(f"{head}:\n{below}" for head in heads) + "\n")
    assert [(section.heading, section.text) for section in briefing.sections] == [(head, body) for head in heads]


def test_short_words_of_grammar_in_capitals_are_no_abbreviations():
    told = read("Q2/2022\n\nRATS TAGT BEI NEU-DELHI\n\nIn Neu-Delhi war am 3. Mai 2022 ein neuer Rat.\n")
    assert told.sections[0].heading == "Rats Tagt bei Neu-Delhi"


BARE = ("https://example.org/fair-in-termes", "https://example.org/talks/17")


@pytest.mark.parametrize("head", ["Quellen\n\n", "Sources:\n", ""])
@pytest.mark.parametrize("label", ["{n}. ", "[{n}] ", ""])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_notes_that_are_mere_addresses(head, label, gap):
    body = "\n\n".join(f"{part}\n\n{text}[{n}]" for n, (part, text) in enumerate(zip(HEADS, TEXTS, strict=True), 1))
    briefing = read(f"{TITLE}\n\n{body}\n\n{head}" + gap.join(label.format(n=n) + url for n, url in enumerate(BARE, 1)) + "\n")
    assert [section.text for section in briefing.sections] == list(TEXTS)
    assert [(note.number, note.text) for note in briefing.footnotes] == list(zip("12", BARE, strict=True))
    assert briefing.problems == ()


def test_headings_that_end_in_a_colon_where_others_do():
    heads = ("Rat in Bern, 3. Mai 2022:", "Viele Fragen zum Wasser und zum Verkehr:", "Messe in Genf, 4. Mai 2022:")
    text = "\n\n".join([TITLE, *(part for head in heads for part in (head, TEXTS[0]))])
    assert [section.heading for section in read(text).sections] == [head[:-1] for head in heads]
    told = read(f"{TITLE}\n\n{HEADS[0]}\n\nDer Rat sagte am 3. Mai in Bern zum Wasser dies:\n\n{TEXTS[0]}\n")
    assert [section.heading for section in told.sections] == [HEADS[0]]


def test_markdown_of_site_generators():
    parts = ["+++", f'title = "{TITLE}"', "+++", ""]
    for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), start=1):
        parts += [f"### {head} {{#abschnitt-{n} .klasse}}", "", f"{text}[[{n}]](#fn{n})", ""]
    parts += ["---", "", *(f'<a id="fn{n}"></a>[{n}] {note}  ' for n, note in enumerate(NOTES, start=1))]
    assert is_whole(read("\n".join(parts), "briefing.md"))


def test_a_note_in_markdown_goes_on_with_a_day():
    briefing = read(
        f"# {TITLE}\n\n## A\n\nText.[^1]\n\n[^1]: Bericht über das Gespräch,\n    1. November 2022, in: https://example.org/a\n",
        "a.md",
    )
    assert briefing.footnotes[0].text == "Bericht über das Gespräch, 1. November 2022, in: https://example.org/a"


def page(mark: str, notes: str, head: str = "<h2>{head}</h2>", around: str = "{}") -> Briefing:
    body = "".join(
        head.format(head=heading) + f"<p>{text}{mark.format(n=n)}</p>"
        for n, (heading, text) in enumerate(zip(HEADS, TEXTS, strict=True), start=1)
    )
    inner = around.format(f"<h1>{TITLE}</h1>{body}{notes}")
    return read(f'<!doctype html><html lang="de"><head><meta charset="utf-8"></head><body>{inner}</body></html>', "seite.html")


def listed(item: str) -> str:
    return "".join(item.format(n=n, note=note) for n, note in enumerate(NOTES, start=1))


LINKED = '<sup><a href="#n{n}" id="r{n}">{n}</a></sup>'
HABITS = [
    (LINKED, f"<ol>{listed('<li id=n{n}>{note} <a href=#r{n}>&#8617;&#65038;</a></li>')}</ol>"),
    (
        LINKED,
        f"<ol>{listed('<li id=n{n}><span class=mw-cite-backlink>↑ <sup><a href=#r{n}>a</a></sup></span> {note}</li>')}</ol>",
    ),
    ('<sup>{n}</sup><span role="tooltip">Kurz gesagt {n}</span>', f"<h2>Quellen</h2><ol>{listed('<li>{note}</li>')}</ol>"),
    ("<sup>{n}</sup>", f"<details><summary>Fußnoten anzeigen</summary><ol>{listed('<li>{note}</li>')}</ol></details>"),
    ("[{n}]", listed("<p>[{n}] {note}</p>") + '<p class="printfooter">Abgerufen am 3. Mai 2023</p>'),
]


@pytest.mark.parametrize(("mark", "notes"), HABITS, ids=["back sign", "wiki", "tooltip", "details", "print footer"])
def test_notes_of_saved_pages(mark, notes):
    assert is_whole(page(mark, notes))


def test_a_note_to_which_no_marker_leads_is_a_note():
    items = listed("<li id=n{n}>{note}</li>") + "<li id=n3>Ebenda.</li>"
    divisions = listed("<div class=fn><a id=n{n} href=#r{n}>{n}</a><div>{note}</div></div>")
    for notes in (f"<ol>{items}</ol>", divisions + "<div class=fn><a id=n3 href=#r3>3</a><div>Ebenda.</div></div>"):
        briefing = page(LINKED, notes)
        assert [note.text for note in briefing.footnotes] == [*NOTES, "Ebenda."]
        assert [(problem.code, problem.value) for problem in briefing.problems] == [("footnote-unused", "3")]
        assert briefing.sections[-1].text == TEXTS[-1]


def test_a_tooltip_is_the_note_where_there_is_no_other():
    mark = '<sup>{n}</sup><span class="tooltip-text">Nur hier, Nr. {n}, in: https://example.org/{n}</span>'
    assert [note.text for note in page(mark, "").footnotes] == [f"Nur hier, Nr. {n}, in: https://example.org/{n}" for n in "12"]


def test_a_table_that_lays_out_the_page_and_breaks_for_paragraphs():
    filler = "Die Staaten stimmten sich ab. " * 60
    cell = "".join(
        f"<b>{head}</b><br><br>{text}<sup>{n}</sup><br><br>" for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), 1)
    )
    notes = "<br>".join(f"<sup>{n}</sup> {note}" for n, note in enumerate(NOTES, start=1))
    menu = "<td><a href='/'>Start</a><br>Stand: 3.5.2023</td>"
    html = f"<table><tr>{menu}<td><b>{TITLE}</b><br><br>{cell}{filler}<hr>{notes}</td></tr></table>"
    briefing = read(f"<html><body>{html}</body></html>", "alt.htm")
    assert [section.heading for section in briefing.sections] == list(HEADS)
    assert [note.text for note in briefing.footnotes] == list(NOTES)


def test_lines_above_the_title_and_below_it_belong_to_the_page():
    around = "<div><p>Wir verwenden Cookies, seit dem 3. Mai 2019 auch andere.</p></div><div>{}</div>"
    head = '<h2>{head}<span class="mw-editsection">[<a href="/e">Bearbeiten</a>]</span></h2>'
    assert is_whole(page("[{n}]", listed("<p>[{n}] {note}</p>"), head, around))
    assert is_whole(page("[{n}]", listed("<p>[{n}] {note}</p>"), "<h3>{head}</h3>", '{}<h3 class="subtitle">Was geschah</h3>'))


def test_a_subtitle_and_an_author_in_word_are_no_sections():
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("Anna Beispiel", style="Subtitle").runs[0].font.size = Pt(16)
    for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), start=1):
        document.add_heading(head, 3)
        document.add_paragraph(text).add_run(str(n)).font.superscript = True
    for n, note in enumerate(NOTES, start=1):
        document.add_paragraph(f"[{n}] {note}")
    target = io.BytesIO()
    document.save(target)
    assert is_whole(read(target.getvalue(), "briefing.docx"))


def test_numbers_raised_with_a_gap_between_are_two():
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_heading(HEADS[0], 1)
    document.add_paragraph(TEXTS[0]).add_run("1 2").font.superscript = True
    for n, note in enumerate(NOTES, start=1):
        document.add_paragraph(f"[{n}] {note}")
    target = io.BytesIO()
    document.save(target)
    assert [mark.number for mark in read(target.getvalue(), "briefing.docx").sections[0].marks] == ["1", "2"]
