"""Chains: the same event told in several briefings (announced, confirmed, moved, held), and announcements nobody came back to.

Precision before recall: two events are linked only where time, kind, place and words all agree with being one and the same,
and where no other event of that briefing agrees better. Every link says what it rests on.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import snowballstemmer

from loaders.rows import Rows

_ANNOUNCED = frozenset({"planned", "postponed", "cancelled"})
# Kinds that a later briefing may call by the other name.
_KIN = (
    {"summit", "ministerial", "meeting"},
    {"conference", "meeting", "ceremony", "launch"},
    {"document", "membership", "chairmanship"},
)
_LEAST = 4.0  # below this score two events stay apart
_WORD = re.compile(r"[^\W\d_]{4,}|\d+(?=\.\s[A-ZÄÖÜ])")


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as far as chains need it."""

    event_id: str
    briefing_id: str
    quarter: str
    start: date
    end: date
    precision: str
    status: str
    event_type: str
    title: str
    venues: frozenset[str]
    countries: frozenset[str]
    actors: frozenset[str]
    topics: frozenset[str]
    words: frozenset[str]


def link_chains(rows: Rows) -> tuple[list[dict[str, object]], dict[str, str]]:
    """The rows of the table `chains`, and which chain each linked event belongs to."""
    tellings = _tellings(rows)
    rarity = _rarity(tellings)
    chains: list[list[tuple[Telling, str]]] = []
    for briefing_id in sorted({telling.briefing_id for telling in tellings}):
        told = [telling for telling in tellings if telling.briefing_id == briefing_id]
        _extend(chains, told, rarity)
    kept = [chain for chain in chains if _is_worth(chain)]
    last = max((telling.quarter for telling in tellings), default="")
    members = {telling.event_id: _chain_id(chain) for chain in kept for telling, _ in chain}
    return [_chain_row(chain, last) for chain in kept], members


def _extend(chains: list[list[tuple[Telling, str]]], told: Iterable[Telling], rarity: Mapping[str, float]) -> None:
    """Adds one briefing's events to the chains, the surest links first; what fits none begins a chain of its own."""
    ranked = sorted(
        ((*_score(chain[-1][0], telling, rarity), number, telling) for number, chain in enumerate(chains) for telling in told),
        key=lambda link: (-link[0], link[2], link[3].event_id),
    )
    taken, grown = set(), set()
    for score, reason, number, telling in ranked:
        if score >= _LEAST and telling.event_id not in taken and number not in grown:
            chains[number].append((telling, reason))
            taken.add(telling.event_id)
            grown.add(number)
    chains.extend([(telling, "")] for telling in told if telling.event_id not in taken)


def _score(earlier: Telling, later: Telling, rarity: Mapping[str, float]) -> tuple[float, str]:
    """How surely two tellings are one event, and what that rests on; 0 where something contradicts it."""
    when, shared_time = _time_score(earlier, later)
    kind = _kind_score(earlier, later)
    where, shared_place = _place_score(earlier, later)
    if when <= 0 or kind <= 0 or where < 0:
        return 0.0, ""
    words = earlier.words & later.words
    alike = sum(rarity[word] for word in words) / max(1.0, min(_weight(earlier, rarity), _weight(later, rarity)))
    if alike < 0.12:
        return 0.0, ""
    actors = earlier.actors & later.actors
    reasons = [shared_time, shared_place, *(["type"] if earlier.event_type == later.event_type else [])]
    reasons += [f"actors {', '.join(sorted(actors))}"] if actors else []
    reasons += [f"words {', '.join(sorted(words, key=lambda word: (-rarity[word], word))[:4])}"] if words else []
    score = when + kind + where + 4 * alike + 0.5 * min(2, len(actors)) + 0.5 * bool(earlier.topics & later.topics)
    return score, "; ".join(filter(None, reasons))


