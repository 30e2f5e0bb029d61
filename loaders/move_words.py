"""How words read that put an event off or call it off: the patterns of `move_words.csv`, ready to be tried."""

import re
from functools import cache
from typing import NamedTuple

from loaders.passage import Passage
from loaders.patterns import by_kind
from loaders.vocabulary import Vocabulary


class MoveWords(NamedTuple):
    """The patterns of one language."""

    moved: re.Pattern[str]
    onto: re.Pattern[str]
    from_: re.Pattern[str]
    now: re.Pattern[str]
    framed: re.Pattern[str]
    implied: re.Pattern[str]
    held: re.Pattern[str]
    deed_behind: re.Pattern[str]
    deed_before: re.Pattern[str]
    anaphor: re.Pattern[str]
    against: re.Pattern[str]
    meant: re.Pattern[str]
    renewed: re.Pattern[str]
    turn: re.Pattern[str]

    def turns(self, passage: Passage) -> bool:
        """Whether the sentence around a passage has a word that tells one date from another."""
        return self.turn.search(passage.section.text, passage.sentence_start, passage.sentence_end) is not None


@cache
def words_of_moves(vocabulary: Vocabulary, language: str) -> MoveWords:
    """The patterns of a language, those of English where it has none."""
    one = by_kind(row for row in vocabulary.rows("move_words") if row["language"] == language)
    if not one:
        return words_of_moves(vocabulary, "en")
    word = r"[\w’'„“”\"-]+\s"
    doer = rf"(?:(?!{one['passive']}\s){word}){{0,5}}?"
    return MoveWords(
        moved=re.compile(rf"\b{one['moved']}\b"),
        onto=re.compile(rf"{one['onto']}\s\Z"),
        from_=re.compile(rf"{one['from']}\s\Z"),
        now=re.compile(rf"\b(?i:{one['now']})\b"),
        framed=re.compile(rf"\b(?i:{one['framed']})\b"),
        implied=re.compile(rf"\b{one['implied']}\b"),
        held=re.compile(rf"\b(?i:{one['held']})\b"),
        deed_behind=re.compile(rf",?\s(?:{doer}{one['deed']}|{one['done']})\b"),
        deed_before=re.compile(rf"\b{one['deed']}\s(?:by\s)?(?:{word}){{0,3}}?(?:on|am)\s\Z"),
        anaphor=re.compile(rf"{one['anaphor']}\b"),
        against=re.compile(rf"\b(?i:{one['against']})\s\Z"),
        meant=re.compile(rf"\s{one['meant']}\b"),
        renewed=re.compile(rf"\b(?i:{one['renewed']})\b"),
        turn=re.compile(rf"\b(?i:{one['moved']}|{one['turn']})\b"),
    )
