"""A click, a box or a lasso on any view becomes a filter that can be read, removed and undone."""

import pytest

from dashboard import data
from dashboard.filters.selection import Selection

TABLES = data.current()
CHINA, CENTRAL_ASIA = ((0.62, 0.3), (0.98, 0.9)), ((0.35, 0.3), (0.6, 0.6))  # parts of the map's plot
DRAW = {"box": "Rechteck auswählen", "lasso": "Mit Lasso auswählen"}


def expected(view) -> int:
    query = view.page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")
    return len(Selection.from_query(query, TABLES)[0].apply(TABLES)["events"])


def draw(view, chart: str, shape: str, corners) -> None:
    """Draws a box or a lasso round a rectangle; corners are shares of the plot's width and height."""
    plot = view.page.locator(f".st-key-chart_{chart} .nsewdrag").first
    plot.hover(position={"x": 40, "y": 40})
    view.page.locator(f'.st-key-chart_{chart} .modebar-btn[data-title="{DRAW[shape]}"]').click()
    box, ((left, top), (right, bottom)) = plot.bounding_box(), corners
    path = [(left, top), (right, bottom)] if shape == "box" else [(left, top), (right, top), (right, bottom), (left, bottom)]
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in path]
    view.page.mouse.move(*points[0])
    view.page.mouse.down()
    for point in points[1:]:
        view.page.mouse.move(*point, steps=6)
    view.page.mouse.up()
    view.page.wait_for_url("**/*=*")
    view.settled()


@pytest.mark.parametrize("shape", DRAW)
def test_a_shape_on_the_map_chooses_its_places(view, shape):
    view.open("map")
    everything = view.count()
    draw(view, "map", shape, CHINA)
    assert "chongqing" in view.query
    assert "country=" not in view.query, "a hub inside the shape must not narrow the places to its state"
    assert 0 < view.count() == expected(view) < everything
    assert any("ausgewählt" in chip for chip in view.chips())
    view.page.locator(".st-key-chips button", has_text="ausgewählt").click()
    view.settled()
    assert "place=" not in view.query
    view.page.go_back()
    view.settled()
    assert "chongqing" in view.query


def test_a_lasso_on_the_timeline_chooses_its_events(view):
    view.open("timeline?quarter=2021-Q1")
    before = view.count()
    draw(view, "timeline", "lasso", ((0.1, 0.1), (0.6, 0.9)))
    assert 1 < view.count() == expected(view) < before
    assert f"{view.count()} ausgewählte Ereignisse" in view.chips()
    assert f"aus einer Auswahl von {view.count()}" in view.headline()


def press(view, chart: str, fragment: str) -> None:
    """Clicks the first mark of a chart whose fragment of a query holds these words."""
    marks = f".st-key-chart_{chart} :is(.points > path, .point > path)"
    view.page.wait_for_selector(marks, state="attached")
    x, y = view.page.evaluate(
        """([marks, fragment]) => {
            const held = (mark) => {
                const point = mark.__data__?.i === undefined ? mark.parentElement.__data__ : mark.__data__;
                return String(mark.closest('g.trace')?.__data__[0].trace.customdata?.[point?.i] ?? '');
            };
            const mark = [...document.querySelectorAll(marks)].find((one) => held(one).includes(fragment));
            mark.scrollIntoView({ block: 'center' });
            const { x, y, width, height } = mark.getBoundingClientRect();
            return [x + width / 2, y + height / 2];
        }""",
        [marks, fragment],
    )
    view.page.mouse.move(x - 2, y)
    view.page.mouse.move(x, y)
    # The chart knows a mark as clicked only when it has seen the pointer over it, which it looks for now and then.
    view.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150)))")
    view.page.mouse.click(x, y)


def test_a_mark_opens_its_event(view):
    view.open("timeline?quarter=2021-Q1&status=occurred")
    press(view, "timeline", "event=")
    view.page.wait_for_url("**/event?*")
    view.settled()
    assert view.page.locator(".stMain .pg h1").count() == 1


@pytest.mark.parametrize(
    ("page", "chart", "fragment"),
    [
        ("map", "map", "place="),
        ("topics", "family-bars", "topic="),
        ("topics", "topic-trends", "topic="),
        ("actors", "actor-frequency", "actor="),
        ("actors", "actor-pairs", "actor="),
        ("chains", "chain-outcomes", "chain="),
    ],
)
def test_a_mark_filters(view, page, chart, fragment):
    view.open(f"{page}?quarter=2021-Q1,2021-Q2,2021-Q3")
    before = view.count()
    press(view, chart, fragment)
    view.page.wait_for_url(f"**{fragment}**")
    view.settled()
    assert 0 < view.count() == expected(view) < before
    view.page.go_back()
    view.settled()
    assert view.count() == before


def test_a_partner_leaves_the_events_of_both_actors(view):
    view.open("actors?lang=en")
    press(view, "actor-pairs", "with_actor=")
    view.page.wait_for_url("**with_actor=**")
    view.settled()
    assert [chip.split(": ")[0] for chip in view.chips()] == ["Actor", "Together with"]
    assert " together with " in view.headline()
    assert view.count() == expected(view)


def test_a_value_in_the_list_filters(view):
    view.open("events?quarter=2021-Q1,2021-Q2&status=occurred")
    before = view.count()
    value = view.page.locator("ol.events a.value").first
    name = value.inner_text()
    value.click()
    view.settled()
    assert any(chip.endswith(f": {name}") for chip in view.chips())
    assert 0 < view.count() == expected(view) < before
