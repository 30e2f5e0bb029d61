"""Understands nouns that stand for a body named before: 'der Rat', 'das Gremium', 'the group', 'the ministers'."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.actors.reference import Named, Reference, words_for
from loaders.anchored import AnchoredPattern
from loaders.vocabulary import Vocabulary

_NOUN = AnchoredPattern(
    r"(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|[Tt]he)\b\s(?P<word>[A-ZÄÖÜ][a-zäöüß]{2,}|(?<=[Tt]he\s)[a-z]{4,}\b(?!\sof\b))\b(?![-\w])"
)
_ANY_BODY = frozenset({"gremium", "runde", "organ", "gruppe"})


def find_body_nouns(text: str, mentions: Sequence[Named], vocabulary: Vocabulary) -> Iterator[Reference]:
    """Definite nouns with the body or organisation that they take up."""
    covered = [(mention.start, mention.end) for mention in mentions]
    named = [index for index, mention in enumerate(mentions) if mention.kind in ("body", "organisation")]
    for found in _NOUN.finditer(text) if named else ():
        start, end = found.span("word")
        if any(start < b and a < end for a, b in covered):
            continue
        index = _namesake(found["word"], start, mentions, named)
        if index is not None:
            form = "collective" if found["word"] in words_for("people", vocabulary) else "noun"
            yield Reference(start, end, index, form, "")


def _namesake(noun: str, position: int, mentions: Sequence[Named], named: Sequence[int]) -> int | None:
    """The last body or organisation before whose name ends in the noun ('der Rat': 'Rat der RATS')."""
    plain = _plain(noun.lower())
    if len(plain) < 3:
        return None
    for index in reversed(named):
        mention = mentions[index]
        if mention.start >= position:
            continue
        if mention.kind == "body" and plain in _ANY_BODY:
            return index
        # A small noun is a word of the name, 'the bank' is no 'Interbank Consortium'.
        if any(word == plain or (noun[0].isupper() and word.endswith(plain)) for word in _plain_words(mention.text)):
            return index
    return None


@lru_cache(maxsize=4096)
def _plain_words(name: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in re.findall(r"\w+", name.lower()))


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A noun without the endings of its cases."""
    return re.sub(r"(?<=\w{3})(?:es|s|en|n)$", "", word)
