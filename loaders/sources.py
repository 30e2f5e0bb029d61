"""The sources of a briefing: its footnotes read, checked, and given to the events they speak for."""

from collections.abc import Sequence

from loaders.document import Briefing
from loaders.passage import Passage
from loaders.source_checks import check_sources
from loaders.source_notes import Source, read_note
from loaders.vocabulary import Vocabulary, default

__all__ = ["Source", "check_sources", "choose_sources", "read_sources"]


def read_sources(briefing: Briefing, vocabulary: Vocabulary | None = None) -> list[Source]:
    """One source a footnote, in the order of the notes; of a number defined twice the first note counts."""
    vocabulary = vocabulary or default()
    notes = {note.number: note for note in reversed(briefing.footnotes)}
    order = dict.fromkeys(note.number for note in briefing.footnotes)
    return [read_note(notes[number], f"{briefing.briefing_id}-n{number}", vocabulary) for number in order]


def choose_sources(passage: Passage, sources: Sequence[Source]) -> list[tuple[str, int, int]]:
    """The sources of one event, each with the place of its marker as an empty span.

    A marker in or right behind the event's clause speaks for it; where there is none, the next one behind the clause does.
    """
    known = {source.number: source.source_id for source in sources}
    marks = [mark for mark in passage.section.marks if mark.number in known]
    return [(known[mark.number], mark.offset, mark.offset) for mark in marks if passage.start < mark.offset <= passage.end + 1]
