"""Whether words around it allow what could as well be a name or a number to be a date."""

import re

from loaders.dates.grammar import Part
from loaders.dates.words import Words

_PAUSE = re.compile(r"\s*(?:[,.;)]|\Z)")
_NAME = re.compile(r"\s+[A-ZÄÖÜ]")
_COMPOUND = re.compile(r"[\s-]+([a-z]+)")
# A year before this one is none unless 'Jahr' says so.
_FIRST_PLAIN_YEAR = 1900


def is_date(part: Part, text: str, words: Words, is_english: bool) -> bool:
    """Whether a part of an expression is a date: a year alone, a month alone and a number with a full stop need a lead."""
    first = part.first
    if first.unit == "year":
        return first.year >= _FIRST_PLAIN_YEAR or words.precedes("year", text, part.start)
    if first.unit == "week" and text[part.start].islower():
        # 'in week 20 delegates met' counts delegates.
        return part.is_dated or words.precedes("calendar", text, part.start)
    if first.unit == "month" and text[part.start].isdecimal():
        # 'Beschluss 12/2021' is no month.
        return not words.precedes("document", text, part.start)
    if not first.is_vague or part.last is not first:
        return True
    moved = any(words.precedes(kind, text, part.start) for kind in ("range", "onto"))
    # 'auf August verschoben', not 'auf August Hanning'.
    # 'in the autumn', 'für den Herbst', 'in den August'.
    led = words.precedes("lead", text, part.start, past_articles=first.unit == "season" or not is_english)
    if led or (moved and not _NAME.match(text, part.end)):
        # 'Spring Festival' and 'the summer school' are names.
        return first.unit != "season" or not is_english or (text[part.start].islower() and not _is_compound(part, text, words))
    if first.unit == "month" and _is_label(part, text):
        return True
    if first.unit == "month" and text[: part.start].rstrip(" ").endswith(":"):
        # 'Dritte Runde: April, Ort offen.'
        return _PAUSE.match(text, part.end) is not None
    return first.unit == "day" and (words.precedes("article", text, part.start) or text[part.start - 1 : part.start] == "(")


def _is_label(part: Part, text: str) -> bool:
    """Whether it heads its line: 'September: Omsk, Forum'."""
    is_first = not text[: part.start].rpartition("\n")[2].strip()
    return is_first and text.startswith(":", part.end)


def _is_compound(part: Part, text: str, words: Words) -> bool:
    after = _COMPOUND.match(text, part.end)
    return after is not None and after[1] in words.by_kind["season of"]
