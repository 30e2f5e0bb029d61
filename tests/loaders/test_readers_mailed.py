"""Texts that a text browser wrote, that went by mail, or that hold the signs of other light markups."""

import email.message
import quopri
import textwrap

import pytest

from loaders.document import Briefing
from loaders.readers import read_briefing_bytes

TITLE = "Q2/2022: Usbekische SCO-Präsidentschaft"
HEADS = ("Messe in Termes, 4. Mai 2022", "Beratung in Osch, 17. Juni 2022", "Forum in Nukus, 20. Juni 2022")
TEXTS = tuple(
    f"{words} Die Staaten stimmten sich dabei zu vielen weiteren Fragen ihrer Zusammenarbeit ab, zu Märkten, Straßen und Kultur."
    for words in (
        "Die Messe begann am 4. Mai 2022 in Termes.",
        "Man beriet am 17. Juni 2022 in Osch über Wasser.",
        "Das 18. Forum folgte am 20. Juni 2022 in Nukus.",
    )
)
NOTES = (
    "Fair opens, 5. Mai 2022, in: https://example.org/a/long/path/to/the-fair-of-the-year--in-the-south-of-the-country",
    "Talks in Osh, 18. Juni 2022, in: https://example.org/talks/17.html",
    "Forum ends, 21. Juni 2022, in: https://example.org/forum/20220621/1234567",
)


def read(text: str | bytes, name: str = "briefing.txt") -> Briefing:
    return read_briefing_bytes(name, text if isinstance(text, bytes) else text.encode())


def is_whole(briefing: Briefing) -> bool:
    assert briefing.title == TITLE
    assert [(section.heading, section.text) for section in briefing.sections] == list(zip(HEADS, TEXTS, strict=True))
    assert [mark.number for section in briefing.sections for mark in section.marks] == ["1", "2", "3"]
    assert [note.text for note in briefing.footnotes] == list(NOTES)
    return True


def wrapped(text: str, width: int = 72, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def cut(note: str, width: int = 60) -> str:
    """A note whose address is broken wherever the line ends, as Lynx does."""
    head, address = note.split(" in: ")
    pieces = [address[start : start + width] for start in range(0, len(address), width)]
    return "\n       ".join([f"{head}, in:".replace(",,", ","), *pieces])


def dumped(mark: str, list_of_links: str, back: str = "") -> str:
    parts = [TITLE.center(72).rstrip()]
    for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), start=1):
        parts += [head, wrapped(text + mark.format(n=n), indent="   ")]
    parts += ["     " + "_" * 60]
    parts += ["\n".join(f"    {n}. {cut(note)}{back.format(n=n + 3)}" for n, note in enumerate(NOTES, start=1))]
    return "\n\n".join([*parts, list_of_links])


LINKS = "References\n\n" + "\n".join(f"   {n}. file:///home/a.html#fn{n}" for n in range(1, 7))


@pytest.mark.parametrize(
    ("mark", "links", "back"),
    [("[{n}]^{n}", LINKS, "[{n}]↩︎"), ("^{n}", "", "↩︎"), ("[{n}]^[{n}]", LINKS, "[{n}]↩"), ("^[{n}]", "", "")],
)
def test_a_page_dumped_by_a_text_browser(mark, links, back):
    assert is_whole(read(dumped(mark, links, back)))


def test_links_of_a_dump_are_told_from_notes_that_are_mere_addresses():
    links = "Quellen\n\n" + "\n".join(f"   {n}. https://example.org/{n}" for n in range(1, 4))
    for form, code, count in (("[{n}]{text}", "link-in-text", 0), ("{text}[{n}]", "", 3)):
        texts = [wrapped(form.format(n=n, text=text)) for n, text in enumerate(TEXTS, start=1)]
        body = "\n\n".join(f"{head}\n\n{text}" for head, text in zip(HEADS, texts, strict=True))
        briefing = read(f"{TITLE}\n\n{body}\n\n{links}\n")
        assert [section.text for section in briefing.sections] == list(TEXTS)
        assert [note.text for note in briefing.footnotes] == [f"https://example.org/{n}" for n in range(1, 4)][:count]
        assert [problem.code for problem in briefing.problems] == [code] * (3 - count)


def test_raised_letters_of_a_dump_and_powers():
    text = "Der 18^th summit on 3 May 2022 was held on 20 km^2 in Bern, with 10^6 guests.^1 It ended on the 4^th.^2"
    briefing = read(
        f"{TITLE}\n\n{HEADS[0]}\n\n{text}\n\nNotes\n\n1. A, in: https://example.org/1\n2. B, in: https://example.org/2\n"
    )
    assert briefing.sections[0].text == text.replace("^th", "th").replace(".^1", ".").replace(".^2", ".")
    assert len(briefing.sections[0].marks) == 2


