"""PDF of several hands: tables, bullets, links, columns, watermarks, and what cannot be read."""

import io
import random
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from loaders.document import Briefing, BriefingError, Footnote, Mark, Section
from loaders.readers import read_briefing_bytes
from tests.loaders.render import pdf
from tests.loaders.render.pdf import Setter

TITLE = "Q3/2021 - Tadschikische SCO-Präsidentschaft"
RAT = "Rat in Peking, 3. August 2021"
TEXT = "Am 3. August 2021 tagte in Peking der Rat und sprach über den Handel, den Verkehr und die Zusammenarbeit der Staaten."


def read(fill: Callable[[Setter], None], **options: float) -> Briefing:
    setter = Setter(TITLE, **options)
    setter.heading(TITLE, 18)
    setter.heading(RAT, 13)
    fill(setter)
    return read_briefing_bytes("briefing.pdf", setter.finish())


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in briefing.sections]


def notes(briefing: Briefing) -> dict[str, str]:
    return {note.number: note.text for note in briefing.footnotes}


def block(setter: Setter, text: str, size: float = 0, gap: float = 7) -> None:
    setter.block([(text, ())], size, gap=gap)


def test_paragraphs_end_where_a_line_had_room():
    def fill(setter: Setter) -> None:
        block(setter, TEXT, gap=0)
        block(setter, "Er endete am 4. August 2021.", gap=0)
        block(setter, TEXT, gap=0)

    assert sections(read(fill)) == [(RAT, f"{TEXT}\n\nEr endete am 4. August 2021.\n\n{TEXT}")]


def test_a_paragraph_goes_on_over_the_page():
    text = " ".join(f"Satz Nummer {number} über die Zusammenarbeit der Mitgliedstaaten steht hier." for number in range(1, 60))

    def fill(setter: Setter) -> None:
        block(setter, text)
        setter.heading("Messe in Minsk, 5. August 2021", 13)
        block(setter, text)

    assert sections(read(fill)) == [(RAT, text), ("Messe in Minsk, 5. August 2021", text)]


def test_headings_over_several_lines():
    heading = (
        "Treffen der Außenministerinnen und Außenminister der Mitgliedstaaten mit den Vertretern der Beobachter und der "
        "Dialogpartner der Organisation in Taschkent, 28. und 29. Juli 2022"
    )

    def fill(setter: Setter) -> None:
        block(setter, TEXT)
        setter.heading(heading, 14)
        block(setter, TEXT)

    assert sections(read(fill)) == [(RAT, TEXT), (heading, TEXT)]


def test_bullets_and_numbers():
    def fill(setter: Setter) -> None:
        block(setter, "Es gab:")
        block(setter, f"• {TEXT}", gap=2)
        block(setter, "• Am 4. August 2021 folgte die Messe", gap=2)
        block(setter, "1. Erstens", gap=2)
        block(setter, "2. Zweitens", gap=2)
        block(setter, "12. August 2021: kein Listenpunkt.")

    expected = f"Es gab:\n{TEXT}\nAm 4. August 2021 folgte die Messe\nErstens\nZweitens\n\n12. August 2021: kein Listenpunkt."
    assert sections(read(fill)) == [(RAT, expected)]


def test_a_table_of_dates():
    def fill(setter: Setter) -> None:
        block(setter, TEXT)
        setter.canvas.setFont(setter.font, 10.5)
        for row in (
            ("Datum", "Ereignis", "Ort"),
            ("3. August 2021", "Rat der Minister", "Peking"),
            ("14. August 2021", "Messe", "Minsk"),
        ):
            for left, cell in zip((70, 200, 400), row, strict=True):
                setter.canvas.drawString(left, setter.y, cell)
            setter.y -= 18

    assert sections(read(fill)) == [(RAT, f"{TEXT}\n\n3. August 2021: Rat der Minister, Peking\n14. August 2021: Messe, Minsk")]


def test_a_link_shown_shortened_is_told_whole():
    url = "https://example.org/news/20210302/727237.html"

    def fill(setter: Setter) -> None:
        block(setter, f"{TEXT}[1]")
        setter.heading("Quellen", 13)
        setter.canvas.setFont(setter.font, 9)
        head, shown = "[1] Rat, 3. August 2021, in: ", "example.org/news/…"
        left = 70 + setter.canvas.stringWidth(head, setter.font, 9)
        right = left + setter.canvas.stringWidth(shown, setter.font, 9)
        setter.canvas.drawString(70, setter.y, head + shown)
        setter.canvas.linkURL(url, (left, setter.y - 2, right, setter.y + 9))

    briefing = read(fill)
    assert notes(briefing) == {"1": f"Rat, 3. August 2021, in: {url}"}
    assert briefing.sections[0].marks == (Mark(len(TEXT), "1"),)


