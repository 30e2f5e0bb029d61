"""The pages: where each stands in the address, what it is called, and who shows it."""

import importlib
from dataclasses import dataclass
from types import ModuleType

from dashboard.charts import all_charts
from dashboard.language import Text
from dashboard.view import View

PRODUCT = Text(de="SCO-Aktivitäten", en="SCO Activity")
OVERVIEW = ""
_NO_FILTER = Text(de="Auf dieser Seite wirken die Filter nicht.", en="The filters do not change this page.")
_QUARTERS_ONLY = Text(de="Auf dieser Seite wirkt nur das Quartal.", en="Of the filters, this page follows only the quarter.")


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `module` in `screens/` has `show(view)`; without one it is made of the charts that name its id as their PAGE."""

    id: str  # stands in the address, never changes
    title: Text
    module: str = ""
    in_menu: bool = True
    headed: bool = True  # with the head of every view: number of events, filter in words, chips
    shared: bool = False  # without that head, but with what takes a view along
    filter_note: Text | None = None  # said above the filters where they do not choose what the page shows
    with_own: bool = True  # with the events of a reader's own briefing, where they are switched on

    def show(self, view: View) -> None:
        """Draws the page."""
        _shown_by(self).show(view)


PAGES = (
    Page(OVERVIEW, Text(de="Übersicht", en="Overview"), "overview_page"),
    Page("timeline", Text(de="Zeitleiste", en="Timeline")),
    Page("map", Text(de="Karte", en="Map")),
    Page("topics", Text(de="Themen", en="Topics")),
    Page("actors", Text(de="Akteure", en="Actors")),
    Page("chains", Text(de="Ankündigungen", en="Announcements"), "chains_page"),
    Page("events", Text(de="Ereignisse", en="Events"), "events_page"),
    Page("briefings", Text(de="Briefings", en="Briefings"), "briefings_page"),
    Page("data", Text(de="Daten", en="Data"), "data_page"),
    Page("whatsnew", Text(de="Was ist neu?", en="What is new?"), "whatsnew_page"),
    Page(
        "quality",
        Text(de="Datenqualität", en="Data quality"),
        "quality_page",
        headed=False,
        filter_note=_QUARTERS_ONLY,
        with_own=False,
    ),
    Page(
        "own",
        Text(de="Eigenes Briefing", en="Your briefing"),
        "own_briefing_page",
        in_menu=False,
        headed=False,
        filter_note=_NO_FILTER,
        with_own=False,
    ),
    Page("about", Text(de="Über", en="About"), "about_page", headed=False, filter_note=_NO_FILTER, with_own=False),
    Page(
        "presentation",
        Text(de="Präsentation", en="Presentation"),
        "presentation_page",
        in_menu=False,
        headed=False,
        filter_note=_NO_FILTER,
        with_own=False,
    ),
    Page("event", Text(de="Ereignis", en="Event"), "event_page", in_menu=False, headed=False, shared=True),
    Page("briefing", Text(de="Briefing", en="Briefing"), "briefing_page", in_menu=False, headed=False, shared=True),
)


def _shown_by(page: Page) -> ModuleType:
    return importlib.import_module(f"dashboard.screens.{page.module}" if page.module else "dashboard.shell.chart_page")


def load() -> None:
    """Imports every page and chart, so that the first readers do not wait for it, nor import one thing side by side."""
    all_charts()
    for page in PAGES:
        _shown_by(page)


def shown_pages() -> tuple[Page, ...]:
    """The pages that have something to show: those of a module, and those some chart belongs to."""
    charted = {chart.PAGE for chart in all_charts()}
    return tuple(page for page in PAGES if page.module or page.id in charted)
