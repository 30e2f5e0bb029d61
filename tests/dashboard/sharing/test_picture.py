"""Pictures of a chart in three formats, each opened again by another program; and what is said where none can be made."""

import io
import re

import lxml.etree
import pytest
from PIL import Image

from dashboard.sharing import chromium, picture
from dashboard.sharing.chromium import PictureError
from dashboard.sharing.steps import Step
from tests.dashboard.sharing.steps_made import CHARTS, YEAR, made
from tests.dashboard.sharing.tools import needs_chromium, pdf_images, pdf_sizes, pdf_texts

SVG = "{http://www.w3.org/2000/svg}"
BARS = Step("topics", YEAR, "family-bars")


def words(text):
    return re.sub(r"\s+", " ", text)


@needs_chromium
@pytest.mark.parametrize("step", CHARTS, ids=lambda step: step.chart)
def test_a_picture_explains_itself(step):
    slide = made(step)
    tree = lxml.etree.fromstring(picture.chart_picture(slide, "svg"))
    lines = [text.text for text in tree.findall(f"{SVG}text")]
    said = words(" ".join(lines))
    assert lines[0] == slide.title
    for expected in (slide.filter, slide.summary, slide.sources):
        assert words(expected) in said
    assert slide.link in "".join(lines)
    assert tree.findtext(f"{SVG}title") == slide.title
    assert slide.summary in tree.findtext(f"{SVG}desc")
    assert "font/woff2" in tree.findtext(f"{SVG}style")
    assert tree.xpath("//*[contains(@class, 'cartesianlayer')]")


@needs_chromium
def test_a_png_is_sharp_and_shows_the_colours_of_the_families():
    image = Image.open(io.BytesIO(picture.chart_picture(made(BARS), "png"))).convert("RGB")
    size = lxml.etree.fromstring(picture.chart_picture(made(BARS), "svg"))
    assert image.size == (2 * int(size.get("width")), 2 * int(size.get("height")))
    colours = {colour for _, colour in image.getcolors(1 << 24)}
    assert {(0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00), (0x00, 0x9E, 0x73)} <= colours


@needs_chromium
def test_a_pdf_is_one_page_of_vectors_with_words():
    slide = made(BARS)
    content = picture.chart_picture(slide, "pdf")
    texts = pdf_texts(content)
    assert len(texts) == 1
    for expected in (slide.title, slide.summary, "Sicherheit"):
        assert words(expected) in words(texts[0])
    assert pdf_images(content) == 0
    (width, height), size = pdf_sizes(content)[0], lxml.etree.fromstring(picture.chart_picture(slide, "svg"))
    assert (round(width), round(height)) == (round(int(size.get("width")) * 0.75), round(int(size.get("height")) * 0.75))


@needs_chromium
def test_hatching_stays_vector():
    content = picture.chart_picture(made(Step("timeline", "status=planned", "timeline")), "pdf")
    assert pdf_images(content) == 0


@pytest.mark.parametrize("value", ["none", "/no/such/chromium"])
def test_without_a_chromium_the_reason_is_said(monkeypatch, value):
    monkeypatch.setenv(chromium.VARIABLE, value)
    assert "Chromium" in chromium.why_not()("de")
    for format_ in picture.FORMATS:
        with pytest.raises(PictureError) as caught:
            picture.chart_picture(made(BARS), format_)
        assert caught.value.text == chromium.NO_CHROMIUM


def test_a_chromium_that_fails_is_told_in_words(monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv(chromium.VARIABLE, str(broken))
    monkeypatch.setattr(chromium, "SECONDS", 5)
    with pytest.raises(PictureError) as caught:
        picture.chart_picture(made(BARS), "svg")
    assert caught.value.text == chromium.FAILED


@needs_chromium
def test_the_browser_can_reach_nothing(monkeypatch):
    html = """<script>window.drawn = fetch('http://127.0.0.1:9/').then(() => 'yes', () => 'no').then((text) => {
        document.title = text; document.body.textContent = 'reached: ' + text; });</script><body></body>"""
    assert "reached: no" in pdf_texts(chromium.pdf(html))[0]


def test_too_many_at_once_are_asked_to_come_later(monkeypatch):
    monkeypatch.setenv(chromium.VARIABLE, __file__)
    places = [chromium._places.acquire(blocking=False) for _ in range(chromium._MOST_WAITING)]
    try:
        assert all(places)
        with pytest.raises(PictureError) as caught:
            chromium.svg({}, 10, 10)
        assert caught.value.text == chromium.BUSY
    finally:
        for _ in places:
            chromium._places.release()
