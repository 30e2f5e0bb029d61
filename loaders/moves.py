"""Events put off or called off by words that stand apart from their date: beside another date, or in the next sentence.

'Der Rat hätte am 3. Mai tagen sollen, kommt nun aber am 9. Juni zusammen' tells of an event put off and of a plan; 'On 2 April
Rome called off the fair planned for May' of a deed and of a fair that will not be; 'The fair had been set for 3 May. It did not
take place' tells of the end of a plan one sentence later. `status` judges each date by its own sentence and clause; this looks
at the dates of a section together. The words are the patterns of `move_words.csv`.
"""

from collections.abc import Sequence
from itertools import groupby, permutations
from typing import NamedTuple

from loaders.event_parts import is_own
from loaders.event_words import status_hits
from loaders.languages import language_of_text
from loaders.move_words import MoveWords, words_of_moves
from loaders.passage import Passage, Span, sentences
from loaders.quarters import Time, is_after, is_long_past, is_over
from loaders.status import CANCELLED, OCCURRED, PLANNED, POSTPONED, Status, find_status
from loaders.vocabulary import Vocabulary

_UNDONE = frozenset((POSTPONED, CANCELLED))
# A sentence of more dates is a list; each pair of them would be looked at.
_MOST = 8


class _Told(NamedTuple):
    """An event of a section as far as its status counts."""

    number: int
    passage: Passage
    period: Time


def find_statuses(
    passages: Sequence[Passage], periods: Sequence[Time], dates: Sequence[Span], quarter: str, vocabulary: Vocabulary
) -> list[Status]:
    """The statuses of a section's events, in order, of which each has its time and the span of its date; an outcome has that of
    the event that brought it about.
    """
    statuses = []
    for passage, period, date in zip(passages, periods, dates, strict=True):
        is_ahead = is_after(period, quarter)
        status = find_status(passage, vocabulary, is_ahead, is_long_past(period, quarter), is_over(period, quarter))
        if status.status == PLANNED and not is_ahead and not is_own(passage, date):
            status = Status(OCCURRED, passage.start, passage.start)
        statuses.append(status)
    return _settled(passages, periods, statuses, vocabulary)


def _settled(
    passages: Sequence[Passage], periods: Sequence[Time], statuses: Sequence[Status], vocabulary: Vocabulary
) -> list[Status]:
    """The statuses of a section's events, in order, each in the light of the dates beside it and of the next sentence."""
    found = list(statuses)
    told = [
        _Told(number, passage, period)
        for number, (passage, period) in enumerate(zip(passages, periods, strict=True))
        if passage.date_end > passage.date_start
    ]
    if not told:
        return found
    words = words_of_moves(vocabulary, language_of_text(passages[0].section.text, vocabulary))
    groups = [list(group) for _, group in groupby(told, key=lambda one: one.passage.sentence)]
    for group in groups:
        if 1 < len(group) <= _MOST and (
            any(found[one.number].status != OCCURRED for one in group) or words.turns(group[0].passage)
        ):
            _settle_sentence(group, found, words)
    if any(status.status == PLANNED for status in found):
        _settle_next(groups, found, words, vocabulary)
    return found


def _settle_sentence(group: Sequence[_Told], found: list[Status], words: MoveWords) -> None:
    deeds = {one.number for one in group if any(_is_deed(one, other, found, words) for other in group if other is not one)}
    for one in group:
        if one.number in deeds:
            found[one.number] = _set(one, OCCURRED)
    others = [one for one in group if one.number not in deeds]
    for old, new in permutations(others, 2):
        if old.period != new.period and _is_moved(old, new, found, words):
            found[old.number] = _set(old, POSTPONED)
            found[new.number] = _anew(new, found[new.number], words, old)
            return


def _is_deed(one: _Told, other: _Told, found: list[Status], words: MoveWords) -> bool:
    """Whether a date is that on which the other one's event was called off or put off; the other then is so."""
    passage, text = one.passage, one.passage.section.text
    status, undone = found[other.number].status, found[one.number].status
    if one.period.precision != "day" or one.period.end > other.period.start or status not in (PLANNED, *_UNDONE):
        return False
    before, after = text[passage.sentence_start : passage.date_start], text[passage.date_end : passage.sentence_end]
    if words.from_.search(before) or not (words.deed_behind.match(after) or words.deed_before.search(before)):
        return False
    if status == PLANNED and undone in _UNDONE:
        found[other.number] = _set(other, undone)
    return True


