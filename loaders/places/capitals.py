"""Capitals that are told of without their name: 'in der kirgisischen Hauptstadt', 'in the Kyrgyz capital'."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.anchored import AnchoredPattern
from loaders.places.names import Found, Name, Place, places_by_id
from loaders.places.unknown import country_adjectives
from loaders.vocabulary import Vocabulary

_CAPITAL = AnchoredPattern(r"(?:[Hh]auptstadt|capital)\b(?! (?:goods|markets?|flows?)\b)")
_TWO_WORDS_BEFORE = re.compile(r"((?:[\w-]+ )?([\w-]+))(?:’s|'s)? \Z")
_OF = re.compile(r" (?:(?:of|von|vom|der|des) (?:the )?)?")


def capitals_told(text: str, named: Sequence[Found], vocab: Vocabulary) -> Iterator[Found]:
    """The capitals of countries told of by adjective, genitive or 'of', where their own name does not follow."""
    for found in _CAPITAL.finditer(text):
        start, end = found.span()
        if any(name.start == end + 1 and text[end] == " " and _kind(name) == "city" for name in named):
            continue
        behind = _OF.match(text, end)
        country = behind and next((name for name in named if name.start == behind.end() and _kind(name) == "country"), None)
        if country:
            code, end = country.name.places[0].country_code, country.end
        else:
            start, code = _told_before(text, start, named, vocab)
        if code in _capitals(vocab):
            place = _capitals(vocab)[code]
            yield Found(start, end, Name(text[start:end], (place,)))


def _told_before(text: str, start: int, named: Sequence[Found], vocab: Vocabulary) -> tuple[int, str]:
    """Where the words begin that say whose capital it is, and the country's code; '' where none do."""
    owner = next((name for name in named if name.end == start - 1 and name.genitive and _kind(name) == "country"), None)
    if owner:
        return owner.start, owner.name.places[0].country_code
    words = _TWO_WORDS_BEFORE.search(text, max(0, start - 50), start)
    codes = country_adjectives(vocab)
    for group in (1, 2) if words else ():
        if words and words.group(group).lower() in codes:
            return words.start(group), codes[words.group(group).lower()]
    return start, ""


def _kind(found: Found) -> str:
    return found.name.places[0].kind


@cache
def _capitals(vocab: Vocabulary) -> dict[str, Place]:
    known = places_by_id(vocab)
    return {row["country_code"]: known[row["place_id"]] for row in vocab.rows("capitals")}
