"""The language of a title, by its script and its commonest words (`language_words.csv`)."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import repeat

from loaders.vocabulary import Vocabulary
from loaders.words import KEPT_TEXTS

_FOREIGN = re.compile(r"[А-Яа-яЁё\u4e00-\u9fff]")
_OTHER_CYRILLIC = re.compile(r"[ЇїЄєҐґІіЎўҚқҒғҲҳҶҷӢӣӮӯӘәҢңҮүҰұӨөҺһ]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_WORDS = re.compile(r"[^\W\d_]+")


# Characters of a text that tell its language.
_SAMPLE = 400


# Several finders ask for the language of one section.
@lru_cache(maxsize=KEPT_TEXTS)
def language_of_text(text: str, vocabulary: Vocabulary) -> str:
    """The language that a text begins in; 'de' where that leaves doubt."""
    return language_of(text[:_SAMPLE], vocabulary) or "de"


@lru_cache(maxsize=256)
def language_of(title: str, vocabulary: Vocabulary) -> str:
    """'de', 'en', 'ru' or 'zh' by script and common words; '' where that leaves doubt."""
    is_plain = title.isascii()
    if not is_plain and _FOREIGN.search(title):
        return "zh" if _CHINESE.search(title) else "" if _OTHER_CYRILLIC.search(title) else "ru"
    leaning = sum(map(_leanings(vocabulary).get, _WORDS.findall(title.lower()), repeat(0)))
    leaning += 0 if is_plain else 2 * sum(map(title.count, "äöüß"))
    return "de" if leaning > 0 else "en" if leaning < 0 else ""


@cache
def _leanings(vocabulary: Vocabulary) -> dict[str, int]:
    """What a word tells of the language: 1 for German, -1 for English, nothing where it is one of both."""
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for row in vocabulary.rows("language_words"):
        languages[row["word"].lower()].add(row["language"])
    return {word: ("de" in told) - ("en" in told) for word, told in languages.items()}
