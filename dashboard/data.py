"""The tables the application shows, read once for each state of their folder. Knows no Streamlit."""

import logging
import os
from functools import lru_cache
from pathlib import Path

from dashboard.filters import asof
from dashboard.keyed import Keyed
from loaders.tables import FOLDER, TableError, Tables, read_tables

FOLDER_VARIABLE = "SCO_TABLES"  # another folder of tables, for trials and tests
_log = logging.getLogger(__name__)
_last_good: dict[Path, Tables] = {}


def current() -> Tables:
    """The tables as they stand now. While a folder is being rewritten the last whole state goes on being shown.

    Raises TableError if the folder never held tables that fit the contract.
    """
    folder = Path(os.environ.get(FOLDER_VARIABLE) or FOLDER)
    try:
        _last_good[folder] = _read(folder, _state(folder))
    except TableError:
        if folder not in _last_good:
            raise
        _log.exception("The tables in %s cannot be read; the last good state is shown", folder)
    return _last_good[folder]


def known_after(tables: Tables, briefing_id: str) -> Tables:
    """The tables as of a briefing, see `asof.known_after`; computed once for each version of the data."""
    return _known_after(Keyed(tables, tables.version), briefing_id) if briefing_id else tables


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells that a file was written anew: name, time and size of each."""
    found = sorted(folder.glob("*.csv"))
    return tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in found)


@lru_cache(maxsize=2)
def _read(folder: Path, _state: tuple[tuple[str, int, int], ...]) -> Tables:
    return read_tables(folder)


@lru_cache(maxsize=32)
def _known_after(tables: Keyed[Tables], briefing_id: str) -> Tables:
    return asof.known_after(tables.value, briefing_id)
