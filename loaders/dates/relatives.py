"""Times told by another time: 'am gleichen Tag', 'zwei Tage später', 'im Folgejahr', 'last year'.

The base is the last date the text mentioned, the briefing's quarter, or the event the text is about; never the clock.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from loaders.dates import periods
from loaders.dates.periods import Period
from loaders.dates.words import Words, words_of
from loaders.patterns import COMPILED
from loaders.vocabulary import Row, Vocabulary

# How far before and after its trigger word a phrase may reach, in characters.
_REACH = 48
# A year behind the phrase makes it part of a full date: 'im Laufe des Jahres 2020'.
_NO_YEAR = r"(?!\w)(?!\s+(?:des\s+Jahres\s+|of\s+)?(?:19|20)[0-9]{2})"


# What is counted in months needs no day to count from, nor does a day of the month; days and weeks do.
_PRECISIONS: dict[str, periods.Precision] = {"date": "month", "month": "month", "quarter": "quarter", "year": "year"}


# Nothing that is counted lies so many years behind the quarter.
_FORESEEN = 10


class Phrase(NamedTuple):
    """A relative phrase: `text[start:end]` means `steps` units from the base its row names.

    `noun` is what it counts from, where it says so: 'Gipfel' in 'zwei Tage nach dem Gipfel'.
    """

    start: int
    end: int
    unit: str
    steps: int
    base: str
    noun: str = ""

    @property
    def is_edge(self) -> bool:
        """Whether it names the first or last day of the event, as 'zum Abschluss des Treffens' does."""
        return self.base in ("first", "last")


class Relatives:
    """The phrases of `date_relatives.csv`, ordered by the trigger word that each must hold.

    A row gives a regular expression (`{n}` is a counted number, `{nth}` an ordinal, `{weekday}` a day of the week), its
    `triggers`, and what it means: `steps` `unit`s from its `base`: the last 'mention', the 'briefing' with its quarter,
    the 'nth', 'first' or 'last' day of an event, the date told 'ahead' in its sentence, else the event told before, the
    event that it has 'named', or the 'week' last told of. Of unit 'date' are days of the month last told of. `example` and
    `reads` prove it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = words_of(vocabulary)
        weekdays = "|".join(sorted(self._words.by_kind["weekday"]))
        rows: dict[str, list[tuple[str, Row]]] = {}
        for row in vocabulary.rows("date_relatives"):
            pattern = row["pattern"].replace("{weekday}", f"({weekdays})").replace("{nth}", "{n}")
            pattern = pattern.replace("{n}", r"([0-9]+\.?|\w+)").replace(" ?", r"\s*").replace(" ", r"\s+")
            rule = rf"(?i)(?<!\w)(?:{pattern}){_NO_YEAR}", row
            for trigger in row["triggers"].split("|"):
                rows.setdefault(trigger, []).append(rule)
        self._rows = rows
        self.triggers = frozenset(rows)

    def at(self, text: str, place: int, trigger: str) -> Phrase | None:
        """The phrase that holds the trigger word at `text[place]`, if any."""
        begin, end = max(0, place - _REACH), place + _REACH
        for pattern, row in self._rows[trigger]:
            for found in COMPILED[pattern].finditer(text, begin, end):
                steps = self._steps(found, row)
                if found.start() <= place < found.end() and steps is not None:
                    noun = found.groupdict().get("noun", "")
                    return Phrase(found.start(), found.end(), row["unit"], steps, row["base"], noun)
        return None

    def _steps(self, found: re.Match[str], row: Row) -> int | None:
        sign, number = row["steps"].startswith("-"), row["steps"].lstrip("-")
        if number != "n":
            return int(row["steps"])
        if row["unit"] == "weekday":
            _, (weekday,) = self._words.tokens[next(filter(None, found.groups())).capitalize()]
            return -weekday if sign else weekday
        steps = _counted(next(filter(None, found.groups()), ""), row["base"] == "nth", self._words)
        return None if steps is None else -steps if sign else steps


