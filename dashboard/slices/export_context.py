"""What a file made from a view says of itself. Knows no Streamlit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from dashboard.contents.how_to_cite import citation
from dashboard.exports import ExportContext
from dashboard.filters.own import OWN, PREFIX, SIGN
from dashboard.filters.selection import Notice, Selection
from dashboard.language import Text, number
from dashboard.pages import PRODUCT
from dashboard.version import version
from dashboard.view import View, address

OWN_ROWS = Text(
    de="Aus dem eigenen Briefing „{name}“, das nicht zum Bestand gehört: {count} der Ereignisse. Ihre Kennungen beginnen mit "
    "„{prefix}“, ihre Titel mit „{sign}“. Links und Adressen in dieser Datei führen nur zum Bestand, und nur er ist zu zitieren.",
    en="From the own briefing “{name}”, which is not among the project’s data: {count} of the events. Their ids begin with "
    "“{prefix}”, their titles with “{sign}”. Links and addresses in this file lead to the project’s data alone, and only these "
    "can be cited.",
)


def context_of(view: View, base: str, made_at: datetime, table: str = "events", notices: Iterable[Notice] = ()) -> ExportContext:
    """The context of a view. `base` is the address of the application, ending in '/'; `made_at` has a time zone."""
    lang, selection = view.lang, view.selection
    pinned = view.pinned
    return ExportContext(
        lang=lang,
        product=PRODUCT(lang),
        dashboard_version=version(),
        version=view.everything.version,
        made_at=made_at,
        sentence=selection.sentence(view.everything, lang),
        citation=citation(view),
        base=base,
        link=base + address(view.page, pinned).removeprefix("./"),
        query=slice_selection(pinned).query,
        everything=view.everything,
        table=table,
        notices=(*((notice.key, notice.value, notice.text(lang)) for notice in notices), *_own_notice(view)),
    )


def _own_notice(view: View) -> Iterator[tuple[str, str, str]]:
    """What is said of the events of an own briefing among the rows."""
    if view.own_count:
        count = number(view.own_count, view.lang)
        yield "origin", OWN, OWN_ROWS(view.lang, count=count, name=view.own.name if view.own else "", prefix=PREFIX, sign=SIGN)


def slice_selection(selection: Selection) -> Selection:
    """What of a selection decides the rows of a slice and how they are named: all but the page shown."""
    return replace(selection, event="", briefing="", present=False, frame=False)
