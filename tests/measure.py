"""Measures the tables against the hand annotation: precision, recall and F1 a column.

`python -m tests.measure [--write] [--others]` prints the figures for the bundled quarters; `--write` keeps them in
`data/quality.csv`, which the application shows; `--others` adds the briefings by other hands (`tests/other_hands/README.md`)
and how far two annotators agree.
What counts as the same: an event of the same section and the same interval, each used once;
a place by country and any of its names; an actor by any of its names; a source by its printed number.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from loaders.load import briefing_files, load
from loaders.tables import Tables, read_tables
from loaders.vocabulary import default

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
QUALITY = ROOT / "data" / "quality.csv"
OTHER_HANDS = ROOT / "tests" / "other_hands"  # one folder a set, each with `briefings/` and `gold/`
UNREAD = "unread"  # how the name of a set begins that nobody read to make a rule


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one column: `hits` found and right, of `found` and of `wanted`."""

    column: str
    hits: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """One event in a form that gold and tables share; sets hold folded names or numbers."""

    briefing_id: str
    event_id: str
    section_no: int
    start: str
    end: str
    precision: str
    status: str
    event_type: str
    is_main: bool
    title: str
    venues: frozenset[str] = field(default=frozenset())
    mentions: frozenset[str] = field(default=frozenset())
    topics: frozenset[str] = field(default=frozenset())
    actors: frozenset[str] = field(default=frozenset())
    sources: frozenset[str] = field(default=frozenset())

    @property
    def key(self) -> tuple[str, int, str, str]:
        return self.briefing_id, self.section_no, self.start, self.end


def folded(name: str) -> str:
    """A name without case, accents and punctuation, so that spellings of one name meet."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode() or name
    return re.sub(r"\W+", " ", plain.casefold()).strip()


def gold_events(folder: Path = GOLD, names: "Names | None" = None) -> list[Told]:
    """The annotated events of a folder of `*.events.csv`."""
    names = names or Names.of_vocabulary()
    told = []
    for path in sorted(folder.glob("*.events.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            told += [_told_by_gold(row, names) for row in csv.DictReader(file)]
    return told


def found_events(tables: Tables, names: "Names | None" = None) -> list[Told]:
    """The events of the tables, in the form of the gold."""
    names = (names or Names.of_vocabulary()).with_tables(tables)
    places, actors = tables["event_places"], tables["event_actors"]
    venues = _sets(places[places["role"] == "venue"], "place_id")
    mentions = _sets(places[places["role"] == "mention"], "place_id")
    people, topics = _sets(actors, "actor_id"), _sets(tables["event_topics"], "topic_id")
    sources = _sets(tables["event_sources"].merge(tables["sources"][["source_id", "number"]], on="source_id"), "number")
    return [
        Told(
            row.briefing_id, row.event_id, int(row.section_no), str(row.date_start.date()), str(row.date_end.date()),
            row.date_precision, row.status, row.event_type, bool(row.is_main), row.title,
            frozenset(map(names.place_of_id, venues[row.event_id])), frozenset(map(names.place_of_id, mentions[row.event_id])),
            frozenset(topics[row.event_id]), frozenset(map(names.actor_of_id, people[row.event_id])),
            frozenset(sources[row.event_id]),
        )
        for row in tables["events"].itertuples()
    ]  # fmt: skip


def pairs(gold: Iterable[Told], found: Iterable[Told]) -> list[tuple[Told, Told]]:
    """Each gold event with the found event of the same section and interval; where several fit, the most alike first."""
    theirs: dict[tuple, list[Told]] = defaultdict(list)
    for told in found:
        theirs[told.key].append(told)
    ours: dict[tuple, list[Told]] = defaultdict(list)
    for told in gold:
        ours[told.key].append(told)
    matched = []
    for key, wanted in ours.items():
        ranked = sorted(
            ((_likeness(one, other), -i, -j, i, j) for i, one in enumerate(wanted) for j, other in enumerate(theirs[key])),
            reverse=True,
        )
        used_i: set[int] = set()
        used_j: set[int] = set()
        for *_, i, j in ranked:
            if i not in used_i and j not in used_j:
                used_i.add(i)
                used_j.add(j)
                matched.append((wanted[i], theirs[key][j]))
    return matched


def scores(gold: list[Told], found: list[Told]) -> list[Score]:
    """All columns. Dates are distinct intervals a briefing; values of a column count over the events matched."""
    matched = pairs(gold, found)
    wanted = {(told.briefing_id, told.start, told.end) for told in gold}
    given = {(told.briefing_id, told.start, told.end) for told in found}
    result = [
        Score("dates", len(wanted & given), len(given), len(wanted)),
        Score("events", len(matched), len(found), len(gold)),
    ]
    for column in ("status", "precision", "event_type", "is_main"):
        same = sum(getattr(one, column) == getattr(other, column) for one, other in matched)
        result.append(Score(column, same, len(matched), len(matched)))
    for column in ("venues", "mentions", "topics", "actors", "sources"):
        both = [(getattr(one, column), getattr(other, column)) for one, other in matched]
        result.append(Score(column, sum(len(a & b) for a, b in both), sum(len(b) for _, b in both), sum(len(a) for a, _ in both)))
    return result


def sets_of_other_hands() -> list[Path]:
    """The folders of annotated briefings that are not the project's own."""
    return sorted(path.parent for path in OTHER_HANDS.glob("*/gold"))


