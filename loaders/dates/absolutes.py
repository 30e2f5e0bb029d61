"""Reads the dates of a run of tokens, each with the year that its context gives."""

import re
from collections.abc import Iterator, Sequence

from loaders.dates.grammar import expressions
from loaders.dates.items import Part
from loaders.dates.numerals import Token
from loaders.dates.periods import Period
from loaders.dates.plausible import is_date
from loaders.dates.remarks import misspelt
from loaders.dates.told import Told
from loaders.dates.years import dated

# 'zwischen dem 3. und dem 5. Mai', 'in der Nacht vom 3. auf den 4. Mai': what stands before makes these join a range.
_BETWEEN = {"a": "between", "v": "night"}
# How far before a date 'moved' or 'postponed' may stand, in characters.
_MOVED_REACH = 60
_NEXT_CLAUSE = re.compile(r"[,;.:]|\band\b")


def take_run(told: Told, tokens: Sequence[Token], english: bool) -> None:
    """Adds the dates of a run to what is told; `english` is the language of the text."""
    before = len(told.mentions)
    for parts in _expressions(told, tokens, english):
        _take_parts(told, parts, english)
    if len(told.mentions) > before:
        told.remarks += misspelt(tokens, told.text, told.words)


def _expressions(told: Told, tokens: Sequence[Token], english: bool) -> Iterator[list[Part]]:
    text, words, start = told.plain, told.words, tokens[0].start
    joint = next((token.kind for token in tokens if token.kind in _BETWEEN), "")
    between = bool(joint) and words.precedes(_BETWEEN[joint], text, start, past_articles=True)
    # 'in June 15 observers' counts observers.
    counts = tokens[0].kind in "mM" and words.precedes("within", text, start)
    month_first = not counts and _is_english(told, tokens, english)
    clause = _NEXT_CLAUSE.split(text[max(0, start - _MOVED_REACH) : start])[-1]
    moved = month_first and not words.by_kind["moved"].isdisjoint(clause.split())
    return expressions(tokens, month_first, between, moved)


def _is_english(told: Told, tokens: Sequence[Token], english: bool) -> bool:
    """Whether the first month with a language of its own is English; else whether the text is."""
    for token in tokens:
        if token.kind in "mM":
            language = told.words.month_languages.get(told.plain[token.start : token.end].rstrip("."))
            if language:
                return language == "en"
    return english


def _take_parts(told: Told, parts: Sequence[Part], english: bool) -> None:
    goes_on = False  # whether the part before gave a mention that this one may extend
    for part in parts:
        if not (goes_on and part.joined == "and") and not is_date(part, told.plain, told.words, english):
            goes_on = False
            continue
        period = part.period(0) if part.is_dated else _dated(told, part)
        if period is None:
            _take_fault(told, part)
            goes_on = False
        elif goes_on and part.joined == "and" and told.adjoins(period):
            told.extend(part.end, period)
        else:
            goes_on = told.add(part.start, part.end, period, "absolute" if part.is_dated else "incomplete")


def _take_fault(told: Told, part: Part) -> None:
    # The year 2000 has every day a year can have.
    is_impossible = part.is_dated or part.period(2000) is None
    faults = told.impossible if is_impossible else told.unresolved
    faults.append((part.start, part.end, told.text[part.start : part.end]))


def _dated(told: Told, part: Part) -> Period | None:
    text, words, around, quarter = told.plain, told.words, told.around, told.quarter
    start, end = around.sentence(part.start)
    times = told.times(start)
    is_onto = any(words.precedes(kind, text, part.start, past_articles=True) for kind in ("onto", "range"))
    if times and times[-1].precision != "year" and is_onto and around.is_put_off(text[start:end]):
        return _first_after(part, times[-1])
    if quarter and words.precedes("since", text, part.start, past_articles=True):
        # What holds since some time began before the end of the quarter.
        return _last_before(part, quarter)
    if quarter and words.precedes("this", text, part.start):
        return part.period(quarter.start.year)

    def direction() -> int:
        return around.direction(part.start)

    return dated(part, times, told.heading, told.times(), quarter, direction)


def _first_after(part: Part, period: Period) -> Period | None:
    """The first time behind `period` that a part without a year can mean."""
    choices = (part.period(period.start.year + step) for step in (0, 1))
    return next((choice for choice in choices if choice and choice.start > period.start), None)


def _last_before(part: Part, quarter: Period) -> Period | None:
    """The last time that a part without a year can mean and that has begun by the end of the quarter."""
    choices = (part.period(quarter.end.year - step) for step in (0, 1))
    return next((choice for choice in choices if choice and choice.start <= quarter.end), None)
