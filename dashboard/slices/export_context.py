"""What a file made from a view says of itself. Knows no Streamlit."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from dashboard.contents.how_to_cite import citation
from dashboard.exports import ExportContext
from dashboard.filters.selection import Notice, Selection
from dashboard.pages import PRODUCT
from dashboard.version import version
from dashboard.view import View, address


def context_of(view: View, base: str, made_at: datetime, table: str = "events", notices: Iterable[Notice] = ()) -> ExportContext:
    """The context of a view. `base` is the address of the application, ending in '/'; `made_at` has a time zone."""
    lang, selection = view.lang, view.selection
    pinned = replace(selection, v=view.everything.version)
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
        notices=tuple((notice.key, notice.value, notice.text(lang)) for notice in notices),
    )


def slice_selection(selection: Selection) -> Selection:
    """What of a selection decides the rows of a slice and how they are named: all but the page shown."""
    return replace(selection, event="", briefing="", present=False, frame=False)
