"""Notes that only point to another one: 'Ebd., S. 4', 'Ibid.', 'wie Anm. 3', 'see note 3'."""

import re
from collections.abc import Iterable, Iterator

from loaders.sources.notes import Source

_SAME = re.compile(
    r"\W*(?:(?:[Vv]gl\.|[Ss]iehe|[Ss]\.|[Ss]ee|[Cc]f\.)\s)?(?:[Ee]bd|[Ee]benda|[Ii]bid|[Ii]bidem|[Ll]oc\. ?cit|[Dd]ers|[Ii]dem)\b"
    r"(?:[\s.,;:]|(?:S|Rn|Nr|p|pp|para)\.?\s?\d[\d\s–-]*f{0,2})*\W*"
)
_OF_NUMBER = re.compile(
    r"\b(?:wie|siehe|s\.|vgl\.|see|cf\.|at|oben|above|supra|\()\s?(?:Anm|Fn|Fußnote|note|n|fn|footnote)\.?\s?(\d+)\b",
    re.IGNORECASE,
)
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
