"""The quality page as HTML: findings by quarter and kind, each leading to its section, event or line."""

from html import escape
from typing import Any

import pandas as pd

from dashboard.contents.html_parts import link, table, tag
from dashboard.contents.quality import KINDS, counts
from dashboard.language import Language, Text, number, quarter
from dashboard.screens.event_html import briefing_url
from dashboard.view import View

TITLE = Text(de="Datenqualität", en="Data quality")
LEAD = Text(
    de="Was beim Lesen offen blieb oder auffiel, nach Quartal und Art. Ein vages Datum ist kein Fehler: Der Text ist nicht "
    "genauer. Eine Zahl führt zu ihren Fundstellen.",
    en="What stayed open or stood out in reading, by quarter and kind. A vague date is no mistake: the text is no more exact. "
    "A number leads to its findings.",
)
BY_QUARTER = Text(de="Auffälligkeiten nach Quartal und Art", en="Findings by quarter and kind")
QUARTER = Text(de="Quartal", en="Quarter")
SUM = Text(de="Summe", en="Sum")
NOTHING = Text(de="Keine Auffälligkeit in dieser Auswahl.", en="No finding in this selection.")
LINE = Text(de="Zeile {line}", en="line {line}")
SECTION = Text(de="Abschnitt {number}", en="section {number}")
IN_BRIEFING = Text(de="im Briefing", en="in the briefing")
NONE_OF = Text(de="Ohne Befund: {kinds}.", en="Without a finding: {kinds}.")
FINDINGS = Text(de="Fundstellen", en="Findings")


def matrix_html(found: pd.DataFrame, quarters: list[str], lang: Language) -> str:
    """Quarters by kinds; each number leads to its list. Kinds without any finding are named below and have no column."""
    table_ = counts(found, quarters)
    kinds = [kind for kind in KINDS if table_[kind].sum()]
    empty = [KINDS[kind](lang) for kind in KINDS if kind not in kinds]
    rows = [
        [
            escape(quarter(quarter_, lang)),
            *(_cell(int(row[kind]), quarter_, kind, lang) for kind in kinds),
            number(int(row.sum()), lang),
        ]
        for quarter_, row in table_.iterrows()
    ]
    sums = [SUM(lang), *(number(int(table_[kind].sum()), lang) for kind in kinds), number(int(table_.to_numpy().sum()), lang)]
    heads = [QUARTER(lang), *(KINDS[kind](lang) for kind in kinds), SUM(lang)]
    named = tag("p", escape(NONE_OF(lang, kinds=", ".join(empty))), "quiet") if empty else ""
    if not kinds:
        return named
    return table(heads, rows, BY_QUARTER(lang), frozenset(range(1, len(heads))), sums) + named


def _cell(count: int, quarter_: str, kind: str, lang: Language) -> str:
    return link(f"#{_anchor(quarter_, kind)}", number(count, lang)) if count else tag("span", "–", "zero")


def _anchor(quarter_: str, kind: str) -> str:
    return f"q-{quarter_}-{kind}"


def findings_html(found: pd.DataFrame, view: View) -> str:
    """Every finding, by quarter and kind; the lists are folded and open when a number leads there."""
    if found.empty:
        return tag("p", NOTHING(view.lang))
    sections = []
    for quarter_, of_quarter in found.groupby("quarter", sort=True):
        parts = [tag("h3", escape(quarter(quarter_, view.lang)))]
        for kind, name in KINDS.items():
            rows = of_quarter[of_quarter["kind"] == kind]
            if len(rows):
                summary = tag("summary", f'{escape(name(view.lang))} <span class="quiet">{number(len(rows), view.lang)}</span>')
                items = tag("ul", "".join(_item(row, view) for row in rows.itertuples()), id=_anchor(quarter_, kind))
                parts.append(tag("details", summary + items))
        sections.append(tag("section", "".join(parts)))
    return tag("h2", FINDINGS(view.lang)) + tag("div", "".join(sections), "columns findings")


def _item(row: Any, view: View) -> str:
    """A finding and the ways to it: the event it is about, its section in the briefing, its line in the file."""
    what = escape(row.what)
    if row.event_id:
        what = link(view.url("event", event=row.event_id), what)
    places = []
    if row.section_id:
        words = SECTION(view.lang, number=row.section_id.rsplit("-s", 1)[-1])
        places.append(link(briefing_url(row.section_id, view), escape(words)))
    elif row.kind == "footnote":
        places.append(link(view.url("briefing", briefing=row.briefing_id, event="") + "#notes", IN_BRIEFING(view.lang)))
    if not pd.isna(row.line):
        places.append(escape(LINE(view.lang, line=row.line)))
    return tag("li", f'{what} <span class="quiet">{" · ".join(places)}</span>')
