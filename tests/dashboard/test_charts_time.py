"""The timeline: honest dates, one mark an event, packed rows; and the chains."""

import re
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import chains, timeline
from dashboard.drawing import chain_rows, density, timeline_layout, timeline_marks
from dashboard.drawing.chart_words import LONGER
from dashboard.drawing.labels import text_width
from dashboard.drawing.legends import legend_lines
from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import Axis, first_day, index_of, names_no_month, pack, quarter_at, tick_words, unbroken
from tests.dashboard.chart_tables import chart_tables
from tests.dashboard.small import small_tables


def marks_of(figure):
    """Number of real marks by kind of trace."""
    bars = [trace for trace in figure.data if trace.type == "bar" and trace.customdata is not None]
    points = [trace for trace in figure.data if trace.type == "scatter" and trace.customdata is not None]
    return bars, points


def events_of(traces):
    return [custom[0].removeprefix("event=") for trace in traces for custom in trace.customdata]


@pytest.mark.parametrize("width", [360, 1000])
def test_every_event_has_one_mark_and_no_vague_date_is_a_point(width):
    tables = chart_tables(60)
    rows = timeline.rows(tables, "de")
    bars, points = marks_of(timeline.figure(rows, "de", Look(width=width)))
    precision = rows.set_index("event_id")["date_precision"]
    assert set(precision[events_of(points)]) == {"day"}
    assert sorted(events_of(points) + [e for e in events_of(bars) if precision[e] != "day"]) == sorted(
        tables["events"]["event_id"]
    )


def test_a_band_covers_its_whole_period():
    rows = timeline.rows(small_tables(), "de")
    bars, _ = marks_of(timeline.figure(rows, "de", Look()))
    bands = {e: (base, base + length) for e, base, length in zip(events_of(bars), bars[0].base, bars[0].x, strict=True)}
    start, end = (np.datetime64(day).astype(int) for day in ("2021-01-01", "2022-01-01"))
    assert bands["2021-q1-02"] == (start, end)
    assert bands["2021-q1-01"][1] - bands["2021-q1-01"][0] == 2  # 16 and 17 September


def test_statuses_differ_in_shape_not_only_in_colour():
    _, points = marks_of(timeline.figure(timeline.rows(chart_tables(60), "de"), "de", Look()))
    shapes = {}
    rows = timeline.rows(chart_tables(60), "de").set_index("event_id")
    for event, symbol, width in zip(events_of(points), points[0].marker.symbol, points[0].marker.line.width, strict=True):
        shapes.setdefault(rows.loc[event, "status_id"], set()).add((symbol, width > 0))
    assert all(len(looks) == 1 for looks in shapes.values())
    assert len({next(iter(looks)) for looks in shapes.values()}) == len(shapes) == 4


def test_rows_are_the_events_in_time_order_with_their_first_topic():
    tables = chart_tables(60)
    rows = timeline.rows(tables, "en")
    assert len(rows) == len(tables["events"])
    assert rows["date_start"].is_monotonic_increasing
    first = tables["event_topics"].drop_duplicates("event_id").set_index("event_id")["topic_id"]
    assert (rows["topic_id"].to_numpy() == first[rows["event_id"]].to_numpy()).all()
    both = rows[rows["event_id"] == "2021-q1-0008"].iloc[0]
    assert (both["topic"], both["further_topics"]) == ("Cyber security", "Transport; Trade and investment")


def test_a_lane_says_how_many_events_of_its_topic_stand_elsewhere():
    tables = chart_tables(60)
    rows = timeline.rows(tables, "de")
    with_topic = tables["event_topics"]["topic_id"].value_counts()
    assert (rows["topic_events"] == rows["topic_id"].map(with_topic)).all()
    figure = timeline.figure(rows, "de", Look())
    texts = [str(note.text).replace("<br>", " ") for note in figure.layout.annotations]
    lane = rows[
        (rows["date_precision"] == "day") & (rows["topic_events"] > rows.groupby("topic_id")["event_id"].transform("size"))
    ]
    topic = lane["topic_id"].iloc[0]
    shown = int(((rows["topic_id"] == topic) & ~names_no_month(rows)).sum())
    assert f"{shown} von {with_topic[topic]}" in texts
    assert any("beim ersten seiner Themen" in text for text in texts)


