"""The names of the places the vocabularies know, and where they stand in a text.

Names are looked up by their first word in a dictionary, the longest first: no pattern grows with the vocabulary.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from loaders.vocabulary import Vocabulary
from loaders.words import Judged, words_in

# How a word that may open a name begins. Apostrophes of all kinds are one while names are compared.
_CAPITAL = re.compile(r"[^\W\d_a-zäöüß]")
_FIRST_WORD = re.compile(r"\w+")
_SAME = "'‘ʻʼ`´"
_APOSTROPHES = str.maketrans(dict.fromkeys(_SAME, "’"))
# Behind a name: a genitive ending, then no further letter.
_GENITIVE = re.compile(r"(?:’s|s|’)?(?!\w)")


class Place(NamedTuple):
    """A row of the table `places`. Coordinates are decimal degrees as text, '' where not known."""

    place_id: str
    label_de: str
    label_en: str
    country_code: str
    latitude: str
    longitude: str
    kind: str
    source: str


class Name(NamedTuple):
    """One spelling and the places it may mean. `form` is 'name', or 'adjective' for 'Moskauer'."""

    text: str
    places: tuple[Place, ...]
    needs_cue: bool = False
    form: str = "name"


class Found(NamedTuple):
    """A name in a text. `end` includes a genitive ending, `genitive` tells of one."""

    start: int
    end: int
    name: Name
    genitive: bool = False


@cache
def places_by_id(vocabulary: Vocabulary) -> dict[str, Place]:
    """The places of `places.csv`."""
    return {row["place_id"]: Place(**row) for row in vocabulary.rows("places")}


@cache
def name_index(vocabulary: Vocabulary) -> dict[str, tuple[Name, ...]]:
    """First word of a name to the names that begin with it, the longest first."""
    meanings: dict[tuple[str, str], dict[str, Place]] = {}
    guarded: set[str] = set()
    for text, form, place, needs_cue in _spellings(vocabulary):
        meanings.setdefault((text, form), {})[place.place_id] = place
        if needs_cue:
            guarded.add(text)
    index: dict[str, list[Name]] = {}
    for (text, form), places in meanings.items():
        if form == "adjective" and (text, "name") in meanings:
            continue
        first = _FIRST_WORD.match(text)
        if first:
            index.setdefault(first.group(), []).append(Name(text, tuple(places.values()), text in guarded, form))
    return {word: tuple(sorted(names, key=lambda name: -len(name.text))) for word, names in index.items()}


# A section's heading and text are asked for each for its own places and for those of the other.
@lru_cache(maxsize=8)
def find_names(text: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    """Every known name in the text, in order, none inside another."""
    is_odd = any(sign in text for sign in _SAME)
    return tuple(_names_in(text.translate(_APOSTROPHES) if is_odd else text, _names_by_word(vocabulary)))


@cache
def _names_by_word(vocabulary: Vocabulary) -> Judged[tuple[Name, ...]]:
    """The names that a word of a text may open; it may end in a genitive -s."""
    index = name_index(vocabulary)

    def names(word: str) -> tuple[Name, ...]:
        if not _CAPITAL.match(word):
            return ()
        return index.get(word, ()) + (index.get(word[:-1], ()) if word[-1] == "s" else ())

    return Judged(names)


def _names_in(plain: str, names_by_word: Judged[tuple[Name, ...]]) -> Iterator[Found]:
    starts, _, words = words_in(plain)
    opened = list(map(names_by_word.__getitem__, words))
    reached = 0
    for start, names in zip(compress(starts, opened), filter(None, opened), strict=True):
        if start >= reached and (found := _found_at(plain, start, names)):
            reached = found.end
            yield found


def _found_at(text: str, start: int, names: tuple[Name, ...]) -> Found | None:
    for name in names:
        end = start + len(name.text)
        if text.startswith(name.text, start):
            ending = _GENITIVE.match(text, end)
            if ending and not (ending.group() == "’" and not name.text.endswith(("s", "x", "z", "ß"))):
                return Found(start, ending.end(), name, bool(ending.group()))
    return None


def _spellings(vocabulary: Vocabulary) -> Iterator[tuple[str, str, Place, bool]]:
    known = places_by_id(vocabulary)
    for place in known.values():
        for label in dict.fromkeys((place.label_de, place.label_en)):
            yield label.translate(_APOSTROPHES), "name", place, False
        if place.kind == "city":
            yield _adjective(place.label_de), "adjective", place, False
    for row in vocabulary.rows("place_names"):
        yield row["name"].translate(_APOSTROPHES), "name", known[row["place_id"]], bool(row["needs_cue"])


def _adjective(city: str) -> str:
    return city + ("r" if city.endswith("e") else "er")
