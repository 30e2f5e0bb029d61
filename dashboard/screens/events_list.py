"""The events as a list to be read: date, title, what and where, and the passage that states each."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

import pandas as pd

from dashboard.contents.event_table import HEADS
from dashboard.contents.hits import elsewhere, found_of, spans_of
from dashboard.contents.html_parts import FILTER_BY, link, own_badge, status, tag
from dashboard.contents.marked_text import Span, marked_line
from dashboard.contents.search_notes import heads as search_heads
from dashboard.filters.facets import FACETS, NOWHERE, ONLINE
from dashboard.filters.own import SIGN
from dashboard.filters.search import Found
from dashboard.language import Language
from dashboard.view import View


def list_html(table: pd.DataFrame, view: View) -> str:
    """Rows of `event_table` as a list, the words of a search marked; events that do not hold them come under a head of theirs."""
    found = found_of(view.everything, view.selection.q, view.selection.notes)
    if not found.own or found.own.issuperset(table.index):
        return _list(table, view, found)
    is_own = table.index.isin(found.own)
    parts = zip(search_heads(view), (table[is_own], table[~is_own]), strict=True)
    return "".join(tag("h2", escape(head), "group") + _list(part, view, found) for head, part in parts if len(part))


def _list(table: pd.DataFrame, view: View, found: Found) -> str:
    words = dict(zip(view.everything["events"]["event_id"], view.everything["events"]["passage"], strict=True))
    statuses = view.everything["statuses"].set_index("status_id")[f"label_{view.lang}"].to_dict()
    languages = view.everything["briefings"].set_index("briefing_id")["language"].to_dict()
    values = _values(table, view)
    rows = []
    for row in table.itertuples():
        hits = found.hits.get(row.Index, ())
        said = beyond(row.title, words.get(row.Index, ""), spans_of(hits, "passage"))
        title = marked_line(row.title, spans_of(hits, "title"))
        other = "" if row.Index in found.own else elsewhere(view.everything, hits, view.lang)
        facts = [status(row.status_id, statuses.get(row.status_id, row.status_id)), *values[row.Index]]
        if row.origin:
            facts.insert(0, own_badge(row.origin))
        rows.append(_row(row, view, facts, languages.get(row.briefing_id, ""), title, (said, other)))
    return tag("ol", "".join(rows), "rows events")


def beyond(title: str, passage: str, spans: Sequence[Span] = ()) -> str:
    """What a passage says more than its title, marked: where it begins with the title it goes on from there; maybe ''."""
    begun = title.removeprefix(f"{SIGN} ").removesuffix("…").rstrip()
    if not begun or not passage.startswith(begun):
        return marked_line(passage, list(spans))
    at = len(begun)
    rest = passage[at:].lstrip(" ,;:.")
    if not any(character.isalnum() for character in rest):
        return ""
    at = len(passage) - len(rest)
    return "… " + marked_line(
        rest, [replace(span, start=span.start - at, end=span.end - at) for span in spans if span.start >= at]
    )


def _values(table: pd.DataFrame, view: View) -> dict[str, list[str]]:
    """Type, venues and topics of each event in HTML; each value narrows the selection to itself."""
    wanted = set(table.index)
    of_event: dict[str, list[str]] = {event_id: [] for event_id in table.index}
    for key, more, role in (("type", "", ""), ("place", "&role=venue", "venue"), ("topic", "", "")):
        pairs = FACETS[key].pairs(view.tables, role)
        pairs = pairs[pairs["event_id"].isin(wanted)]
        names = FACETS[key].names(view.everything, view.lang)
        links = {value: _value(key, value, names.get(value, value), more, view) for value in set(pairs["value"]) - {NOWHERE}}
        for event_id, group in pairs.groupby("event_id")["value"]:
            found = ", ".join(links[value] for value in dict.fromkeys(group) if value in links)
            if found:
                of_event[event_id].append(found)
    return of_event


def _value(key: str, value: str, name: str, more: str, view: View) -> str:
    fragment = f"{key}={value}{more}" if value != ONLINE else f"{key}={value}"
    return link(view.url(None, fragment), escape(name), "value", title=FILTER_BY(view.lang, name=name))


def _row(row: Any, view: View, facts: list[str], language: str, title: str, said: tuple[str, ...]) -> str:
    title = link(view.url("event", event=row.Index), title, "title", lang=language)
    date = f'{escape(row.when)}<div class="quiet">{escape(row.quarter)}</div>'
    passages = "".join(tag("p", html, lang=language) for html in said if html)
    return tag("li", tag("div", date) + title + tag("div", " · ".join(facts), "what quiet") + tag("div", passages, "said"))


def heads(lang: Language) -> dict[str, str]:
    """Column -> its head, for the table form of the same events."""
    return {name: head(lang) for name, head in HEADS.items()}
