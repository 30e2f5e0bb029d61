"""What a reader does with filters: choose, remove, go back, change page and language, share."""

import csv
import io

import pytest

from dashboard import data
from dashboard.filters.selection import Selection

TABLES = data.current()


def expected(query: dict[str, str]) -> int:
    return len(Selection.from_query(query, TABLES)[0].apply(TABLES)["events"])


def pill(view, text):
    return view.page.locator(f'.st-key-filters .stButtonGroup button:has-text("{text}")').first


def test_a_filter_is_in_the_address_and_back_undoes_it(view):
    view.open("timeline")
    everything = view.count()
    pill(view, "2021").click()
    view.settled()
    in_2021 = view.count()
    assert in_2021 == expected({"quarter": "2021-Q1,2021-Q2,2021-Q3,2021-Q4"}) < everything
    assert "quarter=2021-Q1,2021-Q2,2021-Q3,2021-Q4" in view.query
    view.page.locator(".st-key-group_topics summary").click()
    view.settled()
    pill(view, "Energie").click()
    view.settled()
    assert view.count() == expected({"quarter": "2021-Q1,2021-Q2,2021-Q3,2021-Q4", "topic": "energy"}) < in_2021
    view.page.go_back()
    view.settled()
    assert (view.count(), view.chips()) == (in_2021, ["Q1/2021 – Q4/2021"])
    assert "topic" not in view.query
    view.page.go_back()
    view.settled()
    assert view.count() == everything
    view.page.go_forward()
    view.settled()
    assert view.count() == in_2021


def test_page_language_and_reload_keep_the_filter(view):
    view.open("timeline?topic=energy&status=planned&q=Strategie")
    count = view.count()
    view.page.locator(".st-key-pages a", has_text="Themen").click()
    view.settled()
    assert view.page.url.split("?")[0].endswith("/topics")
    assert view.count() == count
    view.page.locator(".st-key-language_en button").click()
    view.settled()
    assert "events" in view.headline() or "event" in view.headline()
    assert view.count() == count
    view.page.locator(".st-key-pages a", has_text="Overview").click()
    view.settled()
    assert view.count() == count
    view.page.reload()
    view.settled()
    assert view.count() == count
    assert "lang=en" in view.query
    assert view.page.locator(".st-key-filter_q_en input").input_value() == "Strategie"


def test_a_chip_removes_its_filter_and_reset_removes_all(view):
    view.open("events?topic=energy,trade&status=planned&country=CN")
    before = view.count()
    view.page.locator(".st-key-chips button", has_text="Energie").click()
    view.settled()
    assert view.count() == expected({"topic": "trade", "status": "planned", "country": "CN"}) <= before
    view.page.locator(".st-key-reset button").click()
    view.settled()
    assert view.count() == len(TABLES["events"])
    assert view.page.locator(".st-key-chips").count() == 0


def test_a_place_is_chosen_from_its_list_by_typing(view):
    view.open("events?lang=en")
    view.page.locator(".st-key-group_where summary").click()
    view.settled()
    field = view.page.locator(".st-key-filter_place_en input")
    field.click()
    field.press_sequentially("Chongq")
    view.page.locator('[role="option"][data-focused="true"]', has_text="Chongqing").wait_for()
    view.page.keyboard.press("Enter")
    view.settled()
    assert "place=chongqing" in view.query
    assert view.count() == expected({"place": "chongqing"})


@pytest.mark.parametrize(
    ("typed", "written"), [("1.1.2021", "from=2021-01-01"), ("2021-01-01", "from=2021-01-01"), ("31.2.2021", "")]
)
def test_a_day_is_typed_in_any_usual_form(view, typed, written):
    view.open("events")
    field = view.page.locator(".st-key-filter_date_from_de input")
    field.fill(typed)
    field.press("Enter")
    view.settled()
    if written:
        assert written in view.query
        assert view.page.locator(".st-key-filters", has_text="möglich in diesem Zeitraum").count()
    else:
        assert "from" not in view.query
        assert view.page.locator(".st-key-filters", has_text="ist kein Datum").count()


def test_a_search_is_confirmed_with_enter(view):
    view.open("events")
    field = view.page.locator(".st-key-filter_q_de input")
    field.fill("Norov Alibaba")
    field.press("Enter")
    view.settled()
    assert view.count() == expected({"q": "Norov Alibaba"}) > 0
    assert view.chips() == ["Suche: Norov Alibaba"]


def test_a_damaged_link_is_said_and_shows_the_rest(view):
    view.open("timeline?topic=energy,<b>x</b>&quarter=2021-Q9&colour=red&from=yesterday")
    assert view.count() == expected({"topic": "energy"})
    notices = view.page.locator('[data-testid="stAlert"]').all_inner_texts()
    assert len(notices) == 4
    assert any("<b>x</b>" in notice for notice in notices)


def test_a_copied_link_shows_the_same_elsewhere(view, browser, server):
    view.open("events?quarter=2021-Q1,2021-Q2&topic=digital-economy")
    view.page.locator(".copy-link").click()
    view.page.wait_for_selector(".copy-link:has-text('Link kopiert')")
    link = view.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{server}/events?")
    assert f"v={TABLES.version}" in link
    context = browser.new_context(locale="en-GB")
    other = context.new_page()
    other.goto(link.replace("lang=de", "lang=en"))
    other.wait_for_selector(".st-key-head p.filter")
    assert other.locator(".st-key-head p.filter strong").inner_text() == f"{view.count()} events"
    assert other.locator('[data-testid="stAlert"]').count() == 0
    context.close()