@cache
def relatives_of(vocabulary: Vocabulary) -> Relatives:
    return Relatives(vocabulary)


def _counted(word: str, is_ordinal: bool, words: Words) -> int | None:
    if word.rstrip(".").isdecimal():
        return int(word.rstrip(".")) if word.endswith(".") == is_ordinal else None
    if not is_ordinal:
        return words.counts.get(word.lower())
    kind, value = words.tokens.get(word.lower(), ("", ()))
    return value[0] if kind in ("o", "O") else None


def resolve(phrase: Phrase, told: Sequence[Period], heading: Sequence[Period], quarter: Period | None) -> Period | None:
    """The time a phrase means. `told` are the times mentioned so far in order, `heading` those of the heading.

    None where its base is missing or has no such day.
    """
    mentioned = [*heading, *told]
    if phrase.base == "briefing":
        return periods.shifted(quarter, phrase.unit, phrase.steps) if quarter else None
    if phrase.base in ("mention", "named"):
        return _from_last(phrase, mentioned, quarter)
    if phrase.base == "ahead":
        return _from_event(phrase, mentioned)
    days = [period for period in mentioned if period.precision == "day"]
    if phrase.base == "week":
        return _day_of_week(phrase.steps, days)
    ranges = [period for period in days if period.start != period.end]
    # The days of an event are counted in its range; a single day is its first where no range is known.
    for period in (*reversed(ranges), *reversed(days)):
        found = _within(phrase, period)
        if found:
            return found
    return None


def _from_event(phrase: Phrase, mentioned: Sequence[Period]) -> Period | None:
    """Counted from the first or last day of the event told of: of several the last one that took some days."""
    days = [period for period in mentioned if period.precision == "day"]
    ranges = [period for period in days if period.start != period.end]
    base = next((period for period in (*reversed(ranges), *reversed(days))), None)
    return periods.shifted(base, phrase.unit, phrase.steps) if base else None


def _day_of_week(weekday: int, days: Sequence[Period]) -> Period | None:
    """That day of the week in the event told last, else the first one behind it."""
    if not days:
        return None
    last = days[-1]
    whole = next((each for each in reversed(days) if each.start <= last.start and last.end <= each.end and each != last), last)
    first = periods.shifted(Period(whole.start, whole.start, "day"), "day", -1)
    found = periods.shifted(first, "weekday", weekday) if first else None
    return found if found and found.end <= whole.end else periods.shifted(last, "weekday", weekday)


def _within(phrase: Phrase, period: Period) -> Period | None:
    first, last = Period(period.start, period.start, "day"), Period(period.end, period.end, "day")
    if phrase.is_edge:
        edge = first if phrase.base == "first" else last
        found = periods.shifted(edge, "day", phrase.steps) if phrase.steps else edge
        return found if found and period.start <= found.start <= period.end else None
    found = periods.shifted(first, "day", phrase.steps - 1)
    return found if found and (found.end <= period.end or period.start == period.end) else None


def _from_last(phrase: Phrase, mentioned: Sequence[Period], quarter: Period | None) -> Period | None:
    finest = _PRECISIONS.get(phrase.unit, "day")
    fine_enough = periods.PRECISIONS[: periods.PRECISIONS.index(finest) + 1]
    bases = [period for period in reversed(mentioned) if period.precision in fine_enough]
    if phrase.unit == "year" and not phrase.steps:
        # 'in that year' takes up a year that was named before one in which a day lies.
        bases = [period for period in mentioned[-2:] if period.precision == "year"][-1:] or bases
    counted = (periods.shifted(base, phrase.unit, phrase.steps) for base in bases)
    latest = quarter.end.year + _FORESEEN if quarter else date.max.year
    # '25 years later' counts from the year that leaves it within what is foreseen.
    return next((period for period in counted if period and period.start.year <= latest), None)
