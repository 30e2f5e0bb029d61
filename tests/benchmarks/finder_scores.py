"""How well and how fast topics, status and kinds of events are found, given the right dates and places in the text.

    python -m tests.benchmarks.finder_scores [--constants]

Prints for each annotated year F1 of topics and accuracy of status and kind, over the events whose date the date finder
places in the right section, and the speed of the three finders together. `--constants` moves each constant of the topics
and the kinds by a half and prints what becomes of the result: a figure that hung on one of them would be fitted, not found.
"""

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType

from loaders import event_types, topic_words, topics
from loaders.dates import DateContext, read_dates
from loaders.load import briefing_files
from loaders.main_events import main_passages
from loaders.passage import Passage, split_passages
from loaders.readers import read_briefing
from loaders.status import find_status
from loaders.titles import from_heading
from loaders.vocabulary import default
from tests.measure import GOLD

RUNS = 5


@dataclass(frozen=True)
class Case:
    """An annotated event and the passage that tells of it."""

    year: str
    passage: Passage
    is_after: bool
    event_type: str
    status: str
    topics: frozenset[str]


def cases() -> Iterator[Case]:
    """The annotated events that a passage with the same interval in the same section tells of, each passage once."""
    for path in briefing_files():
        gold = GOLD / f"{path.stem}.events.csv"
        if not gold.exists():
            continue
        told = passages(path)
        with gold.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                fitting = told[row["section_no"], row["date_start"], row["date_end"]]
                if fitting:
                    passage, after = fitting.pop(0)
                    yield Case(
                        path.stem[:4], passage, after, row["event_type"], row["status"], frozenset(row["topics"].split(";"))
                    )


def passages(path) -> dict[tuple[str, str, str], list[tuple[Passage, bool]]]:
    """The passages of a briefing by section and interval."""
    briefing = read_briefing(path)
    told = defaultdict(list)
    quarter = int(briefing.quarter[:4]), int(briefing.quarter[-1])
    for section in briefing.sections:
        context = DateContext(briefing.quarter, section.heading, briefing.language)
        dates = [date for date in read_dates(section.text, context, default()).mentions if date.use == "event"]
        heading = read_dates(section.heading, DateContext(briefing.quarter, "", briefing.language), default()).mentions
        found = split_passages(section, dates)
        periods = [date.period for date in dates]
        headed = [date for date in heading if date.use == "event"]
        name = from_heading(section.heading, [(date.start, date.end) for date in headed])
        main = main_passages(found, periods, [date.period for date in headed], name) if found else set()
        for index, (passage, period) in enumerate(zip(found, periods, strict=True)):
            key = str(section.number), str(period.start), str(period.end)
            told[key].append(
                (replace(passage, is_main=index in main), (period.start.year, (period.start.month + 2) // 3) > quarter)
            )
    return told


def scored(case: Case) -> tuple[int, int, int, bool, bool]:
    """Topics right, given and wanted; whether status and kind are right."""
    section, vocabulary = case.passage.section, default()
    kind = event_types.find_event_type(case.passage, section.heading, vocabulary).event_type
    status = find_status(case.passage, vocabulary, case.is_after).status
    mentions, heading = topic_words.find_topics(section, vocabulary), topic_words.find_heading_topics(section, vocabulary)
    given = {topic for topic, _ in topics.choose_topics(case.passage, mentions, heading, kind)}
    return len(given & case.topics), len(given), len(case.topics), status == case.status, kind == case.event_type


def summary(some: list[Case]) -> str:
    """One line: F1 of topics, accuracy of status and kind, number of events."""
    rows = [scored(case) for case in some]
    right, given, wanted, statuses, kinds = (sum(column) for column in zip(*rows, strict=True))
    f1 = 2 * right / (given + wanted)
    return f"topics {f1:.3f}  status {statuses / len(rows):.3f}  kind {kinds / len(rows):.3f}  ({len(rows)} events)"


def constants(module: ModuleType) -> Iterator[tuple[str, float]]:
    """The private numbers of a finder."""
    for name, value in vars(module).items():
        if name.startswith("_") and name.isupper() and isinstance(value, float):
            yield name, value


def moved(module: ModuleType, name: str, value: float, measure: Callable[[], str]) -> str:
    """What is measured while a constant has another value."""
    was = getattr(module, name)
    topics._place_counts.cache_clear()
    setattr(module, name, value)
    try:
        return measure()
    finally:
        setattr(module, name, was)
        topics._place_counts.cache_clear()


def main() -> None:
    found = list(cases())
    for year in sorted({case.year for case in found}):
        print(year, summary([case for case in found if case.year == year]))
    print("all ", summary(found))
    start = time.process_time()
    for _ in range(RUNS):
        summary(found)
    briefings = len({(case.passage.section.text, case.year) for case in found})
    print(f"{RUNS * len(found) / (time.process_time() - start):.0f} events a second, {briefings} sections")
    if "--constants" in sys.argv:
        for module in (topics, event_types):
            for name, value in list(constants(module)):
                for factor in (0.5, 1.5):
                    line = moved(module, name, value * factor, lambda: summary(found))
                    print(f"{module.__name__}.{name} {value} -> {value * factor:g}: {line}")


if __name__ == "__main__":
    main()
