"""A reader's own briefing beside the project's rows: told apart everywhere, counted once, left out of what others see."""

import gc
import io
import weakref
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data, pages
from dashboard.charts import all_charts, timeline
from dashboard.contents.event_table import event_table
from dashboard.contents.how_to_cite import citation
from dashboard.drawing.own_marks import own_note
from dashboard.drawing.style import Look
from dashboard.exports import all_exports
from dashboard.filters import search
from dashboard.filters.facets import FACETS
from dashboard.filters.own import ORIGINS, OWN, PREFIX, PROJECT, ROWS, SIGN, Own, joined, own_count, project_version, without_own
from dashboard.filters.search import find
from dashboard.filters.search_index import _index, index
from dashboard.filters.selection import Selection
from dashboard.filters.words import matches
from dashboard.language import LANGUAGES
from dashboard.pages import PAGES
from dashboard.screens.briefings_html import briefings_html
from dashboard.screens.event_page import page_html
from dashboard.screens.events_list import list_html
from dashboard.sharing.frame import frame_address
from dashboard.sharing.slide import step_of
from dashboard.shell import own_tables
from dashboard.slices.export_context import context_of
from dashboard.slices.file_name import file_name
from dashboard.slices.provenance import source_line
from dashboard.slices.slice_tables import of_briefings
from dashboard.view import View
from loaders.tables import broken_rules, schema
from loaders.upload import read_upload
from tests.dashboard.test_app import APP, headline

PROJECT_TABLES = data.current()
TEXT = """# Notizen zu Q1/2021

## Treffen der Minister

Am 3. Februar 2021 tagten die Energieminister in Duschanbe.[^1] Für März 2021 ist ein Forum von Xylophonbauern geplant.

## Fußnoten

[^1]: SCO, Energy ministers meet, 4. Februar 2021, in: https://sectsco.example/a.html
"""
OWN_WORD = "Xylophonbauern"
UPLOAD = read_upload("own.md", TEXT.encode())
BOTH = joined(PROJECT_TABLES, UPLOAD.tables)
OWN_IDS = [f"{PREFIX}2021-q1-01", f"{PREFIX}2021-q1-02"]


def view_of(page: str = "events", **selection: object) -> View:
    chosen = Selection(**selection)  # type: ignore[arg-type]
    return View(BOTH, chosen.apply(BOTH), chosen, Look(), page, Own("Notizen", PROJECT_TABLES))


def test_both_stand_side_by_side_under_the_contract():
    assert broken_rules(BOTH) == []
    assert [BOTH[name].dtypes.tolist() for name in BOTH] == [PROJECT_TABLES[name].dtypes.tolist() for name in BOTH]
    for name in ROWS:
        assert len(BOTH[name]) == len(PROJECT_TABLES[name]) + len(UPLOAD.tables[name])
        pd.testing.assert_frame_equal(BOTH[name].head(len(PROJECT_TABLES[name])), PROJECT_TABLES[name])


def test_an_own_briefing_of_a_known_quarter_takes_no_id():
    assert "2021-q1" in set(PROJECT_TABLES["briefings"]["briefing_id"])
    assert [id_ for id_ in BOTH["events"]["event_id"] if id_.startswith(PREFIX)] == OWN_IDS
    for name in ("briefings", "sections", "events", "sources", "problems"):
        assert BOTH[name].iloc[:, 0].is_unique


def test_all_that_belongs_to_a_briefing_is_joined_but_chains():
    assert set(ROWS) == set(of_briefings()) - {"chains", "chain_links"}
    for name in ("chains", "chain_links"):
        assert BOTH[name] is PROJECT_TABLES[name]


def test_the_tables_that_are_joined_stay_as_they_are():
    before = {name: frame.copy() for name, frame in PROJECT_TABLES.items()}
    joined(PROJECT_TABLES, UPLOAD.tables)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(frame, PROJECT_TABLES[name])
    assert not UPLOAD.tables["events"]["event_id"].str.startswith(PREFIX).any()


@pytest.mark.parametrize(
    "selection", [{}, {"quarter": ("2021-Q1",)}, {"status": ("planned",)}, {"q": "Energieminister"}, {"origin": OWN}]
)
def test_one_number_everywhere(selection):
    view = view_of(**selection)
    ids = set(view.tables["events"]["event_id"])
    assert view.count == len(timeline.rows(view.tables, "de")) == len(event_table(view.tables, "de"))
    assert view.own_count == len(ids & set(OWN_IDS)) > 0
    assert view.project.count + view.own_count == view.count or selection.get("origin")
    context = context_of(view, "https://sco.example/", datetime.now(UTC))
    package = next(export for export in all_exports() if export.ID == "package").build(view.tables, context)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert set(pd.read_csv(archive.open("data/events.csv"))["event_id"]) == ids
        assert "Notizen" in archive.read("README.md").decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_chart_and_export_takes_them(lang):
    view = view_of(lang=lang, quarter=("2021-Q1", "2021-Q2"))
    context = context_of(view, "https://sco.example/", datetime.now(UTC))
    for export in all_exports():
        assert export.build(view.tables, context)
    for chart in all_charts():
        assert chart.figure(chart.rows(view.tables, lang), lang, Look())


