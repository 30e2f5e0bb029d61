"""Measures the chains against an annotated set: `python -m tests.measure_chains [TABLES]` prints precision, recall, what differs.

`tests/gold/chains.csv` (chain, briefing_id, event_no, is_core) names events of the gold annotation that are one and the same,
complete over its 20 quarters. A link is a pair of events in one chain. Recall counts the pairs of core events; precision the
pairs that the loaders make among all annotated events: one that is listed in no chain is linked with nothing. An event with
is_core 0 may be in its chain or out of it; one of the chain `*` tells of several events at once and is not judged.
The halves part by the later event of a pair. The rules were first written for 2020 to 2022, but errors of both halves were
looked at since: what they do to texts never seen is tested with other organisations' briefings (`loaders/test_chains.py`).
"""

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from loaders.tables import FOLDER, Tables, read_tables
from tests.measure import GOLD, Score, found_events, gold_events, pairs

SECOND_HALF = "2023"


@dataclass(frozen=True, slots=True)
class Judged:
    """One annotated event that the loaders found: `chain` is the annotated one ('' none), `ours` the loaders'."""

    event_id: str
    chain: str
    is_core: bool
    ours: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of some links, with the pairs missed and the pairs that are wrong."""

    score: Score
    missed: tuple[tuple[Judged, Judged], ...]
    wrong: tuple[tuple[Judged, Judged], ...]


def annotated() -> dict[str, tuple[str, bool]]:
    """Gold event id to chain and whether it must be in it."""
    with (GOLD / "chains.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {f"{row['briefing_id']}-{row['event_no']}": (row["chain"], row["is_core"] == "1") for row in rows}


def judged(tables: Tables) -> list[Judged]:
    """The annotated events that the loaders found, in order; those not judged are left out."""
    chains = annotated()
    ours = dict(zip(tables["events"]["event_id"], tables["events"]["chain_id"], strict=True))
    found = []
    for gold, told in pairs(gold_events(), found_events(tables)):
        chain, is_core = chains.get(gold.event_id, ("", False))
        if chain != "*":
            found.append(Judged(told.event_id, chain, is_core, ours[told.event_id]))
    return sorted(found, key=lambda event: event.event_id)


def verdict(events: Iterable[Judged], first: str = "", last: str = "9") -> Verdict:
    """Judges the pairs whose later event is told in a year from `first` to before `last`."""
    hits, missed, wrong = 0, [], []
    for one, other in combinations(sorted(events, key=lambda event: event.event_id), 2):
        if not first <= other.event_id[:4] < last:
            continue
        linked = bool(one.ours) and one.ours == other.ours
        same = bool(one.chain) and one.chain == other.chain
        core = one.is_core and other.is_core
        hits += linked and same and core
        if same and core and not linked:
            missed.append((one, other))
        elif linked and not same:
            wrong.append((one, other))
    return Verdict(Score("chains", hits, hits + len(wrong), hits + len(missed)), tuple(missed), tuple(wrong))


def wanted_pairs() -> int:
    """Core pairs of the annotation, whether the loaders found both events or not."""
    chains = [chain for chain, is_core in annotated().values() if is_core]
    return sum(one == other for one, other in combinations(chains, 2))


def report(tables: Tables) -> str:
    """The figures of all links and of both halves, then the pairs that differ."""
    events = judged(tables)
    titles = dict(zip(tables["events"]["event_id"], tables["events"]["title"], strict=True))
    parts = {"all": verdict(events), "to 2022": verdict(events, last=SECOND_HALF), "2023 on": verdict(events, SECOND_HALF)}
    lines = [
        f"{name:8} precision {part.score.precision:.3f}  recall {part.score.recall:.3f}"
        f"  ({part.score.hits} right, {len(part.wrong)} wrong, {len(part.missed)} missed)"
        for name, part in parts.items()
    ]
    lost = wanted_pairs() - parts["all"].score.wanted
    lines.append(f"{lost} further pairs have an event that was not found at all")
    for name in ("missed", "wrong"):
        lines.append(f"{name}:")
        for one, other in getattr(parts["all"], name):
            lines.append(f"  {one.chain} / {other.chain}: {one.event_id} {titles[one.event_id][:60]}")
            lines.append(f"      {other.event_id} {titles[other.event_id][:60]}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(read_tables(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)))
