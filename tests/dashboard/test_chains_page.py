"""Announced, then what? How dates and places change along a chain, and the list of all chains."""

from html.parser import HTMLParser

import pandas as pd
import pytest

from dashboard.drawing import chain_rows
from dashboard.drawing.chain_course import Telling, course
from dashboard.drawing.chain_layout import chains_of
from dashboard.language import LANGUAGES
from dashboard.screens.chains_html import GROUPS, chains_html
from tests.dashboard.small import small_tables, small_view

YEAR, JUNE = ("2031-01-01", "2031-12-31", False), ("2031-06-01", "2031-06-30", False)
NINTH, NINTH_AND_TENTH = ("2031-06-09", "2031-06-09", True), ("2031-06-09", "2031-06-10", True)
SEPTEMBER = ("2031-09-01", "2031-09-01", True)


def tell(date, status="planned", cities=(), countries=(), is_online=False):
    start, end, is_exact = date
    codes = frozenset(countries or (["PT"] if cities else []))
    return Telling(pd.Timestamp(start), pd.Timestamp(end), is_exact, status, frozenset(cities), codes, is_online)


@pytest.mark.parametrize(
    ("tellings", "changes", "standing", "shifts"),
    [
        ([tell(YEAR), tell(JUNE), tell(NINTH)], ["first", "exact", "exact"], 2, [None] * 3),
        ([tell(NINTH), tell(JUNE, "occurred")], ["first", "vague"], 0, [None] * 2),
        ([tell(NINTH), tell(NINTH, "occurred")], ["first", "same"], 0, [None] * 2),
        ([tell(NINTH), tell(NINTH_AND_TENTH, "occurred")], ["first", "wider"], 1, [None] * 2),
        ([tell(NINTH, "occurred"), tell(NINTH_AND_TENTH, "occurred")], ["first", "wider"], 0, [None] * 2),
        ([tell(NINTH), tell(SEPTEMBER)], ["first", "moved"], 1, [None, 84]),
        ([tell(JUNE), tell(SEPTEMBER)], ["first", "moved"], 1, [None, 63]),
        ([tell(SEPTEMBER), tell(JUNE)], ["first", "moved"], 1, [None, -92]),
        ([tell(SEPTEMBER, "occurred"), tell(NINTH, "postponed")], ["first", "earlier"], 0, [None] * 2),
    ],
)
def test_the_date_that_stands(tellings, changes, standing, shifts):
    steps = course(tellings)
    assert [step.change for step in steps] == changes
    assert [step.standing == "current" for step in steps].index(True) == standing
    assert [step.shift for step in steps] == shifts
    assert [step.standing for step in steps].count("replaced") == changes.count("moved")


@pytest.mark.parametrize(
    ("tellings", "changed_from"),
    [
        ([tell(YEAR, countries=["PT"]), tell(JUNE, cities=["porto"])], [-1, -1]),
        ([tell(YEAR, cities=["faro"]), tell(JUNE, cities=["porto"])], [-1, 0]),
        ([tell(YEAR, cities=["faro"]), tell(JUNE), tell(NINTH, is_online=True)], [-1, -1, 0]),
        ([tell(YEAR, is_online=True), tell(JUNE, is_online=True)], [-1, -1]),
        ([tell(YEAR, cities=["faro"]), tell(JUNE, cities=["faro"], is_online=True)], [-1, -1]),
        ([tell(YEAR, countries=["PT"]), tell(JUNE, cities=["porto"]), tell(NINTH, cities=["faro"])], [-1, -1, 1]),
        ([tell(YEAR, countries=["PT"]), tell(JUNE, cities=["rome"], countries=["IT"])], [-1, 0]),
    ],
)
def test_a_place_changes_only_for_one_that_cannot_be_the_same(tellings, changed_from):
    assert [step.place_from for step in course(tellings)] == changed_from


def test_a_chain_of_nothing_has_no_steps():
    assert course([]) == []


def moved_tables():
    """The small tables with their summit moved by 62 days and online."""
    events = small_tables()["events"].copy()
    held = events["event_id"] == "2021-q3-01"
    events.loc[held, ["date_start", "date_end"]] = pd.Timestamp("2021-11-17")
    events.loc[held, "is_online"] = True
    places = small_tables()["event_places"]
    return small_tables().replaced(events=events, event_places=places[places["event_id"] != "2021-q3-01"])


def test_the_last_word_on_a_chain_names_shift_and_change_of_place():
    (words,) = chains_of(chain_rows.tellings(moved_tables(), "de"), "de")["words"]
    assert words == "17. November 2021 (+62\N{NO-BREAK SPACE}Tage), online statt Duschanbe"


def test_places_beside_each_other_are_one():
    places = small_tables()["places"]
    suburb = places[places["place_id"] == "dushanbe"].assign(place_id="suburb", latitude=38.6)
    links = small_tables()["event_places"].copy()
    links.loc[links["event_id"] == "2021-q3-01", "place_id"] = "suburb"
    rows = chain_rows.tellings(small_tables().replaced(places=pd.concat([places, suburb]), event_places=links), "de")
    assert set(rows["place_change"]) == {""}


class Text(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.words, self.links, self.open = "", [], []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_tells_each_chain_with_its_tellings_and_reasons(lang):
    page = Text(chains_html(small_view("chains", lang=lang)))
    assert GROUPS["held"](lang) in page.words
    assert {"de": "gleiche Reihe: Gipfel", "en": "same series: summit"}[lang] in page.words
    assert {"de": "Q1/2021: 16.–17. September 2021", "en": "Q1 2021: 16–17 September 2021"}[lang] in page.words
    assert {"2021-q1-01", "2021-q3-01"} <= {link.split("event=")[1].split("&")[0] for link in page.links if "event=" in link}


def test_a_chain_is_listed_if_one_of_its_tellings_is_chosen_and_the_others_are_marked():
    page = Text(chains_html(small_view("chains", quarter=("2021-Q3",))))
    assert page.words.count("nicht in der Auswahl") == 1
    assert "nicht in der Auswahl" not in Text(chains_html(small_view("chains"))).words
    assert chains_html(small_view("chains", status=("cancelled",))) == ""


def test_a_title_cannot_write_html():
    chains = small_tables()["chains"].assign(title="<b>Gipfel</b>")
    view = small_view("chains", small_tables().replaced(chains=chains))
    assert "&lt;b&gt;Gipfel" in chains_html(view)
