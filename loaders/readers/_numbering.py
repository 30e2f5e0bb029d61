"""Headings that are numbered one after the other."""

import re
from collections.abc import Sequence

from loaders.readers._blocks import Block, Kind, is_date_or_ordinal

_BEFORE = "^(?:\ue002\\d+\ue003|\\s)*"
ORDINAL = re.compile(_BEFORE + r"(?P<number>\d{1,2})[.)]\s+")
_BARE = re.compile(_BEFORE + r"(?P<number>\d{1,2})\s+(?=\D)")
_ARABIC = [str(step) for step in range(1, 100)]
# How headings are numbered, each with how it counts on.
_COUNTS = (
    (ORDINAL, _ARABIC),
    (_BARE, _ARABIC),
    (re.compile(_BEFORE + r"(?:§|Nr\.|\d{1,2}\.(?=\d))\s*(?P<number>\d{1,2})[.)]?\s+"), _ARABIC),
    (
        re.compile(_BEFORE + r"(?P<number>[IVX]{1,5})[.)]\s+"),
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"],
    ),
    (re.compile(_BEFORE + r"(?P<number>[A-Z])[.)]\s+"), list("ABCDEFGHIJKLMNOP")),
)


def without_numbering(blocks: Sequence[Block]) -> list[Block]:
    """Takes '1.', '2.', … or 'I.', 'A.', '1.1' off headings that are numbered one after the other; no days of dates."""
    headings = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    for counting, counted in _COUNTS:
        numbered = [
            (index, found)
            for index in headings
            if (found := counting.match(blocks[index].raw)) and not is_date_or_ordinal(blocks[index].raw[found.end() :])
        ]
        numbers = [found["number"] for _, found in numbered]
        is_counted = numbers == counted[: len(numbers)]
        # A bare number may be a day ('1 May 2021: …').
        is_sure = len(numbered) == len(headings) or (len(numbered) > 1 and counting is not _BARE)
        if is_counted and numbered and is_sure:
            result = list(blocks)
            for index, found in numbered:
                result[index] = blocks[index]._replace(raw=blocks[index].raw[found.end() :])
            return result
    return list(blocks)
