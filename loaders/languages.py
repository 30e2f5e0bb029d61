"""The language of a title, by its script and its commonest words (`language_words.csv`)."""

import re
from functools import cache, lru_cache

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
    words = _language_words(vocabulary)
    told = [words[word] for word in _WORDS.findall(title.lower()) if word in words]
    german = sum(["de" in languages for languages in told])
    german += 0 if is_plain else 2 * sum(map(title.count, "äöüß"))
    english = sum(["en" in languages for languages in told])
    return "" if german == english else "de" if german > english else "en"


@cache
def _language_words(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for row in vocabulary.rows("language_words"):
        word = row["word"].lower()
        words[word] = (*words.get(word, ()), row["language"])
    return words
