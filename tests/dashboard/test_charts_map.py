"""The map: borders and their policy, names that do not meet, one number beside and on it."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import map as map_chart
from dashboard.drawing import basemap, map_layers, map_places, map_words
from dashboard.drawing.labels import Anchor, Box, place_labels, shortened, text_width, wrapped
from dashboard.drawing.map_layers import MENTIONED
from dashboard.drawing.style import Look
from tests.dashboard.chart_tables import chart_tables


def within(code, longitude, latitude):
    x, y = basemap.project([longitude], [latitude])
    return shapely.contains_xy(basemap.countries().loc[code, "geometry"], x[0], y[0])


def test_the_files_are_small_and_sound():
    assert sum((basemap.FOLDER / name).stat().st_size for name in ("countries.parquet", "disputed.parquet")) < 300_000
    frame = basemap.countries()
    assert frame.geometry.is_valid.all()
    assert frame["country_code"].is_unique
    assert len(frame) > 160
    large = frame[frame.geometry.area > 2000]
    assert shapely.contains_xy(large.geometry.to_numpy(), large["x"].to_numpy(), large["y"].to_numpy()).all()


def test_the_policy_is_drawn():
    assert within("UA", 34.1, 45.3)  # Crimea
    assert not within("RU", 34.1, 45.3)
    assert within("TW", 121, 23.8)
    assert not within("CN", 121, 23.8)
    assert within("EH", -13, 25)
    assert within("SO", 45, 9.8)  # Somaliland
    assert within("", 77, 35.45)  # Siachen glacier
    assert within("TJ", 68.78, 38.54)
    assert within("RU", -172, 66)  # beyond 180 degrees
    assert not np.isnan(basemap.disputed_lines()[0]).all()


def test_the_projection_has_its_middle_in_central_asia_and_true_areas():
    x, y = basemap.project([70, np.nan], [34, 10])
    assert abs(x[0]) < 1e-6
    assert abs(y[0]) < 1e-6
    assert np.isnan(x[1])
    area = basemap.countries().loc["KZ", "geometry"].area
    assert area == pytest.approx(2_717_300, rel=0.02)  # km², land and lakes


def test_venues_and_mentions_are_counted_apart():
    tables = chart_tables(60)
    rows = map_chart.rows(tables, "de")
    links = tables["event_places"]
    for role in ("venue", "mention"):
        assert rows[rows["kind_id"].isin(["city", "region", "country"])][f"{role}_events"].sum() == (links["role"] == role).sum()


def test_the_sum_rule_counts_every_event():
    tables = chart_tables(60)
    rows = map_chart.rows(tables, "de")
    venues = tables["event_places"][tables["event_places"]["role"] == "venue"]
    further = len(venues) - venues["event_id"].nunique()
    assert rows["venue_events"].sum() == len(tables["events"]) + further


def test_membership_is_that_of_the_end_of_the_last_quarter():
    before, after = (map_chart.rows(chart_tables(60, ("2021-Q1", last)), "de") for last in ("2023-Q2", "2023-Q3"))
    roles = [
        rows[rows["country_code"].eq("IR") & rows["kind_id"].isin(map_places.ROLES)]["kind_id"].tolist()
        for rows in (before, after)
    ]
    assert roles == [["observer"], ["member"]]


def test_a_mentioned_place_is_no_venue_and_hidden_at_first():
    rows = map_chart.rows(chart_tables(60), "de")
    figure = map_chart.figure(rows, "de", Look())
    mentions = next(trace for trace in figure.data if trace.name == MENTIONED("de"))
    assert mentions.visible == "legendonly"
    assert {custom[0] for custom in mentions.customdata} == {"place=uzbekistan&role=mention"}
    only = rows.assign(venue_events=0)
    assert next(t for t in map_chart.figure(only, "de", Look()).data if t.name == MENTIONED("de")).visible is True


def test_what_the_map_cannot_show_is_listed_under_it():
    figure = map_chart.figure(map_chart.rows(chart_tables(60), "de"), "de", Look())
    note = figure.layout.annotations[-1].text.replace("<br>", " ")
    assert "Außerhalb des Ausschnitts: New York" in note
    assert "Ohne Koordinaten: Irgendwo" in note
    assert "Online: 5" in note
    assert "Natural Earth" in note


@pytest.mark.parametrize(("width", "needed"), [(900, 12), (390, 6)])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_names_are_there_and_do_not_meet(width, needed, lang):
    rows = map_chart.rows(chart_tables(300), lang)
    look = Look(width=width)
    symbols = map_places.symbols_of(map_places.located(rows), width - 16)
    names = {note["text"] for note in map_words.annotations(symbols, basemap.WHOLE, size_of(look), look)}
    hubs = {f"eWTP {name}" for name in rows[rows["kind_id"].str.startswith("hub") & rows["latitude"].notna()]["place"]}
    assert hubs <= names
    assert {"de": {"Duschanbe", "Chongqing"}, "en": {"Dushanbe", "Chongqing"}}[lang] <= names
    boxes = [box_of(note, look) for note in map_words.annotations(symbols, basemap.WHOLE, size_of(look), look)]
    assert len(boxes) >= needed
    assert not any(one.meets(other) for i, one in enumerate(boxes) for other in boxes[:i])


def size_of(look):
    wide = look.width - 16.0
    return wide, min(basemap.WHOLE.height * wide / basemap.WHOLE.width, map_layers.TALLEST)


def box_of(note, look):
    """What a name covers on the page, worked out again from plotly's own rules of anchors and shifts."""
    left, _, _, up, scale = basemap.WHOLE.window(*size_of(look))
    x, y = (note["x"] - left) / scale, (up - note["y"]) / scale
    x, y = (x + note["ax"], y + note["ay"]) if note["showarrow"] else (x + note["xshift"], y - note["yshift"])
    width, height = text_width(note["text"], note["font"]["size"]), note["font"]["size"] * 1.2
    start = {"left": x, "center": x - width / 2, "right": x - width}[note["xanchor"]]
    return Box(start, y - height / 2, start + width, y + height / 2)