def scores_of_set(folder: Path, names: "Names | None" = None) -> list[Score]:
    """All columns of one set, its briefings read now."""
    names = names or Names.of_vocabulary()
    tables = Tables(load(briefing_files(folder / "briefings")).frames, folder.name)
    return scores(gold_events(folder / "gold", names), found_events(tables, names))


def scores_of_agreement(folder: Path, names: "Names | None" = None) -> list[Score]:
    """All columns of a set's second annotation, `second/`, against its first; none where nobody made one."""
    names = names or Names.of_vocabulary()
    second = gold_events(folder / "second", names)
    return scores(gold_events(folder / "gold", names), second) if second else []


def report(results: Iterable[Score]) -> str:
    """The figures as a text table."""
    lines = [f"{'column':12} {'precision':>9} {'recall':>7} {'F1':>7} {'found':>6} {'wanted':>6}"]
    lines += [f"{s.column:12} {s.precision:9.3f} {s.recall:7.3f} {s.f1:7.3f} {s.found:6} {s.wanted:6}" for s in results]
    return "\n".join(lines)


@dataclass(frozen=True)
class Names:
    """Which names are one place or one actor: folded name to a common key."""

    places: Mapping[tuple[str, str], str]
    actors: Mapping[str, str]
    place_ids: Mapping[str, str] = field(default_factory=dict)
    actor_ids: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_vocabulary(cls) -> "Names":
        vocabulary = default()
        codes = {row["place_id"]: row["country_code"] for row in vocabulary.rows("places")}
        places = {
            (folded(row[label]), row["country_code"]): row["place_id"]
            for row in vocabulary.rows("places")
            for label in ("label_en", "label_de")
        }
        for row in vocabulary.rows("place_names"):
            places.setdefault((folded(row["name"]), codes.get(row["place_id"], "")), row["place_id"])
        actors = {folded(row["name"]): row["actor_id"] for row in vocabulary.rows("actor_names")}
        actors |= {folded(row[label]): row["actor_id"] for row in vocabulary.rows("actors") for label in ("label_en", "label_de")}
        return cls(places, actors)

    def with_tables(self, tables: Tables) -> "Names":
        """The same names, able to read the ids of these tables."""
        places = {row.place_id: self.place(row.label_de, row.country_code) for row in tables["places"].itertuples()}
        return Names(
            self.places, self.actors, places, {row.actor_id: self.actor(row.label_de) for row in tables["actors"].itertuples()}
        )

    def place(self, name: str, country_code: str) -> str:
        return self.places.get((folded(name), country_code), f"{folded(name)}|{country_code}")

    def actor(self, name: str) -> str:
        return self.actors.get(folded(name), folded(name))

    def place_of_id(self, place_id: str) -> str:
        return self.place_ids[place_id]

    def actor_of_id(self, actor_id: str) -> str:
        return self.actor_ids[actor_id]


