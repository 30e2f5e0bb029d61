"""The small pattern language of the term vocabularies, and an index that finds all terms of one in a text.

A pattern is a row of words parted by spaces:

- `Gipfel` is that word, `Gipfel*` one that begins so, `*gipfel` one that ends so, `*gipfel*` one that holds it;
- `a|b` is either word, `…` up to 160 characters of the same sentence, `{date}` the event's own date (see `masked`),
  `$` the end of the text that is searched, whatever marks stand there.

A hyphen parts words: `Gipfel*` also finds the second half of `SCO-Gipfeltreffen`. Case does not count, save for words
in capitals alone (`RATS` is the body, `Rats` the genitive of a council).
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import ahocorasick

from loaders.vocabulary import Row

# Stands for the event's date: one for each of its characters, so that offsets stay.
DATE_MARK = "\N{BLACK DIAMOND}"

_WORD = re.compile(rf"\w+|{DATE_MARK}+")
_GAP = r"(?:[^.;!?]|(?<=\d)\.|\.(?=\S)){0,160}?"
_END = r"[^\w\s]*\s*\Z"
# Each distinct word is looked up once; the memory for that is bounded.
_KNOWN_WORDS = 50_000


class Hit(NamedTuple):
    """A term found: `text[start:end]` fits the pattern of `row`."""

    start: int
    end: int
    row: Row


class _Rule(NamedTuple):
    regex: re.Pattern[str]
    row: Row


class TermIndex:
    """Finds the terms of many rows at once: each word is looked up, and only rows that may begin with it are tried."""

    def __init__(self, rows: Iterable[Row], column: str = "term") -> None:
        self._words: dict[str, list[_Rule]] = {}
        stems: dict[str, list[_Rule]] = {}
        for row in rows:
            rule = _Rule(_compiled(row[column]), row)
            for first in row[column].split()[0].split("|"):
                word = re.split(r"[^\w*{}]", first)[0].lower()
                into = stems if "*" in word else self._words
                into.setdefault(max(word.split("*"), key=len), []).append(rule)
        self._stems = ahocorasick.Automaton()
        for stem, rules in stems.items():
            self._stems.add_word(stem, rules)
        self._stems.make_automaton()
        self._known: dict[str, Sequence[_Rule]] = {}

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """All terms in `text[start:end]`, in order of their start; terms may overlap, each is found once a place."""
        limit = len(text) if end is None else end
        found = []
        for word in _WORD.finditer(text, start, limit):
            for rule in self._rules(word.group()):
                hit = rule.regex.match(text, word.start(), limit)
                if hit:
                    found.append(Hit(hit.start(), hit.end(), rule.row))
        return found

    def _rules(self, word: str) -> Sequence[_Rule]:
        rules = self._known.get(word)
        if rules is None:
            rules = self._looked_up("{date}" if word[0] == DATE_MARK else word.lower())
            if len(self._known) < _KNOWN_WORDS:
                self._known[word] = rules
        return rules

    def _looked_up(self, word: str) -> Sequence[_Rule]:
        rules = list(self._words.get(word, ()))
        if len(self._stems):
            rules += [rule for _, stem_rules in self._stems.iter(word) for rule in stem_rules]
        return tuple({id(rule.row): rule for rule in rules}.values())


def masked(text: str, start: int, end: int) -> str:
    """The text with `start:end`, the event's date, replaced by what `{date}` finds; its length stays."""
    return text[:start] + DATE_MARK * (end - start) + text[end:]


def _compiled(pattern: str) -> re.Pattern[str]:
    parts: list[str] = []
    for word in pattern.split():
        if word == "…":
            parts.append(_GAP)
            continue
        if word == "$":
            parts.append(_END)
            continue
        if parts:
            parts.append(r"\s*" if parts[-1] == _GAP else r"\s+")
        parts.append(f"{DATE_MARK}+" if word == "{date}" else rf"(?<!\w)(?:{'|'.join(map(_word, word.split('|')))})(?!\w)")
    return re.compile("".join(parts))


def _word(word: str) -> str:
    regex = r"\w*".join(map(re.escape, word.split("*")))
    letters = [letter for letter in word if letter.isalpha()]
    return regex if len(letters) > 1 and all(map(str.isupper, letters)) else f"(?i:{regex})"