def test_a_part_of_the_map_is_a_button_away_and_names_more():
    figure = map_chart.figure(map_chart.rows(chart_tables(300), "de"), "de", Look(width=390))
    buttons = figure.layout.updatemenus[0].buttons
    assert [button.label for button in buttons] == ["Ganze Karte", "Zentralasien", "Europa", "Ost- und Südasien"]
    names = {note["text"] for note in buttons[1].args[0]["annotations"]}
    assert {"Duschanbe", "Taschkent", "Samarkand", "Bischkek", "Almaty", "Islamabad"} <= names
    assert all(button.args[0]["xaxis.range"][0] < button.args[0]["xaxis.range"][1] for button in buttons)


def test_a_button_says_that_places_only_mentioned_can_be_shown():
    rows = map_chart.rows(chart_tables(60), "en")
    figure = map_chart.figure(rows, "en", Look())
    (button,) = figure.layout.updatemenus[1].buttons
    assert "Mentioned" in button.label
    assert [figure.data[number].name for number in button.args[1]] == [MENTIONED("en")]
    assert (button.args[0], button.args2[0]) == ({"visible": True}, {"visible": "legendonly"})
    assert len(map_chart.figure(rows.assign(venue_events=0), "en", Look()).layout.updatemenus) == 1, "they are shown already"


points = st.lists(
    st.tuples(st.floats(0, 390), st.floats(0, 300), st.floats(2, 12), st.text("abcdefgh", min_size=1, max_size=9)), max_size=25
)


@settings(max_examples=60, deadline=None)
@given(points, st.integers(0, 10))
def test_placed_labels_meet_neither_each_other_nor_symbols_nor_the_edge(found, needed):
    frame = Box(0, 0, 390, 300)
    anchors = [Anchor(x, y, radius, text, index < needed) for index, (x, y, radius, text) in enumerate(found)]
    placed = place_labels(anchors, frame, 12)
    for number, label in enumerate(placed):
        assert label.box.inside(frame)
        assert not any(label.box.meets(other.box) for other in placed[:number])
        assert not any(label.box.meets(anchor.box) for index, anchor in enumerate(anchors) if index != label.index)
    assert len({label.index for label in placed}) == len(placed)


def test_words_are_measured_wrapped_and_shortened():
    assert text_width("WWW", 10) > text_width("iii", 10) * 2
    assert wrapped("eins zwei drei", text_width("eins zwei", 12), 12) == ["eins zwei", "drei"]
    assert wrapped("+62\N{NO-BREAK SPACE}Tage", 1, 12) == ["+62\N{NO-BREAK SPACE}Tage"]
    assert shortened("kurz", 500, 12) == "kurz"
    assert shortened("ein sehr langer Name", 60, 12).endswith("…")
    assert text_width(shortened("ein sehr langer Name", 60, 12), 12) <= 60
