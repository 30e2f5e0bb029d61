"""Footnotes as sources: addresses, titles, publishers, dates, checks, and the events they speak for."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Briefing, Footnote, Mark, Section
from loaders.languages import language_of
from loaders.passage import split_passages
from loaders.readers import read_briefing
from loaders.sources.addresses import find_addresses, is_host, mended
from loaders.sources.document_numbers import conflict, numbers_in
from loaders.sources.finding import check_sources, choose_sources, read_sources
from loaders.sources.note_dates import dates_in
from loaders.terms import TermIndex
from loaders.vocabulary import default
from tests.loaders.marked import Dated

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "000_3886ab0a957a331f.txt"


def briefing(*notes, text="Am 3. Mai 2021 tagte der Rat.", marks=(), links=(), quarter="2021-Q1"):
    footnotes = tuple(Footnote(str(number), note, number, links) for number, note in enumerate(notes, 1))
    section = Section(1, "Überschrift", text, tuple(marks), 1)
    return Briefing("2021-q1", quarter, "Titel", (section,), footnotes)


def source(note, *links):
    return read_sources(briefing(note, links=links))[0]


def codes(*notes, **more):
    read = briefing(*notes, **more)
    return [problem.code for problem in check_sources(read, read_sources(read))]


@pytest.mark.parametrize(
    ("text", "printed", "url"),
    [
        ("Titel, in: https://e.org/a", "https://e.org/a", "https://e.org/a"),
        ("in: hhttp://e.org/a", "hhttp://e.org/a", "http://e.org/a"),
        ("in: htp:/e.org/a", "htp:/e.org/a", "http://e.org/a"),
        ("in: htttps://e.org/a", "htttps://e.org/a", "https://e.org/a"),
        ("in: http:/e.org/a", "http:/e.org/a", "http://e.org/a"),
        ("in: http//e.org/a", "http//e.org/a", "http://e.org/a"),
        ("in: https:///e.org/a", "https:///e.org/a", "https://e.org/a"),
        ("in: http;//e.org/a", "http;//e.org/a", "http://e.org/a"),
        ("in: http://https://e.org/a", "http://https://e.org/a", "https://e.org/a"),
        ("siehe www.e.org/a.", "www.e.org/a", "http://www.e.org/a"),
        ("in: e.org/a", "e.org/a", "http://e.org/a"),
        ("(https://e.org/a)", "https://e.org/a", "https://e.org/a"),
        ("https://e.org/a_(b)", "https://e.org/a_(b)", "https://e.org/a_(b)"),
        ("https: //e.org/a", "https: //e.org/a", "https://e.org/a"),
        ("http://e.org/ news/1.html", "http://e.org/ news/1.html", "http://e.org/news/1.html"),
        ("http://e.org/long-\nname/", "http://e.org/long-\nname/", "http://e.org/long-name/"),
        ("https://e.org./a", "https://e.org./a", "https://e.org/a"),
        ("https://e.org/a. In this way", "https://e.org/a", "https://e.org/a"),
        ("https://e.org:8080/a?b=1&c=2#d", "https://e.org:8080/a?b=1&c=2#d", "https://e.org:8080/a?b=1&c=2#d"),
        ("https://localhost/a", "https://localhost/a", ""),
    ],
)
def test_address_is_found_and_mended(text, printed, url):
    (address,) = find_addresses(text)
    assert (address.printed, address.mended) == (printed, url)
    assert text[address.start : address.end] == printed


@pytest.mark.parametrize("text", ["The http protocol", "mailto:a@e.org", "Kapitel 3.4/5", "im Mai. In: Die Zeit, 3. Mai 2021"])
def test_text_without_address(text):
    assert find_addresses(text) == []


@given(st.from_regex(r"https?://(?:[a-z0-9]{1,8}\.){1,3}[a-z]{2,5}(?:/[a-z0-9_-]{1,8}){0,4}", fullmatch=True))
def test_sound_addresses_stay_as_they_are(address):
    assert mended(address) == address


@pytest.mark.parametrize(
    ("name", "valid"), [("e.org", True), ("-a.org", False), ("a", False), ("127.0.0.1", True), ("a..b", False)]
)
def test_host(name, valid):
    assert is_host(name) == valid


@pytest.mark.parametrize(
    ("note", "title", "publisher", "issued"),
    [
        ("Grain deal signed (Daily News), 2. März 2021, in: https://e.org/a", "Grain deal signed", "Daily News", "2021-03-02"),
        ("Grain deal signed, 2. März 2021, in: https://www.e.org/a", "Grain deal signed", "e.org", "2021-03-02"),
        ("[TASS: Meldung über die Ernte], 30. März 2021, in: https://e.org", "Meldung über die Ernte", "TASS", "2021-03-30"),
        (
            "[Meldung des Hafenamts über die Ernte], März 2021, in: https://e.org",
            "Meldung des Hafenamts über die Ernte",
            "Hafenamt",
            "2021-03",
        ),
        ("[TASS-Meldung zur Ernte], in: https://e.org", "TASS-Meldung zur Ernte", "TASS", ""),
        (
            "Müller, Anna: Die Ernte, in: Die Zeit, 3. Mai 2021, https://e.org",
            "Müller, Anna: Die Ernte",
            "Die Zeit",
            "2021-05-03",
        ),
        ("Anna Müller, „Die Ernte“, Deutsche Welle, 3. Mai 2021, https://e.org", "Die Ernte", "Deutsche Welle", "2021-05-03"),
        ("The harvest, March 2, 2021. In: https://e.org", "The harvest", "e.org", "2021-03-02"),
        ("The harvest (TASS, 2 March 2021), at: https://e.org", "The harvest", "TASS", "2021-03-02"),
        (
            "Tagung „Am 3. Mai 2020 in Genf“, 5. Mai 2020, in: https://e.org",
            "Tagung „Am 3. Mai 2020 in Genf“",
            "e.org",
            "2020-05-05",
        ),
        (
            "Address to the meeting (1 May 2022, online), 3. Mai 2022, in: https://e.org",
            "Address to the meeting (1 May 2022, online)",
            "e.org",
            "2022-05-03",
        ),
        ("The harvest, 5. Mai 2021: „On 6 June 2022 it rained.“, in: https://e.org", "The harvest", "e.org", "2021-05-05"),
        ("The harvest, ohne Datum, in: https://e.org", "The harvest", "e.org", ""),
        ("The harvest. https://e.org (abgerufen am 5. Mai 2021)", "The harvest", "e.org", ""),
        ("Plan 2025-2035 adopted, in: https://e.org", "Plan 2025-2035 adopted", "e.org", ""),
        ("Урожай собран, 3 марта 2022, in: https://e.org", "Урожай собран", "e.org", "2022-03-03"),
    ],
)
def test_note_is_read(note, title, publisher, issued):
    read = source(note)
    assert (read.title, read.publisher, read.issued) == (title, publisher, issued)
    assert read.date == (issued if len(issued) == 10 else "")
    assert read.text == note


def test_ids_numbers_and_doubled_notes():
    notes = (Footnote("2", "Zwei, in: https://e.org/2"), Footnote("1", "Eins"), Footnote("2", "Noch einmal"))
    read = read_sources(replace(briefing("x"), footnotes=notes))
    assert [(one.source_id, one.title) for one in read] == [("2021-q1-n2", "Zwei"), ("2021-q1-n1", "Eins")]


@pytest.mark.parametrize(
    ("note", "links", "printed", "url"),
    [
        ("Titel", ("https://e.org/a",), "https://e.org/a", "https://e.org/a"),
        ("Titel", ("hhttp://e.org/a",), "hhttp://e.org/a", "http://e.org/a"),
        ("Titel", ("mailto:a@e.org", "#top"), "", ""),
        ("Titel, https://e.org/news/20…", ("https://e.org/news/2021/a",), "https://e.org/news/20", "https://e.org/news/2021/a"),
        ("Titel, https://e.org/a und https://e.org/b", (), "https://e.org/a", "https://e.org/a"),
    ],
)
def test_links_complete_the_address(note, links, printed, url):
    read = source(note, *links)
    assert (read.url_printed, read.url) == (printed, url)


def test_further_addresses_are_kept():
    assert source("Titel, https://e.org/a und https://e.org/b").further == ("https://e.org/b",)


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Treffen der Minister in Taschkent", "de"),
        ("Ministers meet for talks in Tashkent", "en"),
        ("Министры встретились в Ташкенте", "ru"),
        ("上海合作组织", "zh"),
        ("Ўзбекистон вакили", ""),
        ("Xyz 2021", ""),
    ],
)
def test_language(title, language):
    assert language_of(title, default()) == language


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("am 2. März 2021", ["2021-03-02"]),
        ("12th September 2024", ["2024-09-12"]),
        ("September 12, 2024", ["2024-09-12"]),
        ("2021-03-02", ["2021-03-02"]),
        ("02.03.2021", ["2021-03-02"]),
        ("im März 2021 und 2022", ["2021-03", "2022"]),
        ("31. Februar 2021", ["2021-02"]),
        ("Resolution 2021/12, Nr. 12021", []),
    ],
)
def test_formal_dates(text, issued):
    found = dates_in(text)
    assert [date for _, _, date in found] == issued or (text.startswith("31.") and found[0][2].startswith("2021"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("UN-Resolution 75/268", {"75/268"}),
        ("https://undocs.org/en/A/RES/75/269", {"75/269"}),
        ("https://undocs.org/A_RES_75_269", {"75/269"}),
        ("Resolution 2593 (2021)", {"2593"}),
        ("https://undocs.org/S/RES/2593(2021)", {"2593"}),
        ("https://undocs.org/S/RES/2593%282021%29", {"2593"}),
        ("A/HRC/RES/46/7", {"46/7"}),
        ("Dokument A/74/341", {"A/74/341"}),
        ("am 3/4 Tag, 2023/24", set()),
    ],
)
def test_document_numbers(text, numbers):
    assert numbers_in(text) == numbers


def test_only_numbers_of_one_kind_conflict():
    assert conflict(frozenset({"75/268"}), frozenset({"75/269"})) == ("75/268", "75/269")
    assert conflict(frozenset({"75/268", "75/269"}), frozenset({"75/269"})) is None
    assert conflict(frozenset({"75/268"}), frozenset({"2593"})) is None


CITED = {"text": "Die Resolution 75/268 wurde angenommen.", "marks": (Mark(39, "1"),)}


@pytest.mark.parametrize(
    ("note", "more", "expected"),
    [
        ("Titel, 2. März 2021, in: https://e.org/a", {}, []),
        ("Titel, in: hhttp://e.org/a", {}, ["address-mended"]),
        ("Titel, 2. März 2021", {}, ["address-missing"]),
        ("Titel, in: https://nowhere/a", {}, ["address-no-host"]),
        ("Titel, in: https://e.org/a; https://e.org/b", {}, ["address-further"]),
        ("Resolution 75/268, in: https://undocs.org/A/RES/75/269", {}, ["document-number-address"]),
        ("Resolution 75/268, in: https://undocs.org/A/RES/75/268", {}, []),
        ("Titel, in: https://undocs.org/A/RES/75/269", CITED, ["document-number-address"]),
        ("Resolution 75/269, in: https://e.org/a", CITED, ["document-number-text"]),
        (
            "Titel, 13. Januar 2021: „He praised the plans made at the summit in May 2021.“ In: https://e.org",
            {},
            ["source-date-conflict"],
        ),
        ("Titel, 13. Januar 2021: „The plan was adopted in May 2021.“ In: https://e.org", {}, ["source-date-conflict"]),
        ("Titel, 13. Januar 2021: „Der Plan wurde im Mai 2021 verabschiedet.“ In: https://e.org", {}, ["source-date-conflict"]),
        ("Titel, 13. Januar 2021: „The plan is to be adopted at the summit in May 2021.“ In: https://e.org", {}, []),
        ("Titel, 13. Januar 2021: „Der Plan soll im Mai 2021 auf dem Gipfel verabschiedet werden.“ In: https://e.org", {}, []),
        ("Titel, 13. Januar 2021: „The plan was adopted in May 2020.“ In: https://e.org", {}, []),
        ("Titel, 13. Januar 2022, in: https://e.org", {}, ["source-date-late"]),
        ("Titel, 2. März 2021, in: https://e.org/20210713/1.html", {}, ["source-date-address"]),
        ("Titel, 2. März 2021, in: https://e.org/2021/04/a", {}, []),
    ],
)
def test_checks(note, more, expected):
    assert codes(note, **more) == expected


def test_same_address_twice():
    assert codes("A, in: https://e.org/a", "B, in: https://e.org/a") == ["address-repeated"]


def test_messages_of_all_problems_can_be_filled():
    notes = (
        "A, in: hhttp://e.org/a",
        "B",
        "C, in: https://nowhere/a",
        "D, in: https://e.org/a; https://e.org/d",
        "Resolution 75/268, 13. Januar 2022, in: https://undocs.org/A/RES/75/269",
        "E, 2. März 2021: „It was adopted in May 2021.“ In: https://e.org/20210713/1",
        "Resolution 75/267, in: https://e.org/x",
    )
    marks = (Mark(39, "7"),)
    read = briefing(*notes, text=CITED["text"], marks=marks)
    found = check_sources(read, read_sources(read))
    rows = {row["problem_code_id"]: row for row in default().rows("problem_codes")}
    assert len({problem.code for problem in found}) >= 9
    for problem in found:
        fields = {"value": problem.value, "line": problem.line, "file": "x", **dict(problem.details)}
        assert problem.value in rows[problem.code]["message_de"].format(**fields)
        assert "{" not in rows[problem.code]["message_en"].format(**fields)
        assert problem.line


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published briefing is not here")
def test_published_briefing_has_its_three_faults():
    read = read_briefing(PUBLISHED)
    found = [(problem.code, problem.value) for problem in check_sources(read, read_sources(read))]
    assert found == [
        ("address-mended", "hhttp://eng.sectsco.org/news/20210302/727237.html"),
        ("document-number-address", "75/268"),
        ("source-date-conflict", "November 2021"),
    ]


@pytest.mark.parametrize("row", default().rows("tense_terms"), ids=lambda row: row["pattern"][:40])
def test_each_tense_term_fits_its_example(row):
    assert TermIndex([row], "pattern").find(row["example"])


def chosen(text, number=0, is_main=False):
    """The numbers of the notes for the date with that number; `{…}` is a date, `[1]` a marker."""
    plain, dates, marks = "", [], []
    rest = text
    while rest:
        if rest.startswith("["):
            end = rest.index("]")
            marks.append(Mark(len(plain), rest[1:end]))
            rest = rest[end + 1 :]
        elif rest.startswith("{"):
            end = rest.index("}")
            dates.append(Dated(len(plain), len(plain) + end - 1))
            plain, rest = plain + rest[1:end], rest[end + 1 :]
        else:
            plain, rest = plain + rest[0], rest[1:]
    section = Section(1, "", plain, tuple(marks))
    passages = [replace(one, is_main=is_main and index == number) for index, one in enumerate(split_passages(section, dates))]
    notes = [Footnote(mark.number, "Titel") for mark in marks]
    sources = read_sources(replace(briefing("x"), footnotes=tuple(notes)))
    return [source_id.rpartition("-n")[2] for source_id, _, _ in choose_sources(passages[number], sources, passages)]


@pytest.mark.parametrize(
    ("text", "number", "is_main", "expected"),
    [
        ("Am {3. Mai} traf er Anna.[1][2] Danach nichts.", 0, False, ["1", "2"]),
        ("Am {3. Mai} traf er Anna,[1] am {4. Mai} Bernd.[2]", 0, False, ["1"]),
        ("Am {3. Mai} traf er Anna,[1] am {4. Mai} Bernd.[2]", 1, False, ["2"]),
        ("Am {3. Mai} traf er Anna, am {4. Mai} Bernd.[1]", 0, False, ["1"]),
        ("A wurde vereinbart,[1] wie es der Rat am {3. Mai} beschlossen hatte.[2]", 0, False, ["2"]),
        ("Am {3. Mai} traf er Anna. Sie sprachen lange.[1]", 0, False, ["1"]),
        ("Am {3. Mai} traf er Anna.[1] Sie sprachen lange.[2]", 0, False, ["1"]),
        ("Am {3. Mai} traf er Anna.[1] Sie sprachen lange.[2]", 0, True, ["1", "2"]),
        ("Am {3. Mai} traf er Anna.[1] Am {4. Mai} ruhte er.[2] Indien warb für Reis.[3]", 0, True, ["1", "3"]),
        ("Am {3. Mai} traf er Anna.[1] Am {4. Mai} ruhte er.[2] Dort blieb er lange.[3]", 0, True, ["1"]),
    ],
)
def test_sources_of_an_event(text, number, is_main, expected):
    assert chosen(text, number, is_main) == expected


def noted():
    with Path(__file__).with_name("notes.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("note", "title", "publisher", "issued", "url", "language"), noted())
def test_reads_a_note_of_each_form(note, title, publisher, issued, url, language):
    read = source(note)
    assert (read.title, read.publisher, read.issued, read.url, read.language) == (title, publisher, issued, url, language)


REPEATED = [
    ("Ebd., S. 4.", "2"),
    ("Ibid.", "2"),
    ("Vgl. ebenda, Rn. 12 f.", "2"),
    ("Müller 2021 (wie Anm. 1), S. 3", "1"),
    ("Smith, op. cit. (see note 1), 4.", "1"),
    ("Siehe Fn. 1", "1"),
    ("Ibidem tells of it, 5 May 2021, https://e.org/c", ""),
    ("Die Note 1 wurde am 5. Mai 2021 übergeben", ""),
]


@pytest.mark.parametrize(("note", "number"), REPEATED)
def test_a_note_that_points_to_another_is_the_same_source(note, number):
    read = read_sources(briefing("Rat tagt, 3. Mai 2021, https://e.org/a", "Council meets, 4 May 2021, https://e.org/b", note))
    assert read[2].same_as == number
    assert not number or (read[2].url, read[2].title) == (read[int(number) - 1].url, read[int(number) - 1].title)
    assert (read[2].number, read[2].text) == ("3", note)


def test_a_note_that_points_to_another_has_no_faults_of_its_own():
    assert codes("Rat tagt, 3. Mai 2021, https://e.org/a", "Ebd.") == []
    assert codes("Ebd.", "Rat tagt, 3. Mai 2021, https://e.org/a") == ["address-missing"]


def test_copies_in_archives_and_impossible_dates():
    assert codes("Rat tagt, 3. Mai 2021, https://e.org/a, archiviert unter https://archive.ph/abc") == []
    assert codes("Rat tagt, 31. Juni 2021, https://e.org/a") == ["source-date-impossible"]


@pytest.mark.parametrize("row", default().rows("note_words"), ids=lambda row: f"{row['kind']}-{row['language']}-{row['value']}")
def test_words_of_notes_stand_in_their_examples(row):
    assert re.search(rf"\b(?:{row['pattern']})(?!\w)", row["example"])


def test_months_of_notes_are_known_in_three_languages():
    assert [dates_in(note)[0][2] for note in ("3. März 2021", "3 March 2021", "3 марта 2021", "Sept. 2021")] == [
        *["2021-03-03"] * 3,
        "2021-09",
    ]
