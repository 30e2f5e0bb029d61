"""What colour tells, something else tells too (WCAG 2.2, 1.4.1): a shape, a pattern, a word, a number or a height."""

import re
from itertools import combinations

import pytest

from dashboard.charts import all_charts, family_bars, map, membership_over_time, timeline, topic_trends
from dashboard.contents.event_table import STATUS_SIGNS
from dashboard.contents.evidence import FIELDS
from dashboard.contents.html_parts import STYLE_SHEET
from dashboard.drawing.legends import STATUS_PATTERNS, STATUS_SYMBOLS
from dashboard.drawing.map_places import ROLES
from dashboard.drawing.partner_panels import KIND_SYMBOLS
from dashboard.drawing.patterns import FAMILY_PATTERNS, ROLE_PATTERNS
from dashboard.drawing.style import Look
from tests.dashboard.chart_tables import chart_tables

LOOKS = {"wide": Look(), "dark": Look(dark=True), "phone": Look(width=360), "small": Look(width=500, small=True)}
CHARTS = [pytest.param(chart, id=chart.ID) for chart in all_charts()]
TABLES = chart_tables(300)


def form(trace, look):
    """What of an entry of a legend is left where no hue is seen."""
    marker, line = trace.marker, trace.line if trace.type == "scatter" else None
    if trace.type == "bar":
        is_hollow, pale = marker.color == look.background, str(marker.color).startswith("rgba")
        return "bar", marker.pattern.shape or "", is_hollow, pale, trace.width
    if trace.mode == "lines":
        return "line", line.dash, line.width
    symbol, colour = (part[0] if isinstance(part, (tuple, list)) else part for part in (marker.symbol, marker.color))
    return "symbol", symbol, marker.size, colour == look.background


def entries(figure):
    return [trace for trace in figure.data if trace.name and trace.showlegend is not False]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("chart", CHARTS)
def test_entries_of_a_legend_differ_in_form(chart, look):
    shown = entries(chart.figure(chart.rows(TABLES, "de"), "de", look))
    for one, other in combinations(shown, 2):
        assert form(one, look) != form(other, look), (one.name, other.name)


def test_two_hues_alone_are_found():
    look = LOOKS["wide"]
    figure = family_bars.figure(family_bars.rows(TABLES, "de"), "de", look)
    figure.update_traces(marker_pattern_shape="")
    assert len({form(trace, look) for trace in entries(figure)}) < len(entries(figure))


@pytest.mark.parametrize(
    "forms",
    [STATUS_SYMBOLS, STATUS_PATTERNS, STATUS_SIGNS, KIND_SYMBOLS, FAMILY_PATTERNS, {role: ROLE_PATTERNS[role] for role in ROLES}],
)
def test_no_two_values_have_one_form(forms):
    assert len(set(forms.values())) == len(forms)


MATRICES = [chart for chart in CHARTS if chart.id in ("topic-heatmap", "actor-frequency", "chain-outcomes")]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("chart", MATRICES)
def test_cells_of_a_matrix_have_their_numbers(chart, look):
    cells = chart.figure(chart.rows(TABLES, "de"), "de", look).data[0]
    assert len(cells.text) == len(cells.x)
    assert all(re.fullmatch(r"[\d.]+|·", text) for text in cells.text)


@pytest.mark.parametrize("dark", [False, True])
def test_months_too_narrow_for_numbers_show_their_counts_as_heights(dark):
    figure = timeline.figure(timeline.rows(chart_tables(2000), "de"), "de", Look(dark=dark, width=300))
    cells = figure.data[0]
    assert cells.text is None
    assert len(set(cells.marker.color)) == 1
    counts = [int(re.search(r": (\d+)", custom[1])[1]) for custom in cells.customdata]
    drawn = columns(figure)
    heights = []
    for x, bottom in zip(cells.x, cells.base, strict=True):
        (height,) = (low - top for left, top, right, low in drawn if left <= x <= right and abs(low - bottom) < 0.1)
        heights.append(height)
    full = max(heights) / max(counts)
    assert heights == pytest.approx([count * full for count in counts], abs=2.6)  # one event is never too low to be seen
    assert len(drawn) == len(counts) > 50


def columns(figure):
    """Left, top, right and bottom of the columns drawn over the cells of a matrix."""
    form = re.compile(r"M([-\d.e]+),([-\d.]+)H([-\d.e]+)V([\d.]+)H")
    paths = [shape.path for shape in figure.layout.shapes if shape.path and shape.fillcolor and shape.layer != "below"]
    return [tuple(float(part) for part in found) for path in paths for found in form.findall(path)]


def test_the_families_of_trends_are_named_where_they_begin():
    rows = topic_trends.rows(TABLES, "en")
    figure = topic_trends.figure(rows, "en", Look())
    words = {note.text for note in figure.layout.annotations}
    assert set(rows["family"]) <= words


@pytest.mark.parametrize("chart", [pytest.param(timeline, id="timeline"), *[c for c in CHARTS if c.id == "topic-heatmap"]])
def test_families_stand_in_words_over_their_rows(chart):
    rows = chart.rows(TABLES, "de")
    words = " ".join(str(note.text) for note in chart.figure(rows, "de", Look()).layout.annotations)
    assert all(family in words for family in rows["family"].unique())


def test_outcomes_stand_in_words_over_their_announcements():
    chains = next(chart for chart in all_charts() if chart.ID == "chains")
    rows = chains.rows(TABLES, "de")
    words = " ".join(note.text for note in chains.figure(rows, "de", Look()).layout.annotations).casefold()
    assert all(outcome.casefold() in words for outcome in rows["outcome"].unique())


@pytest.mark.parametrize("dark", [False, True])
def test_roles_of_states_have_one_pattern_each_on_the_map_and_in_time(dark):
    look = Look(dark=dark)
    figure = map.figure(map.rows(chart_tables(60, ("2021-Q1", "2021-Q2")), "de"), "de", look)
    areas = [trace for trace in figure.data if trace.type == "scatter" and trace.fillcolor in look.roles.values()]
    drawn = {trace.fillcolor: trace.fillpattern.shape for trace in areas}
    assert len(set(drawn.values())) == len(drawn) == 3
    told = {trace.marker.color: trace.marker.pattern.shape for trace in figure.data if trace.type == "bar"}
    assert told == drawn
    bands = membership_over_time.figure(membership_over_time.rows(TABLES, "de"), "de", look).data
    assert len({(band.marker.pattern.shape, band.width) for band in bands}) == len(bands)


def test_evidence_of_each_field_has_a_line_of_its_own():
    css = STYLE_SHEET.read_text(encoding="utf-8")
    lines = {}
    for field in FIELDS:
        (rule,) = re.findall(rf"^\.pg \.mark\.mark-{field} \{{ (.+?) \}}$", css, re.MULTILINE)
        lines[field] = re.sub(r"\s*border-radius: 0;|var\(--\w+\)", "", rule)
    assert len(set(lines.values())) == len(FIELDS)
