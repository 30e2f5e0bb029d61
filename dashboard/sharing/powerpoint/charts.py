"""Native charts of PowerPoint: stacked columns by quarter, bars, and small columns one a topic. Lengths are inches."""

import math

import pandas as pd
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN_TYPE
from pptx.slide import Slide as Sheet
from pptx.util import Inches, Pt

from dashboard.drawing.colours import mixed, readable_on
from dashboard.language import Language
from dashboard.sharing.powerpoint.frame import BODY, LOOK, colour, describe, text_box, write

_LABELLED_FROM = 3  # smaller parts of a column have no room for a number
# The first series of a stack is solid, the others have these in turn: colour alone would have to tell them apart else.
_PATTERNS = (
    MSO_PATTERN_TYPE.OUTLINED_DIAMOND,
    MSO_PATTERN_TYPE.LIGHT_UPWARD_DIAGONAL,
    MSO_PATTERN_TYPE.DOTTED_GRID,
    MSO_PATTERN_TYPE.LIGHT_HORIZONTAL,
    MSO_PATTERN_TYPE.LIGHT_VERTICAL,
)


def stacked(sheet: Sheet, rows: pd.DataFrame, name: str, value: str, colours: dict[str, str], words: tuple[str, str]) -> None:
    """Columns by quarter, stacked by `name`; `colours` by name, `words` are name and description of the chart.

    A quarter without a briefing is left open. A single quarter gives bars.
    """
    quarters = rows.drop_duplicates("quarter")
    if len(quarters) == 1:
        bars(sheet, rows, name, value, colours, words)
        return
    data = _by_quarter(quarters)
    names = list(dict.fromkeys(rows[name]))
    for series in names:
        data.add_series(series, _values(rows[rows[name] == series][value]))
    frame = sheet.shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *_place(), data)
    describe(frame, *words)
    chart = frame.chart
    _plain(chart)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size = Pt(13)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 30, 100
    for position, (series, series_name) in enumerate(zip(plot.series, names, strict=True)):
        fill = colours[series_name]
        _fill(series.format.fill, fill, position)
        labels = series.data_labels
        labels.show_value, labels.number_format_is_linked = True, False
        labels.number_format = f"[>={_LABELLED_FROM}]0;;"
        labels.font.size, labels.font.color.rgb = Pt(11), colour(readable_on(fill))


def _fill(area: FillFormat, fill: str, position: int) -> None:
    """The colour of a series and, behind the first, a pattern away from the colour of its numbers."""
    if not position:
        area.solid()
        area.fore_color.rgb = colour(fill)
        return
    area.patterned()
    area.pattern = _PATTERNS[(position - 1) % len(_PATTERNS)]
    opposite = "#000000" if readable_on(fill) == "#ffffff" else "#ffffff"
    area.fore_color.rgb, area.back_color.rgb = colour(mixed(fill, opposite, 0.45)), colour(fill)


def bars(sheet: Sheet, rows: pd.DataFrame, name: str, value: str, colours: dict[str, str], words: tuple[str, str]) -> None:
    """One bar a name, the largest at the top."""
    found = rows[rows[value].fillna(0) > 0].sort_values(value, kind="stable")
    data = CategoryChartData()
    data.categories = found[name].tolist()
    data.add_series(words[0], _values(found[value]))
    left, top, width, height = BODY
    tall = min(height, 0.75 * len(found) + 0.4)
    frame = sheet.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *(Inches(part) for part in (left, top, width, tall)), data)
    describe(frame, *words)
    chart = frame.chart
    _plain(chart)
    chart.has_legend, chart.plots[0].gap_width = False, 40
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    series = chart.plots[0].series[0]
    for position, label in enumerate(found[name]):
        point = series.points[position].format.fill
        point.solid()
        point.fore_color.rgb = colour(colours[label])
    chart.plots[0].has_data_labels = True
    labels = chart.plots[0].data_labels
    labels.show_value, labels.font.size = True, Pt(13)


def small_columns(
    sheet: Sheet,
    rows: pd.DataFrame,
    name: str,
    value: str,
    colours: dict[str, str],
    lang: Language,
    words: tuple[str, str],
    inks: dict[str, str],
) -> None:
    """One small chart a name, one column a quarter, all on one scale; `inks` are the colours of the names as words."""
    groups = [group for _, group in rows.groupby(name, sort=False)]
    left, top, width, height = BODY
    across = min(6, len(groups))
    down = math.ceil(len(groups) / across)
    wide, tall = width / across, min(height / down, 2.4)
    largest = max(float(rows[value].fillna(0).max()), 4.0)
    for position, group in enumerate(groups):
        label = group[name].iloc[0]
        x, y = left + position % across * wide, top + position // across * tall
        head = text_box(sheet, x, y, wide - 0.1, 0.3)
        head.word_wrap = False
        write(head.paragraphs[0], label, lang, 11, inks.get(label, LOOK.text), bold=True)
        data = CategoryChartData()
        data.categories = group["quarter_label"].tolist()
        data.add_series(label, _values(group[value]))
        place = (Inches(part) for part in (x - 0.05, y + 0.27, wide - 0.1, tall - 0.35))
        frame = sheet.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
        describe(frame, f"{words[0]}: {label}", f"{label}: {', '.join(_pairs(group, value))}")
        _small(frame.chart, colours[label], largest)


def _pairs(group: pd.DataFrame, value: str) -> list[str]:
    counted = group[group[value].fillna(0) > 0]
    return [f"{row.quarter_label} {int(getattr(row, value))}" for row in counted.itertuples()]


def _small(chart: Chart, fill: str, largest: float) -> None:
    _plain(chart)
    chart.has_legend = False
    plot = chart.plots[0]
    plot.gap_width = 25
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = colour(fill)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, largest, largest
    axis.tick_labels.font.size = Pt(9)


def _plain(chart: Chart) -> None:
    """No title, no frame, pale grid, the type of the house."""
    chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(12), colour(LOOK.muted)
    chart.category_axis.format.line.color.rgb = colour(LOOK.line)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.has_major_gridlines = False
    chart.value_axis.format.line.fill.background()
    chart.value_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.value_axis.major_gridlines.format.line.color.rgb = colour(LOOK.grid)
    chart.value_axis.tick_labels.number_format, chart.value_axis.tick_labels.number_format_is_linked = "0", False


def _by_quarter(quarters: pd.DataFrame) -> CategoryChartData:
    """Quarters under their years."""
    data = CategoryChartData()
    for year, of_year in quarters.groupby(quarters["quarter"].str[:4], sort=False):
        category = data.add_category(year)
        for quarter in of_year["quarter"]:
            category.add_sub_category(quarter[5:])
    return data


def _values(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in values]


def _place() -> tuple[Inches, ...]:
    return tuple(Inches(part) for part in BODY)
