"""The title and the publisher that the head of a note names."""

import re
from collections.abc import Callable

from loaders.sources.note_dates import dates_in
from loaders.sources.note_words import words as told_by

_SEE = re.compile(rf"^{told_by('see')}(?:\s{told_by('also')})?(?:[\s:]+|$)")
# 'Declaration (PDF, 320 KB)'
_FORMAT = re.compile(rf"\s*[(\[]{told_by('format')}\b[^)\]]*[)\]]$")
# Words that lead on to a date which is left out.
_LEADS_ON = re.compile(rf"[\s,;(]+(?:{told_by('state')}:?|{told_by('leads to date')})$")
_PARTED = re.compile(r"(?P<title>[^|]{3,})\s\|\s(?P<publisher>[^|]{2,60})")
_DASHED = re.compile(r"(?P<title>.{3,})\s[-–—]\s(?P<publisher>[^-–—]{2,60})")
_PRESS_PLACE = re.compile(r"^[A-ZÄÖÜ][\w.]+(?:\s[A-ZÄÖÜ][\w.]+)?:\s(?=[A-ZÄÖÜ])")
_IN_PUBLISHER = re.compile(rf"[,.;]?\s+{told_by('in')}:\s*(?P<publisher>[^„“\"]{{2,80}}?)\s*$")
_OPENED = re.compile(r"\s*\(([^()]{2,60}),?$")
_AUTHOR = re.compile(r"(?:[A-ZÄÖÜ][\w.'’-]+,?\s?){1,4}[:,]\s*")
_WHOLE_QUOTE = re.compile(r"[„“\"«»]([^„“”\"«»]+)[“”\"«»]")
_BRACKETED = re.compile(r"^\[(?P<inner>[^\]]+)\]$")
_PARENTHESIS = re.compile(r"\s*\((?P<publisher>[^()]{2,60})\)$")
_TITLE_QUOTE = re.compile(
    r"^(?P<author>[^„“\"«]{0,80}?[:,]\s*)?[„“\"«](?P<title>[^„“”\"«»]+?)(?P<comma>,)?[“”\"»]\s*(?:\d+(?:[–-]\d+)?|(?(comma),?|,)\s*(?P<publisher>[^,„“\"\d][^,„“\"]{1,59}))?$"
)
_SAID_BY = (
    re.compile(rf"^(?P<publisher>[^:]{{2,45}}):\s*(?P<title>{told_by('report')}\b.+)$"),
    re.compile(rf"^(?P<publisher>[\w.&/]+(?:[- ][\w.&/]+){{0,2}})-{told_by('report')}\b"),
    re.compile(rf"^{told_by('report')} (?P<article>{told_by('by')}) (?P<publisher>.+?) {told_by('about')}\b"),
)
_GENITIVE = re.compile(r"(?<=[\w)])(?<![su])s$")


def title_and_publisher(head: str, is_dated: bool, is_medium: Callable[[str], bool]) -> tuple[str, str]:
    """Both in words, '' for what is not named; `is_dated` where a date ends the head.

    `is_medium` tells the name of a newspaper or agency.

    >>> title_and_publisher("“Council meets,” Norland Times, ", True, lambda words: False)
    ('Council meets', 'Norland Times')
    """
    words = _FORMAT.sub("", _SEE.sub("", _bare(head)))
    words = _bare(_LEADS_ON.sub("", words)) if is_dated else words
    publisher = ""
    if parted := _PARTED.fullmatch(words):
        words, publisher = parted["title"], parted["publisher"]
    elif (dashed := _DASHED.fullmatch(words)) and is_medium(dashed["publisher"]):
        words, publisher = dashed["title"], dashed["publisher"]
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
    return _unquoted(words.strip(" ,;:.")).rstrip(" ,"), _PRESS_PLACE.sub("", publisher.strip(" ,.;:"))


def _bare(words: str) -> str:
    return words.strip().rstrip(",;:(|–- \n").strip()


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
