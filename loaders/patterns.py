"""Patterns made of the rows of vocabularies, and compiled when a text first needs them: all take most of a first reading."""

import re
from collections.abc import Iterable, Mapping

import ahocorasick

from loaders.vocabulary import Row
from loaders.words import Judged

COMPILED: Judged[re.Pattern[str]] = Judged(re.compile)


def either(patterns: Iterable[str]) -> str:
    """A group that fits any of these patterns, of several that fit the first; a pattern is taken once. Of none nothing fits."""
    return "(?:" + ("|".join(dict.fromkeys(patterns)) or "(?!)") + ")"


def either_word(words: Iterable[str]) -> str:
    """A group that fits any of these words as they are written, of several that fit the longest."""
    return either(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def by_kind(rows: Iterable[Row], kind: str = "kind") -> dict[str, str]:
    """For each kind of rows a group that fits any of their patterns; `kind` names the column that tells it."""
    patterns: dict[str, list[str]] = {}
    for row in rows:
        patterns.setdefault(row[kind], []).append(row["pattern"])
    return {each: either(those) for each, those in patterns.items()}


def finder_of(values: Mapping[str, object]) -> ahocorasick.Automaton:
    """Finds all keys in a text in one go, and gives the value of each."""
    finder = ahocorasick.Automaton()
    for word, value in values.items():
        finder.add_word(word, value)
    finder.make_automaton()
    return finder
