"""The rows of `place_cues.csv`, compiled, and the words that stand before a name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from loaders.anchored import AnchoredPattern, lead_of
from loaders.patterns import either
from loaders.places.belonging import Belonging, belonging_of
from loaders.places.blows import Blows, blows_of
from loaders.places.entries import Entries, entries_of
from loaders.places.frames import WINDOW, Frames, frames_of
from loaders.vocabulary import Row, Vocabulary
from loaders.words import Judged

_WORDS = re.compile(r"[\w’'-]+|[^\w\s]")
_FUSED = {"im": "in", "ins": "in", "am": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei"}
_ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|em|es)|(?:Autonom|Uigurisch|Vereinigt)e[nr]?")
# What the clause around a name may say of it, the surest first.
_OPEN, _CLOSED = ("online", "remote", "single", "hybrid"), ("host", "happening", "chair")
_OF_CLAUSES = ("visit", "host", "joining", "title", "guest", "participant")


@dataclass(frozen=True, eq=False)
class CueRules:
    """`place_cues.csv` by what its patterns look at (column `side`); what looks at one word judges it once for all."""

    heads: Mapping[str, str]
    classes: Mapping[str, str]
    nouns: Judged[str]
    adjectives: Judged[str]
    clauses: tuple[tuple[str, AnchoredPattern], ...]
    compound: re.Pattern[str]
    after: Judged[bool]
    composed: re.Pattern[str]
    common: re.Pattern[str]
    seat: re.Pattern[str]
    stance: Judged[bool]
    verb: Judged[bool]
    host: AnchoredPattern
    happening: AnchoredPattern
    blows: Blows
    entries: Entries
    frames: Frames
    belonging: Belonging
    capitals: frozenset[str]
    chair: AnchoredPattern
    back: AnchoredPattern
    online: AnchoredPattern
    remote: AnchoredPattern
    single: AnchoredPattern
    hybrid: AnchoredPattern
    voted: AnchoredPattern
    election: AnchoredPattern


class Before(NamedTuple):
    """The words a name hangs on: `head` in lower case, the word before it, the class noun between ('Provinz'), if any.

    `bare` is the word that stands right before the name.
    """

    head: str
    noun: str
    kind: str
    bare: str


@cache
def cue_rules(vocabulary: Vocabulary) -> CueRules:
    """The rules of a vocabulary, compiled."""
    sides: dict[str, list[Row]] = {}
    for row in vocabulary.rows("place_cues"):
        sides.setdefault(row["side"], []).append(row)
    frames = frames_of(vocabulary)
    free = _anchored(sides, frames)
    return CueRules(
        blows=blows_of(vocabulary),
        entries=entries_of(vocabulary),
        frames=frames,
        belonging=belonging_of(vocabulary),
        capitals=frozenset(row["place_id"] for row in vocabulary.rows("capitals")),
        heads={row["pattern"]: row["cue"] for row in sides["head"]},
        classes={row["pattern"]: row["cue"] for row in sides["class"]},
        nouns=_by_cue(sides["noun"]),
        adjectives=_by_cue(sides["adjective"]),
        clauses=tuple((side, free[side]) for side in _OF_CLAUSES),
        compound=_any(sides["compound"]),
        composed=_any(sides["composed"]),
        common=_any(sides["common"]),
        seat=_any(sides["seat"]),
        after=_whole(sides["after"]),
        stance=_whole(sides["stance"]),
        verb=_whole(sides["verb"]),
        **{side: free[side] for side in (*_OPEN, *_CLOSED, "back", "voted", "election")},
    )


def _anchored(sides: Mapping[str, Sequence[Row]], frames: Frames) -> dict[str, AnchoredPattern]:
    """What may stand anywhere in a text: besides what the rows tell, that something is put to the vote, or about a vote."""
    every = {side: either(row["pattern"] for row in sides[side]) for side in (*_OPEN, *_CLOSED, *_OF_CLAUSES, "back")}
    every |= {"voted": frames.parts["vote"], "election": frames.parts["about a vote"]}
    patterns = {side: pattern if side in _OPEN else rf"{pattern}\b" for side, pattern in every.items()}
    flags = {"back": re.IGNORECASE}
    return {side: AnchoredPattern(patterns[side], lead_of(every[side]), flags.get(side, 0)) for side in every}


def _whole(rows: Iterable[Row]) -> Judged[bool]:
    pattern = _any(rows)
    return Judged(lambda word: pattern.fullmatch(word) is not None)


def words_before(text: str, start: int, rules: CueRules) -> Before:
    """What stands before a name, its article, adjectives and class noun skipped."""
    words = _WORDS.findall(text, max(0, start - WINDOW), start)
    bare = words[-1] if words else ""
    length = next((length for length in (3, 2, 1) if " ".join(words[-length:]) in rules.classes), 0)
    kind = rules.classes[" ".join(words[-length:])] if length else ""
    if not kind and rules.composed.fullmatch(bare):
        length, kind = 1, "city"
    words = _without_adjectives(words[: len(words) - length], rules)
    if words and words[-1] in rules.frames.words["article"]:
        words = words[:-1]
    head = words[-1].lower() if words else ""
    return Before(_FUSED.get(head, head), words[-2] if len(words) > 1 else "", kind, bare)


def _without_adjectives(words: list[str], rules: CueRules) -> list[str]:
    for count in (1, 2, 3):
        if len(words) <= count or not _ADJECTIVE.fullmatch(words[-count]) or words[-count] in rules.heads:
            break
        before = words[-count - 1].lower()
        if before in rules.frames.words["article"] or before in _FUSED:
            return words[:-count]
    return words


def _by_cue(rows: Sequence[Row]) -> Judged[str]:
    """The cue of the first pattern that is the whole word; '' where none is."""
    patterns = [(cue, _any(row for row in rows if row["cue"] == cue)) for cue in dict.fromkeys(row["cue"] for row in rows)]
    return Judged(lambda word: next((cue for cue, pattern in patterns if pattern.fullmatch(word)), ""))


def _any(rows: Iterable[Row]) -> re.Pattern[str]:
    return re.compile(either(row["pattern"] for row in rows))
