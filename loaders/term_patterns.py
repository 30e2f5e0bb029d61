"""The small pattern language of the term vocabularies.

A pattern is a row of words parted by spaces:

- `Gipfel` is that word, `Gipfel*` one that begins so, `*gipfel` one that ends so, `*gipfel*` one that holds it;
- `a|b` is either word, `…` up to 160 characters of the same sentence, `..` up to five words without a comma,
  `{date}` the event's own date, `$` that a mark follows or the text ends.

A hyphen parts words: `Gipfel*` also finds the second half of `SCO-Gipfeltreffen`, and `der *minister` finds
'der SCO-Energieminister'. Case does not count, save for words in capitals alone (`RATS` is the body, `Rats` the genitive
of a council).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

# Stands for the event's date: one for each of its characters, so that offsets stay.
DATE_MARK = "\N{BLACK DIAMOND}"
_GAP = r"[^;!?\n]{0,160}?"
_SHORT_GAP = rf"(?:(?:[\w{DATE_MARK}„“”\"()'’-]+|\d+\.)\s+){{0,5}}?"
_HEAD_OF_COMPOUND = r"(?:\w+-)*"
_END = rf"(?=\s*(?:[^\w\s{DATE_MARK}]|\Z))"
SPECIAL = {"…": _GAP, "..": _SHORT_GAP, "$": _END, "{date}": f"{DATE_MARK}+"}


def regex_of(words: Sequence[str]) -> str:
    """The regular expression of a pattern, given as its words."""
    return "".join(_parts(words))


def _parts(words: Sequence[str]) -> Iterator[str]:
    before = ""
    for word in words:
        if before and word not in ("…", "$"):
            yield "" if before == "…" else _HEAD_OF_COMPOUND if before == ".." else r"\s+" + _HEAD_OF_COMPOUND
        yield SPECIAL.get(word) or rf"(?<!\w)(?:{'|'.join(map(_spelled, word.split('|')))})(?!\w)"
        before = word


def _spelled(word: str) -> str:
    regex = r"\w*".join(map(re.escape, word.split("*")))
    return regex if _is_capital(word) else f"(?i:{regex})"


@cache
def _is_capital(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))


def is_spelled(word: str, spelling: str) -> bool:
    """Whether a word of a text is the one that `_spelled` describes, told without a pattern."""
    if not _is_capital(spelling):
        word, spelling = word.lower(), spelling.lower()
    head, *rest = spelling.split("*")
    if not rest:
        return word == head
    *middle, tail = rest
    end = len(word) - len(tail)
    if end < len(head) or not (word.startswith(head) and word.endswith(tail)):
        return False
    place = len(head)
    for piece in middle:
        place = word.find(piece, place, end) + len(piece)
        if place < len(piece):
            return False
    return True
