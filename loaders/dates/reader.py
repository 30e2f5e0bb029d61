"""Reads the times of one text, in order, each with the context of those before it."""

import re
from functools import lru_cache

from loaders.dates import periods
from loaders.dates.absolutes import take_run
from loaders.dates.doubles import is_told_after, without_doubles, without_wider
from loaders.dates.mentions import DateContext, DateReading
from loaders.dates.periods import Period
from loaders.dates.phrases import Phrases
from loaders.dates.relatives import relatives_of
from loaders.dates.remarks import remarks_on
from loaders.dates.spans import spans_of, with_ends
from loaders.dates.tokens import runs
from loaders.dates.told import Told
from loaders.vocabulary import Vocabulary

_QUARTER = re.compile(r"([0-9]{4})-?[Qq]([1-4])")
_ENGLISH_WORDS = (" the ", "The ", " of ")
_GERMAN_WORDS = (" der ", " die ", " am ")


# The dates of a heading are asked for on their own and as context of its section.
@lru_cache(maxsize=4)
def read(text: str, context: DateContext, vocabulary: Vocabulary) -> DateReading:
    """The times of a text. A newline ends a sentence, a blank line a date."""
    quarter, language = context.quarter, context.language
    heading = heading_times(context.heading, quarter, language, vocabulary)
    told, relatives = Told(text, context, heading, _quarter(quarter), vocabulary), relatives_of(vocabulary)
    phrases = Phrases(told, relatives, lambda other: heading_times(other, quarter, language, vocabulary))
    english = language == "en" or (not language and is_english(told.plain))
    for tokens, place in runs(told.plain, told.words, relatives.triggers):
        if tokens:
            take_run(told, tokens, english)
        elif place >= told.end:
            phrases.take(place)
    phrases.take_awaiting(len(told.plain))
    return _finished(told, vocabulary)


@lru_cache(maxsize=1024)
def heading_times(heading: str, quarter: str, language: str, vocabulary: Vocabulary) -> tuple[Period, ...]:
    """The times a heading gives for events, in order."""
    if not heading:
        return ()
    found = read(heading, DateContext(quarter, "", language), vocabulary).mentions
    return tuple(mention.period for mention in found if mention.use == "event")


def is_english(text: str) -> bool:
    """Whether the commonest words of a text are English ones."""
    english, german = (sum(map(text.count, words)) for words in (_ENGLISH_WORDS, _GERMAN_WORDS))
    return english > german


def _finished(told: Told, vocabulary: Vocabulary) -> DateReading:
    """What is told, without times that say again or only frame what others say, and with beginnings joined to their ends."""
    text, sentence = told.plain, told.around.sentence
    unresolved = [fault for fault in told.unresolved if not is_told_after(fault[1], told.mentions, text)]
    mentions = without_doubles(told.mentions, told.edges, told.anchors, text, sentence)
    mentions = told.without_bounds(without_wider(mentions, text, sentence))
    remarks = [*told.remarks, *remarks_on(mentions, text, told.words)]
    return DateReading(list(with_ends(mentions, text, sentence, spans_of(vocabulary))), told.impossible, unresolved, remarks)


def _quarter(name: str) -> Period | None:
    found = _QUARTER.fullmatch(name)
    return periods.quarter(int(found[1]), int(found[2])) if found else None
