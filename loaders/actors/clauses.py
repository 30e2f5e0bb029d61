"""Cuts a sentence into its main clause and the clauses that depend on it: who acts in one need not act in the other."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from loaders.passage import sentence_at
from loaders.vocabulary import Vocabulary
from loaders.words import KEPT_TEXTS

_MARK = re.compile(r"[,;:](?=\s)|\s[–—](?=\s)")
_FIRST_WORDS = re.compile(r"[,;:–—\s]*(\w+)(?:\s(\w+))?(?:\s(\w+))?")


# 'die im Mai getroffenen Absprachen': article, time and participle before a noun tell of an event of their own.
_OPENED = re.compile(r"\b(?:[Dd](?:er|ie|as|em|en|es)|(?:[Ee]in|[Ii]hr|[Ss]ein)(?:e[nrms]?)?)\s(?:[a-zäöü]+\s){1,2}$")
_PARTICIPLE = re.compile(r"[^,;:.]{0,60}?\b[a-zäöüß]{4,}(?:te|ene|ende)[nrms]?\s[A-ZÄÖÜ„][\w„-]*")


class Part(NamedTuple):
    """`text[start:end]`, a clause without commas; `kind` is main, relative, content, time or reason.

    An attribute with a participle, 'die im Mai getroffenen Absprachen', is a part of the kind attribute.
    """

    start: int
    end: int
    kind: str


def parts_of(text: str, place: int, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """The parts of the sentence that holds `text[place]`; none where no sentence does."""
    span = sentence_at(text, place)
    return _parts(text, *span, vocabulary) if span else ()


def part_at(parts: tuple[Part, ...], place: int) -> Part | None:
    """The part that holds a place."""
    return next((part for part in parts if part.start <= place < part.end), None)


def attribute_at(text: str, start: int, end: int) -> Part | None:
    """The attribute that holds the time `text[start:end]`: 'die im Mai getroffenen Absprachen'."""
    opened = _OPENED.search(text, max(0, start - 40), start)
    closed = _PARTICIPLE.match(text, end) if opened else None
    return Part(opened.start(), closed.end(), "attribute") if opened and closed else None


@lru_cache(maxsize=32 * KEPT_TEXTS)
def _parts(text: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[Part, ...]:
    return tuple(_cut(text, start, end, vocabulary))


def _cut(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Part]:
    patterns = (_MARK, _without_comma(vocabulary))
    cuts = sorted({found.start() for pattern in patterns for found in pattern.finditer(text, start, end)} | {start, end})
    for first, last in pairwise(cuts):
        yield Part(first, last, _kind(text, first, last, first == start, _openers(vocabulary)))


def _kind(text: str, start: int, end: int, opens_sentence: bool, openers: dict[str, str]) -> str:
    found = _FIRST_WORDS.match(text, start, end)
    if not found:
        return "main"
    words = [word.lower() for word in found.groups() if word]
    # 'und die Minister tagten' is no relative clause.
    is_joined = openers.get(words[0]) == "joint"
    if is_joined:
        words = words[1:]
    first, second = ([openers.get(word, "") for word in words] + ["", ""])[:2]
    if first and first != "joint" and not ((opens_sentence or is_joined) and first == "relative"):
        return first
    # 'an der', 'in which': behind a comma a preposition may stand before a relative pronoun.
    return "relative" if text[start] == "," and second == "relative" else "main"


@cache
def _openers(vocabulary: Vocabulary) -> dict[str, str]:
    """The kind of clause by the word that opens it."""
    return {word: row["opens"] for row in vocabulary.rows("clause_words") for word in row["words"].split()}


@cache
def _without_comma(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Where a clause begins that needs no comma: 'agreed that Pakistan would'."""
    words = [word for row in vocabulary.rows("clause_words") if row["needs_comma"] == "0" for word in row["words"].split()]
    return re.compile(rf"\s(?=(?:{'|'.join(words)})\s)")
