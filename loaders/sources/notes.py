"""Reads one footnote as a source: title, publisher, date, language, address."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from loaders.document import Footnote
from loaders.languages import language_of
from loaders.sources.addresses import Address, find_addresses, host_of, mended
from loaders.sources.dates import dates_in
from loaders.vocabulary import Vocabulary

# A source's date stands between the parts of its note; in running words it is the date of something else.
_BEFORE = re.compile(r"(?:^|[,;:(\[/|.“”\"»–—-]\s*|\b(?:vom|am|of|on|dated|Stand|от)\s+)$")
_BEHIND = re.compile(r"\s*(?:$|[,;:.)\]/|–—-]|[„“\"«]|\b(?:in|In|at|auf|unter|URL|abgerufen|accessed|available)\b)")
# The words before a date that tell what it is stand so near, in characters.
_NEAR = 40
_ACCESS = re.compile(
    r"(?:abgerufen|aufgerufen|Zugriff|Abruf|besucht|accessed|retrieved|viewed|Stand)\W*(?:am|on|vom)?\W*$", re.IGNORECASE
)
_UNDATED = re.compile(r",?\s*\(?(?:ohne Datum|undatiert|o\.\s?D\.|o\.\s?J\.|n\.\s?d\.|no date|undated)\)?", re.IGNORECASE)
_QUOTE = re.compile('[„“«»"]')
_QUOTED = re.compile(r"„[^„“”]*[“”]|“[^“”„]*”|«[^«»]*»|»[^«»]*«|\"[^\"]*\"")
_LINK_WORD = re.compile(
    r"[\s,;:.(\[–-]*(?:\b(?:in|at|unter|auf|from|online(?: unter)?|abrufbar unter|verfügbar unter|available at"
    r"|URL|Link|Quelle|Source|см)\b)?[\s:.(\[<]*$",
    re.IGNORECASE,
)
_IN_PUBLISHER = re.compile(r"[,.;]?\s+[Ii]n:\s*(?P<publisher>[^„“\"]{2,80}?)\s*$")
_OPENED = re.compile(r"\s*\(([^()]{2,60}),?$")
_AUTHOR = re.compile(r"(?:[A-ZÄÖÜ][\w.'’-]+,?\s?){1,4}[:,]\s*")
_WHOLE_QUOTE = re.compile(r"[„“\"«»]([^„“”\"«»]+)[“”\"«»]")
_BRACKETED = re.compile(r"^\[(?P<inner>[^\]]+)\]$")
_PARENTHESIS = re.compile(r"\s*\((?P<publisher>[^()]{2,60})\)$")
_TITLE_QUOTE = re.compile(
    r"^(?P<author>[^„“\"«]{0,80}?[:,]\s*)?[„“\"«](?P<title>[^„“”\"«»]+)[“”\"»]\s*(?:,\s*(?P<publisher>[^,„“\"]{2,60}))?$"
)
_REPORT = (
    r"(?:Meldung|Bericht|Mitteilung|Pressemitteilung|Erklärung|Artikel|Beitrag|Nachricht|Interview"
    r"|Report|News|Press release|Statement)"
)
_SAID_BY = (
    re.compile(rf"^(?P<publisher>[^:]{{2,45}}):\s*(?P<title>{_REPORT}\b.+)$"),
    re.compile(rf"^(?P<publisher>[\w.&/]+(?:[- ][\w.&/]+){{0,2}})-{_REPORT}\b"),
    re.compile(
        rf"^{_REPORT} (?P<article>des|der|von|vom|by|of)(?: the)? (?P<publisher>.+?)"
        r" (?:über|zu|zum|zur|zwischen|nach|vor|auf|im|in|vom|on|about)\b"
    ),
)
_GENITIVE = re.compile(r"(?<=[\w)])(?<![su])s$")


class Source(NamedTuple):
    """A footnote as a source. Empty text stands for 'not known'.

    `issued` is its date as precise as printed: '2021-03-02', '2021-03' or '2021'; `date` the same, days alone.
    `url_printed` is the first address as it stands in the note, `url` the same with plain misprints mended ('' where it
    names no valid host), `further` are the other addresses of the note, as printed. `quoted` is what the note says behind title
    and date, such as a quotation. `line` is the note's line in the file.
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

    @property
    def date(self) -> str:
        return self.issued if len(self.issued) == 10 else ""


class _Head(NamedTuple):
    """The part of a note that names the source: `text[:end]` is title and publisher, `rest` is where other words begin."""

    end: int
    rest: int
    issued: str


