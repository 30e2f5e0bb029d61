"""What is counted: the figures of the overview, what is coming up, the findings, two quarters side by side."""

from datetime import date
from html import escape
from pathlib import Path

import pytest

from dashboard.contents.compare import changes, compared_quarters, turns
from dashboard.contents.evidence import FIELDS
from dashboard.contents.figures_that_matter import figures
from dashboard.contents.how_to_cite import citation
from dashboard.contents.quality import KINDS, counts, findings, kind_of
from dashboard.contents.shelf import shelf
from dashboard.contents.upcoming import upcoming
from dashboard.filters.selection import Selection
from dashboard.language import LANGUAGES
from dashboard.names import language_name, sort_key
from dashboard.pages import PAGES
from dashboard.screens.about_html import about_html
from dashboard.screens.briefings_html import briefings_html
from dashboard.screens.data_html import dictionary_html, quality_html, score, tables_html
from dashboard.screens.examples import EXAMPLES
from dashboard.screens.overview_html import coming_html, examples_html, figures_html, lead_html
from dashboard.screens.quality_html import findings_html, matrix_html
from dashboard.screens.whatsnew_html import difference, whatsnew_html
from dashboard.slices.dictionary import TABLES, TYPES, dictionary, measured_quality
from dashboard.slices.labelled import columns
from loaders.tables import schema
from tests.dashboard.small import small_tables, small_view


def test_the_figures_count_the_chosen_events():
    view = small_view(status=("planned",))
    assert [figure.value for figure in figures(view.tables, "de")] == [2, 0, 2, 1, 1, 1]
    assert "mehrfach genannte Ereignisse: 1" in figures(small_tables(), "de")[0].note
    assert figures(small_tables(), "en")[4].note == "and 1 place only mentioned; 2 events without a venue"
    assert "status=planned" in figures_html(small_view())


def test_coming_up_is_measured_from_the_last_quarter_and_tells_an_event_once():
    tables = small_tables()
    found = upcoming(tables, tables)
    assert found.after == date(2021, 9, 30)
    assert list(found.dated["event_id"]) == []  # the summit was told again, as held
    assert list(found.vague["event_id"]) == ["2021-q1-02"]
    assert "nur auf das Jahr genau" in coming_html(small_view())


def test_a_chain_told_only_as_planned_is_still_coming():
    rows = [
        {**row, "status": "planned", "date_start": "2022-05-01", "date_end": "2022-05-31", "date_precision": "month"}
        for row in _events()
    ]
    tables = small_tables(events=rows)
    found = upcoming(tables, tables)
    assert list(found.dated["event_id"]) == ["2021-q1-02", "2021-q3-01", "2021-q3-02"]


def _events():
    return [
        {key: row[key] for key in row}
        for row in small_tables()["events"].astype(str).replace({"True": "1", "False": "0"}).to_dict("records")
    ]


def test_each_kind_of_finding_is_found_once_and_leads_somewhere():
    found = findings(small_tables(), "de")
    by_kind = found.groupby("kind")["what"].agg(list)
    assert by_kind["no-event"] == ["Sonst"]
    assert by_kind["vague-date"] == ["2021: Forum"]
    assert by_kind["place"] == ["Irgendwo: keine Koordinaten"]
    assert by_kind["actor"] == ["Rat: aus dem Text erkannt, nicht im Vokabular"]
    assert sorted(by_kind["footnote"]) == [
        "Adresse",
        "Fußnote 2 wird nirgends genannt: javascript",
        "Fußnote 9 ist nicht aufgeführt",
    ]
    assert "double" not in by_kind
    html = findings_html(found, small_view("quality"))
    assert "Zeile 12" in html
    assert "briefing=2021-q1&amp;lang=de#s1" in html
    for link in ("#q-2021-Q3-no-event", 'id="q-2021-Q3-no-event"'):
        assert link in matrix_html(found, ["2021-Q1", "2021-Q3"], "de") + html


def test_doubles_share_their_days_their_type_and_most_of_their_title():
    rows = _events()
    rows[2]["title"] = "Gipfeltreffen in Duschanbe"
    twin = {**rows[2], "event_id": "2021-q3-03", "title": "Das Gipfeltreffen von Duschanbe"}
    other = {**rows[2], "event_id": "2021-q3-04", "title": "Treffen der Außenminister vor allem anderen"}
    found = findings(small_tables(events=[*rows, twin, other]), "en")
    assert list(found.loc[found["kind"] == "double", "event_id"]) == ["2021-q3-03"]


