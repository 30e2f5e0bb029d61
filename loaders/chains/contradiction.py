"""What says that two tellings are of two events."""

from loaders.chains.tellings import Telling
from loaders.chains.times import relation
from loaders.chains.words import has_year

# Kinds that one event may be called by in two briefings.
_GROUPS = (
    frozenset({"summit", "ministerial", "meeting", "conference", "ceremony", "launch", "other"}),
    frozenset({"document", "resolution", "membership", "chairmanship", "appointment", "other", "launch"}),
    frozenset({"exercise", "other", "meeting"}),
    frozenset({"mission", "other"}),
)


def contradict(one: Telling, other: Telling) -> bool:
    """Whether something says that two tellings are of two events."""
    earlier, later = in_order(one, other)
    if later.continues == earlier.event_id:
        return False
    same_series = earlier.series is not None and earlier.series == later.series
    if earlier.series and later.series and not same_series and earlier.is_own and later.is_own:
        return True
    if earlier.bodies != later.bodies and (same_series or (earlier.bodies and later.bodies)):
        return True
    if earlier.ordinal > 1 and later.ordinal > 1 and earlier.ordinal != later.ordinal:
        return True
    if not same_series and not _one_group(earlier, later):
        return True
    if same_series and _is_keyed(earlier) and not earlier.key & later.key:
        return True
    if not same_series and _both_held_elsewhere(earlier, later):
        return True
    if _is_named(earlier) and _is_named(later) and not earlier.names.keys() & later.names.keys():
        return True
    return not relation(earlier, later)


def in_order(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    """The one told earlier first."""
    return (one, other) if (one.quarter, one.event_id) <= (other.quarter, other.event_id) else (other, one)


def _both_held_elsewhere(one: Telling, other: Telling) -> bool:
    is_held = one.status == other.status == "occurred"
    return is_held and bool(one.cities and other.cities) and not one.cities & other.cities


def _is_keyed(telling: Telling) -> bool:
    return telling.series is not None and telling.series.keyed_by in ("country", "person", "place")


def _is_named(telling: Telling) -> bool:
    return any(map(has_year, telling.names))


def _one_group(one: Telling, other: Telling) -> bool:
    return any({one.event_type, other.event_type} <= group for group in _GROUPS)
