"""Reads a folder of briefings into all tables: a failing briefing is named and left out, an unchanged one is not read again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from loaders.assembly import assemble
from loaders.document import BriefingError, Words
from loaders.readers import SUFFIXES
from loaders.reading import read_rows
from loaders.rows import Rows
from loaders.vocabulary import Vocabulary, default

_NO_FOLDER = Words(de="Den Ordner gibt es nicht; einen anderen nennt --briefings", en="no such folder; name one with --briefings")
_NO_FILE = Words(
    de="enthält kein Briefing; der Name eines Briefings endet auf {known}",
    en="holds no briefing; a briefing's name ends in {known}",
)
FOLDER = Path(__file__).resolve().parent.parent / "data" / "briefings"


@dataclass(frozen=True, slots=True)
class Failure:
    """A briefing that gave no rows. `message` names the place in it and the cure."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """All tables of a folder, and the files that are not in them."""

    frames: Mapping[str, pd.DataFrame]
    failures: tuple[Failure, ...]
    read: int  # files read afresh; the others came from the cache


def load(
    paths: Iterable[Path],
    vocabulary: Vocabulary | None = None,
    cache_folder: Path | None = None,
    progress: Callable[[Path], None] = lambda _path: None,
) -> Loaded:
    """The tables of some briefing files, in the order of their ids.

    With `cache_folder`, rows of unchanged files are taken from there; file, vocabularies and the loaders' own code together
    decide what counts as unchanged, so that the result has the same bytes as without.
    """
    vocabulary = vocabulary or default()
    # Asked once: the vocabularies are some megabytes.
    version = f"{vocabulary.version}\0{_code_version()}" if cache_folder else ""
    gathered, failures, read = [], [], 0
    for path in paths:
        kept = _kept(path, version, cache_folder)
        try:
            if kept is not None and kept.exists():
                rows = json.loads(kept.read_text(encoding="utf-8"))
            else:
                rows, read = read_rows(path, vocabulary), read + 1
                _keep(rows, kept)
            gathered.append((path, rows))
        except BriefingError as error:
            failures.append(Failure(path, str(error)))
        progress(path)
    wanted, doubled = _one_an_id(gathered)
    return Loaded(assemble(wanted, vocabulary), (*failures, *doubled), read)


def briefing_files(folder: Path = FOLDER) -> list[Path]:
    """The files of a folder that some reader may take, by name. Raises BriefingError where the folder has none."""
    if not folder.is_dir():
        raise BriefingError(folder, _NO_FOLDER)
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and not path.name.startswith(("~", ".")))
    if not files:
        raise BriefingError(folder, _NO_FILE, known=", ".join(sorted(SUFFIXES)))
    return files


def _one_an_id(gathered: Iterable[tuple[Path, Rows]]) -> tuple[list[Rows], list[Failure]]:
    first: dict[str, tuple[Path, Rows]] = {}
    failures = []
    for path, rows in gathered:
        briefing_id = str(rows["briefings"][0]["briefing_id"])
        if briefing_id in first:
            other = first[briefing_id][0].name
            failures.append(Failure(path, f"{path.name}: is {briefing_id} like {other}; correct the quarter of one or remove it"))
        else:
            first[briefing_id] = (path, rows)
    return [first[briefing_id][1] for briefing_id in sorted(first)], failures


def _kept(path: Path, version: str, folder: Path | None) -> Path | None:
    if folder is None:
        return None
    digest = hashlib.sha256(f"{path.name}\0{version}\0".encode() + path.read_bytes())
    return folder / f"{digest.hexdigest()[:32]}.json"


def _keep(rows: Rows, kept: Path | None) -> None:
    if kept is None:
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


@cache
def _code_version() -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).resolve().parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
