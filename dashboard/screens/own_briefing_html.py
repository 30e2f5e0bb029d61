"""A reader's own briefing as HTML: what was found in it in numbers, beside the rest, and what could not be resolved."""

from collections.abc import Collection
from html import escape

import pandas as pd

from dashboard.contents.html_parts import link, table, tag
from dashboard.contents.problem_words import severity
from dashboard.language import LANGUAGES, Language, Text, counted, number, quarter
from dashboard.names import language_name
from dashboard.view import View
from loaders.tables import Tables

EVENTS = (Text(de="Ereignis", en="event"), Text(de="Ereignisse", en="events"))
SECTIONS = (Text(de="Abschnitt", en="section"), Text(de="Abschnitte", en="sections"))
NOTES = (Text(de="Fußnote", en="footnote"), Text(de="Fußnoten", en="footnotes"))
PROBLEMS_COUNTED = (Text(de="Hinweis", en="problem"), Text(de="Hinweise", en="problems"))
KNOWN = Text(
    de="Für dieses Quartal gibt es schon ein Briefing im Bestand; beide stehen nebeneinander, nichts wird ersetzt. {link}",
    en="There already is a briefing of this quarter among the data; both stand side by side, nothing is replaced. {link}",
)
TO_KNOWN = Text(de="Das Briefing im Bestand lesen", en="Read the one among the data")
CONTENTS = Text(de="Auf dieser Seite", en="On this page")
BESIDE = Text(de="Neben dem Bestand", en="Beside the rest")
WHAT, OWN, USUAL = Text(de="Anzahl", en="Number"), Text(de="Hier", en="Here"), Text(de="Briefing im Mittel", en="Mean briefing")
PROBLEMS = Text(de="Was offen blieb", en="What stayed open")
NO_PROBLEMS = Text(de="Nichts blieb offen.", en="Nothing stayed open.")
NO_OTHERS = Text(de="Sonst blieb nichts offen.", en="Nothing else stayed open.")
AT_NOTES = Text(de="{count} zu Fußnoten stehen bei diesen.", en="{count} about footnotes stand with these.")
AT_NOTE = Text(de="{count} zu einer Fußnote steht bei dieser.", en="{count} about a footnote stands with it.")
PLACE, KIND, MESSAGE = Text(de="Stelle", en="Place"), Text(de="Art", en="Kind"), Text(de="Was", en="What")
SECTION = Text(de="Abschnitt {no}", en="Section {no}")
LINE = Text(de="Zeile {no}", en="Line {no}")
EVENTS_TITLE = Text(de="Ereignisse nach Abschnitten", en="Events by section")
NOTES_TITLE = Text(de="Fußnoten", en="Footnotes")


def summary_html(own: Tables, view: View) -> str:
    """What was read, in numbers. `own` are the tables of the briefing alone, `view` those of the application."""
    lang, briefing = view.lang, own["briefings"].iloc[0]
    numbers = ", ".join(
        counted(len(own[name]), *words, lang)
        for name, words in (("sections", SECTIONS), ("events", EVENTS), ("sources", NOTES), ("problems", PROBLEMS_COUNTED))
    )
    told = [quarter(briefing["quarter"], lang), briefing["file"]]
    if briefing["language"] in LANGUAGES:
        told.append(language_name(briefing["language"], lang))
    title = tag("h2", escape(briefing["title"]), lang=briefing["language"])
    kicker = tag("p", escape(" · ".join(told)), "kicker")
    head = tag("header", kicker + title + tag("p", escape(numbers), "lead"), "own-head")
    return head + _known(briefing["quarter"], view)


def _known(of_quarter: str, view: View) -> str:
    briefings = view.everything["briefings"]
    same = briefings.loc[briefings["quarter"] == of_quarter, "briefing_id"]
    if same.empty:
        return ""
    to_known = link(view.url("briefing", briefing=same.iloc[0], event=""), TO_KNOWN(view.lang))
    return tag("p", KNOWN(view.lang, link=to_known), "call")


def contents_html(lang: Language) -> str:
    """Links to the parts of the finding."""
    parts = (("own-problems", PROBLEMS), ("own-events", EVENTS_TITLE), ("own-notes", NOTES_TITLE), ("own-beside", BESIDE))
    return tag("nav", "".join(link(f"#{key}", text(lang)) for key, text in parts), "steps", aria_label=CONTENTS(lang))


def problems_html(problems: pd.DataFrame, of_notes: Collection[str], lang: Language) -> str:
    """What stayed open; the problems whose id is in `of_notes` are counted here and stand with their footnotes."""
    head = tag("h2", PROBLEMS(lang), id="own-problems")
    if problems.empty:
        return head + tag("p", NO_PROBLEMS(lang))
    others = problems[~problems["problem_id"].isin(set(of_notes))]
    count = len(problems) - len(others)
    said = (AT_NOTE if count == 1 else AT_NOTES)(lang, count=counted(count, *PROBLEMS_COUNTED, lang))
    note = tag("p", link("#own-notes", said), "quiet") if count else ""
    if others.empty:
        return head + tag("p", NO_OTHERS(lang)) + note
    rows = [
        [severity(str(row["severity"]), lang), escape(str(row[f"message_{lang}"])), _place(row, lang)]
        for row in _gravest_first(others)
    ]
    return head + table([KIND(lang), MESSAGE(lang), PLACE(lang)], rows) + note


def _gravest_first(problems: pd.DataFrame) -> list[dict[str, object]]:
    order = {"error": 0, "warning": 1, "info": 2}
    ranked = problems.assign(rank=problems["severity"].map(order).fillna(len(order)))
    return ranked.sort_values(["rank", "line"], kind="stable").to_dict("records")


def _place(row: dict[str, object], lang: Language) -> str:
    section, line = row["section_no"], row["line"]
    told = [] if pd.isna(section) else [link(f"#own-s{section}", SECTION(lang, no=section))]
    return ", ".join(told + ([] if pd.isna(line) else [LINE(lang, no=line)]))


def beside_html(own: Tables, view: View) -> str:
    """The numbers of this briefing beside those of the mean one among the data."""
    lang, everything = view.lang, view.everything
    briefings = max(len(everything["briefings"]), 1)
    names = (("sections", SECTIONS), ("events", EVENTS), ("sources", NOTES), ("problems", PROBLEMS_COUNTED))
    rows = [
        [
            escape(_capitalised(words[1](lang))),
            number(len(own[name]), lang),
            number(round(len(everything[name]) / briefings), lang),
        ]
        for name, words in names
    ]
    head = tag("h2", BESIDE(lang), id="own-beside")
    return head + table([WHAT(lang), OWN(lang), USUAL(lang)], rows, numbers=frozenset({1, 2}))


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
