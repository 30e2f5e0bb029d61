"""Lists where the tables and the hand annotation differ in one column, so that the commonest kinds of error can be seen.

`python -m tests.measure_errors COLUMN [SET ...]`: COLUMN is one that `python -m tests.measure` prints, SET the name of a folder
of `tests/other_hands`; without one the bundled quarters are compared. A line is an event: what only the annotation has (`-`),
what only the tables have (`+`), its section, its interval and the annotation's title. Whoever reads the errors of an unread set
moves it to those read (`tests/other_hands/README.md`).
"""

import sys
from collections import Counter
from collections.abc import Iterable

from loaders.load import briefing_files, load
from loaders.tables import Tables, read_tables
from tests.measure import GOLD, OTHER_HANDS, Names, Told, found_events, gold_events, pairs


def differences(column: str, gold: list[Told], found: list[Told]) -> list[str]:
    """One line an event that differs. `events` and `dates` list those that only one side has."""
    matched = pairs(gold, found)
    if column in ("events", "dates"):
        ours, theirs = ({told.event_id for told in side} for side in zip(*matched, strict=True)) if matched else (set(), set())
        lines = [_line("-", told) for told in gold if told.event_id not in ours]
        return lines + [_line("+", told) for told in found if told.event_id not in theirs]
    values = [(one, getattr(one, column), getattr(other, column)) for one, other in matched]
    return [_line(_difference(a, b), one) for one, a, b in values if a != b]


def kinds(column: str, gold: list[Told], found: list[Told]) -> list[str]:
    """The commonest differences with their numbers."""
    counted: Counter[str] = Counter()
    for one, other in pairs(gold, found) if column not in ("events", "dates") else []:
        a, b = getattr(one, column), getattr(other, column)
        if isinstance(a, frozenset):
            counted.update([f"-{value}" for value in a - b] + [f"+{value}" for value in b - a])
        elif a != b:
            counted[_difference(a, b)] += 1
    return [f"{number:4} {kind}" for kind, number in counted.most_common(25)]


def _difference(a: object, b: object) -> str:
    if isinstance(a, frozenset) and isinstance(b, frozenset):
        return " ".join([*(f"-{value}" for value in sorted(a - b)), *(f"+{value}" for value in sorted(b - a))])
    return f"-{a} +{b}"


def _line(difference: str, told: Told) -> str:
    return f"{told.briefing_id} §{told.section_no} {told.start}/{told.end} {difference} | {told.title}"


def main(arguments: list[str]) -> None:
    column, *sets = arguments
    names = Names.of_vocabulary()
    sides: Iterable[tuple[str, list[Told], list[Told]]] = (
        [(name, gold_events(OTHER_HANDS / name / "gold", names), _found(name, names)) for name in sets]
        if sets
        else [("the bundled quarters", gold_events(GOLD, names), found_events(read_tables(), names))]
    )
    for name, gold, found in sides:
        print(f"\n# {name}", *differences(column, gold, found), "", *kinds(column, gold, found), sep="\n")


def _found(name: str, names: Names) -> list[Told]:
    return found_events(Tables(load(briefing_files(OTHER_HANDS / name / "briefings")).frames, name), names)


if __name__ == "__main__":
    if not sys.argv[1:]:
        raise SystemExit(__doc__)
    main(sys.argv[1:])
