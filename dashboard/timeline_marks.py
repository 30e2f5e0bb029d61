"""The timeline of single marks: lanes by topic, marks packed into rows, and the frame of time around them.

All vertical lengths are pixels of the figure, so that nothing moves when the window gets wider; time is in days.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from babel.dates import format_date

from dashboard.chart_words import CLICK_EVENT, hover_lines
from dashboard.labels import text_width
from dashboard.language import LOCALES, Language, Text, day, number
from dashboard.style import STATUS_PATTERNS, STATUS_SYMBOLS, Look, faded, framed, legend_at_top, legend_lines
from dashboard.time_axis import Axis, days, first_day, index_of, pack, quarter_at, quarter_index, tick_words

STRIP = Text(de="Nur Jahr bekannt", en="Year only")
BEFORE = Text(de="vor {year}", en="before {year}")
AFTER = Text(de="ab {year}", en="{year} on")
AS_OF = Text(de="Stand {day}", en="As of {day}")
ANNOUNCED = Text(de="angekündigt", en="announced")
RANGE = Text(de="mehrere Tage", en="several days")
VAGUE = Text(de="Monat/Quartal/Jahr", en="month/quarter/year")
VAGUE_PLANNED = Text(de="… geplant", en="… planned")
TOPICS = Text(de="Weitere Themen: {topics}", en="Further topics: {topics}")

TALL = 480  # pixels: a figure taller than that has the words of its axis at both ends
LONG = 200  # days: a vaguer date than a half-year goes to the strip, its band would fill a lane


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels."""

    row: float
    strip_row: float
    symbol: float
    labels: float  # width of the column of lane names; 0: they stand above their lanes
    lane_head: float
    family_head: float
    slot: float  # of a mark outside the axis


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The marks of `charts.timeline.rows`, which must not be empty."""
    sizes = _sizes(rows, look, lang)
    axis = _axis(rows, look.width - sizes.labels - 16, sizes)
    marks = _placed(_drawn(rows, axis, sizes), sizes)
    lanes = _lanes(marks, sizes, lang)
    marks["thick"] = np.where(marks["lane_key"] == 0, sizes.strip_row, sizes.row)
    marks["y"] = marks["lane_key"].map(lanes.set_index("lane_key")["top"]) + (marks["row"] + 0.5) * marks["thick"]
    drawing = go.Figure([_bars(marks, sizes, look, lang), _symbols(marks, sizes, look, lang), *_legend(rows, look, lang)])
    framed(drawing, look, lang)
    _frame(drawing, axis, lanes, sizes, look, lang, rows)
    return drawing


def _sizes(rows: pd.DataFrame, look: Look, lang: Language) -> Sizes:
    size = look.font_size
    names = [*rows["topic"].unique(), STRIP(lang)]
    column = 0.0 if look.narrow else max(text_width(name, size) for name in names) + text_width("  999", size) + 14
    row = look.scaled(10)
    head = size + 4.0
    return Sizes(row, look.scaled(7), look.scaled(8), column, head if look.narrow else 0, head + 6, row)


def _axis(rows: pd.DataFrame, width: float, sizes: Sizes) -> Axis:
    """The briefings' quarters, and up to three (of many quarters: two) before and after them where events lie."""
    told = rows["quarter"].map(index_of)
    first, last = int(told.min()), int(told.max())
    reach = 3 if last - first < 4 else 2
    exact = rows["date_precision"].isin(["day", "month"]).to_numpy()
    starts = quarter_index(rows["date_start"])
    ends = np.where(exact, quarter_index(rows["date_end"]), starts)
    near = starts[exact & (starts < first) & (starts >= first - reach)]
    far = np.minimum(ends[ends > last], last + reach)
    first = int(near.min()) if len(near) and (starts < first - reach).sum() == 0 else first
    last = int(far.max()) if len(far) else last
    room = min(width * 0.12, 6 * sizes.slot) + 6
    axis = Axis(first, last, width)
    before = (days(rows["date_end"]) < axis.start).any()
    after = (days(rows["date_start"]) >= axis.end).any()
    return Axis(first, last, width, room if before else 0, room if after else 0)


