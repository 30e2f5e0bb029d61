"""How far an event is told: the sentences without a date of their own that go on about it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

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
    text, reach = passage.section.text, passage.reach
    spans = sentences(text)
    behind = spans[bisect_left(spans, (passage.sentence_end,)) :]
    if not (passage.is_main and others):
        behind = behind[: bisect_left(behind, (reach,))]
    if not behind:
        return []
    dated = {(other.sentence_start, other.sentence_end) for other in others}
    return [span for span in behind if span not in dated and (span[0] < reach or not _GOES_ON.match(text, *span))]