def test_where_every_event_has_one_topic_no_note_is_needed():
    tables = chart_tables(60)
    events = tables["events"][tables["events"]["date_precision"] == "day"]
    single = tables.replaced(events=events, event_topics=tables["event_topics"].drop_duplicates("event_id"))
    single = single.replaced(event_topics=single["event_topics"][single["event_topics"]["event_id"].isin(events["event_id"])])
    for look in (Look(), Look(small=True)):
        figure = timeline.figure(timeline.rows(single, "en"), "en", look)
        assert not any("first of its topics" in str(note.text) for note in figure.layout.annotations)


def test_counts_of_families_say_what_they_are_part_of():
    rows = timeline.rows(chart_tables(60), "en")
    shown = [str(note.text) for note in timeline.figure(rows, "en", Look(small=True)).layout.annotations]
    sizes = rows.groupby("family_id").agg(own=("event_id", "size"), whole=("family_events", "first"))
    apart = sizes[sizes["whole"] > sizes["own"]]
    assert len(apart)
    assert {f"{family.own} of {family.whole}" for family in apart.itertuples()} <= set(shown)
    assert any("first of its topics" in text.replace("<br>", " ") for text in shown)


def test_dates_without_a_month_have_a_row_of_one_name_and_one_rule():
    rows = timeline.rows(chart_tables(60), "de")
    names = [
        {str(note.text) for note in draw(rows, "de", Look(), *more).layout.annotations}
        for draw, more in ((timeline_marks.figure, ()), (density.figure, ("topic_id", "topic")))
    ]
    assert all(LONGER("de") in of_figure for of_figure in names)
    sizes = timeline_layout.sizes_for(rows, Look(), "de")
    marks = timeline_layout.drawn(rows, timeline_layout.axis_for(rows, 700, sizes), sizes)
    assert set(marks.loc[marks["lane_key"] == 0, "date_precision"]) <= {"quarter", "year"}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("quarter", ["2021-Q1", "2021-Q3"])
def test_words_of_the_axis_fit_their_room(quarter, width, lang):
    rows = timeline.rows(small_tables(), lang).assign(quarter=quarter)
    early = rows.iloc[[0]].assign(event_id="early", date_start=pd.Timestamp("2001-06-15"), date_end=pd.Timestamp("2001-06-15"))
    late = rows.iloc[[0]].assign(event_id="late", date_start=pd.Timestamp("2031-06-15"), date_end=pd.Timestamp("2031-06-15"))
    look = Look(width=width)
    figure = timeline.figure(pd.concat([early, rows, late], ignore_index=True), lang, look)
    words = figure.layout.xaxis.ticktext
    lines = max(word.count("<br>") for word in words) + 1
    assert figure.layout.margin.b >= lines * look.font_size * 1.3
    per_pixel = (figure.layout.xaxis.range[1] - figure.layout.xaxis.range[0]) / (width - figure.layout.margin.l - 8)
    for word, middle in zip(words[-2:], figure.layout.xaxis.tickvals[-2:], strict=True):
        half = max(text_width(line, look.font_size) for line in word.split("<br>")) / 2
        assert (middle - figure.layout.xaxis.range[0]) / per_pixel + figure.layout.margin.l >= half - 2, word


def test_on_a_phone_no_upright_line_runs_through_a_name():
    rows = timeline.rows(chart_tables(60), "de")
    figure = timeline.figure(rows, "de", Look(width=360))
    stretches = {
        (float(top), float(bottom))
        for shape in figure.layout.shapes
        for top, bottom in re.findall(r"M[-\d.]+,([\d.]+)V([\d.]+)", shape.path or "")
    }
    bottoms = [note.y for note in figure.layout.annotations if note.yref is None and note.yanchor == "bottom"]
    assert bottoms
    assert stretches
    for top, bottom in stretches:
        assert not any(top < edge - 4 and bottom > edge - Look(width=360).font_size for edge in bottoms)


def test_many_events_become_counts_whose_sum_is_their_number():
    tables = chart_tables(2000)
    rows = timeline.rows(tables, "de")
    figure = timeline.figure(rows, "de", Look())
    assert all(trace.type == "bar" for trace in figure.data)
    counted = sum(
        int(custom[1].split(": ")[1].split(" ")[0].replace(".", "")) for trace in figure.data for custom in trace.customdata
    )
    assert counted == len(rows)
    assert sum(len(trace.x) for trace in figure.data) < 1000


def test_density_columns_name_the_month_they_filter():
    columns = density._columns(timeline.rows(chart_tables(60), "de"), "de")
    assert columns[0].query == "to=2020-12-31"
    assert columns[1].query == "from=2021-01-01&to=2021-01-31"


