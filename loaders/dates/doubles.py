"""Relative phrases that say again what a date beside them says: 'eine Woche zuvor, am 21. Mai'."""

import re
from collections.abc import Callable, Sequence

from loaders.dates.mentions import DateMention

_APPOSITION = re.compile(r"\s*[,(:–-]?\s*(?:(?:also|nämlich|und zwar|namely)\s+)?(?:(?:dem|am|im|on|the|in)\s+){0,2}")
_CLAUSE_END = re.compile(r"[,;:]")

Span = tuple[int, int]


def without_doubles(
    mentions: Sequence[DateMention], edges: Sequence[DateMention], text: str, sentence: Callable[[int], Span]
) -> list[DateMention]:
    """The mentions without relative phrases whose date the text gives as well.

    `edges` are those for the first or last day of an event, as 'zum Abschluss des Treffens': they are no date of their own
    in a clause that has one. `sentence` gives the span of the sentence around a place.
    """
    kept = []
    for place, mention in enumerate(mentions):
        before, after = mentions[max(place - 1, 0) : place], mentions[place + 1 : place + 2]
        is_double = mention.kind == "relative" and (
            (bool(after) and after[0].kind != "relative" and _is_apposition(text, mention.end, after[0].start))
            or (mention in edges and _shares_clause(mention, _events(before, after), text, sentence(mention.start)))
        )
        if not is_double:
            kept.append(mention)
    return kept


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
