"""Whether pages are being made at this moment, so that work nobody waits for can wait itself. Knows no Streamlit."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

_lock = Lock()
_running = 0
_changed = monotonic()


@contextmanager
def working() -> Iterator[None]:
    """Around the making of a page."""
    _count(1)
    try:
        yield
    finally:
        _count(-1)


def quiet_for() -> float:
    """Seconds since the last page was finished, or since the start; 0 while one is made."""
    with _lock:
        return 0.0 if _running else monotonic() - _changed


def _count(change: int) -> None:
    global _running, _changed
    with _lock:
        _running += change
        _changed = monotonic()
