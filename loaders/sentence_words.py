"""The words by which a text is cut into sentences and clauses: `sentence_words.csv`, by kind.

A full stop ends no sentence behind an `abbreviation`; a number with a full stop is none of an ordinal where an `opener` of
a sentence follows, where it is the number of something (`numbered`) or where the sentence has an `english` word. Clauses are
parted at a `joint` behind a comma, at an `english joint` without one, at last at an `and`. A word that ends in '*' stands for
all that begin so.
"""

import re
from functools import cache
from typing import NamedTuple

from loaders.vocabulary import default


class SentenceWords(NamedTuple):
    """The words as patterns; `separators` from the strongest to the weakest."""

    abbreviations: re.Pattern[str]
    openers: re.Pattern[str]
    numbered: re.Pattern[str]
    english: re.Pattern[str]
    separators: tuple[re.Pattern[str], ...]


@cache
def sentence_words() -> SentenceWords:
    """The words of the project's own vocabularies, compiled once."""
    words: dict[str, str] = {}
    for row in default().rows("sentence_words"):
        every = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in row["words"].split())
        words[row["kind"]] = f"{words[row['kind']]}|{every}" if row["kind"] in words else every
    return SentenceWords(
        abbreviations=re.compile(rf"(?:\b(?:[A-ZÄÖÜ]|{words['abbreviation']}))$"),
        openers=re.compile(rf"(?:{words['opener']})\b"),
        # The second year of '2025–26' is none either.
        numbered=re.compile(rf"(?:\b(?:{words['numbered']})\s|(?<!\d)(?:19|20)\d\d[–/-])\d{{1,2}}$"),
        english=re.compile(rf"\b(?:{words['english']})\b"),
        separators=(
            re.compile(r";\s"),
            re.compile(r"\s[–—]\s|:\s"),
            re.compile(rf",\s(?:{words['joint']})\b"),
            re.compile(rf"\s(?:{words['english joint']})\s"),
            re.compile(r",\s"),
            re.compile(rf"\s(?:{words['and']})\s"),
            re.compile(r"\s"),
        ),
    )
