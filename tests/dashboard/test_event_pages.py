"""The pages that are texts: an event, a briefing, the list; escaped, linked, and with the evidence where it stands."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from dashboard.contents.event_detail import event_detail
from dashboard.contents.event_table import event_table, exact_start, flat
from dashboard.contents.hits import found_of, snippet, spans_by_section
from dashboard.contents.html_parts import is_web, outside
from dashboard.contents.marked_text import Span
from dashboard.contents.quoted import quoted_html
from dashboard.contents.search_notes import search_html
from dashboard.language import LANGUAGES
from dashboard.screens.briefing_html import chosen_briefing, notes_html, section_html, sections_of, shelf_html
from dashboard.screens.event_page import page_html
from dashboard.screens.events_list import beyond, list_html
from dashboard.screens.events_page import own_first
from tests.dashboard.small import TEXT_1, small_tables, small_view


class Page(HTMLParser):
    """What a page holds: its text, links, ids, and the words of each mark; fails on tags closed in the wrong order."""

    def __init__(self, html):
        super().__init__()
        self.text, self.links, self.ids, self.marks, self.tabs, self.open, self.attributes = "", [], [], [], 0, [], []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.attributes += attributes
        self.open.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "mark":
            self.marks.append([attributes["class"].split()[-1].removeprefix("mark-"), ""])
            attributes["number"] = len(self.marks) - 1
        self.tabs += "tabindex" in attributes

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.text += data
        for tag, attributes in self.open:
            if tag == "mark":
                self.marks[attributes["number"]][1] += data


def test_an_event_shows_its_values_with_the_words_that_decided():
    event = event_detail(small_tables(), "2021-q1-01", "en")
    assert (event.when, event.precision) == ("16–17 September 2021", "exact to the day")
    assert (event.status.name, event.status.quotes) == ("planned", ("geplant",))
    assert [(place.name, place.quotes, place.fragment) for place in event.venues] == [
        ("Dushanbe", ("Duschanbe",), "place=dushanbe")
    ]
    assert [telling.event_id for telling in event.tellings] == ["2021-q1-01", "2021-q3-01"]
    assert event.outcome == "held"
    assert event.reasons == {"2021-q3-01": "same series: summit"}


def test_evidence_that_is_not_where_it_claims_is_left_out():
    event = event_detail(small_tables(), "2021-q1-01", "de")
    assert {span.field for span in event.spans} == {"passage", "place", "status"}


def test_an_unknown_event_is_named():
    with pytest.raises(KeyError, match="2099"):
        event_detail(small_tables(), "2099-q1-01", "de")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_event_page_marks_links_and_escapes(lang):
    page = Page(page_html(small_view("event", event="2021-q1-01", lang=lang)))
    assert ["place", "Duschanbe"] in page.marks
    assert ["status", "geplant"] in page.marks
    assert page.tabs == 2
    assert "<Forum> & mehr" in page.text
    assert "http://a.example" in page.links
    assert not {"onclick", "style", "onload", "src"} & set(page.attributes)
    anchors = [link[1:] for link in page.links if link.startswith("#")]
    assert "note-1" in anchors
    assert set(anchors) - {"note-9"} <= set(page.ids)  # 9 is not defined in the briefing


def test_every_value_of_an_event_is_a_filter_and_keeps_the_language():
    page = Page(page_html(small_view("event", event="2021-q1-01", lang="en")))
    queries = [parse_qs(urlsplit(link).query) for link in page.links if urlsplit(link).path.endswith("/events")]
    assert {"status": ["planned"], "lang": ["en"]} in queries
    assert {"from": ["2021-09-16"], "to": ["2021-09-17"], "lang": ["en"]} in queries
    assert {"quarter": ["2021-Q1"], "lang": ["en"]} in queries
    assert {"place": ["dushanbe"], "lang": ["en"]} in queries
    assert {"type": ["summit"], "lang": ["en"]} in queries
    assert {"topic": ["institution"], "lang": ["en"]} in queries


def test_previous_and_next_stay_in_the_selection():
    page = page_html(small_view("event", event="2021-q3-01", status=("occurred",)))
    assert "1 von 2 in dieser Auswahl" in page
    assert "event=2021-q3-02" in page
    assert "gehört nicht zur jetzigen Auswahl" in page_html(small_view("event", event="2021-q1-01", status=("occurred",)))


def test_without_an_event_the_page_leads_to_the_list():
    assert Page(page_html(small_view("event"))).links == ["./events?lang=de"]


def test_a_search_is_marked_in_the_text_of_the_event():
    page = Page(page_html(small_view("event", event="2021-q1-01", q="Forum")))
    assert ["hit", "Forum"] in page.marks


def test_a_link_that_could_run_a_script_is_none():
    assert is_web("https://a.example/x?y=1")
    assert not any(is_web(url) for url in ("javascript:alert(1)", "data:text/html,x", "//a.example", "http://", "http://[", ""))
    assert outside("javascript:alert(1)", "A") == "A"
    assert 'rel="noopener noreferrer"' in outside("https://a.example", "A")


def test_the_mended_address_is_linked_and_the_printed_one_told():
    page = Page(notes_html(small_tables(), "2021-q1", "de"))
    assert page.links.count("http://a.example") == 1
    assert "gedruckt als hhttp://a.example, berichtigt" in page.text
    assert "javascript:alert(1)" not in page.links


def test_a_section_and_its_events_lead_to_each_other():
    tables = small_tables()
    page = Page(section_html(small_view("briefing"), sections_of(tables, "2021-q1").iloc[0], "de"))
    for event_id in ("2021-q1-01", "2021-q1-02"):
        assert {event_id, f"at-{event_id}"} <= set(page.ids)
        assert {f"#{event_id}", f"#at-{event_id}"} <= set(page.links)
    assert "s1" in page.ids
    assert "".join(TEXT_1.split()) in "".join(page.text.replace("○", "").replace("19", "").split())


def test_a_search_is_marked_in_the_briefing():
    hits = spans_by_section(small_tables(), "Forum", False)
    section = sections_of(small_tables(), "2021-q1").iloc[0]
    page = Page(section_html(small_view("briefing"), section, "de", hits["2021-q1-s1"]))
    assert ["hit", "Forum"] in page.marks


def test_a_section_without_events_says_so():
    page = Page(section_html(small_view("briefing"), sections_of(small_tables(), "2021-q3").iloc[1], "de"))
    assert "Kein Ereignis in diesem Abschnitt." in page.text


def test_events_outside_of_the_selection_are_named_as_such():
    section = sections_of(small_tables(), "2021-q1").iloc[0]
    assert section_html(small_view("briefing", type=("summit",)), section, "de").count("nicht in der Auswahl") == 1


@pytest.mark.parametrize(
    ("selection", "briefing_id"),
    [
        ({}, "2021-q3"),
        ({"briefing": "2021-q1"}, "2021-q1"),
        ({"event": "2021-q1-02"}, "2021-q1"),
        ({"quarter": ("2021-Q1",)}, "2021-q1"),
    ],
)
def test_which_briefing_is_shown(selection, briefing_id):
    view = small_view("briefing", **selection)
    assert chosen_briefing(view) == briefing_id
    assert shelf_html(view, briefing_id).count('aria-current="page"') == 1


def test_the_table_has_one_row_an_event_and_words_for_everything():
    table = event_table(small_tables(), "de")
    assert list(table.index) == ["2021-q1-02", "2021-q3-01", "2021-q1-01", "2021-q3-02"] or len(table) == 4
    assert table.loc["2021-q3-02", "venues"] == ["online"]
    assert table.loc["2021-q1-02", "when"] == "2021"
    assert table.loc["2021-q1-01", "status"] == "○ geplant"
    assert list(flat(table, "en").columns)[:3] == ["Start", "Event", "Date"]
    assert table["start"].is_monotonic_decreasing
    assert event_table(small_tables(), "de", newest_first=False)["start"].is_monotonic_increasing


def test_the_list_marks_what_was_searched_for_and_where_else_it_stands():
    view = small_view("events", q="Duschanbe")
    page = Page(list_html(event_table(view.tables, "de"), view))
    assert ["hit", "Duschanbe"] in page.marks
    assert "Im Abschnitt:" in page.text  # the council's own passage does not name the city, its section does
    assert all("q=Duschanbe" in link for link in page.links)


def test_a_snippet_is_cut_at_words_around_its_first_hit():
    text = "eins zwei drei vier fünf sechs sieben acht neun zehn"
    html = snippet(text, [Span(text.index("fünf"), text.index("fünf") + 4, "hit")], around=8)
    assert html == '… vier <mark class="mark mark-hit">fünf</mark> sechs …'


def test_a_start_is_written_as_exact_as_the_text_and_stays_a_date():
    table = event_table(small_tables(), "de")
    shown = exact_start(table, ["start", "title"])
    written = dict(zip(table.index, (row[0]["display_value"] for row in _cells(shown)), strict=True))
    assert written["2021-q1-02"] == "2021"
    assert written["2021-q1-01"] == "2021-09-16"
    assert shown.data["start"].equals(table["start"])


@pytest.mark.parametrize(
    ("precision", "written"), [("month", "2021-04"), ("quarter", "2021-Q2"), ("year", "2021"), ("day", "2021-04-01")]
)
def test_each_precision_has_its_way_of_writing(precision, written):
    table = event_table(small_tables(), "de").head(1).assign(start=pd.Timestamp(2021, 4, 1), precision=precision)
    assert _cells(exact_start(table, ["start"]))[0][0]["display_value"] == written


def _cells(styler):
    return [[cell for cell in row if cell["type"] == "td"] for row in styler._translate(False, False)["body"]]


@pytest.mark.parametrize(
    ("title", "passage", "rest"),
    [
        ("Der Gipfel tagt", "Der Gipfel tagt.", ""),
        ("Der Gipfel tagt …", "Der Gipfel tagt in Duschanbe.", "… in Duschanbe."),
        ("Der Gipfel", "In Duschanbe tagt der Gipfel.", "In Duschanbe tagt der Gipfel."),
        ("", "Ein Satz.", "Ein Satz."),
    ],
)
def test_a_passage_goes_on_where_its_title_ends(title, passage, rest):
    assert beyond(title, passage) == rest


def test_a_mark_moves_with_the_rest_of_its_passage():
    assert beyond("Der Gipfel", "Der Gipfel tagt", [Span(11, 15, "hit")]) == '… <mark class="mark mark-hit">tagt</mark>'


def test_a_search_says_where_its_words_stand_and_which_filter_means_the_same():
    view = small_view("events", q="Duschanbe")
    own = found_of(view.everything, "Duschanbe", False).own
    page = Page(search_html(view, len(own)))
    assert f"{len(own)} im Ereignis, {view.count - len(own)} nur im Abschnitt" in page.text
    assert any("place=dushanbe" in link and "q=" not in link for link in page.links)
    assert not search_html(small_view("events"), 0)
    ordered = own_first(event_table(view.tables, "de"), own)
    assert [id_ in own for id_ in ordered.index] == sorted((id_ in own for id_ in ordered.index), reverse=True)


def test_only_a_reader_of_another_language_is_told_what_titles_are_written_in():
    assert "German" in quoted_html(small_view("events", lang="en"))
    assert not quoted_html(small_view("events"))


def test_titles_beside_a_text_and_in_a_chain_are_marked_with_their_language():
    view = small_view("briefing", lang="en")
    section = sections_of(view.everything, "2021-q1").iloc[0]
    assert 'lang="de">Gipfel in Duschanbe</a>' in section_html(view, section, "de")
    assert 'lang="de">Gipfel</a>' in page_html(small_view("event", event="2021-q1-01", lang="en"))
