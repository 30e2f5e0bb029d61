"""The words of a text with their places, cut once for all finders.

To look a word up in a set takes a fraction of the time that a pattern takes to try every place of a text. So finders look
for the words that what they seek begins with, and match their patterns there alone.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_PARTED = re.compile(r"(\w+)")
# Room for the headings and texts of a briefing: finders ask for them one after the other, and some for all in turn.
KEPT_TEXTS = 64


class Words(NamedTuple):
    """The words of a text, in order: stretches of letters, digits and low lines."""

    starts: list[int]
    ends: list[int]
    words: list[str]


@lru_cache(maxsize=KEPT_TEXTS)
def words_in(text: str) -> Words:
    """The words of a text."""
    pieces = _PARTED.split(text)  # what is no word, a word, what is no word, …
    ends = list(accumulate(map(len, pieces)))
    return Words(ends[:-1:2], ends[1::2], pieces[1::2])


def places_of(text: str, is_wanted: Callable[[str], object]) -> list[int]:
    """Where the words of a text stand that are wanted."""
    words = words_in(text)
    return list(compress(words.starts, map(is_wanted, words.words)))


class Judged(dict[str, T]):
    """Words with a judgment of each, given when it is first met: `judged.__getitem__` is as fast as a look-up can be."""

    # More words than a language has would be no words: then memory is freed.
    _MOST = 50_000

    def __init__(self, judge: Callable[[str], T]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, word: str) -> T:
        if len(self) > self._MOST:
            self.clear()
        judged = self[word] = self._judge(word)
        return judged
