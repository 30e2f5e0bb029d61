"""The chains as a list to be read: what was announced, each telling with its date and place, and what became of it."""

from collections.abc import Iterable
from html import escape
from typing import Any

import pandas as pd

from dashboard.contents.html_parts import link, status, tag
from dashboard.contents.quoted import quoted_html
from dashboard.drawing.chain_layout import chains_of, of_chains
from dashboard.drawing.chain_rows import shift_in_words, tellings
from dashboard.language import Text, number
from dashboard.view import View

HEADING = Text(de="Alle Ankündigungen als Liste", en="All announcements as a list")
LEAD = Text(
    de="Eine Ankündigung steht hier, wenn mindestens eine ihrer Nennungen zur Auswahl gehört; die übrigen Nennungen stehen "
    "blass dabei. Jede Nennung öffnet ihr Ereignis.",
    en="An announcement is listed if at least one of its mentions belongs to the selection; its other mentions stand beside "
    "it in grey. Each mention opens its event.",
)
GROUPS = {
    "held": Text(de="Stattgefunden", en="Held"),
    "moved": Text(de="Verschoben, seither nicht als gehalten berichtet", en="Moved or put off, not reported as held since"),
    "cancelled": Text(de="Abgesagt", en="Called off"),
    "open": Text(de="Noch offen", en="Still open"),
    "silent": Text(de="Angekündigt, nie wieder erwähnt", en="Announced, never mentioned again"),
}
JUMP = Text(de="Zu den Gruppen", en="To the groups")
JOINED = Text(de="verbunden durch: {reason}", en="joined by: {reason}")
NOT_CHOSEN = Text(de="nicht in der Auswahl", en="not in the selection")
ONLY = Text(de="nur diese Ankündigung", en="this announcement only")
_NEWEST_LAST = frozenset({"open"})  # what comes next stands first; of what is over, the newest
_OPEN_UP_TO = 40  # longer groups are folded


def chains_html(view: View) -> str:
    """The list of the chains that an event of the selection belongs to, grouped by outcome; '' where there are none."""
    rows = tellings(view.everything, view.lang)
    rows = rows[rows["chain_id"].isin(set(view.tables["chains"]["chain_id"]))]
    if rows.empty:
        return ""
    chains = chains_of(rows, view.lang)
    groups = [(outcome, group) for outcome, group in chains.groupby("outcome_id", sort=False)]
    of_chain, languages = of_chains(rows), _languages(view)
    chosen = frozenset(view.tables["events"]["event_id"])
    jumps = "".join(tag("li", link(f"#chains-{outcome}", _name(outcome, group, view), "chip")) for outcome, group in groups)
    sections = "".join(_group(outcome, group, of_chain, languages, chosen, view) for outcome, group in groups)
    lead = tag("h2", escape(HEADING(view.lang))) + tag("p", escape(LEAD(view.lang)), "lead") + quoted_html(view)
    return tag("div", lead + tag("nav", tag("ul", jumps, "chips"), aria_label=JUMP(view.lang)) + sections, "pg chains")


def _name(outcome: str, group: pd.DataFrame, view: View) -> str:
    words = GROUPS[outcome](view.lang) if outcome in GROUPS else group["outcome"].iloc[0]
    return f'{escape(words)} <span class="quiet">{number(len(group), view.lang)}</span>'


def _group(
    outcome: str,
    group: pd.DataFrame,
    of_chain: dict[str, list[Any]],
    languages: dict[str, str],
    chosen: frozenset[str],
    view: View,
) -> str:
    """One outcome: a heading with its count, and its chains; long groups can be unfolded."""
    ordered = group.sort_values("date_start", ascending=outcome in _NEWEST_LAST, kind="stable")
    items = "".join(
        _chain(chain, of_chain[chain.chain_id], languages.get(chain.event_id, ""), chosen, view) for chain in ordered.itertuples()
    )
    head = tag("summary", tag("h3", _name(outcome, group, view), id=f"chains-{outcome}"))
    return tag("details", head + tag("ol", items, "rows"), open="open" if len(group) <= _OPEN_UP_TO else "")


def _chain(chain: Any, told: list[Any], language: str, chosen: frozenset[str], view: View) -> str:
    """`language` is that of the briefing whose event names the chain."""
    title = link(view.url("event", event=chain.event_id), escape(chain.chain), "title", lang=language)
    only = link(view.url("chains", f"chain={chain.chain_id}"), escape(ONLY(view.lang)), "quiet")
    items = "".join(_telling(row, chosen, view) for row in told)
    date = tag("div", escape(chain.words) + (tag("div", only) if len(told) > 1 else ""))
    return tag("li", date + tag("div", title + tag("ol", items, "tellings")))


def _telling(row: Any, chosen: frozenset[str], view: View) -> str:
    """'Q1/2021 ○ geplant: 16.–17. September 2021, Duschanbe · genauer', and what joins it to the chain."""
    lang = view.lang
    when = link(view.url("event", event=row.event_id), escape(f"{row.quarter_label}: {row.period}"))
    shift = f" ({shift_in_words(int(row.shift_days), lang)})" if pd.notna(row.shift_days) else ""
    change = f"{row.change}{shift}" if row.change_id not in ("first", "same") else ""
    place = " ".join(filter(None, (row.venues, row.place_change)))
    facts = [status(row.status_id, row.status), *_escaped(place, change)]
    is_chosen = row.event_id in chosen
    note = "" if is_chosen else f' <span class="quiet">({escape(NOT_CHOSEN(lang))})</span>'
    reason = tag("div", escape(JOINED(lang, reason=row.reason)), "quiet") if row.reason else ""
    return tag("li", f"{when} · {' · '.join(facts)}{note}{reason}", "" if is_chosen else "out")


def _escaped(*words: str) -> Iterable[str]:
    return (escape(word) for word in words if word)


def _languages(view: View) -> dict[str, str]:
    """Event id -> the language of the briefing that tells it."""
    events, briefings = view.everything["events"], view.everything["briefings"]
    of_briefing = dict(zip(briefings["briefing_id"], briefings["language"], strict=True))
    return {id_: of_briefing[briefing] for id_, briefing in zip(events["event_id"], events["briefing_id"], strict=True)}
