"""What a slide shows beside a chart, as plain frames and lines of text: the table twin, the events, one event, the figures."""

from dataclasses import dataclass

import pandas as pd

from dashboard.contents.event_detail import EventDetail, event_detail
from dashboard.contents.event_table import HEADS, event_table
from dashboard.contents.figures_that_matter import Figure, figures
from dashboard.drawing.chart_words import percent
from dashboard.drawing.row_labels import columns_to_read, row_labels
from dashboard.language import Language, Text, number
from dashboard.sharing.slide import Slide

_YES = (Text(de="nein", en="no"), Text(de="ja", en="yes"))
_LISTED = ("when", "title", "status", "venues", "topics")
NO_EVENT = Text(de="Es ist kein Ereignis gewählt.", en="No event is chosen.")


@dataclass(frozen=True, slots=True)
class Cells:
    """A table ready to be written: all text; `numbers` are the columns that stand to the right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()

    def first(self, most: int) -> "Cells":
        """The first rows alone."""
        return Cells(self.heads, self.rows[:most], self.numbers)


def table_twin(slide: Slide, columns: tuple[str, ...] = ()) -> Cells:
    """The numbers behind the slide's chart: these columns, else those that tell a reader something."""
    frame = slide.rows
    named = list(columns) or columns_to_read(frame)
    heads = row_labels(named, slide.lang)
    numeric = [name for name in named if pd.api.types.is_numeric_dtype(frame[name]) and not _is_bool(frame[name])]
    cells = [_shares(frame[name], slide.lang) if name == "share" else _words(frame[name], slide.lang) for name in named]
    rows = tuple(zip(*cells, strict=True)) if cells else ()
    return Cells(tuple(heads[name] for name in named), rows, frozenset(named.index(name) for name in numeric))


def events(slide: Slide, columns: tuple[str, ...] = _LISTED) -> Cells:
    """The chosen events in time order: date, title, status, venue, topics."""
    table = event_table(slide.view.tables, slide.lang, newest_first=False)
    joined = [[", ".join(cell) if isinstance(cell, list) else str(cell) for cell in table[name]] for name in columns]
    return Cells(tuple(HEADS[name](slide.lang) for name in columns), tuple(zip(*joined, strict=True)))


def event(slide: Slide) -> EventDetail | None:
    """The chosen event, None if there is none."""
    chosen = slide.view.selection.event
    return event_detail(slide.view.everything, chosen, slide.lang) if chosen else None


def event_line(event: EventDetail) -> str:
    """When, how exactly, status and where, in one line."""
    facts = [event.when, event.precision if event.precision_id != "day" else "", event.status.name]
    return " · ".join(fact for fact in (*facts, ", ".join(place.name for place in event.venues)) if fact)


def passage(event: EventDetail) -> str:
    """The words of the briefing that tell of the event."""
    return event.text[event.spans[0].start : event.spans[0].end] if event.spans else ""


def key_figures(slide: Slide) -> list[Figure]:
    """The figures that matter of the chosen events."""
    return figures(slide.view.tables, slide.lang)


def _is_bool(values: pd.Series) -> bool:
    return pd.api.types.is_bool_dtype(values)


def _shares(values: pd.Series, lang: Language) -> list[str]:
    return ["–" if pd.isna(value) else percent(value, lang) for value in values]


def _words(values: pd.Series, lang: Language) -> list[str]:
    if _is_bool(values):
        return [_YES[bool(value)](lang) for value in values]
    if pd.api.types.is_datetime64_any_dtype(values):
        return ["" if pd.isna(value) else f"{value:%Y-%m-%d}" for value in values]
    if pd.api.types.is_numeric_dtype(values):
        return ["–" if pd.isna(value) else number(value, lang) for value in values]
    return ["" if pd.isna(value) else str(value) for value in values]
