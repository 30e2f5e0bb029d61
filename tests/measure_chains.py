"""Measures the chains against an annotated set: `python -m tests.measure_chains` prints recall, precision and what differs.

`tests/gold/chains.csv` (chain, briefing_id, event_no, is_core) names events of the gold annotation that are one and the same.
A link is a pair of events of one chain. Recall counts pairs of core events; precision counts the pairs that the loaders make
among all annotated events, where a pair of two different annotated chains is wrong and an event with is_core 0 may be in or out.
"""

import csv
from collections import defaultdict
from itertools import combinations

from loaders.tables import Tables, read_tables
from tests.measure import GOLD, Score, found_events, gold_events, pairs


def annotated() -> dict[tuple[str, str], tuple[str, bool]]:
    """(briefing_id, event_no) to chain and whether it must be in it."""
    with (GOLD / "chains.csv").open(encoding="utf-8", newline="") as file:
        return {(row["briefing_id"], row["event_no"]): (row["chain"], row["is_core"] == "1") for row in csv.DictReader(file)}


def chain_score(tables: Tables) -> tuple[Score, list[str], list[str]]:
    """Precision and recall of links over the annotated events, then the links missed and the links that are wrong."""
    matched = {gold.event_id: found.event_id for gold, found in pairs(gold_events(), found_events(tables))}
    ours = dict(zip(tables["events"]["event_id"], tables["events"]["chain_id"], strict=True))
    events = []
    for (briefing_id, number), (chain, is_core) in annotated().items():
        found = matched.get(f"{briefing_id}-{number}")
        if found:
            events.append((chain, is_core, found, ours[found]))
    hits, missed, wrong = 0, [], []
    for (chain, core, one, mine), (other_chain, other_core, other, theirs) in combinations(events, 2):
        linked = bool(mine) and mine == theirs
        if chain == other_chain:
            hits += linked and core and other_core
            if core and other_core and not linked:
                missed.append(f"{chain}: {one} – {other}")
        elif linked:
            wrong.append(f"{chain} / {other_chain}: {one} – {other}")
    return Score("chains", hits, hits + len(wrong), hits + len(missed)), missed, wrong


def unannotated_links(tables: Tables) -> list[str]:
    """Chains of two events and more that hold no annotated event: to be read by a person."""
    known = set()
    matched = {gold.event_id: found.event_id for gold, found in pairs(gold_events(), found_events(tables))}
    for briefing_id, number in annotated():
        known.add(matched.get(f"{briefing_id}-{number}"))
    chains = defaultdict(list)
    for row in tables["events"].itertuples():
        if row.chain_id:
            chains[row.chain_id].append(row)
    return [
        f"{chain}: " + " | ".join(f"{row.event_id} {row.date_start.date()} {row.status} {row.title}" for row in rows)
        for chain, rows in chains.items()
        if len(rows) > 1 and not known & {row.event_id for row in rows}
    ]


if __name__ == "__main__":
    loaded = read_tables()
    score, missed, wrong = chain_score(loaded)
    print(f"links: precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f} of {score.wanted}")
    print("missed:", *missed, sep="\n  ")
    print("wrong:", *wrong, sep="\n  ")
    print("not annotated:", *unannotated_links(loaded), sep="\n  ")
