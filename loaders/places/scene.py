"""What the choice of an event's places looks at: its passage, the places around, its type."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from loaders.languages import language_of_text
from loaders.passage import Passage
from loaders.places.frames import Frames
from loaders.places.mention import PlaceMention
from loaders.places.rules import CueRules, cue_rules
from loaders.vocabulary import Vocabulary

# Cues of a place where the event is.
AT = frozenset(("venue", "visit"))
# Types of events that happen somewhere, and so may take their place from the heading.
GATHERINGS = frozenset(("summit", "ministerial", "meeting", "conference", "exercise", "ceremony", "mission", "launch"))
# Types of events that are about states: these are concerned, whatever part they play in the sentence.
ABOUT_STATES = frozenset(("chairmanship", "membership"))

_CUT = re.compile(r"[,;:]\s|\s[–—]\s|\n")


class Scene(NamedTuple):
    """One event's surroundings. `heading` are the places of the heading, standing where the event's date stands.

    `own` are the places of the event's own clause, `told_on` those of the sentences that go on telling of it; `segment` is
    the part of the clause around the date, between commas, colons and the like.
    """

    passage: Passage
    mentions: Sequence[PlaceMention]
    heading: Sequence[PlaceMention]
    event_type: str
    rules: CueRules
    own: Sequence[PlaceMention]
    told_on: Sequence[PlaceMention]
    segment: tuple[int, int]
    language: str

    @classmethod
    def of(
        cls,
        passage: Passage,
        mentions: Sequence[PlaceMention],
        heading: Sequence[PlaceMention],
        event_type: str,
        vocab: Vocabulary,
    ) -> "Scene":
        """The surroundings of the event of a passage, given all places of its section."""
        own = [mention for mention in mentions if passage.holds(mention.start)]
        told_on = [mention for mention in mentions if passage.goes_on_to(mention.start)]
        segment, language = _segment(passage), language_of_text(passage.section.text, vocab)
        return cls(passage, mentions, heading, event_type, cue_rules(vocab), own, told_on, segment, language)

    @property
    def frames(self) -> Frames:
        """The turns of phrase around a place."""
        return self.rules.frames

    def in_segment(self, mention: PlaceMention) -> bool:
        """Whether a mention stands in the part of the clause around the date."""
        return self.segment[0] <= mention.start < self.segment[1]

    @property
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


def _segment(passage: Passage) -> tuple[int, int]:
    text, start = passage.section.text, passage.start
    # A comma in the date's own parentheses parts it from its place: 'das Forum (Omsk, 3. Mai)'.
    opened = text.rfind("(", start, passage.date_start)
    is_inside = opened >= 0 and ")" not in text[opened : passage.date_start]
    for before in _CUT.finditer(text, start, opened if is_inside else passage.date_start):
        start = before.end()
    cut = _CUT.search(text, passage.date_end, passage.end)
    return start, cut.start() if cut else passage.end


def is_country(mention: PlaceMention) -> bool:
    return mention.place.kind == "country"
