"""Places that something struck: an attack, fighting, an earthquake. There it happened, unless others only speak of it.

The words are the rows of `blow_words.csv`: `blow` is what strikes a place and `wrong` what else is done there, which `regret`
speaks of, as `grief` does; `praise` speaks of what is `praised`. Around them stand `amid` before a blow, `in`, `at`, `near`
and an `article` before its place, and `dated` before the date behind that.
"""

import re
from functools import cache
from typing import NamedTuple

from loaders.patterns import by_kind
from loaders.places.names import Found
from loaders.vocabulary import Vocabulary


class Blows(NamedTuple):
    """What the words around a place say of blows."""

    struck: re.Pattern[str]
    dated: re.Pattern[str]
    told: re.Pattern[str]
    regretted: re.Pattern[str]
    praised: re.Pattern[str]
    grieved: re.Pattern[str]

    def is_blow(self, word: str) -> bool:
        """Whether a word before 'von X' says that something struck X."""
        return self.struck.fullmatch(word) is not None

    def is_told(self, left: str) -> bool:
        """Whether the words before a place tell of a blow as what happened: 'bei einem Anschlag in X'."""
        return self.told.search(left) is not None

    def is_spoken_of(self, text: str, found: Found, left: str) -> bool:
        """Whether others speak of what struck or happened at the place; behind the date of that it is the event itself."""
        return bool(self.regretted.search(left) or self.praised.search(left)) and not self.is_dated_behind(text, found)

    def is_dated_behind(self, text: str, found: Found) -> bool:
        """Whether the date of what happened follows the place."""
        return self.dated.match(text, found.end) is not None


@cache
def blows_of(vocabulary: Vocabulary) -> Blows:
    """The patterns that the rows of `blow_words.csv` make."""

    one = by_kind(vocabulary.rows("blow_words"))
    article = rf"(?:{one['article']}\s)?$"
    regrets = rf"\b(?:{one['regret']}|{one['grief']})"
    between = r"(?:[^,;.!?]|(?<=\d)\.)*"
    return Blows(
        struck=re.compile(one["blow"]),
        dated=re.compile(rf"\s{one['dated']}\s(?:\w+\s){{0,2}}\d|\s\(\d"),
        told=re.compile(rf"\b{one['amid']}\s(?:\w+\s){{0,2}}{one['blow']}\s(?:{one['at']}|{one['near']})\s{article}"),
        # 'verurteilte den Überfall auf die Bahn in X': what is spoken of, not where one speaks.
        regretted=re.compile(rf"{regrets}\b{between}\b(?:{one['blow']}|{one['wrong']})\b{between}\s{one['at']}\s{article}"),
        grieved=re.compile(regrets),
        # Guests are welcomed where one is oneself: only what takes place elsewhere is praised from afar.
        praised=re.compile(rf"\b{one['praise']}\b[^,;.!?]*\b{one['praised']}\s{one['in']}\s{article}"),
    )
