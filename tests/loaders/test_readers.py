"""Every format is found by its bytes, gives the same briefing, and fails with a message that names file, place and cure."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.document import Briefing, BriefingError
from loaders.readers import SUFFIXES, _patterns, formats, read_briefing, read_briefing_bytes
from loaders.vocabulary import default
from tests.loaders.render import FORMATS, pdf

ROOT = Path(__file__).resolve().parent.parent.parent
BRIEFINGS = sorted((ROOT / "data" / "briefings").glob("*.md"))
PUBLISHED = ROOT.parent / "shared" / "seeds" / "000_3886ab0a957a331f.txt"
FIXTURE = Path(__file__).parent / "fixtures" / "published.txt"

# Each way to write a briefing meets four of the briefings, so that together all of them are read in every format.
PAIRS = [(name, path) for step, name in enumerate(FORMATS) for path in [*BRIEFINGS, *BRIEFINGS][step % len(BRIEFINGS) :: 5][:4]]


@pytest.mark.parametrize(("name", "path"), PAIRS, ids=[f"{name}-{path.stem}" for name, path in PAIRS])
def test_every_format_gives_the_briefing_again(name, path):
    told = read_briefing(path)
    if name.endswith(".pdf") and not pdf.can_show("".join(note.text for note in told.footnotes)):
        pytest.skip("no font with all letters of this briefing")
    read = read_briefing_bytes(name, FORMATS[name](told))
    assert (read.title, read.quarter, read.chair_code, read.organisation_id, read.language) == (
        told.title,
        told.quarter,
        told.chair_code,
        told.organisation_id,
        told.language,
    )
    for section, wanted in zip(read.sections, told.sections, strict=True):
        assert (section.number, section.heading, section.text) == (wanted.number, wanted.heading, wanted.text)
        assert section.marks == wanted.marks
    assert {note.number: note.text for note in read.footnotes} == {note.number: note.text for note in told.footnotes}
    assert {problem.code for problem in read.problems} <= {"line-left-out", "part-left-out"}


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_the_house_form_loses_nothing(path):
    text = path.read_text(encoding="utf-8")
    briefing = read_briefing(path)
    assert (briefing.briefing_id, briefing.file, briefing.problems) == (path.stem, path.name, ())
    assert [section.heading for section in briefing.sections] == re.findall(r"^## (.+)$", text, re.MULTILINE)
    marks = [mark.number for section in briefing.sections for mark in section.marks]
    assert marks == re.findall(r"\[\^(\d+)\](?!:)", text)
    assert [(note.number, note.text) for note in briefing.footnotes] == re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE)
    lines = text.split("\n")
    for section in briefing.sections:
        assert lines[section.line - 1] == f"## {section.heading}"
        assert section.text[:40] in lines[section.line_at(0) - 1]


def check_published(briefing: Briefing, text: str) -> None:
    blocks = text.split("\n\n")
    assert briefing.title == blocks[0]
    assert [section.heading for section in briefing.sections] == blocks[1:-1:2]
    for section, wanted in zip(briefing.sections, blocks[2:-1:2], strict=True):
        assert section.text == re.sub(r"\[\d+\]", "", wanted)
        assert [mark.number for mark in section.marks] == re.findall(r"\[(\d+)\]", wanted)
        for mark in section.marks:
            assert wanted.startswith(f"[{mark.number}]", mark.offset + len(re.findall(r"\[\d\]", wanted[: mark.offset])) * 3)
    notes = [re.sub(r"^\s*\d+\. \[\d+\] ", "", line) for line in blocks[-1].split("\n")]
    assert [note.text for note in briefing.footnotes] == notes
    assert briefing.problems == ()


def test_plain_text_as_published():
    briefing = read_briefing(FIXTURE)
    check_published(briefing, FIXTURE.read_text(encoding="utf-8"))
    assert (briefing.briefing_id, briefing.quarter, briefing.chair_code) == ("2022-q2", "2022-Q2", "UZ")


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published text is not part of the project")
def test_the_published_text_itself():
    briefing = read_briefing(PUBLISHED)
    check_published(briefing, PUBLISHED.read_text(encoding="utf-8"))
    assert (briefing.briefing_id, briefing.quarter, briefing.chair_code) == ("2021-q1", "2021-Q1", "TJ")
    assert (len(briefing.sections), len(briefing.footnotes)) == (4, 4)


def test_each_format_shows_three_names_and_is_told_from_the_others():
    assert [form.name for form in formats()] == ["html", "mail", "markdown", "pdf", "plain_text", "word"]
    assert {suffix for form in formats() for suffix in form.suffixes} == SUFFIXES
    briefing = read_briefing(FIXTURE)
    for name, render in FORMATS.items():
        data = render(briefing)
        for disguise in (name, "briefing", "briefing.dat"):
            takers = [form.name for form in formats() if form.recognises(disguise, data[:4096])]
            assert len(takers) == 1, (name, disguise, takers)


BAD = [
    ("leer.md", b"", "leer.md: the file is empty"),
    ("leer.txt", b" \n\n ", "leer.txt: the file is empty"),
    ("alt.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word document"),
    ("text.rtf", b"{\\rtf1 Hallo}", "rich text"),
    ("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
    ("zufall.bin", bytes(range(256)) * 8, "no reader knows"),
    ("kaputt.docx", b"PK\x03\x04" + bytes(100), "kaputt.docx: the package is damaged"),
    ("kaputt.pdf", b"%PDF-1.7\nkaputt", "kaputt.pdf: is damaged or cut off"),
    ("app.html", b"<!doctype html><html><body><div id='root'></div><script>x()</script></body></html>", "holds no text"),
    ("nur-titel.md", b"# Q1/2021 - Titel\n", "holds no text of a briefing below its title"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[case[0] for case in BAD])
def test_what_cannot_be_read_names_file_and_cure(name, data, message):
    with pytest.raises(BriefingError, match=re.escape(message)) as caught:
        read_briefing_bytes(name, data)
    assert str(caught.value).startswith(name)
    assert re.search(r"; (?:\w+ )*(?:save|copy|known|check|unpack|load|recognise)", str(caught.value))
    german = caught.value.message("de")
    assert german.startswith(f"{name}: ")
    assert re.search(r"; bitte .*(?:speichern|kopieren|prüfen|entpacken|nehmen)", german)
    assert "{" not in german


@pytest.mark.parametrize("name", ["loaders.readers", "loaders.upload"])
def test_the_endings_are_known_without_the_libraries_of_pdf_and_word(name):
    program = f"import sys, {name} as door; assert '.pdf' in door.SUFFIXES; print({{'pypdfium2', 'docx'}} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BriefingError, match=r"fehlt\.md: cannot be opened"):
        read_briefing(tmp_path / "fehlt.md")


def test_an_upload_is_read_like_a_file():
    data = FIXTURE.read_bytes()
    assert read_briefing_bytes(FIXTURE.name, data) == read_briefing(FIXTURE)


@pytest.mark.parametrize(
    ("name", "data"), [(name, render(read_briefing(FIXTURE))) for name, render in FORMATS.items()], ids=list(FORMATS)
)
def test_a_file_cut_short_fails_with_a_message_or_is_read(name, data):
    for end in (len(data) // 7, len(data) // 2, len(data) - 9):
        try:
            read_briefing_bytes(name, data[:end])
        except BriefingError as error:
            message = "failed" if error.__cause__ else str(error)
        else:
            message = name
        assert message.startswith(name)


_SIGNS = """# ## - * 1. [1] [^1] [^1]: ** --- === <p> <br> </div> <!-- --> <sup>1</sup> ¹ | Quellen Am 3. Mai 2021 in Peking. >
` ~~ [a](b) \u00ad \u200b \ue000 \ue003 & &amp; &#xE000; &#57346; &#xE005; https://example.org/a_b_c Q1/2021 Über"""
_WORDS = st.sampled_from([*_SIGNS.split(), "\n", "\n\n", "\u00a0", "\x0c", "\t", "    "])


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=60), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_odd_texts_never_break_a_reader(words, name):
    try:
        briefing = read_briefing_bytes(name, " ".join(words).encode())
    except BriefingError as error:
        if error.__cause__:
            raise error.__cause__ from None
        return
    for section in briefing.sections:
        assert section.text == section.text.strip()
        assert all(0 <= mark.offset <= len(section.text) for mark in section.marks)
        assert list(section.lines) == sorted(section.lines)
        assert not re.search("[\ue000-\uf8ff\u00ad\u00a0\u200b]", section.text + section.heading)


def test_each_pattern_is_proved_on_its_example():
    for row in default().rows("reader_patterns"):
        pattern = _patterns.compiled(row)
        found = (pattern.search if row["kind"] in ("quarter", "issue", "looking", "chair") else pattern.fullmatch)(row["example"])
        assert found, row
        assert row["kind"] != "quarter" or _patterns.QUARTER_SIGN.search(found[0]), row


def test_every_kind_of_problem_has_its_message():
    codes = {row["problem_code_id"]: row for row in default().rows("problem_codes")}
    told = set()
    for path in (ROOT / "loaders" / "readers").glob("*.py"):
        told |= set(re.findall(r"Problem\(\s*\"([a-z-]+)\"", path.read_text(encoding="utf-8")))
    assert told >= {"encoding-guessed", "footnote-undefined", "line-left-out"}
    assert told <= set(codes)


def test_the_renderer_covers_all_briefings_and_formats():
    assert {path for _, path in PAIRS} == set(BRIEFINGS)
    assert {name.rpartition(".")[2] for name in FORMATS} == {"md", "txt", "html", "htm", "docx", "pdf"}
