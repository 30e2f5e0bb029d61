"""The turns of phrase around a place: the rows of `place_frames.csv`, compiled by kind.

What stands `before` a place ends where the place begins; what stands `behind` one is matched from its end on, between two
places, or anywhere. A `word` is compared whole; a `part` is of a larger pattern. Behind the kinds that explain themselves:
`whose` tells that another than the place plays the host ('X, dessen Ministerin …'), `aim` that something is for the place and
not in it ('für ein Zentrum in X'; 'für Mai 2021 in X' is a date), `war` that 'in X' is no German 'war in X', `bearer` where a
person comes from, `part of` that what is in a part of a place is in the place, `absent` that who stays away does not show where
one meets, `opener` what may stand before a subject, `relative` what begins a relative clause ('die meisten davon in X' is none),
`onward` where one went on to after the date, `antecedent` a country that a clause about hosting hangs on.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from loaders.patterns import by_kind
from loaders.places.names import Found
from loaders.vocabulary import Vocabulary

# As many characters before a name as its cue can depend on, and as many behind it.
WINDOW, BEHIND = 110, 60
_SIGNS = (*",.;:–", "")


class Frames(NamedTuple):
    """Patterns and words by kind."""

    before: Mapping[str, re.Pattern[str]]
    behind: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]
    parts: Mapping[str, str]


@cache
def frames_of(vocabulary: Vocabulary) -> Frames:
    """The frames of a vocabulary."""
    rows = vocabulary.rows("place_frames")

    def of_side(side: str) -> dict[str, str]:
        return by_kind(row for row in rows if row["side"] == side)

    parts = of_side("part")
    behind = of_side("behind") | {
        # The point of an initial ('S. Rahman') ends none.
        "clause": rf"(?<!\d)(?<!\b[A-ZÄÖÜ](?=\.))[.;:!?]\s|\n|,\s{parts['joint']}\s",
        # Between the names of one list: 'in Buchara, Chiwa und der Stadt X'.
        "listed": rf"(?:,|{parts['list']}|\s?[–—]|/| \()\s?(?:{parts['list article']} (?:\w+ )?)?",
    }
    words: dict[str, frozenset[str]] = {}
    for row in rows:
        if row["side"] == "word":
            words[row["kind"]] = words.get(row["kind"], frozenset()) | set(row["pattern"].split("|"))
    words["opener"] |= set(_SIGNS)
    return Frames(
        before={kind: re.compile(f"{pattern}$") for kind, pattern in of_side("before").items()},
        behind={kind: re.compile(pattern) for kind, pattern in behind.items()},
        words=words,
        parts=parts,
    )


def lies_within(text: str, one: Found, other: Found, frames: Frames) -> bool:
    """Whether the second name says where the first one lies: 'Qingdao in der Provinz Shandong', 'Tashkent, Uzbekistan'.

    Of a place that nobody knows the larger one is the better told of.
    """
    smaller = one.name.places[0]
    larger = other.name.places[0].kind != "city" and smaller.kind == "city" and smaller.source != "text"
    codes = {place.country_code for place in other.name.places}
    is_there = any(not place.country_code or place.country_code in codes for place in one.name.places)
    return larger and is_there and bool(frames.behind["within"].fullmatch(text[one.end : other.start]))
