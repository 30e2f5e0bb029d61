"""What stands around the marks of the timeline: grid, words of the axis, names of the lanes, the line 'as of'."""

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go
from babel.dates import format_date

from dashboard.drawing.labels import text_width
from dashboard.drawing.legends import legend_at_top, legend_lines
from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import Axis, days, first_day, index_of, quarter_at, tick_words
from dashboard.drawing.timeline_layout import Sizes
from dashboard.language import LOCALES, Language, Text, day, number

BEFORE = Text(de="vor {year}", en="before {year}")


AFTER = Text(de="ab {year}", en="{year} on")


AS_OF = Text(de="Stand {day}", en="As of {day}")


ANNOUNCED = Text(de="angekündigt", en="announced")


TALL = 480  # pixels: a figure taller than that has the words of its axis at both ends


def add_frame(
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
        range=axis.range,
        tickvals=values,
        ticktext=words,
        showgrid=False,
        showline=False,
        automargin=False,
        fixedrange=look.narrow,
        tickfont={"color": look.muted},
    )
    drawing.update_yaxes(range=[height, 0], visible=False, fixedrange=True, automargin=False)


def _grid(axis: Axis, height: float, look: Look) -> list[dict[str, object]]:
    """Two paths: the borders of quarters, and those of years; and partings of what lies outside."""
    quarters = range(axis.first, axis.last + 2)
    years = [first_day(q) for q in quarters if q % 4 == 0]
    others = [first_day(q) for q in quarters if q % 4]
    lines = [
        _verticals(others, height, look.grid, 1),
        _verticals(years, height, look.line if len(quarters) > 5 else look.grid, 1),
    ]
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
    outside = [
        (axis.before, sum((axis.start, axis.range[0])) / 2, BEFORE),
        (axis.after, sum((axis.end, axis.range[1])) / 2, AFTER),
    ]
    for room, middle, text in outside:
        if room:
            year = (axis.first if text is BEFORE else axis.last + 1) // 4
            quarter_no = (axis.first if text is BEFORE else axis.last + 1) % 4 + 1
            values.append(middle)
            words.append(text(lang, year=year if quarter_no == 1 else f"Q{quarter_no}<br>{year}").replace(" ", "<br>", 1))
    return values, words


def _months(axis: Axis, lang: Language) -> tuple[list[float], list[str]]:
    months = pd.period_range(date.fromordinal(axis.start + 719163), date.fromordinal(axis.end + 719162), freq="M")
    values = [
        (start + end) / 2
        for start, end in zip(days(months.start_time.to_series()), days(months.end_time.to_series()) + 1, strict=True)
    ]
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