def mailed(width: int = 72) -> str:
    parts = [TITLE]
    for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), start=1):
        parts += [head, wrapped(f"{text}[{n}]", width)]
    return "\n\n".join([*parts, *(wrapped(f"[{n}] {note}", width) for n, note in enumerate(NOTES, start=1))]) + "\n"


def quoted(text: str, sign: str = "> ") -> str:
    return "\n".join((sign + line).rstrip() for line in text.split("\n"))


def flowed(text: str) -> str:
    return "\n\n".join(part.replace("\n", " \n") for part in text.split("\n\n"))


WAYS = {
    "quoted": quoted(mailed()),
    "quoted twice": quoted(mailed(), "> > "),
    "below a note": "Liebe Runde,\n\nanbei das Briefing.\n\nAm 5. Juli 2022 schrieb Anna Beispiel:\n" + quoted(mailed()),
    "flowed": flowed(mailed()),
    "packed": quopri.encodestring(mailed().encode()).decode(),
    "German head": f"Von: Anna Beispiel\nGesendet: Dienstag, 5. Juli 2022 10:00\nAn: Alle\nBetreff: WG: {TITLE}\n\n{mailed()}",
    "English head": f"Hello,\n\n---Original Message---\nFrom: A\nSent: 5 July 2022\nTo: B\nSubject: {TITLE}\n\n{mailed()}",
    "signed": mailed() + "\n-- \nAnna Beispiel\nSeit dem 3. Mai 2019 in Bern\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_text_of_a_mail(way):
    briefing = read(WAYS[way])
    assert is_whole(briefing)
    assert {problem.code for problem in briefing.problems} <= {"part-left-out"}


def letter(*kinds: str) -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = "Anna <a@example.org>", "b@example.org", TITLE
    message["Date"], message["Message-ID"] = "Tue, 5 Jul 2022 10:00:00 +0200", "<1@example.org>"
    message.set_content(mailed(), cte="quoted-printable")
    body = "".join(
        f"<p><b>{head}</b></p><p>{text}[{n}]</p>" for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), 1)
    ) + "".join(f"<p>[{n}] {note}</p>" for n, note in enumerate(NOTES, 1))
    if "html" in kinds:
        message.add_alternative(f"<html><body>{body}</body></html>", subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize("kinds", [(), ("html",)])
def test_a_mail_saved_as_a_file(kinds):
    briefing = read(letter(*kinds), "letter.eml")
    assert is_whole(briefing)
    assert briefing.file == "letter.eml"


def test_a_memo_keeps_what_is_no_head():
    memo = f"{TITLE}\n\n{HEADS[0]}\n\nVon: Bern\nAn: Genf\n\n{TEXTS[0]}\n"
    assert "Bern" in " ".join(section.heading + section.text for section in read(memo).sections)


def marked_up(head: str, mark: str, label: str) -> str:
    parts = []
    for n, (name, text) in enumerate(zip(HEADS, TEXTS, strict=True), start=1):
        parts += [head.format(head=name, rule="-" * len(name)), wrapped(text) + mark.format(n=n, note=NOTES[n - 1])]
    return "\n\n".join([*parts, *(label.format(n=n, note=note) for n, note in enumerate(NOTES, 1) if label)]) + "\n"


RULE = "=" * len(TITLE)
MARKUPS = {
    "reStructuredText": f"{RULE}\n{TITLE}\n{RULE}\n\n" + marked_up("{head}\n{rule}", " [{n}]_", ".. [{n}] {note}"),
    "the same in lines": f"{TITLE}\n{RULE}\n\n.. contents:: Inhalt\n   :depth: 1\n\n"
    + marked_up("{head}\n{rule}", " [#]_", ".. [#]\n   {note}"),
    "the same by name": f"{TITLE}\n{RULE}\n\n" + marked_up("{head}\n{rule}", " [#n{n}]_", ".. [#n{n}] {note}"),
    "wiki": f"= {TITLE} =\n\n" + marked_up("== {head} ==", '<ref name="a{n}">{note}</ref>', "") + "\n<references />\n",
    "AsciiDoc": f"= {TITLE}\n\n" + marked_up("== {head}", "footnote:[{note}]", ""),
    "DokuWiki": f"====== {TITLE} ======\n\n" + marked_up("===== {head} =====", "(({note}))", ""),
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_light_markups(markup):
    assert is_whole(read(MARKUPS[markup]))


def test_words_in_double_brackets_are_no_notes():
    text = f"{TITLE}\n\n{HEADS[0]}\n\nDer Rat ((so sein Name)) tagte am 4. Mai 2022 in Termes.\n"
    assert "((so sein Name))" in read(text).sections[0].text