def test_watermarks_and_running_heads_are_no_text():
    def fill(setter: Setter) -> None:
        for _ in range(3):
            block(setter, TEXT)
            setter.canvas.saveState()
            setter.canvas.translate(300, 400)
            setter.canvas.rotate(45)
            setter.canvas.setFont(setter.font, 60)
            setter.canvas.drawCentredString(0, 0, "ENTWURF 1999")
            setter.canvas.restoreState()
            setter.new_page()
        block(setter, "Ende.")

    assert sections(read(fill)) == [(RAT, f"{TEXT}\n\nEnde.")]


def test_raised_numbers_are_marks_and_exponents_are_none():
    def fill(setter: Setter) -> None:
        setter.block([("Der Rat tagte.", ("1", "2")), (" Das Land misst 10 km", ("2",)), (" und mehr.", ("3",))])
        block(setter, "[1] Erste, in: https://example.org/1", 8, gap=2)
        block(setter, "[2] Zweite, in: https://example.org/2", 8, gap=2)
        block(setter, "[3] Dritte, in: https://example.org/3", 8, gap=2)

    briefing = read(fill)
    assert sections(briefing) == [(RAT, "Der Rat tagte. Das Land misst 10 km² und mehr.")]
    assert briefing.sections[0].marks == (Mark(14, "1"), Mark(14, "2"), Mark(46, "3"))


def columns(briefing: Briefing) -> bytes:
    """Two columns a page, in a narrow setting."""
    setter = Setter(briefing.title, left=60, right=285, size=9)
    setter.heading(briefing.title, 14)
    top = setter.y
    for index, section in enumerate(briefing.sections):
        if index == len(briefing.sections) // 2:
            setter.left, setter.right, setter.y = 310, 535, top
        setter.heading(section.heading, 11)
        block(setter, section.text)
    return setter.finish()


def test_two_columns_are_read_one_after_the_other():
    generator = random.Random(7)
    words = "Rat Handel Verkehr Grenze Vertrag Messe Minister tagte sprach über mit der die und Zusammenarbeit Staaten".split()  # noqa: SIM905

    def text() -> str:
        return " ".join(" ".join(generator.choices(words, k=14)).capitalize() + "." for _ in range(5))

    told = Briefing(
        "", "", TITLE, tuple(Section(number, f"Abschnitt {number}, {number}. Mai 2021", text()) for number in range(1, 7))
    )
    briefing = read_briefing_bytes("spalten.pdf", columns(told))
    assert [heading for heading, _ in sections(briefing)] == [section.heading for section in told.sections]
    assert [text for _, text in sections(briefing)] == [section.text for section in told.sections]


def test_notes_in_small_print_go_on_over_the_page():
    texts = {str(number): f"Note {number}, " + "sehr lang " * 40 + f"in: https://example.org/{number}" for number in range(1, 9)}
    told = Briefing(
        "",
        "",
        TITLE,
        (Section(1, RAT, f"{TEXT} {TEXT}", tuple(Mark(len(TEXT), number) for number in texts)),),
        tuple(Footnote(number, text) for number, text in texts.items()),
    )
    assert notes(read_briefing_bytes("noten.pdf", pdf.with_endnotes(told))) == texts


def picture() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.save()
    return target.getvalue()


def protected() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, encrypt="geheim")
    canvas.drawString(100, 700, TEXT)
    canvas.save()
    return target.getvalue()


BAD = [
    (picture(), "holds pictures of 1 pages and no text; recognise"),
    (protected(), "is protected by a password; save it without one"),
    (picture()[:200], "is damaged or cut off; copy or save"),
]


@pytest.mark.parametrize(("data", "message"), BAD, ids=["picture", "password", "cut off"])
def test_what_cannot_be_read(data, message):
    with pytest.raises(BriefingError, match=rf"^briefing\.pdf: {message}"):
        read_briefing_bytes("briefing.pdf", data)


@pytest.mark.parametrize("leader", [" . . . . . . . ", " ...................... ", ""], ids=["spaced dots", "dots", "a gap"])
def test_a_list_of_contents_is_no_text(leader):
    setter = Setter(TITLE)
    setter.heading(TITLE, 18)
    setter.heading("Inhalt", 13)
    setter.canvas.setFont(setter.font, 10.5)
    for entry, page in ((RAT, 2), ("Messe in Minsk, 5. August 2021", 13)):
        setter.canvas.drawString(70, setter.y, f"{entry}{leader}")
        setter.canvas.drawRightString(setter.right, setter.y, str(page))
        setter.y -= 14
    for heading in (RAT, "Messe in Minsk, 5. August 2021"):
        setter.heading(heading, 13)
        block(setter, TEXT)
    briefing = read_briefing_bytes("briefing.pdf", setter.finish())
    assert sections(briefing) == [(RAT, TEXT), ("Messe in Minsk, 5. August 2021", TEXT)]
