"""The names of the places the vocabularies know, and where they stand in a text.

Names are looked up by their first word in a dictionary, the longest first: no pattern grows with the vocabulary.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.vocabulary import Vocabulary

# A word that may open a name. Apostrophes of all kinds are one while names are compared.
_CAPITALISED = re.compile(r"\b[^\W\d_a-zäöüß]\w*")
_FIRST_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans({"'": "’", "‘": "’", "ʻ": "’", "ʼ": "’", "`": "’", "´": "’"})
# Behind a name: a genitive ending, then no further letter.
_GENITIVE = re.compile(r"(?:’s|s|’)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the table `places`. Coordinates are decimal degrees as text, '' where not known."""

    place_id: str
    label_de: str
    label_en: str
    country_code: str
    latitude: str
    longitude: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling and the places it may mean. `form` is 'name', or 'adjective' for 'Moskauer'."""

    text: str
    places: tuple[Place, ...]
    needs_cue: bool = False
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Found:
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


@lru_cache(maxsize=256)
def find_names(text: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    """Every known name in the text, in order, none inside another."""
    return tuple(_names_in(text.translate(_APOSTROPHES), name_index(vocabulary)))


def _names_in(plain: str, index: dict[str, tuple[Name, ...]]) -> Iterator[Found]:
    reached = 0
    for word in _CAPITALISED.finditer(plain):
        if word.start() < reached:
            continue
        first = word.group()
        names = index.get(first, ()) + (index.get(first[:-1], ()) if first[-1] == "s" else ())
        found = names and _found_at(plain, word.start(), names)
        if found:
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
