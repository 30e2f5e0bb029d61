"""Which of the words that tell kinds of events count where several lie one in another."""

from collections import defaultdict
from collections.abc import Iterable

from loaders.event_words import TermHit
from loaders.passage import Span


def outermost(hits: Iterable[TermHit]) -> list[TermHit]:
    """The hits inside no longer one: of its own kind, or of any kind where the longer one is without a gap.

    Of two in one place a guard (weight 0) wins, then the pattern without a wildcard, then the heavier.
    """
    by_type: defaultdict[str, list[TermHit]] = defaultdict(list)
    guards: defaultdict[str, list[Span]] = defaultdict(list)
    for hit in sorted(hits, key=_rank):
        kept, end = by_type[hit.row.value], hit.end
        if any(end <= last for _, last in guards[hit.row.value]):
            continue
        if not hit.row.weight:
            guards[hit.row.value].append((hit.start, end))
        elif not kept or end > kept[-1].end or _is_heavier_part(hit, kept[-1]):
            kept.append(hit)
    speaking = [hit for kept in by_type.values() for hit in kept]
    solid = [(hit.start, hit.end) for hit in speaking if hit.row.is_solid]
    return [hit for hit in speaking if not _is_swallowed(hit.start, hit.end, solid)]


def _is_heavier_part(hit: TermHit, longer: TermHit) -> bool:
    return hit.row.weight > longer.row.weight and hit.end - hit.start < longer.end - longer.start


def _rank(hit: TermHit) -> tuple[int, int, tuple[bool, bool, float]]:
    return hit.start, -hit.end, hit.row.rank


def _is_swallowed(start: int, end: int, longer: Iterable[Span]) -> bool:
    return any(first <= start and end <= last and last - first > end - start for first, last in longer)
