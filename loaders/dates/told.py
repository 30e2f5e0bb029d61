"""What has been read of one text so far: the times it tells, and what could not be read."""

from collections.abc import Sequence

from loaders.dates.around import Around
from loaders.dates.edges import edge_of
from loaders.dates.mentions import DateContext, DateMention, Fault, Kind, Remark
from loaders.dates.periods import Period, years
from loaders.dates.tokens import without_addresses
from loaders.dates.uses import uses_of
from loaders.dates.weeks import whole_week
from loaders.dates.words import words_of
from loaders.vocabulary import Vocabulary

# What is told aside and lies this many days from the quarter is history, so is what lies so long before the other times told.
_HISTORY = 366
_LOOKED_BACK = 31


class Told:
    """The mentions of a text in its order, with what its briefing and its heading say of time."""

    def __init__(
        self, text: str, context: DateContext, heading: Sequence[Period], quarter: Period | None, vocabulary: Vocabulary
    ) -> None:
        self.text, self.plain = text, without_addresses(text)
        self.words, self.uses = words_of(vocabulary), uses_of(vocabulary)
        self.around = Around(self.plain, self.words)
        self.context, self.heading, self.quarter = context, heading, quarter
        self.mentions: list[DateMention] = []
        self.impossible: list[Fault] = []
        self.unresolved: list[Fault] = []
        self.remarks: list[Remark] = []
        self.edges: list[DateMention] = []  # the first or last day of an event, as 'zum Abschluss des Treffens'
        self.anchors: set[int] = set()  # where dates start that only tell when another thing happened
        self._bounds: list[int] = []

    @property
    def end(self) -> int:
        """Where the last mention ends."""
        return self.mentions[-1].end if self.mentions else 0

    def add(self, start: int, end: int, period: Period, kind: Kind) -> bool:
        """Adds a mention unless what stands around it makes it a mere number."""
        use = self.uses.of(self.plain, start, end, period.precision)
        if use is None:
            return False
        if use == "bound":
            period = self._bounded(start, period)
        elif kind != "relative":
            period = edge_of(self.plain, start, whole_week(self.plain, start, period, self.words), self.words)
        self.mentions.append(DateMention(start, end, self.text[start:end], period, kind, "event" if use == "bound" else use))
        return True

    def extend(self, end: int, period: Period) -> None:
        """Makes the last mention reach to a date that adjoins it."""
        before = self.mentions.pop()
        whole = Period(before.period.start, period.end, period.precision)
        if not self.add(before.start, end, whole, before.kind):
            self.mentions.append(before)

    def adjoins(self, period: Period) -> bool:
        """Whether a time begins where the last mention ends."""
        before = self.mentions[-1].period
        return before.precision == period.precision and (period.start - before.end).days == 1

    def times(self, since: int = 0) -> list[Period]:
        """The times of events told from `text[since]` on."""
        return [mention.period for mention in self.mentions if mention.start >= since and mention.use == "event"]

    def plain_times(self, place: int) -> list[Period]:
        """The times told before a phrase at `place`, without those that earlier sentences give aside.

        'Der Rat tagte am 3. Mai. Er plant einen Gipfel, der am 5. Juni stattfinden soll. Einen Tag zuvor …' counts from May.
        """
        first, _ = self.around.sentence(place)
        told = [mention for mention in self.mentions if mention.use == "event"]
        told = [mention for mention in told if not self._is_history(mention)] or told
        latest = max((mention.period.end for mention in told), default=None)
        plain = [
            mention
            for mention in told
            if mention.start >= first
            or not (self._is_aside(mention) or (latest and self._looks_back(mention, (latest - mention.period.end).days)))
        ]
        return [mention.period for mention in plain or told]

    def without_bounds(self, mentions: Sequence[DateMention]) -> list[DateMention]:
        """The mentions without those that only bound what their sentence gives a time of its own.

        'Vor dem Gipfel im Mai soll 2021 …'.
        """
        return [mention for mention in mentions if not (mention.start in self._bounds and self._is_told_otherwise(mention))]

    def _is_history(self, mention: DateMention) -> bool:
        is_old = self.quarter is not None and self.quarter.days_to(mention.period) > _HISTORY
        return is_old and self.around.is_between_commas(mention)

    def _is_aside(self, mention: DateMention) -> bool:
        return mention.start in self.anchors or self.around.is_of_other(mention)

    def _looks_back(self, mention: DateMention, days: int) -> bool:
        return days > _LOOKED_BACK and self.around.is_in_aside(mention)

    def _bounded(self, start: int, period: Period) -> Period:
        """The time of what is to happen before `period`: some time of its year. What has happened keeps its own date."""
        if self.around.direction(start) < 1:
            return period
        self._bounds.append(start)
        return years(period.start.year, period.start.year)

    def _is_told_otherwise(self, mention: DateMention) -> bool:
        first, last = self.around.sentence(mention.start)
        return any(first <= other.start < last and other is not mention and other.use == "event" for other in self.mentions)
