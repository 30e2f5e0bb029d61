"""Reads runs of capitalised words: which part of one is a function, which a person's name, and what makes a name likely."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loaders.passage import Span
from loaders.patterns import either_word
from loaders.vocabulary import Vocabulary
from loaders.words import Judged, words_in

_WORD = r"[^\W\d_][\w’'ʼ]*(?:[-‑][^\W\d_][\w’'ʼ]*)*"
# An initial; the D. of 'a. D.' is none.
_LETTER = r"(?<!a\.\s)[A-ZÄÖÜ]\."
_TOKEN = re.compile(rf"{_LETTER}(?=\s)|{_WORD}")
_JOINTS = ("-", "‑", "’", "'", "ʼ")
_CAPITAL = re.compile(r"[^\W\d_a-zäöüß]")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
_ADJECTIVE = re.compile(
    r"(?:ische?[nrsm]?|liche?[nrsm]|nale[nrsm]?|iven?|tete[nrsm]?|igen?|igte[nrsm]?|eiten?|ösen?|einten|eme[nrsm]|unde[nrsm]?)$"
)
_BEFORE = re.compile(r"(\S+)\s+$")
_ARTICLE = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|(?:ein|ihr|sein)e?[nmrs]?|the|an?|i[nm]s?|auf|aus|zu[mr]?|am|vom|beim?|über|nach|bis|um)$",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word of a run. `kind` is F (function), N (may be a name), P (particle of a name) or X (neither)."""

    start: int
    end: int
    text: str
    kind: str


