"""The sources of a briefing: its footnotes read, checked, and given to the events they speak for."""

from collections.abc import Sequence

from loaders.document import Briefing, Mark
from loaders.passage import Passage
from loaders.sources.checks import check_sources
from loaders.sources.notes import Source, read_note
from loaders.sources.repeats import with_repeats
from loaders.telling import told_on
from loaders.vocabulary import Vocabulary, default

__all__ = ["Source", "check_sources", "choose_sources", "read_sources"]


def read_sources(briefing: Briefing, vocabulary: Vocabulary | None = None) -> list[Source]:
    """One source a footnote, in the order of the notes; of a number defined twice the first note counts."""
    vocabulary = vocabulary or default()
    notes = {note.number: note for note in reversed(briefing.footnotes)}
    order = dict.fromkeys(note.number for note in briefing.footnotes)
    return list(with_repeats(read_note(notes[number], f"{briefing.briefing_id}-n{number}", vocabulary) for number in order))


def choose_sources(
    passage: Passage, sources: Sequence[Source], others: Sequence[Passage] = (), asides: Sequence[int] = ()
) -> list[tuple[str, int, int]]:
    """The sources of one event, each with the place of its marker as an empty span, in order of the text.

    A marker in or right behind the event's clause speaks for it, one behind its date before one in front of it; where the
    clause has none behind its date, the next marker does. The main event of a section has also the markers of the sentences
    that go on telling of it; `others` are all passages of the section. A sentence in which one of `asides` lies, the places of
    statistics and open questions, tells of something else.
    """
    known = {source.number: source.source_id for source in sources}
    marks = sorted((mark for mark in passage.section.marks if mark.number in known), key=lambda mark: mark.offset)
    spans = [(passage.start, passage.end + 1)]
    if passage.is_main:
        told = [span for span in told_on(passage, others) if not any(span[0] <= aside < span[1] for aside in asides)]
        spans += [(start, end + 1) for start, end in told]
    chosen = [*_own(marks, passage), *(mark for mark in marks if any(start < mark.offset <= end for start, end in spans[1:]))]
    return [(known[mark.number], mark.offset, mark.offset) for mark in dict.fromkeys(chosen)]


def _own(marks: Sequence[Mark], passage: Passage) -> list[Mark]:
    clause = [mark for mark in marks if passage.start < mark.offset <= passage.end + 1]
    behind = [mark for mark in clause if mark.offset >= passage.date_end]
    following = [mark for mark in marks if mark.offset > passage.end and mark.offset >= passage.date_end]
    return behind or [mark for mark in following if mark.offset == following[0].offset] or clause
