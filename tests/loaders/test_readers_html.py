"""Saved web pages: what is text, what is the page around it, and how pages mark and list their notes."""

import pytest

from loaders.document import Briefing
from loaders.readers import read_briefing_bytes
from loaders.readers._footnotes import is_shortened
from loaders.vocabulary import default

TITLE = "Q3/2021: Tadschikische SCO-Präsidentschaft"
RAT = "<h2>Rat in Peking, 3. August 2021</h2><p>Am 3. August 2021 tagte in Peking der Rat.</p>"
WANTED = [("Rat in Peking, 3. August 2021", "Am 3. August 2021 tagte in Peking der Rat.")]


def read(body: str, head: str = "", name: str = "seite.html", encoding: str = "utf-8") -> Briefing:
    page = f'<!DOCTYPE html><html lang="de"><head><meta charset="{encoding}">{head}</head><body>{body}</body></html>'
    return read_briefing_bytes(name, page.encode(encoding))


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in briefing.sections]


def marks(briefing: Briefing) -> list[tuple[int, str]]:
    return [(mark.offset, mark.number) for section in briefing.sections for mark in section.marks]


def notes(briefing: Briefing) -> dict[str, str]:
    return {note.number: note.text for note in briefing.footnotes}


OTHER = "<p>Am 1. Mai 1999 geschah etwas anderes, das mit diesem Bericht nichts zu tun hat und lang genug ist.</p>"
AROUND = [
    f"<nav>{OTHER}</nav>",
    f"<aside>{OTHER}</aside>",
    f"<footer>{OTHER}</footer>",
    f"<header>{OTHER}</header>",
    f'<div id="cookie-law-info-bar">{OTHER}</div>',
    f'<div class="CookieConsent">{OTHER}</div>',
    f'<div role="dialog">{OTHER}</div>',
    f'<div class="related-posts"><h3>Mehr</h3>{OTHER}</div>',
    f'<section class="comments-area"><h2>Kommentare</h2>{OTHER}</section>',
    f'<ol class="commentlist"><li>{OTHER}</li></ol>',
    f'<div class="sidebar">{OTHER}</div>',
    f'<div class="wp-block-newsletter newsletter">{OTHER}</div>',
    f"<div hidden>{OTHER}</div>",
    f'<div aria-hidden="true">{OTHER}</div>',
    f'<div style="color: red; display : none">{OTHER}</div>',
    f'<div style="visibility:hidden">{OTHER}</div>',
    f'<div class="unsichtbar">{OTHER}</div>',
    f'<div id="weg">{OTHER}</div>',
    f'<div class="print-only">{OTHER}</div>',
    f"<noscript>{OTHER}</noscript>",
    f"<template>{OTHER}</template>",
    f"<script>document.write('{OTHER}')</script>",
    f"<!-- {OTHER} -->",
    f"<h2>Ähnliche Beiträge</h2>{OTHER}",
    f"<h3>Leave a reply</h3>{OTHER}",
    '<p class="byline">Von Anna Beispiel</p>',
    '<p>Von Anna Beispiel | <time datetime="1999-05-01">1. Mai 1999</time> | 5 Min. Lesezeit</p>',
    "<p>Veröffentlicht am 1. Mai 1999</p>",
    "<p><em>Zuletzt geändert: 01.05.1999, 12:30 Uhr</em></p>",
    '<div class="entry-meta"><span>1. Mai 1999</span></div>',
    '<figure><img src="a.jpg" alt="1. Mai 1999"><figcaption>Gruppenbild, 1. Mai 1999</figcaption></figure>',
    '<div class="share"><a href="https://example.org/s">Teilen</a></div>',
    '<ul><li><a href="#a">Rat, 1. Mai 1999</a></li><li><a href="#b">Messe, 2. Mai 1999</a></li></ul>',
    '<form><label>Datum</label><input value="1. Mai 1999"><p>Am 1. Mai 1999 anmelden.</p></form>',
]
STYLE = "<style>.unsichtbar, #weg { display: none } @media print { h2 { display: none } .post { display: none } }</style>"


