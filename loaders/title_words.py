"""The small words that titles are cut at, from `title_words.csv`: articles, prepositions, conjunctions, openers of clauses."""

import re
from functools import cache

from loaders.vocabulary import Vocabulary


@cache
def words_of(vocabulary: Vocabulary, *kinds: str, language: str = "") -> frozenset[str]:
    """The words of some kinds of `title_words.csv`, in all languages or in one ('de', 'en')."""
    rows = [row for row in vocabulary.rows("title_words") if row["kind"] in kinds and language in ("", row["language"])]
    return frozenset(word for row in rows for word in row["words"].split("|"))


@cache
def _loose(vocabulary: Vocabulary) -> frozenset[str]:
    return words_of(vocabulary, "joining", "article", "genitive", "preposition", "fused")


def hangs(text: str, vocabulary: Vocabulary, is_cut: bool) -> bool:
    """Whether some words end in one that nothing can end with: 'the bridge and'.

    Where nothing was cut off, words that may be the particle of a verb are an end: 'Er stellte den Plan vor'.
    """
    last = text.rpartition(" ")[2].lower()
    return last in _loose(vocabulary) and (is_cut or last not in words_of(vocabulary, "particle"))


# The day of a German date without its month, a number that counts what was cut off.
_NUMBER = re.compile(r"\s\d{1,2}\.?$")


def without_loose_end(text: str, vocabulary: Vocabulary, is_cut: bool) -> str:
    """The words without those at their end that lead to what is not there: conjunctions, articles, prepositions.

    `is_cut` tells that more followed in the text: then a day without its month goes too, and no particle is an end.
    Where nothing else would be left, the words stay.
    """
    left = text.rstrip(" ,;:–—-(")
    while hangs(left, vocabulary, is_cut) or (is_cut and _NUMBER.search(left)):
        before = left.rpartition(" ")[0].rstrip(" ,;:–—-(")
        if not before:
            return text
        left = before
    return left
