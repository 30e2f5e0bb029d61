"""The shell and its parts without a browser: pages, languages, faults, names of files, settings of figures."""

import ast
import sys
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from dashboard import data, environment
from dashboard.charts import all_charts
from dashboard.drawing.figure_config import figure_config
from dashboard.filters.selection import Selection
from dashboard.markdown import escaped
from dashboard.pages import PAGES, shown_pages
from dashboard.serving.index_page import index_page, language_of
from dashboard.serving.security import FRAME_VARIABLE, headers
from dashboard.shell.filter_widgets import read_day
from dashboard.shell.sidebar import year_choice
from dashboard.slices.file_name import file_name

ROOT = Path(__file__).resolve().parent.parent.parent
APP = str(ROOT / "dashboard" / "app.py")
TABLES = data.current()


def run(**query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params.update(query)
    return app.run()


def headline(app: AppTest) -> str:
    """The number of events and the filter, out of the HTML above the view."""
    return next(html.body for html in app.get("html") if 'class="filter"' in html.body)


@pytest.mark.parametrize(("lang", "words"), [("de", "Alle"), ("en", "All")])
def test_the_overview_is_drawn_without_a_fault(lang, words):
    app = run(lang=lang)
    assert not app.exception
    assert f"<strong>{words} {len(TABLES['events'])}" in headline(app)


def test_widgets_show_what_the_address_says():
    app = run(topic="energy,trade", status="planned", q="Peking", **{"from": "2021-01-01"})
    assert app.text_input(key="filter_q_de").value == "Peking"
    assert app.text_input(key="filter_date_from_de").value == "01.01.2021"
    assert list(app.button_group(key="filter_topic_economy_de").value) == ["energy", "trade"]
    assert list(app.button_group(key="filter_status_de").value) == ["planned"]


def test_a_widget_writes_the_address_and_keeps_the_rest():
    app = run(topic="energy", lang="en")
    app.button_group(key="filter_status_en").set_value(["occurred"]).run()
    assert app.query_params == {"topic": "energy", "status": "occurred", "lang": "en"}
    app.button(key="reset").click().run()
    assert app.query_params == {"lang": "en"}


def test_a_year_chooses_its_quarters():
    app = run(quarter="2020-Q4")
    app.button_group(key="filter_year_2021_de").set_value(["2021"]).run()
    assert app.query_params["quarter"] == "2020-Q4,2021-Q1,2021-Q2,2021-Q3,2021-Q4"
    assert list(app.button_group(key="filter_year_2021_de").value) == ["2021", "2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
    app.button_group(key="filter_year_2021_de").set_value(["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]).run()
    assert app.query_params["quarter"] == "2020-Q4"


ALL = ["Q1", "Q2", "Q3", "Q4"]
YEAR_CHOICES = [
    (False, {"Y"}, ALL),
    (False, {"Y", "Q1"}, ALL),
    (True, {"Y", *ALL}, ALL),
    (True, set(ALL), []),
    (True, {"Y", "Q1", "Q3"}, ["Q1", "Q3"]),
    (True, {"Y"}, ALL),
    (False, {"Q2"}, ["Q2"]),
    (False, set(ALL), ALL),
    (False, set(), []),
]


@pytest.mark.parametrize(("was_whole", "pressed", "expected"), YEAR_CHOICES)
def test_the_pills_of_a_year(was_whole, pressed, expected):
    assert year_choice("Y", ALL, was_whole, pressed) == expected


def test_a_language_switch_keeps_what_is_chosen():
    app = run(topic="energy", country="CN", asof="2023-q4")
    app.button(key="language_en").click().run()
    assert app.query_params == {"topic": "energy", "country": "CN", "asof": "2023-q4", "lang": "en"}
    assert app.multiselect(key="filter_country_en").value == ["CN"]


def test_what_a_link_says_wrongly_is_named():
    warnings = run(topic="energy,nonsense").warning
    assert len(warnings) == 1
    assert "„nonsense“ gibt es in diesen Daten nicht" in warnings[0].value


def test_a_link_made_on_other_data_is_said():
    assert "0123456789ab" in run(v="0123456789ab").info[0].value
    assert not run(v=TABLES.version).info


def test_nothing_found_is_said():
    assert "Kein Ereignis" in run(topic="energy", q="xyzzy").info[0].value


def test_an_empty_view_offers_to_take_all_filters_away():
    app = run(q="qqqqqq", lang="en")
    app.button(key="reset_here").click().run()
    assert not app.exception
    assert app.query_params == {"lang": "en"}


def test_pages_that_follow_no_filter_say_so_above_the_filters():
    noted = {page.id for page in PAGES if page.filter_note}
    assert noted == {page.id for page in PAGES if not page.headed and not page.shared}


def test_missing_tables_are_told_calmly(monkeypatch, tmp_path):
    monkeypatch.setenv(data.FOLDER_VARIABLE, str(tmp_path))
    app = run()
    assert not app.exception
    assert "python -m loaders" in app.error[0].value


def test_the_last_good_tables_are_shown_while_they_are_rewritten(monkeypatch, tmp_path):
    for path in Path(data.FOLDER).glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setenv(data.FOLDER_VARIABLE, str(tmp_path))
    whole = data.current()
    (tmp_path / "events.csv").write_text("half a line", encoding="utf-8")
    assert data.current() is whole


def test_every_chart_has_a_page_and_an_own_id():
    charts = all_charts()
    assert {chart.PAGE for chart in charts} <= {page.id for page in PAGES}
    assert len({chart.ID for chart in charts}) == len(charts)


def test_a_page_without_charts_or_module_is_not_offered():
    assert {page.id for page in PAGES if page.module} <= {page.id for page in shown_pages()}
    assert all(page.module or any(page.id == chart.PAGE for chart in all_charts()) for page in shown_pages())


def test_nobody_may_frame_a_view_unless_the_operator_allows_it(monkeypatch):
    assert headers()["X-Frame-Options"] == "SAMEORIGIN"
    monkeypatch.setenv(FRAME_VARIABLE, "https://intranet.example")
    assert "X-Frame-Options" not in headers()
    assert "frame-ancestors 'self' https://intranet.example" in headers()["Content-Security-Policy"]


@pytest.mark.parametrize(("lang", "title"), [("de", "SCO-Aktivitäten"), ("en", "SCO Activity")])
def test_the_first_byte_has_our_name_and_language(lang, title):
    html = index_page(lang)
    assert f'<html lang="{lang}">' in html
    assert f"<title>{title}</title>" in html
    assert "<title>Streamlit" not in html
    assert "./app/static/favicon.png" in html
    assert "BACKEND_BASE_URL" in html
    assert f'<a href="./slice.csv?lang={lang}">' in html.partition("<noscript>")[2].partition("</noscript>")[0]


@pytest.mark.parametrize(("asked", "expected"), [("en", "en"), ("de", "de"), (None, "de"), ("fr", "de"), ("<script>", "de")])
def test_the_language_of_a_query(asked, expected):
    assert language_of(asked) == expected


DAYS = [
    ("31.3.2021", "2021-03-31"),
    ("31.03.2021", "2021-03-31"),
    ("31/03/2021", "2021-03-31"),
    ("2021-03-31", "2021-03-31"),
    (" 1. 2. 2021 ", "2021-02-01"),
    ("31.2.2021", None),
    ("2021", None),
    ("heute", None),
    ("1.1.21", None),
    ("٣١.٠٣.٢٠٢١", None),
]


@pytest.mark.parametrize(("typed", "expected"), DAYS)
def test_a_typed_day(typed, expected):
    value = read_day(typed)
    assert (value.isoformat() if value else None) == expected


NAMES = [
    (Selection(), "sco-topics"),
    (Selection(quarter=("2021-Q1", "2021-Q2", "2021-Q4"), topic=("trade",)), "sco-topics-2021-Q1_2021-Q2-2021-Q4-trade"),
    (Selection(country=("CN",), role="venue", lang="en", v="abc"), "sco-topics-CN-role-venue"),
]


@pytest.mark.parametrize(("selection", "expected"), NAMES)
def test_a_file_is_named_after_the_filter(selection, expected):
    assert file_name(selection, "topics") == expected


@given(st.text(max_size=200))
def test_a_file_name_is_safe_and_short(text):
    name = file_name(Selection(q=" ".join(text.split())), "events")
    assert len(name) < 120
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def test_two_searches_never_share_a_file_name():
    assert file_name(Selection(q="a b"), "events") != file_name(Selection(q="a_b"), "events")
    assert file_name(Selection(q="Öl"), "events") != file_name(Selection(q="Äl"), "events")


def test_figures_speak_the_language():
    german = figure_config("de", "x")["locales"]["de"]
    assert german["format"]["months"][2] == "März"
    assert german["format"]["days"][0] == "Sonntag"
    assert german["dictionary"]["Reset axes"] == "Zurücksetzen"
    assert figure_config("en", "x")["locales"]["en"]["format"]["days"][0] == Locale("en").days["stand-alone"]["wide"][6]


@pytest.mark.parametrize("text", ["*a*", "[x](y)", "$1$", ":red[x]", "<b>", "a_b_c", "# x", "~~x~~", "`x`", "1. x"])
def test_markup_in_data_is_shown_as_written(text):
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark", {"html": False}).renderInline(escaped(text))
    assert "<" not in html.replace("&lt;", "").replace("<br", "")


def test_starting_needs_nothing_but_python():
    for name in ("__main__", "environment", "__init__"):
        tree = ast.parse((ROOT / "dashboard" / f"{name}.py").read_text(encoding="utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        modules = {node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name for node in imports}
        assert {module.split(".")[0] for module in modules} - {"dashboard"} <= set(sys.stdlib_module_names)
        assert not {module for module in modules if module.startswith("dashboard")} - {"dashboard.environment"}


def test_an_environment_is_made_anew_when_its_requirements_change(tmp_path):
    wanted = tmp_path / "requirements.txt"
    wanted.write_text("a==1", encoding="utf-8")
    first = environment.fingerprint([wanted])
    assert first == environment.fingerprint([wanted])
    wanted.write_text("a==2", encoding="utf-8")
    assert first != environment.fingerprint([wanted])


def test_a_missing_requirement_file_is_named(tmp_path):
    with pytest.raises(environment.SetupError, match=r"requirements\.txt is missing"):
        environment.fingerprint([tmp_path / "requirements.txt"])


def test_an_environment_that_is_up_to_date_is_used_at_once(tmp_path, monkeypatch):
    wanted = tmp_path / "requirements.txt"
    wanted.write_text("a==1", encoding="utf-8")
    folder = tmp_path / "environment"
    python = environment.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "installed.sha256").write_text(environment.fingerprint([wanted]), encoding="ascii")
    monkeypatch.setenv(environment.FOLDER_VARIABLE, str(folder))
    monkeypatch.setattr(environment.subprocess, "run", lambda *_a, **_k: pytest.fail("nothing is to be run"))
    assert environment.prepared(wanted) == python
