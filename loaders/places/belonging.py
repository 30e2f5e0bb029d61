"""Words by which an event says that it belongs to another and shares its venue: the rows of `venue_words.csv`, by kind."""

import re
from functools import cache
from typing import NamedTuple

from loaders.patterns import by_kind
from loaders.vocabulary import Vocabulary


class Belonging(NamedTuple):
    """Patterns over an event's clause or sentence."""

    part: re.Pattern[str]  # 'am zweiten Tag': a part of the event told before
    same_day: re.Pattern[str]  # 'on the same day': tells of the day only
    afar: re.Pattern[str]  # 'am Telefon': what speaks against the same venue
    only_a_day: re.Pattern[str]  # all of a clause that only gives a further day: 'sowie vom 3. bis 5. Mai'
    put_off: re.Pattern[str]  # something put off is to happen where it was to happen before
    hangs_on: re.Pattern[str]  # opens a clause on a part of what the sentence is about: 'das Forum, bei dem …'
    day_beside: re.Pattern[str]  # all of a date that is counted from the event told before
    set_for: re.Pattern[str]  # opens a clause: 'the summit in X, now set for 3 May'
    when: re.Pattern[str]  # behind: 'on 3 May, when …'
    aside: re.Pattern[str]  # 'am Rande'
    # Up to a date that another one parts from its clause: 'im Mai 2020 beschloss der Rat in X auf seiner Sitzung am …'.
    cut_off: re.Pattern[str]
    pronoun: re.Pattern[str]  # opens a clause


@cache
def belonging_of(vocabulary: Vocabulary) -> Belonging:
    """The patterns of a vocabulary."""
    one = by_kind(vocabulary.rows("venue_words"))
    return Belonging(
        part=re.compile(rf"\b{one['part']}\b"),
        same_day=re.compile(rf"\b{one['same day']}\b"),
        afar=re.compile(rf"\b{one['afar']}"),
        only_a_day=re.compile(rf"(?:{one['only a day']}|[,\s.:])*"),
        put_off=re.compile(rf"\b{one['put off']}\b"),
        hangs_on=re.compile(one["hangs on"]),
        day_beside=re.compile(one["day beside"]),
        set_for=re.compile(one["set for"]),
        when=re.compile(rf",?\s?{one['when']}\b"),
        aside=re.compile(rf"\b{one['aside']}\b"),
        cut_off=re.compile(rf"(?:^|[,;:–—]\s)((?:[^,;:–—])*\b{one['cut off']})$"),
        pronoun=re.compile(rf"(?:;\s)?{one['pronoun']}\b", re.IGNORECASE),
    )
