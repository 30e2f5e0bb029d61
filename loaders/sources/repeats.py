"""Notes that only point to another one: 'Ebd., S. 4', 'Ibid.', 'wie Anm. 3', 'see note 3'."""

import re
from collections.abc import Iterable, Iterator

from loaders.sources.note_words import words
from loaders.sources.notes import Source

_SAME = re.compile(
    rf"\W*(?:(?:{words('see')}|[Ss]\.)\s)?{words('same')}\b(?:[\s.,;:]|{words('page')}\.?\s?\d[\d\s–-]*f{{0,2}})*\W*"
)
_OF_NUMBER = re.compile(rf"(?:\b{words('see note')}|\()\s?{words('note')}\.?\s?(\d+)\b", re.IGNORECASE)
# A note that says more than this is a source of its own.
_SHORT = 80


def with_repeats(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources in their order, those that only point to one before them with what that one says."""
    known: dict[str, Source] = {}
    last: Source | None = None
    for source in sources:
        meant = None if source.url_printed else _meant(source.text, last, known)
        if meant:
            source = meant._replace(
                source_id=source.source_id,
                number=source.number,
                text=source.text,
                url_printed="",
                further=(),
                quoted="",
                line=source.line,
                same_as=meant.same_as or meant.number,
            )
        known[source.number] = last = source
        yield source


def _meant(text: str, last: Source | None, known: dict[str, Source]) -> Source | None:
    if _SAME.fullmatch(text):
        return last
    number = _OF_NUMBER.search(text) if len(text) <= _SHORT else None
    return known.get(number[1]) if number else None
