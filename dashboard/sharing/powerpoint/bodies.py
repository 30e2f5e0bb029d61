"""Which form a view takes in PowerPoint: by its page, and by the chart it shows."""

import io
from collections.abc import Callable

from pptx.slide import Slide as Sheet
from pptx.util import Inches

from dashboard.language import Text, number
from dashboard.sharing import chromium, content, picture
from dashboard.sharing.chromium import PictureError
from dashboard.sharing.content import Cells
from dashboard.sharing.fit import fitted
from dashboard.sharing.powerpoint import charts, tables
from dashboard.sharing.powerpoint.frame import BODY, LOOK, Body, describe, text_box, write
from dashboard.sharing.slide import NOTHING, Slide

_ROWS, _MOST_SHEETS = 12, 5  # lines of a table on one slide, slides of one list
_LEAST = 0.55  # of a figure's size: below that its type has less than 5 points
_SUMMARY = 0.5  # inches that the sentence under a figure takes
INSTEAD = Text(
    de="Als Tabelle, weil der Server kein Bild erzeugen kann (kein Chromium){more}.",
    en="As a table, because the server cannot make a picture (no Chromium){more}.",
)
MORE = Text(de="; {n} weitere Zeilen unter dem Link", en="; {n} more rows under the link")
LEFT = Text(de="{n} weitere Ereignisse unter dem Link", en="{n} more events under the link")
SUMMED = Text(
    de="Einzelne Zeichen wären auf der Folie nicht lesbar; sie sind zu Zählungen zusammengefasst.",
    en="Single marks could not be read on a slide; they are summed up as counts.",
)
PART = Text(de=" ({n} von {all})", en=" ({n} of {all})")
SOURCES = Text(de="Quellen", en="Sources")
# Columns of a table that stands in for a picture, with their widths.
_INSTEAD = {
    "timeline": {"period": 2.0, "title": 6.0, "status": 1.4, "venues": 2.0},
    "map": {"place": 3.0, "country": 3.0, "kind": 2.0, "venue_events": 1.6, "mention_events": 1.8},
    "chains": {"chain": 5.0, "outcome": 2.0, "period": 2.0, "status": 1.4},
    "membership": {"country": 2.5, "role": 2.0, "period": 4.0},
    "actor-pairs": {"actor": 4.0, "with_actor": 4.0, "events": 1.5},
}
_RANKED = {"map": ("place", "venue_events")}  # rows in the order of a rank, of which the first stand beside the picture


def bodies(slide: Slide) -> list[Body]:
    """The bodies of the slides that a view becomes: one, or several for a list."""
    if not slide.view.count and slide.view.page != "event":
        return [_words(slide, NOTHING(slide.lang))]
    if slide.chart is None:
        return {"": _figures, "event": _event}.get(slide.view.page, _events)(slide)
    form = _FORMS.get(slide.chart.ID)
    if form is not None and not slide.rows.empty:
        return [Body(lambda sheet: form(sheet, slide))]
    return [_picture(slide)]


def _stacked(name: str, value: str, id_: str, colour_of: Callable[[str], str]) -> Callable[[Sheet, Slide], None]:
    def draw(sheet: Sheet, slide: Slide) -> None:
        colours = {label: colour_of(key) for label, key in zip(slide.rows[name], slide.rows[id_], strict=True)}
        charts.stacked(sheet, slide.rows, name, value, colours, (slide.title, slide.summary))

    return draw


def _matrix(name: str, value: str) -> Callable[[Sheet, Slide], None]:
    def draw(sheet: Sheet, slide: Slide) -> None:
        words = (slide.title, slide.summary)
        if slide.rows["quarter"].nunique() == 1:
            keys = slide.rows["family_id"] if "family_id" in slide.rows else slide.rows[name]
            colours = {label: LOOK.family(key) for label, key in zip(slide.rows[name], keys, strict=True)}
            charts.bars(sheet, slide.rows, name, value, colours, words)
        else:
            tables.matrix(sheet, slide.rows, name, value, slide.lang, words, _inks(slide, name))

    return draw


def _inks(slide: Slide, name: str) -> dict[str, str]:
    """Words in the colour of their family, where they have one."""
    if "family_id" not in slide.rows:
        return {}
    return {label: LOOK.family_text(key) for label, key in zip(slide.rows[name], slide.rows["family_id"], strict=True)}


def _trends(sheet: Sheet, slide: Slide) -> None:
    colours = {label: LOOK.family(key) for label, key in zip(slide.rows["topic"], slide.rows["family_id"], strict=True)}
    if slide.rows["quarter"].nunique() == 1:
        charts.bars(sheet, slide.rows, "topic", "events", colours, (slide.title, slide.summary))
        return
    charts.small_columns(
        sheet, slide.rows, "topic", "events", colours, slide.lang, (slide.title, slide.summary), _inks(slide, "topic")
    )


_FORMS: dict[str, Callable[[Sheet, Slide], None]] = {
    "family-bars": _stacked("family", "events", "family_id", LOOK.family),
    "chain-outcomes": _stacked("outcome", "chains", "outcome_id", LOOK.outcome),
    "topic-heatmap": _matrix("topic", "events"),
    "actor-frequency": _matrix("actor", "events"),
    "topic-trends": _trends,
}


