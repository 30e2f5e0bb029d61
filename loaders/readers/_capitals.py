"""Headings set in capitals, written as the words of the text are."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from loaders.readers._blocks import Block, Kind
from loaders.readers._text import without_controls
from loaders.vocabulary import default

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = 8  # fewer may be an abbreviation
_SHORT = 3  # letters of a word that the text does not hold and that is kept as an abbreviation


def recased(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with lines in capitals ('GIPFEL IN BERN') written as the text writes their words ('Gipfel in Bern').

    A word that the text does not hold begins with a capital.
    """
    shouted = [index for index, block in enumerate(blocks) if _is_shouted(block)]
    if not shouted:
        return list(blocks)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for index, block in enumerate(blocks):
        if index not in shouted and block.kind is not Kind.NOTE:
            for word in _COMPOUND.findall(block.words):
                forms[word.casefold()][word] += 1
                for part in word.split("-") if "-" in word else ():
                    forms[part.casefold()][part] += 1
    result = list(blocks)
    for index in shouted:
        raw = _COMPOUND.sub(lambda found: _as_told(found[0], forms), blocks[index].raw)
        result[index] = blocks[index].with_raw(_first_large(raw))
    return result


def _is_shouted(block: Block) -> bool:
    if block.kind is Kind.NOTE or len(block.raw) > 200 or "\ue004" in block.raw or not block.raw.isupper():
        return False
    return sum(map(len, _WORD.findall(without_controls(block.raw)))) >= _LETTERS


@cache
def _small_words() -> frozenset[str]:
    """Words by which languages are told, mostly of grammar; a short one is no abbreviation."""
    return frozenset(row["word"].casefold() for row in default().rows("language_words"))


def _as_told(word: str, forms: dict[str, Counter[str]]) -> str:
    told = forms.get(word.casefold())
    if not told and "-" in word:
        return "-".join(_as_told(part, forms) for part in word.split("-"))
    if not told and len(word) > _SHORT:
        return word.capitalize()
    if not told:
        return word.lower() if word.casefold() in _small_words() else word
    small = word.lower()
    # A word that the text writes small has its capital from the beginning of a sentence.
    return small if small in told else max(told, key=lambda form: (told[form], form))


def _first_large(raw: str) -> str:
    first = _WORD.search(raw)
    return raw[: first.start()] + first[0][0].upper() + first[0][1:] + raw[first.end() :] if first else raw