def _drawn(rows: pd.DataFrame, axis: Axis, sizes: Sizes) -> pd.DataFrame:
    """Each mark's stretch in days (`x0`, `x1`) and in pixels (`left`, `right`), its lane and where it lies."""
    marks = rows.copy()
    start, end = days(rows["date_start"]), days(rows["date_end"]) + 1
    vague = (rows["date_precision"] != "day").to_numpy()
    marks["vague"] = vague
    marks["lane_key"] = np.where(vague & (end - start > LONG), 0, rows["lane"])
    marks["where"] = np.select([end <= axis.start, start >= axis.end], ["before", "after"], "in")
    marks["x0"], marks["x1"] = np.maximum(start, axis.start).astype(float), np.minimum(end, axis.end).astype(float)
    left = (marks["x0"] - axis.start) * axis.pixels_a_day
    right = (marks["x1"] - axis.start) * axis.pixels_a_day
    # A symbol needs room around its middle, a band at least a visible width; bands of neighbouring months share a row.
    middle, half = (left + right) / 2, np.where(vague, 2, sizes.symbol / 2 + 0.5)
    marks["left"], marks["right"] = np.minimum(left + 1, middle - half), np.maximum(right - 1, middle + half)
    if not axis.after:
        marks["x1"] = np.maximum(marks["x1"], end)  # runs out of the picture, so that it does not seem to end there
    return _outside(marks, axis, sizes)


