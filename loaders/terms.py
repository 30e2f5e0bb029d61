"""An index that finds all terms of a vocabulary in a text; `term_patterns` says how they are written."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from itertools import chain, compress
from operator import itemgetter, or_
from typing import Any, Generic, NamedTuple, TypeVar

import ahocorasick

from loaders.patterns import finder_of
from loaders.term_patterns import DATE_MARK, SPECIAL, is_spelled, regex_of
from loaders.vocabulary import Row
from loaders.words import KEPT_TEXTS, Judged, words_in

Span = tuple[int, int]
T = TypeVar("T")

_WORD = re.compile(r"\w+")
# More than one word.
_SPACED = re.compile(r"\s*\S+\s")
_PLACE, _MEETS = itemgetter(0, 1), itemgetter(2)
_hit = tuple.__new__  # half the time of calling the class, of which each text has thousands


class Hit(NamedTuple, Generic[T]):
    """A term found: `text[start:end]` fits the pattern of `row`, or of the row that was read as it."""

    start: int
    end: int
    row: T


# The need of a pattern whose second word is the event's date.
_DATE_NEXT = 1
_NEAR = 60  # characters before the date in which the word right before it begins


# A pattern with its needs, one bit for each word that must stand behind its first one, or `_DATE_NEXT`, and its row. This and
# `_Known` are plain tuples, since they are taken apart thousands of times.
_Rule = tuple[int, str, T]
# Of a word: the rows that it fits alone, the rules of several words that it may begin, the needs of rules that it meets.
_Known = tuple[tuple[T, ...], tuple[_Rule[T], ...], int]


class _Begun(NamedTuple, Generic[T]):
    """A row read. `first` are the spellings of its first word; `is_word` tells that there is no more to it."""

    first: tuple[str, ...]
    is_word: bool
    needs: int
    pattern: str
    row: T

    @property
    def rule(self) -> _Rule[T]:
        return self.needs, self.pattern, self.row


class _Candidates(NamedTuple, Generic[T]):
    """The words of a text that an index knows something of."""

    starts: list[int]
    ends: list[int]
    known: list[_Known[T]]
    meets: list[int]


def _as_it_is(row: Any) -> Any:
    return row


class TermIndex(Generic[T]):
    """Finds the terms of many rows at once: each word is looked up, and only rows that may begin with it are tried.

    Of these only the ones whose other words stand in the text as well: it is matching that takes time.
    """

    def __init__(self, rows: Iterable[Row], column: str = "term", read: Callable[[Row], T] = _as_it_is) -> None:
        """`column` holds the pattern; hits have what `read` makes of a row, once for all."""
        self._words: dict[str, list[_Begun[T]]] = {}
        self._dated: list[_Rule[T]] = []
        stems: dict[str, list[_Begun[T]]] = {}
        needs = _Needs()
        for row in rows:
            begun = _begun(read(row), row[column], needs)
            for first in row[column].split()[0].split("|"):
                word = re.split(r"[^\w*]", first)[0].lower()
                if first == "{date}":
                    self._dated.append(begun.rule)
                elif "*" in word:
                    stems.setdefault(max(word.split("*"), key=len), []).append(begun)
                else:
                    self._words.setdefault(word, []).append(begun)
        self._stems, self._needs = finder_of(stems), finder_of(needs.bits)
        self._known = Judged(self._look_up)

    def find(self, text: str, start: int = 0, end: int | None = None, date: Span | None = None) -> list[Hit[T]]:
        """All terms in `text[start:end]`, in order of their start; they may overlap, each is found once a place.

        `date` is the span of the event's date; what stands there is read as `{date}` alone.
        """
        limit = len(text) if end is None else end
        starts, ends, known, meets = _candidates(self, text)
        first, last = bisect_left(starts, start), bisect_left(starts, limit)
        missing = ~reduce(or_, meets[first:last], 0)
        found: list[Hit[T]] = []
        hidden = date or (-1, -1)
        if date and date[1] > date[0]:
            text = text[: date[0]] + DATE_MARK * (date[1] - date[0]) + text[date[1] :]
            for needs, pattern, row in self._dated:
                if not needs & missing and (matched := _MATCH[pattern](text, date[0], limit)):
                    found.append(_hit(Hit, (date[0], matched.end(), row)))
        for begin, stop, (rows, rules, _) in zip(starts[first:last], ends[first:last], known[first:last], strict=True):
            if hidden[0] <= begin < hidden[1]:
                continue
            if rows and stop <= limit:
                for row in rows:
                    found.append(_hit(Hit, (begin, stop, row)))
            if rules:
                is_near = hidden[0] - _NEAR < stop < hidden[0] and not _SPACED.match(text, stop, hidden[0])
                unmet = missing & ~_DATE_NEXT if is_near else missing
                for needs, pattern, row in rules:
                    if not needs & unmet and (matched := _MATCH[pattern](text, begin, limit)):
                        found.append(_hit(Hit, (begin, matched.end(), row)))
        return sorted(found, key=_PLACE) if date else found

    def candidates(self, text: str) -> _Candidates[T]:
        """The words of a text that this index knows something of."""
        starts, ends, words = words_in(text)
        judged = list(map(self._known.__getitem__, words))
        known = list(filter(None, judged))
        return _Candidates(list(compress(starts, judged)), list(compress(ends, judged)), known, list(map(_MEETS, known)))

    def _look_up(self, word: str) -> _Known[T] | None:
        small = word.lower()
        begun = [*self._words.get(small, ()), *chain.from_iterable(_values(self._stems, small))]
        each_once = {id(each.row): each for each in begun}.values()
        fitting = [each for each in each_once if any(is_spelled(word, first) for first in each.first)]
        meets = 0
        for bits in _values(self._needs, small):
            meets |= bits
        if not (fitting or meets):
            return None
        rows = tuple(each.row for each in fitting if each.is_word)
        return rows, tuple(each.rule for each in fitting if not each.is_word), meets


class _Needs:
    """The needs of patterns: sets of stems, of which the text must hold one. `bits` gives for each stem those it meets."""

    def __init__(self) -> None:
        self.bits: dict[str, int] = {}
        self._numbers: dict[frozenset[str], int] = {}

    def of(self, words: Sequence[str]) -> int:
        """The bits of a pattern's words. Its first word is looked up itself: of that only what follows a hyphen counts."""
        first = [re.split(r"[^\w*]", spelling, maxsplit=1) for spelling in words[0].split("|")]
        wanted = [[spelling[1] if len(spelling) > 1 else "" for spelling in first]] if words[0] not in SPECIAL else []
        wanted += [word.split("|") for word in words[1:] if word not in SPECIAL]
        return reduce(or_, map(self._bit, wanted), _DATE_NEXT if words[1:2] == ["{date}"] else 0)

    def _bit(self, spellings: Sequence[str]) -> int:
        stems = frozenset(max(_WORD.findall(spelling.lower()), key=len, default="") for spelling in spellings)
        if "" in stems:
            return 0
        bit = _DATE_NEXT << self._numbers.setdefault(stems, len(self._numbers) + 1)
        for stem in stems:
            self.bits[stem] = self.bits.get(stem, 0) | bit
        return bit


def _values(automaton: ahocorasick.Automaton, word: str) -> list[Any]:
    return [value for _, value in automaton.iter(word)] if len(automaton) else []


# Each passage of a section asks for its own part of the same candidates.
@lru_cache(maxsize=4 * KEPT_TEXTS)
def _candidates(index: TermIndex[T], text: str) -> _Candidates[T]:
    return index.candidates(text)


def _begun(row: T, pattern: str, needs: _Needs) -> _Begun[T]:
    words = pattern.split()
    is_word = len(words) == 1 and not re.search(r"[^\w*|]", pattern)
    # Of a first word with a hyphen the index sees the part before it.
    first = tuple(re.split(r"[^\w*]", spelling)[0] for spelling in words[0].split("|"))
    return _Begun(first, is_word, needs.of(words), regex_of(words), row)


# Compiled when all words are met that a pattern needs: most patterns of a vocabulary never are.
_MATCH = Judged(lambda pattern: re.compile(pattern).match)
