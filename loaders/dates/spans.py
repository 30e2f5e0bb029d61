"""A beginning and an end told apart: 'begann am 3. Mai und wurde vier Tage darauf beschlossen' is one time."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache

from loaders.dates.mentions import DateMention
from loaders.dates.periods import Period
from loaders.dates.words import words_of
from loaders.vocabulary import Vocabulary

Span = tuple[int, int]

# An event that takes longer is told as two. Days.
_LONGEST = 62
# Between the two dates: what may stand before the 'und', in words, and how far the end may be from its verb.
_NEAR = 120
_DAYS = re.compile(
    r"\b(?:for|für|dauerten?|währten?|lasted|lasting) (\w+) (?:days|Tage)\b|\b(\w+) Tage (?:lang|dauer\w+|währ\w+)\b"
    r"|\b(\w+)-day\b|\b(\w+?)-?tägig(?:e[nmrs]?)?\b",
    re.IGNORECASE,
)
_MANY_DAYS = 31
_CLAUSE_END = re.compile(r"[,;:]\s")
_BESIDE = r"(?:\s[\w„“”’'\"-]+){0,8}?"
_LINK = r"(?:,?\s(?:und|and|ehe|bevor|before|until)|[,;])"
_PLACE = r"(?:\s(?:in|im|zu|mit|by|with)(?:\s[\w’'-]+){1,3}?)?"
_SUBJECT = r"(?:\s(?:er|sie|es|it|they|he|she|which|that|die|der|das|deren\s\w+|dessen\s\w+)(?:\ssich)?)?"
_AFTER = r"(?:\s[\w’'-]+){0,6}?"
_FILLER = (
    r"(?:\s(?:wurden?|waren?|ging|gingen|kam|ist|was|were|had|been|dann|then|bereits|schon|only|erst|just|nur"
    r"|did|not|nicht|kehrten?|trafe?n?|am|bis|zum|on|until|the))*"
)


class Spans:
    """The patterns for what stands around the two dates, from the words 'opening' and 'closing'."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        kinds = words_of(vocabulary).by_kind
        opening, closing = (
            "(?:" + "|".join(word.replace(" ", r"\s+") for word in sorted(kinds[kind], key=len, reverse=True)) + ")"
            for kind in ("opening", "closing")
        )
        self._opening = re.compile(rf"\b{opening}\b")
        self._closed_before = re.compile(
            rf"(?P<beside>{_BESIDE}){_LINK}{_SUBJECT}{_FILLER}\s{closing}{_SUBJECT}{_FILLER}{_AFTER}\s"
        )
        self._open_before = re.compile(rf"(?P<beside>{_BESIDE}){_LINK}{_SUBJECT}{_FILLER}\s")
        self._days = words_of(vocabulary).counts
        self._closed_after = re.compile(rf"{_PLACE}(?:\s(?:ging|gingen|kam))?{_SUBJECT}\s{closing}\b")

    def joins(self, text: str, first: DateMention, last: DateMention, sentence: Span) -> bool:
        """Whether the words say of one thing that it began at the first date and ended at the last."""
        if last.start - first.end > _NEAR or last.end > sentence[1] or not self._opening.search(text, sentence[0], last.start):
            return False
        between = self._closed_before.fullmatch(text, first.end, last.start)
        if between is None:
            between = self._open_before.fullmatch(text, first.end, last.start)
            if between is None or not self._closed_after.match(text, last.end, sentence[1]):
                return False
        clause = max((found.end() for found in _CLAUSE_END.finditer(text, sentence[0], first.start)), default=sentence[0])
        return self._opening.search(text, clause, between.end("beside")) is not None

    def lasts(self, text: str, sentence: Span) -> int:
        """For how many days something goes on that begins at a date, where its sentence says so: 'a three-day visit began'."""
        if not self._opening.search(text, *sentence):
            return 0
        told = {next(filter(None, found.groups())).lower() for found in _DAYS.finditer(text, *sentence)}
        days = {int(word) if word.isdecimal() else self._days.get(word, 0) for word in told}
        return days.pop() if len(days) == 1 else 0


@cache
def spans_of(vocabulary: Vocabulary) -> Spans:
    return Spans(vocabulary)


def with_ends(mentions: Sequence[DateMention], text: str, sentence: Callable[[int], Span], spans: Spans) -> Sequence[DateMention]:
    """The mentions, those of a beginning made to last to the day told as its end, which is then none of its own.

    The mention keeps the words of the first day: those of the last one stand in the same sentence.
    """
    kept: list[DateMention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if before and _may_end(before, mention) and spans.joins(text, before, mention, sentence(before.start)):
            kept[-1] = before._replace(period=Period(before.period.start, mention.period.end, "day"))
        else:
            kept.append(mention)
    return [_with_length(mention, kept, text, sentence(mention.start), spans) for mention in kept]


def _with_length(
    mention: DateMention, all_of_them: Sequence[DateMention], text: str, sentence: Span, spans: Spans
) -> DateMention:
    """A first day made to last as long as its sentence says, if that tells no other date."""
    period = mention.period
    is_day = mention.use == "event" and mention.kind != "relative" and period.precision == "day" and period.start == period.end
    if not is_day or sum(sentence[0] <= other.start < sentence[1] for other in all_of_them) > 1:
        return mention
    days = spans.lasts(text, sentence)
    if not 1 < days <= _MANY_DAYS:
        return mention
    return mention._replace(period=Period(period.start, period.start + timedelta(days=days - 1), "day"))


def _may_end(first: DateMention, last: DateMention) -> bool:
    is_alike = first.use == last.use == "event" and first.period.precision == last.period.precision == "day"
    return is_alike and first.period.start == first.period.end and 0 < (last.period.end - first.period.end).days <= _LONGEST