def _outside(marks: pd.DataFrame, axis: Axis, sizes: Sizes) -> pd.DataFrame:
    """What lies before or after the axis stands beside it, one slot a mark, in time order but without a scale."""
    for where, room, origin in (("before", axis.before, axis.range[0]), ("after", axis.after, axis.end)):
        chosen = marks["where"] == where
        if not chosen.any():
            continue
        slots = max(int((room - 6) // sizes.slot), 1)
        place = marks[chosen].groupby("lane_key").cumcount()
        left = 3 + place % slots * sizes.slot
        marks.loc[chosen, "outside_row"] = place // slots
        marks.loc[chosen, "x0"] = origin + (left + 1) / axis.pixels_a_day
        marks.loc[chosen, "x1"] = origin + (left + sizes.slot - 1) / axis.pixels_a_day
    return marks


def _placed(marks: pd.DataFrame, sizes: Sizes) -> pd.DataFrame:
    """The row of each mark in its lane."""
    marks["row"] = 0
    inside = marks[marks["where"] == "in"].sort_values(["lane_key", "left"])
    for _, lane in inside.groupby("lane_key"):
        marks.loc[lane.index, "row"] = pack(lane["left"].tolist(), lane["right"].tolist(), gap=0.5)
    if "outside_row" in marks:
        outside = marks["where"] != "in"
        marks.loc[outside, "row"] = marks.loc[outside, "outside_row"].astype(int)
    return marks


def _lanes(marks: pd.DataFrame, sizes: Sizes, lang: Language) -> pd.DataFrame:
    """One row a lane from the top down: its name, its number of events, and where its rows begin and end."""
    lanes = marks.groupby("lane_key").agg(
        topic=("topic", "first"),
        topic_id=("topic_id", "first"),
        family_id=("family_id", "first"),
        family=("family", "first"),
        events=("event_id", "size"),
        rows=("row", "max"),
    )
    lanes = lanes.reset_index()
    if lanes["lane_key"].iloc[0] == 0:
        lanes.loc[0, ["topic", "topic_id", "family_id", "family"]] = [STRIP(lang), "", "", ""]
    # Families stand together even where a vocabulary mixes them.
    order = {family: number for number, family in enumerate(dict.fromkeys(lanes["family_id"]))}
    lanes = lanes.sort_values("family_id", key=lambda ids: ids.map(order), kind="stable", ignore_index=True)
    lanes["is_first"] = (lanes["family_id"] != lanes["family_id"].shift()) & (lanes["family_id"] != "")
    heads = lanes["is_first"] * sizes.family_head + sizes.lane_head
    thick = np.where(lanes["lane_key"] == 0, sizes.strip_row, sizes.row)
    needed = np.maximum((lanes["rows"] + 1) * thick, 0 if sizes.lane_head else sizes.row * 1.5)
    ends = (heads + needed + 8).cumsum()
    lanes["head_top"] = ends - 8 - needed - heads + 4
    lanes["top"] = ends - 4 - needed
    lanes["bottom"] = ends
    return lanes


def _hover(marks: pd.DataFrame, lang: Language) -> list[str]:
    lines = []
    for mark in marks.itertuples():
        facts = [mark.period, mark.status, *([mark.venues] if mark.venues else [])]
        more = f"<br>{hover_lines(TOPICS(lang, topics=mark.further_topics))}" if mark.further_topics else ""
        lines.append(f"<b>{hover_lines(mark.title)}</b><br>{hover_lines(' · '.join(facts))}<br>{hover_lines(mark.topic)}{more}")
    return lines


def _bars(marks: pd.DataFrame, sizes: Sizes, look: Look, lang: Language) -> go.Bar:
    """The bands of vague dates and the bars of several days."""
    several = (~marks["vague"]) & (marks["date_end"] > marks["date_start"]) & (marks["where"] == "in")
    bars = marks[marks["vague"] | several]
    colours = [look.family(family) for family in bars["family_id"]]
    vague = bars["vague"].to_numpy()
    patterns = [STATUS_PATTERNS.get(status, "") if is_vague else "" for status, is_vague in zip(bars["status_id"], vague, strict=True)]
    fills = [_fill(colour, v, pattern) for colour, v, pattern in zip(colours, vague, patterns, strict=True)]
    return go.Bar(
        orientation="h",
        base=bars["x0"].to_numpy(float),
        x=(bars["x1"] - bars["x0"]).to_numpy(float),
        y=bars["y"].to_numpy(float),
        width=np.where(vague, bars["thick"] - 2, sizes.symbol * 0.62),
        marker={
            "color": fills,
            "line": {"color": [faded(colour, 0.75) for colour in colours], "width": np.where(vague, 0.8, 0)},
            "pattern": {"shape": patterns, "fgcolor": colours, "size": 5, "solidity": 0.25, "fillmode": "overlay"},
        },
        customdata=("event=" + bars["event_id"]).to_numpy(object).reshape(-1, 1),
        text=_hover(bars, lang),
        textposition="none",
        hovertemplate=f"%{{text}}<br><i>{CLICK_EVENT(lang)}</i><extra></extra>",
        showlegend=False,
    )


def _fill(colour: str, vague: bool, pattern: str) -> str:
    return faded(colour, (0.06 if pattern else 0.32) if vague else 0.6)


def _symbols(marks: pd.DataFrame, sizes: Sizes, look: Look, lang: Language) -> go.Scatter:
    """One symbol for each date that is known to the day, in the middle of its days."""
    exact = marks[~marks["vague"]]
    colours = [look.family(family) for family in exact["family_id"]]
    return go.Scatter(
        mode="markers",
        x=((exact["x0"] + exact["x1"]) / 2).to_numpy(float),
        y=exact["y"].to_numpy(float),
        marker=_marker(exact["status_id"].tolist(), colours, sizes.symbol, look),
        customdata=("event=" + exact["event_id"]).to_numpy(object).reshape(-1, 1),
        text=_hover(exact, lang),
        hovertemplate=f"%{{text}}<br><i>{CLICK_EVENT(lang)}</i><extra></extra>",
        showlegend=False,
    )


def _marker(statuses: list[str], colours: list[str], size: float, look: Look) -> dict[str, object]:
    """Open symbols are filled with the page's colour, so that no line of the grid runs through them."""
    symbols = [STATUS_SYMBOLS.get(status, "square-open") for status in statuses]
    is_open = [symbol.endswith("-open") for symbol in symbols]
    return {
        "symbol": [symbol.removesuffix("-open") for symbol in symbols],
        "color": [look.background if hollow else colour for hollow, colour in zip(is_open, colours, strict=True)],
        "size": [size - 0.5 if hollow else size for hollow in is_open],
        "line": {"width": [look.scaled(1.7) if hollow else 0 for hollow in is_open], "color": colours},
        "opacity": 1,
    }


def _legend(rows: pd.DataFrame, look: Look, lang: Language) -> list[go.Scatter | go.Bar]:
    """Traces without a mark that only explain, for what occurs in the rows."""
    ink = look.muted
    words = rows.drop_duplicates("status_id").set_index("status_id")["status"]
    entries: list[go.Scatter | go.Bar] = []
    for status in [*STATUS_SYMBOLS, *(set(words.index) - set(STATUS_SYMBOLS))]:
        if status in words.index:
            marker = _marker([status], [ink], look.scaled(9), look)
            entries.append(go.Scatter(x=[None], y=[None], mode="markers", marker=marker, name=words[status]))
    vague = rows[rows["date_precision"] != "day"]
    if ((rows["date_precision"] == "day") & (rows["date_end"] > rows["date_start"])).any():
        line = {"color": faded(ink, 0.6), "width": look.scaled(5)}
        entries.append(go.Scatter(x=[None], y=[None], mode="lines", line=line, name=RANGE(lang)))
    if len(vague):
        entries.append(_legend_band("", VAGUE(lang), ink))
    if (vague["status_id"] == "planned").any():
        entries.append(_legend_band(STATUS_PATTERNS["planned"], VAGUE_PLANNED(lang), ink))
    return entries


def _legend_band(pattern: str, name: str, ink: str) -> go.Bar:
    marker = {"color": _fill(ink, True, pattern), "line": {"color": faded(ink, 0.75), "width": 0.8}}
    marker["pattern"] = {"shape": pattern, "fgcolor": ink, "size": 5, "solidity": 0.25, "fillmode": "overlay"}
    return go.Bar(x=[None], y=[None], marker=marker, name=name)


def _frame(
    drawing: go.Figure, axis: Axis, lanes: pd.DataFrame, sizes: Sizes, look: Look, lang: Language, rows: pd.DataFrame
) -> None:
    """Axes, grid of quarters and years, the line 'as of', legend and margins."""
    height = float(lanes["bottom"].iloc[-1])
    entries = [trace.name for trace in drawing.data if trace.name]
    legend_rows = legend_lines(entries, look)
    values, words = _ticks(axis, lang, look)
    top_words = height > TALL
    top = legend_rows * (look.font_size + 8) + look.font_size * (4.2 if top_words else 1.6) + 14
    stand_shapes, stand_words = _as_of(axis, height, look.font_size * (2.8 if top_words else 0), look, lang, rows)
    drawing.update_layout(
        height=int(top + height + look.font_size * 2.9 + 8),
        margin={"l": sizes.labels + 8, "r": 8, "t": top, "b": look.font_size * 2.9 + 8},
        barmode="overlay",
        legend=legend_at_top(look),
        shapes=[*stand_shapes, *_grid(axis, height, look), *_rules(lanes, axis, look)],
        annotations=[*_names(lanes, sizes, look, lang), *_top_words(values, words, height, look), *stand_words],
    )
    drawing.update_xaxes(
        range=axis.range, tickvals=values, ticktext=words, showgrid=False, showline=False, automargin=False, tickfont={"color": look.muted}
    )
    drawing.update_yaxes(range=[height, 0], visible=False, fixedrange=True, automargin=False)


def _grid(axis: Axis, height: float, look: Look) -> list[dict[str, object]]:
    """Two paths: the borders of quarters, and those of years; and partings of what lies outside."""
    quarters = range(axis.first, axis.last + 2)
    years = [first_day(q) for q in quarters if q % 4 == 0]
    others = [first_day(q) for q in quarters if q % 4]
    lines = [_verticals(others, height, look.grid, 1), _verticals(years, height, look.line if len(quarters) > 5 else look.grid, 1)]
    partings = [*([axis.start] if axis.before else []), *([axis.end] if axis.after else [])]
    return [*(line for line in lines if line), *([_verticals(partings, height, look.line, 1, "dot")] if partings else [])]


def _verticals(values: list[int], height: float, colour: str, width: float, dash: str = "solid") -> dict[str, object]:
    path = "".join(f"M{value},0V{height:.0f}" for value in values)
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "path", "path": path, "line": line, "layer": "below"} if path else {}


def _ticks(axis: Axis, lang: Language, look: Look) -> tuple[list[float], list[str]]:
    """Words in the middle of their month, quarter or year, whichever fits."""
    numbers = list(range(axis.first, axis.last + 1))
    a_quarter = axis.pixels_a_day * 91
    if a_quarter > 3 * 3.2 * look.font_size and len(numbers) <= 8:
        values, words = _months(axis, lang)
    elif a_quarter > 2.6 * look.font_size:
        values = [(first_day(number) + first_day(number + 1)) / 2 for number in numbers]
        words = tick_words([quarter_at(number) for number in numbers], lang)
    else:
        values, words = _years(axis, look)
    outside = [(axis.before, sum((axis.start, axis.range[0])) / 2, BEFORE), (axis.after, sum((axis.end, axis.range[1])) / 2, AFTER)]
    for room, middle, text in outside:
        if room:
            year = (axis.first if text is BEFORE else axis.last + 1) // 4
            quarter_no = (axis.first if text is BEFORE else axis.last + 1) % 4 + 1
            values.append(middle)
            words.append(text(lang, year=year if quarter_no == 1 else f"Q{quarter_no}<br>{year}").replace(" ", "<br>", 1))
    return values, words


def _months(axis: Axis, lang: Language) -> tuple[list[float], list[str]]:
    months = pd.period_range(date.fromordinal(axis.start + 719163), date.fromordinal(axis.end + 719162), freq="M")
    values = [(start + end) / 2 for start, end in zip(days(months.start_time.to_series()), days(months.end_time.to_series()) + 1, strict=True)]
    words = []
    for position, month in enumerate(months):
        word = str(format_date(month.start_time.date(), "LLL", locale=LOCALES[lang])).rstrip(".")
        words.append(f"{word}<br><b>{month.year}</b>" if position == 0 or month.month == 1 else word)
    return values, words


def _years(axis: Axis, look: Look) -> tuple[list[float], list[str]]:
    values, words = [], []
    for year in range(axis.first // 4, axis.last // 4 + 1):
        start, end = max(first_day(year * 4), axis.start), min(first_day(year * 4 + 4), axis.end)
        if (end - start) * axis.pixels_a_day > text_width("2024", look.font_size):
            values.append((start + end) / 2)
            words.append(f"<b>{year}</b>")
    return values, words


def _top_words(values: list[float], words: list[str], height: float, look: Look) -> list[dict[str, object]]:
    """The words of the axis once more above a tall figure."""
    if height <= TALL:
        return []
    above = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": {"color": look.muted}}
    # Above the plot the year stands over its quarter, so that all quarters are on one line.
    lines = ["<br>".join(reversed(word.split("<br>"))) if "<b>" in word else word for word in words]
    return [{"text": line, "x": value, **above} for value, line in zip(values, lines, strict=True)]


def _as_of(
    axis: Axis, height: float, lift: float, look: Look, lang: Language, rows: pd.DataFrame
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Shapes and words for the end of the last briefing's quarter: what lies beyond it was announced, not told."""
    stand = first_day(index_of(rows["quarter"].max()) + 1)
    beyond = stand < axis.end or axis.after > 0
    shapes: list[dict[str, object]] = []
    if beyond:
        shade = {"x0": stand, "x1": axis.range[1], "y0": 0, "y1": height, "fillcolor": look.panel, "line": {"width": 0}}
        shapes.append({"type": "rect", "layer": "below", **shade})
    line = {"color": look.accent, "width": 1.5}
    shapes.append({"type": "line", "x0": stand, "x1": stand, "y0": 0, "y1": height, "line": line})
    font = {"color": look.accent, "size": look.font_size - 1}
    label = {"x": stand, "yref": "paper", "y": 1, "yshift": lift, "yanchor": "bottom", "showarrow": False, "font": font}
    text = AS_OF(lang, day=day(date(1970, 1, 1) + timedelta(days=stand - 1), lang))
    words = [{"text": text, "xanchor": "right", "xshift": -3, **label}]
    if beyond and (axis.range[1] - stand) * axis.pixels_a_day > text_width(ANNOUNCED(lang), look.font_size) + 20:
        words.append({"text": f"{ANNOUNCED(lang)} →", "xanchor": "left", "xshift": 3, **label})
    return shapes, words


def _names(lanes: pd.DataFrame, sizes: Sizes, look: Look, lang: Language) -> list[dict[str, object]]:
    """The names of families and lanes, and the number of events of each lane."""
    words: list[dict[str, object]] = []
    for lane in lanes.itertuples():
        colour = look.family_text(lane.family_id) if lane.family_id else look.text
        left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -sizes.labels, "showarrow": False, "align": "left"}
        if lane.is_first:
            font = {"color": colour, "size": look.font_size - 1, "weight": 700}
            words.append({"text": lane.family, "y": lane.head_top, "yanchor": "top", "font": font, **left})
        if sizes.lane_head:
            text = f"{lane.topic}  <span style='color:{look.muted}'>{number(lane.events, lang)}</span>"
            words.append({"text": text, "y": lane.top, "yanchor": "bottom", "font": {"color": colour}, **left})
        else:
            middle = {**left, "y": lane.top + sizes.row / 2 + 1, "yanchor": "middle"}
            words.append({**middle, "text": lane.topic, "font": {"color": colour}})
            count = {"xanchor": "right", "xshift": -8, "font": {"color": look.muted}}
            words.append({**middle, "text": number(lane.events, lang), **count})
    return words


def _rules(lanes: pd.DataFrame, axis: Axis, look: Look) -> list[dict[str, object]]:
    """A line above each family, a paler one above each lane."""
    rules: list[dict[str, object]] = []
    for is_family, colour in ((True, look.line), (False, look.grid)):
        tops = lanes["head_top"][lanes["is_first"] == is_family] - 4
        path = "".join(f"M{axis.range[0]:.1f},{top:.1f}H{axis.range[1]:.1f}" for top in tops[tops > 1])
        if path:
            line = {"color": colour, "width": 0.8}
            rules.append({"type": "path", "path": path, "line": line, "layer": "below"})
    return rules