def test_what_lies_outside_the_axis_stands_beside_it():
    events = small_tables()["events"]
    moved = events.assign(date_start=events["date_start"].where(events["event_id"] != "2021-q3-02", pd.Timestamp("2001-06-15")))
    moved = moved.assign(date_end=moved["date_end"].where(events["event_id"] != "2021-q3-02", pd.Timestamp("2001-06-15")))
    figure = timeline.figure(timeline.rows(small_tables().replaced(events=moved), "de"), "de", Look())
    assert "vor 2021" in figure.layout.xaxis.ticktext
    _, points = marks_of(figure)
    place = dict(zip(events_of(points), points[0].x, strict=True))
    assert figure.layout.xaxis.range[0] < place["2021-q3-02"] < first_day(index_of("2021-Q1"))


@pytest.mark.parametrize(("newest", "words"), [("2021-Q3", ["As of 30 September 2021"]), ("2024-Q4", [])])
def test_as_of_is_the_last_quarter_told_of_and_not_that_of_the_last_event_chosen(newest, words):
    tables = small_tables()
    early = tables["events"][tables["events"]["briefing_id"] == "2021-q1"]
    quarters = tables["briefings"]["quarter"].replace(tables["briefings"]["quarter"].max(), newest)
    tables = tables.replaced(events=early, briefings=tables["briefings"].assign(quarter=quarters))
    figure = timeline.figure(timeline.rows(tables, "en"), "en", Look())
    assert [note.text for note in figure.layout.annotations if "As of" in note.text] == words


def test_presented_counts_are_heights_where_numbers_would_be_small_type():
    rows = timeline.rows(chart_tables(60, tuple(unbroken(["2020-Q1", "2024-Q4"]))), "de")
    looks = [Look(width=1500), Look(width=1500, large=True)]
    cells = [density.figure(rows, "de", look, "topic_id", "topic").data[0] for look in looks]
    assert [drawn.text is not None for drawn in cells] == [True, False]


def test_the_summary_names_no_span_within_a_month_and_no_exactness_that_does_not_occur():
    rows = timeline.rows(small_tables(), "en")
    assert re.search(r" from \w+ \d{4} to \w+ \d{4}: .*\d exact to the day, \d only to month", timeline.summary(rows, "en"))
    one = timeline.summary(rows[rows["event_id"] == "2021-q1-01"], "en")
    assert one.startswith("1 event in September 2021: ")
    assert one.endswith("; exact to the day.")


@pytest.mark.parametrize("width", [760, 1069])
def test_a_legend_beside_names_has_room_for_its_lines(width):
    names, look = ["mehrere Tage", "Monat/Quartal/Jahr", *["stattgefunden"] * 5], Look(width=width)
    widest = text_width("Monat/Quartal/Jahr", look.font_size) + 46
    beside = 320
    assert legend_lines(names, look, beside) == -(-len(names) // int((width - beside) // widest))
    assert legend_lines(names[:1], look, beside) == 1


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0.5, 80)), max_size=60))
def test_packed_marks_of_a_row_do_not_meet(stretches):
    ordered = sorted((start, start + length) for start, length in stretches)
    rows = pack([start for start, _ in ordered], [end for _, end in ordered], gap=1)
    for row in set(rows):
        own = [stretch for stretch, number in zip(ordered, rows, strict=True) if number == row]
        assert all(later[0] - earlier[1] >= 1 - 1e-9 for earlier, later in pairwise(own))
    assert set(rows) == set(range(len(set(rows))))


@given(st.integers(1990 * 4, 2040 * 4))
def test_quarters_count_on_without_a_gap(number):
    assert index_of(quarter_at(number)) == number
    assert 90 <= first_day(number + 1) - first_day(number) <= 92


def test_axis_and_words_of_quarters():
    axis = Axis(index_of("2021-Q1"), index_of("2021-Q4"), 730 + 50, before=50)
    assert axis.pixels_a_day == 2
    assert axis.range[0] == axis.start - 25
    assert unbroken(["2021-Q4", "2022-Q2"]) == ["2021-Q4", "2022-Q1", "2022-Q2"]
    assert tick_words(["2021-Q4", "2022-Q1"], "de") == ["Q4<br><b>2021</b>", "Q1<br><b>2022</b>"]
    assert tick_words(["2021-Q4"], "en") == ["Q4 2021"]


