"""Weeks: told by a day in them they are seven days, told by their month alone they are that month."""

from loaders.dates.periods import Period, week
from loaders.dates.words import Words


def whole_week(text: str, start: int, period: Period, words: Words) -> Period:
    """The week where the words before a day mean one, 'in der Woche ab dem 8. Mai', 'in the week of 8 May'; else the period.

    The week of a day lasts from Monday to Sunday.
    """
    if period.precision != "day" or period.start != period.end or not words.precedes("week of", text, start, past_articles=True):
        return period
    before = text[:start].split()
    while before and before[-1] in words.by_kind["article"] | words.by_kind["week of"]:
        before.pop()
    if not before or before[-1] not in words.by_kind["week"]:
        return period
    year, number, _ = period.start.isocalendar()
    return week(year, number) or period


def is_week_of_month(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a month stands for a week in it: 'in der ersten Juniwoche', 'in the first week of June'."""
    if text[start:end].rstrip(" 0123456789").endswith(tuple(word.lower() for word in words.by_kind["week"])):
        return True
    return words.precedes("week", text, start, past_articles=True, past_of=True)
