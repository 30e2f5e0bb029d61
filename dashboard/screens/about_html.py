"""The page 'About' as HTML."""

from html import escape

from dashboard.contents.how_to_cite import citation
from dashboard.contents.html_parts import link, outside, table, tag
from dashboard.contents.kinds import LEAD as KINDS_LEAD
from dashboard.contents.kinds import TITLE as KINDS
from dashboard.contents.kinds import kinds
from dashboard.language import Language, Text
from dashboard.screens.about_texts import (
    CITE,
    CITE_NOTE,
    CREDITS,
    LEAD,
    MORE_QUALITY,
    PARTS,
    QUALITY,
    SOURCES,
    TITLE,
    Part,
)
from dashboard.screens.data_html import quality_html
from dashboard.slices.dictionary import measured_quality
from dashboard.view import View

WHAT = Text(de="Was", en="What")
USED_FOR = Text(de="Wofür", en="Used for")
LICENCE = Text(de="Lizenz", en="Licence")
KIND = Text(de="Art", en="Type")
BELONGS = Text(de="Was dazugehört und was nicht", en="What belongs to it and what does not")
KINDS_CAPTION = Text(de="Die Arten mit ihren Grenzen", en="The types with their boundaries")
CREDITS_CAPTION = Text(de="Was von anderen stammt", en="What comes from others")


def about_html(view: View) -> str:
    """The whole page."""
    lang = view.lang
    return "".join(
        [
            tag("h1", TITLE(lang)),
            tag("p", LEAD(lang), "lead"),
            *(_part(part, lang) for part in PARTS),
            _kinds(view),
            tag("h2", SOURCES(lang), id="sources"),
            _credits(lang),
            tag("h2", QUALITY(lang), id="quality"),
            quality_html(measured_quality(), lang),
            tag("p", link(view.url("quality"), MORE_QUALITY(lang))),
            tag("h2", CITE(lang), id="cite"),
            tag("p", escape(citation(view)), "call"),
            tag("p", CITE_NOTE(lang), "quiet"),
        ]
    )


def _part(part: Part, lang: Language) -> str:
    paragraphs = "".join(tag("p", escape(text(lang))) for text in part.paragraphs)
    points = tag("ul", "".join(tag("li", escape(text(lang))) for text in part.points)) if part.points else ""
    return tag("h2", escape(part.title(lang)), id=part.anchor) + tag("div", paragraphs + points, "prose")


def _kinds(view: View) -> str:
    lang = view.lang
    rows = [(escape(label), escape(definition)) for label, definition in kinds(view.everything, lang)]
    if not rows:
        return ""
    return (
        tag("h2", KINDS(lang), id="types")
        + tag("p", KINDS_LEAD(lang))
        + table([KIND(lang), BELONGS(lang)], rows, KINDS_CAPTION(lang))
    )


def _credits(lang: Language) -> str:
    rows = [(outside(credit.url, escape(credit.name)), escape(credit.use(lang)), escape(credit.licence)) for credit in CREDITS]
    return table([WHAT(lang), USED_FOR(lang), LICENCE(lang)], rows, CREDITS_CAPTION(lang))
