"""How far an event is told: the sentences without a date of their own that go on about it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.passage import Passage, Span, sentences

# Words that tie a sentence to the one before it.
_GOES_ON = re.compile(
    r"(?:Er|Sie|Es|Dort|Dabei|Dazu|Damit|Dafür|Dar\w+|Davon|Dies\w*|Ihre?\w*|Seine?\w*|Deren|Dessen|Zuvor"
    r"|He|She|It|They|This|These|There|Its|Their|His|Her)\b|.{0,50}\bdort\b"
)


def told_on(passage: Passage, others: Sequence[Passage] = ()) -> list[Span]:
    """The undated sentences behind the event's own that go on telling of it, in order.

    Up to the next dated sentence these are all. A section's main event is also told of by later undated sentences, unless
    they are tied to the event before them; `others`, all passages of the section, say which sentences are dated.
    """
    dated = {(other.sentence_start, other.sentence_end) for other in others}
    spans = []
    for start, end in sentences_of(passage.section.text):
        if start < passage.sentence_end or (start, end) in dated:
            continue
        taken_up = bool(passage.is_main and others) and not _GOES_ON.match(passage.section.text, start, end)
        if start < passage.reach or taken_up:
            spans.append((start, end))
    return spans


@lru_cache(maxsize=256)
def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences of a text that several finders ask for, split once."""
    return tuple(sentences(text))
