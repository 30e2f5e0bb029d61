"""Reads the times of one text, in order, each with the context of those before it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from loaders.dates import periods
from loaders.dates.around import Around
from loaders.dates.doubles import is_told_after, without_doubles, without_wider
from loaders.dates.grammar import Part, expressions
from loaders.dates.mentions import DateContext, DateMention, DateReading, Fault, Kind
from loaders.dates.periods import Period
from loaders.dates.plausible import is_date
from loaders.dates.relatives import Phrase, relatives_of, resolve
from loaders.dates.spans import spans_of, with_ends
from loaders.dates.tokens import Token, runs, without_addresses
from loaders.dates.uses import uses_of
from loaders.dates.words import words_of
from loaders.dates.years import dated
from loaders.vocabulary import Vocabulary

_QUARTER = re.compile(r"([0-9]{4})-?[Qq]([1-4])")
_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(r"\s+(?:(?:des|of|in)\s+)?")
_ENGLISH_WORDS = (" the ", "The ", " of ")
_GERMAN_WORDS = (" der ", " die ", " am ")
# 'zwischen dem 3. und dem 5. Mai', 'in der Nacht vom 3. auf den 4. Mai': what stands before makes these join a range.
_BETWEEN = {"a": "between", "v": "night"}
# How far before a date 'moved' or 'postponed' may stand, in characters.
_MOVED_REACH = 60
_SHORT_NOUN = 4
# What is told aside and lies this many days from the quarter is history.
_HISTORY = 366


# The dates of a heading are asked for on their own and as context of its section.
@lru_cache(maxsize=4)
def read(text: str, context: DateContext, vocabulary: Vocabulary) -> DateReading:
    """The times of a text. A newline ends a sentence, a blank line a date."""
    return _Reader(text, context, vocabulary).reading()


@lru_cache(maxsize=1024)
def heading_times(heading: str, quarter: str, language: str, vocabulary: Vocabulary) -> tuple[Period, ...]:
    """The times a heading gives for events, in order."""
    if not heading:
        return ()
    found = read(heading, DateContext(quarter, "", language), vocabulary).mentions
    return tuple(mention.period for mention in found if mention.use == "event")


def is_english(text: str) -> bool:
    """Whether the commonest words of a text are English ones."""
    english, german = (sum(map(text.count, words)) for words in (_ENGLISH_WORDS, _GERMAN_WORDS))
    return english > german


def _first_after(part: Part, period: Period) -> Period | None:
    """The first time behind `period` that a part without a year can mean."""
    choices = (part.period(period.start.year + step) for step in (0, 1))
    return next((choice for choice in choices if choice and choice.start > period.start), None)


def _stem(noun: str) -> str:
    """A noun without the ending of a genitive."""
    word = noun.lower()
    return (word.removesuffix("es") if word.endswith("es") else word.removesuffix("s")) if len(word) > _SHORT_NOUN else word


def _last_before(part: Part, quarter: Period) -> Period | None:
    """The last time that a part without a year can mean and that has begun by the end of the quarter."""
    choices = (part.period(quarter.end.year - step) for step in (0, 1))
    return next((choice for choice in choices if choice and choice.start <= quarter.end), None)


class _Reader:
    def __init__(self, text: str, context: DateContext, vocabulary: Vocabulary) -> None:
        self._text, self._plain = text, without_addresses(text)
        self._words, self._relatives, self._uses = words_of(vocabulary), relatives_of(vocabulary), uses_of(vocabulary)
        self._around = Around(self._plain, self._words)
        self._spans, self._language = spans_of(vocabulary), context.language
        quarter = _QUARTER.fullmatch(context.quarter)
        self._quarter = periods.quarter(int(quarter[1]), int(quarter[2])) if quarter else None
        self._context, self._vocabulary = context, vocabulary
        self._heading = heading_times(context.heading, context.quarter, context.language, vocabulary)
        self._mentions: list[DateMention] = []
        self._impossible: list[Fault] = []
        self._unresolved: list[Fault] = []
        self._edges: list[DateMention] = []
        self._bounds: list[int] = []
        self._awaiting: list[Phrase] = []
        self._anchors: set[int] = set()  # where dates start that only tell when another thing happened

    def reading(self) -> DateReading:
        for tokens, place in runs(self._plain, self._words, self._relatives.triggers):
            if tokens:
                for parts in self._expressions(tokens):
                    self._take_expression(parts)
            elif place >= self._end:
                self._take_phrase(place)
        self._take_awaiting(len(self._plain))
        unresolved = [fault for fault in self._unresolved if not is_told_after(fault[1], self._mentions, self._plain)]
        mentions = without_doubles(self._mentions, self._edges, self._anchors, self._plain, self._around.sentence)
        mentions = without_wider(mentions, self._plain, self._around.sentence)
        mentions = [mention for mention in mentions if not self._is_told_otherwise(mention)]
        return DateReading(
            list(with_ends(mentions, self._plain, self._around.sentence, self._spans)), self._impossible, unresolved
        )

    def _expressions(self, tokens: Sequence[Token]) -> Iterator[list[Part]]:
        start, by_kind = tokens[0].start, self._words.by_kind
        joint = next((token.kind for token in tokens if token.kind in _BETWEEN), "")
        between = bool(joint) and self._words.precedes(_BETWEEN[joint], self._plain, start, past_articles=True)
        # 'in June 15 observers' counts observers.
        english = self._is_english(tokens) and not (tokens[0].kind in "mM" and self._words.precedes("within", self._plain, start))
        moved = english and not by_kind["moved"].isdisjoint(self._plain[max(0, start - _MOVED_REACH) : start].split())
        return expressions(tokens, english, between, moved)

    def _is_english(self, tokens: Sequence[Token]) -> bool:
        """Whether the first month with a language of its own is English; else whether the text is."""
        for token in tokens:
            if token.kind in "mM":
                language = self._words.month_languages.get(self._plain[token.start : token.end].rstrip("."))
                if language:
                    return language == "en"
        return self._english

    @cached_property
    def _english(self) -> bool:
        return self._language == "en" or (not self._language and is_english(self._plain))

    @property
    def _end(self) -> int:
        return self._mentions[-1].end if self._mentions else 0

    def _told(self, since: int = 0) -> list[Period]:
        return [mention.period for mention in self._mentions if mention.start >= since and mention.use == "event"]

    def _told_plainly(self, place: int) -> list[Period]:
        """The times told before a phrase at `place`, without those that earlier sentences give aside.

        'Der Rat tagte am 3. Mai. Er plant einen Gipfel, der am 5. Juni stattfinden soll. Einen Tag zuvor …' counts from May.
        """
        first, _ = self._around.sentence(place)
        told = [mention for mention in self._mentions if mention.use == "event"]
        told = [mention for mention in told if not self._is_history(mention)] or told
        plain = [mention.period for mention in told if mention.start >= first or not self._is_aside(mention)]
        return plain or [mention.period for mention in told]

    def _is_history(self, mention: DateMention) -> bool:
        is_old = self._quarter is not None and self._quarter.days_to(mention.period) > _HISTORY
        return is_old and self._around.is_between_commas(mention)

    def _is_aside(self, mention: DateMention) -> bool:
        return mention.start in self._anchors or self._around.is_of_other(mention)

    def _take_expression(self, parts: Sequence[Part]) -> None:
        goes_on = False  # whether the part before gave a mention that this one may extend
        for part in parts:
            if not (goes_on and part.joined == "and") and not is_date(part, self._plain, self._words, self._english):
                goes_on = False
                continue
            period = part.period(0) if part.is_dated else self._dated(part)
            if period is None:
                self._fault(part)
                goes_on = False
            elif goes_on and part.joined == "and" and self._adjoins(period):
                self._extend(part.end, period)
            else:
                goes_on = self._add(part.start, part.end, period, "absolute" if part.is_dated else "incomplete")

    def _dated(self, part: Part) -> Period | None:
        start, end = self._around.sentence(part.start)
        told = self._told(start)
        is_onto = any(self._words.precedes(kind, self._plain, part.start, past_articles=True) for kind in ("onto", "range"))
        if told and told[-1].precision != "year" and is_onto and self._around.is_put_off(self._plain[start:end]):
            return _first_after(part, told[-1])

        if self._quarter and self._words.precedes("since", self._plain, part.start, past_articles=True):
            # What holds since some time began before the end of the quarter.
            return _last_before(part, self._quarter)

        def direction() -> int:
            return self._around.direction(part.start)

        return dated(part, told, self._heading, self._told(), self._quarter, direction)

    def _fault(self, part: Part) -> None:
        # The year 2000 has every day a year can have.
        is_impossible = part.is_dated or part.period(2000) is None
        faults = self._impossible if is_impossible else self._unresolved
        faults.append((part.start, part.end, self._text[part.start : part.end]))

    def _adjoins(self, period: Period) -> bool:
        before = self._mentions[-1].period
        return before.precision == period.precision and (period.start - before.end).days == 1

    def _extend(self, end: int, period: Period) -> None:
        before = self._mentions.pop()
        whole = Period(before.period.start, period.end, period.precision)
        if not self._add(before.start, end, whole, before.kind):
            self._mentions.append(before)

    def _add(self, start: int, end: int, period: Period, kind: Kind) -> bool:
        """Adds a mention unless what stands around it makes it a mere number."""
        use = self._uses.of(self._plain, start, end, period.precision)
        if use is None:
            return False
        if use == "bound":
            period = self._bounded(start, period)
        self._mentions.append(DateMention(start, end, self._text[start:end], period, kind, "event" if use == "bound" else use))
        return True

    def _bounded(self, start: int, period: Period) -> Period:
        """The time of what is to happen before `period`: some time of its year. What has happened keeps its own date."""
        if self._around.direction(start) < 1:
            return period
        self._bounds.append(start)
        return periods.years(period.start.year, period.start.year)

    def _is_told_otherwise(self, mention: DateMention) -> bool:
        """Whether it only bounds what its sentence gives a time of its own: 'vor dem Gipfel im Mai soll 2021 …'."""
        first, last = self._around.sentence(mention.start) if mention.start in self._bounds else (0, 0)
        return any(first <= other.start < last and other is not mention and other.use == "event" for other in self._mentions)

    def _take_phrase(self, place: int) -> None:
        trigger = _WORD.match(self._plain, place)
        phrase = self._relatives.at(self._plain, place, trigger[0]) if trigger else None
        if phrase is None or phrase.start < self._end:
            return
        if phrase.base == "ahead":
            self._awaiting.append(phrase)
            return
        if self._awaiting:
            self._take_awaiting(self._around.sentence(place)[0])
        told = [*self._told_plainly(phrase.start), *self._named(phrase)]
        period = resolve(phrase, told, self._heading, self._quarter)
        if period is None and not phrase.is_edge:
            self._unresolved.append((phrase.start, phrase.end, self._text[phrase.start : phrase.end]))
        elif period and not (phrase.unit == "year" and self._completes(phrase, period.start.year)):
            self._add(phrase.start, phrase.end, period, "relative")
            self._edges += self._mentions[-1:] if phrase.is_edge else []

    def _named(self, phrase: Phrase) -> list[Period]:
        """The time of the event that a phrase names, where a sentence before or the one heading that names it tells it."""
        noun = _stem(phrase.noun)
        if not noun:
            return []
        days = [mention for mention in self._mentions if mention.use == "event" and mention.period.precision == "day"]
        told = [mention.period for mention in days if noun in self._around.words(mention.start, phrase.start)]
        if told or noun in self._context.heading.lower():
            return told[-1:] or [*self._heading]
        headings = [heading for heading in self._context.others if noun in heading.lower()]
        times = [heading_times(each, self._context.quarter, self._context.language, self._vocabulary) for each in headings]
        return [*times[0]] if len(times) == 1 else []

    def _take_awaiting(self, until: int) -> None:
        """Takes the phrases that wait for the date after them: 'einen Tag nachdem Israel am 13. Juni …'."""
        for phrase in [phrase for phrase in self._awaiting if phrase.end <= until]:
            place = bisect_right([mention.start for mention in self._mentions], phrase.start)
            _, last = self._around.sentence(phrase.start)
            ahead = [one for one in self._mentions[place : place + 1] if one.end <= last and one.kind != "relative"]
            base = ahead or [mention for mention in self._mentions[:place] if mention.use == "event"]
            period = resolve(phrase, [mention.period for mention in base], [] if ahead else self._heading, self._quarter)
            if period:
                text = self._text[phrase.start : phrase.end]
                self._mentions.insert(place, DateMention(phrase.start, phrase.end, text, period, "relative", "event"))
                self._anchors.update(mention.start for mention in ahead)
            self._awaiting.remove(phrase)

    def _completes(self, phrase: Phrase, year: int) -> bool:
        """Lets a phrase for a year give the date before it that year, if it belongs to it: 'im Mai dieses Jahres'."""
        last = self._mentions[-1] if self._mentions else None
        if last is None or last.kind != "incomplete" or not _OF.fullmatch(self._plain, last.end, phrase.start):
            return False
        period = periods.in_year(last.period, year)
        if period:
            self._mentions.pop()
            self._add(last.start, phrase.end, period, "incomplete")
        return period is not None
