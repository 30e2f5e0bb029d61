"""What the clause around a name says of it: that it is visited, plays the host, takes part."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from loaders.places.names import Found
from loaders.places.rules import CueRules


def cue_of_clause(text: str, found: Found, rules: CueRules) -> str:
    """The cue of a name without preposition; 'mention' where its clause says nothing else of it."""
    cuts, ends = _clause_cuts(text, rules.frames.behind["clause"])
    before, after = bisect_right(ends, found.start) - 1, bisect_left(cuts, found.end)
    start = ends[before] if before >= 0 else 0
    stop = cuts[after] if after < len(cuts) else len(text)
    whose = rules.frames.behind["whose"].search(text, found.end, stop)
    ends_at = {"host": whose.start()} if whose else {}
    for cue, pattern in rules.clauses:
        fits = {"visit": found.start > start, "title": found.name.places[0].kind == "city"}.get(cue, True)
        if fits and pattern.search(text, start, ends_at.get(cue, stop)):
            return cue
    is_voting = found.name.places[0].kind == "country" and rules.frames.behind["votes"].search(text, start, stop)
    return "election" if is_voting else "mention"


# Each name of a section asks for the clause around it.
@lru_cache(maxsize=4)
def _clause_cuts(text: str, clause: re.Pattern[str]) -> tuple[list[int], list[int]]:
    """Where the words and signs begin, and where they end, that part the clauses of a text."""
    cuts = [cut.span() for cut in clause.finditer(text)]
    return [start for start, _ in cuts], [end for _, end in cuts]
