from dataclasses import replace
from functools import partial

import plotly.graph_objects as go
import pytest

from dashboard import data
from dashboard.charts import all_charts, timeline
from dashboard.charts import map as map_chart
from dashboard.drawing.on_screen import figure_on_screen
from dashboard.drawing.still import still, without_buttons
from dashboard.drawing.style import Look
from dashboard.shell.screen import figure_height, figure_width


@pytest.mark.parametrize(
    ("window", "is_phone", "is_alone", "expected"),
    [
        (None, False, False, 1000),
        (None, True, False, 360),
        ("wide", False, False, 1000),
        ("٣٩٠", True, False, 360),
        ("1440x900", False, False, 1050),
        ("1440x900", False, True, 1370),
        ("720x900", False, False, 650),
        ("390x900", True, False, 360),
        ("1x900", False, False, 280),
        ("99999x900", False, False, 1700),
        ("9" * 30, False, False, 1000),
        ("1440", False, False, 1000),
    ],
)
def test_a_figure_is_as_wide_as_the_page_leaves_it(window, is_phone, is_alone, expected):
    assert figure_width(window, is_phone, is_alone) == expected


@pytest.mark.parametrize(("window", "expected"), [("1440x900", 600), ("1920x1080", 780), ("9x300", 240), (None, 0), ("x", 0)])
def test_a_presentation_leaves_room_for_what_stands_around_a_figure(window, expected):
    assert figure_height(window) == expected


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(("width", "height"), [(1370, 600), (1700, 780)])
@pytest.mark.parametrize("chart", [chart for chart in all_charts() if chart.PAGE != "chains"], ids=lambda chart: chart.ID)
def test_every_chart_fits_a_screen_whole(chart, width, height, lang):
    rows = chart.rows(data.current(), lang)
    figure = figure_on_screen(partial(chart.figure, rows, lang), Look(width=width, large=True, height=height))
    assert (figure.layout.height or 450) <= height
    assert not figure.layout.updatemenus


def test_few_events_keep_their_marks_and_large_type():
    rows = timeline.rows(data.current(), "de").head(12)
    look = Look(width=1370, large=True, height=600)
    assert figure_on_screen(partial(timeline.figure, rows, "de"), look) == timeline.figure(rows, "de", look)


def test_large_type_goes_before_detail_and_stays_where_nothing_fits():
    def draw(look):
        tall = (900 if look.large else 700) - (300 if look.small else 0)
        return go.Figure(layout={"height": tall, "font": {"size": look.font_size}})

    bound = Look(large=True, height=600)
    assert figure_on_screen(draw, bound) == draw(replace(bound, small=True))
    assert figure_on_screen(draw, replace(bound, height=450)) == draw(replace(bound, large=False, small=True))
    assert figure_on_screen(draw, replace(bound, height=300)) == draw(replace(bound, small=True))


def test_what_is_small_in_the_overview_stays_so_on_a_wall():
    rows = timeline.rows(data.current(), "de")
    figure = figure_on_screen(partial(timeline.figure, rows, "de"), Look(width=1370, large=True, height=600, small=True))
    assert figure == timeline.figure(rows, "de", Look(width=1370, large=True, small=True))


def test_without_a_bound_a_figure_stays_as_it_is():
    drawn = []
    figure_on_screen(lambda look: drawn.append(look) or timeline.figure(timeline.rows(data.current(), "de"), "de", look), Look())
    assert drawn == [Look()]


def test_a_still_figure_has_nothing_to_switch_and_leaves_the_other_alone():
    figure = map_chart.figure(map_chart.rows(data.current(), "de"), "de", Look())
    drawn = still(figure)
    assert {trace.visible for trace in drawn.data} <= {None, True}
    assert len(drawn.data) == len(figure.data) - 1
    assert not drawn.layout.updatemenus
    assert len(without_buttons(figure).data) == len(figure.data)
    assert figure.layout.updatemenus
