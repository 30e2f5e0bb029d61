"""Briefings as Word documents: with styles and real footnotes, and as written by hand without either."""

import io
from collections.abc import Callable
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from loaders.document import Briefing
from tests.loaders.render._parts import paragraphs


def with_footnotes(briefing: Briefing) -> bytes:
    """Heading styles, real footnotes, a running head, runs split in the middle of words, tracked changes, a comment's range."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "SCO-Monitor, 3. Mai 2019"
    document.sections[0].footer.paragraphs[0].text = "Seite 1"
    document.add_heading(briefing.title, 0)
    for section in briefing.sections:
        _heading(document, section.heading)
        for pieces in paragraphs(section):
            paragraph = document.add_paragraph()
            for step, (words, numbers) in enumerate(pieces):
                _split(paragraph, words)
                if step == 0:
                    _deleted(paragraph, "am 6. Mai 2019 ")
                for number in numbers:
                    _reference(paragraph, "footnote", number)
    _notes(document, briefing, "footnote")
    return _saved(document)


def with_endnotes(briefing: Briefing) -> bytes:
    """Bold lines as headings, inserted text, real endnotes."""
    document = docx.Document()
    _bold(document, briefing.title)
    for section in briefing.sections:
        _bold(document, section.heading)
        for pieces in paragraphs(section):
            paragraph = document.add_paragraph()
            for words, numbers in pieces:
                _inserted(paragraph, words)
                for number in numbers:
                    _reference(paragraph, "endnote", number)
    _notes(document, briefing, "endnote")
    return _saved(document)


def with_numbered_list(briefing: Briefing) -> bytes:
    """German style names, raised digits as marks, the notes as an automatically numbered list below a heading."""
    document = docx.Document()
    for name in ("Heading 1", "Title"):
        document.styles[name].name = {"Heading 1": "Überschrift 1", "Title": "Titel"}[name]
    document.add_paragraph(briefing.title, style="Titel")
    document.add_paragraph("Stand: 3. Mai 2019")
    for section in briefing.sections:
        document.add_paragraph(section.heading, style="Überschrift 1")
        for pieces in paragraphs(section):
            paragraph = document.add_paragraph()
            for words, numbers in pieces:
                paragraph.add_run(words)
                if numbers:
                    run = paragraph.add_run(",".join(numbers))
                    run.font.superscript = True
    document.add_paragraph("Quellen", style="Überschrift 1")
    for note in briefing.footnotes:
        document.add_paragraph(note.text, style="List Number")
    return _saved(document)


def without_styles(briefing: Briefing) -> bytes:
    """Nothing but paragraphs: larger letters for headings, '[1]' in the text and in the list."""
    document = docx.Document()
    for size, text in ((18, briefing.title), *((0, "") for _ in ())):
        document.add_paragraph().add_run(text).font.size = Pt(size)
    for section in briefing.sections:
        document.add_paragraph().add_run(section.heading).font.size = Pt(14)
        for pieces in paragraphs(section):
            document.add_paragraph("".join(words + "".join(f"[{number}]" for number in numbers) for words, numbers in pieces))
    for note in briefing.footnotes:
        _linked(document.add_paragraph(f"[{note.number}]\t"), note.text)
    return _saved(document)


def _heading(document: Document, text: str) -> None:
    paragraph = document.add_heading("", 1)
    _split(paragraph, text)


def _bold(document: Document, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def _split(paragraph: Paragraph, words: str) -> None:
    """Words in runs that end anywhere, as Word leaves them behind after editing."""
    step = 7
    for start in range(0, len(words), step):
        paragraph.add_run(words[start : start + step])


def _inserted(paragraph: Paragraph, words: str) -> None:
    insertion = OxmlElement("w:ins")
    insertion.set(qn("w:author"), "Anna Beispiel")
    insertion.append(_run(words))
    paragraph._p.append(insertion)


def _deleted(paragraph: Paragraph, words: str) -> None:
    deletion = OxmlElement("w:del")
    deletion.append(parse_xml(f'<w:r {nsdecls("w")}><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r>'))
    paragraph._p.append(deletion)


def _run(words: str) -> Run:
    return parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{escape(words)}</w:t></w:r>')


def _reference(paragraph: Paragraph, kind: str, number: str) -> None:
    mark = f'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/>'
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{mark}</w:r>"))


def _notes(document: Document, briefing: Briefing, kind: str) -> None:
    notes = "".join(
        f'<w:{kind} w:id="{note.number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note.text)}</w:t></w:r></w:p></w:{kind}>'
        for note in briefing.footnotes
    )
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    blob = f"<w:{kind}s {nsdecls('w')}>{separator}{notes}</w:{kind}s>".encode()
    is_foot = kind == "footnote"
    part = Part(
        PackURI(f"/word/{kind}s.xml"),
        CONTENT_TYPE.WML_FOOTNOTES if is_foot else CONTENT_TYPE.WML_ENDNOTES,
        blob,
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES if is_foot else RELATIONSHIP_TYPE.ENDNOTES)


def _linked(paragraph: Paragraph, text: str) -> None:
    """A note whose address is a link."""
    head, sign, address = text.rpartition("http")
    paragraph.add_run(head)
    relation = paragraph.part.relate_to(sign + address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(_run(sign + address))
    paragraph._p.append(link)


def _saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


FORMATS: dict[str, Callable[[Briefing], bytes]] = {
    "footnotes.docx": with_footnotes,
    "endnotes.docx": with_endnotes,
    "list.docx": with_numbered_list,
    "bare.docx": without_styles,
}
