"""Finds states named by their adjective beside a noun that acts: 'unter usbekischem Vorsitz', 'the Israeli air strikes'."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.anchored import AnchoredPattern
from loaders.passage import Span
from loaders.patterns import either
from loaders.vocabulary import Row, Vocabulary

_GERMAN = r"\w+sche?[nrsm]?"
# 'der neue usbekische Vorsitz', 'the first Uzbek chairmanship': another adjective may stand between.
_BETWEEN = r"(?:[a-zäöüß]+e[nrsm]?\s)?"
_STRONG = re.compile(r"(?<=sch)e[nrsm]?$")


class _Adjectives(NamedTuple):
    pattern: AnchoredPattern
    states: dict[str, Row]


def states_by_adjective(text: str, vocabulary: Vocabulary) -> Iterator[tuple[Span, Row, str]]:
    """The spans of adjectives, each with the state and the `role` of the noun behind it in `state_nouns.csv`."""
    adjectives = _adjectives(vocabulary)
    for found in adjectives.pattern.finditer(text):
        state = adjectives.states.get(_STRONG.sub("", found["adjective"].lower()))
        if state:
            yield found.span("adjective"), state, "force" if found["force"] else "adjective"


@cache
def _adjectives(vocabulary: Vocabulary) -> _Adjectives:
    by_code = {row["country_code"]: row for row in vocabulary.rows("actors") if row["kind"] == "state"}
    rows = [row for row in vocabulary.rows("country_adjectives") if row["country_code"] in by_code]
    states = {row["stem"].rstrip("*").lower(): by_code[row["country_code"]] for row in rows}
    english = either(sorted((row["stem"] for row in rows if row["language"] == "en"), key=len, reverse=True))
    nouns = {
        role: either(row["pattern"] for row in vocabulary.rows("state_nouns") if row["role"] == role)
        for role in ("adjective", "force")
    }
    adjective = rf"(?:{_GERMAN}|{english})"
    # 'indische und chinesische Delegierte': the noun belongs to both.
    behind = rf"(?:\s(?:und|and)\s{adjective})?\s{_BETWEEN}(?:{nouns['adjective']}|(?P<force>{nouns['force']}))\b"
    return _Adjectives(AnchoredPattern(rf"(?P<adjective>{adjective})(?={behind})", lead=rf"{adjective}\b"), states)
