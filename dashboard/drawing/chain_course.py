"""How a chain goes on: which telling changes its date or its place, and which one stands at the end. Knows no language."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

_FEW_DAYS = 10
CURRENT, REPLACED, TOLD = "current", "replaced", "told"


@dataclass(frozen=True, slots=True)
class Telling:
    """What one telling says of date and place. `cities` are ids of venues smaller than a country, `countries` codes of all."""

    start: pd.Timestamp
    end: pd.Timestamp
    is_exact: bool
    status: str
    cities: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    is_online: bool = False

    @property
    def has_place(self) -> bool:
        return bool(self.cities or self.countries or self.is_online)


@dataclass(slots=True)
class Step:
    """What a telling is in its chain.

    `change`: first, same, exact (lies within the date told before), vague (holds it), wider (the same few days and more),
    moved, earlier (tells an old date once more). `shift`: days from the standing date to a new one, counted from the end of
    a vague one. `place_from`: the place in the chain of the telling whose place this one changes, -1 if it does not.
    `standing`: whether its date is the chain's last word (current), was moved (replaced), or neither (told).
    """

    change: str = "first"
    shift: int | None = None
    place_from: int = -1
    standing: str = field(default=TOLD)


def course(tellings: Sequence[Telling]) -> list[Step]:
    """One step a telling, in their order; a date that is only made more exact, or looked back to, is no move."""
    steps: list[Step] = []
    date = place = -1  # the tellings whose date and place stand
    for number, telling in enumerate(tellings):
        step = Step()
        if date >= 0:
            step.change = _change(tellings[date], telling)
            step.shift = days_between(tellings[date], telling) if step.change == "moved" else None
        is_told_held = step.change == "wider" and telling.status == "occurred" != tellings[date].status
        if step.change in ("first", "exact", "moved") or is_told_held:
            if step.change == "moved":
                steps[date].standing = REPLACED
            date = number
        if telling.has_place and step.change != "earlier":
            if place >= 0 and is_elsewhere(tellings[place], telling):
                step.place_from = place
            if place < 0 or step.place_from >= 0 or len(telling.cities) > len(tellings[place].cities):
                place = number
        steps.append(step)
    if steps:
        steps[date].standing = CURRENT
    return steps


def days_between(before: Telling, after: Telling) -> int:
    """Days from one date to another: between their starts, from the near end of a vague one."""
    if before.is_exact:
        return int((after.start - before.start).days)
    return int((after.start - before.end).days if after.start > before.end else (after.end - before.start).days)


def is_elsewhere(before: Telling, after: Telling) -> bool:
    """Whether two places cannot be one: a state and a city in it can, and what is partly online also has a place."""
    only_online = [telling.is_online and not telling.countries for telling in (before, after)]
    if any(only_online):
        return not all(only_online)
    if before.cities and after.cities:
        return not before.cities & after.cities
    return not before.countries & after.countries


def _change(standing: Telling, telling: Telling) -> str:
    if (telling.start, telling.end) == (standing.start, standing.end):
        return "same"
    if standing.start <= telling.start and telling.end <= standing.end:
        return "exact"
    if telling.start <= standing.start and standing.end <= telling.end:
        return "wider" if telling.is_exact and (telling.end - telling.start).days <= _FEW_DAYS else "vague"
    is_old = telling.status in ("postponed", "cancelled") and telling.end < standing.start
    return "earlier" if is_old else "moved"
