"""What a reader is told whose link was made on other data: what changed since in this view, and the way to the state of then."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import data, versions
from dashboard.contents.html_parts import link, tag
from dashboard.filters.facets import labels
from dashboard.language import Language, Text, counted, number, quarter
from dashboard.markdown import escaped
from dashboard.shell import state
from dashboard.versions import Changes
from dashboard.view import View
from loaders.tables import Tables

_LISTED = 20
_NOT_KEPT = Text(
    de="Dieser Link entstand auf einem anderen Datenstand ({v}), der nicht aufbewahrt ist; gezeigt wird der heutige ({now}).",
    en="This link was made on another state of the data ({v}), which is not kept; what you see is today’s ({now}).",
)
_SINCE = Text(
    de="Dieser Link entstand auf dem Datenstand {then}. Seitdem hat sich in dieser Ansicht geändert: {changes}.",
    en="This link was made on the state of the data {then}. Since then this view has changed: {changes}.",
)
_UNCHANGED = Text(
    de="Dieser Link entstand auf dem Datenstand {then}. In dieser Ansicht hat sich seitdem nichts geändert.",
    en="This link was made on the state of the data {then}. Nothing has changed in this view since.",
)
_FROZEN = Text(
    de="Sie sehen den Stand der Daten von damals: {then}. Der heutige ist: {now}.",
    en="You see the state of the data of then: {then}. Today’s is: {now}.",
)
_STATE = Text(de="{v} (Briefings bis {last}, {events})", en="{v} (briefings up to {last}, {events})")
_THEN = Text(de="Stand von damals zeigen", en="Show the state of then")
_TODAY = Text(de="Heutigen Stand zeigen", en="Show today’s state")
_HIDE = Text(de="Hinweis ausblenden", en="Hide this notice")
_WHAT = Text(de="Was sich geändert hat", en="What has changed")
_EVENT, _EVENTS = Text(de="Ereignis", en="event"), Text(de="Ereignisse", en="events")
_ADDED = Text(de="{events} neu", en="{events} new")
_REMOVED = Text(de="{events} entfallen", en="{events} gone")
_STATUS = Text(de="{events} mit anderem Status", en="{events} with another status")
_OTHER = Text(de="{events} sonst geändert", en="{events} changed otherwise")
_KINDS = {
    "added": Text(de="neu", en="new"),
    "removed": Text(de="entfallen", en="gone"),
    "others": Text(de="geändert", en="changed"),
}
_MORE = Text(de="… und {n} weitere", en="… and {n} more")


def show(view: View) -> None:
    """Draws the notice; nothing where the link is of the data shown, and nothing but it in a presentation or frame."""
    selection = view.selection
    if selection.frozen:
        _frozen(view)
    elif selection.v and selection.v != view.version:
        then = versions.kept_tables(selection.v)
        if then is None:
            st.info(escaped(_NOT_KEPT(view.lang, v=selection.v, now=view.version)), icon=":material/update:")
        else:
            _changed(view, then)


def state_in_words(tables: Tables, lang: Language) -> str:
    """A state of the data as people tell it from another: '3f2a… (Briefings bis Q4/2024, 618 Ereignisse)'."""
    quarters = sorted(set(tables["briefings"]["quarter"]))
    last = quarter(quarters[-1], lang) if quarters else "–"
    return _STATE(lang, v=tables.version, last=last, events=counted(len(tables["events"]), _EVENT, _EVENTS, lang))


def changes_in_words(found: Changes, lang: Language) -> str:
    """'3 Ereignisse neu, 1 Ereignis entfallen'."""
    parts = ((_ADDED, found.added), (_REMOVED, found.removed), (_STATUS, found.statuses), (_OTHER, found.others))
    return ", ".join(words(lang, events=counted(len(ids), _EVENT, _EVENTS, lang)) for words, ids in parts if ids)


def _frozen(view: View) -> None:
    lang = view.lang
    words = _FROZEN(lang, then=state_in_words(view.project.everything, lang), now=state_in_words(data.current(), lang))
    with st.container(key="version"):
        st.info(escaped(words), icon=":material/history:")
        if not view.selection.is_bare:
            st.button(_TODAY(lang), key="version_today", on_click=lambda: state.choose(replace(state.now(), frozen=False)))


def _changed(view: View, then: Tables) -> None:
    lang, selection = view.lang, view.selection
    known = data.known_after(then, selection.asof)
    # Whole states are matched, whatever is known 'as of': a match is kept by the versions alone.
    found = versions.changes(then, data.current(), selection.apply(known), view.project.tables)
    named = state_in_words(then, lang)
    words = _SINCE(lang, then=named, changes=changes_in_words(found, lang)) if found.count else _UNCHANGED(lang, then=named)
    with st.container(key="version"):
        st.info(escaped(words), icon=":material/update:")
        if selection.is_bare:
            return
        with st.container(horizontal=True, key="version_ways"):
            st.button(_THEN(lang), key="version_then", on_click=lambda: state.choose(replace(state.now(), frozen=True)))
            st.button(_HIDE(lang), key="version_hide", type="tertiary", on_click=lambda: state.choose(replace(state.now(), v="")))
        if found.count:
            with st.expander(_WHAT(lang)):
                st.html(tag("div", _list(found, view, then), "pg"))


def _list(found: Changes, view: View, then: Tables) -> str:
    lang = view.lang
    now_titles, then_titles = (tables["events"].set_index("event_id")["title"].to_dict() for tables in (view.everything, then))
    statuses = labels(view.everything, "statuses", lang)
    lines = [(_KINDS["added"](lang), id_, "") for id_ in found.added]
    lines += [
        (f"{statuses.get(one.before, one.before)} → {statuses.get(one.now, one.now)}", one.event_id, "") for one in found.statuses
    ]
    lines += [(_KINDS["others"](lang), id_, "") for id_ in found.others]
    lines += [(_KINDS["removed"](lang), "", then_titles[id_]) for id_ in found.removed]
    items = [
        tag(
            "li",
            f"{escape(kind)}: " + (link(view.url("event", event=id_, v=""), escape(now_titles[id_])) if id_ else escape(gone)),
        )
        for kind, id_, gone in lines[:_LISTED]
    ]
    more = len(lines) - _LISTED
    return tag("ul", "".join(items)) + (tag("p", _MORE(lang, n=number(more, lang)), "quiet") if more > 0 else "")
