"""Which of the series that a passage names is its event's own, and which one words like 'the next meeting' mean."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from loaders.chains.series import ACTS, Named, Series, all_series, named_series, passage_language, pointers
from loaders.chains.words import ordinal_in, plain
from loaders.event import Event
from loaders.passage import Passage
from loaders.vocabulary import Vocabulary

DEEDS = frozenset({"document", "resolution", "membership", "chairmanship", "appointment"})
_NEVER_MET = frozenset({"mission", "exercise"})
_COUNCILS = frozenset({"summit", "ministerial"})
# How much a noun says: the date belongs to it, the heading has it, the clause does, it is a mere occasion.
_DATED, _TITLE, _PLAIN, _OCCASION = 4, 3, 2, 1
_YEARLONG = 300  # days: a thematic year, a capital of culture
_LONGEST_TIME = 366  # days within which a meeting announced for a year or month may lie
_FAR = 1000  # characters; the heading is farther from the date than any word of the clause

# The date belongs to the noun before it: 'der Gipfel am …', 'der Gipfel in Kairo, der am …'.
_ADJACENT = re.compile(
    r"(?:[’']?\s+(?:meeting|session|summit|council|conference))?(?:\s+(?:in|von|im|at)\s+[A-ZÄÖÜ][\w’-]*(?:\s[A-ZÄÖÜ][\w’-]*)*)?"
    r"\s+(?:(?:am|vom|im|für|ab|bis|seit|aus|on|from|in|of|for|to)\s+)*(?:(?:den|dem|der|das|the|Jahre?|Monat)\s+)*\Z"
)
_RELATIVE = re.compile(r"[^,;:.]{0,70},\s(?:und |and )?(?:der|die|das|den|dem|deren|dessen|which|that|who|where)\s")
_RELATIVE_WITHIN = 130
# What is met at, not who meets: only of the former a document or an accession can have the date.
_MEETING = re.compile(
    r"(?i)(?:gipfel|treffen|\brat|\w+rat\b|rates\b|sitzung|tagung|konferenz|summit|meeting|council|session|conference)"
)
# The noun opens the sentence: 'Der verschobene Gipfel soll …'.
_SUBJECT = re.compile(r"(?:\A|[.!?]\s|\n)(?:Der|Die|Das|The)\s(?:\S+\s){0,3}\Z")
_RELATIVE_START = re.compile(r"(?:und |and )?(?:der|die|das|den|dem|deren|dessen|which|that|who)\s")
_BEFORE_RELATIVE = 90
_THIS = re.compile(r"(?i)(?:dies|jen|this|that)")


def own_series(event: Event, vocabulary: Vocabulary) -> Named | None:
    """The series that an event belongs to by its own words, or by the heading where that names the event."""
    passage, known = event.passage, all_series(vocabulary)
    text, language = passage.section.text, passage_language(passage, vocabulary)
    found = named_series(text, passage.start, passage.end, language, vocabulary)
    ranked = [(_rank(text, passage, name), name) for name in found]
    if passage.is_main:
        heading = passage.section.heading
        titled = named_series(heading, 0, len(heading), language, vocabulary)
        ranked += [(_TITLE, name._replace(is_occasion=False, in_heading=True)) for name in titled]
    is_at_meeting = any(rank == _DATED and name.is_occasion for rank, name in ranked)
    told = _Told(event.event_type, event.status, (event.period.end - event.period.start).days, passage.is_main, is_at_meeting)
    fitting = [(rank, name) for rank, name in ranked if _fits(known[name.series_id], rank, name, told, text)]
    if any(known[name.series_id].is_met and not name.is_occasion for _, name in fitting):
        fitting = [(rank, name) for rank, name in fitting if name.series_id not in ACTS]
    return max(fitting, key=lambda choice: _preference(choice[0], choice[1], known, told, passage))[1] if fitting else None


def meant_series(events: Sequence[Event], named: Sequence[Named | None], number: int, vocabulary: Vocabulary) -> Named | None:
    """The series that 'the next meeting', 'this council' or 'which …' stand for in event `number` of a section.

    `named` are the series that the section's events name themselves. None where the words point nowhere.
    """
    event, passage = events[number], events[number].passage
    text = passage.section.text
    if begins_relative(passage):
        return _last_fitting(_mentions(passage, passage.start - _BEFORE_RELATIVE, vocabulary), event, vocabulary)
    pointing = pointers(passage, vocabulary)
    if not pointing and not ordinal_in(text, passage.start, passage.end):
        return None
    if pointing and _THIS.match(pointing[0]):
        noun = plain(pointing[0].split()[-1])[:3]
        mentions = [name for name in _mentions(passage, 0, vocabulary) if noun in plain(text[max(0, name.start - 12) : name.end])]
        return _last_fitting(mentions, event, vocabulary)
    told_before = list(zip(named, events, strict=True))[:number]
    if any(name is None and other.event_type in _COUNCILS for name, other in told_before[-1:]):
        return None  # the meeting told right before is of a series not known
    main = [name for name, other in zip(named, events, strict=True) if name and other.passage.is_main]
    return _last_fitting([*main, *(name for name, _ in told_before if name and not name.is_occasion)], event, vocabulary)


def begins_relative(passage: Passage) -> bool:
    """Whether the passage is a relative clause and so goes on about the noun before it."""
    text = passage.section.text
    return text[: passage.start].rstrip().endswith(",") and bool(_RELATIVE_START.match(text, passage.start))


class _Told(NamedTuple):
    event_type: str
    status: str
    days: int
    is_main: bool
    is_at_meeting: bool  # 'proposed at the summit on …': the date is that of a meeting


def _rank(text: str, passage: Passage, name: Named) -> int:
    between = text[name.end : passage.date_start]
    is_before = name.end <= passage.date_start
    if is_before and (_ADJACENT.fullmatch(between) or (len(between) < _RELATIVE_WITHIN and _RELATIVE.match(between))):
        return _DATED
    return _OCCASION if name.is_occasion else _PLAIN


def _fits(series: Series, rank: int, name: Named, told: _Told, text: str) -> bool:
    if series.series_id in ACTS:
        # What somebody proposes for a later day may itself be a meeting.
        is_act = told.status == "occurred" or series.series_id == "adoption" or told.is_at_meeting
        return is_act and not told.is_main and told.event_type in series.event_types
    if series.keyed_by in ("year", "place"):
        return told.days >= _YEARLONG and (series.keyed_by == "year" or told.event_type in series.event_types)
    if series.is_met and told.days > _LONGEST_TIME:
        return False
    if told.event_type in series.event_types:
        return rank > _OCCASION or told.status != "occurred"
    if not series.is_met or told.event_type in _NEVER_MET:
        return False
    is_deed, is_announced = told.event_type in DEEDS, told.status != "occurred"
    if rank == _DATED:
        is_meeting = bool(_MEETING.search(text, max(0, name.start - 16), name.end))
        return not is_deed or (is_meeting and not name.is_occasion and is_announced)
    return rank in (_PLAIN, _TITLE) and is_announced and (not is_deed or bool(_SUBJECT.search(text, 0, name.start)))


def _preference(
    rank: int, name: Named, known: dict[str, Series], told: _Told, passage: Passage
) -> tuple[bool, bool, int, bool, int]:
    series = known[name.series_id]
    away = _FAR if name.in_heading else max(0, name.start - passage.date_end, passage.date_start - name.end)
    return series.keyed_by in ("year", "place"), series.series_id in ACTS, rank, told.event_type == series.event_types[0], -away


def _mentions(passage: Passage, start: int, vocabulary: Vocabulary) -> list[Named]:
    """The series named between `start` and the passage, in order."""
    language = passage_language(passage, vocabulary)
    return named_series(passage.section.text, max(0, start), passage.start, language, vocabulary)


def _last_fitting(names: Sequence[Named], event: Event, vocabulary: Vocabulary) -> Named | None:
    """The last of the series whose events are of this kind."""
    known = all_series(vocabulary)
    fitting = [name for name in names if name.series_id not in ACTS and event.event_type in known[name.series_id].event_types]
    return fitting[-1] if fitting else None
