"""The noun that the clause of an event's date goes on about: 'der Gipfel, der am …', 'a visit, planned for …'."""

import re
from collections.abc import Collection, Iterable, Sequence

from loaders.clause_patterns import clause_marks
from loaders.event_hits import outermost
from loaders.event_words import TermHit
from loaders.passage import Passage, Span

_NAMED_WITHIN = 60
_BARE = 4  # words beside the date
_OF_REACH = 40


def named_nouns(passage: Passage, hits: Sequence[TermHit], clause: Span, occasions: Collection[TermHit] = ()) -> list[TermHit]:
    """The nouns that the date says something about: right before it, or before the relative clause around it.

    `occasions` are the hits that only tell when or where: what stands behind their comma is not about them.
    """
    text, marks, ends = passage.section.text, clause_marks(), []
    of_date = marks.of_day.search(text, max(passage.sentence_start, passage.date_start - _OF_REACH), passage.date_start)
    if of_date:
        ends.append((of_date.start(), 0))
    if is_relative(text, clause[0]) or _is_bare(passage, clause, hits):
        # The place right before is seldom the event: 'in Omsk, where the summit is held'.
        ends.append((clause[0] - 1, 1 if marks.where.match(text, clause[0]) else _NAMED_WITHIN))
    named = []
    for end, within in ends:
        before = [hit for hit in hits if hit.row.is_noun and end - within <= hit.end <= end]
        is_aside = end == clause[0] - 1 and not is_relative(text, clause[0])
        if is_aside:
            # 'Am Rande des Gipfels, am 3. Mai, …' tells no day of the summit's, unlike 'vor dem Gipfel, der am …'.
            before = [hit for hit in before if hit not in occasions]
        # 'auf dem Gipfel beschlossen, der …': the clause goes on about the noun, in German a word with a capital.
        before = [hit for hit in before if text[hit.start].isupper()] or before
        last = max((hit.end for hit in before), default=0)
        named += _heads(text, before, last, marks.attribute if is_aside else marks.genitive)
    return outermost(named) if named else []


def _heads(text: str, nouns: Sequence[TermHit], last: int, attribute: re.Pattern[str]) -> list[TermHit]:
    """The nouns that end at `last`, or those that they are an attribute of: 'die Resolution der Versammlung, die …'."""
    ending = [hit for hit in nouns if hit.end == last]
    first = min((hit.start for hit in ending), default=0)
    heads = [hit for hit in nouns if hit.end < first and attribute.fullmatch(text, hit.end, first)]
    return heads or ending


def is_relative(text: str, start: int) -> bool:
    """Whether the clause that begins at `start` goes on about a noun before it."""
    marks = clause_marks()
    if text[start - 1 : start] == ",":
        return marks.relative.match(text, start) is not None
    # English restrictive clauses have no comma; neither have those behind 'agreed that'.
    return marks.restrictive.match(text, start) is not None and not marks.saying.search(text, max(0, start - 20), start)


def _is_bare(passage: Passage, clause: Span, hits: Iterable[TermHit]) -> bool:
    """Whether the clause behind a comma only tells the time of what stands before it: 'a visit, planned for May, …'."""
    text = passage.section.text
    beside = text[clause[0] : passage.date_start] + text[passage.date_end : clause[1]]
    is_short = text[clause[0] - 1 : clause[0]] == "," and len(beside.split()) <= _BARE
    return is_short and not any(hit.row.weight and clause[0] <= hit.start < clause[1] for hit in hits)