def test_options_count_both_and_the_filter_parts_them():
    assert Selection().option_counts(BOTH, "origin") == {PROJECT: len(PROJECT_TABLES["events"]), OWN: 2}
    assert Selection().option_counts(PROJECT_TABLES, "origin") == {}
    assert list(Selection(origin=OWN).apply(BOTH)["events"]["event_id"]) == OWN_IDS
    assert own_count(Selection(origin=PROJECT).apply(BOTH)) == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_own_events_are_marked_where_they_are_shown(lang):
    view = view_of(lang=lang, quarter=("2021-Q1",))
    table = event_table(view.tables, lang)
    assert table["title"].str.startswith(SIGN).tolist() == table.index.isin(OWN_IDS).tolist() == table["origin"].ne("").tolist()
    assert list_html(table, view).count('class="own-badge"') == 2
    assert 'class="own-badge"' in page_html(view_of("event", lang=lang, event=OWN_IDS[0]))
    assert 'class="own-badge"' not in page_html(view_of("event", lang=lang, event="2021-q1-01"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_timeline_frames_their_marks_and_says_so(lang):
    view = view_of(lang=lang, quarter=("2021-Q1",))
    rows = timeline.rows(view.tables, lang)
    assert rows.loc[rows["event_id"].isin(OWN_IDS), "origin"].nunique() == 1
    frames = [trace for trace in timeline.figure(rows, lang, Look()).data if trace.name == ORIGINS[OWN](lang)]
    assert len(frames) == 1
    assert len(frames[0].x) == 2
    assert "origin" not in timeline.rows(PROJECT_TABLES, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_small_timeline_frames_the_cells_that_count_them_and_says_so(lang):
    small = Look(width=900, small=True)
    rows = timeline.rows(view_of(lang=lang, quarter=("2021-Q1",)).tables, lang)
    with_own, without = (timeline.figure(part, lang, small) for part in (rows, rows[~rows["event_id"].isin(OWN_IDS)]))
    frames = [shape for shape in with_own.layout.shapes if shape.line.color == small.text]
    assert sum(shape.path.count("M") for shape in frames) in (1, 2)  # both events may begin in one month
    assert not [shape for shape in without.layout.shapes if shape.line.color == small.text]
    notes = [" ".join(str(note.text) for note in figure.layout.annotations) for figure in (with_own, without)]
    assert [own_note(lang) in words for words in notes] == [True, False]


def test_search_finds_words_of_either_and_keeps_none_of_the_own():
    before = _index.cache_info().misses
    assert find(BOTH, OWN_WORD).own == {OWN_IDS[1]}
    found = find(BOTH, "Energieminister")
    assert OWN_IDS[0] in found.own
    assert found.event_ids > {OWN_IDS[0]} or len(find(PROJECT_TABLES, "Energieminister").hits) == 0
    hit = next(hit for hit in found.hits[OWN_IDS[0]] if hit.kind == "title")
    title = BOTH["events"].set_index("event_id").at[OWN_IDS[0], "title"]
    assert title[hit.start : hit.end] == "Energieminister"
    assert _index.cache_info().misses - before <= 1  # that of the project


def test_nothing_made_of_it_outlives_it():
    both = joined(PROJECT_TABLES, UPLOAD.tables)
    view = View(both, Selection(q=OWN_WORD).apply(both), Selection(q=OWN_WORD), Look(), "events", Own("Notizen", PROJECT_TABLES))
    assert list_html(event_table(view.tables, "de"), view)
    for key in FACETS:
        view.selection.option_counts(both, key)
    for chart in all_charts():
        chart.figure(chart.rows(both, "de"), "de", Look())
    gone = [weakref.ref(tables) for tables in (both, both.own, view.tables)]
    gone.append(weakref.ref(index(both.own)))
    assert len(search._spellings(index(both.own), OWN_WORD, matches)) == 1
    del both, view
    gc.collect()
    assert [one() for one in gone] == [None] * 4


def test_links_files_and_citations_name_nothing_of_it():
    view = view_of(origin=OWN, only=(*OWN_IDS, "2021-q1-01"), section=(f"{PREFIX}2021-q1-s1",), event=OWN_IDS[0])
    assert view.pinned == Selection(only=("2021-q1-01",), v=PROJECT_TABLES.version)
    context = context_of(view, "https://sco.example/", datetime.now(UTC))
    made = [frame_address(view, ""), step_of(view).query, context.link, context.slice_link("csv"), citation(view)]
    assert not [text for text in made if "own" in text or project_version(BOTH.version) != PROJECT_TABLES.version]
    assert context.event_link(OWN_IDS[0]) == ""
    assert context.event_link("2021-q1-01").endswith(f"v={PROJECT_TABLES.version}")
    assert without_own(Selection(topic=("trade",))) == Selection(topic=("trade",))
    assert file_name(view.selection, "events", with_own=True).startswith("sco-events-with-own")


def test_what_the_own_briefing_alone_knows_is_in_no_link_and_the_number_at_the_address_is_that_of_its_rows():
    own = read_upload("own.md", TEXT.replace("2021", "2051").encode()).tables
    actors = own["actors"].tail(1).assign(actor_id="xylo-phon", label_de="Xylo Phon", label_en="Xylo Phon")
    own = own.replaced(actors=pd.concat([own["actors"], actors], ignore_index=True))
    both, chosen = joined(PROJECT_TABLES, own), Selection(quarter=("2051-Q1", "2021-Q1"), actor=("xylo-phon",), topic=("trade",))
    view = View(both, chosen.apply(both), chosen, Look(), "events", Own("Notizen", PROJECT_TABLES))
    assert view.pinned == Selection(quarter=("2021-Q1",), topic=("trade",), v=PROJECT_TABLES.version)
    followed, notices = Selection.from_query(view.pinned.to_query(), PROJECT_TABLES)
    assert not notices
    assert view.project.count == len(followed.apply(PROJECT_TABLES)["events"])


def test_nothing_is_shown_as_known_after_an_own_briefing():
    selection, notices = Selection.from_query({"asof": f"{PREFIX}2021-q1", "briefing": f"{PREFIX}2021-q1"}, BOTH)
    assert selection == Selection(briefing=f"{PREFIX}2021-q1")
    assert [notice.key for notice in notices] == ["asof"]


def test_two_briefings_of_a_quarter_lead_each_to_its_own_events():
    html = briefings_html(view_of("briefings"))
    assert f"origin={OWN}" in html
    assert f"origin={PROJECT}" in html
    assert "origin=" not in briefings_html(View(PROJECT_TABLES, PROJECT_TABLES, Selection(), Look(), "briefings"))


def test_an_address_that_names_it_without_it_says_why():
    selection, notices = Selection.from_query({"origin": OWN, "event": OWN_IDS[0], "only": OWN_IDS[1]}, PROJECT_TABLES)
    assert selection == Selection()
    assert [notice.key for notice in notices] == ["origin", "event", "only"]
    assert all("eigenen Briefing" in notice.text("de") and "one’s own" in notice.text("en") for notice in notices)


def session(**query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params.update(query)
    return app


def with_own(app: AppTest) -> AppTest:
    app.session_state[own_tables.HELD] = UPLOAD
    app.session_state["own_shown"] = own_tables.Shown(UPLOAD)
    return app


def test_one_session_shows_it_and_another_does_not():
    all_, own = len(PROJECT_TABLES["events"]), with_own(session(q=OWN_WORD)).run()
    assert not own.exception
    assert "<strong>2 " in headline(own)  # its section holds the word too
    other = session(q=OWN_WORD).run()
    assert "<strong>0 " in headline(other)
    whole = with_own(session()).run()
    assert f"<strong>Alle {all_ + 2} " in headline(whole)
    assert any(
        "darunter 2 aus Ihrem Briefing „Notizen zu Q1/2021“, nur in dieser Sitzung" in html.body for html in whole.get("html")
    )
    assert f"<strong>Alle {all_} " in headline(session().run())


def test_a_discarded_briefing_is_gone_from_every_view():
    app = with_own(session(origin=OWN)).run()
    assert "<strong>2 " in headline(app)
    del app.session_state[own_tables.HELD]
    app.run()
    assert "own_shown" not in app.session_state
    assert f" {len(PROJECT_TABLES['events'])} " in headline(app)


def test_as_of_an_earlier_briefing_it_is_left_out_and_that_is_said():
    first = PROJECT_TABLES["briefings"].sort_values("quarter").iloc[0]
    app = with_own(session(asof=first["briefing_id"])).run()
    assert first["quarter"] < "2021-Q1"
    assert any("liegt nach diesem Wissensstand" in html.body for html in app.get("html"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_source_line_names_the_projects_version_and_the_own_briefing(lang):
    line = source_line(BOTH, lang)
    assert PROJECT_TABLES.version in line
    assert PREFIX not in line
    assert ("nur in dieser Sitzung" if lang == "de" else "in this session only") in line
    assert line != source_line(PROJECT_TABLES, lang)


@pytest.fixture(params=["quality", "about"])
def page_of_the_project(request, monkeypatch) -> str:
    """A page that leaves an own briefing out. Outside of a browser the first page stands for it."""
    page = next(page for page in PAGES if page.id == request.param)
    monkeypatch.setattr(pages, "PAGES", (replace(page, id=""), *(other for other in PAGES if other.id)))
    return str(request.param)


def test_a_page_that_leaves_it_out_says_so(page_of_the_project):
    app = with_own(session()).run()
    assert not app.exception
    assert any("Diese Seite zeigt nur den Bestand" in caption.value for caption in app.caption)


def test_every_column_that_names_a_row_of_a_briefing_is_told_apart():
    project = {name: set(PROJECT_TABLES[name].iloc[:, 0]) for name in ("briefings", "sections", "events", "sources")}
    for name in ROWS:
        for column in schema()[name]:
            target = column["refers_to"].partition(".")[0]
            if target in project:
                own = BOTH[name][column["column"]].iloc[len(PROJECT_TABLES[name]) :]
                assert not set(own) & project[target], (name, column["column"])
