"""A presentation as one HTML page: arrow keys, captions, filter, sources and the numbers as a table.

The page needs nothing from outside: plotly.js, style, font and figures are in it, and its own security policy forbids requests.
"""

import json
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from pathlib import Path

from plotly.offline import get_plotlyjs
from plotly.utils import PlotlyJSONEncoder

from dashboard.contents.html_parts import is_web, tag
from dashboard.drawing.figure_config import figure_config
from dashboard.language import Language, Text, number
from dashboard.pages import PRODUCT
from dashboard.sharing import content
from dashboard.sharing.content import Cells
from dashboard.sharing.fit import fitted
from dashboard.sharing.fonts import font_face
from dashboard.sharing.slide import NOTHING, Slide

_FOLDER = Path(__file__).parent
_STAGE = (1760, 780)  # CSS pixels that a figure has on a screen of 1920 by 1080
_STAGE_BESIDE = (1180, 870)  # with the words beside it
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_MOST_EVENTS = 200
_FULL_SIGN = (
    '<svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">'
    '<path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"/></svg>'
)
BACK = Text(de="Zurück", en="Back")
NEXT = Text(de="Weiter", en="Next")
FULL = Text(de="Vollbild", en="Full screen")
TABLE = Text(de="Als Tabelle", en="As a table")
OPEN = Text(de="Ansicht öffnen", en="Open this view")
COUNTER = Text(de="Schritt {n} von {all}", en="Step {n} of {all}")
KEYS = Text(
    de="Pfeiltasten blättern, Pos1 und Ende springen, T zeigt die Tabelle, F schaltet das Vollbild, Esc beendet.",
    en="Arrow keys turn, Home and End jump, T shows the table, F switches full screen, Esc leaves.",
)
MORE = Text(de="… und {n} weitere", en="… and {n} more")
SOURCES = Text(de="Quellen", en="Sources")


def deck(slides: list[Slide], title: str, lang: Language, plotly_url: str = "", leave_to: str = "") -> str:
    """The HTML page of the slides. Without `plotly_url` plotly.js is inside; `leave_to` is where Escape leads, '' nowhere."""
    specs: list[dict[str, object]] = []
    sections = "".join(_section(slide, n, len(slides), specs) for n, slide in enumerate(slides, 1))
    settings = {"figures": specs, "config": figure_config(lang, "sco"), "leave": leave_to, "counter": COUNTER(lang)}
    name = " – ".join(part for part in (title, PRODUCT(lang)) if part)
    drawing = f'<script src="{escape(plotly_url)}"></script>' if plotly_url else f"<script>{get_plotlyjs()}</script>"
    policy = "" if plotly_url else f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{policy}'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f'<link rel="icon" href="data:,"><title>{escape(name)}</title><style>{font_face()}{style_file("deck.css")}</style></head>'
        f"<body><main>{sections}</main>{_controls(len(slides), lang)}{drawing}"
        f'<script type="application/json" id="settings">{in_script(settings)}</script>'
        f"<script>{style_file('deck.js')}</script></body></html>"
    )


def in_script(value: object) -> str:
    """JSON that can stand in a script element: no text in it can end that element."""
    return json.dumps(value, cls=PlotlyJSONEncoder).replace("<", "\\u003c")


def _controls(count: int, lang: Language) -> str:
    buttons = [
        tag("button", "‹", type="button", id="back", aria_label=BACK(lang), title=BACK(lang)),
        tag("output", COUNTER(lang, n=1, all=count), id="counter"),
        tag("button", "›", type="button", id="next", aria_label=NEXT(lang), title=NEXT(lang)),
        tag("button", _FULL_SIGN, type="button", id="full", aria_label=FULL(lang), title=KEYS(lang)),
    ]
    return tag("nav", "".join(buttons), aria_label=KEYS(lang))


