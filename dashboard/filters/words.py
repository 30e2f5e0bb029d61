"""Words of German and English text in the forms by which a search compares them. Knows no table.

Stems are Snowball's (Porter 2001, the algorithms 'german' and 'english'); what is ours is the spelling they are compared in
and how a part of a German compound is recognised.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_DIGRAPHS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_STEMMERS = tuple(snowballstemmer.stemmer(name) for name in ("german", "english"))

# What may stand before a part of a compound without making it one: 'verhandeln' holds no 'Handel', 'Vorsitz' no 'Sitz'.
_PREFIXES = frozenset(
    _WORD.findall(
        "ab an auf aus be bei da dar ein emp ent er fort ge her herab heran herauf heraus hervor hin hinaus hinter los miss mit "
        "nach neben nieder ob uber um un unter ver vor voran voraus vorbei weg wider wieder zer zu zuruck zusammen zwischen"
    )
)
_BEGINNING_LENGTH = 4  # letters a word needs to be sought at the beginning of longer ones
_PART_LENGTH = 5  # … and a stem, or either inside them
_STEM_LENGTH = 5  # a stem shorter than this must not have lost much: Snowball cuts 'Sicherheit' to 'sich'
_ENDING_LENGTH = 3
_ABBREVIATION_LENGTH = 6  # letters up to which capitals alone are an abbreviation and no shouting


class Word(NamedTuple):
    """A word of a text with its place, `text[start:end]`."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, in order; hyphens and strokes part them: 'Nur-Sultan' is two."""
    return [Word(found.group(), *found.span()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """The word without case, accents and the choice between ä and ae, ß and ss: 'Düsseldorf' and 'Duesseldorf' are one."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_DIGRAPHS))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub("([aou])e", r"\1", plain)


@lru_cache(maxsize=200_000)
def stems(word: str) -> frozenset[str]:
    """The folded forms under which the word is found: itself and its stems in both languages.

    An abbreviation has no stem: 'RATS' is not the plural of 'Rat'.
    """
    if _is_abbreviation(word):
        return frozenset({folded(word)})
    small = unicodedata.normalize("NFC", word.casefold())
    return frozenset(
        {folded(small), *(folded(stem) for stem in (one.stemWord(small) for one in _STEMMERS) if _is_safe(stem, small))}
    )


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= _ABBREVIATION_LENGTH


def _is_safe(stem: str, word: str) -> bool:
    return len(stem) >= _STEM_LENGTH or len(word) - len(stem) <= _ENDING_LENGTH


@lru_cache(maxsize=200_000)
def matches(asked: str, found: str) -> bool:
    """Whether a word that is asked for is met by a word of a text: inflected, or a part of it as a compound."""
    wanted = stems(asked)
    if wanted & stems(found):
        return True
    if _is_abbreviation(asked):
        return False
    whole, complete = folded(found), folded(asked)
    return any(_is_part(stem, whole, _BEGINNING_LENGTH if stem == complete else _PART_LENGTH) for stem in wanted)


def _is_part(stem: str, whole: str, shortest: int) -> bool:
    if len(stem) < shortest or stem.isdigit():
        return False
    if whole.startswith(stem):
        return True
    at = whole.find(stem, 3) if len(stem) >= _PART_LENGTH else -1
    return at > 0 and whole[:at] not in _PREFIXES
