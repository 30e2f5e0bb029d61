"""The vocabularies: CSV files edited by hand, one row a fact, read as plain text."""

import csv
import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vocabularies"

Row = dict[str, str]


class VocabularyError(Exception):
    """A vocabulary that is missing or malformed. The message names file, line and cure."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All vocabularies of one folder. Hashes by identity, so that finders may cache what they compile from it."""

    folder: Path = FOLDER

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of `name`.csv as dictionaries of text; an empty cell is ''.

        Raises VocabularyError where the file is missing or a line has another number of cells than the head.
        """
        return _read(self.folder / f"{name}.csv")

    @property
    def version(self) -> str:
        """A fingerprint of all files: another one means that briefings must be read again."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*.csv")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:16]


@cache
def default() -> Vocabulary:
    """The project's own vocabularies."""
    return Vocabulary()


@contextmanager
def growing() -> Iterator[None]:
    """For building what is kept for good: looking through it for what can be freed, again and again, takes as long as that."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@cache
def _read(path: Path) -> tuple[Row, ...]:
    # The csv module, not pandas: 'NA' is Namibia here and must stay text.
    try:
        with growing(), path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            head = next(reader, [])
            rows = []
            for cells in filter(None, reader):
                if len(cells) != len(head):
                    raise VocabularyError(f"{path}:{reader.line_num}: not {len(head)} cells; quote cells that hold commas")
                rows.append(dict(zip(head, cells, strict=True)))
            return tuple(rows)
    except FileNotFoundError:
        raise VocabularyError(f"{path}: no such vocabulary; restore the file or correct its name") from None
