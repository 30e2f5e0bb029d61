"""How a mention of an actor stands in its sentence: as subject, behind which preposition, as whose attribute."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from loaders.patterns import either
from loaders.vocabulary import Vocabulary

_FUNCTION = re.compile(r"(?:(?:[A-ZÄÖÜ]\w*- und\s)?(?P<word>[A-ZÄÖÜ][\w-]*)\s)$")
_NOUN_OF_PERSON = re.compile(
    r"\b(?:(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es|[Ee]ine?[rnms]?)\s(?:[\wäöüß]+e[nrs]?\s)?|[a-zäöüß]+(?:isch|al|lich)e[nrms]?\s)(?P<noun>[A-ZÄÖÜ][\w-]+\s)$"
)
_POSSESSOR = re.compile(r"\b[A-ZÄÖÜ][\w-]*(?P<mark>’s|'s|s’|s'|s)\s$")
_NOUN_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]*)\s$")
_NEXT_WORD = re.compile(r"\s(?:[a-zäöüß]+\s)?([\w-]+)")
_JOINED = re.compile(
    r"\s?(?:,|,?\s?(?:und|sowie|and|or|oder))\s(?:(?:der|die|den|dem|the|auch|dessen|deren)\s)?(?:[\w-]+\s){0,3}?"
)
_SORTS = ("genitive article", "article", "of function", "leading noun", "meeting noun", "relation")


class _Words(NamedTuple):
    """What `standing_words.csv` says of the words around a name; its kinds are the fields.

    `of_function` belongs to the function behind it ('Foreign Minister'), `leading` are nouns whose attribute acts
    ('Initiative Chinas'), `meeting` nouns of events and bodies, `groups` nouns of people by the word for 'out of' behind them,
    `relation` nouns that bring two together without either taking part ('die Zusammenarbeit der UNO mit der SCO').
    """

    prepositions: dict[str, str]
    genitive: frozenset[str]
    articles: frozenset[str]
    of_function: re.Pattern[str]
    leading: re.Pattern[str]
    meeting: re.Pattern[str]
    groups: dict[str, re.Pattern[str]]
    relation: re.Pattern[str]


@cache
def _words(vocabulary: Vocabulary) -> _Words:
    rows = vocabulary.rows("standing_words")
    of_kind = {kind: [word for row in rows if row["kind"] == kind for word in row["words"].split()] for kind in _SORTS}
    genitive = frozenset(of_kind["genitive article"])
    return _Words(
        prepositions={word: row["role"] for row in rows if row["kind"] == "preposition" for word in row["words"].split()},
        genitive=genitive,
        articles=genitive | frozenset(of_kind["article"]),
        of_function=re.compile(rf"\b{either(of_kind['of function'])}\s$"),
        leading=re.compile(rf"{either(of_kind['leading noun'])}$"),
        meeting=re.compile(rf"{either(of_kind['meeting noun'])}$"),
        groups={row["role"]: re.compile(row["words"]) for row in rows if row["kind"] == "group"},
        relation=re.compile(rf"{either(of_kind['relation'])}\b[^,;:.]{{0,40}}$"),
    )


class Standing(NamedTuple):
    """`role` is subject, with, by, under, to, for, in, about, leading, meeting, attribute, owner, brackets or noun."""

    role: str
    governor: str


def standing(
    text: str,
    start: int,
    end: int,
    label: str,
    kind: str,
    is_function: Callable[[str], bool],
    before: Sequence[tuple[int, str, Standing]],
    vocabulary: Vocabulary,
) -> Standing:
    """How `text[start:end]`, a mention of `kind`, stands; `before` are (end, kind, standing) of the mentions in front of it."""
    if before and text[before[-1][0] : start] == " (":
        return before[-1][2]
    if before and before[-1][1] == kind and _JOINED.fullmatch(text[before[-1][0] : start]):
        return before[-1][2]
    words = _words(vocabulary)
    left = text[max(0, start - 80) : start]
    if kind == "person":
        left = _without_functions(left, is_function, words)
    if text[end - 1 : end] == "s" and not label.endswith("s") and kind != "body":
        noun = _NOUN_BEFORE.search(left)
        return _of_noun(noun[1], words) if noun else Standing("owner", _next_word(text, end))
    if left.endswith("("):
        return Standing("brackets", "")
    stands = _by_words_before(left.split()[-6:], words)
    return Standing("about", stands.governor) if stands.role == "with" and words.relation.search(left) else stands


def is_joined(between: str) -> bool:
    """Whether words between two names make them one list: a comma or a conjunction."""
    return bool(_JOINED.fullmatch(between))


def _by_words_before(left: list[str], words: _Words) -> Standing:
    """How a name stands behind these words: adjectives count only behind an article or a preposition."""
    place = len(left) - 1
    while place >= max(0, len(left) - 3) and _is_adjective(left[place], words):
        place -= 1
    word, before = (left[place] if place >= 0 else ""), (left[place - 1] if place > 0 else "")
    if word.lower() in words.articles:
        if place > 1 and _are_sent(left[place - 2], before, words):
            return Standing("sent", left[place - 2])
        if kind := words.prepositions.get(before.lower()):
            return Standing(kind, before)
        of_noun = word.lower() in words.genitive and before[:1].isupper() and before[-1].isalnum()
        return _of_noun(before, words) if of_noun else Standing("subject", "")
    if _are_sent(before, word, words):
        return Standing("sent", before)
    if word.lower() in ("of", "von") and (
        (before[:1].isupper() and place > 1) or words.leading.match(before) or words.meeting.match(before)
    ):
        return _of_noun(before, words)
    if kind := words.prepositions.get(word.lower()):
        return Standing(kind, word)
    last = left[-1] if left else ""
    return Standing("noun", last) if last[:1].isupper() and last[-1].isalnum() else Standing("subject", "")


def _are_sent(noun: str, word: str, words: _Words) -> bool:
    """Whether a noun means people, and the word behind it tells where from: 'Truppen aus Indien', 'experts from India'."""
    group = words.groups.get(word)
    return group is not None and bool(group.fullmatch(noun))


def _is_adjective(word: str, words: _Words) -> bool:
    ends = word.islower() and word.endswith(("e", "en", "er", "es", "em"))
    return ends and word not in words.articles and word not in words.prepositions


def _of_noun(noun: str, words: _Words) -> Standing:
    if words.leading.match(noun):
        return Standing("leading", noun)
    return Standing("meeting" if words.meeting.match(noun) else "attribute", noun)


def _without_functions(left: str, is_function: Callable[[str], bool], words: _Words) -> str:
    """The words before a name without the functions that belong to it."""
    bare = left
    while (found := _FUNCTION.search(bare)) and is_function(found["word"]):
        bare = bare[: found.start()]
    # 'mit der Turnerin Olga Petrowa': what someone is stands behind an article.
    if bare == left and (noun := _NOUN_OF_PERSON.search(bare)):
        bare = bare[: noun.start("noun")]
    has_function = bare != left
    while has_function and (word := words.of_function.search(bare)):
        bare = bare[: word.start()]
    # Whoever owns stands as an article does: "India's Ajit Doval", 'Kasachstans Präsident Tokajew'.
    owner = _POSSESSOR.search(bare)
    return f"{bare[: owner.start()]}its " if owner and (has_function or owner["mark"] != "s") else bare


def _next_word(text: str, end: int) -> str:
    found = _NEXT_WORD.match(text, end)
    return found[1] if found else ""
