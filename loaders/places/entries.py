"""Places that an entry of a list of dates names beside the date.

The words of dates are those of `date_words.csv`: '29. Mai, X: Forum …', 'X, 29. Mai: …' and '29 May: forum of experts, X'.
"""

import re
from functools import cache
from typing import NamedTuple

from loaders.patterns import either_word
from loaders.places.frames import WINDOW
from loaders.places.names import Found
from loaders.vocabulary import Vocabulary

_KINDS = frozenset(("month", "abbreviation", "part", "and", "range"))
# What the words before a listed place end in: most places need no closer look.
_MAY_END_LEFT = re.compile(r"(?:[,:|–—.!?]\s|\(|\n|^)$")
_NAMED_FIRST = re.compile(r"(?:^|\n|[.!?]\s)$")
_SHORT_ENTRY = re.compile(r",\s(?!das |die |der |which |who )[^\n.;:]{2,80}(?:$|\n|[.;])")
_ENTRY_END = re.compile(r"(?:,(?:\s\w+){1,3}|\s\([^)\n]*\))?(?:[.;]?\s*$|[.;]?\n|\.\s)")


class Entries(NamedTuple):
    """Patterns of what stands before the place in an entry, and of the date behind it."""

    dated: re.Pattern[str]  # '29. Mai, X'
    dated_with_colon: re.Pattern[str]  # '29. Mai: X, Forum der Fachleute'
    date_behind: re.Pattern[str]  # 'X, 29. Mai: …'
    told: re.Pattern[str]  # '29 May: forum of experts, X'
    beside: re.Pattern[str]  # 'the forum (29 May, X)'
    beside_behind: re.Pattern[str]  # 'the forum (X, 29 May)'

    def is_listed(self, text: str, found: Found) -> bool:
        """Whether an entry of a list of dates names the place beside the date or, behind what happens, at its end."""
        if not _MAY_END_LEFT.search(text, max(0, found.start - 2), found.start):
            return False
        left, behind = text[max(0, found.start - 2 * WINDOW) : found.start], text[found.end : found.end + WINDOW]
        if behind.startswith(")") and self.beside.search(left):
            return True
        if left.endswith("(") and self.beside_behind.match(behind):
            return True
        if self.dated.search(left):
            return re.match(r"\)?\s?[:|–—]", behind) is not None
        if self.dated_with_colon.search(left):
            return _SHORT_ENTRY.match(behind) is not None
        if _NAMED_FIRST.search(left):
            return self.date_behind.match(behind) is not None
        return bool(self.told.search(left)) and _ENTRY_END.match(behind) is not None


@cache
def entries_of(vocabulary: Vocabulary) -> Entries:
    """The patterns that the words of dates make."""
    rows = [row for row in vocabulary.rows("date_words") if row["kind"] in _KINDS]
    words = either_word({word for row in rows for word in row["words"].split("|")})
    day = rf"(?:(?:\d[\d./–—-]*+|(?i:{words})\b\.?+)[\s–—-]*+)++"
    entry = rf"(?:^|\n|[.!?]\s)(?=[^:]*\d){day}"
    return Entries(
        dated=re.compile(rf"{entry}(?:,\s|\(|\|\s|(?<=[–—]\s))$"),
        dated_with_colon=re.compile(rf"{entry}:\s$|(?:^|\n)(?i:{words})(?:\s\d{{4}})?:\s$"),
        date_behind=re.compile(rf"(?:,\s|\s\()(?=[^:;]*\d){day}\)?[:;]"),
        beside=re.compile(rf"\((?=[^()]*\d){day},\s$"),
        beside_behind=re.compile(rf",\s(?=[^()]*\d){day}\)"),
        told=re.compile(rf"{entry}:\s[^\n:]*,\s$"),
    )
