"""Whom an office stands for: its holder named before, or the one everyone knows ('der Generalsekretär')."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from loaders.actors.names import actor_names
from loaders.actors.surnames import Found, Person
from loaders.anchored import AnchoredPattern
from loaders.passage import Span
from loaders.vocabulary import Row, Vocabulary
from loaders.words import Judged, places_of

# Where a function stands before a name, its noun, and who is named.
_Head = tuple[int, str, Person]

_OFFICE = AnchoredPattern(
    r"(?:[Dd](?:er|ie|em|en|es)|[Tt]he)\b\s(?P<kind>(?!neue|amtierende)[a-zäöüß]+e[nrms]?\s)?"
    r"(?:(?:neue|amtierende)[nrms]?\s)?(?P<word>[A-ZÄÖÜ][\w-]+)"
)
# 'The Kazakh diplomat': English writes functions small.
_SMALL_ARTICLE = re.compile(r"\b[Tt]he\s(?P<kind>[A-Z][a-z]+\s|new\s|SCO(?:[’']s)?\s|RATS(?:[’']s)?\s)?$")
_SMALL_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_SMALL_BEHIND = re.compile(r"[’'-]|\s(?:of|for)\s|\s[A-ZÄÖÜ]|\s(?:[a-z]+-)?(?:minister|general|secretary|council|level)\b")
_GENITIVE_BEHIND = re.compile(r"\s(?:der|des|von|für|of|for)\s|\s[A-ZÄÖÜ]")
# 'The Secretary-General' is not the 'Deputy Secretary-General' named before.
_DEPUTY = re.compile(r"\b(?:Deputy|Vice|Assistant|[Ss]tellvertretende[rn]?)\s\S+\s$")
# 'Die Minister', 'den Botschaftern' are several; 'die Ministerin', 'die Vorsitzende' is one.
_PLURAL = re.compile(r"[Dd]ie\s.*(?<!in)(?<!e)$|.*(?:ern|oren|innen)$")
_LOWER_RANKS = ("vize", "vice", "ex", "alt", "co", "sub", "unter", "under")
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
        if not is_function(word) or _PLURAL.match(article.group()) or _GENITIVE_BEHIND.match(text, article.end()):
            continue
        before = _named_before(heads, word, article.start())
        holder = holders.get(word) or holders.get(word.removesuffix("s"))
        if before:
            yield article.span("word"), before, word
        elif holder and not article["kind"]:
            yield article.span("word"), holder, word
    yield from _small_offices(text, heads, is_function, holders)


def _small_offices(
    text: str, heads: Sequence[_Head], is_function: Callable[[str], bool], holders: Mapping[str, Row]
) -> Iterator[tuple[Span, Person | Row, str]]:
    for start in places_of(text, _is_small_function(is_function).__getitem__):
        found = _SMALL_WORD.match(text, start)
        article = _SMALL_ARTICLE.search(text, max(0, start - 24), start) if found else None
        if not found or not article or _SMALL_BEHIND.match(text, found.end()):
            continue
        word = found.group().title()
        before = _named_before(heads, word, start)
        holder = holders.get(word) or holders.get(text[article.start("kind") : found.end()])
        if before:
            yield found.span(), before, word
        elif holder and (not article["kind"] or article["kind"][:3].isupper()):
            yield found.span(), holder, word


def _named_before(heads: Sequence[_Head], word: str, place: int) -> Person | None:
    """The last one named with this function, else the only one whose function it shortens: 'Energieminister', 'Minister'."""
    head = _head(word)
    told = [(other, person) for start, other, person in heads if start < place and other.endswith(head)]
    same = [person for other, person in told if other == head]
    if same:
        return same[-1]
    longer = {person.actor_id: person for other, person in told if not other.startswith(_LOWER_RANKS)}
    return next(iter(longer.values())) if len(longer) == 1 else None


@cache
def _is_small_function(is_function: Callable[[str], bool]) -> Judged[bool]:
    return Judged(lambda word: word.islower() and len(word) > 4 and word.isascii() and is_function(word.title()))


def _head(function: str) -> str:
    """The noun of a function without its ending: 'minister' for 'Außenministers'."""
    return _INFLECTED.sub("", function.rpartition("-")[2].lower())