def test_the_findings_table_has_every_quarter_and_kind():
    table = counts(findings(small_tables(), "de"), ["2021-Q1", "2021-Q2", "2021-Q3"])
    assert list(table.columns) == list(KINDS)
    assert table.loc["2021-Q2"].sum() == 0
    assert counts(findings(small_tables(), "de").head(0), ["2021-Q1"]).to_numpy().sum() == 0


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("address-scheme", "footnote"),
        ("footnote-undefined", "footnote"),
        ("place-ambiguous", "place"),
        ("actor-new", "actor"),
        ("heading-date", "other"),
    ],
)
def test_problems_belong_to_a_kind(code, kind):
    assert kind_of(code) == kind


def test_two_quarters_side_by_side():
    tables = small_tables()
    found = {change.value: change for change in changes(tables, "topic", "2021-Q1", "2021-Q3", "de")}
    assert (found["trade"].before, found["trade"].after, found["trade"].is_first) == (0, 1, True)
    assert found["institution"].difference == 0
    (turn,) = turns(tables, "2021-Q1", "2021-Q3")
    assert (turn.before_status, turn.after_status, turn.date, turn.contradicts) == ("planned", "occurred", "exact", False)
    html = whatsnew_html(tables, small_view("whatsnew", quarter=("2021-Q1", "2021-Q3")), "2021-Q1", "2021-Q3")
    assert "quarter=2021-Q3&amp;topic=trade" in html
    assert "event=2021-q3-01" in html


def _told(status, start, end):
    return {"status": status, "date_start": start, "date_end": end}


@pytest.mark.parametrize(
    ("first", "second", "date", "contradicts"),
    [
        (("planned", "2021-09-16", "2021-09-17"), ("occurred", "2021-09-16", "2021-09-17"), "", False),
        (("planned", "2021-01-01", "2021-12-31"), ("planned", "2021-09-16", "2021-09-17"), "exact", False),
        (("planned", "2021-09-16", "2021-09-17"), ("planned", "2021-10-01", "2021-10-01"), "moved", False),
        (("occurred", "2021-09-16", "2021-09-17"), ("planned", "2021-09-16", "2021-09-17"), "", True),
        (("cancelled", "2021-09-16", "2021-09-17"), ("occurred", "2021-09-16", "2021-09-17"), "", True),
        (("occurred", "2021-09-16", "2021-09-17"), ("occurred", "2021-09-01", "2021-09-30"), None, None),
    ],
)
def test_a_turn_is_what_can_follow_else_it_is_a_contradiction(first, second, date, contradicts):
    rows = {row["event_id"]: row for row in _events()}
    tellings = [{**rows["2021-q1-01"], **_told(*first)}, {**rows["2021-q3-01"], **_told(*second)}]
    tables = small_tables(events=tellings)
    found = turns(tables, "2021-Q1", "2021-Q3")
    assert [(turn.date, turn.contradicts) for turn in found] == ([] if date is None else [(date, contradicts)])
    html = whatsnew_html(tables, small_view("whatsnew", tables, quarter=("2021-Q1", "2021-Q3")), "2021-Q1", "2021-Q3")
    assert ("Widersprüchlich" in html) is bool(contradicts)


def test_kinds_without_a_finding_have_no_column_and_are_named():
    found = findings(small_tables(), "de")
    found = found[found["kind"] == "vague-date"]
    html = matrix_html(found, ["2021-Q1", "2021-Q3"], "de")
    assert html.count('scope="col"') == 3
    assert "Ohne Befund: Abschnitte ohne Ereignis, " in html


@pytest.mark.parametrize("make", [coming_html, lambda view: whatsnew_html(view.everything, view, "2021-Q1", "2021-Q3")])
def test_titles_say_their_language_and_a_reader_of_another_is_told_once(make):
    chosen = {"quarter": ("2021-Q1", "2021-Q3")}
    assert make(small_view("", lang="en", **chosen)).count("in the language of the briefing") == 1
    german = make(small_view("", **chosen))
    assert "in der Sprache des Briefings" not in german
    assert 'class="title" href="./event?' in german
    assert 'lang="de">' in german


