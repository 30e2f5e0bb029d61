"""States of the tables kept for links: one small file a version, named by its content.

A link carries the version of the data it was made with. `python -m loaders --keep-version` keeps the tables as they are now
under that name; the application can then show the state of then, and say what has changed since.

The archive does not bloat: a state that is kept already is not written again, nothing is kept unless asked for (once a
release is enough, four times a year), and a version takes about a third of a megabyte. A file that is no longer wanted may
be deleted: links of that version then show today's data and say so.
"""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from loaders import tables
from loaders.tables import TableError, Tables

FOLDER = tables.FOLDER.parent / "versions"
_NAME = re.compile(r"[0-9a-f]{12}")
_ORDER = "order.txt"  # the tables in the order in which the version was worked out
_TIME = (1980, 1, 1, 0, 0, 0)  # so that the same tables always give the same file


def keep(tables_folder: Path = tables.FOLDER, folder: Path = FOLDER) -> tuple[Path, bool]:
    """Keeps the tables of a folder as they are: the file, and whether it had to be written.

    Raises TableError for tables that do not fit the contract.
    """
    version = tables.read_tables(tables_folder).version
    path = folder / f"{version}.zip"
    if path.exists():
        return path, False
    folder.mkdir(parents=True, exist_ok=True)
    names = list(tables.schema())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(_entry(_ORDER), "\n".join(names))
        for name in names:
            archive.writestr(_entry(f"{name}.csv"), (tables_folder / f"{name}.csv").read_bytes())
    return path, True


def kept(folder: Path = FOLDER) -> tuple[str, ...]:
    """The versions that are kept."""
    return tuple(sorted(path.stem for path in folder.glob("*.zip") if _NAME.fullmatch(path.stem)))


def read_version(version: str, folder: Path = FOLDER) -> Tables:
    """The tables of a kept version, in the form of today's contract.

    A table or column that came later is empty (a truth value is false), one that is gone is left out. Raises TableError for
    a version that is not kept, and for a file whose content is not what its name says.
    """
    path = folder / f"{version}.zip"
    if not _NAME.fullmatch(version) or not path.is_file():
        raise TableError(f"{path}: version {version!r} is not kept; kept are {', '.join(kept(folder)) or 'none'}")
    try:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(f"{name}.csv") for name in archive.read(_ORDER).decode().split()}
    except (zipfile.BadZipFile, KeyError, OSError) as error:
        raise TableError(f"{path}: cannot be read ({error}); restore the file or delete it") from error
    digest = hashlib.sha256()
    for content in files.values():
        digest.update(content)
    if digest.hexdigest()[:12] != version:
        raise TableError(f"{path}: the content is not version {version}; restore the file or delete it")
    return Tables({name: tables.frame(name, _rows(name, files.get(name, b""))) for name in tables.schema()}, version)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry


def _rows(table: str, content: bytes) -> list[Mapping[str, str]]:
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    later = [
        column["column"]
        for column in tables.schema()[table]
        if column["type"] == "boolean" and rows and column["column"] not in rows[0]
    ]
    return [{**row, **dict.fromkeys(later, "0")} for row in rows]
