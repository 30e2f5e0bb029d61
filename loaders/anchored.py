"""Patterns that begin with a word, tried only where such a word stands.

A pattern of many alternatives is tried at every character of a text; most of the time of a finder would go there. The words
of a text are looked up instead, all patterns of a set at once, and a pattern is matched where a word may begin it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from loaders.words import Judged, words_in

_QUANTIFIER = r"(?:[?*+]|\{\d*,?\d*\})?\??"
# What of a pattern stays inside one word: letters, escapes for them, classes of them, groups of them.
_OF_WORD = re.compile(
    rf"(?:\w|\\[wbd]|\[[^\W\d_](?:[\w]|(?<=\w)-(?=\w))*\]|\((?:\?:|\?i:)(?:[\w|?]|\(\?:[\w|]+\)|\[\w+\])+\)){_QUANTIFIER}"
)


class _Anchors(NamedTuple):
    """Where words stand that may begin one of the patterns, and which: one bit a pattern."""

    starts: list[int]
    bits: list[int]


class AnchoredPattern:
    """A pattern with `search` and `finditer` as `re` has them."""

    def __init__(self, anchors: "_Set", bit: int, pattern: str) -> None:
        self._anchors, self._bit, self._match = anchors, bit, re.compile(pattern).match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text[start:end]`, none overlapping another."""
        limit = len(text) if end is None else end
        starts, bits = _anchors(self._anchors, text)
        for number in range(bisect_left(starts, start), len(starts)):
            place = starts[number]
            if place >= limit:
                return
            if bits[number] & self._bit and place >= start and (found := self._match(text, place, limit)):
                yield found
                start = max(found.end(), place + 1)


class _Set:
    """Patterns whose words are looked up together."""

    def __init__(self, leads: Mapping[int, re.Pattern[str]]) -> None:
        self.bits = Judged(lambda word: sum(bit for bit, lead in leads.items() if lead.match(word)))


def anchored(patterns: Mapping[str, str], leads: Mapping[str, str] | None = None) -> dict[str, AnchoredPattern]:
    """The patterns by name. Every alternative of each must begin with a word; so a pattern begins with a word boundary.

    `leads` gives, for a pattern from which it cannot be read, a pattern of what its first word begins with.
    """
    given = leads or {}
    bits = {name: 1 << number for number, name in enumerate(patterns)}
    together = _Set({bit: re.compile(given.get(name) or lead(patterns[name])) for name, bit in bits.items()})
    return {name: AnchoredPattern(together, bit, rf"\b(?:{patterns[name]})") for name, bit in bits.items()}


def lead(pattern: str) -> str:
    """A pattern of what the first word of a match begins with; it may fit more words, never fewer.

    >>> lead("per Video|teil(?:nahm(?:en)?|nehmen)")
    'per|teil(?:nahm(?:en)?|nehmen)'
    """
    return "|".join(_lead(alternative) for alternative in _alternatives(pattern))


def _lead(alternative: str) -> str:
    place = 0
    while found := _OF_WORD.match(alternative, place):
        place = found.end()
    return alternative[:place]


def _alternatives(pattern: str) -> list[str]:
    """The parts between the signs '|' that stand in no group and no class."""
    parts, depth = [""], 0
    for piece in re.findall(r"\\.|\[[^\]]*\]|.", pattern, re.DOTALL):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


# A section's words are looked up once for all its events.
@lru_cache(maxsize=16)
def _anchors(patterns: _Set, text: str) -> _Anchors:
    starts, _, words = words_in(text)
    bits = list(map(patterns.bits.__getitem__, words))
    return _Anchors(list(compress(starts, bits)), list(filter(None, bits)))
