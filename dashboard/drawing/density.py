"""The timeline of many events: how many begin in each month, by topic or family."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import heatmap
from dashboard.drawing.chart_words import LONGER, OF_FAMILY, OF_TOPIC, click_hint, events_in_words, first_topic_note
from dashboard.drawing.matrix import Columns, Line, Strip
from dashboard.drawing.own_marks import own_note
from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import days, first_day, index_of, names_no_month
from dashboard.filters.own import PREFIX
from dashboard.language import Language, Text
from dashboard.when import in_words

BEFORE = Text(de="vor {when}", en="before {when}")
AFTER = Text(de="nach {when}", en="after {when}")
OUTSIDE = 3.0  # months wide


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of days (the last included) and what it is called."""

    first: int | None
    last: int | None
    words: str

    @property
    def query(self) -> str:
        ends = (("from", self.first), ("to", self.last))
        return "&".join(f"{key}={date(1970, 1, 1) + timedelta(days=day)}" for key, day in ends if day is not None)


def figure(rows: pd.DataFrame, lang: Language, look: Look, key: str, name: str) -> go.Figure:
    """Counts of `charts.timeline.rows` by month and by the column `key`, called by the column `name`.

    Each event counts once: in the month it begins in, or, where the text names no month, in its year in a row of its own.
    """
    columns = _columns(rows, lang)
    vague = names_no_month(rows)
    exact = rows[~vague]
    place = _place(exact, columns)
    lines = [
        _line(rows[rows[key] == value], place[exact[key] == value], columns, key, name, lang, look) for value in _order(rows, key)
    ]
    months = [number for number, column in enumerate(columns) if column.first is not None and column.last is not None]
    strip = _strip(rows[vague], columns, months, lang) if vague.any() else None
    drawing = heatmap.figure(lines, _heads(columns, months), look, lang, strip=strip)
    is_partly = any(line.whole is not None for line in lines)
    note = first_topic_note(look, lang, OF_TOPIC if key == "topic_id" else OF_FAMILY) if is_partly else []
    if _is_own(rows).any():
        note = [*note, own_note(lang)]
    return _noted(drawing, note, look)


def _noted(drawing: go.Figure, lines: list[str], look: Look) -> go.Figure:
    """The figure with lines of words under it, and room for them."""
    size = look.font_size - 1
    room = len(lines) * size * 1.3 + (6 if lines else 0)
    left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": 8 - drawing.layout.margin.l, "align": "left"}
    below = {"yref": "paper", "y": 0, "yanchor": "top", "yshift": -4, "showarrow": False}
    if lines:
        drawing.add_annotation(text="<br>".join(lines), font={"size": size, "color": look.muted}, **left, **below)
    return drawing.update_layout(height=int(drawing.layout.height + room), margin_b=drawing.layout.margin.b + room)


def _columns(rows: pd.DataFrame, lang: Language) -> list[Column]:
    """The months of the briefings' years, and what lies before and after them where an event does."""
    quarters = rows["quarter"].map(index_of)
    first, last = int(quarters.min()) // 4, int(quarters.max()) // 4
    months = [pd.Period(year=year, month=month, freq="M") for year in range(first, last + 1) for month in range(1, 13)]
    columns = [
        Column(
            _day(month.start_time), _day(month.end_time), in_words(month.start_time.date(), month.end_time.date(), "month", lang)
        )
        for month in months
    ]
    start, end = first_day(first * 4), first_day(last * 4 + 4)
    begins = days(rows["date_start"])
    earlier = [Column(None, start - 1, BEFORE(lang, when=first))] if (begins < start).any() else []
    later = [Column(end, None, AFTER(lang, when=last))] if (begins >= end).any() else []
    return [*earlier, *columns, *later]


def _day(value: pd.Timestamp) -> int:
    return int(np.datetime64(value, "D").astype(np.int64))


def _place(rows: pd.DataFrame, columns: list[Column]) -> np.ndarray:
    """The number of the column that each row begins in."""
    starts = [column.first for column in columns if column.first is not None]
    found = np.searchsorted(starts, days(rows["date_start"]), side="right") - 1
    return found + (len(columns) - len(starts))


