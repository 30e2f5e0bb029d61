"""How the times of two tellings relate: the same, more exact, moved, or of another event."""

from loaders.chains.tellings import Telling

SAME, OVERLAP, WITHIN, MOVED = "same-date", "overlap", "within", "moved"
_FAR = 400  # days; what is put off for longer is another event


def relation(earlier: Telling, later: Telling) -> str:
    """How the times of two tellings relate, the one told first first; '' where they cannot be of one event.

    Both to the day: equal or overlapping. Else the one must touch the other's period. What took place at another time is
    another event, unless it was announced and then moved.
    """
    if (earlier.start, earlier.end) == (later.start, later.end):
        return SAME
    if earlier.start <= later.end and later.start <= earlier.end:
        return OVERLAP if earlier.is_exact and later.is_exact else WITHIN
    return MOVED if _may_be_moved(earlier, later) else ""


def _may_be_moved(earlier: Telling, later: Telling) -> bool:
    """An announcement's new date lies later in the same year; where words say that it was put off, also before or in the next.

    'Originally planned for May' tells an old date after the new one.
    """
    if later.status == "postponed" and 0 < (earlier.start - later.end).days <= _FAR:
        return True
    if not earlier.is_announced or (earlier.briefing_id == later.briefing_id and not later.is_announced):
        return False
    is_put_off = "postponed" in (earlier.status, later.status)
    gap = (later.start - earlier.end).days
    if gap > 0:
        return gap <= _FAR and (is_put_off or earlier.start.year == later.start.year == earlier.end.year)
    return is_put_off and (earlier.start - later.end).days <= _FAR
