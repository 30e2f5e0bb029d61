"""What a word is that stands for an actor named before, and the words of a language that do."""

from functools import cache
from typing import NamedTuple, Protocol

from loaders.vocabulary import Vocabulary


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
    def label(self) -> str: ...
    @property
    def role(self) -> str: ...


class Reference(NamedTuple):
    """`text[start:end]` stands for what `mentions[mention]` names; an empty `role` is that of any name in this place."""

    start: int
    end: int
    mention: int
    form: str
    role: str


@cache
def words_for(use: str, vocabulary: Vocabulary, language: str = "") -> frozenset[str]:
    """The words of `reference_words.csv` for one use, of one language or of all."""
    rows = [row for row in vocabulary.rows("reference_words") if row["use"] == use and language in ("", row["language"])]
    return frozenset(word for row in rows for word in row["words"].split())
