"""Joins tellings into chains: the surest links first, and never two tellings that contradict each other."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from loaders.chains.compare import Link, link
from loaders.chains.contradiction import contradict
from loaders.chains.state import is_chain
from loaders.chains.tellings import Telling

_SMALL = 200  # events; fewer say nothing about how rare a word is
_OFTEN = 4  # a word of that many events still is a rare one
_CROWD = 60  # a clue that more tellings share leads to no pairs


@dataclass(frozen=True, slots=True)
class Chain:
    """One event: its tellings in order of briefing and text, and for each but the first the link that speaks loudest for it."""

    tellings: tuple[Telling, ...]
    links: tuple[tuple[Telling, Link], ...] = ()


def chains_of(told: Sequence[Telling]) -> list[Chain]:
    """All chains: events told in two briefings or more, and announcements; in order of their first telling."""
    rarity = _rarity(told)
    links = sorted(filter(None, (link(one, other, rarity) for one, other in _pairs(told))), key=_surest)
    order = {telling.event_id: number for number, telling in enumerate(told)}
    chains = []
    for members in _merged(told, links):
        members.sort(key=lambda telling: order[telling.event_id])
        if is_chain([(telling.quarter, telling.status) for telling in members]):
            chains.append(Chain(tuple(members), tuple(_links_of(members, links))))
    return sorted(chains, key=lambda chain: order[chain.tellings[0].event_id])


def _merged(told: Sequence[Telling], links: Sequence[Link]) -> list[list[Telling]]:
    home: dict[str, list[Telling]] = {telling.event_id: [telling] for telling in told}
    for found in links:
        first, second = home[found.earlier.event_id], home[found.later.event_id]
        if first is second or any(contradict(one, other) for one in first for other in second):
            continue
        first.extend(second)
        home |= dict.fromkeys((telling.event_id for telling in second), first)
    return list({id(members): members for members in home.values()}.values())


def _links_of(members: Sequence[Telling], links: Sequence[Link]) -> Iterator[tuple[Telling, Link]]:
    """For each telling but the first its surest link with one told before it, else with one told after it."""
    place = {telling.event_id: number for number, telling in enumerate(members)}
    inside = [found for found in links if found.earlier.event_id in place and found.later.event_id in place]
    for telling in members[1:]:
        back = next((found for found in inside if found.later is telling), None)
        found = back or next((found for found in inside if found.earlier is telling), None)
        if found:
            yield telling, found


def _surest(found: Link) -> tuple[float, int, str, str]:
    distance = abs((found.earlier.start - found.later.start).days)
    return -found.strength, distance, found.later.event_id, found.earlier.event_id


def _pairs(told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs that share a clue strong enough to be worth comparing, each once."""
    by_clue: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, telling in enumerate(told):
        for clue in _clues(telling):
            by_clue[clue].append(number)
    seen = {pair for sharing in by_clue.values() if len(sharing) <= _CROWD for pair in combinations(sharing, 2)}
    for one, other in sorted(seen):
        yield told[one], told[other]


def _clues(telling: Telling) -> Iterator[tuple[str, str]]:
    yield "sentence", telling.continues or telling.event_id
    yield "day", telling.start.isoformat()
    for year in range(telling.start.year, telling.end.year + 2):  # one more: what is put off into the next year
        if telling.series:
            yield "series", f"{telling.series.series_id} {year}"
    for name in telling.names:
        yield "name", name
    for kind, values in (("city", telling.cities), ("word", telling.words)):
        for value in values:
            yield kind, f"{value} {telling.start.year}"


def _rarity(told: Sequence[Telling]) -> Mapping[str, float]:
    """How much a word tells, 0 to 1: 1 for words of at most four events, less the more events use it."""
    counts = Counter(stem for telling in told for stem in telling.words)
    total = max(_SMALL, len(told))
    scale = math.log(total / _OFTEN)
    return {stem: min(1.0, math.log(total / count) / scale) for stem, count in counts.items()}