def _told_by_gold(row: Mapping[str, str], names: Names) -> Told:
    places = [cell.split("|") for cell in row["places"].split(";") if cell]
    return Told(
        row["briefing_id"], f"{row['briefing_id']}-{row['event_no']}", int(row["section_no"]), row["date_start"], row["date_end"],
        row["date_precision"], row["status"], row["event_type"], row["is_main"] == "1", row["title_de"],
        frozenset(names.place(name, code) for name, code, role in places if role == "venue"),
        frozenset(names.place(name, code) for name, code, role in places if role == "mention"),
        frozenset(filter(None, row["topics"].split(";"))),
        frozenset(names.actor(name) for name in row["actors"].split(";") if name),
        frozenset(filter(None, row["sources"].split(";"))),
    )  # fmt: skip


def _sets(frame: pd.DataFrame, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for event_id, value in zip(frame["event_id"], frame[column], strict=True):
        found[event_id].append(value)
    return found


def _likeness(one: Told, other: Told) -> int:
    same = Counter(getattr(one, column) == getattr(other, column) for column in ("status", "event_type", "is_main"))
    shared = sum(len(getattr(one, c) & getattr(other, c)) for c in ("venues", "mentions", "actors", "sources"))
    return same[True] + 2 * shared


# Which column of the tables a measure speaks of.
_COLUMNS = {
    "dates": "events.date_start",
    "events": "events.event_id",
    "status": "events.status",
    "precision": "events.date_precision",
    "event_type": "events.event_type",
    "is_main": "events.is_main",
    "venues": "event_places.place_id",
    "mentions": "",
    "topics": "event_topics.topic_id",
    "actors": "event_actors.actor_id",
    "sources": "event_sources.source_id",
}


def together(results: Iterable[Iterable[Score]]) -> list[Score]:
    """The scores of several sets as those of one: their counts summed a column."""
    columns: dict[str, list[Score]] = defaultdict(list)
    for score in (score for of_set in results for score in of_set):
        columns[score.column].append(score)
    return [
        Score(column, sum(s.hits for s in some), sum(s.found for s in some), sum(s.wanted for s in some))
        for column, some in columns.items()
    ]


def write_quality(results: Iterable[Score], unread: Iterable[Score], path: Path = QUALITY) -> None:
    """Keeps the figures for the application: measure, column, precision, recall, f1, n (values wanted), f1_unread."""
    of_unread = {score.column: f"{score.f1:.3f}" for score in unread}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["measure", "column", "precision", "recall", "f1", "n", "f1_unread"])
        for score in results:
            figures = [f"{value:.3f}" for value in (score.precision, score.recall, score.f1)]
            writer.writerow([score.column, _COLUMNS[score.column], *figures, score.wanted, of_unread.get(score.column, "")])


def main(arguments: list[str]) -> None:
    names = Names.of_vocabulary()
    results = scores(gold_events(names=names), found_events(read_tables(), names))
    print(report(results))
    if "--write" in arguments:
        unread = [scores_of_set(folder, names) for folder in sets_of_other_hands() if folder.name.startswith(UNREAD)]
        write_quality(results, together(unread))
    if "--others" in arguments:
        for folder in sets_of_other_hands():
            print(f"\n{folder.name}\n{report(scores_of_set(folder, names))}")
            if agreement := scores_of_agreement(folder, names):
                print(f"\n{folder.name}, a second annotator against the first\n{report(agreement)}")


if __name__ == "__main__":
    main(sys.argv[1:])
