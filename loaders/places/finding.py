"""Finds the places of a section, and says of each by what words it is named."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from loaders.document import Problem, Section
from loaders.passage import Passage
from loaders.places.capitals import capitals_told
from loaders.places.countries import told_countries
from loaders.places.cues import cue_of, quoted_spans
from loaders.places.frames import lies_within
from loaders.places.gazetteer import gazetteer_place, is_city, likeliest, slug, text_place
from loaders.places.mention import PlaceMention
from loaders.places.names import Found, Name, Place, find_names
from loaders.places.pointing import chairs, pointing_back
from loaders.places.rules import cue_rules
from loaders.places.unknown import unknown_names
from loaders.vocabulary import Row, Vocabulary, default

_START = attrgetter("start")
# Cues that a name takes over from the one before it on a list.
_SHARED = frozenset(("mention", "genitive", "with", "of", "visit", "host", "participant", "guest", "joining"))
# Cues that by themselves show that a guarded name ('Samara', also a first name) is a place.
_SURE = frozenset(("venue", "near", "visit", "event", "struck", "election"))


def find_places(section: Section, vocab: Vocabulary | None = None) -> list[PlaceMention]:
    """The places of the section's text, in order. Places inside names of documents, organisations, … are left out."""
    return _Finder(section.text, section.heading, vocab or default()).mentions()


def find_heading_places(section: Section, vocab: Vocabulary | None = None) -> list[PlaceMention]:
    """The places of the section's heading; offsets count in `section.heading`."""
    return _Finder(section.heading, section.text, vocab or default()).mentions()


def find_online(passage: Passage, vocab: Vocabulary | None = None) -> tuple[int, int] | None:
    """The span of the words that say the event has no place: 'per Videokonferenz'; None where it has one.

    Who joins from far away does not make an event one, and a hybrid event has its place.
    """
    rules, text = cue_rules(vocab or default()), passage.section.text
    span = passage.start, passage.end
    found = rules.online.search(text, *span)
    if not found:
        found = rules.remote.search(text, *span)
        if found and rules.single.search(text, *span):
            return None
    return found.span() if found and not rules.hybrid.search(text, *span) else None


def is_online(passage: Passage) -> bool:
    """Whether the event takes place online only."""
    return find_online(passage) is not None


def place_row(mention: PlaceMention) -> Row:
    """The row of the table `places` for what was mentioned."""
    return mention.place._asdict()


def place_problems(section: Section, mentions: Sequence[PlaceMention]) -> list[Problem]:
    """What could not be resolved: names of places that nobody knows, and names that several countries know."""
    problems = []
    for mention in mentions:
        if mention.place.source == "text" or not mention.place.country_code:
            code = "place-unknown" if mention.place.source == "text" else "place-ambiguous"
            problems.append(Problem(code, mention.text, section.line_at(mention.start), section.number))
    return problems


class _Read(NamedTuple):
    """What a text holds: known names, the spans of quotations, and outside of both names nobody knows, see `unknown_names`."""

    named: tuple[Found, ...]
    quoted: list[tuple[int, int]]
    unknown: list[tuple[int, int, str]]


# Heading and text of a section are read each for its own places and for those of the other.
@lru_cache(maxsize=4)
def _read(text: str, vocab: Vocabulary) -> _Read:
    named, quoted = find_names(text, vocab), quoted_spans(text)
    blocked = [*quoted, *((found.start, found.end) for found in named)]
    unknown = [one for one in unknown_names(text, vocab) if not _overlaps(one[0], one[1], blocked)]
    return _Read(named, quoted, unknown)


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in spans)


