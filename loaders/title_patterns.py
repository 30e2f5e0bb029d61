"""How the clauses begin and end that titles are made of, from `title_words.csv`."""

import re
from functools import cache
from typing import NamedTuple

from loaders.patterns import either_word
from loaders.title_words import words_of
from loaders.vocabulary import Vocabulary


class Patterns(NamedTuple):
    """How clauses begin and end: all match in the text of one clause or heading."""

    lead: re.Pattern[str]  # what leads to a date in a heading and makes no sense without it
    date_lead: re.Pattern[str]
    date_lead_end: re.Pattern[str]
    between_dates: re.Pattern[str]
    joining: re.Pattern[str]
    going_on: re.Pattern[str]  # the second half of an 'und' that has no subject of its own
    whole: re.Pattern[str]
    whole_without: re.Pattern[str]  # main clauses without their first word
    main: re.Pattern[str]
    verb_last: re.Pattern[str]
    relative: re.Pattern[str]
    pointing: re.Pattern[str]  # openers that point to the sentence before; what follows them stands alone


@cache
def patterns_of(vocabulary: Vocabulary) -> Patterns:
    """The patterns that the words of `title_words.csv` make."""

    def one(*kinds: str) -> str:
        return either_word(words_of(vocabulary, *kinds))

    articles, joining, finite = one("article", "genitive"), one("joining"), one("finite")
    led = rf"(?:\b{one('date lead')}\b[\s,]*(?:{articles}\b[\s,]*)?)?"
    return Patterns(
        lead=re.compile(rf"[\s,;:(–—-]*{led}$", re.IGNORECASE),
        date_lead=re.compile(rf"{one('date lead')}\s", re.IGNORECASE),
        date_lead_end=re.compile(rf"\b{one('date lead')}\s\Z", re.IGNORECASE),
        between_dates=re.compile(rf"[\s,;/]*(?:{joining}\s+)?{led}", re.IGNORECASE),
        joining=re.compile(rf"^{joining}\s+", re.IGNORECASE),
        going_on=re.compile(rf"^{joining}\s(?!{articles}\s)", re.IGNORECASE),
        whole=re.compile(rf"^{one('clause')}\s"),
        whole_without=re.compile(rf"^{one('main with opener')}\s+(?={one('subject')}\s|[A-Z])"),
        # 'der Plan folgte im Mai', not 'die im Mai folgte' nor 'die Oman im Mai vorlegen wird'; 'zuvor hatte er getagt'.
        main=re.compile(
            rf"^(?:{one('opening')}\s(?:[A-ZÄÖÜ]|\w+en\s)|{one('main')}\s"
            rf"|{one('date lead')}\s\d[^,]*?\s{finite}\s|(?!{one('relative')}\s)\w+\s{finite}\s)"
        ),
        verb_last=re.compile(rf"\b{finite}\W*$"),
        relative=re.compile(rf"^(?:{one('preposition')}\s)?(?P<word>{one('relative')})\s(?![A-ZÄÖÜ])"),
        pointing=re.compile(rf"^{one('pointing')}(?:,|(?=\s{one('opening', 'fused')}\s)),?\s+"),
    )