def test_a_cell_of_a_chart_filters(view):
    view.open("topics")
    box = view.page.locator(".st-key-chart_topic-heatmap .nsewdrag").first.bounding_box()
    view.page.mouse.click(box["x"] + box["width"] * 0.02, box["y"] + box["height"] * 0.05)
    view.settled()
    assert len(view.chips()) == 2
    assert "topic=" in view.query
    assert "quarter=" in view.query


def test_the_file_holds_the_rows_shown(view):
    view.open("topics?quarter=2021-Q1,2021-Q2&lang=de")
    view.page.locator(".st-key-chart_topic-heatmap .stExpander summary").click()
    view.settled()
    button = view.page.locator('[class*="st-key-download_"][class*="_csv"] button').first
    with view.page.expect_download() as download:
        button.click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    assert len(rows) > 5
    assert len({len(row) for row in rows}) == 1
    assert "2021-Q1" in download.value.suggested_filename


def test_a_phone_has_all_filters_behind_one_button(phone):
    phone.open("timeline?topic=energy")
    width = phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    assert phone.page.locator('[data-testid="stSidebar"]').bounding_box()["width"] == 0
    phone.page.locator('[data-testid="stExpandSidebarButton"]').click()
    phone.page.wait_for_function("() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().width > 300")
    pill(phone, "2021").click()
    phone.settled()
    assert "quarter=2021-Q1" in phone.query


def test_a_presentation_has_no_controls_and_can_be_left(view):
    view.open("topics?topic=energy&present=1")
    assert not view.page.locator('[data-testid="stSidebar"]').is_visible()
    assert view.page.locator(".st-key-bar, .st-key-chips, .copy-link, .stExpander").count() == 0
    assert "Quelle" in view.page.locator(".st-key-foot").inner_text()
    view.page.locator(".st-key-leave button").click()
    view.settled()
    assert view.page.locator('[data-testid="stSidebar"]').is_visible()
    assert "topic=energy" in view.query


def test_a_plain_link_turns_the_page_without_a_reload(view):
    view.open("events?status=planned")
    view.page.evaluate("window.sameDocument = true")
    view.page.locator('.stMain a[href^="./event?"]').first.click()
    view.settled()
    view.page.wait_for_selector(".stMain h2")
    assert "/event?" in view.page.url
    assert view.page.evaluate("window.sameDocument") is True
    view.page.go_back()
    view.settled()
    assert view.count() == expected({"status": "planned"})


def test_two_quick_clicks_both_count(view):
    view.open("events")
    view.page.locator(".st-key-group_what summary").click()
    view.page.wait_for_selector(".st-key-filter_status_de button >> nth=1")
    view.settled()
    view.page.evaluate(
        """() => new Promise((done) => {
            const press = (name, number) => document.querySelectorAll(`.st-key-filter_${name}_de button`)[number].click();
            press('status', 1);
            setTimeout(() => { press('year_2021', 0); done(); }, 300);
        })"""
    )
    view.page.wait_for_url("**quarter=**status=**")
    view.settled()
    assert view.count() == expected({"quarter": "2021-Q1,2021-Q2,2021-Q3,2021-Q4", "status": "planned"})


def test_a_box_drawn_on_the_timeline_chooses_its_events(view):
    view.open("timeline?quarter=2021-Q1,2021-Q2")
    before = view.count()
    box = view.page.locator(".st-key-chart_timeline .nsewdrag").first.bounding_box()
    view.page.mouse.move(box["x"] + 40, box["y"] + 40)
    view.page.locator('.st-key-chart_timeline .modebar-btn[data-title="Rechteck auswählen"]').click()
    view.page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 60)
    view.page.mouse.down()
    view.page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.6, steps=8)
    view.page.mouse.up()
    view.page.wait_for_url("**only=**")
    view.settled()
    assert 0 < view.count() < before
    assert view.chips() == ["Q1/2021 – Q2/2021", f"{view.count()} ausgewählte Ereignisse"]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_streamlits_own_words_are_in_the_language_of_the_page(view, lang):
    view.open(f"events?lang={lang}&country=CN")
    # The chosen country's widget comes with its group, which Streamlit unfolds after the page.
    clear = {"de": "Alle entfernen", "en": "Clear all"}[lang]
    view.page.wait_for_selector(f'[aria-label="{clear}"], [title="{clear}"]', timeout=15_000, state="attached")
    named = view.page.evaluate(
        """() => [...document.querySelectorAll('[aria-label], [title]')]
            .flatMap((element) => [element.getAttribute('aria-label'), element.getAttribute('title')]).filter(Boolean)"""
    )
    english = {"Clear all", "Open", "Collapse sidebar", "Sidebar", "Selected values"}
    if lang == "de":
        assert not english & set(named)
        assert {"Filter", "Filter ausblenden", "Alle entfernen"} <= set(named)
    else:
        assert {"Filters", "Hide the filters", "Clear all"} <= set(named)
