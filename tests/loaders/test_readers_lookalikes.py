"""Texts that only look like another markup, and long ones that must not take the reader's time."""

import pytest

from loaders.readers import read_briefing_bytes
from loaders.upload import read_upload


def sections(text: str, name: str = "briefing.txt"):
    return read_briefing_bytes(name, text.encode()).sections


def test_addresses_with_equality_signs_are_not_unpacked():
    notes = "\n".join(f"[{n}] Fair {n}, 4 May 2021, in: https://example.org/doc.asp?id=A1B{n}&x=yes" for n in range(1, 8))
    text = "Q2/2021\n\nFair in Osh\n\n" + " ".join(f"The fair met on {n} May 2021 in Osh.[{n}]" for n in range(1, 8))
    briefing = read_briefing_bytes("briefing.txt", f"{text}\n\nFootnotes\n\n{notes}\n".encode())
    assert [note.text.rpartition("id=")[2] for note in briefing.footnotes] == [f"A1B{n}&x=yes" for n in range(1, 8)]


def test_nouns_in_capitals_keep_theirs():
    (section,) = sections("Q2/2021\n\nERSTER GIPFEL DER BANK IN OMSK\n\nAm 3. Mai 2021 kam man in Omsk zusammen.\n")
    assert section.heading == "Erster Gipfel der Bank in Omsk"


@pytest.mark.parametrize("name", ["briefing.md", "briefing.txt"])
def test_signs_of_percent_are_no_comment(name):
    text = "Der Handel stieg um 5 %%. Am 3. Mai 2021 tagte der Rat.\n\nAm 4. Mai 2021 sank er um 7 %% im Jahr."
    text = f"# Q2/2021\n\n## Handel\n\n{text}\n"
    assert "3. Mai" in " ".join(section.text for section in sections(text, name))


def test_a_comment_of_a_notebook_is_none_of_the_text():
    text = "Der Rat tagte %%am 2.?%% am 3. Mai 2021.\n\n%%\nprüfen\n\nund fragen\n%%\n\nEr endete am 4. Mai 2021."
    (section,) = sections(f"# Q2/2021\n\n## Rat\n\n{text}\n", "briefing.md")
    assert section.text == "Der Rat tagte am 3. Mai 2021.\n\nEr endete am 4. Mai 2021."


def test_a_number_of_a_note_of_its_own_is_not_parted():
    notes = "\n\n".join(f"[^{n}]: Source {n}, https://example.org/{n}" for n in range(1, 14))
    text = "It met on 3 May 2021.[^1] It ended on 4 May 2021.[^2] It was told of on 9 May 2021.[^13]"
    (section,) = sections(f"# Q2/2021\n\n## Fair\n\n{text}\n\n{notes}\n", "briefing.md")
    assert [mark.number for mark in section.marks] == ["1", "2", "13"]


def test_boxes_of_restructured_text_are_text():
    box = ".. note::\n   On 4 May 2021 the forum met in Almaty."
    text = f"Q2/2021\n=======\n\nFair\n----\n\nIt met on 3 May 2021. [1]_\n\n{box}\n\n.. [1] Source, https://example.org/1\n"
    assert "On 4 May 2021 the forum met in Almaty." in " ".join(section.text for section in sections(text))


def test_a_named_note_of_a_wiki_stands_wherever_its_name_does():
    text = 'It met on 3 May 2021.<ref name="a">Source, https://example.org/1</ref> It ended on 5 May 2021.<ref name="a" />'
    (section,) = sections(f"= Q2/2021 =\n\n== Fair ==\n\n{text}\n")
    assert section.text == "It met on 3 May 2021. It ended on 5 May 2021."
    assert [mark.number for mark in section.marks] == ["1", "1"]


@pytest.mark.parametrize("charset", ["utf-8", "x-foo"])
def test_a_mail_without_a_body_element_has_its_subject_for_title(charset):
    head = "From: a@example.org\nTo: b@example.org\nSubject: SCO-Briefing 2. Quartal 2021 & mehr\nMIME-Version: 1.0\n"
    head += f"Content-Type: text/html; charset={charset}\n\n"
    briefing = read_briefing_bytes("note.eml", f"{head}<h2>Rat</h2><p>Am 3. Mai 2021 tagte der Rat in Omsk.</p>\n".encode())
    assert (briefing.title, briefing.quarter) == ("SCO-Briefing 2. Quartal 2021 & mehr", "2021-Q2")


LONG = {
    "brackets": ("briefing.txt", "(( https://" * 2000),
    "notes": ("briefing.txt", "<ref>a " * 4000),
    "comments": ("briefing.md", "<s>" + "<!-- a " * 4000),
    "tags": ("briefing.md", "x ^" + "a" * 20000 + "!"),
    "dates": (
        "briefing.md",
        f"Verschoben wurde er vom {', dann '.join(f'{n % 28 + 1}. Mai 2021' for n in range(60))} auf Juni 2021.",
    ),
}


# Each once took minutes: its pattern looked again from each of its beginnings.
@pytest.mark.parametrize(("name", "text"), LONG.values(), ids=LONG)
def test_long_odd_texts_are_read(name, text):
    upload = read_upload(name, f"# Q2/2021\n\n## Rat\n\nAm 3. Mai 2021 tagte der Rat. {text}\n".encode())
    assert "2021-05-03" in set(upload.tables["events"]["date_start"].astype(str))
