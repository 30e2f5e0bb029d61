"""A folder of briefings: failures are named and stop nothing, unchanged files are not read again, `--check` tells staleness."""

import pytest

from loaders.__main__ import main
from loaders.document import BriefingError
from loaders.load import briefing_files, load

TEXT = """---
quarter: {quarter}
organisation: SCO
chair: KZ
language: de
---
# {quarter} - SCO

## Treffen in Almaty

Am {day}. Mai 2031 trafen sich die Kulturminister der SCO in Almaty.[^1]

[^1]: Culture ministers meet, 6. Mai 2031, in: https://example.org/a
"""


@pytest.fixture
def folder(tmp_path):
    briefings = tmp_path / "briefings"
    briefings.mkdir()
    for number in (1, 2):
        text = TEXT.format(quarter=f"2031-Q{number}", day=number + 4)
        (briefings / f"2031-q{number}.md").write_text(text, encoding="utf-8")
    return briefings


def run(folder, *options):
    return main(["--briefings", str(folder), "--tables", str(folder.parent / "tables"), *options])


def tables(folder):
    return {path.name: path.read_bytes() for path in (folder.parent / "tables").glob("*.csv")}


def test_a_second_run_reads_nothing_and_gives_the_same_bytes(folder):
    files, kept = briefing_files(folder), folder.parent / "kept"
    first, second = (load(files, cache_folder=kept) for _ in range(2))
    assert (first.read, second.read) == (2, 0)
    assert run(folder) == 0
    before = tables(folder)
    assert run(folder) == 0
    assert tables(folder) == before
    assert run(folder, "--full") == 0
    assert tables(folder) == before


def test_only_a_changed_file_is_read_again(folder):
    kept = folder.parent / "kept"
    load(briefing_files(folder), cache_folder=kept)
    path = folder / "2031-q2.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Almaty", "Astana"), encoding="utf-8")
    again = load(briefing_files(folder), cache_folder=kept)
    assert again.read == 1
    assert again.frames["event_places"]["place_id"].tolist() == ["almaty", "astana"]


def test_a_briefing_that_fails_is_named_and_the_others_are_read(folder, capsys):
    (folder / "empty.md").write_bytes(b"")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 nothing of Word in here")
    assert run(folder) == 1
    said = capsys.readouterr().out
    assert "FAILED  empty.md" in said
    assert "FAILED  broken.docx" in said
    assert "2 briefings" in said


def test_two_files_of_one_quarter_are_told_apart(folder):
    (folder / "copy.md").write_bytes((folder / "2031-q1.md").read_bytes())
    loaded = load(briefing_files(folder))
    assert len(loaded.frames["briefings"]) == 2
    (failure,) = loaded.failures
    assert "2031-q1" in failure.message


def test_check_writes_nothing_and_tells_what_is_stale(folder, capsys):
    assert run(folder, "--check") == 1
    assert not tables(folder)
    assert run(folder) == 0
    assert run(folder, "--check") == 0
    path = folder.parent / "tables" / "events.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2031-05-05", "2031-05-06"), encoding="utf-8")
    capsys.readouterr()
    assert run(folder, "--check") == 1
    assert "events.csv is not what the briefings give" in capsys.readouterr().out


def test_a_folder_without_briefings_names_the_cure(tmp_path, capsys):
    assert main(["--briefings", str(tmp_path)]) == 2
    assert "holds no briefing" in capsys.readouterr().err
    with pytest.raises(BriefingError, match="--briefings"):
        briefing_files(tmp_path / "nowhere")


def test_review_shows_events_with_quotes_and_a_template(folder, capsys):
    assert main(["--review", str(folder / "2031-q1.md")]) == 0
    sheet = capsys.readouterr().out
    assert "2031-q1-01" in sheet
    assert "“Almaty”" in sheet
    assert "event_id,field,was,becomes,reason,source" in sheet
    assert "2031-q1-01,place,almaty:venue,almaty:venue,," in sheet


def test_the_bundled_tables_are_what_the_bundled_briefings_give():
    assert main(["--check"]) == 0