def _is_moved(old: _Told, new: _Told, found: list[Status], words: MoveWords) -> bool:
    """Whether the event of the first date was put off, or brought forward, to the second one."""
    text, first, last = old.passage.section.text, old.passage.sentence_start, old.passage.sentence_end
    before = text[first : old.passage.date_start]
    status = found[old.number]
    if words.against.search(before) or words.meant.match(text, old.passage.date_end, last):
        return True
    is_implied = _is_implied(status, text, words)
    if status.status == CANCELLED and not is_implied:
        return False
    if _is_onto(new, words) and not _is_onto(old, words):
        return status.status != OCCURRED or words.from_.search(before) is not None
    is_put_off = status.status == POSTPONED or is_implied
    if is_put_off and found[new.number].status in _UNDONE and words.held.search(text, *_between(old, new)):
        return True
    start, end = (old.passage.date_end, last) if old.passage.start < new.passage.start else (first, old.passage.date_start)
    is_now = words.now.search(text, start, end) is not None or words.renewed.search(text, first, last) is not None
    is_framed = words.framed.search(text, first, last) is not None
    is_later = new.period.start > old.period.end
    return is_now and is_later and (is_put_off or (status.status == PLANNED and is_framed and start > first))


def _between(old: _Told, new: _Told) -> Span:
    """The words between two dates, or those before the second one, with the rest of its clause."""
    start = old.passage.date_end if old.passage.start < new.passage.start else new.passage.sentence_start
    return start, max(new.passage.end, start)


def _is_implied(status: Status, text: str, words: MoveWords) -> bool:
    """Whether it is called off by words that say no more than that it was not held then: 'was to have met'."""
    return status.status == CANCELLED and words.implied.search(text, status.start, status.end) is not None


def _is_onto(one: _Told, words: MoveWords) -> bool:
    """Whether a date is that to which something is put off or brought forward."""
    text, passage = one.passage.section.text, one.passage
    if not words.onto.search(text[passage.sentence_start : passage.date_start]) or words.framed.match(text, passage.date_end + 1):
        return False
    return words.moved.search(text, passage.start, passage.sentence_end) is not None or (
        words.moved.search(text, passage.sentence_start, passage.date_start) is not None
    )


def _anew(one: _Told, status: Status, words: MoveWords, old: _Told | None = None) -> Status:
    """The status at the new date: a plan, unless its own clause tells that it was held."""
    text = one.passage.section.text
    span = _between(old, one) if old else (one.passage.start, one.passage.end)
    is_held = words.held.search(text, *span) is not None
    # 'It did not take place and was put off to April', but 'Put off to April, it was called off'.
    is_of_old = old is not None and old.passage.date_end <= status.start < one.passage.date_start
    is_off = status.status == CANCELLED and not is_of_old and not _is_implied(status, text, words)
    if is_off or status.status == PLANNED or (status.status == OCCURRED and is_held):
        return status
    return _set(one, OCCURRED if is_held else PLANNED)


def _settle_next(groups: Sequence[Sequence[_Told]], found: list[Status], words: MoveWords, vocabulary: Vocabulary) -> None:
    """Ends plans of which the next sentence tells that they were put off or called off."""
    dated = {group[0].passage.sentence_start: group for group in groups}
    for group in groups:
        last = group[-1]
        text, end = last.passage.section.text, last.passage.sentence_end
        is_framed = words.framed.search(text, last.passage.sentence_start, end) is not None
        if found[last.number].status != PLANNED or not is_framed:
            continue
        behind = next((span for span in sentences(text) if span[0] >= end), None)
        if behind is None:
            continue
        other = dated.get(behind[0])
        if other is None:
            undone = _undone_in(last.passage, behind, words, vocabulary)
            if undone:
                found[last.number] = undone
        elif len(other) == 1 and found[other[0].number].status in _UNDONE | {PLANNED} and _is_onto(other[0], words):
            found[last.number] = _set(last, POSTPONED)
            found[other[0].number] = _anew(other[0], found[other[0].number], words)


def _undone_in(passage: Passage, behind: Span, words: MoveWords, vocabulary: Vocabulary) -> Status | None:
    if not words.anaphor.match(passage.section.text, *behind):
        return None
    sentence = Passage(passage.section, *behind, *behind, behind[0], behind[0], behind[1])
    hits = [hit for hit in status_hits(sentence, vocabulary) if hit.row.value in _UNDONE and not hit.row.holds_date]
    best = max(hits, key=lambda hit: hit.row.weight, default=None)
    return Status(best.row.value, best.start, best.end) if best else None


def _set(one: _Told, status: str) -> Status:
    return Status(status, one.passage.date_start, one.passage.date_end)
