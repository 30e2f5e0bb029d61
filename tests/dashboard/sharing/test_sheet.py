"""The quarter sheet: one or two A4 pages, the filter in its head, vectors, events, numbered notes in the style of the house."""

import re

import lxml.html
import pytest

from dashboard.language import LANGUAGES, quarter
from dashboard.sharing import sheet
from dashboard.sharing.citation import cited, references
from dashboard.view import View
from tests.dashboard.sharing.steps_made import BASE, QUARTERS, TABLES
from tests.dashboard.sharing.tools import needs_chromium, pdf_images, pdf_sizes, pdf_texts
from tests.dashboard.slices import view_of
from tests.dashboard.small import small_view

A4 = (595, 842)
FULLEST = TABLES["briefings"].set_index("briefing_id")["quarter"][TABLES["events"]["briefing_id"].mode()[0]]
SELECTIONS = {
    "quarter": {"quarter": QUARTERS[-1]},
    "fullest quarter": {"quarter": FULLEST},
    "English": {"quarter": QUARTERS[0], "lang": "en"},
    "everything": {},
    "topic": {"topic": TABLES["event_topics"]["topic_id"].mode()[0]},
    "one event": {"only": TABLES["events"]["event_id"].iloc[7]},
}


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def letters(text: str) -> str:
    """What is left when lines break elsewhere and hyphens at their ends are taken away."""
    return re.sub(r"[\s\x02\u00ad\ufffe-]+", "", text)


def tree(view: View):
    return lxml.html.fromstring(sheet.sheet_html(view, BASE))


@needs_chromium
@pytest.mark.parametrize("query", SELECTIONS.values(), ids=SELECTIONS)
def test_it_is_one_or_two_pages_of_a4_in_vectors(query):
    view = view_of(query)
    content = sheet.sheet_pdf(view, BASE)
    sizes, texts = pdf_sizes(content), pdf_texts(content)
    assert 1 <= len(sizes) <= 2
    assert {(round(width), round(height)) for width, height in sizes} == {A4}
    assert pdf_images(content) == 0
    assert sheet.title_of(view) in words(texts[0])
    assert TABLES.version in texts[0]
    assert f"{len(sizes)} / {len(sizes)}" in texts[-1]
    whole = letters("".join(texts))
    for note in lxml.html.fromstring(sheet.sheet_html(view, BASE)).xpath('//ol[@class="notes"]/li/span/text()'):
        assert letters(note) in whole


def test_it_is_called_by_its_quarter_or_its_filter():
    assert sheet.title_of(view_of({"quarter": "2021-Q3"})) == "Quartalsblatt Q3/2021"
    assert sheet.title_of(view_of({"quarter": "2021-Q3", "lang": "en"})) == "Quarter sheet Q3 2021"
    assert sheet.title_of(view_of({"quarter": "2021-Q3", "topic": "energy"})) == "Ereignisse aus Q3/2021 zum Thema Energie"


def test_every_event_of_a_small_quarter_is_listed_with_its_notes():
    few = TABLES["events"]["briefing_id"].value_counts().idxmin()
    view = view_of({"quarter": TABLES["briefings"].set_index("briefing_id").loc[few, "quarter"]})
    found = tree(view)
    titles = [cell.text for cell in found.xpath('//td[@class="title"]')]
    assert sorted(titles) == sorted(view.tables["events"]["title"])
    listed = {int(number) for cell in found.xpath('//td[@class="refs"]') for number in re.findall(r"\d+", cell.text or "")}
    assert listed == {int(item.text) for item in found.xpath('//ol[@class="notes"]/li/b')}
    assert listed == set(range(1, len(listed) + 1))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_left_out_is_said_and_main_events_go_first(lang):
    view = view_of({"lang": lang})
    found = tree(view)
    shown = [cell.text for cell in found.xpath('//td[@class="title"]')]
    assert 15 < len(shown) < view.count
    said = found.xpath('//p[@class="more"]')[0].text
    assert re.findall(r"\d+", said) == [str(len(shown)), str(view.count)]
    main = set(view.tables["events"].loc[view.tables["events"]["is_main"], "title"])
    assert set(shown) <= main


def test_sources_are_cited_as_the_house_does():
    small = small_view()
    source = small.tables["sources"].iloc[0]
    assert cited(source, "de") == "A <b>, 2. März 2021"
    assert cited(source, "en") == "A <b>, 2 March 2021"
    found = references(small.tables, ["2021-q1-01", "2021-q1-02"], "de")
    assert [note.whole for note in found.notes] == ["A <b>, 2. März 2021, in: http://a.example"]
    assert found.of_event == {"2021-q1-01": (1,), "2021-q1-02": ()}
    html = sheet.sheet_html(small, BASE)
    assert "A &lt;b&gt;, 2. März 2021" in html


def test_a_source_of_two_events_has_one_number():
    shared = TABLES["event_sources"]["source_id"].value_counts().index[0]
    events = TABLES["event_sources"].loc[TABLES["event_sources"]["source_id"] == shared, "event_id"].tolist()
    found = references(TABLES, events, "de")
    assert len(found.notes) == len({note.whole for note in found.notes})
    assert len(set.intersection(*(set(found.of_event[event]) for event in events))) >= 1


def test_the_page_to_print_asks_for_nothing_and_says_how():
    html = sheet.sheet_html(view_of({"quarter": QUARTERS[0]}), BASE, hint=True)
    page = lxml.html.fromstring(html)
    assert page.xpath("//*[@src]") == []
    assert re.findall(r"url\((?!data:)", "".join(page.xpath("//style/text()"))) == []
    assert "Strg+P" in page.xpath('//p[@class="hint"]')[0].text
    assert "Strg+P" not in sheet.sheet_html(view_of({"quarter": QUARTERS[0]}), BASE)


def test_an_empty_selection_has_a_sheet_too():
    view = view_of({"q": "kein Text enthält dies"})
    assert "Kein Ereignis passt" in tree(view).text_content()


def test_the_quarter_is_written_as_its_language_does():
    assert quarter(QUARTERS[0], "en") in tree(view_of({"quarter": QUARTERS[0], "lang": "en"})).xpath("//h1")[0].text
