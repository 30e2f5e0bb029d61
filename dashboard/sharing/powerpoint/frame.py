"""What every slide has around its body: title, filter, summary, sources, number, and the notes. Lengths are inches."""

from collections.abc import Callable
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Sheet
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Inches, Pt

from dashboard.drawing.labels import text_width
from dashboard.drawing.style import Look
from dashboard.language import Language, Text
from dashboard.pages import PRODUCT
from dashboard.sharing.citation import references
from dashboard.sharing.slide import Slide

WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.55
BODY = (MARGIN, 1.55, WIDTH - 2 * MARGIN, 4.85)  # left, top, width, height
LOOK = Look()
_MOST_SOURCES = 60
_TITLE_ONLY = 5  # the layout of that name in python-pptx's template
LANGUAGES = {"de": MSO_LANGUAGE_ID.GERMAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
OPEN = Text(de="Ansicht öffnen", en="Open this view")
FILTER = Text(de="Auswahl: {filter}", en="Selection: {filter}")
LINK = Text(de="Link: {link}", en="Link: {link}")
HOW = Text(de="Lesehilfe: {help}", en="How to read it: {help}")
SOURCES = Text(de="Quellen:", en="Sources:")
MORE = Text(de="… und {n} weitere unter dem Link", en="… and {n} more under the link")


@dataclass(frozen=True, slots=True)
class Body:
    """What fills a slide: `draw(sheet)` puts it into `BODY`; `note` is said under it, `part` behind the title."""

    draw: Callable[[Sheet], None]
    note: str = ""
    part: str = ""
    has_summary: bool = True


def add(deck: Deck, slide: Slide, body: Body) -> None:
    """Adds a slide with its frame and body."""
    sheet = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    _title(sheet, slide, body)
    body.draw(sheet)
    under = body.note or (slide.summary if body.has_summary else "")
    if under:
        box = text_box(sheet, MARGIN, BODY[1] + BODY[3] + 0.02, BODY[2], 0.5, anchor=MSO_ANCHOR.MIDDLE)
        write(box.paragraphs[0], under, slide.lang, 14, LOOK.muted)
    _foot(sheet, slide)
    _notes(sheet, slide)


def _title(sheet: Sheet, slide: Slide, body: Body) -> None:
    title = sheet.shapes.title
    title.left, title.top, title.width, title.height = (Inches(value) for value in (MARGIN, 0.3, WIDTH - 2 * MARGIN, 0.72))
    words = (slide.caption or slide.title) + body.part
    frame = title.text_frame
    frame.word_wrap, frame.vertical_anchor, frame.auto_size = True, MSO_ANCHOR.MIDDLE, MSO_AUTO_SIZE.NONE
    _no_margins(frame)
    lang = slide.caption_lang if slide.caption else slide.lang
    write(frame.paragraphs[0], words, lang, _largest(words), LOOK.text, bold=True)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    paragraph = text_box(sheet, MARGIN, 1.04, WIDTH - 2 * MARGIN, 0.42).paragraphs[0]
    if slide.caption:
        write(paragraph, f"{slide.title} · ", slide.lang, 16, LOOK.accent, bold=True)
    if slide.is_counted:
        write(paragraph, slide.count, slide.lang, 16, LOOK.text, bold=True)
        write(paragraph, slide.restrictions, slide.lang, 16, LOOK.muted)


def _largest(words: str) -> int:
    """The type size (points) in which a title stands on one line, or on two."""
    room = (WIDTH - 2 * MARGIN) * 72 * 1.05  # the widths are of a broader font
    one_line = next((size for size in (30, 28, 26, 24, 22) if text_width(words, size) < room), 0)
    return one_line or next((size for size in (22, 20, 18, 16) if text_width(words, size) < room * 1.8), 14)


def _foot(sheet: Sheet, slide: Slide) -> None:
    rule = sheet.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(value) for value in (MARGIN, 6.98, WIDTH - 2 * MARGIN, 0.012)))
    rule.fill.solid()
    rule.fill.fore_color.rgb, rule.shadow.inherit = colour(LOOK.grid), False
    rule.line.fill.background()
    paragraph = text_box(sheet, MARGIN, 7.02, WIDTH - 2 * MARGIN - 0.8, 0.35, anchor=MSO_ANCHOR.MIDDLE).paragraphs[0]
    write(paragraph, f"{PRODUCT(slide.lang)}. {slide.sources} ", slide.lang, 11, LOOK.muted)
    if slide.link.startswith(("http://", "https://")):
        write(paragraph, OPEN(slide.lang), slide.lang, 11, LOOK.accent)
        paragraph.runs[-1].hyperlink.address = slide.link
    number = text_box(sheet, WIDTH - MARGIN - 0.8, 7.02, 0.8, 0.35, anchor=MSO_ANCHOR.MIDDLE).paragraphs[0]
    number.alignment = PP_ALIGN.RIGHT
    _slide_number(number, len(sheet.part.package.presentation_part.presentation.slides))


def _slide_number(paragraph: _Paragraph, now: int) -> None:
    """PowerPoint's own field, so that the number stays right when slides are moved."""
    field = (
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="de-DE" sz="1100"><a:solidFill><a:srgbClr val="{LOOK.muted[1:]}"/></a:solidFill></a:rPr>'
        f"<a:t>{now}</a:t></a:fld>"
    )
    paragraph._p.append(parse_xml(field))


def _notes(sheet: Sheet, slide: Slide) -> None:
    lang = slide.lang
    notes = references(slide.view.everything, slide.event_ids, lang).notes
    lines = [FILTER(lang, filter=slide.filter), *slide.notices]
    if slide.chart:
        lines.append(HOW(lang, help=slide.chart.HELP(lang)))
    lines += [LINK(lang, link=slide.link), slide.sources]
    if notes:
        lines += ["", SOURCES(lang), *(f"{note.number}. {note.whole}" for note in notes[:_MOST_SOURCES])]
    if len(notes) > _MOST_SOURCES:
        lines.append(MORE(lang, n=len(notes) - _MOST_SOURCES))
    sheet.notes_slide.notes_text_frame.text = "\n".join(lines)


def text_box(
    sheet: Sheet, left: float, top: float, width: float, height: float, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP
) -> TextFrame:
    """An empty text box without inner margins."""
    frame = sheet.shapes.add_textbox(*(Inches(value) for value in (left, top, width, height))).text_frame
    frame.word_wrap, frame.vertical_anchor = True, anchor
    _no_margins(frame)
    return frame


def write(paragraph: _Paragraph, text: str, lang: Language | str, size: float, ink: str, bold: bool = False) -> None:
    """Adds a piece of text to a paragraph; `size` in points, `ink` as '#rrggbb'."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour(ink)
    if lang in LANGUAGES:
        run.font.language_id = LANGUAGES[lang]


def colour(value: str) -> RGBColor:
    """'#rrggbb' as PowerPoint takes it."""
    return RGBColor.from_string(value.lstrip("#").upper())


def describe(shape: object, name: str, text: str) -> None:
    """Name and description (alternative text) of a picture, chart or table."""
    properties = shape._element.xpath(".//p:cNvPr")[0]  # type: ignore[attr-defined]
    properties.set("name", name)
    properties.set("descr", text)


def _no_margins(frame: TextFrame) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
