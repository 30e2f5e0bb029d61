"""The rows of `place_cues.csv`, compiled, and the words that stand before a name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from loaders.vocabulary import Row, Vocabulary

Patterns = tuple[tuple[str, re.Pattern[str]], ...]

_WORDS = re.compile(r"[\w’'-]+|[^\w\s]")
_ARTICLES = frozenset(("der", "dem", "den", "die", "das", "des", "the"))
_FUSED = {"im": "in", "ins": "in", "am": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei"}
_ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|em|es)|(?:Autonom|Uigurisch|Vereinigt)e[nr]?")
# As many characters before a name as its cue can depend on.
WINDOW = 110
# What the clause around a name may say of it, the surest first.
_OF_CLAUSES = ("visit", "host", "joining", "title", "guest", "participant")


@dataclass(frozen=True, eq=False)
class CueRules:
    """`place_cues.csv` by what its patterns look at (column `side`)."""

    heads: Mapping[str, str]
    classes: Mapping[str, str]
    nouns: Patterns
    adjectives: Patterns
    clauses: Patterns
    compound: re.Pattern[str]
    after: re.Pattern[str]
    common: re.Pattern[str]
    seat: re.Pattern[str]
    stance: re.Pattern[str]
    verb: re.Pattern[str]
    host: re.Pattern[str]
    happening: re.Pattern[str]
    chair: re.Pattern[str]
    back: re.Pattern[str]
    online: re.Pattern[str]
    remote: re.Pattern[str]
    single: re.Pattern[str]
    hybrid: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Before:
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
    free = {side: re.compile(rf"\b{_any(rows).pattern}") for side, rows in sides.items()}
    return CueRules(
        heads={row["pattern"]: row["cue"] for row in sides["head"]},
        classes={row["pattern"]: row["cue"] for row in sides["class"]},
        nouns=_by_cue(sides["noun"]),
        adjectives=_by_cue(sides["adjective"]),
        clauses=tuple((side, re.compile(rf"{free[side].pattern}\b")) for side in _OF_CLAUSES),
        **{side: _any(sides[side]) for side in ("compound", "after", "common", "seat", "stance", "verb")},
        **{side: free[side] for side in ("online", "remote", "single", "hybrid")},
        **{side: re.compile(rf"{free[side].pattern}\b") for side in ("host", "happening", "chair")},
        back=re.compile(rf"\b(?i:{_any(sides['back']).pattern})\b"),
    )  # fmt: skip


def words_before(text: str, start: int, rules: CueRules) -> Before:
    """What stands before a name, its article, adjectives and class noun skipped."""
    words = _WORDS.findall(text[max(0, start - WINDOW) : start])
    bare = words[-1] if words else ""
    length = next((length for length in (3, 2, 1) if " ".join(words[-length:]) in rules.classes), 0)
    kind = rules.classes[" ".join(words[-length:])] if length else ""
    words = _without_adjectives(words[: len(words) - length], rules)
    if words and words[-1] in _ARTICLES:
        words = words[:-1]
    head = words[-1].lower() if words else ""
    return Before(_FUSED.get(head, head), words[-2] if len(words) > 1 else "", kind, bare)


def _without_adjectives(words: list[str], rules: CueRules) -> list[str]:
    for count in (1, 2, 3):
        if len(words) > count and all(_ADJECTIVE.fullmatch(word) and word not in rules.heads for word in words[-count:]):
            before = words[-count - 1].lower()
            if before in _ARTICLES or before in _FUSED:
                return words[:-count]
    return words


def matched(patterns: Patterns, word: str) -> str:
    """The cue of the first pattern that is the whole word; '' where none is."""
    return next((cue for cue, pattern in patterns if pattern.fullmatch(word)), "")


def _by_cue(rows: Iterable[Row]) -> Patterns:
    rows = list(rows)
    return tuple((cue, _any(row for row in rows if row["cue"] == cue)) for cue in dict.fromkeys(row["cue"] for row in rows))


def _any(rows: Iterable[Row]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(row['pattern'] for row in rows)})")
