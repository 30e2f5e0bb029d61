"""A reader's own briefing: read, shown with its words, kept nowhere."""

import csv
import io
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from dashboard.contents.html_parts import tag
from dashboard.screens.briefings_html import briefings_html
from dashboard.screens.own_briefing_html import beside_html, contents_html, problems_html, summary_html
from dashboard.screens.own_briefing_page import LARGEST
from dashboard.screens.own_events_html import details, sections_html
from dashboard.screens.own_notes_html import notes_html
from dashboard.slices.own_package import own_package
from dashboard.slices.slice_tables import of_briefings
from loaders.upload import BriefingError, read_upload
from loaders.vocabulary import Vocabulary, default
from tests.dashboard.slices import MADE_AT, view_of

TEXT = """# Briefing Q3/2031

## Treffen der Minister

Am 3. Juli 2031 tagten die Energieminister in Duschanbe.[^1] Für den 12. August 2031 ist ein Forum in Chongqing geplant.

## Fußnoten

[^1]: SCO, Energy ministers meet, 4. Juli 2031, in: https://sectsco.example/a.html
"""
NOTES = """[^2]: SCO, Forum announced, 5. Juli 2031, in: htttps://sectsco.example/b.html
[^3]: SCO, Programme of the forum, 6. Juli 2031
"""
OTHER = """
## Allgemeines

Die Zusammenarbeit wird enger.

## Handel

Am 9. September 2031 trafen sich die Handelsminister in Astana.
"""


