"""The overview's own parts as HTML: the figures that matter, what is coming up, first steps."""

from html import escape

import pandas as pd

from dashboard.contents.event_detail import Telling, listed
from dashboard.contents.figures_that_matter import Figure, figures
from dashboard.contents.html_parts import link, status, tag
from dashboard.contents.own_offer import GO
from dashboard.contents.quoted import quoted_html, spoken_by_event
from dashboard.contents.upcoming import Upcoming, upcoming
from dashboard.filters.selection import Selection
from dashboard.language import Language, Text, day, number, quarter
from dashboard.screens.examples import EXAMPLES, STEPS
from dashboard.view import View, address

COMING = Text(de="Was ansteht", en="What is coming up")
COMING_NOTE = Text(
    de="Angekündigt für die Zeit nach dem {day}, dem Ende des letzten Quartals in den Briefings; gemessen wird an den "
    "Texten, nicht am heutigen Tag.",
    en="Announced for the time after {day}, the end of the last quarter in the briefings; the texts are the clock, not today.",
)
NOTHING = Text(
    de="In dieser Auswahl ist nichts für die Zeit danach angekündigt.",
    en="Nothing in this selection is announced for the time after.",
)
VAGUE = Text(de="Ohne genaues Datum", en="Without an exact date")
MORE = Text(de="Alle {count} geplanten Ereignisse, auch vergangene", en="All {count} planned events, past ones too")
LEAD = Text(
    de="Die Shanghaier Organisation für Zusammenarbeit (SCO) verbindet China, Russland und weitere Staaten Asiens und Osteuropas "
    "in Sicherheit, Wirtschaft und Kultur. Ein Briefing fasst zusammen, was sie in einem Quartal tat und plante; hier steht "
    "daraus jedes Ereignis mit Datum, Ort, Thema und Beleg.",
    en="The Shanghai Cooperation Organisation (SCO) joins China, Russia and other states of Asia and Eastern Europe in security, "
    "economy and culture. A briefing sums up what it did and planned in a quarter; here each event of these briefings stands "
    "with its date, place, topic and evidence.",
)
ALL_BRIEFINGS = Text(de="Alle Briefings", en="All briefings")
FIRST_STEPS = Text(de="Erste Schritte", en="First steps")
OWN = Text(de="Wer selbst schreibt", en="Writing")
TRY = Text(de="Zum Ausprobieren", en="Try it")
_SHOWN = 8


def lead_html(view: View) -> str:
    """What this is about, and an example for each kind of reader."""
    lang = view.lang
    briefings = link(view.url("briefings"), escape(ALL_BRIEFINGS(lang)))
    return tag("p", f"{escape(LEAD(lang))} {briefings}.", "lead") + examples_html(lang)


def examples_html(lang: Language) -> str:
    """An example for each kind of reader; they stand for themselves, whatever is filtered now."""
    items = [
        tag(
            "li",
            tag("span", escape(example.reader(lang)), "quiet")
            + link(_example(example.page, example.fragment, lang), escape(example.task(lang))),
        )
        for example in EXAMPLES
    ]
    own = tag("span", escape(OWN(lang)), "quiet") + link(address("own", Selection(lang=lang)), escape(GO(lang)))
    items.append(tag("li", own))
    return tag("ul", "".join(items), "examples", aria_label=TRY(lang))


def figures_html(view: View) -> str:
    """The figures of the chosen events, each leading to what it counts."""
    return tag("ul", "".join(_figure(figure, view) for figure in figures(view.tables, view.lang)), "figures")


def _figure(figure: Figure, view: View) -> str:
    html = f"<b>{number(figure.value, view.lang)}</b><span>{escape(figure.word)}</span><small>{escape(figure.note)}</small>"
    return tag("li", link(view.url(figure.page, figure.fragment), html))


def coming_html(view: View) -> str:
    """What is announced for the time after the last quarter told; vague dates by themselves."""
    lang, found = view.lang, upcoming(view.everything, view.tables)
    parts = [tag("h2", COMING(lang)), tag("p", COMING_NOTE(lang, day=day(found.after, lang)), "quiet"), quoted_html(view)]
    parts += (
        [_events(found.dated, view), *_vague(found, view)] if len(found.dated) or len(found.vague) else [tag("p", NOTHING(lang))]
    )
    planned = int((view.tables["events"]["status"] == "planned").sum())
    if planned:
        parts.append(tag("p", link(view.url("events", "status=planned"), MORE(lang, count=number(planned, lang)))))
    return "".join(parts)


def _vague(found: Upcoming, view: View) -> list[str]:
    return [tag("h3", VAGUE(view.lang)), _events(found.vague, view, vague=True)] if len(found.vague) else []


def _events(events: pd.DataFrame, view: View, vague: bool = False) -> str:
    if events.empty:
        return ""
    order = {event_id: n for n, event_id in enumerate(events["event_id"])}
    lines = sorted(listed(view.everything, events, view.lang), key=lambda line: order[line.event_id])[:_SHOWN]
    spoken = spoken_by_event(view.everything)
    return tag("ol", "".join(_line(line, view, vague, spoken.get(line.event_id, "")) for line in lines), "rows tight")


def _line(line: Telling, view: View, vague: bool, language: str) -> str:
    title = link(view.url("event", event=line.event_id), escape(line.title), "title", lang=language)
    facts = [
        status(line.status_id, line.status),
        escape(quarter(line.quarter, view.lang)),
        *([escape(line.precision)] if vague else []),
    ]
    return tag("li", tag("div", escape(line.when)) + tag("div", f'{title}<div class="quiet">{" · ".join(facts)}</div>'))


def first_steps_html(lang: Language) -> str:
    """Four steps from a view to what is taken along."""
    return tag("h2", FIRST_STEPS(lang)) + tag("ol", "".join(tag("li", escape(step(lang))) for step in STEPS))


def _example(page: str, fragment: str, lang: Language) -> str:
    return address(page, Selection(lang=lang).with_added(fragment))
