"""The quarter sheet: the selection on one or two A4 pages, with figures as vectors, its events and numbered footnotes.

It is an HTML page with a style sheet for print. A headless Chromium prints it on the server, because plotly's figures stay
vectors that way and type is set by a layout engine with hyphens and tables; where there is none, the reader's own browser
prints the same page.
"""

from dataclasses import replace
from html import escape

from plotly.offline import get_plotlyjs

from dashboard.contents.html_parts import is_web, tag
from dashboard.drawing.figure_config import figure_config
from dashboard.language import Text, number, quarter
from dashboard.pages import PRODUCT
from dashboard.sharing import chromium, content
from dashboard.sharing.deck import in_script, style_file
from dashboard.sharing.fit import Fitted, fitted
from dashboard.sharing.fonts import HALO, font_face
from dashboard.sharing.sheet_rows import Line, SheetRows, sheet_rows
from dashboard.sharing.slide import NOTHING, Slide, of_view
from dashboard.view import View

SHEET = Text(de="Quartalsblatt {quarter}", en="Quarter sheet {quarter}")
EVENTS = Text(de="Ereignisse", en="Events")
NOTES = Text(de="Quellen", en="Sources")
HEADS = {
    "when": Text(de="Datum", en="Date"),
    "title": Text(de="Ereignis", en="Event"),
    "status": Text(de="Status", en="Status"),
    "place": Text(de="Ort", en="Place"),
    "refs": Text(de="Quellen", en="Sources"),
}
LEFT_OUT = Text(
    de="Gezeigt sind {shown} von {all} Ereignissen, zuerst die neuesten Hauptereignisse der Abschnitte; "
    "alle stehen unter dem Link.",
    en="Shown are {shown} of {all} events, the newest main events of the sections first; all are under the link.",
)
HINT = Text(
    de="Zum Speichern als PDF drucken Sie diese Seite aus Ihrem Browser (Strg+P, Ziel „Als PDF speichern“, Format A4).",
    en="To keep it as PDF print this page from your browser (Ctrl+P, destination “Save as PDF”, paper A4).",
)
_PAGE = 1009  # CSS pixels of height that a page has inside its margins
_HEAD, _BETWEEN, _HEADINGS = 140, 30, 90  # the head with its figures; caption and space of a row of figures; what parts lists
_ROW, _TIMELINE = 318, 340
_TOPICS_WIDTH, _MAP_WIDTH, _WIDTH = 392, 280, 688
_SAFE = 0.98  # of the room, because lines are estimated
_DRAW = """
window.drawn = Promise.all([...document.querySelectorAll('[data-figure]')].map((box) => {
  const { spec, scale } = SETTINGS.figures[box.dataset.figure];
  box.style.transform = `scale(${scale})`;
  return Plotly.newPlot(box, spec.data, spec.layout, { ...SETTINGS.config, staticPlot: true }).then(() => drawHatching(box));
}));
"""


def sheet_pdf(view: View, base: str) -> bytes:
    """The sheet as PDF of one or two pages. Raises PictureError where the server cannot print."""
    chromium.required()
    return chromium.pdf(sheet_html(view, base))


def sheet_html(view: View, base: str, hint: bool = False) -> str:
    """The sheet as one HTML page without requests; `hint` says above it how to print it."""
    slide = of_view(view, base)
    lang = slide.lang
    specs: list[dict[str, object]] = []
    body = _body(slide, base, specs) if view.count else tag("p", NOTHING(lang), "filter")
    title = title_of(view)
    settings = in_script({"figures": specs, "config": figure_config(lang, "sco")})
    script = (
        f"<script>{get_plotlyjs()}</script><script>const SETTINGS = {settings};{style_file('hatching.js')}{_DRAW}</script>"
        if specs
        else ""
    )
    foot = escape(f"{PRODUCT(lang)} · {slide.sources}", quote=True)
    return (
        f'<!DOCTYPE html><html lang="{lang}" style="--foot: &quot;{_css_text(foot)}&quot;"><head><meta charset="utf-8">'
        '<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">'
        f"<title>{escape(title)} – {PRODUCT(lang)}</title><style>{font_face()}{HALO}{style_file('sheet.css')}</style></head>"
        f"<body>{tag('p', HINT(lang), 'hint') if hint else ''}{_head(slide, title)}{body}{script}</body></html>"
    )


def title_of(view: View) -> str:
    """'Quartalsblatt Q3/2021' for all events of one quarter, else the filter in words."""
    quarters = view.selection.quarter
    if len(quarters) == 1 and not replace(view.selection, quarter=()).is_restricted:
        return SHEET(view.lang, quarter=quarter(quarters[0], view.lang))
    return view.selection.sentence(view.everything, view.lang)


