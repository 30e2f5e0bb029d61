"""Addresses in the text of a footnote: where they stand, and how a plain misprint is mended.

Mended are faults of form that leave no doubt about what is meant; the rest of an address is never changed. What counts as
an address follows the autolinks of GitHub Flavored Markdown: trailing punctuation and an unmatched closing bracket do not
belong to it, and one that begins with 'www.' is read as http.
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

# 'http', 'https' and their misprints: letters doubled, left out or changed over, as in hhttp, htttps, htp, ttp, hppt.
_SCHEME = r"(?:h{1,3}[tp]{2,4}s{0,2}|ttps?|hxxps?)"
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}\.?"
_START = re.compile(
    rf"(?<![\w./@-])(?:{_SCHEME}\s?(?:[:;.,]\s?[/\\]{{0,4}}|[/\\]{{2,4}})\s?(?=[^\W_])|{_SCHEME}[:;]?[/\\]{{2,4}}|www\.(?=\w))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:\b[Ii]n|[Aa]t|[Uu]nter|[Ff]rom|URL|[Ll]ink|[Qq]uelle|[Ss]ource)\s?:?\s+({_HOST}/\S*|{_HOST}(?=\s*\.?$))")
_REPEATED = re.compile(rf"^(?:{_SCHEME}\s?[:;.,]?\s?[/\\]{{0,4}}\s?)+", re.IGNORECASE)
_NAME = re.compile(r"^(?=.{1,253}$)(?:(?!-)[\w-]{1,63}(?<!-)\.)+(?!-)(?:[^\W\d_]{2,63}|xn--[\w-]+)$")
# Most addresses need no further parsing.
_PLAIN_HOST = re.compile(r"https?://([a-z0-9.-]+)(?:/|\Z)")
_PATH_START, _SPACES, _WORD_END = re.compile(r"[/\\?#]"), re.compile(r"\s+"), re.compile(r"[\s<>\"„“”»«]|\]\(")
# 'doi:10.1234/abcd' is an address of https://doi.org.
_DOI = re.compile(r"\b(?:doi|DOI):?\s*(10\.\d{4,9}/)")
_DOI_HOST = "https://doi.org/"
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[0-9a-z_*]+/(https?://.+)")
_ARCHIVES = frozenset(("web.archive.org", "archive.org", "archive.ph", "archive.is", "archive.today", "perma.cc"))
# Fewer characters hold no address: most notes end in one.
_SHORTEST = 5
_NUMERIC = re.compile(r"^\d{1,3}(?:\.\d{1,3}){3}$")

# An address broken by a space or a line end goes on: behind a sign that ends none, or in a piece no sentence would hold.
_OPEN_END = re.compile(r"[/\\_=&?#%-]$")
_GOES_ON = re.compile(r"[\w%~+-]*(?:[/_=&%-][\w./?=&%#~+-]*\w/?|\.(?:s?html?|aspx?|php|pdf|jsp)\b\S*)[.,;)\]>]*$")


class Address(NamedTuple):
    """`text[start:end]` of a footnote: `printed` as it stands there, `mended` ('' where no valid host can be read)."""

    start: int
    end: int
    printed: str
    mended: str


def find_addresses(text: str) -> list[Address]:
    """The addresses of a footnote in their order."""
    found: list[Address] = []
    position = 0
    while start := _next_start(text, position):
        end = _end(text, start)
        printed = text[start[0] : end]
        # A doubled scheme begins twice, but is one address.
        found.append(Address(start[0], end, printed, mended(printed)))
        position = max(end, start[0] + 1)
    return found


def mended(printed: str) -> str:
    """The address with a sound scheme and host and without what does not belong to it; '' where it names no valid host.

    >>> mended("hhttp://eng.sectsco.org/news/1.html")
    'http://eng.sectsco.org/news/1.html'
    """
    address = "".join(printed.split()).strip("<>")
    if doi := _DOI.match(address):
        return _DOI_HOST + address[doi.start(1) :]
    scheme = _REPEATED.match(address)
    secure = scheme is not None and "s" in scheme.group().lower()
    rest = address[scheme.end() :] if scheme else address
    host, slash, path = _host_and_path(rest.lstrip("/\\:;.,"))
    if not is_host(host.partition(":")[0]):
        return ""
    return f"{'https' if secure else 'http'}://{host}{slash}{path}"


def is_host(name: str) -> bool:
    """Whether a name can be a public server's: two labels or more and a top level in letters, or a numeric address."""
    return bool(_NAME.match(name) or _NUMERIC.match(name))


def archived_in(address: str) -> str:
    """The address of the page that an archive keeps under `address`, else the address itself."""
    inner = _ARCHIVED.match(address)
    return inner[1] if inner else address


def is_archive(address: str) -> bool:
    """Whether an address leads to a copy kept by an archive."""
    return host_of(mended(address)) in _ARCHIVES


def host_of(address: str) -> str:
    """The server's name without 'www.'; '' for what is no address."""
    plain = _PLAIN_HOST.match(address)
    try:
        name = plain[1] if plain else urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def _host_and_path(rest: str) -> tuple[str, str, str]:
    end = _PATH_START.search(rest)
    host, tail = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    slash = tail[:1].replace("\\", "/")
    return host.rstrip(".,;"), slash, tail[1:]


def _next_start(text: str, position: int) -> tuple[int, int] | None:
    """Where the next address begins, and where its scheme ends."""
    if len(text) - position < _SHORTEST:
        return None
    if marked := _START.search(text, position):
        return marked.start(), marked.end()
    if doi := _DOI.search(text, position):
        return doi.start(), doi.start(1)
    bare = _BARE.search(text, position)
    return (bare.start(1), bare.start(1)) if bare else None


def _end(text: str, start: tuple[int, int]) -> int:
    begin, scheme_end = start
    again = _REPEATED.match(text[scheme_end:])
    end = _word_end(text, scheme_end + (again.end() if again else 0))
    while gap := _SPACES.match(text, end):
        further = text[gap.end() : _word_end(text, gap.end())]
        goes_on = _GOES_ON.match(further) and not _START.match(further)
        if not further or not (goes_on or (_OPEN_END.search(text[:end]) and re.match(r"[a-z0-9%]", further))):
            break
        end = gap.end() + len(further)
    return begin + len(_trimmed(text[begin:end]))


def _word_end(text: str, start: int) -> int:
    found = _WORD_END.search(text, start)
    return found.start() if found else len(text)


def _trimmed(printed: str) -> str:
    while printed:
        last = printed[-1]
        unmatched = last in ")]}" and printed.count(last) > printed.count({")": "(", "]": "[", "}": "{"}[last])
        if not (last in ".,;:?'’*|…" or unmatched):
            break
        printed = printed[:-1]
    return printed
