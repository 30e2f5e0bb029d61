"""Text search over the events: which events hold all the words, and where.

A query is words and "phrases"; all must be met. A word is met by its inflections, by longer words it is a part of, and by
other spellings of the same name; a phrase by these words in this order. An event is searched in its title and passage and
in its section, on request in its footnotes. Knows no Streamlit.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.filters.own import Joined
from dashboard.filters.search_index import Index, index, is_same
from dashboard.filters.words import folded, matches, words
from dashboard.keyed import Keyed
from loaders.tables import Tables

# „…“, “…”, "…", »…« and «…»; a quotation mark that stands alone parts words.
_QUERY = re.compile(r"[\"„“”«»]([^\"„“”«»]+)[\"„“”«»]|([^\s\"„“”«»]+)")
_LONGEST_NAME = 4
OWN = ("title", "passage")  # an event's own words; the rest are its surroundings

Match = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a text that meets the query. `kind` is title, passage, heading, section or note; `id` is whose text
    it is (event, section or source); `start` and `end` count its characters."""

    kind: str
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """The events that meet a query, and the hits in the texts of each; those first that meet it in their own words.

    `own` are the events whose title and passage hold all that was asked for; the others need their section or footnotes.
    """

    hits: dict[str, tuple[Hit, ...]]
    own: frozenset[str] = frozenset()

    @property
    def event_ids(self) -> frozenset[str]:
        return frozenset(self.hits)


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing that must be met: any of these sequences of words, literally in a phrase."""

    sequences: tuple[tuple[str, ...], ...]
    literal: bool


def event_ids(tables: Tables, query: str, notes: bool = False) -> frozenset[str]:
    """The events that meet the query; none if it holds no word."""
    return find(tables, query, notes).event_ids


def find(tables: Tables, query: str, notes: bool = False) -> Found:
    """The events that meet the query with their hits: first those that do in their own words, each in the order of the texts."""
    if isinstance(tables, Joined):
        parts = [_find(part, query, notes) for part in (tables.project, tables.own)]
        hits = {event_id: part.hits[event_id] for part in parts for event_id in part.hits}
        own = frozenset().union(*(part.own for part in parts))
        return Found(dict(sorted(hits.items(), key=lambda hit: hit[0] not in own)), own)
    return _find(tables, query, notes)


def _find(tables: Tables, query: str, notes: bool) -> Found:
    indexed = index(tables)
    found = [_places(term, indexed) for term in _terms(query, indexed)]
    own: dict[str, tuple[Hit, ...]] = {}
    others: dict[str, tuple[Hit, ...]] = {}
    for event_id, fields in indexed.fields_of.items() if found else ():
        searched = [*fields, *(indexed.notes_of.get(event_id, ()) if notes else ())]
        if _meets(searched, found):
            words_of_event = [number for number in fields if indexed.fields[number].kind in OWN]
            hits = own if _meets(words_of_event, found) else others
            hits[event_id] = tuple(_hits(indexed, searched, found))
    return Found(own | others, frozenset(own))


def _meets(searched: Iterable[int], found: list[dict[int, list[tuple[int, int]]]]) -> bool:
    """Whether each term is met somewhere in these fields."""
    numbers = list(searched)
    return all(any(number in places for number in numbers) for places in found)


def _hits(indexed: Index, searched: Iterable[int], found: list[dict[int, list[tuple[int, int]]]]) -> Iterator[Hit]:
    for number in searched:
        kind, of = indexed.fields[number]
        spans = {span for places in found for span in places.get(number, ())}
        yield from (Hit(kind, of, start, end) for start, end in sorted(spans))


def _terms(query: str, indexed: Index) -> list[_Term]:
    terms: list[_Term] = []
    plain: list[tuple[str, ...]] = []
    for phrase, word in _QUERY.findall(query):
        sequence = tuple(part.text for part in words(phrase or word))
        if sequence and phrase:
            terms.append(_Term((sequence,), literal=True))
        elif sequence:
            plain.append(sequence)
    return terms + _with_variants(plain, indexed)


def _with_variants(plain: list[tuple[str, ...]], indexed: Index) -> list[_Term]:
    """The words of a query as terms: the longest run of words that is a name is one term with all its spellings.

    Any other word with a hyphen is looked for without it as well.
    """
    terms, at = [], 0
    while at < len(plain):
        for length in range(min(_LONGEST_NAME, len(plain) - at), 0, -1):
            run = tuple(word for sequence in plain[at : at + length] for word in sequence)
            spellings = indexed.variants.get(tuple(folded(word) for word in run))
            if spellings or length == 1:
                terms.append(_Term(tuple(sorted(spellings or {run, ("".join(run),)})), literal=False))
                at += length
                break
    return terms


def _places(term: _Term, indexed: Index) -> dict[int, list[tuple[int, int]]]:
    """Where a term is met: spans of characters by number of field."""
    spans: dict[int, list[tuple[int, int]]] = {}
    fits = is_same if term.literal else matches
    for sequence in term.sequences:
        spellings = [_spellings(indexed, word, fits) for word in sequence]
        for spelling in spellings[0]:
            for number, position in indexed.places[spelling]:
                following = indexed.words[number][position : position + len(sequence)]
                rest = zip(following[1:], spellings[1:], strict=False)
                if len(following) == len(sequence) and all(word.text in allowed for word, allowed in rest):
                    spans.setdefault(number, []).append((following[0].start, following[-1].end))
        for number, position in indexed.joined.get(folded("".join(sequence)), ()):
            first, second = indexed.words[number][position : position + 2]
            spans.setdefault(number, []).append((first.start, second.end))
    return spans


def _spellings(indexed: Index, asked: str, fits: Match) -> frozenset[str]:
    if indexed.is_passing:
        return _fitting(indexed, asked, fits)
    return _spellings_in(Keyed(indexed, id(indexed)), asked, fits)


@lru_cache(maxsize=500)
def _spellings_in(indexed: Keyed[Index], asked: str, fits: Match) -> frozenset[str]:
    return _fitting(indexed.value, asked, fits)


def _fitting(indexed: Index, asked: str, fits: Match) -> frozenset[str]:
    return frozenset(spelling for spelling in indexed.spellings if fits(asked, spelling))
