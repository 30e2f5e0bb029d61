"""The charts that count: one number everywhere, gaps that are no zeros, readable numbers."""

import re

import numpy as np
import pytest

from dashboard.charts import (
    actor_frequency,
    actor_pairs,
    chain_outcomes,
    family_bars,
    membership_over_time,
    topic_heatmap,
    topic_trends,
)
from dashboard.drawing.colours import faded, luminance, readable_on
from dashboard.drawing.style import Look
from dashboard.filters.selection import Selection
from dashboard.language import counted
from tests.dashboard.chart_tables import chart_tables


def test_topics_count_each_event_once_for_each_topic():
    tables = chart_tables(60)
    rows = topic_heatmap.rows(tables, "de")
    assert rows["events"].sum() == len(tables["event_topics"].drop_duplicates())
    assert rows.drop_duplicates("quarter")["quarter_events"].sum() == len(tables["events"])


def test_families_count_each_event_once():
    tables = chart_tables(60)
    links = tables["event_topics"].merge(tables["topics"])
    assert family_bars.rows(tables, "de")["events"].sum() == len(links.drop_duplicates(["event_id", "family_id"]))


def test_a_quarter_without_a_briefing_is_a_gap_and_not_zero():
    rows = topic_heatmap.rows(chart_tables(60), "de")
    missing = rows[rows["quarter"] == "2021-Q3"]
    assert missing["events"].isna().all()
    assert missing["quarter_events"].isna().all()
    assert not missing["has_briefing"].any()
    figure = topic_heatmap.figure(rows, "de", Look())
    assert len(figure.data[0].x) == len(rows) - len(missing)
    assert [note.text for note in figure.layout.annotations].count("kein Briefing") == 1
    assert "–" in figure.data[1].text  # under the column, in the row of all events


def test_cells_lead_to_their_topic_and_quarter_and_an_empty_one_nowhere():
    figure = topic_heatmap.figure(topic_heatmap.rows(chart_tables(60), "de"), "de", Look())
    cells = figure.data[0]
    for text, custom in zip(cells.text, cells.customdata, strict=True):
        assert (custom[0] == "") == (text == "·")
    assert "topic=trade&quarter=2021-Q1" in {custom[0] for custom in cells.customdata}


def test_a_single_quarter_is_drawn_as_bars():
    rows = topic_heatmap.rows(chart_tables(60, ("2021-Q1",)), "de")
    figure = topic_heatmap.figure(rows, "de", Look())
    assert figure.data[0].orientation == "h"
    assert sorted(figure.data[0].x) == sorted(rows["events"])


def test_an_event_without_a_topic_is_counted_and_named():
    tables = chart_tables(60)
    links = tables["event_topics"]
    bare = tables.replaced(event_topics=links[links["event_id"] != "2021-q1-0000"])
    rows = topic_heatmap.rows(bare, "en")
    assert rows[rows["topic_id"] == ""]["events"].sum() == 1
    assert rows["topic"].iloc[-1] == "No topic"


def test_shares_are_of_the_quarter():
    rows = topic_trends.rows(chart_tables(60), "de").dropna(subset="events")
    assert np.allclose(rows["share"].astype(float), (rows["events"] / rows["quarter_events"]).astype(float), atol=1e-4)


def test_trends_have_one_scale_and_can_be_switched_to_shares():
    figure = topic_trends.figure(topic_trends.rows(chart_tables(60), "de"), "de", Look())
    assert len({note.text for note in figure.layout.annotations if note.xanchor == "left" and note.yanchor == "middle"}) == 1
    buttons = figure.layout.updatemenus[0].buttons
    assert [button.label for button in buttons] == ["Anzahl", "Anteil"]
    assert len(buttons[1].args[0]["y"][0]) == len(figure.data[0].x)


def test_actors_count_each_event_once_and_only_the_most_frequent_are_shown():
    tables = chart_tables(300)
    rows = actor_frequency.rows(tables, "de")
    totals = tables["event_actors"].drop_duplicates()["actor_id"].value_counts()
    assert rows["actor_id"].nunique() == 20
    assert rows.groupby("actor_id")["events"].sum().min() >= totals.sort_values().iloc[: len(totals) - 20].max()
    assert rows["all_actors"].iloc[0] == len(totals)


def test_pairs_are_counted_once_and_the_strongest_come_first():
    tables = chart_tables(60)
    rows = actor_pairs.rows(tables, "de")
    ids = {frozenset(pair) for pair in zip(rows["actor_id"], rows["with_id"], strict=True)}
    assert len(ids) == len(rows)
    events = tables["event_actors"].groupby("actor_id")["event_id"].agg(set)
    for row in rows.itertuples():
        assert row.events == len(events[row.actor_id] & events[row.with_id]) > 0
        assert (row.actor_events, row.with_events) == (len(events[row.actor_id]), len(events[row.with_id]))
    assert rows["events"].is_monotonic_decreasing


