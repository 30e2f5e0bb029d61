"""An event that a text states: what the loaders find of it, with the words that prove each value."""

from dataclasses import dataclass
from typing import NamedTuple

from loaders.dates import Period
from loaders.document import Problem, Section
from loaders.passage import Passage
from loaders.vocabulary import Row


class Evidence(NamedTuple):
    """Where a value stands: `section.text[start:end]` of the event's section. `field` is date, place, topic, …"""

    field: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something the text states to happen at a time, with every value's evidence."""

    event_id: str
    passage: Passage
    title: str
    period: Period
    status: str
    event_type: str
    is_online: bool
    places: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def section(self) -> Section:
        return self.passage.section

    @property
    def venues(self) -> tuple[str, ...]:
        return tuple(place for place, role in self.places if role == "venue")


@dataclass(frozen=True, slots=True)
class Found:
    """The events of a briefing in order of the text, what could not be resolved, and what is not in the vocabularies yet."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    places: tuple[Row, ...]
    actors: tuple[Row, ...]
