"""What else tells one event from another: proper names, the number of a session, its own words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import snowballstemmer

from loaders.anchored import AnchoredPattern
from loaders.vocabulary import Vocabulary
from loaders.words import Judged

_STEMMERS = {"de": "german", "en": "english"}
_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[„“\"«»‘]([A-ZÄÖÜ0-9][^„“”\"«»‘’]{2,58})[“”\"«»’]")
_WITH_YEAR = re.compile(r"\b[A-ZÄÖÜ][\w’]*(?:[ -][A-ZÄÖÜ][\w’]*)*[ -](?:19|20)\d\d\b(?!-\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORTEST_NAME = 5

_NUMBER_WORDS = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "siebent": 7, "acht": 8, "neunt": 9,
    "zehnt": 10, "elft": 11, "zwölft": 12, "dreizehnt": 13, "vierzehnt": 14, "fünfzehnt": 15, "zwanzigst": 20,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20,
}  # fmt: skip
_SESSION = (
    r"(?:\w+-)*(?:\w*[Ss]itzung|\w*[Tt]reffens?|\w*[Tt]agung|Runde|\w*[Kk]onferenz|\w*[Ff]orums?|\w*[Gg]ipfels?|Gipfeltreffens?"
    r"|Mal|Auflage|Ausgabe|session|meeting|summit|conference|round|forum|time|edition|conclave"
    r"|Session|Meeting|Summit|Conference|Round|Forum|Conclave)\b"
)
_BETWEEN = r"(?:[a-zäöüß][\w-]+\s|[„“\"]?[A-Z]\w+-?\s){0,2}?"
_FIGURE = rf"(\d{{1,3}})(?:\.\s(?:[a-zäöüß][\w-]+\s){{0,2}}?|(?:st|nd|rd|th)\s{_BETWEEN})"
_WRITTEN = f"((?i:{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))}))(?:e|en|er|es|em)?"
_ORDINAL = AnchoredPattern(rf"(?:{_FIGURE}|{_WRITTEN}\s{_BETWEEN}){_SESSION}", lead=rf"(?:\d{{1,3}}(?:st|nd|rd|th)?|{_WRITTEN})$")


def plain(text: str) -> str:
    """Letters and digits alone, small and without accents: 'Manesar Anti-Terror 2022' and 'Manesar-Antiterror 2022' agree."""
    small = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text.casefold())
    return "".join(_LETTERS.findall(small))


def names_in(text: str, date_start: int, vocabulary: Vocabulary) -> dict[str, str]:
    """The proper names of a text by their `plain` form: what stands in quotes, and capitalised words that end in a year.

    Of several with a year only the one nearest to the event's date, which begins at `date_start`.
    """
    found = [(match.start(1), match.group(1)) for match in _QUOTED.finditer(text)]
    found += [(match.start(), name) for match in _WITH_YEAR.finditer(text) if (name := _name_of(match.group(), vocabulary))]
    dated = [(abs(start - date_start), name) for start, name in found if _YEAR.search(name)]
    kept = [min(dated)[1]] if dated else [name for _, name in found]
    return {plain(name): name for name in kept if len(plain(name)) >= _SHORTEST_NAME}


def has_year(name: str) -> bool:
    """Whether a name has a year in it and so is one of a single event."""
    return bool(_YEAR.search(name))


def ordinal_in(text: str, start: int = 0, end: int | None = None) -> int:
    """The number of a session in `text[start:end]`: 36 for 'zu seiner 36. Sitzung', 8 for 'for the eighth time'; else 0."""
    found = _ORDINAL.search(text, start, end)
    if not found:
        return 0
    figure, written = found.groups()
    return int(figure) if figure else _NUMBER_WORDS[written.casefold()]


def own_words(text: str, language: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Stem to word of what can tell an event from another: no small words, none that any event may be told with."""
    words = _WORD.findall(text)
    return {
        stem: word for stem, word in zip(map(_own_stems(language, vocabulary).__getitem__, words), words, strict=True) if stem
    }


@cache
def _own_stems(language: str, vocabulary: Vocabulary) -> Judged[str]:
    """The stems of words, '' for those of which any event may be told."""
    common = _common(vocabulary)
    return Judged(lambda word: "" if (stem := _stem(word, language)) in common else stem)


def stems_of_places(labels: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The stems of the names of places, pairs of language and label: a place is compared as a place, not by its words."""
    return frozenset(_stem(word, language) for language, label in labels for word in _WORD.findall(label))


def _name_of(words: str, vocabulary: Vocabulary) -> str:
    """Capitalised words and a year without the general noun before them ('Übung Klare See 2031'); '' if no name is left."""
    words = words.strip()
    first, _, rest = words.partition(" ")
    while rest and {_stem(first, language) for language in _STEMMERS} & _common(vocabulary):
        words = rest
        first, _, rest = words.partition(" ")
    parts = re.split(r"[ -]", words)
    return "" if len(parts) < 3 or {part.casefold() for part in parts} & _small(vocabulary) else words


@cache
def _small(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that stand capitalised before a year and are no name: function words, months and other words of dates."""
    small = {row["word"].casefold() for row in vocabulary.rows("language_words")}
    small |= {word.casefold() for row in vocabulary.rows("date_words") for word in re.split(r"[\s|]+", row["words"])}
    return frozenset(small)


@cache
def _common(vocabulary: Vocabulary) -> frozenset[str]:
    words = [(row["language"], row["word"]) for row in vocabulary.rows("language_words")]
    words += [(row["language"], row["word"]) for row in vocabulary.rows("event_common_words")]
    words += [(row["language"], row["stem"].rstrip("*")) for row in vocabulary.rows("country_adjectives")]
    words += [("de", word) for row in vocabulary.rows("date_words") for word in _WORD.findall(row["words"])]
    return frozenset(_stem(word, language) for language, word in words)


@cache
def _stem(word: str, language: str) -> str:
    return snowballstemmer.stemmer(_STEMMERS.get(language, "german")).stemWord(word.casefold())
