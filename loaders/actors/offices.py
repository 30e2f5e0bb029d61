"""Whom an office stands for: its holder named before, or the one everyone knows ('der Generalsekretär')."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from loaders.actors.names import actor_names
from loaders.actors.surnames import Found, Person
from loaders.anchored import AnchoredPattern
from loaders.passage import Span
from loaders.vocabulary import Row, Vocabulary

_OFFICE = AnchoredPattern(
    r"(?:[Dd](?:er|ie|em|en|es)|[Tt]he)\b\s(?P<kind>(?!neue|amtierende)[a-zäöüß]+e[nrms]?\s)?"
    r"(?:(?:neue|amtierende)[nrms]?\s)?(?P<word>[A-ZÄÖÜ][\w-]+)"
)
_GENITIVE_BEHIND = re.compile(r"\s(?:der|des|von|für|of|for)\s|\s[A-ZÄÖÜ]")
# 'The Secretary-General' is not the 'Deputy Secretary-General' named before.
_DEPUTY = re.compile(r"\b(?:Deputy|Vice|Assistant|[Ss]tellvertretende[rn]?)\s\S+\s$")
_INFLECTED = re.compile(r"(?:in|innen|en|s|n|r)$")


@cache
def holders(organisation_id: str, quarter: str, vocabulary: Vocabulary) -> dict[str, Row]:
    """The actors who held the offices of an organisation when a quarter ('2021-Q1') ended, by the words for the office.

    Empty where quarter or organisation is not known.
    """
    if not quarter:
        return {}
    year, _, number = quarter.partition("-Q")
    month = f"{year}-{3 * int(number):02}"
    actors = actor_names(vocabulary).actors
    return {
        word: actors[row["actor_id"]]
        for row in vocabulary.rows("offices")
        if row["organisation_id"] == organisation_id and row["valid_from"][:7] <= month <= row["valid_to"][:7]
        for word in row["pattern"].split("|")
    }


def offices_in(
    text: str, found: Sequence[Found], is_function: Callable[[str], bool], holders: Mapping[str, Row]
) -> Iterator[tuple[Span, Person | Row, str]]:
    """'Der Botschafter', after 'Botschafter Ozod' in the same text: span, who is meant, the word for the office.

    `found` are the persons of the text, `holders` those who hold an office, by the word for it.
    """
    heads = [
        (one.start, _head(one.function), one.person)
        for one in found
        if one.function and not _DEPUTY.search(text, max(0, one.start - 60), one.start)
    ]
    if not heads and not holders:
        return
    for article in _OFFICE.finditer(text):
        word = article["word"]
        if not is_function(word) or _GENITIVE_BEHIND.match(text, article.end()):
            continue
        head = _head(word)
        before = [person for start, other, person in heads if other == head and start < article.start()]
        holder = holders.get(word) or holders.get(word.removesuffix("s"))
        if before:
            yield article.span("word"), before[-1], word
        elif holder and not article["kind"]:
            yield article.span("word"), holder, word


def _head(function: str) -> str:
    """The noun of a function without its ending: 'minister' for 'Außenministers'."""
    return _INFLECTED.sub("", function.rpartition("-")[2].lower())
