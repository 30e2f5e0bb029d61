"""How well the date finder does on the annotated quarters: which of their intervals it finds, and what it finds besides."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from loaders.dates import DateContext, DateMention, find_dates

ROOT = Path(__file__).resolve().parents[2]
_MARK = re.compile(r"\[\^\d+\]")

Interval = tuple[str, str, str]


@dataclass
class Score:
    """Counts over some quarters: annotated intervals and those found; mentions of events and those annotated."""

    gold: int = 0
    found: int = 0
    mentions: int = 0
    matched: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.gold

    @property
    def precision(self) -> float:
        return self.matched / self.mentions

    def __str__(self) -> str:
        recall = f"recall {self.found}/{self.gold} = {self.recall:.3f}"
        return f"{recall}, precision {self.matched}/{self.mentions} = {self.precision:.3f}"


def score(quarters: Iterable[str]) -> Score:
    """The score over quarters such as '2021-q1'. An interval counts once a briefing for recall, once a mention for precision."""
    total = Score()
    for name in quarters:
        gold = set(_annotated(name))
        found: set[Interval] = set()
        for text, mention in _mentions(name):
            interval = _interval(mention)
            found.add(interval)
            total.mentions += 1
            total.matched += interval in gold
            if interval not in gold:
                around = text[max(0, mention.start - 60) : mention.end + 40].replace("\n", " ")
                total.extra.append(f"{name} {mention.text!r} {mention.period.edtf} {mention.kind}: …{around}…")
        total.gold += len(gold)
        total.found += len(gold & found)
        total.missed += [f"{name} {interval}" for interval in sorted(gold - found)]
    return total


def sections(name: str) -> Iterator[tuple[str, str]]:
    """Heading and text of each section of a briefing in the house form, footnotes left out."""
    body = (ROOT / "data" / "briefings" / f"{name}.md").read_text(encoding="utf-8").split("\n[^1]:")[0]
    for part in body.split("\n## ")[1:]:
        heading, _, text = part.partition("\n")
        yield _MARK.sub("", heading), _MARK.sub("", text).strip()


def _mentions(name: str) -> Iterator[tuple[str, DateMention]]:
    for heading, text in sections(name):
        for words, context in ((heading, DateContext(name.upper())), (text, DateContext(name.upper(), heading))):
            yield from ((words, mention) for mention in find_dates(words, context) if mention.use == "event")


def _annotated(name: str) -> Iterator[Interval]:
    with (ROOT / "tests" / "gold" / f"{name}.events.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["date_start"], row["date_end"], row["date_precision"]


def _interval(mention: DateMention) -> Interval:
    period = mention.period
    return period.start.isoformat(), period.end.isoformat(), period.precision


if __name__ == "__main__":
    for title, years in (("2020-2022", range(2020, 2023)), ("2023-2024", range(2023, 2025))):
        print(title, score(f"{year}-q{quarter}" for year in years for quarter in range(1, 5)))
