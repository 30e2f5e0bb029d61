"""A reader's own briefing: read, shown with its words, kept nowhere."""

import sys
import tomllib
from pathlib import Path

import pytest

from dashboard.screens.briefings_html import briefings_html
from dashboard.screens.own_briefing_html import own_briefing_html
from dashboard.screens.own_briefing_page import LARGEST, SUFFIXES
from loaders.readers import SUFFIXES as READ
from loaders.upload import BriefingError, read_upload
from loaders.vocabulary import Vocabulary, default
from tests.dashboard.slices import view_of

TEXT = """# Briefing Q3/2031

## Treffen der Minister

Am 3. Juli 2031 tagten die Energieminister in Duschanbe.[^1] Für den 12. August 2031 ist ein Forum in Chongqing geplant.

## Fußnoten

[^1]: SCO, Energy ministers meet, 4. Juli 2031, in: https://sectsco.example/a.html
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
def test_each_event_is_shown_with_its_words(lang):
    html = own_briefing_html(read_upload("own.md", TEXT.encode()).tables, view_of({"lang": lang}))
    assert html.count("<article") == 2
    assert 'class="mark mark-date"' in html
    assert ("Duschanbe" if lang == "de" else "Dushanbe") in html


def test_a_quarter_that_is_known_is_said_to_be():
    html = own_briefing_html(read_upload("own.md", TEXT.replace("2031", "2021").encode()).tables, view_of({}))
    assert "schon ein Briefing im Bestand" in html


@pytest.mark.parametrize(("name", "data"), [("own.docx", b"no archive"), ("own.pdf", b"%PDF-broken"), ("own.md", b"")])
def test_what_cannot_be_read_is_named(name, data):
    with pytest.raises(BriefingError, match=name):
        read_upload(name, data)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_list_of_briefings_leads_there(lang):
    assert view_of({"lang": lang}).url("own") in briefings_html(view_of({"lang": lang}))


def test_a_text_without_a_quarter_is_refused_with_its_cure():
    with pytest.raises(BriefingError, match=r"names no quarter.*title"):
        read_upload("own.md", b"# Notizen\n\n## Treffen\n\nDie Minister tagten in Peking.\n")


def test_corrections_of_the_project_leave_an_upload_alone(monkeypatch):
    columns = ("event_id", "field", "was", "becomes", "reason", "source")
    correction = dict(zip(columns, ("2031-q3-01", "status", "occurred", "cancelled", "", ""), strict=True))
    rows = Vocabulary.rows
    monkeypatch.setattr(Vocabulary, "rows", lambda self, name: [correction] if name == "corrections" else rows(self, name))
    assert list(read_upload("own.md", TEXT.encode(), default()).tables["events"]["status"]) == ["occurred", "planned"]


def test_the_page_takes_every_format_and_size_it_names():
    assert {f".{suffix}" for suffix in SUFFIXES} == READ
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
