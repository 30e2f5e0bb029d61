"""One briefing that is no file of the project, such as an upload: its tables and a template of corrections."""

import hashlib
import logging
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from loaders.assembly import assemble
from loaders.document import Briefing, BriefingError, Problem, Words
from loaders.readers import SUFFIXES, read_briefing_bytes
from loaders.reading import understand
from loaders.review import template
from loaders.rows import numbered, rows_of
from loaders.tables import Tables
from loaders.vocabulary import Vocabulary, default

__all__ = ["SUFFIXES", "BriefingError", "Upload", "read_upload"]

_NO_QUARTER = Words(
    de="Das Briefing nennt kein Quartal, und kein Datum mit Jahr verrät es; bitte in den Titel schreiben, etwa „Q3/2021“",
    en="names no quarter, and no date with a year tells it; write it into the title, as in 'Q3/2021'",
)
_FAILED = Words(
    de="Beim Auswerten des Textes trat ein Fehler auf ({kind}), der im Protokoll des Servers steht; bitte den Text in Teilen "
    "lesen lassen",
    en="an error occurred while the text was understood ({kind}), which the server has logged; have the text read in parts",
)
_log = logging.getLogger(__name__)


class Upload(NamedTuple):
    """All tables of the contract for this briefing alone, and a CSV with a row for every value that may be corrected.

    `note_problems` gives the number of the footnote, as printed, for the id of each problem that is about one.
    """

    tables: Tables
    template: str
    note_problems: Mapping[str, str]


def read_upload(name: str, data: bytes, vocabulary: Vocabulary | None = None) -> Upload:
    """What the loaders find in it. Nothing is written. Raises BriefingError, which names file, place and cure."""
    vocabulary = vocabulary or default()
    briefing = read_briefing_bytes(name, data)
    if not briefing.quarter:
        raise BriefingError(name, _NO_QUARTER)
    version = f"own-{hashlib.sha256(name.encode() + data).hexdigest()[:12]}"
    try:
        return _understood(briefing, version, vocabulary)
    except Exception as error:
        # A text that no rule was written for may do anything; its owner is told, and whoever mends the rule finds the cause.
        _log.exception("An own briefing cannot be understood")
        raise BriefingError(name, _FAILED, kind=type(error).__name__) from error


def _understood(briefing: Briefing, version: str, vocabulary: Vocabulary) -> Upload:
    reading = understand(briefing, vocabulary)
    rows = rows_of(reading, vocabulary)
    # Corrections belong to briefings of the project: an upload of the same quarter has the same ids for other events.
    tables = Tables(assemble([rows], vocabulary, corrected=False), version)
    return Upload(tables, template(rows), _of_notes(briefing, reading.problems))


def _of_notes(briefing: Briefing, problems: Iterable[Problem]) -> dict[str, str]:
    """The number of the footnote that a problem is about: told beside it, or what it is about itself."""
    known = {note.number for note in briefing.footnotes}
    told = {
        id_: dict(problem.details).get("number") or (problem.value if problem.code.startswith("footnote-") else "")
        for id_, problem in numbered(briefing, problems).items()
    }
    return {id_: number for id_, number in told.items() if number in known}
