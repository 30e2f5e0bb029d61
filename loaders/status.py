"""Whether an event took place, is planned, was put off or called off: by the words around its date, never by the clock."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loaders.clause_patterns import clause_word
from loaders.event_words import TermHit, clause_around_date, status_hits
from loaders.passage import Passage
from loaders.vocabulary import Vocabulary

OCCURRED, PLANNED, POSTPONED, CANCELLED = "occurred", "planned", "postponed", "cancelled"
_UNDOING = frozenset((POSTPONED, CANCELLED))

# Briefings mostly tell what took place: other words must weigh this much (`status_terms.csv`: 2 is a verb in the present,
# 3 a plain statement) to say otherwise. A date behind the briefing's quarter speaks for a plan as much.
_ENOUGH = 2.0
_PRESENT = 2.0
_VERB = 2.5  # a verb in the past tense
_PLAIN = 3.0
_AFTER_QUARTER = 2.0
# Words of the clause that stand on the other side of another date count less.
_BEYOND = 0.7


# An aside of the time alone has at most this many words beside it: ', noch im Mai,'.
_BARE = 2


class _Words(NamedTuple):
    # A comma and a finite verb close an aside: 'The fair in Omsk, 3–5 May, was postponed'.
    goes_on: re.Pattern[str]
    # What leads to a new date.
    onto: re.Pattern[str]


class Status(NamedTuple):
    """A status and the words of the section's text that decided it; the span is empty where none had to (occurred)."""

    status: str
    start: int
    end: int


def find_status(
    passage: Passage, vocabulary: Vocabulary, after_quarter: bool = False, long_past: bool = False, is_over: bool = False
) -> Status:
    """The status of the passage's event.

    Patterns that hold the date count in the whole sentence, others and those that end with a clause in the clause around
    the date. The heaviest decides, of equals what is not 'occurred', then the nearest; a plan that the event's own words
    call off or put off elsewhere is no plan any more. `after_quarter` tells that the date lies behind the quarter that the
    briefing is about (both by the text): that makes a plan of what no past tense says to have happened. `long_past`
    tells that it lies more than a year before it: no plan any more. `is_over` tells that it ends with the quarter or before: then
    a verb in the present tells a story. Where a sentence tells of the old date and then of the new
    one, the old one is put off and the new one is planned.
    """
    candidates = [(_ENOUGH - 0.01, Status(OCCURRED, passage.date_start, passage.date_start))]
    if after_quarter:
        candidates.append((_AFTER_QUARTER, Status(PLANNED, passage.date_start, passage.date_end)))
    hits = list(_hits(passage, vocabulary))
    is_told = is_over and _is_told(passage, hits)
    for hit in hits:
        # A year that is over was once declared the year of something.
        is_weak = (is_told and not hit.row.holds_date) or passage.date_text.isdecimal()
        is_story = is_over and hit.row.weight <= (_PLAIN if is_weak else _PRESENT)
        if hit.row.value == PLANNED and (long_past or is_story or _is_of_other(passage, hit, hits)):
            continue
        share = 1 if hit.row.holds_date or passage.holds(hit.start) else _BEYOND
        candidates.append((share * hit.row.weight, Status(hit.row.value, hit.start, hit.end)))
    weight, best = max(candidates, key=lambda candidate: _rank(candidate, passage))
    if best.status != OCCURRED:
        best = _undone(passage, vocabulary, best, weight)
    return best._replace(status=PLANNED) if best.status == POSTPONED and _is_new_date(passage, vocabulary) else best


def _is_told(passage: Passage, hits: Sequence[TermHit]) -> bool:
    """Whether a verb in the past tense, and no auxiliary, tells of the event in its own clause."""
    plans = [hit for hit in hits if hit.row.value == PLANNED]
    told = (hit for hit in hits if hit.row.value == OCCURRED and hit.row.weight == _VERB and passage.holds(hit.start))
    return any(not any(plan.start <= hit.start < plan.end for plan in plans) for hit in told)


def _is_of_other(passage: Passage, plan: TermHit, hits: Sequence[TermHit]) -> bool:
    """Whether a plan is for a date told before, and a past verb leads from that to this one: 'planned for May, met in June'."""
    if plan.start >= passage.start or not plan.row.holds_date:
        return False
    return any(hit.row.value == OCCURRED and plan.start < hit.start and hit.end <= passage.date_start for hit in hits)


def _is_new_date(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Whether the date is that to which something is put off from one told before in the sentence."""
    text, start = passage.section.text, passage.start
    if start == passage.sentence_start or ";" in text[start - 2 : start]:
        return False
    return _words(vocabulary).onto.search(text, passage.sentence_start, passage.date_start) is not None


def _undone(passage: Passage, vocabulary: Vocabulary, planned: Status, weight: float) -> Status:
    """What became of a plan by a word that stands apart from its date: 'A visit, planned for May, was called off'."""
    hits = [hit for hit in status_hits(passage, vocabulary) if hit.row.value in _UNDOING and passage.holds(hit.start)]
    words = [hit for hit in hits if not hit.row.holds_date and hit.row.weight > weight]
    best = min(words, key=lambda hit: abs(hit.start - passage.date_start), default=None)
    return Status(best.row.value, best.start, best.end) if best else planned


def _rank(candidate: tuple[float, Status], passage: Passage) -> tuple[float, bool, int]:
    weight, status = candidate
    return weight, status.status != OCCURRED, -abs(status.start - passage.date_start)


def _hits(passage: Passage, vocabulary: Vocabulary) -> Iterator[TermHit]:
    start, end = clause_around_date(passage)
    if passage.section.text[passage.date_end : passage.date_end + 1] == ":":
        # '3. Mai: Omsk, Forum (abgesagt)'
        end = passage.sentence_end
    aside = passage.section.text[start : passage.date_start] + passage.section.text[passage.date_end : end]
    going_on = len(aside.split()) <= _BARE and _words(vocabulary).goes_on.match(passage.section.text, end, passage.sentence_end)
    end = going_on.end() if going_on else end
    for hit in status_hits(passage, vocabulary):
        is_dated = hit.row.holds_date and not hit.row.pattern.endswith("$")
        if is_dated or (start <= hit.start and hit.end <= end):
            yield hit


@cache
def _words(vocabulary: Vocabulary) -> _Words:
    return _Words(
        goes_on=re.compile(rf",\s{clause_word('goes_on', vocabulary)}\b[^,;:]*"),
        onto=re.compile(rf"\b{clause_word('onto', vocabulary)}\s(?:{clause_word('of_date', vocabulary)}\s)*\Z"),
    )
