"""Makes ready what the first search and the first own briefing need, so that their readers need not wait for it.

Vocabularies and patterns are read and compiled when a text first needs them. Here texts of the vocabularies' own examples need
them, a few sentences at a time and only while nobody waits for a page.
"""

import asyncio
import logging

from dashboard import busy, data
from dashboard.filters.search import find
from loaders.tables import TableError
from loaders.upload import BriefingError, read_upload
from loaders.vocabulary import Vocabulary, VocabularyError, default

# The vocabularies with most patterns; an example in eight needs nearly all that a briefing does, in an eighth of the time.
_TABLES = ("event_type_terms", "event_outcomes", "place_frames", "place_cues", "functions", "date_words")
_EVERY, _AT_ONCE = 8, 40
_ANY_WORD = "SCO"  # to compare one with the words of all texts, each is taken apart for good
_START, _QUIET = 8.0, 2.0  # seconds: for the first page to be asked for, and without a page
_HEAD = "# Q1/2021\n\n## 1.3.2021\n\n"
_log = logging.getLogger(__name__)


async def warm() -> None:
    """Searches once and reads the texts one by one, in quiet moments. A fault is logged: its reader is told of it anyway."""
    try:
        await asyncio.sleep(_START)
        await _quiet()
        await asyncio.to_thread(lambda: find(data.current(), _ANY_WORD))
        for text in texts(default()):
            await _quiet()
            await asyncio.to_thread(read_upload, "examples.md", text)
    except (BriefingError, TableError, VocabularyError):
        _log.exception("Search and own briefings were not made ready")


async def _quiet() -> None:
    while busy.quiet_for() < _QUIET:
        await asyncio.sleep(_QUIET / 4)


def texts(vocabulary: Vocabulary) -> list[bytes]:
    """Short briefings of examples, those of one language together, as files of Markdown."""
    rows = [row for table in _TABLES for row in vocabulary.rows(table)][::_EVERY]
    made = []
    for language in dict.fromkeys(row["language"] for row in rows if row["language"]):
        examples = [row["example"].rstrip(".") for row in rows if row["language"] == language and row["example"]]
        made += [examples[start : start + _AT_ONCE] for start in range(0, len(examples), _AT_ONCE)]
    return [f"{_HEAD}{'. '.join(examples)}.\n".encode() for examples in made]
