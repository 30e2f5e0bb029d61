"""Old forms of links mean what they meant; damaged ones give a notice and a working page."""

from urllib.parse import parse_qs

import pytest

from dashboard import data
from dashboard.filters.facets import FACETS
from dashboard.filters.link_migrations import MIGRATIONS, migrated
from dashboard.filters.links import read
from dashboard.filters.selection import SEARCH_LENGTH
from loaders.vocabulary import Vocabulary
from tests.dashboard.slices import TABLES

WITH_EXAMPLE = [migration for migration in MIGRATIONS if migration.example]


def query(text):
    return parse_qs(text, keep_blank_values=True)


@pytest.mark.parametrize("migration", WITH_EXAMPLE, ids=lambda migration: migration.what)
def test_each_old_form_becomes_todays(migration):
    assert migrated(query(migration.example)) == query(migration.becomes)
    assert migrated(query(migration.becomes)) == query(migration.becomes), "today's form stays as it is"


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("quarter=q4-2020", "quarter=2020-Q4"),
        ("quarter=2021", "quarter=2021-Q1,2021-Q2,2021-Q3,2021-Q4"),
        ("quarter=2021-Q2..2021-Q1", "quarter=2021-Q2..2021-Q1"),
        ("quarter=1000-Q1..9000-Q4", "quarter=1000-Q1..9000-Q4"),
        ("topic=trade&topics=energy", "topic=trade"),
        ("lang=DE&present=yes&notes=false", "lang=de&present=1&notes=0"),
        ("q=quarters", "q=quarters"),
    ],
)
def test_forms_that_people_write(old, today):
    assert migrated(query(old)) == query(today)


def test_an_id_that_changed_is_a_row_in_a_table(tmp_path):
    rows = "key,was,becomes,since,reason\nplace,nursultan,astana,1.1,renamed\nplace,akmola,nursultan,1.0,renamed\n"
    rows += "topic,a,b,1.1,circle\ntopic,b,a,1.1,circle\n"
    (tmp_path / "renamed_ids.csv").write_text(rows, encoding="utf-8")
    vocabulary = Vocabulary(tmp_path)
    assert migrated(query("place=akmola,beijing&topic=a&q=akmola"), vocabulary) == query("place=astana,beijing&topic=b&q=akmola")


def test_the_project_has_the_table():
    assert migrated({"place": "beijing"}) == {"place": ["beijing"]}


@pytest.mark.parametrize("key", ["topic", "status", "type", "place", "country", "actor"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_value_may_be_given_by_its_name(key, lang):
    """Early links carried the labels of the widgets: 'status=geplant'."""
    names = FACETS[key].names(TABLES, lang)
    value, name = next(
        (value, name) for value, name in names.items() if "," not in name and list(names.values()).count(name) == 1
    )
    link = read({key: name.upper() if key != "actor" else name}, TABLES)
    assert getattr(link.selection, key) == (value,)
    assert link.notices == []


DAMAGED = [
    "topic=",
    "topic=,,,",
    "topic=energie%20",
    "topic=energy,energy",
    "topic=%00",
    "topic=%FF%FE",
    "topic=<script>alert(1)</script>",
    "topic=energy%26status=planned",
    "topic=energy;trade",
    "topic=energy+trade",
    "topics[]=energy",
    "topic[0]=energy",
    "Topic=energy",
    "quarter=2021-Q5",
    "quarter=2021-Q0",
    "quarter=2021-Q",
    "quarter=Q",
    "quarter=99999-Q1",
    "quarter=2021-Q1..",
    "quarter=..2021-Q1",
    "from=2021-02-30",
    "from=yesterday",
    "from=2021",
    "from=20210101",
    "to=0000-00-00",
    "from=2022-01-01&to=2021-01-01",
    "to=٢٠٢١-٠١-٠١",
    "place=atlantis",
    "place=../../etc/passwd",
    "country=XX",
    "country=china,",
    "role=owner",
    "status=maybe",
    "type=%F0%9F%8E%89",
    "actor=" + "a" * 5000,
    "chain=c-0000",
    "only=2021-q9-99",
    "event=2021-q9-99",
    "event=",
    "briefing=2021-q9",
    "asof=tomorrow",
    "overlap=perhaps",
    "q=" + "wort%20" * 400,
    "q=%22%22%22",
    "q=((((",
    "notes=2",
    "present=maybe",
    "lang=fr",
    "lang=de&lang=en",
    "v=%3Cb%3E",
    "frozen=1",
    "frozen=1&v=000000000000",
    "frozen=perhaps",
    "frame=2",
    "utm_source=mail&fbclid=1",
    "=",
    "&&&",
    "a=b=c",
    "nopage=%3Cb%3Ex",
    "section=2021-q1-s999",
]
# Damaged in form, but clear in meaning: used without a word.
CLEAR = {
    "topic=", "topic=,,,", "topic=energie%20", "topic=energy,energy", "country=china,", "event=", "q=%22%22%22", "q=((((",
    "v=%3Cb%3E", "&&&",
}  # fmt: skip


def test_there_are_fifty():
    assert len(set(DAMAGED)) >= 50


@pytest.mark.parametrize("text", DAMAGED, ids=lambda text: text[:40])
def test_a_damaged_link_gives_a_notice_and_a_working_view(text):
    link = read(query(text), TABLES)
    assert bool(link.notices) == (text not in CLEAR)
    for notice in link.notices:
        for lang in ("de", "en"):
            assert notice.text(lang)
            assert len(notice.text(lang)) < 400
    selection = link.selection
    everything = data.known_after(link.tables, selection.asof)
    assert len(selection.q) <= SEARCH_LENGTH
    assert len(selection.apply(everything)["events"]) <= len(TABLES["events"])
    assert selection.sentence(everything, selection.lang)
    assert read(query(selection.query), TABLES).selection == selection, "what is shown can be linked again"


def test_a_damaged_value_does_not_take_the_others_along():
    link = read(query("topic=energy,nonsense&status=planned&colour=red"), TABLES)
    assert (link.selection.topic, link.selection.status) == (("energy",), ("planned",))
    assert [notice.key for notice in link.notices] == ["topic", "colour"]
