"""What each event's own words say about which event it is: kept beside the rows of its briefing until all are linked.

'The next meeting is to take place in Cairo' names no series of its own: it means the one that its section is about.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from loaders.chains.belonging import begins_relative, meant_series, own_series
from loaders.chains.bodies import other_bodies, own_bodies
from loaders.chains.series import Named, is_definite, named_series, passage_language, pointers
from loaders.chains.words import names_in, ordinal_in, own_words, plain
from loaders.document import Briefing
from loaders.event import Event
from loaders.passage import Passage
from loaders.vocabulary import Vocabulary

# What a new date takes over from the event whose date it is.
_IDENTITY = ("series_id", "is_own", "bodies", "ordinal", "names")
_PUT_OFF = frozenset({"postponed", "cancelled"})
# A clause that begins with its date lacks the noun before it.
_DATE_FIRST = re.compile(r"\s*(?:(?:am|vom|im|für|bis|ab|seit|zum|on|from|in|of|for)\s+)?(?:(?:den|dem|der|the)\s+)?")
_MARK = re.compile(r"[;:,.](?=\s)")
# All that stands between an old date and the new one.
_TO_NEW_DATE = re.compile(
    r"(?i)[\s,]*(?:(?:statt|instead|auf|nach|sondern|but|to|until|bis|verschoben|verlegt|moved|postponed|rescheduled|erst|nun|now|only|rather"
    r"|und|and|den|die|das|the|am|im|in|vom|on|for|für|zum)[\s,]+)*"
)
_MADE_UP = re.compile(r"(?i)\b(?:nachgeholt|nachzuholen|nachholen|ersatzweise|Ersatztermin|made up for|rescheduled|new date)\b")
_ON_NEW_DATE = re.compile(r"\b(?:auf|to|until)\s(?:(?:den|das|the)\s)?\Z")


def clue_rows(briefing: Briefing, events: Sequence[Event], vocabulary: Vocabulary) -> list[dict[str, object]]:
    """One row an event, in the events' order: what its words say of its identity, as `tellings.Telling` explains it.

    `chain_clues` is no table of the contract: it waits, with the rows of its briefing, for the other briefings.
    """
    own = own_bodies(briefing, vocabulary)
    rows: list[dict[str, object]] = []
    for _, group in groupby(events, key=lambda event: event.section.number):
        rows += _section_rows(_with_own_nouns(list(group)), own, vocabulary)
    return rows


def _section_rows(events: Sequence[Event], own: frozenset[str], vocabulary: Vocabulary) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    named = [own_series(event, vocabulary) for event in events]
    for number, event in enumerate(events):
        meant = named[number] or meant_series(events, named, number, vocabulary)
        row = _row(event, meant, own, vocabulary) | {"is_own": named[number] is not None, "continues": ""}
        if number and _goes_on_about(events[number - 1], event):
            row["continues"] = events[number - 1].event_id
            row |= {name: rows[-1][name] for name in _IDENTITY if not named[number]}
        else:
            _take_over(row, events, rows, vocabulary)
        rows.append(row)
    return rows


def _take_over(
    row: dict[str, object], events: Sequence[Event], rows: Sequence[dict[str, object]], vocabulary: Vocabulary
) -> None:
    """Gives 'another meeting' the words of the event told before it, and 'the exercise' also its name."""
    event = events[len(rows)]
    pointing = pointers(event.passage, vocabulary)
    before = [told for told, other in zip(rows, events, strict=False) if _is_kin(event, other)]
    if not pointing or not before:
        return
    if not row["series_id"]:
        row["words"] = {**before[-1]["words"], **row["words"]}  # type: ignore[dict-item]
    if not row["names"] and any(map(is_definite, pointing)):
        row["names"] = before[-1]["names"]


def _is_kin(one: Event, other: Event) -> bool:
    return one.event_type == other.event_type or "other" in (one.event_type, other.event_type)


def _row(event: Event, meant: Named | None, own: frozenset[str], vocabulary: Vocabulary) -> dict[str, object]:
    passage = event.passage
    heading = passage.section.heading if passage.is_main else ""
    words = f"{heading} | {passage.text}"
    date_start = len(words) - len(passage.text) + passage.date_start - passage.start
    return {
        "event_id": event.event_id,
        "series_id": meant.series_id if meant else "",
        "bodies": sorted(_bodies(passage, meant, own, vocabulary)),
        "ordinal": ordinal_in(passage.section.text, passage.start, passage.end) or ordinal_in(heading),
        "names": names_in(words, date_start, vocabulary),
        "text": plain(words),
        "words": own_words(words, passage_language(passage, vocabulary), vocabulary),
    }


def _with_own_nouns(events: list[Event]) -> list[Event]:
    """The events of a section; a clause that begins with its date takes the nouns before it: 'das Treffen | am 4. Juli'."""
    passages = [event.passage for event in events]
    for number, passage in enumerate(passages):
        text = passage.section.text
        if passage.start == passage.sentence_start or not _DATE_FIRST.fullmatch(text, passage.start, passage.date_start):
            continue
        dated = [other.date_end for other in passages if passage.sentence_start <= other.date_end <= passage.start]
        marks = [found.end() for found in _MARK.finditer(text, passage.sentence_start, passage.start)]
        left = max([passage.sentence_start, *dated, *marks])
        passages[number] = replace(passage, start=left)
        for before in range(number):
            if passages[before].end > left >= passages[before].date_end:
                passages[before] = replace(passages[before], end=left)
    return [
        event if passage is event.passage else replace(event, passage=passage)
        for event, passage in zip(events, passages, strict=True)
    ]


def _goes_on_about(before: Event, event: Event) -> bool:
    """Whether an event is the one told right before it in the same sentence, put off to another date or called off on one."""
    one, other = before.passage, event.passage
    if one.sentence_start != other.sentence_start or not {before.status, event.status} & _PUT_OFF:
        return False
    text = one.section.text
    if _TO_NEW_DATE.fullmatch(text, one.date_end, other.date_start):
        return True
    if event.status in _PUT_OFF and before.status == "planned" and begins_relative(other):
        return True
    if before.status in _PUT_OFF and event.status != "occurred" and _MADE_UP.search(other.sentence):
        return True
    both = before.status in _PUT_OFF and event.status in ("postponed", "planned")
    is_new = both and ";" not in text[one.date_end : other.date_start]
    return is_new and bool(_ON_NEW_DATE.search(text, one.date_end, other.date_start))


def _bodies(passage: Passage, meant: Named | None, own: frozenset[str], vocabulary: Vocabulary) -> frozenset[str]:
    """The other organisations that take part in what was named, by the heading and the text."""
    if meant is None:
        return frozenset()
    text = passage.section.text
    found = [other_bodies(passage.section.heading if meant.in_heading else text, meant.start, meant.end, own)]
    if meant.in_heading:
        clause = named_series(text, passage.start, passage.end, passage_language(passage, vocabulary), vocabulary)
        found += [other_bodies(text, name.start, name.end, own) for name in clause if name.series_id == meant.series_id]
    return frozenset[str]().union(*found)
