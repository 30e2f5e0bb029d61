"""The noun phrase at the end of some words: what a clause behind them goes on about."""

from collections.abc import Sequence

from loaders.title_words import words_of
from loaders.vocabulary import Vocabulary

_LONGEST = 14  # words
_QUOTES = "„“”\"'‚‘’«»("
_VOWELS = tuple("aeiou")


def noun_phrase(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The words from the article of the last noun phrase on, what belongs to it included; empty where none can be told.

    'sprach über den Bau der Brücke in der Stadt' gives 'den Bau der Brücke in der Stadt': a genitive and a preposition behind a
    noun go on with it. No phrase reaches over a comma, nor over 14 words.
    """
    english = words_of(vocabulary, "preposition", language="en")
    for place in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST), -1):
        word, after = words[place].lstrip(_QUOTES), words[place + 1 : place + 2]
        if after and (word.endswith((",", ";", ":")) or _joins_verbs(word, after[0], vocabulary)):
            return []
        if place == 0:
            return list(words)
        before = [each.strip(_QUOTES) for each in words[max(0, place - 2) : place]]
        is_determiner = _is_determiner(word, after, vocabulary)
        if is_determiner and after and after[0] in english:
            continue  # 'told her about the plan'
        if is_determiner and not _goes_on(word.lower(), before, vocabulary):
            return list(words[place:])
        if word.lower() in words_of(vocabulary, "fused") and not _is_noun(before[-1:]):
            return []
    return []


def starts_noun_phrase(text: str, vocabulary: Vocabulary) -> bool:
    """Whether some words begin with an article."""
    words = text.split(maxsplit=2)
    return len(words) > 1 and _is_determiner(words[0], words[1:], vocabulary)


def _is_determiner(word: str, after: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a word is an article; English 'an' stands before a vowel, German 'an' is a preposition."""
    if word == "an":
        return bool(after) and after[0][:1] in _VOWELS
    return word.lower() in words_of(vocabulary, "article", "genitive")


def _goes_on(determiner: str, before: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the words before an article make its noun a part of another noun's phrase."""
    if determiner in words_of(vocabulary, "genitive") and _is_noun(before[-1:]):
        return True
    preposition = before[-1].lower() if before else ""
    if determiner in words_of(vocabulary, "article", language="en"):
        return preposition in words_of(vocabulary, "preposition", language="en")
    return preposition in words_of(vocabulary, "preposition", language="de") and _is_noun(before[:-1])


def _joins_verbs(word: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether an 'und' joins what are no nouns: 'stellte den Plan vor und verwies auf …'."""
    return word in words_of(vocabulary, "joining") and after[:1].islower() and not _is_determiner(after, (), vocabulary)


def _is_noun(words: Sequence[str]) -> bool:
    return bool(words) and words[-1][:1].isupper()
