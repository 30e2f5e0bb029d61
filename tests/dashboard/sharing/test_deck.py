"""A presentation as one page: everything is in it, nothing is asked for, and no text can become code."""

import json
import re

import lxml.html
import pytest

from dashboard.sharing import content
from dashboard.sharing.deck import deck
from dashboard.sharing.slide import of_view
from dashboard.sharing.steps import Step
from tests.dashboard.sharing.steps_made import BASE, CHARTS, NOTHING, OTHERS, WHOLE, YEAR, made
from tests.dashboard.small import small_tables, small_view

EVIL = '</script><script>alert(1)</script><img src="x" onerror="alert(2)">'


@pytest.fixture(scope="module")
def page():
    return deck([made(step) for step in WHOLE.steps], "Probe", "de")


def parsed(html):
    return lxml.html.fromstring(html)


def settings_of(html):
    return json.loads(parsed(html).xpath('//script[@id="settings"]')[0].text)


def test_the_page_asks_for_nothing(page):
    tree = parsed(page)
    loaded = [*tree.xpath("//*[@src]"), *tree.xpath('//link[not(starts-with(@href, "data:"))]')]
    assert loaded == []
    policy = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    style = "".join(tree.xpath("//style/text()"))
    assert re.findall(r"url\((?!data:)", style) == []
    assert "url(data:font/woff2" in style


def test_each_step_is_a_section_with_figure_words_sources_and_numbers(page):
    sections = parsed(page).xpath("//main/section")
    assert len(sections) == len(WHOLE.steps)
    for number, (section, step) in enumerate(zip(sections, WHOLE.steps, strict=True), 1):
        slide, text = made(step), section.text_content()
        assert section.get("aria-label") == f"Schritt {number} von {len(WHOLE.steps)}"
        assert slide.sources in text
        assert section.xpath(".//footer//a/@href") == [slide.link]
        if slide.is_counted:
            assert slide.count in text
        if slide.chart and slide.view.count:
            figure = section.xpath(".//*[@data-figure]")[0]
            assert figure.get("aria-label") == slide.summary
            rows = section.xpath(".//details//tbody/tr")
            cells = [[cell.text_content() for cell in row] for row in rows]
            assert cells == [list(row) for row in content.table_twin(slide).rows]


def test_the_figures_have_the_marks_of_the_charts(page):
    charted = [step for step in CHARTS if made(step).view.count]
    figures = settings_of(page)["figures"]
    assert len(figures) == len(charted)
    for figure in figures:
        assert figure["spec"]["layout"]["width"] == figure["width"]
        assert figure["spec"]["data"]
        assert "updatemenus" not in figure["spec"]["layout"] or not figure["spec"]["layout"]["updatemenus"]


def test_no_text_becomes_code():
    tables = small_tables(topics=[{"topic_id": "institution", "family_id": "institution", "label_de": EVIL, "label_en": EVIL}])
    view = small_view("topics", tables)
    html = deck([of_view(view, BASE, caption=EVIL)], EVIL, "de")
    tree = parsed(html)
    assert len(tree.xpath("//script")) == 3
    assert tree.xpath("//img") == []
    assert tree.xpath("//h1")[0].text_content() == EVIL
    assert "<script>alert(1)" not in html


@pytest.mark.parametrize("step", [*OTHERS, NOTHING], ids=lambda step: step.page)
def test_a_step_without_a_chart_is_told_in_words(step):
    slide = made(step)
    html = deck([slide], "", "de")
    assert settings_of(html)["figures"] == []
    text = parsed(html).xpath("//main")[0].text_content()
    expected = {
        "overview": "Austragungsort",
        "events": content.events(slide).rows and content.events(slide).rows[0][1],
        "event": slide.title,
    }
    assert (expected.get(step.page) or "Kein Ereignis passt") in text


def test_a_caption_in_the_other_language_is_marked():
    html = deck([made(Step("topics", YEAR, caption_de="Viel Neues"), "en")], "", "en")
    assert parsed(html).xpath("//h1/@lang") == ["de"]
    assert parsed(html).get("lang") == "en"


def test_on_the_server_plotly_comes_by_its_address():
    html = deck([made(CHARTS[0])], "", "de", plotly_url="./plotly-1.js", leave_to="./presentation")
    tree = parsed(html)
    assert tree.xpath("//script/@src") == ["./plotly-1.js"]
    assert len(html) < 1_500_000
    assert settings_of(html)["leave"] == "./presentation"