def test_lanes_hold_all_events_and_do_not_overlap():
    rows = timeline.rows(chart_tables(60), "de")
    sizes = timeline_layout.sizes_for(rows, Look(), "de")
    axis = timeline_layout.axis_for(rows, 700, sizes)
    lanes = timeline_layout.lanes_of(timeline_layout.placed(timeline_layout.drawn(rows, axis, sizes)), sizes, "de")
    assert lanes["events"].sum() == len(rows)
    assert (lanes["head_top"].to_numpy()[1:] >= lanes["bottom"].to_numpy()[:-1]).all()
    assert lanes["topic"].iloc[0] == "Nur Quartal/Jahr"


def test_a_chain_tells_how_its_date_changed():
    rows = chains.rows(small_tables(), "de")
    assert rows["event_id"].tolist() == ["2021-q1-01", "2021-q3-01"]
    assert rows["change_id"].tolist() == ["first", "exact"]
    assert rows["shift_days"].isna().all()


@pytest.mark.parametrize(
    ("before", "after", "change", "days"),
    [
        (("2021-09-16", "2021-09-17"), ("2021-09-16", "2021-09-17"), "same", None),
        (("2021-01-01", "2021-12-31"), ("2021-09-16", "2021-09-17"), "exact", None),
        (("2021-09-16", "2021-09-17"), ("2021-09-01", "2021-09-30"), "vague", None),
        (("2021-09-16", "2021-09-17"), ("2021-11-17", "2021-11-18"), "moved", 62),
        (("2021-09-16", "2021-09-17"), ("2021-09-10", "2021-09-11"), "moved", -6),
    ],
)
def test_changes_of_a_date(before, after, change, days):
    events = small_tables()["events"].copy()
    for event, (start, end) in (("2021-q1-01", before), ("2021-q3-01", after)):
        events.loc[events["event_id"] == event, ["date_start", "date_end"]] = [pd.Timestamp(start), pd.Timestamp(end)]
    last = chain_rows.tellings(small_tables().replaced(events=events), "de").iloc[-1]
    assert last["change_id"] == change
    assert (None if pd.isna(last["shift_days"]) else int(last["shift_days"])) == days


def test_a_date_moved_from_stays_as_an_empty_bar():
    events = small_tables()["events"].copy()
    events.loc[events["event_id"] == "2021-q3-01", ["date_start", "date_end"]] = pd.Timestamp("2021-11-17")
    rows = chains.rows(small_tables().replaced(events=events), "de")
    figure = chains.figure(rows, "de", Look())
    assert len(figure.data[0].x) == 2
    assert figure.data[0].marker.color[0] == Look().background
    assert any("+62\N{NO-BREAK SPACE}Tage" in str(note.text) for note in figure.layout.annotations)
    assert "eine wurde auf ein anderes Datum verschoben" in chains.summary(rows, "de")


def test_only_the_chains_told_of_most_are_drawn_and_the_figure_says_so():
    from dashboard.drawing.chain_layout import most_told

    many = pd.DataFrame({"outcome_id": ["silent"] * 30 + ["held"] * 3, "events": [1] * 29 + [5] + [2] * 3})
    kept = most_told(many)
    assert kept["outcome_id"].value_counts().to_dict() == {"silent": 20, "held": 3}
    assert 5 in kept["events"].tolist()


@pytest.mark.parametrize("height", [400, 600])
def test_presented_chains_fit_the_screen_and_none_of_the_outcomes_is_left_out(height):
    rows = chains.rows(small_tables(), "de")
    told = rows.loc[rows["chain_id"] == rows["chain_id"].iloc[0]]
    many = pd.concat([rows, *(told.assign(chain_id=f"more-{number}") for number in range(15))], ignore_index=True)
    look = Look(width=1400, large=True, height=height)
    bounded = chains.figure(many, "de", look)
    assert bounded.layout.height <= height < chains.figure(many, "de", Look(width=1400, large=True)).layout.height
    words = " ".join(note.text for note in bounded.layout.annotations)
    assert "gezeigt sind" in words
    assert "Tabelle" not in words


def test_the_summary_writes_its_numbers_as_the_language_does():
    rows = timeline.rows(chart_tables(4000), "de")
    assert not re.search(r"\d{4} (?!bis)[a-zä]", timeline.summary(rows, "de"))
    assert "4.000 Ereignisse" in timeline.summary(rows, "de")
    assert "4,000 events" in timeline.summary(rows, "en")
