"""The part of a section that states one event: what every finder's `choose_…` function looks at."""

from dataclasses import dataclass

from loaders.document import Section


@dataclass(frozen=True, slots=True)
class Passage:
    """One event's own words. All offsets count characters of `section.text`.

    `start:end` is the clause (or clauses) of the event, `sentence_start:sentence_end` the sentence around it,
    `date_start:date_end` its time expression (empty span where the date comes from elsewhere, e.g. the heading).
    `is_main` tells that the section's heading names this event.
    """

    section: Section
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    date_start: int
    date_end: int
    is_main: bool = False

    @property
    def text(self) -> str:
        return self.section.text[self.start : self.end]

    @property
    def sentence(self) -> str:
        return self.section.text[self.sentence_start : self.sentence_end]

    def holds(self, start: int) -> bool:
        """Whether a mention that begins at `start` stands in the event's own clause."""
        return self.start <= start < self.end