def _time_score(earlier: Telling, later: Telling) -> tuple[float, str]:
    if (earlier.start, earlier.end) == (later.start, later.end):
        return (2.0 if later.precision == "day" else 1.0), f"same date {later.start}"
    overlap = earlier.start <= later.end and later.start <= earlier.end
    if overlap and earlier.status in _ANNOUNCED:
        exact = earlier.precision == "day" and later.precision == "day"
        return (1.5 if exact else 1.0), f"date {later.start} within what was announced"
    if earlier.status in {"planned", "postponed"} and 0 < (later.start - earlier.end).days <= 400:
        return 0.3, f"moved from {earlier.start} to {later.start}"
    if overlap and earlier.precision == "day" == later.precision and earlier.status == later.status == "occurred":
        return 0.5, f"overlapping dates {later.start}"
    return 0.0, ""


def _kind_score(earlier: Telling, later: Telling) -> float:
    if earlier.event_type == later.event_type:
        return 1.0
    return 0.3 if any({earlier.event_type, later.event_type} <= kin for kin in _KIN) else 0.0


def _place_score(earlier: Telling, later: Telling) -> tuple[float, str]:
    shared = earlier.venues & later.venues
    if shared:
        return 1.5, f"venue {', '.join(sorted(shared))}"
    if not earlier.venues or not later.venues:
        return 0.0, ""
    if earlier.countries & later.countries:
        return 0.3, f"same country {', '.join(sorted(earlier.countries & later.countries))}"
    return (-0.5 if earlier.status in _ANNOUNCED else -1.0), ""


def _is_worth(chain: list[tuple[Telling, str]]) -> bool:
    return len(chain) > 1 or chain[0][0].status in _ANNOUNCED


def _chain_row(chain: list[tuple[Telling, str]], last_quarter: str) -> dict[str, object]:
    first, latest = chain[0][0], chain[-1][0]
    return {
        "chain_id": _chain_id(chain),
        "title": first.title,
        "first_announced": first.briefing_id,
        "outcome": _outcome(latest, last_quarter),
        "reason": " | ".join(f"{telling.event_id}: {reason}" for telling, reason in chain[1:]) or "told of once",
    }


def _outcome(latest: Telling, last_quarter: str) -> str:
    if latest.status == "planned":
        return "open" if latest.end > _quarter_end(last_quarter) else "silent"
    return {"occurred": "held", "postponed": "moved", "cancelled": "cancelled"}[latest.status]


def _chain_id(chain: list[tuple[Telling, str]]) -> str:
    return f"c-{chain[0][0].event_id}"


def _quarter_end(quarter: str) -> date:
    year, number = int(quarter[:4]), int(quarter[-1])
    return date(year, 3 * number, 31 if number in (1, 4) else 30)


def _tellings(rows: Rows) -> list[Telling]:
    quarters = {row["briefing_id"]: str(row["quarter"]) for row in rows["briefings"]}
    codes = {row["place_id"]: str(row["country_code"]) for row in rows["places"]}
    venues, actors, topics = defaultdict(set), defaultdict(set), defaultdict(set)
    for row in rows["event_places"]:
        if row["role"] == "venue":
            venues[row["event_id"]].add(str(row["place_id"]))
    for row in rows["event_actors"]:
        actors[row["event_id"]].add(str(row["actor_id"]))
    for row in rows["event_topics"]:
        topics[row["event_id"]].add(str(row["topic_id"]))
    return [
        Telling(
            str(row["event_id"]), str(row["briefing_id"]), quarters[row["briefing_id"]],
            date.fromisoformat(str(row["date_start"])), date.fromisoformat(str(row["date_end"])),
            str(row["date_precision"]), str(row["status"]), str(row["event_type"]), str(row["title"]),
            frozenset(venues[row["event_id"]]), frozenset(filter(None, (codes.get(place) for place in venues[row["event_id"]]))),
            frozenset(actors[row["event_id"]]), frozenset(topics[row["event_id"]]),
            frozenset(_stems(f"{row['title']} {row['passage']}")),
        )
        for row in rows["events"]
    ]  # fmt: skip


def _rarity(tellings: list[Telling]) -> dict[str, float]:
    counts = Counter(word for telling in tellings for word in telling.words)
    return {word: math.log((1 + len(tellings)) / count) for word, count in counts.items()}


def _weight(telling: Telling, rarity: Mapping[str, float]) -> float:
    return sum(rarity[word] for word in telling.words)


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text)}


@cache
def _stem(word: str) -> str:
    return snowballstemmer.stemmer("german").stemWord(word.casefold())