def read_note(note: Footnote, source_id: str, vocabulary: Vocabulary) -> Source:
    """The source that a footnote names."""
    shown = find_addresses(note.text)
    addresses = _with_links(shown, note.links)
    head = _note_head(note.text, shown[0].start if shown else len(note.text))
    title, publisher = _title_and_publisher(note.text[: head.end])
    url = addresses[0].mended if addresses else ""
    return Source(
        source_id=source_id,
        number=note.number,
        text=note.text,
        title=title,
        publisher=publisher or host_of(url),
        issued=head.issued,
        url_printed=addresses[0].printed if addresses else "",
        url=url,
        language=language_of(title, vocabulary),
        further=tuple(address.printed for address in addresses[1:]),
        quoted=note.text[head.rest : shown[0].start if shown else None].strip(" ,.;:"),
        line=note.line,
    )


def _note_head(text: str, limit: int) -> _Head:
    """What comes before `limit`, the first address, parted into the source's name and the rest, with the source's date."""
    head = text[:limit]
    quiet = _QUOTED.sub(lambda quote: "\0" * len(quote.group()), head) if _QUOTE.search(head) else head
    own = [
        _Head(start, end, issued)
        for start, end, issued in dates_in(quiet)
        if _BEFORE.search(head[max(0, start - _NEAR) : start])
        and _BEHIND.match(head, end)
        and not _ACCESS.search(head[max(0, start - _NEAR) : start])
    ]
    if own:
        # A date in brackets may belong to the title: '(1 November 2022, via videoconference), 3. November 2022'.
        return next((found for found in own if head.count("(", 0, found.end) == head.count(")", 0, found.end)), own[0])
    undated = _UNDATED.search(quiet)
    if undated:
        return _Head(undated.start(), undated.end(), "")
    link = _LINK_WORD.search(head, max(0, limit - 40))
    end = link.start() if link else limit
    return _Head(end, end, "")


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


def _title_and_publisher(head: str) -> tuple[str, str]:
    words = head.strip().rstrip(",;:(–- \n").strip()
    publisher = ""
    if named := _IN_PUBLISHER.search(words):
        words, publisher = words[: named.start()], named["publisher"]
    bracket = _BRACKETED.match(words)
    if bracket:
        return _said_by(bracket["inner"].strip(), publisher)
    if opened := _OPENED.search(words):
        words, publisher = words[: opened.start()], publisher or opened[1].rstrip(", ")
    elif closed := _PARENTHESIS.search(words):
        if _is_publisher(closed["publisher"]):
            words, publisher = words[: closed.start()], publisher or closed["publisher"]
    elif (quoted := _TITLE_QUOTE.match(words)) and (quoted["publisher"] or quoted["author"]):
        publisher = publisher or (quoted["publisher"] or "").strip()
        words = quoted["title"] if _is_author(quoted["author"]) else words
    return _unquoted(words.strip(" ,;:.")), publisher.strip(" ,.;:")


def _said_by(inner: str, publisher: str) -> tuple[str, str]:
    for shape in _SAID_BY:
        if found := shape.match(inner):
            named = _nominative(found["publisher"].strip(), found.groupdict().get("article") or "")
            return found.groupdict().get("title") or inner, publisher or named
    return inner, publisher


def _nominative(named: str, article: str) -> str:
    """The German name behind 'des' or 'der' in its first case: 'usbekischen Präsidialamts' is 'usbekisches Präsidialamt'."""
    first, gap, rest = named.partition(" ")
    adjective = gap and first.endswith("en")
    if article == "des":
        noun, space, behind = (rest if adjective else named).partition(" ")
        return (f"{first[:-1]}s " if adjective else "") + _GENITIVE.sub("", noun) + space + behind
    return f"{first[:-1]} {rest}" if article == "der" and adjective else named


def _is_publisher(words: str) -> bool:
    """Whether words in brackets behind a title name a publisher, and do not spell out an abbreviation or a date."""
    return not dates_in(words) and not re.fullmatch(r"SCO|RATS|UNO?|[A-Z]{2,4}M|(?:[A-Z]{2,6}(?:, )?){2,}|.*\d{4}.*", words)


def _is_author(words: str | None) -> bool:
    return words is None or bool(_AUTHOR.fullmatch(words))


def _unquoted(words: str) -> str:
    quote = _WHOLE_QUOTE.fullmatch(words)
    return quote[1] if quote else words