@pytest.mark.parametrize("around", AROUND, ids=[part[:40] for part in AROUND])
@pytest.mark.parametrize("place", ["before", "behind", "inside"])
def test_the_page_around_is_left_out(around, place):
    text = f"<h1>{TITLE}</h1>{RAT}<p>Er endete bald.</p>"
    early = around if "<h2" not in around and "<h3" not in around else ""
    bodies = {
        "before": f'{around}<article class="post">{text}</article>',
        "behind": f'<div class="post">{text}</div>{around}',
        "inside": f'<main class="post"><h1>{TITLE}</h1>{early}{RAT}<p>Er endete bald.</p>{around}</main>',
    }
    briefing = read(bodies[place], STYLE)
    assert briefing.title == TITLE
    assert sections(briefing) == [(WANTED[0][0], f"{WANTED[0][1]}\n\nEr endete bald.")]
    assert (briefing.quarter, briefing.chair_code) == ("2021-Q3", "TJ")


@pytest.mark.parametrize("row", default().rows("page_parts"), ids=lambda row: row["word"])
def test_each_word_for_a_part_of_the_page_is_proved_on_its_example(row):
    tag = row["example"][1 : row["example"].index(" ")]
    briefing = read(
        f"<h1>{TITLE}</h1>{RAT}<p>Er endete bald, wie es hieß.</p>{row['example']}Am 1. Mai 1999 war es anders.</{tag}>"
    )
    assert sections(briefing) == [(WANTED[0][0], f"{WANTED[0][1]}\n\nEr endete bald, wie es hieß.")]


BOLD = "<b>Rat in Peking, 3. August 2021</b><br><i>Am 3. August 2021 tagte in Peking der Rat.</i>"
TEASER = "<article><h2>Anderes, 1. Mai 1999</h2><p>Kurz.</p></article>"
PAGES = [
    (f"<h1>{TITLE}</h1>{RAT}", "", "plain"),
    (f"<header><div><h1>{TITLE}</h1></div></header><article>{RAT}</article>", "", "the title in the page's head"),
    (f"<h1>Institut</h1><article><h2>{TITLE}</h2>{RAT.replace('h2', 'h3')}</article>", "", "the site's name above"),
    (RAT, f"<title>{TITLE} | Institut für Beispiele</title>", "the title in the head alone"),
    (RAT, f'<meta property="og:title" content="{TITLE}"><title>Seite 7</title>', "the title for other sites"),
    (f'<div role="heading" aria-level="1">{TITLE}</div>{RAT}', "", "headings by role"),
    (f"<table><tr><td><a href='/'>Start</a></td><td><h1>{TITLE}</h1>{RAT}</td></tr></table>", "", "a table for the layout"),
    (
        f"<div><div><b>{TITLE}</b><br><br>{BOLD}</div></div>",
        "",
        "bold lines",
    ),
    (f"<p>{TITLE}</p>{RAT.replace('h2', 'p')}", "", "paragraphs alone"),
    (f"<h1>{TITLE}</h1><section>{RAT}</section>" + f'<div class="p">{RAT}</div>', "", "the text told twice"),
    (f"<center><font size=5><b>{TITLE}</b></font></center>{RAT}", "", "old signs"),
    (
        f"<article><h1>{TITLE}</h1>{RAT}</article>{TEASER}",
        "",
        "a teaser as an article",
    ),
]


@pytest.mark.parametrize(("body", "head", "_why"), PAGES, ids=[why for *_, why in PAGES])
def test_pages_of_any_build(body, head, _why):
    briefing = read(body, head)
    assert briefing.title == TITLE
    assert sections(briefing) == WANTED


