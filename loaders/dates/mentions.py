"""What the date finder takes and gives."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from loaders.dates.periods import Period

Kind = Literal["absolute", "incomplete", "relative"]
Use = Literal["event", "name", "statistics", "question", "publication"]
Fault = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a text leaves unsaid: its briefing's `quarter` ('2021-Q1', '' if not known), its section's `heading`.

    `language` ('de', 'en') decides how 'September 11' is read; '' leaves that to the words of the text. `others` are the
    headings of the other sections: they date what the text only names.
    """

    quarter: str = ""
    heading: str = ""
    language: str = ""
    others: tuple[str, ...] = ()


class DateMention(NamedTuple):
    """A time told at `text[start:end]`.

    `kind`: 'absolute' names its year, 'incomplete' takes it from the context, 'relative' is told by another time.
    What is to happen 'vor dem Gipfel im September 2021' has some time of that year: precision 'year'.
    Where a beginning and an end are told apart ('begann am 3. Mai und endete vier Tage später') the period lasts from the
    one to the other, and `text` holds the beginning.
    `use`: 'event' for a time at which something happens, else what the date belongs to: a 'name' (of a document, plan,
    programme or exercise, its period of validity included), 'statistics', an open 'question' or a note on 'publication'.
    """

    start: int
    end: int
    text: str
    period: Period
    kind: Kind
    use: Use


class Remark(NamedTuple):
    """Something about `text[start:end]` that was read but is worth a look; `code` names the kind of problem."""

    start: int
    end: int
    text: str
    code: str


class DateReading(NamedTuple):
    """All that a text says of times.

    `impossible` are dates no calendar has, `unresolved` those that nothing in the context completes, each as
    (start, end, text): nothing is guessed for them. `remarks` tell of dates that were read otherwise than printed.
    """

    mentions: list[DateMention]
    impossible: list[Fault]
    unresolved: list[Fault]
    remarks: list[Remark]