def _section(slide: Slide, number_: int, count: int, specs: list[dict[str, object]]) -> str:
    lang = slide.lang
    head = tag("h1", escape(slide.caption), lang=slide.caption_lang) if slide.caption else tag("h1", escape(slide.title))
    under = tag("span", escape(slide.title), "name") + " " if slide.caption else ""
    words = (
        tag("p", f"{under}<strong>{escape(slide.count)}</strong>{escape(slide.restrictions)}", "filter")
        if slide.is_counted
        else ""
    )
    notices = "".join(tag("p", escape(notice), "notice") for notice in slide.notices)
    body = (
        _BODIES.get(slide.view.page, _chart)(slide, specs) if slide.view.count or slide.view.page == "event" else _nothing(slide)
    )
    foot = escape(slide.sources)
    if is_web(slide.link):
        foot += " " + tag("a", OPEN(lang), href=slide.link, target="_blank", rel="noopener noreferrer")
    label = COUNTER(lang, n=number_, all=count)
    inner = tag("header", head + words + notices) + body + tag("footer", tag("p", foot))
    return f'<section id="step-{number_}" aria-label="{label}" tabindex="-1">{inner}</section>'


def _nothing(slide: Slide) -> str:
    return tag("div", tag("p", NOTHING(slide.lang), "nothing"), "stage")


def _chart(slide: Slide, specs: list[dict[str, object]]) -> str:
    found = fitted(slide, *_STAGE)
    is_upright = found.is_upright
    if is_upright:
        found = fitted(slide, *_STAGE_BESIDE)
    specs.append({"spec": found.spec(), "width": found.width, "height": found.height})
    figure = f'<div class="figure" data-figure="{len(specs) - 1}" role="img" aria-label="{escape(slide.summary)}"></div>'
    twin = tag("details", tag("summary", TABLE(slide.lang)) + _table(content.table_twin(slide), slide.lang, 2000), "twin")
    words = tag("p", escape(slide.summary), "summary") + twin
    stage = tag("div", figure, "stage")
    return tag("div", stage + tag("div", words, "words"), "beside") if is_upright else stage + words


def _figures(slide: Slide, _specs: list[dict[str, object]]) -> str:
    tiles = [
        tag(
            "li",
            f"<b>{number(figure.value, slide.lang)}</b><span>{escape(figure.word)}</span><small>{escape(figure.note)}</small>",
        )
        for figure in content.key_figures(slide)
    ]
    return tag("div", tag("ul", "".join(tiles), "figures"), "stage")


def _events(slide: Slide, _specs: list[dict[str, object]]) -> str:
    return tag("div", _table(content.events(slide), slide.lang, _MOST_EVENTS), "stage scroll events", tabindex="0")


def _event(slide: Slide, _specs: list[dict[str, object]]) -> str:
    event = content.event(slide)
    if event is None:
        return tag("div", tag("p", content.NO_EVENT(slide.lang), "nothing"), "stage")
    topics = ", ".join(topic.name for topic in event.topics)
    passage = content.passage(event)
    notes = "".join(tag("li", escape(source.text)) for source in event.sources)
    parts = [
        tag("h2", escape(event.title), lang=event.language) if slide.caption else "",
        tag("p", escape(content.event_line(event)), "facts"),
        tag("p", escape(topics), "facts"),
        tag("blockquote", escape(passage), lang=event.language) if passage else "",
        tag("h3", SOURCES(slide.lang)) + tag("ul", notes, "notes") if notes else "",
    ]
    return tag("div", tag("article", "".join(parts)), "stage scroll", tabindex="0")


_BODIES: dict[str, Callable[[Slide, list[dict[str, object]]], str]] = {"": _figures, "events": _events, "event": _event}


def _table(cells: Cells, lang: Language, most: int) -> str:
    def row(kind: str, values: Iterable[str]) -> str:
        marks = ("num" if column in cells.numbers else "" for column in range(len(cells.heads)))
        scope = "col" if kind == "th" else ""
        return tag("tr", "".join(tag(kind, escape(text), mark, scope=scope) for text, mark in zip(values, marks, strict=True)))

    body = "".join(row("td", values) for values in cells.rows[:most])
    left = len(cells.rows) - most
    more = tag("p", MORE(lang, n=number(left, lang)), "summary") if left > 0 else ""
    return tag("table", tag("thead", row("th", cells.heads)) + tag("tbody", body)) + more


@cache
def style_file(name: str) -> str:
    """The text of a style sheet or script of this package."""
    return (_FOLDER / name).read_text(encoding="utf-8")
