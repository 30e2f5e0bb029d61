"""The small pattern language of the term vocabularies, and an index that finds all terms of one in a text.

A pattern is a row of words parted by spaces:

- `Gipfel` is that word, `Gipfel*` one that begins so, `*gipfel` one that ends so, `*gipfel*` one that holds it;
- `a|b` is either word, `…` up to 160 characters of the same sentence, `..` up to five words without a comma,
  `{date}` the event's own date, `$` that a mark follows or the text ends.

A hyphen parts words: `Gipfel*` also finds the second half of `SCO-Gipfeltreffen`, and `der *minister` finds
'der SCO-Energieminister'. Case does not count, save for words in capitals alone (`RATS` is the body, `Rats` the genitive
of a council).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from loaders.vocabulary import Row

Span = tuple[int, int]

# Stands for the event's date: one for each of its characters, so that offsets stay.
_DATE_MARK = "\N{BLACK DIAMOND}"
_WORD = re.compile(r"\w+")
_GAP = r"[^;!?\n]{0,160}?"
_SHORT_GAP = rf"(?:(?:[\w{_DATE_MARK}„“”\"()-]+|\d+\.)\s+){{0,5}}?"
_HEAD_OF_COMPOUND = r"(?:\w+-)*"
_END = r"(?=\s*(?:[^\w\s]|\Z))"
_SPECIAL = {"…": _GAP, "..": _SHORT_GAP, "$": _END, "{date}": f"{_DATE_MARK}+"}
_GAPS = frozenset(("…", ".."))
# Each distinct word is looked up once; the memory for that is bounded.
_KNOWN_WORDS = 50_000
_KEPT_TEXTS = 32


class Hit(NamedTuple):
    """A term found: `text[start:end]` fits the pattern of `row`."""

    start: int
    end: int
    row: Row


class _Rule(NamedTuple):
    """A pattern ready to match. `needs` tell whether its later words occur, where a gap stands before them."""

    first: re.Pattern[str]
    regex: re.Pattern[str]
    row: Row
    is_word: bool
    needs: tuple[Callable[[str], object], ...]


# What a word may begin: the rows that it fits alone, and the rules of several words. Empty for most words.
_MayBegin = tuple[()] | tuple[tuple[Row, ...], tuple[_Rule, ...]]
# A word of a text (start, end) with what it may begin.
_Candidate = tuple[int, int, tuple[Row, ...], tuple[_Rule, ...]]


class TermIndex:
    """Finds the terms of many rows at once: each word is looked up, and only rows that may begin with it are tried."""

    def __init__(self, rows: Iterable[Row], column: str = "term") -> None:
        self._words: dict[str, list[_Rule]] = {}
        self._dated: list[_Rule] = []
        stems: dict[str, list[_Rule]] = {}
        for row in rows:
            rule = _rule(row, row[column])
            for first in row[column].split()[0].split("|"):
                word = re.split(r"[^\w*]", first)[0].lower()
                if first == "{date}":
                    self._dated.append(rule)
                elif "*" in word:
                    stems.setdefault(max(word.split("*"), key=len), []).append(rule)
                else:
                    self._words.setdefault(word, []).append(rule)
        self._stems = ahocorasick.Automaton()
        for stem, rules in stems.items():
            self._stems.add_word(stem, rules)
        self._stems.make_automaton()
        self._known = _Known(self._look_up)

    def find(self, text: str, start: int = 0, end: int | None = None, date: Span | None = None) -> list[Hit]:
        """All terms in `text[start:end]`, in order of their start; they may overlap, each is found once a place.

        `date` is the span of the event's date; what stands there is read as `{date}` alone.
        """
        limit = len(text) if end is None else end
        small = text[start:limit].lower()
        starts, candidates = _candidates(self, text)
        found: list[Hit] = []
        hidden = date or (-1, -1)
        if date and date[1] > date[0]:
            text = text[: date[0]] + _DATE_MARK * (date[1] - date[0]) + text[date[1] :]
            found += _matches(self._dated, text, date[0], limit, small)
        for word_start, word_end, rows, rules in candidates[bisect_left(starts, start) : bisect_left(starts, limit)]:
            if hidden[0] <= word_start < hidden[1]:
                continue
            if rows and word_end <= limit:
                found += [Hit(word_start, word_end, row) for row in rows]
            if rules:
                found += _matches(rules, text, word_start, limit, small)
        return sorted(found, key=_place) if date else found

    def candidates(self, text: str) -> list[_Candidate]:
        """The words of a text that terms may begin with."""
        if len(self._known) > _KNOWN_WORDS:
            self._known.clear()
        known = self._known
        return [(start, end, *may_begin) for start, end, word in _words(text) if (may_begin := known[word])]

    def _look_up(self, word: str) -> _MayBegin:
        small = word.lower()
        rules = list(self._words.get(small, ()))
        if len(self._stems):
            rules += [rule for _, stem_rules in self._stems.iter(small) for rule in stem_rules]
        fitting = [rule for rule in {id(rule.row): rule for rule in rules}.values() if rule.first.match(word)]
        rows = tuple(rule.row for rule in fitting if rule.is_word)
        return (rows, tuple(rule for rule in fitting if not rule.is_word)) if fitting else ()


class _Known(dict[str, _MayBegin]):
    """What each word may begin, looked up when it is first met."""

    def __init__(self, look_up: Callable[[str], _MayBegin]) -> None:
        self._look_up = look_up

    def __missing__(self, word: str) -> _MayBegin:
        known = self[word] = self._look_up(word)
        return known


@lru_cache(maxsize=_KEPT_TEXTS)
def _words(text: str) -> list[tuple[int, int, str]]:
    return [(*word.span(), word.group()) for word in _WORD.finditer(text)]


@lru_cache(maxsize=_KEPT_TEXTS)
def _candidates(index: TermIndex, text: str) -> tuple[list[int], list[_Candidate]]:
    candidates = index.candidates(text)
    return [candidate[0] for candidate in candidates], candidates


def _matches(rules: Iterable[_Rule], text: str, start: int, limit: int, small: str) -> list[Hit]:
    found = []
    for _, regex, row, _, needs in rules:
        for occurs in needs:
            if not occurs(small):
                break
        else:
            match = regex.match(text, start, limit)
            if match:
                found.append(Hit(start, match.end(), row))
    return found


def _place(hit: Hit) -> Span:
    return hit.start, hit.end


def _rule(row: Row, pattern: str) -> _Rule:
    words = pattern.split()
    regex = re.compile("".join(_parts(words)))
    is_word = len(words) == 1 and not re.search(r"[^\w*|]", pattern)
    # Of a first word with a hyphen the index sees the part before it.
    first = re.compile("|".join(_spelled(re.split(r"[^\w*]", spelling)[0]) + r"\Z" for spelling in words[0].split("|")))
    return _Rule(first, regex, row, is_word, _needs(words))


def _needs(words: list[str]) -> tuple[Callable[[str], object], ...]:
    # A gap makes matching slow, so patterns with one are tried only where their later words stand in the text.
    if not _GAPS & set(words):
        return ()
    later = [word for word in words[1:] if word not in _SPECIAL]
    stems = [{max(spelling.lower().split("*"), key=len) for spelling in word.split("|")} for word in later]
    return tuple(re.compile("|".join(map(re.escape, sorted(stem)))).search for stem in stems)


def _parts(words: list[str]) -> Iterator[str]:
    before = ""
    for word in words:
        if before and word not in ("…", "$"):
            yield "" if before == "…" else _HEAD_OF_COMPOUND if before == ".." else r"\s+" + _HEAD_OF_COMPOUND
        yield _SPECIAL.get(word) or rf"(?<!\w)(?:{'|'.join(map(_spelled, word.split('|')))})(?!\w)"
        before = word


def _spelled(word: str) -> str:
    regex = r"\w*".join(map(re.escape, word.split("*")))
    letters = [letter for letter in word if letter.isalpha()]
    return regex if len(letters) > 1 and all(map(str.isupper, letters)) else f"(?i:{regex})"
