"""Finds whom a pronoun stands for: the subject told of before that fits it in gender and number."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from loaders.actors.reference import Named
from loaders.passage import Span

_FEMALE = re.compile(r"[A-ZÄÖÜ][\w-]+in\s$")
# Family names of the languages of the region have a form for women.
_FEMALE_NAME = re.compile(r"(?:[oe][vw]a|skaja|skaya|zkaja|tskaya)s?$")
_MANY = re.compile(
    r"minister|chefs|sekretäre|richter|anwälte|behörden|verwaltungen|dienste|koordinatoren|vertreter|leiter", re.IGNORECASE
)
# A pronoun may take up a name of its own sentence only from another clause.
_NEW_CLAUSE = re.compile(
    r"[;:]|,\s(?:wo|der|die|das|den|dem|dessen|deren|dass|als|weil|da|während|nachdem|bevor|ehe|und|wobei|indem|who|where|which|that|and|while|after)\b"
    r"|\s(?:und|and|but|aber|doch)\s"
)
_PARTED = re.compile(r"[,;:–—]|\s(?:und|and|but|aber|doch|sowie)\s")
_MARK = re.compile(r"[;:]\s")
_COUNCIL = re.compile(r"\b\w*[Rr]at\b|[Vv]erbund")
# How many sentences back a pronoun looks.
_BACK = 3


class Pronoun(NamedTuple):
    """A pronoun of the vocabulary; `takes_up` is man, woman, many or state."""

    word: str
    role: str
    takes_up: str
    language: str


def antecedent(
    text: str,
    position: int,
    pronoun: Pronoun,
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
            if start <= mention.start < min(end, position) and fits(text, mention, pronoun, number == here)
        ]
        subjects = _first_of_clauses(text, mentions, [i for i in fitting if mentions[i].role in ("subject", "noun", "leading")])
        again = [(at, index) for at, index in taken_up if start <= at < end and fits(text, mentions[index], pronoun, False)]
        newer = any(mentions[index].start > again[-1][0] for index in subjects) if again else False
        if number == here and again and not (newer and pronoun.role == "owner"):
            return again[-1][1]
        if number == here and subjects and _NEW_CLAUSE.search(text, mentions[subjects[-1]].end, position):
            return subjects[-1]
        if number == here and subjects and pronoun.role == "owner" and pronoun.takes_up == "man":
            return subjects[-1]  # 'Singh sprach mit seinem Amtskollegen'
        owners = [index for index in fitting if mentions[index].role == "owner"]
        if number == here and owners and _MARK.search(text, mentions[owners[-1]].end, position):
            return owners[-1]  # "Petrov's diary filled up: on 4 May he …"
        # Whoever is told of by pronouns is whom the story is about, even behind a new subject: 'Li Qiang empfing ihn. Er …'
        if number < here and again:
            return again[0][1]
        if number < here and fitting:
            return (subjects or fitting)[0]
    return None


def _first_of_clauses(text: str, mentions: Sequence[Named], subjects: Sequence[int]) -> list[int]:
    """Without those that follow another in its clause: they are objects, 'Norow traf Li Qiang'."""
    kept: list[int] = []
    for index in subjects:
        if not kept or _PARTED.search(text, mentions[kept[-1]].end, mentions[index].start):
            kept.append(index)
    return kept


def fits(text: str, mention: Named, pronoun: Pronoun, same_sentence: bool) -> bool:
    """Whether a pronoun may stand for a mention: as to gender and number."""
    is_person = mention.kind == "person"
    female = is_person and (
        bool(_FEMALE.search(text, max(0, mention.start - 40), mention.start)) or bool(_FEMALE_NAME.search(mention.text))
    )
    if pronoun.takes_up == "man":
        council = mention.kind == "body" and pronoun.language == "de" and not same_sentence
        return (is_person and not female) or (council and bool(_COUNCIL.search(mention.text)))
    if pronoun.takes_up == "state":
        return mention.kind == "state" and mention.role == "subject"
    if pronoun.takes_up == "many":
        return mention.kind == "body" and mention.role in ("subject", "noun") and bool(_MANY.search(mention.label))
    if pronoun.language == "en":
        return female
    return female or (mention.kind in ("body", "organisation") and mention.role in ("subject", "noun"))
