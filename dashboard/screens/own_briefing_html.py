"""A reader's own briefing as HTML: what was found in it, event by event with its words, and what could not be resolved."""

from html import escape

import pandas as pd

from dashboard.contents.event_detail import EventDetail, event_detail
from dashboard.contents.html_parts import status, table, tag
from dashboard.contents.marked_text import marked
from dashboard.language import Text, counted, quarter
from dashboard.screens.event_html import facts_html
from dashboard.view import View
from loaders.tables import Tables

FOUND = Text(de="Gefunden in {title} ({quarter})", en="Found in {title} ({quarter})")
EVENTS = (Text(de="Ereignis", en="event"), Text(de="Ereignisse", en="events"))
NOTES = (Text(de="Fußnote", en="footnote"), Text(de="Fußnoten", en="footnotes"))
PROBLEMS_COUNTED = (Text(de="Hinweis", en="problem"), Text(de="Hinweise", en="problems"))
KNOWN = Text(
    de="Für dieses Quartal gibt es schon ein Briefing im Bestand; beide stehen hier nebeneinander, nichts wird ersetzt.",
    en="There already is a briefing of this quarter among the data; both stand side by side, nothing is replaced.",
)
BESIDE = Text(de="Neben dem Bestand", en="Beside the rest")
WHAT, OWN, USUAL = Text(de="Anzahl", en="Number"), Text(de="Hier", en="Here"), Text(de="Briefing im Mittel", en="Mean briefing")
SECTIONS = Text(de="Abschnitte", en="sections")
PROBLEMS = Text(de="Was offen blieb", en="What stayed open")
NO_PROBLEMS = Text(de="Nichts blieb offen.", en="Nothing stayed open.")
LINE, MESSAGE = Text(de="Zeile", en="Line"), Text(de="Hinweis", en="Message")
NO_EVENTS = Text(
    de="Kein Ereignis gefunden: kein Satz nennt ein Datum, das als Zeit eines Ereignisses zu lesen ist.",
    en="No event found: no sentence names a date that reads as the time of an event.",
)


def own_briefing_html(own: Tables, view: View) -> str:
    """The whole finding. `own` are the tables of the briefing alone, `view` those of the application."""
    lang = view.lang
    briefing = own["briefings"].iloc[0]
    numbers = ", ".join(
        [
            counted(len(own["events"]), *EVENTS, lang),
            counted(len(own["sources"]), *NOTES, lang),
            counted(len(own["problems"]), *PROBLEMS_COUNTED, lang),
        ]
    )
    title = FOUND(lang, title=briefing["title"], quarter=quarter(briefing["quarter"], lang))
    known = tag("p", KNOWN(lang), "call") if briefing["quarter"] in set(view.everything["briefings"]["quarter"]) else ""
    events = own["events"].sort_values(["section_no", "event_id"], kind="stable")["event_id"]
    cards = "".join(_event(event_detail(own, event_id, lang), view) for event_id in events)
    return "".join(
        [
            tag("h2", escape(title)),
            tag("p", escape(numbers), "lead"),
            known,
            tag("h3", BESIDE(lang)) + _beside(own, view),
            tag("h3", PROBLEMS(lang)) + _problems(own["problems"], view),
            cards or tag("p", NO_EVENTS(lang)),
        ]
    )


def _beside(own: Tables, view: View) -> str:
    lang, everything = view.lang, view.everything
    briefings = max(len(everything["briefings"]), 1)
    names = (("sections", SECTIONS), ("events", EVENTS[1]), ("sources", NOTES[1]), ("problems", PROBLEMS_COUNTED[1]))
    rows = [[escape(word(lang)), str(len(own[name])), str(round(len(everything[name]) / briefings))] for name, word in names]
    return table([WHAT(lang), OWN(lang), USUAL(lang)], rows)


def _problems(problems: pd.DataFrame, view: View) -> str:
    lang = view.lang
    if problems.empty:
        return tag("p", NO_PROBLEMS(lang))
    rows = [
        ["" if pd.isna(row["line"]) else str(row["line"]), escape(str(row[f"message_{lang}"]))]
        for row in problems.to_dict("records")
    ]
    return table([LINE(lang), MESSAGE(lang)], rows)


def _event(event: EventDetail, view: View) -> str:
    kicker = f"{status(event.status_id, event.status.name)} · {escape(event.type.name)} · {escape(event.when)}"
    head = tag("p", kicker, "kicker") + tag("h3", escape(event.title), lang=event.language)
    # Its markers lead to footnotes, which stand on no page of their own here.
    text = tag("div", marked(event.text, event.spans), "prose", lang=event.language)
    facts = tag("aside", facts_html(event, view), "panel")
    return tag("article", head + tag("div", text + facts, "own"), id=f"own-{event.event_id}")
