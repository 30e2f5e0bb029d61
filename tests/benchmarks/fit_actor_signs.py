"""Fits the weights of `data/vocabularies/actor_signs.csv` to annotated briefings.

`python -m tests.benchmarks.fit_actor_signs [--write]` prints how well weights fitted on some texts choose the actors of others:
over folds of whole texts, of which each holds some of the bundled quarters and of the briefings by other hands that were read
while rules were made (`tests/other_hands/`). `--write` stores the weights fitted on all. An event counts if the dates of the
text give its interval; actors count by any name of the vocabulary, a capital as its state.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from loaders.actors.acting import candidates
from loaders.actors.mention import ActorMention
from loaders.actors.mentions import find_actors
from loaders.actors.names import actor_names, name_key
from loaders.dates import DateContext, read_dates
from loaders.document import Briefing, Section
from loaders.main_events import main_passages
from loaders.passage import Passage, split_passages
from loaders.readers import read_briefing
from loaders.titles import from_heading
from loaders.vocabulary import FOLDER, default
from tests.measure import UNREAD, sets_of_other_hands

ROOT = Path(__file__).resolve().parents[2]
SIGNS = FOLDER / "actor_signs.csv"
GOLD = ROOT / "tests" / "gold"
# A sign must be seen so often; the penalty on large weights; the score from which an actor is taken, best for F1.
FEWEST, PENALTY, LIMIT = 14, 2.0, -0.3
# What an event of a briefing by another hand counts: there are few, and their style differs more.
OTHERS = 1.5
FOLDS = 8
# Newton's method is done when no weight moves by more; it never needs so many steps.
STEPS, DONE = 30, 1e-4

Weights = dict[str, float]


@dataclass(frozen=True)
class Case:
    """One annotated event: its text, the actors annotated, the signs of every candidate, and how much it counts."""

    text: str
    wanted: frozenset[str]
    signs: dict[str, set[str]]
    counts: float = 1.0


def cases(folder: Path = ROOT / "data" / "briefings", gold: Path = GOLD, counts: float = 1.0) -> list[Case]:
    """The annotated events whose interval the dates of their section give."""
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in (".md", ".txt")]
    return [
        replace(case, text=f"{folder}/{case.text}", counts=counts)
        for path in paths
        for case in _of_briefing(read_briefing(path), gold)
    ]


def fit(training: Sequence[Case]) -> Weights:
    """Logistic regression by Newton's method."""
    rows = [(signs, actor in case.wanted, case.counts) for case in training for actor, signs in case.signs.items()]
    counts = Counter(sign for signs, *_ in rows for sign in signs)
    names = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    place = {sign: number for number, sign in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1
    for number, (signs, *_) in enumerate(rows):
        matrix[number, [place[sign] for sign in signs if sign in place]] = 1
    taken = np.array([right for _, right, _ in rows], float)
    share = np.array([count for *_, count in rows])
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        curve = (matrix * (share * chance * (1 - chance))[:, None]).T @ matrix + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(curve, matrix.T @ (share * (chance - taken)) + PENALTY * weights)
        weights -= step
        if np.abs(step).max() < DONE:
            break
    return {**dict(zip(names, map(float, weights), strict=False)), "always": float(weights[-1]) - LIMIT}


def figures(tested: Sequence[Case], weights: Weights) -> tuple[int, int, int]:
    """Actors right, chosen, wanted."""
    chosen = [
        (
            {a for a, signs in case.signs.items() if weights["always"] + sum(weights.get(sign, 0.0) for sign in signs) > 0},
            case.wanted,
        )
        for case in tested
    ]
    return sum(len(a & b) for a, b in chosen), sum(len(a) for a, _ in chosen), sum(len(b) for _, b in chosen)


def report(name: str, counts: Sequence[tuple[int, int, int]]) -> str:
    """Precision, recall and F1 of summed counts."""
    hits, chosen, wanted = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = hits / chosen, hits / wanted
    return f"{name:42} precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"


def _of_briefing(briefing: Briefing, gold: Path) -> Iterator[Case]:
    with (gold / f"{briefing.briefing_id}.events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for section, mentions in zip(briefing.sections, find_actors(briefing, default()), strict=True):
        passages, intervals = _passages(briefing, section)
        free = defaultdict(list)
        for passage, interval in zip(passages, intervals, strict=True):
            free[interval].append(passage)
        for row in rows:
            left = free[row["date_start"], row["date_end"]]
            if int(row["section_no"]) == section.number and left:
                passage = max(left, key=lambda one: (one.is_main == (row["is_main"] == "1"), -one.start))
                left.remove(passage)
                yield _case(briefing, row, passage, mentions, passages)


def _passages(briefing: Briefing, section: Section) -> tuple[list[Passage], list[tuple[str, str]]]:
    heading = read_dates(section.heading, DateContext(briefing.quarter, "", briefing.language), default())
    reading = read_dates(section.text, DateContext(briefing.quarter, section.heading, briefing.language), default())
    dates = [date for date in reading.mentions if date.use == "event"]
    passages, periods = split_passages(section, dates), [date.period for date in dates]
    headed = [date for date in heading.mentions if date.use == "event"]
    name = from_heading(section.heading, [(date.start, date.end) for date in headed])
    main = main_passages(passages, periods, [date.period for date in headed], name)
    passages = [replace(passage, is_main=number in main) for number, passage in enumerate(passages)]
    return passages, [(period.start.isoformat(), period.end.isoformat()) for period in periods]


def _case(
    briefing: Briefing, row: dict[str, str], passage: Passage, mentions: Sequence[ActorMention], passages: Sequence[Passage]
) -> Case:
    new = {mention.actor_id: _key(mention.label) for mention in mentions if mention.is_new}
    signs = {new.get(actor, actor): found.signs for actor, found in candidates(passage, mentions, passages).items()}
    return Case(briefing.briefing_id, frozenset(_key(name) for name in row["actors"].split(";") if name), signs)


def _key(name: str) -> str:
    actor = actor_names(default()).by_name(name)
    return actor["actor_id"] if actor else _capitals().get(name_key(name)) or name_key(name)


@cache
def _capitals() -> dict[str, str]:
    """The states by the names of their capitals: an annotation may say 'Moskau' of the government."""
    states = {row["country_code"]: row["actor_id"] for row in default().rows("actors") if row["kind"] == "state"}
    of_place = {row["place_id"]: states.get(row["country_code"], "") for row in default().rows("capitals")}
    labels = ((row[label], row["place_id"]) for row in default().rows("places") for label in ("label_de", "label_en"))
    return {name_key(label): of_place[place] for label, place in labels if of_place.get(place)}


def main(arguments: list[str]) -> None:
    everything = cases()
    for folder in sets_of_other_hands():
        if not folder.name.startswith(UNREAD):
            everything += cases(folder / "briefings", folder / "gold", OTHERS)
    texts = {own: sorted({case.text for case in everything if (case.counts == 1.0) == own}) for own in (True, False)}
    folds: dict[bool, list[tuple[int, int, int]]] = {True: [], False: []}
    for number in range(FOLDS):
        held = {text for some in texts.values() for text in some[number::FOLDS]}
        weights = fit([case for case in everything if case.text not in held])
        for own in folds:
            tested = [case for case in everything if case.text in held and (case.counts == 1.0) == own]
            folds[own].append(figures(tested, weights))
    print(report("folds of texts: bundled quarters", folds[True]))
    if texts[False]:
        print(report("folds of texts: other hands", folds[False]))
    weights = fit(everything)
    print(report("fitted and tested on all", [figures(everything, weights)]))
    if "--write" in arguments:
        with SIGNS.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["sign", "weight"])
            writer.writerows([sign, f"{weight:.2f}"] for sign, weight in sorted(weights.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
