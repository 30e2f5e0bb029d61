"""Whether two tellings can be one event, and what speaks for it: the rules of identity, strongest first."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.chains.belonging import DEEDS
from loaders.chains.contradiction import contradict, in_order
from loaders.chains.series import ACTS
from loaders.chains.tellings import Telling
from loaders.chains.times import MOVED, OVERLAP, SAME, WITHIN, relation
from loaders.chains.words import has_year

# Sums of the rarity (0 to 1) of the words that two tellings share.
_SOME, _ALIKE, _MOSTLY, _RARE, _VERY_RARE, _SURELY = 0.5, 1.0, 1.3, 2.0, 2.6, 3.1
_COMPOUND = 7  # letters of a word that may be the first part of another
_COVERED = 0.6  # this share of the words of the shorter one
_SELDOM = 2  # times a year up to which a month or a day alone points to one event of a series


@dataclass(frozen=True, slots=True)
class Link:
    """Why two tellings are one event. `reasons` pair a rule (`chain_rules.csv`) with the ids or words it found."""

    strength: float
    earlier: Telling
    later: Telling
    reasons: tuple[tuple[str, tuple[str, ...]], ...]


def link(one: Telling, other: Telling, rarity: Mapping[str, float]) -> Link | None:
    """What links two tellings; None where too little does, or something parts them. `rarity` weighs stems, 0 to 1."""
    earlier, later = in_order(one, other)
    if later.continues == earlier.event_id:
        return Link(6.0, earlier, later, (("new-date", ()),))
    if contradict(earlier, later):
        return None
    pair = _Pair(earlier, later, relation(earlier, later), rarity)
    for rule, strength in (("name", pair.by_name()), ("series", pair.by_series()), ("", pair.by_subject())):
        if strength:
            return Link(strength + pair.extra(), earlier, later, pair.reasons(rule))
    return None


class _Pair:
    """Two tellings that nothing parts, with what they share. The rules give a strength, 0 where they do not hold."""

    def __init__(self, earlier: Telling, later: Telling, when: str, rarity: Mapping[str, float]) -> None:
        self.earlier, self.later, self.when = earlier, later, when
        shared = _shared(earlier.words, later.words)
        self.words = sorted(shared, key=lambda stem: (-rarity[stem], stem))
        self.alike = sum(rarity[stem] for stem in shared)
        shorter = min(sum(rarity[stem] for stem in telling.words) for telling in (earlier, later))
        self.covered = self.alike / max(1.0, shorter)
        self.cities = earlier.cities & later.cities
        self.persons = earlier.persons & later.persons
        self.names = {name for name in earlier.names if name in later.names or name in later.text}
        self.names |= {name for name in later.names if name in earlier.text}
        self.same_type = earlier.event_type == later.event_type

    def by_name(self) -> float:
        """The same proper name; one without a year names an event each time, so only at the same time or announced for it."""
        if any(map(has_year, self.names)):
            return 5.0
        is_timely = self.when in (SAME, OVERLAP) or (self.when == WITHIN and self.earlier.is_announced)
        return 5.0 if self.names and is_timely else 0.0

    def by_series(self) -> float:
        """The same recurring event: by its number, its day, or, if it seldom takes place, its month or year."""
        earlier, later, when = self.earlier, self.later, self.when
        series = earlier.series
        if series is None or series != later.series or series.series_id in ACTS:
            return 0.0
        strength = 4.0 + 0.3 * (earlier.is_own + later.is_own)
        is_seldom = series.per_year <= _SELDOM
        if earlier.ordinal > 1 and earlier.ordinal == later.ordinal:
            return strength + 0.5
        if when in (SAME, OVERLAP) and (earlier.is_exact or is_seldom):
            return strength if is_seldom or self.cities or self.alike >= _RARE else 0.0
        if series.per_year == 1:
            return strength - (1.0 if when == MOVED else 0.4) - 0.3 * self.is_elsewhere
        if when != WITHIN:
            return 0.0
        if is_seldom and not self.is_elsewhere:
            return strength - 0.6
        return strength - 0.8 if self.cities and self.alike >= _RARE else 0.0

    def by_subject(self) -> float:
        """Events of no series: the same days, or the announced time, with kind, place and rare words in common."""
        earlier, later = self.earlier, self.later
        if earlier.series and later.series and earlier.series != later.series and (earlier.is_own or later.is_own):
            return 0.0
        if self.when in (SAME, OVERLAP) and earlier.is_exact and later.is_exact:
            is_deed = {earlier.event_type, later.event_type} & DEEDS
            return 3.0 if (self.is_same_deed() if is_deed else self.is_same_meeting()) else 0.0
        if not self.same_type or self.is_elsewhere:
            return 0.0
        if self.when == MOVED:
            least = _ALIKE if earlier.event_type == "exercise" else _SURELY
            return 1.5 if self.cities and self.alike >= least else 0.0
        if self.cities and earlier.event_type == "exercise" and earlier.is_announced:
            return 2.0
        return 2.0 if self.alike >= _VERY_RARE or (self.alike >= _MOSTLY and self.covered >= _COVERED) else 0.0

    def is_same_deed(self) -> bool:
        """Of documents and decisions of one day, many at a summit, only those on one subject are the same."""
        earlier, later = self.earlier, self.later
        if not self.same_type:
            return False
        if earlier.event_type == "appointment":
            return bool(self.persons) or not (earlier.persons and later.persons)
        if earlier.event_type == "chairmanship":
            return bool(earlier.concerned & later.concerned)
        is_of_one_body = bool(earlier.actors & later.actors) and self.alike >= _SOME
        return self.alike >= _RARE or earlier.event_type == "resolution" or is_of_one_body

    def is_same_meeting(self) -> bool:
        """Meetings of the same days: in one city and of one kind, or with rare words in common."""
        earlier, later = self.earlier, self.later
        is_several_days = self.when == SAME and earlier.start < earlier.end
        is_of_one_kind = self.same_type or "other" in (earlier.event_type, later.event_type)
        if self.cities and is_several_days and (is_of_one_kind or self.alike >= _SOME):
            return True
        of_one_subject = earlier.event_type in ("summit", "ministerial") and bool(earlier.topics & later.topics)
        if self.cities and self.same_type and (self.alike >= _ALIKE or of_one_subject):
            return True
        return self.alike >= _VERY_RARE or (self.same_type and _looks_far_back(earlier) and _looks_far_back(later))

    @property
    def is_elsewhere(self) -> bool:
        one, other = self.earlier, self.later
        if one.cities and other.cities:
            return not self.cities
        return bool(one.countries and other.countries) and not one.countries & other.countries

    def extra(self) -> float:
        """What decides between links by one rule: place, words, the same date, the event that a section is about."""
        is_main = self.earlier.is_main or self.later.is_main
        return 0.2 * bool(self.cities) + 0.05 * min(4.0, self.alike) + 0.1 * (self.when == SAME) + 0.1 * is_main

    def reasons(self, rule: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        earlier, later = self.earlier, self.later
        found: list[tuple[str, tuple[str, ...]]] = []
        if rule == "name":
            printed = {**earlier.names, **later.names}
            found.append(("name", tuple(sorted(printed[name] for name in self.names))))
        if rule == "series" and earlier.series:
            found.append(("series", (earlier.series.series_id,)))
            if earlier.ordinal > 1 and earlier.ordinal == later.ordinal:
                found.append(("number", (str(earlier.ordinal),)))
            if earlier.series.keyed_by == "country":
                found.append(("country", tuple(sorted(earlier.key & later.key))))
        found.append((self.when, ()))
        found += [("place", tuple(sorted(self.cities)))] if self.cities else []
        found += [("actors", tuple(sorted(self.persons)))] if self.persons else []
        if not rule and self.words:
            found.append(("words", tuple(later.words[stem] for stem in self.words[:3])))
        return tuple(found)


def _shared(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    """The stems of the second text that the first has too, or that are compounds of one another: Fischerei, Fischereiseminar."""
    same = one.keys() & other.keys()
    long = [stem for stem in one if len(stem) >= _COMPOUND and stem not in same]
    compounds = {
        stem
        for stem in other.keys() - same
        if len(stem) >= _COMPOUND and any(stem.startswith(part) or part.startswith(stem) for part in long)
    }
    return same | compounds


def _looks_far_back(telling: Telling) -> bool:
    """Whether the briefing tells of something more than a year before its quarter."""
    return telling.end.year + 1 < int(telling.quarter[:4])
