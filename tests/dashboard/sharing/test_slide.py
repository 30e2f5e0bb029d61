"""What a step shows: the same events as its view, in the words of its language."""

import pytest

from dashboard.filters.links import read
from dashboard.sharing.slide import step_of
from dashboard.sharing.steps import Step
from tests.dashboard.sharing.steps_made import BASE, CHARTS, EVENT, NOTHING, OTHERS, TABLES, YEAR, made
from tests.dashboard.slices import view_of


@pytest.mark.parametrize("step", [*CHARTS, *OTHERS, NOTHING], ids=lambda step: f"{step.page}-{step.chart}")
def test_a_step_shows_the_events_of_its_query(step):
    slide = made(step)
    query = dict(part.split("=") for part in step.query.split("&"))
    expected = view_of(query).tables["events"]["event_id"] if step.page != "event" else TABLES["events"]["event_id"]
    assert set(slide.view.tables["events"]["event_id"]) == set(expected)
    assert slide.link.startswith(f"{BASE}{'' if step.page == 'overview' else step.page}?")
    assert f"v={TABLES.version}" in slide.link
    assert slide.sources.endswith(f"{TABLES.version}.")


def test_a_view_and_its_step_are_the_same():
    view = view_of(
        {"topic": "energy,trade", "q": "Norow & mehr", "asof": TABLES["briefings"]["briefing_id"].iloc[1], "present": "1"}
    )
    again = made(step_of(view)).view
    kept = {key: value for key, value in view.selection.to_query().items() if key != "present"}
    assert again.selection.to_query() == kept
    assert list(again.tables["events"]["event_id"]) == list(view.tables["events"]["event_id"])


def test_a_step_speaks_the_language_of_the_set():
    assert made(Step("topics", YEAR, "family-bars"), "en").title == "Families of topics by quarter"
    assert "events from Q1" in made(Step("topics", YEAR), "en").filter


def test_the_caption_stays_in_its_language():
    slide = made(Step("topics", YEAR, caption_de="Viel Neues"), "en")
    assert (slide.caption, slide.caption_lang) == ("Viel Neues", "de")


def test_what_a_step_cannot_use_is_said():
    assert made(Step("topics", "topic=energy,nothing")).notices == (
        "Thema: „nothing“ gibt es in diesen Daten nicht und wurde übergangen.",
    )


def test_one_event_is_no_selection():
    slide = made(Step("event", f"event={EVENT}"))
    assert slide.event_ids == [EVENT]
    assert not slide.is_counted
    assert slide.title == TABLES["events"].set_index("event_id").loc[EVENT, "title"]


def test_a_link_of_a_slide_leads_to_the_same_selection():
    slide = made(Step("topics", YEAR))
    query = dict(part.split("=") for part in slide.link.partition("?")[2].split("&"))
    assert read(query, TABLES).selection.quarter == slide.view.selection.quarter
