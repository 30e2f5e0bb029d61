"""The file of a presentation: it loses nothing, and a faulty one names its field."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language import LANGUAGES
from dashboard.sharing.steps import (
    FORMAT,
    LARGEST,
    MOST_STEPS,
    SetError,
    Step,
    StepSet,
    charts_of,
    from_bytes,
    step_pages,
    to_text,
)
from tests.dashboard.sharing.steps_made import WHOLE

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60).map(str.strip)
STEPS = st.sampled_from(step_pages()).flatmap(
    lambda page: st.builds(
        Step, st.just(page), TEXTS, st.sampled_from(["", *charts_of(page)]), caption_de=TEXTS, caption_en=TEXTS
    )
)
SETS = st.builds(StepSet, TEXTS, st.sampled_from(LANGUAGES), TEXTS, st.lists(STEPS, min_size=1, max_size=5).map(tuple))
GOOD = {"format": FORMAT, "title": "A", "language": "de", "steps": [{"page": "topics", "query": "topic=energy"}]}


@given(SETS)
def test_a_round_trip_loses_nothing(steps):
    assert from_bytes(to_text(steps).encode()) == steps


def test_the_file_can_be_read_and_edited_by_people():
    text = to_text(StepSet("Energie – Überblick", "de", "v", (Step("topics", "topic=energy", caption_de="Größer"),)))
    assert "Energie – Überblick" in text
    assert "Größer" in text
    assert len(text.splitlines()) > 8
    # As an editor on Windows saves it.
    assert from_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()).title == "Energie – Überblick"


def with_step(**fields):
    return {**GOOD, "steps": [GOOD["steps"][0], {**GOOD["steps"][0], **fields}]}


@pytest.mark.parametrize(
    ("whole", "named"),
    [
        ([], "format"),
        ({}, "format"),
        ({**GOOD, "format": "sco-presentation 9"}, "format"),
        ({**GOOD, "titel": "A"}, "„titel“"),
        ({**GOOD, "title": 3}, "„title“"),
        ({**GOOD, "title": "x" * 3000}, "„title“"),
        ({**GOOD, "language": "fr"}, "„language“"),
        ({**GOOD, "steps": []}, "„steps“"),
        ({**GOOD, "steps": {"page": "map"}}, "„steps“"),
        ({**GOOD, "steps": GOOD["steps"] * (MOST_STEPS + 1)}, "„steps“"),
        ({**GOOD, "steps": ["map"]}, "„steps #1“"),
        ({**GOOD, "steps": [{"query": ""}]}, "„steps #1: page“"),
        (with_step(page="quality"), "„steps #2: page“"),
        (with_step(page="../etc"), "„steps #2: page“"),
        (with_step(chart="map"), "„steps #2: chart“"),
        (with_step(query=["topic=energy"]), "„steps #2: query“"),
        (with_step(captoin_de="x"), "„steps #2: captoin_de“"),
    ],
)
def test_a_faulty_file_names_its_field(whole, named):
    with pytest.raises(SetError) as caught:
        from_bytes(json.dumps(whole).encode())
    assert named in caught.value.text("de")
    assert caught.value.text("en") != caught.value.text("de")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b'{"format": "sco-presentation 1",\n "steps": [}', "Zeile 2"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b" " * (LARGEST + 1), "300 kB"),
        (b"[" * 100_000, "JSON"),
    ],
    ids=["no JSON", "no text", "too large", "too deep"],
)
def test_a_file_that_is_none_says_why(content, named):
    with pytest.raises(SetError) as caught:
        from_bytes(content)
    assert named in caught.value.text("de")


def test_steps_move_and_go():
    steps = StepSet(steps=tuple(Step(page) for page in ("map", "topics", "events")))
    pages = lambda changed: [step.page for step in changed.steps]  # noqa: E731
    assert pages(steps.moved(2, -1)) == ["map", "events", "topics"]
    assert pages(steps.moved(0, -1)) == ["map", "topics", "events"]
    assert pages(steps.moved(0, 9)) == ["topics", "events", "map"]
    assert pages(steps.without(1)) == ["map", "events"]
    assert steps.changed(1, caption_en="x").steps[1] == Step("topics", caption_en="x")
    full = StepSet(steps=(Step("map"),) * MOST_STEPS)
    assert full.with_step(Step("map")) == full


def test_a_caption_falls_back_to_the_other_language():
    assert Step("map", caption_de="Orte").caption("en") == ("Orte", "de")
    assert Step("map", caption_de="Orte", caption_en="Places").caption("en") == ("Places", "en")
    assert Step("map").caption("en") == ("", "en")


def test_the_steps_of_the_tests_are_a_presentation():
    assert from_bytes(to_text(WHOLE).encode()) == WHOLE
