"""Word documents as people leave them behind: styles or none, lists, tables, tracked changes, fields, text boxes, notes."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from loaders.document import Briefing, BriefingError, Footnote
from loaders.readers import read_briefing_bytes
from tests.loaders.render import word

TITLE = "Q3/2021 - Tadschikische SCO-Präsidentschaft"
RAT = "Rat in Peking, 3. August 2021"
TEXT = "Am 3. August 2021 tagte in Peking der Rat."


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def read(fill: Callable[[Document], None]) -> Briefing:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    fill(document)
    return read_briefing_bytes("briefing.docx", saved(document))


def in_section(fill: Callable[[Document], None]) -> Briefing:
    def whole(document: Document) -> None:
        document.add_heading(RAT, 1)
        fill(document)

    return read(whole)


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in briefing.sections]


def marks(briefing: Briefing) -> list[tuple[int, str]]:
    return [(mark.offset, mark.number) for section in briefing.sections for mark in section.marks]


def notes(briefing: Briefing) -> dict[str, str]:
    return {note.number: note.text for note in briefing.footnotes}


def xml(paragraph: Paragraph, content: str) -> None:
    paragraph._p.append(parse_xml(content.replace(">", f" {nsdecls('w')}>", 1)))


def sized(document: Document) -> None:
    document.add_paragraph().add_run(RAT).font.size = Pt(15)


def styled(name: str, base: str) -> Callable[[Document], None]:
    def add(document: Document) -> None:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        document.add_paragraph(RAT, style=name)

    return add


def outlined(document: Document) -> None:
    document.add_paragraph(RAT)._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>'))


def bold_by_style(document: Document) -> None:
    document.add_paragraph().add_run(RAT, style="Strong")


def bold_above_text(document: Document) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(RAT).bold = True
    paragraph.add_run().add_break()
    paragraph.add_run(TEXT)


HEADINGS = [
    (lambda document: document.add_heading(RAT, 1), "a style"),
    (lambda document: document.add_heading(RAT, 4), "a deep style"),
    (styled("Zwischentitel", "Heading 2"), "a style made from one"),
    (styled("Überschrift 3", "Normal"), "a style with a German name"),
    (outlined, "a level of the outline"),
    (lambda document: setattr(document.add_paragraph().add_run(RAT), "bold", True), "bold"),
    (bold_by_style, "bold by a style of characters"),
    (sized, "larger"),
    (lambda document: document.add_paragraph(RAT), "nothing at all"),
    (lambda document: document.add_paragraph(RAT, style="List Number"), "a number"),
]


@pytest.mark.parametrize(("add", "_why"), HEADINGS, ids=[why for _, why in HEADINGS])
def test_headings_of_any_kind(add, _why):
    def fill(document: Document) -> None:
        add(document)
        document.add_paragraph(TEXT)

    briefing = read(fill)
    assert (briefing.title, sections(briefing)) == (TITLE, [(RAT, TEXT)])


def test_a_bold_line_right_above_its_text():
    assert sections(read(bold_above_text)) == [(RAT, TEXT)]


def test_runs_that_split_a_date_and_change_their_weight():
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph()
        for step, piece in enumerate(("Am 1", "6", ". und 1", "7. Sep", "tem", "ber 20", "21 tagten ", "sie.")):
            paragraph.add_run(piece).bold = bool(step % 2)

    assert sections(in_section(fill)) == [(RAT, "Am 16. und 17. September 2021 tagten sie.")]


def changed(document: Document) -> None:
    paragraph = document.add_paragraph("Am ")
    xml(paragraph, '<w:del w:id="1"><w:r><w:delText>3.</w:delText></w:r></w:del>')
    xml(paragraph, '<w:ins w:id="2"><w:r><w:t>4.</w:t></w:r><w:del w:id="3"><w:r><w:delText>5.</w:delText></w:r></w:del></w:ins>')
    paragraph.add_run(" Mai")
    xml(paragraph, '<w:moveFrom w:id="4"><w:r><w:t> weg</w:t></w:r></w:moveFrom>')
    xml(paragraph, '<w:moveTo w:id="5"><w:r><w:t xml:space="preserve"> hierher</w:t></w:r></w:moveTo>')
    gone = document.add_paragraph(" und")._p.get_or_add_pPr()
    gone.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="6"/></w:rPr>'))
    document.add_paragraph(" weiter.")


def hidden(document: Document) -> None:
    paragraph = document.add_paragraph("Sichtbar")
    xml(paragraph, "<w:r><w:rPr><w:vanish/></w:rPr><w:t> unsichtbar am 3. Mai 1999</w:t></w:r>")
    xml(paragraph, "<w:r><w:rPr><w:strike/></w:rPr><w:t> gestrichen</w:t></w:r>")
    xml(paragraph, '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>.</w:t></w:r>')


def signs(document: Document) -> None:
    paragraph = document.add_paragraph("Zu")
    xml(
        paragraph,
        "<w:r><w:softHyphen/><w:t>sam\u00admen\u00a0mit</w:t><w:tab/><w:t>der SCO</w:t><w:noBreakHyphen/><w:t>Region</w:t></w:r>",
    )
    paragraph.add_run(" auf 10 km")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(", H")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("O.")


def broken(document: Document) -> None:
    paragraph = document.add_paragraph("Erste Zeile")
    paragraph.add_run().add_break()
    paragraph.add_run("geht weiter.")
    paragraph.add_run().add_break()
    paragraph.add_run("Neue Zeile.")


def field(document: Document) -> None:
    paragraph = document.add_paragraph("Siehe ")
    xml(paragraph, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    xml(paragraph, '<w:r><w:instrText xml:space="preserve"> REF _Ref1 \\h </w:instrText></w:r>')
    xml(paragraph, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    xml(paragraph, "<w:r><w:t>oben</w:t></w:r>")
    xml(paragraph, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    xml(paragraph, '<w:fldSimple w:instr="PAGE"><w:r><w:t>, hier</w:t></w:r></w:fldSimple>')
    paragraph.add_run(".")


def lists(document: Document) -> None:
    document.add_paragraph("Es gab:")
    for text, style in (("Eins", "List Bullet"), ("Zwei", "List Bullet"), ("Zwei A", "List Bullet 2"), ("Drei", "List Number")):
        document.add_paragraph(text, style=style)
    document.add_paragraph("12. Mai 2021: kein Listenpunkt.")


def dates(document: Document) -> None:
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Datum", "Ereignis", "Ort"),
        ("3. Mai 2021", "Rat", "Goa"),
        ("", "Empfang", ""),
        ("4. Mai 2021", "Messe", "Mumbai"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))


def layout(document: Document) -> None:
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "Ein Satz."
    table.cell(0, 0).add_paragraph("Noch ein Satz.")


def boxed(document: Document) -> None:
    paragraph = document.add_paragraph(TEXT)
    box = "<w:txbxContent><w:p><w:r><w:t>Am 9. August 2021 folgt die Messe.</w:t></w:r></w:p></w:txbxContent>"
    repeat = "<w:txbxContent><w:p><w:r><w:t>tagte in Peking der Rat</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
            f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
            f"</mc:AlternateContent><w:pict>{repeat}</w:pict></w:r>"
        )
    )


def controlled(document: Document) -> None:
    contents = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent><w:p><w:r><w:t>{RAT} 1</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    text = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    for content in (contents, text):
        document.add_paragraph()._p.addnext(parse_xml(content))
    document.add_paragraph("Tabelle 1: Termine, 3. Mai 1999", style="Caption")


TEXTS = [
    (changed, "Am 4. Mai hierher\n\nund weiter.", "tracked changes"),
    (hidden, "Sichtbar.", "hidden and struck text"),
    (signs, "Zusammen mit der SCO-Region auf 10 km², H2O.", "special signs"),
    (broken, "Erste Zeile geht weiter.\nNeue Zeile.", "line breaks"),
    (field, "Siehe oben, hier.", "fields"),
    (lists, "Es gab:\nEins\nZwei\nZwei A\nDrei\n\n12. Mai 2021: kein Listenpunkt.", "lists"),
    (dates, "3. Mai 2021: Rat, Goa\n3. Mai 2021: Empfang\n4. Mai 2021: Messe, Mumbai", "a table of dates"),
    (layout, "Ein Satz.\n\nNoch ein Satz.", "a table for the layout"),
    (boxed, f"{TEXT}\n\nAm 9. August 2021 folgt die Messe.", "text boxes"),
    (controlled, TEXT, "controls and a list of contents"),
]


@pytest.mark.parametrize(("fill", "expected", "_why"), TEXTS, ids=[why for *_, why in TEXTS])
def test_texts(fill, expected, _why):
    assert sections(in_section(fill)) == [(RAT, expected)]


def told(*numbers: str) -> Briefing:
    return Briefing(
        "", "", "", (), tuple(Footnote(number, f"Note {number}, in: https://example.org/{number}") for number in numbers)
    )


def test_footnotes_count_by_their_first_reference():
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("Erst")
        for note_id, text in (("7", ", dann"), ("3", ", wieder"), ("7", ".")):
            word._reference(paragraph, "footnote", note_id)
            paragraph.add_run(text)
        word._notes(document, told("3", "5", "7"), "footnote")

    briefing = in_section(fill)
    assert marks(briefing) == [(4, "1"), (10, "2"), (18, "1")]
    assert notes(briefing) == {"1": "Note 7, in: https://example.org/7", "2": "Note 3, in: https://example.org/3"}


def test_endnotes_beside_footnotes_count_in_roman_numerals():
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("Erst")
        for kind in ("footnote", "endnote"):
            word._reference(paragraph, kind, "4")
            word._notes(document, told("4"), kind)

    assert marks(in_section(fill)) == [(4, "1"), (4, "i")]


def test_a_reference_that_was_deleted_has_no_note():
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("Erst")
        word._reference(paragraph, "footnote", "1")
        inside = parse_xml(f'<w:del {nsdecls("w")} w:id="9"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>')
        paragraph._p.append(inside)
        word._notes(document, told("1", "2"), "footnote")

    briefing = in_section(fill)
    assert (marks(briefing), list(notes(briefing))) == ([(4, "1")], ["1"])
    assert not [problem for problem in briefing.problems if problem.code.startswith("footnote")]


LISTED = [
    (["List Number", "List Number"], ["{}", "{}"], "an automatic list"),
    ([None, None], ["1. {}", "2. {}"], "numbers written by hand"),
    ([None, None], ["[1] {}", "[2] {}"], "brackets written by hand"),
    (["List Bullet", "List Bullet"], ["{}", "{}"], "bullets"),
]


@pytest.mark.parametrize(("styles", "texts", "_why"), LISTED, ids=[why for *_, why in LISTED])
def test_a_list_of_notes_at_the_end(styles, texts, _why):
    wanted = ["Erste, in: https://example.org/1", "Zweite, in: https://example.org/2"]

    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("Erst")
        paragraph.add_run("[1]").font.superscript = True
        paragraph.add_run(", dann")
        paragraph.add_run("2").font.superscript = True
        for text in ("Punkt am 5. August 2021", "Noch ein Punkt"):
            document.add_paragraph(text, style="List Number")
        document.add_heading("Quellen", 1)
        for style, text, note in zip(styles, texts, wanted, strict=True):
            document.add_paragraph(text.format(note), style=style)

    briefing = in_section(fill)
    assert sections(briefing) == [(RAT, "Erst, dann\n\nPunkt am 5. August 2021\nNoch ein Punkt")]
    assert (marks(briefing), notes(briefing)) == ([(4, "1"), (10, "2")], {"1": wanted[0], "2": wanted[1]})


def test_running_heads_comments_and_properties_are_no_text():
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "SCO-Monitor, 3. Mai 1999"
        document.sections[0].footer.paragraphs[0].text = "Seite 1"
        document.core_properties.comments = "Am 3. Mai 1999"
        paragraph = document.add_paragraph(TEXT)
        document.add_comment(paragraph.runs, "Am 3. Mai 1999 stimmt das nicht.", "Anna")

    assert sections(in_section(fill)) == [(RAT, TEXT)]


def test_lines_are_the_numbers_of_paragraphs():
    section = in_section(lambda document: (document.add_paragraph("Eins."), document.add_paragraph("Zwei."))).sections[0]
    assert (section.line, section.line_at(0), section.line_at(section.text.index("Zwei"))) == (2, 3, 4)


def other_package() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    return target.getvalue()


def without_body() -> bytes:
    source = io.BytesIO(saved(docx.Document()))
    target = io.BytesIO()
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, b"<kaputt" if name == "word/document.xml" else package.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [(other_package(), "is an Excel workbook"), (without_body(), "the Word document is damaged")],
    ids=["xlsx", "broken"],
)
def test_what_is_no_sound_document(data, message):
    with pytest.raises(BriefingError, match=rf"^briefing\.docx: {message}.*; save"):
        read_briefing_bytes("briefing.docx", data)


def test_a_list_of_notes_without_heading_whose_numbers_went_on():
    def fill(document: Document) -> None:
        document.add_paragraph("Erst[1], dann[2].")
        for text in ("Punkt am 5. August 2021", "Noch ein Punkt"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("Ein Satz dazwischen.")
        for number in (1, 2):
            document.add_paragraph(f"Note, in: https://example.org/{number}", style="List Number")

    briefing = in_section(fill)
    assert sections(briefing) == [(RAT, "Erst, dann.\n\nPunkt am 5. August 2021\nNoch ein Punkt\n\nEin Satz dazwischen.")]
    assert notes(briefing) == {"1": "Note, in: https://example.org/1", "2": "Note, in: https://example.org/2"}