def state_of(folder):
    return {
        path: path.stat().st_mtime_ns for path in Path(folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def test_events_are_found_and_nothing_is_written():
    before = state_of("data")
    own = read_upload("own.md", TEXT.encode())
    assert list(own.tables["events"]["status"]) == ["occurred", "planned"]
    assert own.template.startswith("event_id,field,was,becomes,reason,source\n2031-q3-01,status,occurred,occurred,,\n")
    assert state_of("data") == before


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_section_is_told_once_with_the_words_of_its_events(lang):
    own = read_upload("own.md", TEXT.encode()).tables
    html = sections_html(own, details(own, lang), list(own["events"]["event_id"]), lang)
    assert (html.count("<section"), html.count("<article"), html.count('class="prose"')) == (1, 2, 1)
    text = html[html.index('class="prose"') : html.index('class="own-events"')]
    assert "Energieminister" in re.sub("<[^>]*>", "", text)
    assert ("„tagten“" if lang == "de" else "“tagten”") in html
    assert html.count('class="mark mark-date"') == 2 + 1, "both dates and the legend"
    assert ("Duschanbe" if lang == "de" else "Dushanbe") in html
    assert all(f'id="at-{id_}"' in html and f'href="#{id_}"' in html for id_ in own["events"]["event_id"])


def test_nothing_found_leads_to_the_events_of_the_project():
    html = found_html(TEXT, "de")
    assert set(re.findall(r'href="([^"]*)"', html)) <= {*re.findall(r'href="(#[^"]*)"', html), "https://sectsco.example/a.html"}
    assert {link[1:] for link in re.findall(r'href="(#[^"]*)"', html)} <= set(re.findall(r' id="([^"]*)"', html))


def test_events_left_out_take_their_section_with_them():
    own = read_upload("own.md", (TEXT + OTHER).encode()).tables
    events = own["events"]
    last = events[events["section_no"] == events["section_no"].max()]["event_id"]
    html = sections_html(own, details(own, "de"), list(last), "de")
    assert (html.count("<section"), html.count("<article")) == (1, len(last))
    whole = sections_html(own, details(own, "de"), list(events["event_id"]), "de")
    assert whole.count("<section") == 3
    assert "Kein Ereignis in diesem Abschnitt" in whole


def test_every_footnote_is_listed_with_its_problems():
    html = found_html(TEXT + NOTES, "de")
    notes = html[html.index('<ol class="notes') :]
    assert notes.count('<li id="note-') == 3
    assert "Energy ministers meet" in notes
    assert "4. Juli 2031" in notes
    assert re.search(r'<a href="https://sectsco\.example/a\.html" [^>]*>https://sectsco\.example/a\.html</a>', notes)
    second, third = notes.split('<li id="note-')[2:]
    assert "Auf Fußnote 2 verweist kein Zeichen" in second
    assert "https://sectsco.example/b.html" in second
    assert "ohne Adresse" in third
    assert "nennt keine Adresse" in third
    assert html[: html.index('<ol class="notes')].count("Fußnote 2") == 0, "told where the footnote stands, and there alone"


def test_a_quarter_that_is_known_is_said_to_be():
    own = read_upload("own.md", TEXT.replace("2031", "2021").encode()).tables
    html = summary_html(own, view_of({}))
    assert "schon ein Briefing im Bestand" in html
    assert view_of({}).url("briefing", briefing="2021-q3") in html.replace("&amp;", "&")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_tables_are_one_valid_package(lang, tmp_path):
    own = read_upload("own.md", (TEXT + OTHER + NOTES).encode())
    path = tmp_path / "own.zip"
    path.write_bytes(own_package(own.tables, own.template, lang, MADE_AT))
    report = Package(str(path)).validate()
    assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldNumber", "type", "note"])[:5]
    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert texts["corrections.csv"] == own.template
    for table in of_briefings():
        rows = list(csv.reader(io.StringIO(texts[f"data/{table}.csv"])))
        assert len(rows) - 1 == len(own.tables[table]), table
    assert len(list(csv.reader(io.StringIO(texts["data/topics.csv"])))) < len(own.tables["topics"])
    assert "{" not in texts["README.md"]
    assert ("Korrekturen" if lang == "de" else "Corrections") in texts["README.md"]
    assert "http" not in texts["datapackage.json"].replace("https://datapackage.org", "").split('"resources"')[0]


def found_html(text, lang):
    own = read_upload("own.md", text.encode())
    events, sections = own.tables["events"], set(own.tables["sections"]["section_id"])
    return "".join(
        [
            contents_html(lang),
            problems_html(own.tables["problems"], own.note_problems, lang),
            tag("h2", "", id="own-events"),
            sections_html(own.tables, details(own.tables, lang), list(events["event_id"]), lang),
            tag("h2", "", id="own-notes"),
            notes_html(own.tables, own.note_problems, sections, lang),
            beside_html(own.tables, view_of({"lang": lang})),
        ]
    )


@pytest.mark.parametrize(("name", "data"), [("own.docx", b"no archive"), ("own.pdf", b"%PDF-broken"), ("own.md", b"")])
def test_what_cannot_be_read_is_named(name, data):
    with pytest.raises(BriefingError, match=name) as caught:
        read_upload(name, data)
    assert caught.value.message("de").startswith(f"{name}: ")
    assert "; bitte" in caught.value.message("de")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_list_of_briefings_leads_there(lang):
    view = view_of({"lang": lang})
    assert f'<a class="button" href="{view.url("own")}">' in briefings_html(view).replace("&amp;", "&")


def test_a_text_without_a_quarter_is_refused_with_its_cure():
    with pytest.raises(BriefingError, match=r"names no quarter.*title") as caught:
        read_upload("own.md", b"# Notizen\n\n## Treffen\n\nDie Minister tagten in Peking.\n")
    assert re.match(r"own\.md: Das Briefing nennt kein Quartal.*Titel", caught.value.message("de"))


def test_what_no_rule_was_written_for_is_told_and_logged(monkeypatch, caplog):
    def fail(*_arguments):
        raise ZeroDivisionError("a rule")

    monkeypatch.setattr("loaders.upload.understand", fail)
    with pytest.raises(BriefingError, match="an error occurred") as caught:
        read_upload("own.md", TEXT.encode())
    assert "ZeroDivisionError" in caught.value.message("de")
    assert "a rule" in caplog.text


def test_corrections_of_the_project_leave_an_upload_alone(monkeypatch):
    columns = ("event_id", "field", "was", "becomes", "reason", "source")
    correction = dict(zip(columns, ("2031-q3-01", "status", "occurred", "cancelled", "", ""), strict=True))
    rows = Vocabulary.rows
    monkeypatch.setattr(Vocabulary, "rows", lambda self, name: [correction] if name == "corrections" else rows(self, name))
    assert list(read_upload("own.md", TEXT.encode(), default()).tables["events"]["status"]) == ["occurred", "planned"]


def test_the_page_takes_every_size_it_names():
    assert tomllib.loads(Path(".streamlit/config.toml").read_text())["server"]["maxUploadSize"] * 2**20 >= LARGEST


def test_reading_opens_no_file_to_write():
    opened = []
    watching = True

    def note(event, arguments):
        if watching and event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
            opened.append(arguments[0])

    sys.addaudithook(note)
    try:
        read_upload("own.md", TEXT.encode())
    finally:
        watching = False
    assert opened == []