class _Finder:
    """The places of one text; `other` is the rest of its section, which helps to settle countries."""

    def __init__(self, text: str, other: str, vocab: Vocabulary) -> None:
        self.text, self.other, self.vocab = text, other, vocab
        self.rules = cue_rules(vocab)
        named, quoted, _ = _read(text, vocab)
        capitals = list(capitals_told(text, named, vocab))
        named = (*(found for found in named if not _overlaps(found.start, found.end, [one[:2] for one in capitals])), *capitals)
        blocked = [*quoted, *((found.start, found.end) for found in named)]
        new = [found for found in self._new() if not _overlaps(found.start, found.end, blocked)]
        known = [found for found in named if not any(start <= found.start < end for start, end in quoted)]
        self.known = sorted([*known, *new], key=_START)

    def mentions(self) -> list[PlaceMention]:
        known = [
            self._mention(found.start, found.end, self._resolved(found), cue) for found, cue in self._routed(list(self._cued()))
        ]
        placed = sorted([*known, *chairs(self.text, self.vocab)], key=_START)
        return sorted([*placed, *pointing_back(self.text, placed, self.rules)], key=_START)

    def _mention(self, start: int, end: int, place: Place, cue: str) -> PlaceMention:
        return PlaceMention(start, end, self.text[start:end], place, cue)

    def _cued(self) -> Iterator[tuple[Found, str]]:
        last: tuple[Found, str] | None = None
        for found in self.known:
            cue = cue_of(self.text, found, self.rules)
            if last and lies_within(self.text, last[0], found, self.rules.frames):
                cue = "within"
            elif last and cue in _SHARED and self._is_joined(last[0], found):
                cue = last[1]
            elif last and (last[1], cue) == ("topic", "venue") and self._is_parallel(last[0], found):
                cue = "topic"
            if cue != "name" and (not found.name.needs_cue or self._is_surely_place(found, cue)):
                yield found, cue
                last = found, cue

    def _routed(self, cued: list[tuple[Found, str]]) -> Iterator[tuple[Found, str]]:
        """The names with their cues, the countries of a route as such: 'von X über Y nach Z'."""
        frames, reached = self.rules.frames, 0
        starts, ends = {found.start for found, _ in cued}, {found.end for found, _ in cued}
        for found, cue in cued:
            if cue == "route" and found.end + 1 not in starts and found.start - 1 not in ends:
                continue  # 'the China–ASEAN Centre'
            is_country = found.name.places[0].kind == "country"
            if (
                is_country
                and found.start >= reached
                and frames.before["route from"].search(self.text, max(0, found.start - 9), found.start)
            ):
                end = frames.behind["route end"].search(self.text, found.end)
                stop = end.start() if end else len(self.text)
                reached = stop if frames.behind["via"].search(self.text, found.end, min(stop, found.end + 12)) else reached
            yield found, "way" if is_country and found.start < reached and cue != "event" else cue

    def _is_parallel(self, one: Found, other: Found) -> bool:
        return self.rules.frames.behind["parallel"].fullmatch(self.text, one.end, other.start) is not None

    def _is_joined(self, one: Found, other: Found) -> bool:
        same_level = {one.name.places[0].kind == "country", other.name.places[0].kind == "country"}
        return len(same_level) == 1 and bool(self.rules.frames.behind["listed"].fullmatch(self.text, one.end, other.start))

    def _is_surely_place(self, found: Found, cue: str) -> bool:
        alone = not re.match(r"\s[A-ZÄÖÜ]", self.text[found.end : found.end + 2])
        return alone and (cue in _SURE or self.rules.frames.before["definite"].search(self.text, 0, found.start) is not None)

    def _resolved(self, found: Found) -> Place:
        """The place that a name means; one without country where several countries know the name."""
        name, places = found.name.text, found.name.places
        if len(places) == 1:
            return places[0]
        code = likeliest({place.country_code for place in places}, self._told(found.start))
        meant = next((place for place in places if place.country_code == code), None)
        return meant or Place(slug(name), name, name, "", "", "", places[0].kind, places[0].source)

    def _told(self, offset: int | None) -> Iterator[Counter[str]]:
        return told_countries(self.text, self.other, offset, self.vocab)

    def _new(self) -> Iterator[Found]:
        """Names that only the gazetteer or the text itself knows, wherever they stand once one place of the section tells."""
        places: dict[str, Place] = {}
        for text in (self.text, self.other):
            for start, end, kind in _read(text, self.vocab).unknown:
                name = text[start:end]
                if name not in places:
                    place = self._new_place(name, kind, start if text is self.text else None)
                    if place:
                        places[name] = place
        for name, place in places.items():
            for found in re.finditer(rf"\b{re.escape(name)}(s?)\b", self.text):
                yield Found(*found.span(), Name(name, (place,)), bool(found.group(1)))

    def _new_place(self, name: str, kind: str, start: int | None) -> Place | None:
        if name.isupper():
            return None  # 'at UN headquarters'
        if kind != "region" and is_city(name, self.vocab):
            return gazetteer_place(name, self.vocab, self._told(start))
        if not kind:
            return None
        told = list(self._told(start))
        return text_place(name, kind, likeliest(set(told[-1]), told))
