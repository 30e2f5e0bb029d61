"""What words found in one place count together: those inside longer ones not at all, each further one less."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from loaders.terms import Hit

T = TypeVar("T")

# Each further word in the same place counts by this less. The figure was set on annotated quarters and rounded.
_FURTHER = 0.4


def outermost(hits: Iterable[Hit[T]], rank: Callable[[T], Any] = lambda _row: 0) -> list[Hit[T]]:
    """The hits that lie in no longer one, in order; of two in one place the one whose row ranks lower, else the first."""
    kept: list[Hit[T]] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, rank(hit.row))):
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept


def weight_of_all(weights: Iterable[float]) -> float:
    """The weights of some words together: the heaviest whole, the next ones by ever smaller shares, in order of weight."""
    ranked = sorted(weights, reverse=True)
    return ranked[0] if len(ranked) == 1 else sum(weight * _FURTHER**place for place, weight in enumerate(ranked))
