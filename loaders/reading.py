"""From one file to the rows of the tidy tables: reads, understands, tabulates."""

from pathlib import Path

from loaders.document import Briefing
from loaders.events import find_events
from loaders.readers import read_briefing, read_briefing_bytes
from loaders.rows import Reading, Rows, rows_of
from loaders.sources.finding import check_sources, read_sources
from loaders.vocabulary import Vocabulary, default


def read_rows(path: Path, vocabulary: Vocabulary | None = None) -> Rows:
    """The rows of one briefing file. Raises BriefingError, which names file, place and cure."""
    vocabulary = vocabulary or default()
    return rows_of(understand(read_briefing(path), vocabulary), vocabulary)


def read_rows_bytes(name: str, data: bytes, vocabulary: Vocabulary | None = None) -> Rows:
    """The same for a briefing that is no file, such as an upload; nothing is written."""
    vocabulary = vocabulary or default()
    return rows_of(understand(read_briefing_bytes(name, data), vocabulary), vocabulary)


def understand(briefing: Briefing, vocabulary: Vocabulary) -> Reading:
    """What a briefing tells: its sources and events, and what could not be resolved."""
    sources = tuple(read_sources(briefing))
    found = find_events(briefing, sources, vocabulary)
    problems = (*briefing.problems, *check_sources(briefing, sources), *found.problems)
    return Reading(briefing, found.events, sources, problems, found.places, found.actors)