@pytest.mark.parametrize("look", [Look(), Look(width=360)])
def test_a_row_of_a_partner_leads_to_exactly_the_events_it_counts(look):
    tables = chart_tables(300)
    rows = actor_pairs.rows(tables, "de")
    shown = {frozenset((row.actor_id, row.with_id)): row.events for row in rows.itertuples()}
    touched = next(trace for trace in actor_pairs.figure(rows, "de", look).data if trace.customdata is not None)
    queries = [query for query, _ in touched.customdata if "with_actor=" in query]
    for query in queries:
        chosen = Selection().with_added(query)
        assert len(chosen.apply(tables)["events"]) == shown[frozenset((*chosen.actor, *chosen.with_actor))], query
    assert rows["actor_id"][0] in queries[0]
    assert rows["with_id"][0] in queries[0]


def test_no_name_of_a_partner_is_cut():
    tables = chart_tables(60)
    long = "Konsortium der Wirtschaftsforschungszentren und der Nationalen Zentren für Volksdiplomatie"
    tables = tables.replaced(actors=tables["actors"].assign(label_de=long))
    for look in (Look(), Look(width=360), Look(width=1400, large=True)):
        words = [note.text for note in actor_pairs.figure(actor_pairs.rows(tables, "de"), "de", look).layout.annotations]
        whole = [word for word in words if re.sub(r"<[^>]+>", " ", word).split() == long.split()]
        assert len(whole) > 10
        assert not any("…" in word for word in words)


def test_kinds_of_actors_are_told_by_shape_and_word():
    figure = actor_pairs.figure(actor_pairs.rows(chart_tables(60), "en"), "en", Look())
    entries = {trace.name: trace.marker.symbol for trace in figure.data if trace.showlegend is not False}
    assert set(entries) == {"Person", "Body", "State"}
    assert len(set(entries.values())) == 3
    assert len({trace.marker.color for trace in figure.data if trace.type == "scatter"}) == 1


def test_membership_shows_each_stretch_up_to_the_last_quarter():
    rows = membership_over_time.rows(chart_tables(60), "de")
    assert rows["country_code"].tolist() == ["CN", "CN", "IR", "TR"]  # Iran is an observer still at the end of Q1/2022
    assert str(rows["shown_to"].max().date()) == "2022-03-31"
    assert "1 Mitglied, 1 Beobachter, 1 Dialogpartner" in membership_over_time.summary(rows, "de")
    later = membership_over_time.rows(chart_tables(60, ("2021-Q1", "2023-Q3")), "en")
    assert "2 members, 1 dialogue partner" in membership_over_time.summary(later, "en")


def test_outcomes_count_each_chain_once_and_lead_to_its_chains():
    tables = chart_tables(60)
    rows = chain_outcomes.rows(tables, "de")
    assert rows["chains"].sum() == len(tables["chains"])
    assert ",".join(filter(None, rows["chain_ids"])).split(",") == tables["chains"]["chain_id"].tolist()


@pytest.mark.parametrize("dark", [False, True])
def test_numbers_can_be_read_on_every_colour_of_the_ramp(dark):
    for share in np.linspace(0, 1, 60):
        colour = Look(dark=dark).ramp_at(share)
        lighter, darker = sorted((luminance(colour), luminance(readable_on(colour))), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read_on_the_page(dark):
    look = Look(dark=dark)
    words = [
        look.text,
        look.muted,
        look.accent,
        look.hub,
        *(look.family_text(f) for f in ("security", "digital", "economy", "society", "institution")),
    ]
    words += [look.outcome_text(outcome) for outcome in ("held", "moved", "cancelled", "open", "silent")]
    for colour in words:
        lighter, darker = sorted((luminance(colour), luminance(look.background)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, colour


def test_marks_stand_out_from_the_page():
    for dark in (False, True):
        look = Look(dark=dark)
        for family in ("security", "digital", "economy", "society", "institution"):
            lighter, darker = sorted((luminance(look.family(family)), luminance(look.background)), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_small_helpers():
    from dashboard.drawing.chart_words import EVENT, EVENTS, percent

    assert faded("#0b5394", 0.5) == "rgba(11,83,148,0.5)"
    assert percent(0.123, "de") == "12\N{NO-BREAK SPACE}%" or percent(0.123, "de") == "12 %"
    assert counted(1, EVENT, EVENTS, "de") == "1 Ereignis"
    assert counted(1234, EVENT, EVENTS, "en") == "1,234 events"
