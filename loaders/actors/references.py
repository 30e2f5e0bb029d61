"""Understands words that stand for an actor named before: pronouns, definite nouns, verbs whose subject went before."""

from collections.abc import Iterator, Sequence

from loaders.actors.body_nouns import find_body_nouns
from loaders.actors.ellipsis import find_ellipses
from loaders.actors.pronouns import find_pronouns
from loaders.actors.reference import Named, Reference
from loaders.passage import Span
from loaders.vocabulary import Vocabulary


def find_references(text: str, mentions: Sequence[Named], spans: Sequence[Span], vocabulary: Vocabulary) -> Iterator[Reference]:
    """All such words with the mention they take up; `spans` are the sentences of the text."""
    pronouns = list(find_pronouns(text, mentions, spans, vocabulary))
    yield from pronouns
    yield from find_body_nouns(text, mentions, vocabulary)
    yield from find_ellipses(text, mentions, pronouns, vocabulary)
