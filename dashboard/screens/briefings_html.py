"""The list of all briefings as HTML: by year and quarter, each leading to its text and to its events."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from dashboard.contents.html_parts import link, tag
from dashboard.contents.own_offer import own_offer
from dashboard.contents.shelf import Book, shelf
from dashboard.filters.own import OWN as OWN_ORIGIN
from dashboard.filters.own import PROJECT, is_own
from dashboard.language import Language, Text, number, quarter
from dashboard.view import View

LEAD = Text(
    de="Ein Briefing fasst zusammen, was in einem Quartal aus der SCO zu berichten war. Jedes führt zu seinem Wortlaut mit allen "
    "Quellen, jede Zahl zu ihren Ereignissen.",
    en="A briefing sums up what there was to report on the SCO in a quarter. Each leads to its full text with all sources, each "
    "number to its events.",
)
CAPTION = Text(de="Briefings nach Jahr und Quartal", en="Briefings by year and quarter")
CHOSEN = Text(
    de="Ereignisse und geplante zählen unter den Filtern links; Abschnitte und Fußnoten zählen ganz.",
    en="Events and planned ones are counted under the filters on the left; sections and footnotes are counted in whole.",
)
HEADS = (
    Text(de="Quartal", en="Quarter"),
    Text(de="Titel", en="Title"),
    Text(de="Vorsitz", en="Chair"),
    Text(de="Ereignisse", en="Events"),
    Text(de="geplant", en="planned"),
    Text(de="Abschnitte", en="Sections"),
    Text(de="Fußnoten", en="Footnotes"),
)
_NUMBERS = 3  # the column from which numbers stand


def briefings_html(view: View) -> str:
    """The list; every briefing stands there, also one that has no event in the selection."""
    lang = view.lang
    head = "".join(f'<th scope="col" class="{_class(at)}">{escape(text(lang))}</th>' for at, text in enumerate(HEADS))
    bodies = [_year(year, list(books), view) for year, books in groupby(shelf(view.everything, view.tables, lang), _year_of)]
    html = tag("caption", escape(CAPTION(lang))) + tag("thead", tag("tr", head)) + "".join(bodies)
    table = tag("div", tag("table", html, "plain shelf-list"), "scroll", tabindex="0", role="region", aria_label=CAPTION(lang))
    note = tag("p", CHOSEN(lang), "quiet") if view.selection.is_restricted else ""
    return tag("p", LEAD(lang), "lead") + own_offer(view) + note + table


def _year_of(book: Book) -> str:
    return book.year


def _year(year: str, books: list[Book], view: View) -> str:
    """A year as a group of rows, its sums in front."""
    sums = [sum(numbers) for numbers in zip(*map(_counts, books), strict=True)]
    cells = tag("th", escape(year), scope="rowgroup") + tag("td", "", "name") + tag("td", "") + _numbers(sums, view.lang)
    return tag("tbody", tag("tr", cells, "year") + "".join(_row(book, view) for book in books))


def _row(book: Book, view: View) -> str:
    href = view.url("briefing", briefing=book.briefing_id, event="")
    name = quarter(book.quarter, view.lang)
    cells = [
        tag("th", link(href, escape(name)), scope="row"),
        tag("td", escape(book.title), "name", lang=book.language),
        tag("td", escape(book.chair)),
    ]
    numbers = [number(count, view.lang) for count in _counts(book)]
    for at, fragment in ((0, ""), (1, "status=planned")):
        if _counts(book)[at]:
            href = view.url("events", fragment, quarter=(book.quarter,), briefing="", event="", origin=_origin(book, view))
            numbers[at] = link(href, numbers[at])
    return tag("tr", "".join(cells) + "".join(tag("td", html, "num") for html in numbers))


def _origin(book: Book, view: View) -> str:
    """Two briefings of one quarter: the number of each leads to its own events."""
    if view.own is None:
        return view.selection.origin
    return OWN_ORIGIN if is_own(book.briefing_id) else PROJECT


def _counts(book: Book) -> tuple[int, ...]:
    return book.events, book.planned, book.sections, book.notes


def _numbers(counts: Iterable[int], lang: Language) -> str:
    return "".join(tag("td", number(count, lang), "num") for count in counts)


def _class(column: int) -> str:
    return "num" if column >= _NUMBERS else ("", "name", "")[column]