def _picture(slide: Slide) -> Body:
    """The figure as a picture with its summary as description; without a Chromium its rows as a table."""
    if chromium.why_not():
        return _table_instead(slide)
    left, top, width, height = BODY
    found = fitted(slide, width * 96, height * 96)
    note = ""
    if found.scale < _LEAST:
        smaller = fitted(slide, width * 96, height * 96, small=True)
        if smaller.scale > found.scale:
            found, note = smaller, f"{slide.summary} {SUMMED(slide.lang)}"
    upright = found.is_upright
    tall = height + _SUMMARY if upright else height
    try:
        made = picture.of_figure(found)
    except PictureError:
        return _table_instead(slide)
    scale = min(width / made.width, tall / made.height)

    def draw(sheet: Sheet) -> None:
        wide = made.width * scale
        at = left if upright else left + (width - wide) / 2
        shape = sheet.shapes.add_picture(io.BytesIO(made.png), Inches(at), Inches(top), Inches(wide))
        describe(shape, slide.title, f"{slide.title}: {slide.summary}")
        if upright:
            beside = text_box(sheet, left + wide + 0.4, top + 0.3, width - wide - 0.4, 3)
            write(beside.paragraphs[0], slide.summary, slide.lang, 20, LOOK.text)
            _list_beside(sheet, slide, left + wide + 0.4, width - wide - 0.4)

    return Body(draw, note, has_summary=not upright)


def _list_beside(sheet: Sheet, slide: Slide, left: float, width: float) -> None:
    """The head of the chart's rows as a native table, where it is a list by rank."""
    columns = _RANKED.get(slide.chart.ID if slide.chart else "", ())
    if columns:
        cells = content.table_twin(slide, columns).first(8)
        place = (left, BODY[1] + 2.3, min(width, 4.2), 0.32 * (len(cells.rows) + 1))
        tables.plain(sheet, cells, (3.0, 2.2), slide.lang, (slide.title, slide.summary), 12, place)


def _table_instead(slide: Slide) -> Body:
    chart = slide.chart.ID if slide.chart else ""
    whole = content.table_twin(slide, tuple(_INSTEAD.get(chart, ())))
    cells = whole.first(_ROWS)
    left = len(whole.rows) - len(cells.rows)
    note = INSTEAD(slide.lang, more=MORE(slide.lang, n=number(left, slide.lang)) if left else "")
    widths = list(_INSTEAD.get(chart, {}).values()) or [1.0] * len(cells.heads)
    return Body(lambda sheet: tables.plain(sheet, cells, widths, slide.lang, (slide.title, slide.summary)), note)


def _events(slide: Slide) -> list[Body]:
    cells = content.events(slide)
    parts = [Cells(cells.heads, cells.rows[start : start + _ROWS]) for start in range(0, len(cells.rows), _ROWS)][:_MOST_SHEETS]
    left = len(cells.rows) - sum(len(part.rows) for part in parts)
    last = LEFT(slide.lang, n=number(left, slide.lang)) if left else ""

    def body(part: Cells, position: int) -> Body:
        words = (slide.title, slide.filter)
        note = last if position == len(parts) else ""
        of = PART(slide.lang, n=position, all=len(parts)) if len(parts) > 1 else ""
        return Body(lambda sheet: tables.plain(sheet, part, (2.2, 5.6, 1.6, 2.0, 3.0), slide.lang, words), note, of, False)

    return [body(part, position) for position, part in enumerate(parts, 1)]


def _figures(slide: Slide) -> list[Body]:
    def draw(sheet: Sheet) -> None:
        left, top, width, _height = BODY
        for position, figure in enumerate(content.key_figures(slide)):
            x, y = left + position % 3 * (width / 3), top + 0.2 + position // 3 * 2.3
            frame = text_box(sheet, x, y, width / 3 - 0.3, 2.0)
            write(frame.paragraphs[0], number(figure.value, slide.lang), slide.lang, 54, LOOK.accent, bold=True)
            write(frame.add_paragraph(), figure.word, slide.lang, 20, LOOK.text)
            write(frame.add_paragraph(), figure.note, slide.lang, 13, LOOK.muted)

    return [Body(draw, has_summary=False)]


def _event(slide: Slide) -> list[Body]:
    event = content.event(slide)
    if event is None:
        return [_words(slide, content.NO_EVENT(slide.lang))]
    lang = slide.lang

    def draw(sheet: Sheet) -> None:
        left, top, width, height = BODY
        frame = text_box(sheet, left, top, width, height)
        write(frame.paragraphs[0], content.event_line(event), lang, 18, LOOK.muted)
        write(frame.add_paragraph(), ", ".join(topic.name for topic in event.topics), lang, 16, LOOK.muted)
        quoted = frame.add_paragraph()
        quoted.space_before = quoted.space_after = 200_000  # EMU, a line
        passage = content.passage(event)
        write(quoted, passage, event.language, 22 if len(passage) < 500 else 16, LOOK.text)
        if event.sources:
            write(frame.add_paragraph(), SOURCES(lang), lang, 13, LOOK.text, bold=True)
        for source in event.sources[:8]:
            write(frame.add_paragraph(), source.text, source.language_code, 11, LOOK.muted)

    return [Body(draw, has_summary=False)]


def _words(slide: Slide, text: str) -> Body:
    def draw(sheet: Sheet) -> None:
        write(text_box(sheet, *BODY[:3], 1.0).paragraphs[0], text, slide.lang, 22, LOOK.muted)

    return Body(draw, has_summary=False)
