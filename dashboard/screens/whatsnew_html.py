"""Two quarters side by side as HTML: what is new, what is gone, what changed, counts up and down."""

from collections.abc import Iterable
from html import escape

from dashboard.contents.compare import KEYS, Change, Turn, changes, turns
from dashboard.contents.html_parts import link, status, table, tag
from dashboard.contents.quoted import quoted_html, spoken_by_event
from dashboard.filters.facets import FACETS, labels
from dashboard.language import Language, Text, number, quarter
from dashboard.view import View
from loaders.tables import Tables

NEW = Text(de="Neu in {after}", en="New in {after}")
GONE = Text(de="Nicht mehr in {after}", en="No longer in {after}")
FIRST = Text(de="Zum ersten Mal", en="For the first time")
AGAIN = Text(de="Im Quartal zuvor nicht dabei", en="Not in the earlier quarter")
TURNS = Text(de="Was aus Angekündigtem wurde", en="What became of what was announced")
NO_TURN = Text(
    de="Kein Ereignis beider Quartale hat Status oder Datum gewechselt.",
    en="No event mentioned in both quarters changed status or date.",
)
DATES = {
    "moved": Text(de="anderes Datum", en="another date"),
    "exact": Text(de="Datum genauer", en="date more exact"),
}
CONTRADICTS = Text(
    de="Widersprüchlich: Das eine kann nicht auf das andere folgen. Zu prüfen ist, ob beide Stellen dasselbe Ereignis meinen.",
    en="Contradictory: one cannot follow the other. To be checked: whether both passages mean the same event.",
)
COUNTS = Text(de="Zahl der Ereignisse", en="Number of events")
CHANGE = Text(de="Änderung", en="Change")
NOTHING = Text(de="nichts", en="nothing")
ALL = Text(de="Alle Ereignisse", en="All events")
SEVERAL = Text(
    de="Ein Ereignis mit mehreren Themen, Orten oder Akteuren zählt bei jedem.",
    en="An event with several topics, places or actors counts for each of them.",
)


def whatsnew_html(tables: Tables, view: View, before: str, after: str) -> str:
    """The comparison of two quarters of `tables`: the events of the selection, whatever quarters it names."""
    found = {key: changes(tables, key, before, after, view.lang) for key in (*KEYS, "status", "type")}
    return "".join(
        [
            _turns(turns(tables, before, after), view),
            tag("div", "".join(_news(key, found[key], after, view) for key in KEYS), "columns wide"),
            tag("div", _counted(("topic",), found, view) + _counted(("status", "type"), found, view), "columns wide"),
            tag("p", SEVERAL(view.lang), "quiet"),
        ]
    )


def _news(key: str, found: list[Change], after: str, view: View) -> str:
    lang = view.lang
    name, quarter_ = escape(FACETS[key].label(lang)), quarter(after, lang)
    gone = [change for change in found if not change.after]
    first = [change for change in found if change.is_first]
    again = [change for change in found if not change.before and not change.is_first]
    new = "".join(
        tag("h3", words(lang)) + _values(part, "after", view) for words, part in ((FIRST, first), (AGAIN, again)) if part
    )
    summary = tag("summary", f'{escape(GONE(lang, after=quarter_))} <span class="quiet">{number(len(gone), lang)}</span>')
    lost = tag("details", summary + _values(gone, "before", view)) if gone else ""
    return tag(
        "section", tag("h2", f"{name}: {escape(NEW(lang, after=quarter_))}") + (new or tag("p", NOTHING(lang), "quiet")) + lost
    )


def _values(found: list[Change], side: str, view: View) -> str:
    """Values with their number of events; each leads to these events."""
    return tag("ul", "".join(_value(change, side, view) for change in found), "many")


def _value(change: Change, side: str, view: View) -> str:
    count = change.after if side == "after" else change.before
    href = _events(view, change.key, change.value, side)
    return tag("li", f'{link(href, escape(change.name))} <span class="quiet">{number(count, view.lang)}</span>')


def _events(view: View, key: str, value: str, side: str) -> str:
    """The events of one value in one of the two quarters that stand in the selection of this view, in their order."""
    quarters = view.selection.quarter
    chosen = quarters[-1] if side == "after" else quarters[0]
    return view.url("events", f"{key}={value}", quarter=(chosen,), event="")


def _counted(keys: Iterable[str], found: dict[str, list[Change]], view: View) -> str:
    return tag("div", "".join(_counts(key, found[key], view) for key in keys))


def _counts(key: str, found: list[Change], view: View) -> str:
    lang, (before, after) = view.lang, (view.selection.quarter[0], view.selection.quarter[-1])
    names = list(FACETS[key].values(view.everything)) if key == "status" else [change.value for change in found]
    ordered = sorted(found, key=lambda change: names.index(change.value))
    rows = [
        (
            link(_events(view, key, change.value, "after" if change.after else "before"), escape(change.name)),
            number(change.before, lang),
            number(change.after, lang),
            difference(change.difference, lang),
        )
        for change in ordered
    ]
    title = escape(f"{FACETS[key].label(lang)}: {COUNTS(lang)}")
    heads = [FACETS[key].label(lang), quarter(before, lang), quarter(after, lang), CHANGE(lang)]
    return tag("section", tag("h2", title) + table(heads, rows, "", frozenset({1, 2, 3})))


def difference(value: int, lang: Language) -> str:
    """A change with sign and arrow: '▲ +3', '▼ −2', '='."""
    if not value:
        return tag("span", "=", "zero")
    sign, name = ("▲ +", "up") if value > 0 else ("▼ −", "down")
    return tag("span", f"{sign}{number(abs(value), lang)}", name)


def _turns(found: Iterable[Turn], view: View) -> str:
    lang = view.lang
    statuses = labels(view.everything, "statuses", lang)
    spoken = spoken_by_event(view.everything)
    items = []
    for turn in found:
        steps = " → ".join(status(id_, statuses.get(id_, id_)) for id_ in dict.fromkeys((turn.before_status, turn.after_status)))
        date = f" · {DATES[turn.date](lang)}" if turn.date else ""
        title = link(view.url("event", event=turn.after_id), escape(turn.title), "title", lang=spoken.get(turn.after_id, ""))
        warning = tag("div", CONTRADICTS(lang), "quiet") if turn.contradicts else ""
        items.append(tag("li", tag("div", steps) + tag("div", f'{title}<span class="quiet">{date}</span>{warning}')))
    body = tag("ul", "".join(items), "rows") if items else tag("p", NO_TURN(lang), "quiet")
    return tag("h2", TURNS(lang)) + (quoted_html(view) if items else "") + body
