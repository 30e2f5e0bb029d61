"""Takes the relative phrases of a text, each from the time it counts from."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from loaders.dates import periods
from loaders.dates.mentions import DateMention
from loaders.dates.periods import Period
from loaders.dates.relatives import Phrase, Relatives, resolve
from loaders.dates.told import Told

_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(r"\s+(?:(?:des|of|in)\s+)?")
_SHORT_NOUN = 4


class Phrases:
    """The relative phrases of one text. `heading_times` gives the times of another section's heading."""

    def __init__(self, told: Told, relatives: Relatives, heading_times: Callable[[str], Sequence[Period]]) -> None:
        self._told, self._relatives, self._heading_times = told, relatives, heading_times
        self._awaiting: list[Phrase] = []

    def take(self, place: int) -> None:
        """Takes the phrase that holds the trigger word at `text[place]`, if there is one."""
        told = self._told
        trigger = _WORD.match(told.plain, place)
        phrase = self._relatives.at(told.plain, place, trigger[0]) if trigger else None
        if phrase is None or phrase.start < told.end:
            return
        if phrase.base == "ahead":
            self._awaiting.append(phrase)
            return
        if self._awaiting:
            self.take_awaiting(told.around.sentence(place)[0])
        times = [*told.plain_times(phrase.start), *self._named(phrase)]
        period = resolve(phrase, times, told.heading, told.quarter)
        if period is None and not phrase.is_edge:
            if told.uses.of(told.plain, phrase.start, phrase.end, "year") == "event":
                told.unresolved.append((phrase.start, phrase.end, told.text[phrase.start : phrase.end]))
        elif period and not (phrase.unit == "year" and self._completes(phrase, period.start.year)):
            told.add(phrase.start, phrase.end, period, "relative")
            told.edges += told.mentions[-1:] if phrase.is_edge else []

    def take_awaiting(self, until: int) -> None:
        """Takes the phrases that wait for the date after them: 'einen Tag nachdem Israel am 13. Juni …'."""
        told = self._told
        for phrase in [phrase for phrase in self._awaiting if phrase.end <= until]:
            place = bisect_right([mention.start for mention in told.mentions], phrase.start)
            _, last = told.around.sentence(phrase.start)
            ahead = [one for one in told.mentions[place : place + 1] if one.end <= last and one.kind != "relative"]
            before = [mention for mention in told.mentions[:place] if mention.use == "event"]
            counted = self._resolved(phrase, before, told.heading)
            period = self._resolved(phrase, ahead, []) if ahead else counted
            # 'zwei Tage nach Ende des Forums, am 24. Mai' says twice when it was.
            is_told_again = bool(ahead) and counted == ahead[0].period
            if period and not is_told_again:
                text = told.text[phrase.start : phrase.end]
                told.mentions.insert(place, DateMention(phrase.start, phrase.end, text, period, "relative", "event"))
                told.anchors.update(mention.start for mention in ahead)
            self._awaiting.remove(phrase)

    def _resolved(self, phrase: Phrase, base: Sequence[DateMention], heading: Sequence[Period]) -> Period | None:
        return resolve(phrase, [mention.period for mention in base], heading, self._told.quarter)

    def _named(self, phrase: Phrase) -> list[Period]:
        """The time of the event that a phrase names, where a sentence before or the one heading that names it tells it."""
        told, noun = self._told, _stem(phrase.noun)
        if not noun:
            return []
        days = [mention for mention in told.mentions if mention.use == "event" and mention.period.precision == "day"]
        times = [mention.period for mention in days if noun in told.around.words(mention.start, phrase.start)]
        if times or noun in told.context.heading.lower():
            return times[-1:] or [*told.heading]
        named = [self._heading_times(heading) for heading in told.context.others if noun in heading.lower()]
        return [*named[0]] if len(named) == 1 else []

    def _completes(self, phrase: Phrase, year: int) -> bool:
        """Lets a phrase for a year give the date before it that year, if it belongs to it: 'im Mai dieses Jahres'."""
        told = self._told
        last = told.mentions[-1] if told.mentions else None
        if last is None or last.kind != "incomplete" or not _OF.fullmatch(told.plain, last.end, phrase.start):
            return False
        period = periods.in_year(last.period, year)
        if period:
            told.mentions.pop()
            told.add(last.start, phrase.end, period, "incomplete")
        return period is not None


def _stem(noun: str) -> str:
    """A noun without the ending of a genitive."""
    word = noun.lower()
    return (word.removesuffix("es") if word.endswith("es") else word.removesuffix("s")) if len(word) > _SHORT_NOUN else word