TEXTS = [
    ("<ul><li>Eins<li>Zwei<ul><li>Zwei A</ul><li>Drei</ul>", "Eins\nZwei\nZwei A\nDrei"),
    ("<p>Zu&shy;sam&shy;men&nbsp;&auml;&#8203;ndern – &bdquo;gut&ldquo;</p>", "Zusammen ändern – „gut“"),
    ("<p>Erste Zeile<br>zweite Zeile.<br/>Neue Zeile</p>", "Erste Zeile zweite Zeile.\nNeue Zeile"),
    ("Ohne Absatz.<br><br>Zweiter Absatz.", "Ohne Absatz.\n\nZweiter Absatz."),
    ("<p>Am <del>3.</del> <ins>4.</ins> Mai 2021 tagte er.</p>", "Am 4. Mai 2021 tagte er."),
    ("<p>10 km<sup>2</sup>, 10<sup>6</sup>, der 2<sup>nd</sup> Rat, H<sub>2</sub>O</p>", "10 km², 10⁶, der 2nd Rat, H2O"),
    ("<dl><dt>3. Mai 2021</dt><dd>Rat</dd><dt>4. Mai 2021</dt><dd>Messe</dd></dl>", "3. Mai 2021: Rat\n4. Mai 2021: Messe"),
    (
        "<table><tr><th>Datum</th><th>Was</th><th>Wo</th></tr><tr><td>3. Mai 2021</td><td>Rat</td><td>Goa</td></tr></table>",
        "3. Mai 2021: Rat, Goa",
    ),
    (
        "<table><tr><td>Datum</td><td>Was</td></tr><tr><td rowspan=2>3. Mai 2021</td><td>Rat</td></tr><tr><td>Messe</td></tr>"
        "</table>",
        "3. Mai 2021: Rat\n3. Mai 2021: Messe",
    ),
    ("<p>Ein <a href='/x'>Verweis</a>, ein <q>Zitat</q>, <code>etwas</code>.</p>", "Ein Verweis, ein „Zitat“, etwas."),
    ('<p>Am <time class="date">3. Mai 2021</time> in <span class="label meta">Goa</span>.</p>', "Am 3. Mai 2021 in Goa."),
    ('<p class="date">Am 3. Mai 2021.</p><p class="d-none d-md-block">In Goa.</p>', "Am 3. Mai 2021.\n\nIn Goa."),
    ("<details><summary>Mehr</summary><p>Ein Satz.</p></details>", "Mehr\n\nEin Satz."),
]


@pytest.mark.parametrize(("html", "expected"), TEXTS, ids=[html[:30] for html, _ in TEXTS])
def test_texts(html, expected):
    assert sections(read(f"<h1>{TITLE}</h1><h2>Rat, 3. Mai 2021</h2><div>{html}</div>")) == [("Rat, 3. Mai 2021", expected)]


A, B = "Erste, in: https://example.org/1", "Zweite, in: https://example.org/2"
STYLES_OF_NOTES = [
    (
        '<sup><a href="#fn1">1</a></sup>',
        f'<section class="notes"><ol><li id="fn1"><p>{A} <a href="#fnref1">↩</a></p></li><li id="fn2">{B}</li></ol></section>',
        "linked and raised",
    ),
    (
        '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>',
        '<ol><li id="cite_note-1"><span><b><a href="#cite_ref-1">^</a></b></span> <span>'
        f'{A}</span></li><li id="cite_note-2"><a href="#cite_ref-2">↑</a> {B}</li></ol>',
        "as in an encyclopaedia",
    ),
    (
        '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
        f'<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> {A}</p></div>'
        f'<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> {B}</p></div>',
        "as a word processor saves them",
    ),
    (
        '<a class="footnote-anchor" id="fa-1" href="#f-1">1</a>',
        f'<div><a id="f-1" href="#fa-1">1</a><div><p>{A}</p></div></div>'
        f'<div><a id="f-2" href="#fa-2">2</a><div><p>{B}</p></div></div>',
        "a number beside each note",
    ),
    ("<sup>1</sup>", f"<p><sup>1</sup> {A}</p><p><sup>2</sup> {B}</p>", "raised without links"),
    ("[1]", f"<p>[1] {A}<br>[2] {B}</p>", "brackets, notes parted by breaks"),
    ("[1]", f"<h3>Quellen</h3><ol><li>{A}</li><li>{B}</li></ol>", "a numbered list below a heading"),
    ("<sup>[1]</sup>", f"<p><strong>Anmerkungen</strong></p><ul><li>{A}</li><li>{B}</li></ul>", "a list without numbers"),
    ("(<a href='#n1'>1</a>)", f"<div id=n1>1. {A}</div><div id=n2>2. {B}</div>", "linked in round brackets"),
    ("<sup>1</sup>", f"<table><tr><td>[1]</td><td>{A}</td></tr><tr><td>[2]</td><td>{B}</td></tr></table>", "a table"),
    ("[1]", f"<dl><dt>[1]</dt><dd>{A}</dd><dt>[2]</dt><dd>{B}</dd></dl>", "a list of terms"),
]