class NameParts:
    """The vocabularies `name_parts` and `functions`, ready to judge words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        parts: dict[str, set[str]] = {}
        for row in vocabulary.rows("name_parts"):
            parts.setdefault(row["part"], set()).add(row["value"])
        self.given = frozenset(parts.get("given", ()))
        self.family_first = frozenset(parts.get("family_first", ()))
        self.particles = frozenset(word for value in parts.get("particle", ()) for word in value.split())
        self._patronymic = re.compile(rf"\s(?:{'|'.join(sorted(parts.get('patronymic', ())))})(?!\w)")
        self._places = frozenset(row["name"] for row in vocabulary.rows("place_names")) | frozenset(
            row[label] for row in vocabulary.rows("places") for label in ("label_de", "label_en")
        )
        self._noun_endings = tuple(sorted(parts.get("noun_ending", ())))
        self._other_words = frozenset(
            row["word"] for row in vocabulary.rows("capital_words") if row["use"] in ("grammar", "title")
        )
        self._other_words |= {row["pattern"] for row in vocabulary.rows("organisation_words") if row["language"] == "en"}
        self._other_words |= {row["stem"] for row in vocabulary.rows("country_adjectives") if row["language"] == "en"}
        self._grammar = frozenset(row["word"] for row in vocabulary.rows("capital_words") if row["use"] == "grammar")
        self._endings = tuple(sorted(parts.get("ending", ())))
        self._functions = re.compile(
            "|".join(sorted({_function_regex(row["pattern"]) for row in vocabulary.rows("functions")}, key=len, reverse=True))
        )
        particles = either_word(self.particles)
        word = rf"(?:{_LETTER}|{_WORD})"
        self._runs = re.compile(rf"(?<![\w-])(?=[^\W\d_a-zäöüß]){word}(?:,?\s(?:{particles}\s)*(?=[^\W\d_a-zäöüß]){word})*")
        self.is_function: Callable[[str], bool] = Judged(self._is_function).__getitem__
        self._kind: Callable[[str], str] = Judged(self._judged).__getitem__
        self._may_stand_in_run: Judged[bool] = Judged(lambda word: bool(_CAPITAL.match(word)) or word in self.particles)

    def runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of two and more words with a capital side by side (particles of names and commas between them allowed)."""
        starts, ends, words = words_in(text)
        may_stand = list(map(self._may_stand_in_run.__getitem__, words))
        followed = zip(starts, ends, may_stand, [*may_stand[1:], False], strict=True) if words else ()
        # Most words stand alone: the next word belongs to no run, nor to the same word ('Al-farabi').
        promising = [start for start, end, may, next_may in followed if may and (next_may or text[end : end + 1] in _JOINTS)]
        reached = 0
        for start in promising:
            if start >= reached and (found := self._runs.match(text, start)):
                reached = found.end()
                if " " in found.group():
                    yield found.span()

    def tokens(self, text: str, start: int, end: int, taken: Sequence[Span]) -> list[Token]:
        """The words of a run, judged; `taken` are the spans of something known that is no person."""
        inside = [span for span in taken if span[0] < end and start < span[1]]
        tokens: list[Token] = []
        for found in _TOKEN.finditer(text, start, end):
            kind = self._kind(found.group())
            # 'Sebastian Kurz mehr': behind a given name a word that is grammar elsewhere is the surname.
            if (
                kind == "X"
                and found.group() in self._grammar
                and tokens
                and self._is_given_before(text, tokens[-1], found.start())
            ):
                kind = "N"
            first, last = found.span()
            is_taken = bool(inside) and kind == "N" and any(begin <= first < stop for begin, stop in inside)
            tokens.append(Token(first, last, found.group(), "X" if is_taken else kind))
        return tokens

    def is_likely(self, words: list[str]) -> bool:
        """Whether words that may be a name have the form of a person's: a given name, an ending, an initial, a particle."""
        if words[0] in self.family_first and len(words) == 2 and len(words[1]) > 1:
            return True
        return any(
            word in self.given
            or _INITIAL.fullmatch(word)
            or word in self.particles
            or any(part in self.given for part in word.split("-") if "-" in word)
            for word in words
        ) or any(self.has_ending(word) for word in words[1:])

    def end_of_name(self, text: str, end: int) -> int:
        """Where a name ends that may go on with a small word of descent: 'Bekmurat kysy'."""
        found = self._patronymic.match(text, end)
        return found.end() if found else end

    def is_place(self, word: str) -> bool:
        """Whether a word is the name of a place, a genitive -s overlooked."""
        return word in self._places or word.removesuffix("s") in self._places

    def _is_given_before(self, text: str, token: Token, start: int) -> bool:
        return token.kind == "N" and token.text in self.given and text[token.end : start] == " "

    def has_ending(self, word: str) -> bool:
        """Whether a word ends as family names do ('-ow', '-enko', '-zoda'); a genitive -s is overlooked."""
        plain = word.lower()
        return len(word) > 4 and (plain.endswith(self._endings) or plain.removesuffix("s").endswith(self._endings))

    def _judged(self, word: str) -> str:
        if word in self.particles:
            return "P"
        if word in self.given:
            return "N"
        if self.is_function(word):
            return "F"
        return "X" if word in self._other_words or self._is_no_name(word) else "N"

    def _is_no_name(self, word: str) -> bool:
        capitals = len(word) > 1 and word.isupper() and not word.endswith(".")
        figures = any(letter.isdigit() for letter in word)
        return capitals or figures or word.lower().endswith(self._noun_endings) or bool(_ADJECTIVE.search(word))

    def _is_function(self, word: str) -> bool:
        return bool(self._functions.fullmatch(word))


@cache
def name_parts(vocabulary: Vocabulary) -> NameParts:
    """The parts of a vocabulary; built once."""
    return NameParts(vocabulary)


def stands_free(text: str, start: int) -> bool:
    """Whether what begins at `start` has no article or preposition before it that a person's name never has."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    return not before or not _ARTICLE.match(before[1])


def _function_regex(pattern: str) -> str:
    """'*minister' is 'Minister', 'Außenminister' and 'SCO-Minister'."""
    if not pattern.startswith("*"):
        return rf"(?:\w+-)*{re.escape(pattern)}"
    end = pattern[1:]
    return rf"(?:[\w-]*{re.escape(end)}|(?:[\w-]+-)?{re.escape(end[0].upper() + end[1:])})"