def _order(rows: pd.DataFrame, key: str) -> list[str]:
    return list(rows.sort_values("lane", kind="stable")[key].unique())


def _line(
    of_line: pd.DataFrame, place: np.ndarray, columns: list[Column], key: str, name: str, lang: Language, look: Look
) -> Line:
    """`place` is the column of each of the line's events that has one."""
    label, family = str(of_line[name].iloc[0]), str(of_line["family_id"].iloc[0])
    topics = ",".join(topic for topic in dict.fromkeys(of_line.sort_values("lane")["topic_id"]) if topic)
    counts = np.bincount(place, minlength=len(columns)).astype(float)
    lead = f"topic={topics}&" if topics else ""
    hovers = [
        f"<b>{label}</b><br>{column.words}: {events_in_words(int(count), lang)}{click_hint(count, lang)}"
        for column, count in zip(columns, counts, strict=True)
    ]
    is_topic = key == "topic_id"
    whole = int(of_line["topic_events" if is_topic else "family_events"].iloc[0])
    return Line(
        name=label,
        values=counts.tolist(),
        queries=[lead + column.query for column in columns],
        hovers=hovers,
        group=family if is_topic else "",
        group_name=str(of_line["family"].iloc[0]) if is_topic else "",
        colour=look.family_text(family),
        total=len(of_line),
        whole=whole if whole > len(of_line) else None,
        own=frozenset(place[_is_own(of_line[~names_no_month(of_line)])].tolist()),
    )


def _strip(rows: pd.DataFrame, columns: list[Column], months: list[int], lang: Language) -> Strip:
    """Counts of vague dates by year, over the twelve columns of the year."""
    start = months[0]
    place = _place(rows, columns)
    groups = np.where(place < start, -1, (place - start) // 12)
    years = range(-1 if start else 0, len(months) // 12 + (len(columns) > start + len(months)))
    borders = sorted({0, *range(start, start + len(months) + 1, 12), len(columns)})
    counts = [int((groups == year).sum()) for year in years]
    ends = list(pairwise(borders))
    spans = [Column(columns[left].first, columns[right - 1].last, "") for left, right in ends]
    first_year = int(columns[start].words[-4:])
    names = [
        columns[0].words if year < 0 else columns[-1].words if year >= len(months) // 12 else str(first_year + year)
        for year in years
    ]
    hovers = [
        f"<b>{LONGER(lang)}</b><br>{name}: {events_in_words(count, lang)}{click_hint(count, lang)}"
        for name, count in zip(names, counts, strict=True)
    ]
    edges = _edges(columns, months)
    edges = [edges[left] for left, _ in ends] + [edges[-1]]
    own = frozenset(years.index(year) for year in groups[_is_own(rows)])
    return Strip(LONGER(lang), edges, counts, [span.query for span in spans], hovers, own)


def _is_own(rows: pd.DataFrame) -> np.ndarray:
    return rows["event_id"].str.startswith(PREFIX).to_numpy(bool)


def _edges(columns: list[Column], months: list[int]) -> list[float]:
    """Borders of the columns: a month is 1 wide, what lies outside OUTSIDE."""
    widths = [1.0 if number in set(months) else OUTSIDE for number in range(len(columns))]
    return [0.0, *np.cumsum(widths).tolist()]


def _heads(columns: list[Column], months: list[int]) -> Columns:
    """Years over their months, and words over what lies outside them."""
    edges, years = _edges(columns, months), len(months) // 12
    origin = edges[months[0]]
    first_year = int(columns[months[0]].words[-4:])
    positions = [origin + 12 * year + 6 for year in range(years)]
    words = [f"<b>{first_year + year}</b>" for year in range(years)]
    rules = [origin + 12 * year for year in range(years + 1) if 0 < origin + 12 * year < edges[-1]]
    for number in {0, len(columns) - 1} - set(months):
        positions.append((edges[number] + edges[number + 1]) / 2)
        words.append(columns[number].words.replace(" ", "<br>"))
    return Columns(len(columns), positions, words, rules=rules, edges=edges)
