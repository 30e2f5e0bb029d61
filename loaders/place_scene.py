"""What the choice of an event's places looks at: its passage, the places around, its type."""

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.passage import Passage
from loaders.place_rules import CueRules, cue_rules
from loaders.places import PlaceMention
from loaders.vocabulary import Vocabulary

# Cues of a place where the event is.
AT = frozenset(("venue", "visit"))
# Types of events that happen somewhere, and so may take their place from the heading.
GATHERINGS = frozenset(("summit", "ministerial", "meeting", "conference", "exercise", "ceremony", "mission", "launch"))
# Types of events that are about states: these are concerned, whatever part they play in the sentence.
ABOUT_STATES = frozenset(("chairmanship", "membership"))

_CUT = re.compile(r"[,;:]\s|\s[–—]\s|\n")


@dataclass(frozen=True)
class Scene:
    """One event's surroundings. `heading` are the places of the heading, standing where the event's date stands."""

    passage: Passage
    mentions: tuple[PlaceMention, ...]
    heading: tuple[PlaceMention, ...]
    event_type: str
    vocab: Vocabulary

    @cached_property
    def own(self) -> list[PlaceMention]:
        """The places of the event's own clause."""
        return [mention for mention in self.mentions if self.passage.holds(mention.start)]

    @cached_property
    def told_on(self) -> list[PlaceMention]:
        """The places of the sentences that go on telling of the event."""
        return [mention for mention in self.mentions if self.passage.goes_on_to(mention.start)]

    @property
    def rules(self) -> CueRules:
        return cue_rules(self.vocab)

    @cached_property
    def segment(self) -> tuple[int, int]:
        """The part of the clause around the date, between commas, colons and the like."""
        text, passage = self.passage.section.text, self.passage
        start = passage.start
        for before in _CUT.finditer(text, start, passage.date_start):
            start = before.end()
        cut = _CUT.search(text, passage.date_end, passage.end)
        return start, cut.start() if cut else passage.end

    @cached_property
    def around(self) -> list[PlaceMention]:
        """The places of the event's sentence outside its clause."""
        start, end = self.passage.sentence_start, self.passage.sentence_end
        return [mention for mention in self.mentions if start <= mention.start < end and mention not in self.own]

    @property
    def is_vote(self) -> bool:
        """Whether the event itself is a vote."""
        return bool(self.rules.voted.search(self.passage.section.text, self.passage.start, self.passage.end))

    @property
    def is_about_vote(self) -> bool:
        return bool(self.rules.election.search(self.passage.section.text, self.passage.start, self.passage.end))

    def country_told_before(self) -> list[PlaceMention]:
        """The country told of last before this event, as a list of none or one."""
        cues = ("election", "venue", "visit", "mention", "topic")
        told = [m for m in self.mentions if m.start < self.passage.start and is_country(m) and m.cue in cues]
        return told[-1:]


def is_country(mention: PlaceMention) -> bool:
    return mention.place.kind == "country"
