"""One briefing that is no file of the project, such as an upload: its tables and a template of corrections."""

import hashlib
from typing import NamedTuple

from loaders.assembly import assemble
from loaders.document import BriefingError
from loaders.reading import read_rows_bytes
from loaders.review import template
from loaders.tables import Tables
from loaders.vocabulary import Vocabulary, default

__all__ = ["BriefingError", "Upload", "read_upload"]


class Upload(NamedTuple):
    """All tables of the contract for this briefing alone, and a CSV with a row for every value that may be corrected."""

    tables: Tables
    template: str


def read_upload(name: str, data: bytes, vocabulary: Vocabulary | None = None) -> Upload:
    """What the loaders find in it. Nothing is written. Raises BriefingError, which names file, place and cure."""
    vocabulary = vocabulary or default()
    rows = read_rows_bytes(name, data, vocabulary)
    if not rows["briefings"][0]["quarter"]:
        cure = "write it into the title, as in 'Q3/2021'"
        raise BriefingError(f"{name}: names no quarter, and no date with a year tells it; {cure}")
    corrections = template(rows)
    version = f"own-{hashlib.sha256(name.encode() + data).hexdigest()[:12]}"
    # Corrections belong to briefings of the project: an upload of the same quarter has the same ids for other events.
    return Upload(Tables(assemble([rows], vocabulary, corrected=False), version), corrections)
