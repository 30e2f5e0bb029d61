"""PDFs as typesetters and browsers make them: kerned, hyphenated, with notes as large as the text, in columns, printed pages."""

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from loaders.document import Briefing
from loaders.readers import read_briefing_bytes
from loaders.readers._lines import seam, words_of

TITLE = "Q3/2021 - Tadschikische SCO-Vorsitz"
RAT = "Rat in Bern, 3. August 2021"
URL = "https://example.org/news/2021/rat-in-der-stadt-bern.html"
SIZE, LEADING = 11, 14


def read(draw: Callable[[Canvas], None]) -> Briefing:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(70, 780, TITLE)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(70, 740, RAT)
    canvas.setFont("Helvetica", SIZE)
    draw(canvas)
    canvas.save()
    return read_briefing_bytes("briefing.pdf", target.getvalue())


def raised(canvas: Canvas, x: float, y: float, number: str) -> None:
    canvas.setFont("Helvetica", 7)
    canvas.drawString(x, y + 4, number)
    canvas.setFont("Helvetica", SIZE)


def lines(canvas: Canvas, y: float, *told: str, x: float = 70) -> float:
    for text in told:
        canvas.drawString(x, y, text)
        y -= LEADING
    return y


def test_letters_set_closer_than_a_space_stay_in_their_word():
    def draw(canvas: Canvas) -> None:
        x = 70.0
        for word in ("Der ", "Vertrag ", "kam ", "am ", "3. ", "Juni ", "2021."):
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word) - 0.6

    assert read(draw).sections[0].text == "Der Vertrag kam am 3. Juni 2021."


def test_notes_as_large_as_the_text_stand_at_the_foot_of_each_page():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 700, "Der Rat tagte am 3. August 2021 in Bern und sprach mit den Gästen über vieles.")
        raised(
            canvas,
            70 + canvas.stringWidth("Der Rat tagte am 3. August 2021 in Bern und sprach mit den Gästen über vieles."),
            700,
            "1",
        )
        y = lines(canvas, 686, *["Es ging um den Handel, den Verkehr und um alles, was die Staaten verbindet, wie"] * 30)
        raised(canvas, 70, y - 12, "1")
        lines(canvas, y - 12, f"  Bericht, in: {URL}")
        canvas.showPage()
        canvas.setFont("Helvetica", SIZE)
        lines(canvas, 780, "es heißt, und um die Kultur.")

    briefing = read(draw)
    assert [(note.number, note.text) for note in briefing.footnotes] == [("1", f"Bericht, in: {URL}")]
    assert briefing.sections[0].text.endswith("was die Staaten verbindet, wie es heißt, und um die Kultur.")


def test_a_marker_on_a_line_of_its_own():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 700, "Der Rat tagte am 3. August 2021 in Bern und sprach mit den Gästen über vieles.")
        raised(canvas, 70, 684, "1")
        lines(canvas, 650, "Er endete bald.")
        lines(canvas, 600, f"[1] Bericht, in: {URL}")

    (section,) = read(draw).sections
    assert [(mark.number, section.text[: mark.offset][-7:]) for mark in section.marks] == [("1", "vieles.")]


def test_an_address_over_several_lines_is_the_one_its_link_leads_to():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 700, "Der Rat tagte am 3. August 2021 in Bern.[1]")
        shown = ("[1] Bericht, in: https://example.org/news/2021/rat-", "in-der- stadt-", "bern.html")
        lines(canvas, 660, *shown)
        for step in range(3):
            canvas.linkURL(URL, (70 if step else 150, 656 - step * LEADING, 500, 670 - step * LEADING))

    assert read(draw).footnotes[0].text == f"Bericht, in: {URL}"


def test_columns_that_stand_close_with_notes_below_each():
    left = [
        "Der Rat kam am dritten August 2021 in Bern zu-",
        "sammen und sprach dort mit Gästen über vieles.",
        "Danach folgte noch am selben Tag ein Essen mit",
    ]
    right = [
        "Musik. Am vierten August 2021 reisten alle ab.",
        "Nur wenige blieben da und sahen sich Bern an.",
        "Sie lobten die Stadt und ihre schönen Brunnen.",
    ]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x, column in ((70, left * 4), (70 + 8 + max(canvas.stringWidth(line) for line in left), right * 4)):
            lines(canvas, 700, *column, x=x)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 500, "1 Erster Bericht, in: https://example.org/1")
        canvas.drawString(70 + 8 + 216, 500, "2 Zweiter Bericht, in: https://example.org/2")

    briefing = read(draw)
    text = " ".join(briefing.sections[0].text.split())
    assert text.startswith("Der Rat kam am dritten August 2021 in Bern zusammen und sprach dort mit Gästen über vieles.")
    assert text.endswith("Sie lobten die Stadt und ihre schönen Brunnen.")
    assert "ein Essen mit Musik." in text
    assert [note.number for note in briefing.footnotes] == ["1", "2"]


def test_what_a_browser_prints_around_a_page_is_no_section():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 810, "Zum Inhalt springen")
        lines(canvas, 720, "Der Rat tagte am 3. August 2021 in Bern und sprach über vieles.")
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(70, 690, "Eine Antwort zu „Q3/2021“")
        canvas.setFont("Helvetica", SIZE)
        lines(canvas, 660, "Max am 5. August 2021: So war es auch in Genf, wo man am 4. August 2021 tagte.")

    briefing = read(draw)
    assert [section.heading for section in briefing.sections] == [RAT]
    assert {problem.code for problem in briefing.problems} <= {"part-left-out", "line-left-out"}


def test_words_parted_at_the_end_of_a_line():
    known = words_of(["Die UNODC und die Firma UrduPoint", "planen einen Ten-", "sion genannten ten-year plan"])
    assert seam("der UN-", "ODC", known) == (1, "")
    assert seam("der Urdu-", "Point", known) == (1, "")
    assert seam("zum SCO-", "Gipfel", known) == (0, "")
    assert seam("a ten-", "year plan", words_of(["a year ago"])) == (0, "")
    assert seam("a ten-", "sion", words_of(["a ten-", "sion"])) == (1, "")
    assert seam("in: htt", "ps://example.org/a", known) == (0, "")
    assert seam("China–", "Laos", known) == (0, "")
