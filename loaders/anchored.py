"""Patterns that begin with a word, tried only where such a word stands.

A pattern of many alternatives is tried at every character of a text; most of the time of a finder would go there. The words
of a text are looked up instead, for all patterns at once, and a pattern is matched where a word may begin it.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import compress
from threading import Lock

from loaders.words import KEPT_TEXTS, Judged, words_in

# The pieces of a pattern, and those that stay inside one word: letters, escapes and classes for them, groups, quantifiers.
_PIECE = re.compile(r"\(\?i?:|\\.|\[[^\]]*\]|\{\d*,?\d*\}|.", re.DOTALL)
_OF_WORD = re.compile(r"\w|\\[wbd]|\[(?:\w(?:-\w)?)+\]|\(\?i?:|\)|[|?*+]|\{\d*,?\d*\}")
_QUANTIFIERS = ("?", "*", "+", "{")
_LOOKBEHIND = re.compile(r"\(\?<[!=][^()]*\)")


class AnchoredPattern:
    """A pattern with `search` and `finditer` as `re` has them. Every alternative must begin with a word."""

    def __init__(self, pattern: str, lead: str | None = None, flags: int = 0) -> None:
        """`lead` is a pattern of what the first word begins with, where that cannot be read from the pattern."""
        self._pattern, self._flags = rf"\b(?:{pattern})", flags
        self._number = _Leads.add(re.compile(lead_of(pattern) if lead is None else lead, flags))

    # Compiled when a word is met that may begin it.
    @cached_property
    def _match(self) -> Callable[[str, int, int], re.Match[str] | None]:
        return re.compile(self._pattern, self._flags).match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        places = _places_in(text, _Leads.all).get(self._number)
        if not places:
            return None
        limit = len(text) if end is None else end
        for place in places[bisect_left(places, start) :]:
            if place >= limit:
                return None
            if found := self._match(text, place, limit):
                return found
        return None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text[start:end]`, none overlapping another."""
        places = _places_in(text, _Leads.all).get(self._number)
        return self._matches(text, places, start, len(text) if end is None else end) if places else iter(())

    def _matches(self, text: str, places: list[int], start: int, limit: int) -> Iterator[re.Match[str]]:
        for place in places[bisect_left(places, start) :]:
            if place >= limit:
                return
            if place >= start and (found := self._match(text, place, limit)):
                yield found
                start = max(found.end(), place + 1)


class _Leads:
    """What the patterns made so far begin with. A further pattern makes a further object, so that no judgment is outdated."""

    all: "_Leads"
    _lock = Lock()

    def __init__(self, leads: tuple[re.Pattern[str], ...]) -> None:
        self._leads = leads
        self.begun: Judged[list[int]] = Judged(lambda word: [number for number, lead in enumerate(leads) if lead.match(word)])

    @classmethod
    def add(cls, lead: re.Pattern[str]) -> int:
        """The number of a further pattern."""
        with cls._lock:
            cls.all = cls((*cls.all._leads, lead))
            return len(cls.all._leads) - 1


_Leads.all = _Leads(())


# A section is asked for by all patterns, one section after the other.
@lru_cache(maxsize=KEPT_TEXTS)
def _places_in(text: str, leads: _Leads) -> dict[int, list[int]]:
    """For each pattern the places of the words that may begin it."""
    starts, _, words = words_in(text)
    begun = list(map(leads.begun.__getitem__, words))
    places: defaultdict[int, list[int]] = defaultdict(list)
    for start, numbers in zip(compress(starts, begun), filter(None, begun), strict=True):
        for number in numbers:
            places[number].append(start)
    return places


def lead_of(pattern: str) -> str:
    """A pattern of what the first word of a match begins with; it may fit more words, never fewer.

    >>> lead_of("per Video|teil(?:nahm(?:en)?|nehmen)|(?:drei|ein paar) Gäste")
    'per|teil(?:nahm(?:en)?|nehmen)|(?:drei|ein)'
    """
    alternatives: list[list[str]] = [[]]
    for item in _items(pattern):
        if item == "|":
            alternatives.append([])
        else:
            alternatives[-1].append(item)
    return "|".join(map(_lead, alternatives))


def _lead(items: list[str]) -> str:
    """What of an alternative stays inside its first word; of a group that does not, what the group begins with."""
    lead = ""
    for item in items:
        if not all(map(_OF_WORD.fullmatch, _PIECE.findall(item))):
            is_group = item.startswith("(?:") and item.endswith(")")
            return f"{lead}(?:{lead_of(item[3:-1])})" if is_group else lead
        lead += item
    return lead


def _items(pattern: str) -> list[str]:
    """The items of a pattern with their quantifiers: single letters, classes, whole groups, the signs '|' between them."""
    items: list[str] = []
    depth = 0
    for piece in _PIECE.findall(_LOOKBEHIND.sub("", pattern)):
        if depth or (items and piece.startswith(_QUANTIFIERS)):
            items[-1] += piece
        else:
            items.append(piece)
        depth += {"(": 1, "(?:": 1, "(?i:": 1, ")": -1}.get(piece, 0)
    return items
