"""Reads one footnote as a source: title, publisher, date, language, address."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from loaders.document import Footnote
from loaders.languages import language_of
from loaders.sources.addresses import Address, archived_in, find_addresses, host_of, mended
from loaders.sources.note_heads import note_head
from loaders.sources.note_titles import title_and_publisher
from loaders.vocabulary import Vocabulary


class Source(NamedTuple):
    """A footnote as a source. Empty text stands for 'not known'.

    `issued` is its date as precise as printed: '2021-03-02', '2021-03' or '2021'; `date` the same, days alone.
    `url_printed` is the first address as it stands in the note, `url` the same with plain misprints mended ('' where it
    names no valid host), `further` are the other addresses of the note, as printed. `quoted` is what the note says behind title
    and date, such as a quotation. `line` is the note's line in the file.
    `same_as` is the number of the note that this one only points to ('ebd.'); all but its own text is that one's.
    """

    source_id: str
    number: str
    text: str
    title: str
    publisher: str
    issued: str
    url_printed: str
    url: str
    language: str
    further: tuple[str, ...] = ()
    quoted: str = ""
    line: int = 0
    same_as: str = ""

    @property
    def date(self) -> str:
        return self.issued if len(self.issued) == 10 else ""


def read_note(note: Footnote, source_id: str, vocabulary: Vocabulary) -> Source:
    """The source that a footnote names."""
    shown = find_addresses(note.text)
    addresses = _with_links(shown, note.links)
    head = note_head(note.text, shown[0].start if shown else len(note.text))
    title, publisher = head.title, head.publisher
    if not title:
        title, publisher = title_and_publisher(head.words, bool(head.issued), lambda words: _is_medium(words, vocabulary))
    url = addresses[0].mended if addresses else ""
    return Source(
        source_id=source_id,
        number=note.number,
        text=note.text,
        title=title,
        publisher=publisher or host_of(archived_in(url)),
        issued=head.issued,
        url_printed=addresses[0].printed if addresses else "",
        url=url,
        language=language_of(title, vocabulary),
        further=tuple(address.printed for address in addresses[1:]),
        quoted=note.text[head.rest : shown[0].start if shown else None].strip(" ,.;:"),
        line=note.line,
    )


@cache
def _media(vocabulary: Vocabulary) -> tuple[frozenset[str], tuple[str, ...]]:
    words = [word for row in vocabulary.rows("date_use_words") if row["kind"] == "medium" for word in row["words"].split("|")]
    return frozenset(words), tuple(word[1:] for word in words if word[0] == "*")


def _is_medium(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words name a newspaper, an agency or the like."""
    whole, endings = _media(vocabulary)
    return any(word in whole or word.lower().endswith(endings) for word in words.split())


def _with_links(printed: list[Address], targets: Sequence[str]) -> list[Address]:
    links = [link for link in targets if re.match(r"(?i)h{0,3}[tx]{1,3}p|www\.", link)]
    if not printed:
        return [Address(0, 0, link, mended(link)) for link in links]
    # A page may show an address shortened; the link target is the whole one.
    return [_whole(address, links) for address in printed]


def _whole(address: Address, links: list[str]) -> Address:
    shown = address.mended.partition("://")[2]
    for link in links:
        target = mended(link)
        if shown and target.partition("://")[2].startswith(shown) and len(target) > len(address.mended):
            return Address(address.start, address.end, address.printed, target)
    return address
