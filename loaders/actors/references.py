"""Understands words that stand for an actor named before: 'er', 'sie', 'der Rat', 'das Gremium'."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from loaders.anchored import AnchoredPattern
from loaders.passage import Span

_PRONOUN = AnchoredPattern(
    r"(?:[Ee]r|[Ii]hn|[Ii]hm|[Ss]ein(?:e[nmrs]?)?|[Ss]ie|[Ii]hre?[nmrs]?|es|[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er|[Tt]hey|[Tt]heir)\b"
)
_NOUN = AnchoredPattern(r"(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|[Tt]he)\b\s(?P<word>[A-ZÄÖÜ][a-zäöüß]{2,})\b(?![-\w])")
# 'Beide reisten ab', 'both sides agreed'; 'beide Dokumente' are no actors.
_BOTH = AnchoredPattern(
    r"(?:[Bb]eide[nr]?|[Bb]oth|[Tt]he two)\b"
    r"(?=\s(?:[a-zäöüß]|(?:Seiten|Länder|Staaten|Minister|Präsidenten|Politiker|Regierungen|Partner)\b))"
    r"(?!\s(?:documents|events|meetings|texts|drafts|days|sessions|exercises|cities|[a-z]+ings?)\b)"
)
_ANY_BODY = frozenset({"gremium", "runde", "organ", "gruppe"})
_FEMALE = re.compile(r"[A-ZÄÖÜ][\w-]+in\s$")
_MALE_WORDS = frozenset(["er", "ihn", "ihm", "he", "him", "his"])
_EXPLETIVE = re.compile(
    r"\b(?:es (?:ging|geht|gab|gibt|war|ist|sei|wurde|wird|handelt|bleibt)|(?:ging|geht|gab|gibt|war|ist|kam|wurde|bleibt) es)\b"
)
# A pronoun may take up a name of its own sentence only from another clause.
_NEW_CLAUSE = re.compile(
    r"[;:]|,\s(?:wo|der|die|das|den|dem|dessen|deren|dass|als|weil|da|während|nachdem|bevor|ehe|und|wobei|indem|who|where|which|that|and|while|after)\b"
    r"|\s(?:und|and|but|aber|doch)\s"
)
_OWNS = re.compile(r"sein|his$")
_MARK = re.compile(r"[;:]\s")
# How many sentences back a pronoun looks.
_BACK = 3


class Named(Protocol):
    """A mention of an actor by a name of its own."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def actor_id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def role(self) -> str: ...


class Reference(NamedTuple):
    """`text[start:end]` stands for what `mentions[mention]` names."""

    start: int
    end: int
    mention: int
    form: str
    role: str


def find_references(text: str, mentions: Sequence[Named], spans: Sequence[Span]) -> Iterator[Reference]:
    """Pronouns and definite nouns with the mention they take up; `spans` are the sentences of the text."""
    taken_up: list[tuple[int, int]] = []
    for found in _PRONOUN.finditer(text):
        word = found.group().lower()
        if word == "es" and _EXPLETIVE.search(text, max(0, found.start() - 6), found.end() + 9):
            continue
        index = _antecedent(text, found.start(), word, mentions, spans, taken_up)
        if index is not None:
            if _role(word) == "subject":
                taken_up.append((found.start(), index))
            yield Reference(found.start(), found.end(), index, "pronoun", _role(word))
    for found in _BOTH.finditer(text):
        for index in _last_two(found.start(), mentions):
            yield Reference(found.start(), found.end(), index, "pronoun", "subject")
    covered = [(mention.start, mention.end) for mention in mentions]
    for found in _NOUN.finditer(text):
        start, end = found.span("word")
        if any(start < b and a < end for a, b in covered):
            continue
        index = _namesake(found["word"].lower(), start, mentions)
        if index is not None:
            yield Reference(start, end, index, "noun", "subject")


def _last_two(position: int, mentions: Sequence[Named]) -> list[int]:
    """The last two actors of one kind named before a place; none where only one is known."""
    found: dict[str, dict[str, int]] = {}
    for index in range(len(mentions) - 1, -1, -1):
        mention = mentions[index]
        if mention.start < position:
            alike = found.setdefault(mention.kind, {})
            alike.setdefault(mention.actor_id, index)
            if len(alike) == 2:
                return sorted(alike.values())
    return []


def _role(word: str) -> str:
    if word in ("er", "sie", "es", "he", "she", "they"):
        return "subject"
    return "object" if word in ("ihn", "ihm", "him") else "owner"


def _antecedent(
    text: str,
    position: int,
    word: str,
    mentions: Sequence[Named],
    spans: Sequence[Span],
    taken_up: Sequence[tuple[int, int]],
) -> int | None:
    """The mention a pronoun stands for: the subject before it; `taken_up` are earlier pronouns in that part of a sentence."""
    here = next((number for number, (start, end) in enumerate(spans) if start <= position < end), 0)
    for number in range(here, max(-1, here - _BACK - 1), -1):
        start, end = spans[number]
        fitting = [
            index
            for index, mention in enumerate(mentions)
            if start <= mention.start < min(end, position) and _fits(text, mention, word, number == here)
        ]
        subjects = [index for index in fitting if mentions[index].role in ("subject", "noun", "leading")]
        again = [(at, index) for at, index in taken_up if start <= at < end and _fits(text, mentions[index], word, False)]
        newer = any(mentions[index].start > again[-1][0] for index in subjects) if again else False
        if number == here and again and not (newer and _role(word) != "subject"):
            return again[-1][1]
        if number == here and subjects and _NEW_CLAUSE.search(text, mentions[subjects[-1]].end, position):
            return subjects[-1]
        if number == here and subjects and _OWNS.match(word):
            return subjects[-1]  # 'Singh sprach mit seinem Amtskollegen'
        owners = [index for index in fitting if mentions[index].role == "owner"]
        if number == here and owners and _MARK.search(text, mentions[owners[-1]].end, position):
            return owners[-1]  # "Petrov's diary filled up: on 4 May he …"
        if number < here and again and not any(mentions[index].start < again[0][0] for index in subjects):
            return again[0][1]
        if number < here and fitting:
            return (subjects or fitting)[0]
    return None


def _fits(text: str, mention: Named, word: str, same_sentence: bool) -> bool:
    female = mention.kind == "person" and bool(_FEMALE.search(text, max(0, mention.start - 40), mention.start))
    if word in _MALE_WORDS or word.startswith("sein"):
        return (mention.kind == "person" and not female) or (
            mention.kind == "body" and not same_sentence and bool(re.search(r"\b\w*[Rr]at\b|[Vv]erbund", mention.text))
        )
    if word == "es":
        return mention.kind == "state" and mention.role == "subject"
    return female or (mention.kind in ("body", "organisation") and mention.role in ("subject", "noun"))


def _namesake(noun: str, position: int, mentions: Sequence[Named]) -> int | None:
    """The last body or organisation before whose name ends in the noun ('der Rat': 'Rat der RATS')."""
    plain = _plain(noun)
    if len(plain) < 3:
        return None
    for index in range(len(mentions) - 1, -1, -1):
        mention = mentions[index]
        if mention.start >= position or mention.kind not in ("body", "organisation"):
            continue
        if mention.kind == "body" and plain in _ANY_BODY:
            return index
        if any(word.endswith(plain) for word in _plain_words(mention.text)):
            return index
    return None


@lru_cache(maxsize=4096)
def _plain_words(name: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in re.findall(r"\w+", name.lower()))


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A German noun without the endings of its cases."""
    return re.sub(r"(?<=\w{3})(?:es|s|en|n)$", "", word)
