"""The head of a note: the words that name the source, with its date."""

import re
from typing import NamedTuple

from loaders.sources.note_dates import dates_in
from loaders.sources.note_words import words

# A source's date stands between the parts of its note; in running words it is the date of something else.
_BEFORE = re.compile(rf"(?:^|[,;:(\[/|.“”\"»–—-]\s*|\b{words('before date')}\s+)$")
_BEHIND = re.compile(rf"\s*(?:$|[,;:.)\]/|–—-]|[„“\"«]|\b{words('behind date')}\b)")
# The words before a date that tell what it is stand so near, in characters.
_NEAR = 40
_DAY_WORD = rf"\W*{words('day before')}?\W*"
_ACCESS = re.compile(rf"(?:{words('access')}|{words('state')}){_DAY_WORD}$", re.IGNORECASE)
_ACCESSED = re.compile(
    rf"[\s,;.(\[]*\b(?:{words('last')}\s)?{words('access')}\b(?={_DAY_WORD}\w{{1,9}}\W)",
    re.IGNORECASE,
)
# 'Norov, V. (2021, May 3). Title. Publisher.'
_APA = re.compile(
    r"(?P<author>[^()“„\"]{2,90}?)\s\((?P<year>(?:19|20)\d\d)(?:,\s(?P<day>[^()]{3,20}))?\)[.:]\s+"
    r"(?P<title>[^.?!]{3,}[?!]?)(?:\.|(?<=[?!]))\s+"
    r"(?:(?P<publisher>[A-ZÄÖÜ][^.:]{1,60})\.\s*)?"
)
# 'Xinhua, 3 May 2021: Title', 'Xinhua (3 May 2021): Title'
_SAYS = re.compile(r"\)?:\s+(?=[^\s„“\"«].{4})")
_DAY = len("2021-05-03")
_LONGEST_NAME = 3  # words
_UNDATED = re.compile(rf",?\s*\(?{words('undated')}\)?", re.IGNORECASE)
_QUOTE = re.compile('[„“«»"]')
_QUOTED = re.compile(r"„[^„“”]*[“”]|“[^“”„]*”|«[^«»]*»|»[^«»]*«|\"[^\"]*\"")
_LINK_WORD = re.compile(rf"[\s,;:.(\[–-]*(?:\b{words('before address')}\b)?[\s:.(\[<]*$", re.IGNORECASE)


class Head(NamedTuple):
    """The part of a note that names the source: `words` are title and publisher, `rest` is where other words begin.

    `title` and `publisher` are told where the form of the note parts them.
    """

    words: str
    rest: int
    issued: str
    title: str = ""
    publisher: str = ""


def note_head(text: str, limit: int) -> Head:
    """What comes before `limit`, the first address, parted into the source's name and the rest, with the source's date."""
    head = text[:limit]
    if told := _APA.match(head):
        day = f"{told['day']} {told['year']}" if told["day"] else told["year"]
        issued = next((issued for _, _, issued in dates_in(day)), told["year"])
        return Head("", told.end(), issued, told["title"].strip(), (told["publisher"] or "").strip())
    if accessed := _ACCESSED.search(head):
        head = head[: accessed.start()]
    quiet = _QUOTED.sub(lambda quote: "\0" * len(quote.group()), head) if _QUOTE.search(head) else head
    own = [
        (start, end, issued)
        for start, end, issued in dates_in(quiet)
        if _BEFORE.search(head[max(0, start - _NEAR) : start])
        and (_BEHIND.match(head, end) or (len(issued) == _DAY and head.startswith(" (", end)))
        and not _ACCESS.search(head[max(0, start - _NEAR) : start])
    ]
    if own:
        # A date in brackets may belong to the title: '(1 November 2022, via videoconference), 3. November 2022'.
        chosen = next((found for found in own if head.count("(", 0, found[1]) == head.count(")", 0, found[1])), own[0])
        return _dated_head(head, *chosen)
    undated = _UNDATED.search(quiet)
    if undated:
        return Head(head[: undated.start()], undated.end(), "")
    link = _LINK_WORD.search(head, max(0, len(head) - 40))
    end = link.start() if link else len(head)
    return Head(head[:end], end, "")


def _dated_head(head: str, start: int, end: int, issued: str) -> Head:
    said = _SAYS.match(head, end)
    name = head[:start].strip(" ,;(")
    if said and 0 < len(name.split()) <= _LONGEST_NAME and not _QUOTE.search(name):
        link = _LINK_WORD.search(head, max(said.end(), len(head) - 40))
        title = head[said.end() : link.start() if link else len(head)].strip(" ,;.")
        return Head("", len(head), issued, title, name)
    return Head(head[:start], end, issued)
