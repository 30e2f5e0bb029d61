"""A reader's own briefing in a browser: taken in every way, kept on the way, taken along, forgotten."""

import io
import zipfile

from axe_playwright_python.sync_playwright import Axe

from loaders.readers import read_briefing_bytes
from tests.browser.conftest import View
from tests.dashboard.test_own_briefing import NOTES, OTHER, TEXT
from tests.loaders.render import FORMATS

WORD = next(name for name in FORMATS if name.endswith(".docx"))


def upload(view: View, name: str, data: bytes) -> None:
    view.page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data})


def read(view: View, lang: str = "de", text: str = TEXT) -> View:
    view.open(f"own?lang={lang}")
    upload(view, "own.md", text.encode())
    view.page.wait_for_selector("article")
    return view.settled()


def test_an_own_briefing_is_shown_for_this_session_and_forgotten(view):
    read(view, "en")
    assert view.page.locator("article").count() == 2
    assert "2031-q3" not in view.query
    view.page.get_by_role("button", name="Discard").click()
    view.page.wait_for_selector("article", state="detached")
    view.settled()
    assert view.page.get_by_text("own.md").count() == 0
    assert not view.faults


def test_a_word_document_is_read(view):
    view.open("own?lang=de")
    upload(view, "brief.docx", FORMATS[WORD](read_briefing_bytes("own.md", TEXT.encode())))
    view.page.wait_for_selector("article")
    assert view.page.locator("article").count() == 2
    assert "brief.docx" in view.page.locator(".own-head").inner_text()
    assert not view.faults


def test_a_pasted_text_is_read(view):
    view.open("own?lang=de")
    view.page.locator("summary", has_text="… oder als Text einfügen").click()
    view.page.locator("textarea").fill(TEXT)
    view.page.get_by_role("button", name="Lesen", exact=True).click()
    view.page.wait_for_selector("article")
    assert view.page.locator("article").count() == 2
    view.page.get_by_role("button", name="Verwerfen").click()
    view.page.wait_for_selector("article", state="detached")
    view.settled()
    assert view.page.locator("textarea").input_value() == ""
    assert not view.faults


def test_back_and_the_other_language_keep_the_briefing(view):
    read(view, "de", TEXT + OTHER)
    assert view.page.locator("#own-notes").inner_text() == "Fußnoten"
    view.page.locator(".st-key-pages").get_by_role("link", name="Karte").click()
    view.page.wait_for_url("**/map?*")
    view.settled()
    view.page.go_back()
    view.page.wait_for_selector("article")
    view.settled()
    assert view.page.locator("article").count() == 3
    view.page.locator(".st-key-language_en button").click()
    view.page.locator("#own-notes", has_text="Footnotes").wait_for()
    view.settled()
    assert view.page.locator("article").count() == 3
    assert "Dushanbe" in view.page.locator(".own-events").first.inner_text()
    assert not view.faults


def test_a_broken_file_is_named_in_the_language_of_the_page(view):
    view.open("own?lang=de")
    upload(view, "alt.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    alert = view.page.locator('[data-testid="stAlert"]')
    alert.wait_for()
    assert "alt.doc: Die Datei ist ein altes Word-Dokument" in alert.inner_text()
    view.settled()
    upload(view, "own.docx", b"PK\x03\x04 no archive")
    view.page.get_by_text("own.docx: Die Datei ist als Word-Dokument beschädigt; bitte").wait_for()
    view.settled()
    view.page.locator(".st-key-language_en button").click()
    view.page.get_by_text("own.docx: the package is damaged").wait_for()
    assert view.page.locator("article").count() == 0
    assert not view.faults


def test_the_filters_of_the_page_leave_out_events_and_the_other_pages_alone(view):
    read(view, "de", TEXT + OTHER)
    view.page.locator(".st-key-own_filters").get_by_role("combobox", name="Ort").click()
    view.page.get_by_role("option", name="Astana (1)").click()
    view.page.get_by_text("1 von 3 Ereignissen").wait_for()
    view.settled()
    assert view.page.locator("article").count() == 1
    assert "Handel" in view.page.locator(".own-section").inner_text()
    assert "place" not in view.query
    view.page.locator(".st-key-language_en button").click()
    view.page.get_by_text("1 of 3 events").wait_for()
    assert not view.faults


def test_the_tables_are_taken_along(view):
    read(view, "de", TEXT + NOTES)
    with view.page.expect_download() as download:
        view.page.get_by_role("button", name="Tabellen und Korrekturvorlage (ZIP)").click()
    assert download.value.suggested_filename == "sco-own-2031-q3.zip"
    with open(download.value.path(), "rb") as file, zipfile.ZipFile(io.BytesIO(file.read())) as archive:
        names = archive.namelist()
        assert {"README.md", "datapackage.json", "corrections.csv", "data/events.csv", "data/problems.csv"} <= set(names)
        assert archive.read("data/sources.csv").count(b"sectsco.example") >= 2
    assert not view.faults


def test_a_link_inside_the_page_keeps_the_briefing(view):
    read(view, "de", TEXT + OTHER + NOTES)
    view.page.locator('.own-events a[href="#note-1"]').first.click()
    view.page.wait_for_url("**#note-1")
    view.settled()
    assert view.page.locator("article").count() == 3
    assert view.page.locator("#note-1").is_visible()
    view.page.go_back()
    view.settled()
    assert view.page.locator("article").count() == 3


def test_axe_finds_nothing_serious(view):
    found = Axe().run(read(view, "de", TEXT + OTHER + NOTES).page)
    serious = [one for one in found.response["violations"] if one["impact"] in ("serious", "critical")]
    assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in serious]


def test_a_phone_finds_the_page_and_reads_a_briefing(phone):
    for page in ("briefings", "data"):
        phone.open(f"{page}?lang=de")
        offer = phone.page.locator(".offer a.button")
        box = offer.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    offer.click()
    phone.page.wait_for_url("**/own?*")
    phone.settled()
    upload(phone, "own.md", (TEXT + OTHER + NOTES).encode())
    phone.page.wait_for_selector("article")
    phone.settled()
    assert phone.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert not phone.faults
