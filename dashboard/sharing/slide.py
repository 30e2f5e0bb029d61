"""What one step of a presentation shows: made once, drawn by each format in its own way."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import ModuleType
from urllib.parse import parse_qs

import pandas as pd
import plotly.graph_objects as go

from dashboard import data
from dashboard.charts import all_charts
from dashboard.drawing.style import Look
from dashboard.filters import links
from dashboard.filters.sentence import headline, name
from dashboard.language import Language, Text
from dashboard.pages import PAGES
from dashboard.sharing.steps import OVERVIEW, Step, StepSet
from dashboard.slices.provenance import source_line
from dashboard.view import View, address
from loaders.tables import Tables

EVENT = "event"
NOTHING = Text(de="Kein Ereignis passt zu dieser Auswahl.", en="No event fits this selection.")


@dataclass(frozen=True, slots=True)
class Slide:
    """One step, worked out. `chart` is None for the overview, the list of events and one event."""

    view: View
    caption: str
    caption_lang: Language
    notices: tuple[str, ...]  # what of the step's query could not be used
    link: str  # of the view, with every restriction and the version of the data
    chart: ModuleType | None
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def lang(self) -> Language:
        return self.view.lang

    @property
    def title(self) -> str:
        """The name of the chart, of the chosen event, or of the page."""
        if self.view.page == EVENT and self.view.selection.event:
            return name(self.view.everything, "only", self.view.selection.event, self.lang)
        title: Text = self.chart.TITLE if self.chart else _title_of(self.view.page)
        return title(self.lang)

    @property
    def is_counted(self) -> bool:
        """Whether number and filter say what the slide shows; one event is not a selection."""
        return self.view.page != EVENT

    @property
    def event_ids(self) -> list[str]:
        """The events shown, in time order."""
        if not self.is_counted:
            return [self.view.selection.event] if self.view.selection.event else []
        return self.view.tables["events"].sort_values(["date_start", "event_id"], kind="stable")["event_id"].tolist()

    @property
    def count(self) -> str:
        """'47 Ereignisse'."""
        return headline(self.view.selection, self.view.everything, self.lang, self.view.count)[0]

    @property
    def restrictions(self) -> str:
        """The filter in words, to stand behind `count`; '' for none."""
        return headline(self.view.selection, self.view.everything, self.lang, self.view.count)[1]

    @property
    def filter(self) -> str:
        """Number of events and filter in one sentence: '47 Ereignisse aus Q1/2021 zum Thema Energie'."""
        return self.count + self.restrictions

    @property
    def sources(self) -> str:
        """Where it comes from and the state of the data."""
        return source_line(self.view.tables, self.lang)

    @property
    def summary(self) -> str:
        """One sentence made from the data."""
        return str(self.chart.summary(self.rows, self.lang)) if self.chart else self.filter

    def figure(self, look: Look) -> go.Figure:
        """The figure of the chart. Raises TypeError for a slide without one."""
        if self.chart is None:
            raise TypeError(f"{self.view.page or OVERVIEW} has no chart")
        figure: go.Figure = self.chart.figure(self.rows, self.lang, look)
        return figure


def slides(steps: StepSet, tables: Tables, lang: Language, base: str) -> list[Slide]:
    """All steps of a set. `base` is the address of the application, ending in '/'."""
    return [slide(step, tables, lang, base) for step in steps.steps]


def slide(step: Step, tables: Tables, lang: Language, base: str) -> Slide:
    """A step of a set, in a language."""
    found = links.read(parse_qs(step.query, keep_blank_values=True), tables)
    selection = replace(found.selection, lang=lang, present=False, frame=False)
    everything = data.known_after(found.tables, selection.asof)
    page = "" if step.page == OVERVIEW else step.page
    view = View(everything, selection.apply(everything), selection, Look(), page)
    caption, caption_lang = step.caption(lang)
    return of_view(view, base, step.chart, caption, caption_lang, (notice.text(lang) for notice in found.notices))


def of_view(
    view: View,
    base: str,
    chart_id: str = "",
    caption: str = "",
    caption_lang: Language | None = None,
    notices: Iterable[str] = (),
) -> Slide:
    """A view as a slide; without `chart_id` it shows the first chart of its page."""
    chart = _chart(view.page, chart_id)
    pinned = replace(view.pinned, present=False, frame=False)
    link = base + address(view.page, pinned).removeprefix("./")
    rows = chart.rows(view.tables, view.lang) if chart else pd.DataFrame()
    return Slide(view, caption, caption_lang or view.lang, tuple(notices), link, chart, rows)


def step_of(view: View, chart_id: str = "") -> Step:
    """The step that shows this view again: every restriction written out, the language left to the set."""
    query = replace(view.pinned, present=False, frame=False, v=view.selection.v if view.selection.frozen else "")
    text = "&".join(part for part in query.query.split("&") if not part.startswith("lang="))
    return Step(view.page or OVERVIEW, text, chart_id)


def _chart(page: str, chart_id: str) -> ModuleType | None:
    of_page = [chart for chart in all_charts() if page == chart.PAGE]
    return next((chart for chart in of_page if chart_id == chart.ID), of_page[0] if of_page else None)


def _title_of(page_id: str) -> Text:
    return next(page.title for page in PAGES if page.id == page_id)
