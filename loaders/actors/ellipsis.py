"""Finds verbs whose subject is told of before alone: 'Norow flog ab und traf Li Qiang', 'before travelling on to Minsk'."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loaders.actors.clauses import Part, part_at, parts_of
from loaders.actors.reference import Named, Reference, words_for
from loaders.actors.roles import is_joined
from loaders.vocabulary import Vocabulary
from loaders.words import Judged, places_of

_WORD = re.compile(r"\w+")
_PAST = r"[a-zäöüß]{2,}t(?:e|en)|[a-z]{2,}ed"
# Behind a joining word a clause may begin with a subject of its own: 'and India sent experts'.
_OPENING = re.compile(r"(?:[;:–—]|[\s,]*(?:und|and|but|aber|doch))\s(?:(?:der|die|das|the|auch)\s)?(?:[A-ZÄÖÜ][\w-]*\s){0,3}")
# 'Uzbekistan, Medvedev noted, would be next': a verb of saying in brackets.
_ASIDE = re.compile(r",\s(?:\S+\s){1,2}\S+")
# 'nachdem er angekommen war, begann die Messe': behind a clause that ends so the next verb has a subject of its own.
_VERB_LAST = re.compile(r"\b(?:ha(?:t|tte|ben|tten)|is?t|sind|war(?:en)?|w[iu]rden?|konnten?|sollt?en?),\s$")
# How far before a verb its joining word may begin, in characters.
_BEFORE = 24


class _Verbs(NamedTuple):
    """Which words may be such verbs, what stands before them, what before participles, and what behind verbs."""

    may_be: Judged[bool]
    joined: re.Pattern[str]
    participle: re.Pattern[str]
    behind: re.Pattern[str]
    behind_auxiliary: re.Pattern[str]
    auxiliaries: frozenset[str]
    english: frozenset[str]


def find_ellipses(
    text: str, mentions: Sequence[Named], pronouns: Sequence[Reference], vocabulary: Vocabulary
) -> Iterator[Reference]:
    """The verbs, each with the mentions that are its subject too; `pronouns` are those of the text."""
    subjects = [(mention.start, number) for number, mention in enumerate(mentions) if mention.role == "subject"]
    subjects += [(one.start, one.mention) for one in pronouns if one.role == "subject"]
    if not subjects:
        return
    subjects.sort()
    for start, end in _verbs_in(text, mentions, _verbs(vocabulary)):
        for index in _subject(text, start, parts_of(text, start, vocabulary), mentions, subjects):
            yield Reference(start, end, index, "ellipsis", "subject")


def _verbs_in(text: str, mentions: Sequence[Named], verbs: _Verbs) -> Iterator[tuple[int, int]]:
    ends = {mention.end for mention in mentions}
    for start in places_of(text, verbs.may_be.__getitem__):
        found = _WORD.match(text, start)
        if not found:
            continue
        word, end = found.group(), found.end()
        before = text[max(0, start - _BEFORE) : start]
        leading = verbs.participle.search(before)
        if word.endswith("ing") or leading:
            if leading and word.endswith("ing") != bool(leading["perfect"]):
                yield start, end
            continue
        english = word.endswith("ed") or word in verbs.english
        behind_comma = before.endswith(", ")
        # 'the Consortium, founded in 2005, offered': a participle, no verb of its own.
        if english and behind_comma and start - 2 in ends:
            continue
        follows = (verbs.behind if word not in verbs.auxiliaries else verbs.behind_auxiliary).match(text, end)
        opens_name = follows and not follows["word"] and not english and (behind_comma or word.endswith(("te", "ten")))
        if follows and not opens_name and not text.startswith(" by ", end) and verbs.joined.search(before):
            yield start, end


def _subject(
    text: str, place: int, parts: tuple[Part, ...], mentions: Sequence[Named], subjects: Sequence[tuple[int, int]]
) -> list[int]:
    """The subjects of the last main clause before a place that has some; of 'Having opened …,' that which follows."""
    first = parts[0].start if parts else place
    found: list[int] = []
    last: Part | None = None
    for start, number in subjects:
        part = part_at(parts, start) if first <= start < place else None
        if part is None or part.kind != "main" or _ASIDE.fullmatch(text, part.start, part.end):
            continue
        if not found or _OPENING.fullmatch(text, part.start, start):
            found, last = [number], part
        elif is_joined(text[mentions[found[-1]].end : start]):
            found.append(number)
    if not found and place - first <= _BEFORE // 2:
        behind = [number for start, number in subjects if parts and parts[0].end < start < parts[-1].end]
        return behind[:1]
    return [] if last and last.end == place - 2 and _VERB_LAST.search(text, last.start, place) else found


@cache
def _verbs(vocabulary: Vocabulary) -> _Verbs:
    uses = ("verb", "auxiliary", "joins", "between", "participle", "no-participle", "behind-verb")
    words = {use: "|".join(sorted(words_for(use, vocabulary))) for use in uses}
    is_verb = re.compile(rf"{_PAST}|(?!(?:{words['no-participle']})$)[a-z]{{3,}}ing|{words['verb']}|{words['auxiliary']}")
    return _Verbs(
        Judged(lambda word: bool(is_verb.fullmatch(word))),
        re.compile(rf"(?:,|\b(?:{words['joins']}))\s(?:(?:{words['between']})\s)?$"),
        re.compile(rf"(?i:\b(?:{words['participle']}|(?P<perfect>having))\s$)"),
        re.compile(rf"\s(?:(?P<word>{words['behind-verb']})\b|[A-ZÄÖÜ\d„])"),
        re.compile(r"\s(?P<word>[a-zäöüß]+)"),
        words_for("auxiliary", vocabulary),
        words_for("verb", vocabulary, "en"),
    )