def test_every_briefing_is_listed_by_year_with_its_counts():
    everything = shelf(small_tables(), small_tables(), "de")
    assert [(book.quarter, book.events, book.planned) for book in everything] == [("2021-Q3", 2, 0), ("2021-Q1", 2, 2)]
    html = briefings_html(small_view("briefings", status=("planned",)))
    assert html.index("briefing=2021-q3") < html.index("briefing=2021-q1")
    assert "quarter=2021-Q1" in html
    assert "quarter=2021-Q3" not in html  # none of its events is planned
    assert 'scope="rowgroup">2021' in html


@pytest.mark.parametrize(
    ("chosen", "pair"),
    [((), ("C", "D")), (("B",), ("A", "B")), (("A",), ("A", "B")), (("D", "A", "B"), ("A", "D")), (("X",), ("C", "D"))],
)
def test_which_quarters_are_compared(chosen, pair):
    assert compared_quarters(chosen, ["A", "B", "C", "D"]) == pair


def test_no_quarter_cannot_be_compared():
    with pytest.raises(ValueError, match="no briefing"):
        compared_quarters((), [])


def test_a_change_has_sign_and_arrow():
    assert "▲ +3" in difference(3, "de")
    assert "▼ −2" in difference(-2, "de")


def test_every_table_column_and_type_has_words():
    assert set(schema()) == set(TABLES)
    assert {column["type"] for table in schema() for column in columns(table)} <= set(TYPES)
    for lang in LANGUAGES:
        assert len(dictionary(lang)) == sum(len(columns(table)) for table in schema())
    assert "Kennung" in dictionary_html("events", measured_quality_none(), "de")
    view = small_view("data", status=("planned",))
    assert '<td class="num">2</td><td class="num">4</td>' in tables_html(view.everything, view.tables, "de")


FOLDER = Path(__file__).parent


def measured_quality_none():
    return measured_quality(FOLDER / "missing.csv")


def test_measured_quality_is_shown_where_there_is_some(tmp_path):
    path = tmp_path / "quality.csv"
    path.write_text(
        "measure,column,precision,recall,f1,n,f1_unread\n"
        "dates,events.date_start,0.9,0.8,0.847,630,0.71\nstatus,events.status,,,0.96,600,\n"
    )
    quality = measured_quality(path)
    assert "0,85" in dictionary_html("events", quality, "de")
    assert "0.96" in quality_html(quality, "en")
    assert "0.71" in quality_html(quality, "en")
    assert "Noch nicht gemessen" in quality_html(measured_quality(tmp_path / "none.csv"), "de")
    path.write_text("a,b\n1,2\n")
    with pytest.raises(ValueError, match="columns are"):
        measured_quality(path)
    assert score(None, "de") == ""


def test_the_evidence_fields_are_those_of_the_contract():
    described = next(row["description_en"] for row in schema()["evidence"] if row["column"] == "field")
    assert set(FIELDS) == {word.strip() for word in described.split(":")[1].split(",")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_examples_lead_to_pages_and_valid_selections(lang):
    for example in EXAMPLES:
        assert example.page in {page.id for page in PAGES}
        assert Selection().with_added(example.fragment).is_restricted
    assert "present=1" in examples_html(lang)
    assert "present=1" in lead_html(small_view("", lang=lang))


def test_the_citation_names_version_selection_and_number():
    view = small_view("about", status=("planned",))
    assert citation(view).startswith("SCO-Aktivitäten. 2 Ereignisse")
    assert citation(view).endswith("Briefings Q1/2021 – Q3/2021, Stand der Daten: 30. September 2021 (Kennung small).")
    assert 'target="_blank" rel="noopener noreferrer"' in about_html(view)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_about_the_application_says_what_counts_as_which_type(lang):
    html = about_html(small_view("about", lang=lang))
    for row in small_tables()["event_types"].to_dict("records"):
        assert f"{escape(row[f'label_{lang}'])}</th><td>{escape(row[f'definition_{lang}'])}</td>" in html


def test_tables_kept_from_before_the_definitions_have_no_list_of_types():
    tables = small_tables()
    before = tables.replaced(event_types=tables["event_types"].assign(definition_de="", definition_en=""))
    assert 'id="types"' not in about_html(small_view("about", before))
    assert 'id="types"' in about_html(small_view("about"))


def test_names_are_put_in_order_and_languages_named():
    assert sorted(["Zypern", "Österreich", "Oman", "ägypten"], key=sort_key) == ["ägypten", "Oman", "Österreich", "Zypern"]
    assert language_name("ru", "de") == "Russisch"
    assert language_name("xx", "de") == "xx"