def _css_text(text: str) -> str:
    """A text inside a CSS string: neither quote nor stroke of its own."""
    return text.replace("\\", "").replace('"', "").replace("\n", " ")


def _head(slide: Slide, title: str) -> str:
    link = tag("a", escape(slide.link.split("?")[0]), href=slide.link) if is_web(slide.link) else ""
    restrictions = "" if title == slide.view.selection.sentence(slide.view.everything, slide.lang) else slide.restrictions
    words = f"<strong>{escape(slide.count)}</strong>{escape(restrictions)}. {escape(slide.sources)}"
    parts = [
        tag("p", f"<b>{PRODUCT(slide.lang)}</b><span>{link}</span>", "product"),
        tag("h1", escape(title)),
        tag("p", words, "filter"),
    ]
    if slide.view.count:
        tiles = (
            f"<li><b>{number(figure.value, slide.lang)}</b><span>{escape(figure.word)}</span></li>"
            for figure in content.key_figures(slide)
        )
        parts.append(tag("ul", "".join(tiles), "figures"))
    return tag("header", "".join(parts))


def _body(slide: Slide, base: str, specs: list[dict[str, object]]) -> str:
    view = slide.view
    is_one_quarter = view.tables["briefings"]["quarter"].nunique() == 1
    topics = _of(view, base, "topics", "topic-heatmap" if is_one_quarter else "family-bars")
    left, left_height = _figure(topics, _TOPICS_WIDTH, _ROW, specs)
    right, right_height = _figure(_of(view, base, "map", "map"), _MAP_WIDTH, _ROW, specs)
    used = _HEAD + max(left_height, right_height) + 2 * _BETWEEN + _HEADINGS
    timeline = _of(view, base, "timeline", "timeline")
    for small in (False, True):
        # A timeline of marks where all events have room beside it, else its sums by month.
        found = fitted(timeline, _WIDTH, _TIMELINE, small)
        rows = sheet_rows(slide, (2 * _PAGE - used - found.height * min(found.scale, 1.0)) * _SAFE)
        if not rows.left_out:
            break
    below, _height = _drawn(timeline, found, _WIDTH, specs)
    return tag("div", left + right, "row") + tag("div", below, "row") + _table(rows, slide) + _notes(rows, slide)


def _of(view: View, base: str, page: str, chart: str) -> Slide:
    return of_view(View(view.everything, view.tables, view.selection, view.look, page), base, chart)


def _figure(slide: Slide, width: float, height: float, specs: list[dict[str, object]]) -> tuple[str, float]:
    """A figure with little detail for a box of that size, and the height it takes."""
    return _drawn(slide, fitted(slide, width, height, small=True), width, specs)


def _drawn(slide: Slide, found: Fitted, width: float, specs: list[dict[str, object]]) -> tuple[str, float]:
    scale = min(found.scale, 1.0)
    specs.append({"spec": found.still(), "scale": scale})
    inner = f'<div data-figure="{len(specs) - 1}" style="width:{found.width}px;height:{found.height}px"></div>'
    style = f"width:{width}px;height:{found.height * scale:.0f}px"
    box = f'<div class="box" role="img" aria-label="{escape(slide.summary)}" style="{style}">{inner}</div>'
    return tag("figure", tag("figcaption", escape(slide.title)) + box), found.height * scale


def _table(rows: SheetRows, slide: Slide) -> str:
    lang = slide.lang
    heads = "".join(tag("th", text(lang), name, scope="col") for name, text in HEADS.items())
    body = "".join(_row(line) for line in rows.lines)
    more = ""
    if rows.left_out:
        shown, whole = number(len(rows.lines), lang), number(len(rows.lines) + rows.left_out, lang)
        more = tag("p", LEFT_OUT(lang, shown=shown, all=whole), "more")
    return tag("h2", EVENTS(lang)) + tag("table", tag("thead", tag("tr", heads)) + tag("tbody", body)) + more


def _row(line: Line) -> str:
    cells = [
        tag("td", escape(line.when), "when"),
        tag("td", escape(line.title), "title", lang=line.language),
        tag("td", escape(line.status), "status"),
        tag("td", escape(line.place), "place"),
        tag("td", ", ".join(str(note) for note in line.notes), "refs"),
    ]
    return tag("tr", "".join(cells))


def _notes(rows: SheetRows, slide: Slide) -> str:
    if not rows.notes:
        return ""
    items = []
    for note in rows.notes:
        address = tag("a", escape(note.url), href=note.url) if is_web(note.url) else escape(note.url)
        where = f", in: {address}" if note.url else ""
        items.append(tag("li", f"<b>{note.number}</b>{tag('span', escape(note.text), lang=note.language)}{where}"))
    return tag("h2", NOTES(slide.lang)) + tag("ol", "".join(items), "notes")
