"""Every page on a phone: nothing reaches past the screen, nothing is cut, and what the menu fades can be brought into sight."""

import pytest

from dashboard.pages import PAGES

# Words that reach past the right edge of the window, other than in what scrolls sideways by itself.
CUT = """() => {
  const scrolls = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1
          && at.dataset.testid !== 'stMain') { return true; }
    }
    return false;
  };
  const words = document.createTreeWalker(document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const parent = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || parent.closest('style, script, .sr, [aria-hidden="true"]')) { continue; }
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(parent)) {
        found.push(words.currentNode.data.trim().slice(0, 60));
      }
    }
  }
  return found;
}"""
WIDTHS = "[document.documentElement.scrollWidth, document.querySelector('[data-testid=\"stMain\"]').scrollWidth]"
MORE = {"event": "event=2021-q3-04&", "briefing": "briefing=2021-q3&"}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_nothing_reaches_past_the_screen(phone, page, lang):
    phone.open(f"{page}?{MORE.get(page, '')}lang={lang}")
    assert max(phone.page.evaluate(WIDTHS)) <= 390
    assert phone.page.evaluate(CUT) == []


def test_the_last_page_of_the_menu_can_be_scrolled_out_of_the_fade(phone):
    phone.open("about?lang=de")
    last = phone.page.locator(".st-key-pages a").last
    phone.page.evaluate("document.querySelector('.st-key-pages').parentElement.scrollLeft = 9999")
    box = last.bounding_box()
    assert box["x"] + box["width"] <= 390 - 30


def test_a_figure_of_the_overview_has_the_whole_width(phone):
    phone.open("?lang=de")
    plot = phone.page.locator(".st-key-chart_map .js-plotly-plot")
    plot.scroll_into_view_if_needed()
    assert plot.evaluate("(plot) => plot._fullLayout._size.h") > 200