@pytest.mark.parametrize("is_outside", [False, True], ids=["inside", "outside"])
@pytest.mark.parametrize(("mark", "listed", "_why"), STYLES_OF_NOTES, ids=[why for *_, why in STYLES_OF_NOTES])
def test_notes_of_any_style(mark, listed, _why, is_outside):
    second = mark.replace("1", "2")
    text = f"<h2>Rat, 3. Mai 2021</h2><p>Der Rat tagte{mark}, und dann endete er.{second}</p>"
    body = f"<h1>{TITLE}</h1>{text}"
    briefing = read(f"<main>{body}</main>{listed}" if is_outside else f"<main>{body}{listed}</main>")
    assert sections(briefing) == [("Rat, 3. Mai 2021", "Der Rat tagte, und dann endete er.")]
    assert marks(briefing) == [(13, "1"), (34, "2")]
    assert notes(briefing) == {"1": A, "2": B}


def test_addresses_shown_shortened_are_told_whole():
    briefing = read(
        f"<h1>{TITLE}</h1>{RAT.replace('tagte', 'tagte<sup>1</sup><sup>2</sup><sup>3</sup><sup>4</sup>')}<h2>Quellen</h2><ol>"
        '<li>A, in: <a href="http://www.example.org/news/20210302/727237.html">example.org/news/…/727237.html</a></li>'
        '<li>B, in: <a href="https://example.org/lang/pfad">example.org</a></li>'
        '<li><a href="https://example.org/titel">Titel der Quelle</a>, 3. Mai 2021</li>'
        '<li>D, in: <a href="https://example.org/269">https://example.org/268</a></li></ol>'
    )
    assert notes(briefing) == {
        "1": "A, in: http://www.example.org/news/20210302/727237.html",
        "2": "B, in: https://example.org/lang/pfad",
        "3": "Titel der Quelle, 3. Mai 2021",
        "4": "D, in: https://example.org/268",
    }
    assert [note.links for note in briefing.footnotes] == [(), (), ("https://example.org/titel",), ("https://example.org/269",)]


SHOWN = [
    ("example.org/a…", "https://www.example.org/abc", True),
    ("https://example.org/a...", "https://example.org/abc", True),
    ("www.example.org", "http://example.org/abc", True),
    ("example.org/abc", "https://example.org/abc", True),
    ("https://example.org/268", "https://example.org/269", False),
    ("other.org/…", "https://example.org/abc", False),
    ("Titel der Quelle", "https://example.org/abc", False),
]


@pytest.mark.parametrize(("shown", "url", "expected"), SHOWN, ids=[case[0] for case in SHOWN])
def test_what_is_a_shortened_address(shown, url, expected):
    assert is_shortened(shown, url) is expected


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("cp1251", "windows-1251"), ("cp1252", "utf-8")]
)
def test_encodings(encoding, told):
    words = "Норов" if encoding == "cp1251" else "Köln – „gut“"
    page = f"<html><head><meta charset={told}></head><body><h1>Q3/2021</h1><h2>Rat</h2><p>Am 3. Mai: {words}.</p></body></html>"
    briefing = read_briefing_bytes("seite.html", page.encode(encoding))
    assert sections(briefing) == [("Rat", f"Am 3. Mai: {words}.")]
    assert ("encoding-guessed" in {problem.code for problem in briefing.problems}) == (encoding == "cp1252" and told == "utf-8")


def test_a_box_beside_the_text_is_left_out_and_named():
    briefing = read(
        f"<article><h1>{TITLE}</h1>{RAT}<aside>Am 1. Mai 1999 war alles noch ganz anders als heute.</aside></article>"
    )
    assert sections(briefing) == WANTED
    assert {(problem.code, problem.value) for problem in briefing.problems} == {
        ("part-left-out", "Am 1. Mai 1999 war alles noch ganz anders als heute.")
    }


def test_a_page_saved_as_an_archive():
    page = f"<!DOCTYPE html><html><body><h1>{TITLE}</h1>{RAT}</body></html>"
    archive = (
        "From: <Saved by a browser>\r\nSubject: Seite\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n'
        "------x\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n------x--\r\n"
    )
    briefing = read_briefing_bytes("seite.mhtml", archive.encode())
    assert (briefing.title, sections(briefing)) == (TITLE, WANTED)


def test_a_text_file_shown_by_a_browser():
    text = f"{TITLE}\n\nRat, 3. Mai 2021\n\nDer Rat tagte in\nPeking.[1]\n\n[1] A, in: https://example.org/1\n"
    briefing = read(f"<pre>{text}</pre>")
    assert (briefing.title, sections(briefing)) == (TITLE, [("Rat, 3. Mai 2021", "Der Rat tagte in Peking.")])
    assert (marks(briefing), notes(briefing)) == ([(24, "1")], {"1": "A, in: https://example.org/1"})
