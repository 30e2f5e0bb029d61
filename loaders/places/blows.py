"""Places that something struck: an attack, fighting, an earthquake. There it happened, unless others only speak of it.

The words are the rows of `blow_words.csv`: `blow` is what strikes a place and `wrong` what else is done there, which `regret`
speaks of; `praise` speaks of what is `praised`.
"""

import re
from functools import cache
from typing import NamedTuple

from loaders.places.names import Found
from loaders.vocabulary import Vocabulary

_DATED_BEHIND = re.compile(r"\s(?:vom|am|on|of)\s(?:\w+\s){0,2}\d|\s\(\d")
_ARTICLE = r"(?:(?:der|dem|den|the)\s)?$"


class Blows(NamedTuple):
    """What the words around a place say of blows."""

    struck: re.Pattern[str]
    told: re.Pattern[str]
    regretted: re.Pattern[str]
    praised: re.Pattern[str]

    def is_blow(self, word: str) -> bool:
        """Whether a word before 'von X' says that something struck X."""
        return self.struck.fullmatch(word) is not None

    def is_told(self, left: str) -> bool:
        """Whether the words before a place tell of a blow as what happened: 'bei einem Anschlag in X'."""
        return self.told.search(left) is not None

    def is_spoken_of(self, text: str, found: Found, left: str) -> bool:
        """Whether others speak of what struck or happened at the place; behind the date of that it is the event itself."""
        return bool(self.regretted.search(left) or self.praised.search(left)) and not is_dated_behind(text, found)


def is_dated_behind(text: str, found: Found) -> bool:
    """Whether the date of what happened follows the place."""
    return _DATED_BEHIND.match(text, found.end) is not None


@cache
def blows_of(vocabulary: Vocabulary) -> Blows:
    """The patterns that the rows of `blow_words.csv` make."""

    def one(*kinds: str) -> str:
        return "|".join(row["pattern"] for row in vocabulary.rows("blow_words") if row["kind"] in kinds)

    return Blows(
        struck=re.compile(one("blow")),
        told=re.compile(
            r"\b(?:[Bb]eim|[Bb]ei (?:d(?:em|er)|eine[mr]|mehreren|zwei|drei)|[Ii]n (?:the|an?|two|three)|[Dd]uring (?:the|an?))"
            rf"\s(?:\w+\s){{0,2}}(?:{one('blow')})\s(?:in|im|bei|nahe|at|near|on)\s{_ARTICLE}"
        ),
        # 'verurteilte den Überfall auf die Bahn in X': what is spoken of, not where one speaks.
        regretted=re.compile(
            rf"\b(?:{one('regret')})\b(?:[^,;.!?]|(?<=\d)\.)*\b(?:{one('blow', 'wrong')})\b"
            rf"(?:[^,;.!?]|(?<=\d)\.)*\s(?:in|im|at|bei)\s{_ARTICLE}"
        ),
        # Guests are welcomed where one is oneself: only what takes place elsewhere is praised from afar.
        praised=re.compile(rf"\b(?:{one('praise')})\b[^,;.!?]*\b(?:{one('praised')})\s(?:in|im)\s{_ARTICLE}"),
    )
