"""What goes on over the pages and columns of a PDF: notes at the foot, headings at the top, lists of notes, addresses."""

from reportlab.pdfgen.canvas import Canvas

from tests.loaders.test_readers_pdf_habits import LEADING, SIZE, lines, raised, read

SENTENCE = "Es ging um den Handel, den Verkehr und um alles, was die Staaten verbindet, wie"
HEAD = "https://example.org/2021/eine-lange-adresse-von-der-tagung-der-raete-in-"
TAIL = "der-stadt-bern/index.html"
URL = HEAD + TAIL


def test_a_note_as_large_as_the_text_goes_on_at_the_foot_of_the_next_page():
    def draw(canvas: Canvas) -> None:
        for page, (note, more) in enumerate((("1", ""), ("2", TAIL))):
            top = 700 if page == 0 else 780
            lines(canvas, top, "Der Rat tagte am 3. August 2021.")
            raised(canvas, 70 + canvas.stringWidth("Der Rat tagte am 3. August 2021."), top, note)
            y = lines(canvas, top - LEADING, *[SENTENCE] * 20) - 30
            if more:
                y = lines(canvas, y, more) - 10
            raised(canvas, 70, y, note)
            y = lines(canvas, y, f"  Bericht Nummer {note} über die Tagung, in:")
            lines(canvas, y, HEAD if page == 0 else "https://example.org/2")
            canvas.showPage()
            canvas.setFont("Helvetica", SIZE)

    briefing = read(draw)
    assert [note.text for note in briefing.footnotes] == [
        f"Bericht Nummer 1 über die Tagung, in: {URL}",
        "Bericht Nummer 2 über die Tagung, in: https://example.org/2",
    ]
    assert TAIL not in briefing.sections[0].text


def test_a_small_note_goes_on_where_the_next_page_has_none_of_its_own():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 700, "Der Rat tagte am 3. August 2021.")
        raised(canvas, 70 + canvas.stringWidth("Der Rat tagte am 3. August 2021."), 700, "1")
        lines(canvas, 686, *[SENTENCE] * 30)
        canvas.setFont("Helvetica", 8)
        lines(canvas, 90, "1 Bericht über die Tagung der Räte, die lange währte und zu der", "viele kamen, auch aus Genf und aus")
        canvas.showPage()
        canvas.setFont("Helvetica", SIZE)
        lines(canvas, 780, *[SENTENCE] * 10, "es heißt.")
        canvas.setFont("Helvetica", 8)
        lines(canvas, 76, "Zürich, in: https://example.org/1")

    briefing = read(draw)
    assert briefing.footnotes[0].text.endswith("auch aus Genf und aus Zürich, in: https://example.org/1")
    assert briefing.sections[0].text.endswith("es heißt.")


def test_headings_over_two_lines_that_end_alike_at_the_top_of_pages():
    def draw(canvas: Canvas) -> None:
        lines(canvas, 700, *[SENTENCE] * 5, "es heißt.")
        for town in ("Genf", "Basel"):
            canvas.showPage()
            canvas.setFont("Helvetica-Bold", 13)
            lines(canvas, 780, f"Gemeinsame Messe der Staaten in {town}, 28. August bis 1.", "September 2021")
            canvas.setFont("Helvetica", SIZE)
            lines(canvas, 740, *[SENTENCE] * 5, "es heißt.")

    heads = [section.heading for section in read(draw).sections]
    assert heads[1:] == [
        f"Gemeinsame Messe der Staaten in {town}, 28. August bis 1. September 2021" for town in ("Genf", "Basel")
    ]


def test_a_list_of_notes_whose_numbers_have_no_sign():
    def draw(canvas: Canvas) -> None:
        y = 700.0
        for number in "123":
            text = f"Der Rat tagte am {number}. August 2021."
            lines(canvas, y, text)
            raised(canvas, 70 + canvas.stringWidth(text), y, number)
            y -= LEADING
        canvas.setFont("Helvetica-Bold", 13)
        lines(canvas, y - 20, "Quellen")
        canvas.setFont("Helvetica", SIZE)
        lines(canvas, y - 50, *(f"{number} Bericht, in: https://example.org/{number}" for number in "123"))

    assert [note.text for note in read(draw).footnotes] == [f"Bericht, in: https://example.org/{number}" for number in "123"]


def test_two_columns_of_which_the_last_page_is_not_full():
    left = [f"Satz {n} der linken Spalte, die hier steht und lang ist," for n in range(32)]
    right = [f"Satz {n} der rechten Spalte, die hier steht und lang ist," for n in range(32)]

    def draw(canvas: Canvas) -> None:
        for page in range(2):
            canvas.setFont("Helvetica", 9)
            lines(canvas, 700, *(left[:30] if page == 0 else left[30:]), x=70)
            lines(canvas, 700, *(right[:30] if page == 0 else right[30:31]), x=320)
            canvas.showPage()

    text = " ".join(read(draw).sections[0].text.split())
    assert text.index("Satz 31 der linken") < text.index("Satz 30 der rechten")


def test_an_address_goes_on_in_the_next_column_behind_any_sign():
    fill = ["Es ging um den Handel, den Verkehr und", "um vieles andere mehr, wie man hörte."] * 6

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        y = lines(canvas, 700, "Der Rat tagte am 3. August 2021.[1]", *fill, x=70)
        lines(canvas, y - 20, "[1] Bericht, in: https://example.org/?", x=70)
        y = lines(canvas, 700, "action=view&id=144431&module=", "news", x=320)
        lines(canvas, y - 20, *fill, x=320)

    assert read(draw).footnotes[0].text.startswith("Bericht, in: https://example.org/?action=view&id=144431&module=news")
