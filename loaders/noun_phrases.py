"""The noun phrase at the end of some words: what a clause behind them goes on about."""

import re
from collections.abc import Sequence

_DETERMINER = re.compile(
    r"(?:d(?:ie|as|e[nm])|(?:ein|sein|ihr)(?:e[nm]?)?|dies(?:e[nms]?)|jenes?|the|a|its|their|his|her|this|these|that)",
    re.IGNORECASE,
)
# Behind a noun these go on with it.
_GENITIVE = re.compile(r"(?:d(?:er|es)|(?:ein|sein|ihr|dies)e[rs])", re.IGNORECASE)
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "his", "her", "this", "these", "that"])
_PREPOSITIONS = frozenset(
    ["in", "an", "auf", "über", "für", "mit", "von", "zu", "bei", "durch", "unter", "gegen", "nach", "vor", "zwischen", "aus"]
)
_ENGLISH = frozenset(
    ["of", "to", "for", "on", "with", "in", "at", "by", "from", "about", "into", "across", "between", "under", "over", "against"]
)
_FUSED = frozenset(["zum", "zur", "im", "am", "beim", "vom", "ins", "ans"])
_LONGEST = 14  # words
_QUOTES = "„“”\"'‚‘’«»("


def noun_phrase(words: Sequence[str]) -> list[str]:
    """The words from the article of the last noun phrase on, what belongs to it included; empty where none can be told.

    'sprach über den Bau der Brücke in der Stadt' gives 'den Bau der Brücke in der Stadt': a genitive and a preposition behind a
    noun go on with it. No phrase reaches over a comma, nor over 14 words.
    """
    for place in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST), -1):
        word = words[place].lstrip(_QUOTES)
        if place < len(words) - 1 and (word.endswith((",", ";", ":")) or _joins_verbs(word, words[place + 1])):
            return []
        if place == 0:
            return list(words)
        before = [each.strip(_QUOTES) for each in words[max(0, place - 2) : place]]
        is_determiner = _is_determiner(word, words[place + 1 : place + 2])
        if is_determiner and words[place + 1 : place + 2] and words[place + 1] in _ENGLISH:
            continue  # 'told her about the plan'
        if is_determiner and not _goes_on(word.lower(), before):
            return list(words[place:])
        if word.lower() in _FUSED and not _is_noun(before[-1:]):
            return []
    return []


def starts_noun_phrase(text: str) -> bool:
    """Whether some words begin with an article."""
    words = text.split(maxsplit=2)
    return len(words) > 1 and _is_determiner(words[0], words[1:])


def _is_determiner(word: str, after: Sequence[str]) -> bool:
    """Whether a word is an article; English 'an' stands before a vowel, German 'an' is a preposition."""
    if word == "an":
        return bool(after) and after[0][:1] in tuple("aeiou")
    return bool(_DETERMINER.fullmatch(word) or _GENITIVE.fullmatch(word))


def _goes_on(determiner: str, before: Sequence[str]) -> bool:
    """Whether the words before an article make its noun a part of another noun's phrase."""
    if _GENITIVE.fullmatch(determiner) and _is_noun(before[-1:]):
        return True
    preposition = before[-1].lower() if before else ""
    return (determiner in _ARTICLES and preposition in _ENGLISH) or (preposition in _PREPOSITIONS and _is_noun(before[:-1]))


def _joins_verbs(word: str, after: str) -> bool:
    """Whether an 'und' joins what are no nouns: 'stellte den Plan vor und verwies auf …'."""
    return word in ("und", "and") and after[:1].islower() and not _is_determiner(after, ())


def _is_noun(words: Sequence[str]) -> bool:
    return bool(words) and words[-1][:1].isupper()
