"""The footnotes of a reader's own briefing as HTML: what was read of each, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Mapping
from html import escape

from dashboard.contents.event_detail import Source, named_sources
from dashboard.contents.evidence import note_anchor, note_markers
from dashboard.contents.html_parts import BACK, NO_ADDRESS, PRINTED, link, outside, tag
from dashboard.contents.problem_words import severity
from dashboard.language import Language, Text
from loaders.tables import Tables

NO_NOTES = Text(de="Dieses Briefing hat keine Fußnoten.", en="This briefing has no footnotes.")
UNKNOWN = Text(de="Herausgeber und Datum nicht erkannt", en="publisher and date not recognised")


def notes_html(own: Tables, note_problems: Mapping[str, str], shown: set[str], lang: Language) -> str:
    """All footnotes; `note_problems` gives the number for the id of a problem, `shown` are the sections with their markers."""
    sources = named_sources(own["sources"], lang)
    if not sources:
        return tag("p", NO_NOTES(lang), "quiet")
    faults: dict[str, list[str]] = defaultdict(list)
    for row in own["problems"].to_dict("records"):
        if row["problem_id"] in note_problems:
            message = f"{severity(row['severity'], lang)}: {escape(row[f'message_{lang}'])}"
            faults[note_problems[row["problem_id"]]].append(tag("li", message))
    back = _first_marks(own, shown, lang)
    items = [_note(source, faults[source.number], back.get(source.number, ""), lang) for source in sources]
    return tag("ol", "".join(items), "notes full")


def _first_marks(own: Tables, shown: set[str], lang: Language) -> dict[str, str]:
    """The anchor of the first marker of each footnote."""
    marks: dict[str, str] = {}
    for section_id in own["sections"]["section_id"]:
        for marker in note_markers(own, section_id, lang) if section_id in shown else ():
            marks.setdefault(marker.number, marker.key)
    return marks


def _note(source: Source, faults: list[str], back: str, lang: Language) -> str:
    printed = escape(source.number)
    number = link(f"#{back}", printed, "number", title=BACK(lang)) if back else tag("span", printed, "number")
    facts = [escape(fact) for fact in (source.publisher, source.date) if fact] or [UNKNOWN(lang)]
    if source.language:
        facts.append(escape(source.language))
    address = outside(source.url, escape(source.url)) if source.url else tag("span", NO_ADDRESS(lang), "quiet")
    # A problem that says the same stands below.
    is_mended = source.printed and source.url and not faults
    mended = tag("div", PRINTED(lang, address=escape(source.printed)), "quiet") if is_mended else ""
    problems = tag("ul", "".join(faults), "faults") if faults else ""
    html = [
        tag("cite", escape(source.title), lang=source.language_code),
        tag("div", " · ".join(facts), "quiet"),
        tag("div", address, "address"),
        mended,
        problems,
    ]
    return tag("li", number + tag("div", "".join(html)), id=note_anchor(source.number))
