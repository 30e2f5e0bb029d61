"""The buttons over the map, clicked: places only mentioned come and go, and in the dark no button turns pale."""

from dashboard.drawing.colours import luminance
from dashboard.drawing.map_keys import SHOW_MENTIONED

FILL = """(rect) => {
  const fill = getComputedStyle(rect).fill, most = fill.startsWith('color') ? 255 : 1;
  const parts = fill.match(/[0-9.]+/g).slice(0, 3).map((part) => Math.round(part * most));
  return '#' + parts.map((part) => part.toString(16).padStart(2, '0')).join('');
}"""
SHOWN = "document.querySelector('.js-plotly-plot').data.at(-1).visible"
FADED = "[...document.querySelectorAll('.legend .traces')].filter((entry) => getComputedStyle(entry).opacity < 1).length"


def test_places_only_mentioned_are_shown_by_a_button_and_hidden_again(view):
    view.page.emulate_media(color_scheme="dark")
    view.open("map?lang=de")
    assert view.page.evaluate(FADED) == 0
    button = view.page.locator(".updatemenu-button", has_text=SHOW_MENTIONED("de"))
    dark = luminance(button.locator("rect").evaluate(FILL))
    assert view.page.evaluate(SHOWN) == "legendonly"
    button.click()
    view.page.wait_for_function(f"() => {SHOWN} === true")
    switched = luminance(button.locator("rect").evaluate(FILL))
    assert dark < switched < 0.1, "a button that is on differs, and its pale words stay readable"
    button.click()
    view.page.wait_for_function(f"() => {SHOWN} === 'legendonly'")
    other = view.page.locator(".updatemenu-button", has_text="Zentralasien")
    other.hover()
    assert luminance(other.locator("rect").evaluate(FILL)) < 0.1
    assert view.faults == []
