"""Relative phrases that say again what a date beside them says: 'eine Woche zuvor, am 21. Mai'."""

import re
from collections.abc import Callable, Container, Sequence

from loaders.dates.mentions import DateMention
from loaders.dates.periods import Period

_APPOSITION = re.compile(r"\s*[,(:–-]?\s*(?:(?:also|nämlich|und zwar|namely)\s+)?(?:(?:dem|am|im|on|the|in)\s+){0,2}")
# 'am 30. Mai, also am zweiten Tag'
_EXPLAINED = re.compile(r",?\s(?:also|mithin|und damit|d\.\s?h\.|i\.e\.|that is|in other words),?\s")
# 'later this year, in Omsk, on 20 May', 'noch 2021, und zwar am 20. Mai'
_LED_ON = re.compile(
    r"(?:,?\s(?:in|at|im|zu|nach|auf)(?:\s(?:der|dem|the|den))?(?:\s[A-ZÄÖÜ][\w’'-]+){1,3})?,?\s"
    r"(?:(?:und zwar|nämlich|namely|genauer)\s)?(?:(?:on|am|vom|from|im|in|voraussichtlich|probably)\s){0,2}(?:the\s)?"
)
# 'next year's summit' is dated by what follows.
_OWNER = re.compile(r"['’]s\b")
# What a coarse time belongs to that only tells of which of several things, or for when one had been meant to be.
_OF_MANY = re.compile(r"\b(?:[Dd]es|[Oo]f the|[Oo]f this|[Dd]ieses)\s\Z")
_MEANT_FOR = re.compile(r"(?:scheduled|planned|fixed|due|set|expected|slated|meant)\s(?:for|in)\s(?:the\s(?:\w+\s){0,3})?\Z")
_MEANT = re.compile(
    r"(?:\s(?:in|im|zu)\s[\w-]+)?\s(?:angesetzt|geplant|vorgesehen|anberaumt|angekündigt|terminiert|erwartet|vorgeschlagen)e[nrsm]?\s"
)
_LEAD = 40  # characters
_CLAUSE_END = re.compile(r"[,;:]")
_PARTING = re.compile(r"[,;(–—]|\b(?:und|oder|sowie|and|or|to|bis|nach|after|before|vor)\b")

Span = tuple[int, int]


def without_doubles(
    mentions: Sequence[DateMention],
    edges: Sequence[DateMention],
    anchors: Container[int],
    text: str,
    sentence: Callable[[int], Span],
) -> list[DateMention]:
    """The mentions without relative phrases whose date the text gives as well.

    `edges` are those for the first or last day of an event, as 'zum Abschluss des Treffens': they are no date of their own
    in a clause that has one. `anchors` are where dates start from which the phrase before them counts. `sentence` gives the
    span of the sentence around a place.
    """
    kept = []
    for place, mention in enumerate(mentions):
        before, after = mentions[max(place - 1, 0) : place], mentions[place + 1 : place + 2]
        is_told_next = bool(after) and after[0].kind != "relative" and after[0].start not in anchors
        is_told_before = bool(before) and _EXPLAINED.fullmatch(text, before[0].end, mention.start) is not None
        is_double = mention.kind == "relative" and (
            is_told_before
            or (is_told_next and _is_apposition(text, mention.end, after[0].start))
            or (mention in edges and _shares_clause(mention, _events(before, after), text, sentence(mention.start)))
            or any(_says_again(other, mention, text, sentence(mention.start)) for other in mentions[:place])
        )
        if not is_double:
            kept.append(mention)
    return kept


def _says_again(before: DateMention, mention: DateMention, text: str, sentence: Span) -> bool:
    """Whether a phrase takes up the time of its own clause: 'Die für den 3. Mai angesetzte Wahl fällt an diesem Tag aus'.

    A year is taken up by what explains it: 'a matter for 2026: they want to see it open in that year'.
    """
    if before.start < sentence[0] or before.period != mention.period:
        return False
    between = text[before.end : mention.start]
    return (between.startswith(":") and ";" not in between) or not _PARTING.search(between)


def without_wider(mentions: Sequence[DateMention], text: str, sentence: Callable[[int], Span]) -> list[DateMention]:
    """The mentions without coarse times that only frame a finer one of the same sentence.

    'Unter den Treffen des Frühjahrs ragte das vom 3. Mai heraus', 'Die für Mai angesetzte Sitzung fand am 3. Mai statt',
    'Schon im Mai hatte der Rat auf seiner Sitzung am 3. Mai zugestimmt'.
    """
    return [
        mention for mention in mentions if mention.period.precision == "day" or not _is_frame(mention, mentions, text, sentence)
    ]


def _is_frame(mention: DateMention, mentions: Sequence[DateMention], text: str, sentence: Callable[[int], Span]) -> bool:
    if mention.use != "event" or mention.period.precision == "day":
        return False
    before = text[max(0, mention.start - _LEAD) : mention.start]
    first, last = sentence(mention.start)
    wide = mention.period
    finer = [
        other
        for other in mentions
        if first <= other.start < last and other.use == "event" and other.period.precision == "day" and _is_finer(other, wide)
    ]
    if _OWNER.match(text, mention.end):
        return any(first <= other.start < last and other.use == "event" and _is_finer(other, wide) for other in mentions)
    if any(_LED_ON.fullmatch(text, mention.end, other.start) for other in finer):
        return True
    if _OF_MANY.search(before) or _MEANT_FOR.search(before) or _MEANT.match(text, mention.end):
        return bool(finer)
    # One clause tells one time.
    return any(mention.end <= other.start and not _PARTING.search(text, mention.end, other.start) for other in finer)


def _is_finer(mention: DateMention, wide: Period) -> bool:
    period = mention.period
    return period.precision != wide.precision and wide.start <= period.start and period.end <= wide.end


def _events(*beside: Sequence[DateMention]) -> list[DateMention]:
    return [mention for mentions in beside for mention in mentions if mention.use == "event"]


def is_told_after(end: int, mentions: Sequence[DateMention], text: str) -> bool:
    """Whether a date follows as apposition to what ends at `text[end]`."""
    after = next((mention for mention in mentions if mention.start >= end), None)
    return after is not None and _is_apposition(text, end, after.start)


def _is_apposition(text: str, end: int, start: int) -> bool:
    return _APPOSITION.fullmatch(text, end, start) is not None


def _shares_clause(mention: DateMention, others: Sequence[DateMention], text: str, sentence: Span) -> bool:
    for other in others:
        first, last = sorted((mention, other), key=lambda each: each.start)
        is_near = sentence[0] <= first.start and last.end <= sentence[1]
        if is_near and not _CLAUSE_END.search(text, first.end, last.start):
            return True
    return False
