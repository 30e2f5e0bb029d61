"""Places the vocabulary does not name: cities of the GeoNames extract, and names the text alone vouches for."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import chain

from loaders.places.names import Place
from loaders.vocabulary import Row, Vocabulary, growing

_PUNCTUATION = re.compile(r"[^a-z0-9]+")
_BETWEEN_NAMES = re.compile(r"[^a-z0-9|\n]+")
# One city so much larger than its namesakes is meant where nothing else decides.
_DWARFS = 20
_LARGE = 200_000
# German and English spellings of one name meet here: 'Horliwka' and 'Horlivka', 'Tscholpon-Ata' and 'Cholponata'.
_SPELLINGS = (
    ("dsch", "j"), ("tsch", "c"), ("sch", "s"), ("zh", "s"), ("sh", "s"), ("ch", "c"), ("kh", "c"), ("ts", "z"), ("ss", "s"),
    ("w", "v"), ("z", "s"), ("y", "i"), ("j", "i"), ("q", "k"), ("ii", "i"),
)  # fmt: skip
_CHANGING = str.maketrans(dict.fromkeys({" ", *chain.from_iterable(chain.from_iterable(_SPELLINGS))}, ""))
# Shorter names are too alike for that.
_SHORTEST = 6


def folded(name: str) -> str:
    """A name without accents, case and punctuation."""
    return name.lower() if name.isascii() and name.isalpha() else _folded(name, _PUNCTUATION).strip()


def _folded(text: str, punctuation: re.Pattern[str]) -> str:
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ı", "i").replace("ə", "e"))
        text = plain.encode("ascii", "ignore").decode()
    return punctuation.sub(" ", text.lower())


@cache
def spelling_key(name: str) -> str:
    """A name without spaces, hyphens and the habits of one transliteration; equal keys of long names are one name."""
    key = folded(name).replace(" ", "")
    for spelling, common in _SPELLINGS:
        key = key.replace(spelling, common)
    return key


@cache
def _names_by_frame(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The folded names in the gazetteer by the letters that no spelling changes: few names then need their spelling key."""
    long = [name for name in cities_by_name(vocabulary) if len(name) >= _SHORTEST]
    frames = "\n".join(long).translate(_CHANGING).split("\n")
    names: dict[str, list[str]] = {}
    with growing():
        for frame, name in zip(frames, long, strict=True):
            names.setdefault(frame, []).append(name)
    return names


def _spelt_otherwise(plain: str, vocabulary: Vocabulary) -> str:
    """The folded name in the gazetteer with the same spelling key; '' where none or several have it."""
    alike = _names_by_frame(vocabulary).get(plain.translate(_CHANGING), ())
    same = [name for name in alike if spelling_key(name) == spelling_key(plain)]
    return same[0] if len(same) == 1 else ""


def gazetteer_name(name: str, vocabulary: Vocabulary) -> str:
    """The folded name under which the gazetteer knows a city, spelt otherwise perhaps; '' where it knows none."""
    plain = folded(name)
    if plain in cities_by_name(vocabulary):
        return plain
    return _spelt_otherwise(plain, vocabulary) if len(plain) >= _SHORTEST else ""


@cache
def cities_by_name(vocabulary: Vocabulary) -> dict[str, tuple[Row, ...]]:
    """Folded name to the cities of `gazetteer.csv` that bear it."""
    rows = vocabulary.rows("gazetteer")
    # All names are folded in one go, one row a line: one by one they would take most of a first reading.
    lines = _folded("\n".join(f"{row['name']}|{row['other_names']}" for row in rows), _BETWEEN_NAMES).split("\n")
    cities: dict[str, tuple[Row, ...]] = {}
    with growing():
        for row, line in zip(rows, lines, strict=True):
            for name in dict.fromkeys(map(str.strip, line.split("|"))):
                if name:
                    cities[name] = (*cities.get(name, ()), row)
    return cities


def likeliest(codes: Collection[str], told: Iterable[Mapping[str, int]]) -> str:
    """The one country of `codes` that the nearest words tell of most often; '' where that settles nothing."""
    for counts in told:
        ranked = sorted(codes, key=lambda code: -counts.get(code, 0))
        if ranked and counts.get(ranked[0], 0) > (counts.get(ranked[1], 0) if len(ranked) > 1 else 0):
            return ranked[0]
    return next(iter(codes)) if len(codes) == 1 else ""


def is_city(name: str, vocabulary: Vocabulary) -> bool:
    """Whether the gazetteer knows a city of that name."""
    return bool(gazetteer_name(name, vocabulary))


def gazetteer_place(name: str, vocabulary: Vocabulary, told: Iterable[Mapping[str, int]]) -> Place:
    """The city of that name: in the country the text tells of, else the only or by far largest one.

    Where several countries remain, a place without country and coordinates. The gazetteer must know the name.
    """
    cities = cities_by_name(vocabulary)[gazetteer_name(name, vocabulary)]
    people = {row["country_code"]: int(row["population"]) for row in sorted(cities, key=lambda row: int(row["population"]))}
    first, *rest = sorted(people.values(), reverse=True)
    code = likeliest(people, told)
    if not code and first >= max(_LARGE, _DWARFS * rest[0]):
        code = max(people, key=lambda code: people[code])
    if not code:
        return Place(slug(name), name, name, "", "", "", "city", "geonames")
    city = max((row for row in cities if row["country_code"] == code), key=lambda row: int(row["population"]))
    return Place(
        f"{slug(name)}-{code.lower()}", name, city["name"], code, city["latitude"], city["longitude"], "city", "geonames"
    )


def text_place(name: str, kind: str, country_code: str) -> Place:
    """A place that only the text knows: no coordinates, and no country where the text does not settle it."""
    place_id = f"{slug(name)}-{country_code.lower()}" if country_code else slug(name)
    return Place(place_id, name, name, country_code, "", "", kind, "text")


def slug(name: str) -> str:
    """An id in lower-case ASCII with hyphens; letters that have no ASCII form are spelt by their code."""
    return folded(name).replace(" ", "-") or "-".join(f"u{ord(char):04x}" for char in name if char.isalnum())
