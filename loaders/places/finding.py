"""Finds the places of a section, and says of each by what words it is named."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from loaders.document import Problem, Section
from loaders.passage import Passage, sentence_at
from loaders.places.capitals import capitals_told
from loaders.places.cues import cue_of, lies_within, quoted_spans
from loaders.places.gazetteer import gazetteer_place, is_city, likeliest, slug, text_place
from loaders.places.names import Found, Name, Place, find_names, places_by_id
from loaders.places.rules import cue_rules
from loaders.places.unknown import country_adjectives, unknown_names
from loaders.vocabulary import Row, Vocabulary, default

# Whoever stays away does not show where one meets.
_ABSENT = re.compile(r"\s(?:bl(?:ieb|eib)\w*\s(?:\w+\s)?fern|fehlt\w*|stay(?:s|ed)? away|(?:was|were) (?:absent|missing))\b")
_START = attrgetter("start")
# What joins the names of one list: 'in Buchara, Chiwa und der Stadt Fergana'.
_JOINT = re.compile(r"(?:,|,? (?:und|sowie|oder|and|or)|\s?[–—]|/| \()\s?(?:(?:in |der |die |das |dem |den |the )(?:\w+ )?)?")
# … and 'über das Zentrum in X und das Büro in Y', where both are spoken of.
_PARALLEL = re.compile(r" (?:und|sowie|and) (?:d[aei][erms]n?|eine[nrms]?|ein|the|an?) (?:[\w-]+ ){1,3}in ")
_WORD = re.compile(r"\w[\w-]*")
_LAST_WORDS = re.compile(r"\b((?:\w+ )?\b([\w-]+))\s$")
_CLAUSE_END = re.compile(r"(?<!\d)[,;:.]\s|\n")
# Cues that a name takes over from the one before it on a list.
_SHARED = frozenset(("mention", "genitive", "with", "of", "visit", "host", "participant", "guest", "joining"))
# Cues that by themselves show that a guarded name ('Samara', also a first name) is a place.
_SURE = frozenset(("venue", "near", "visit", "event", "election"))
# What 'in derselben Stadt' can point to, and what 'dort' can.
_AT = frozenset(("venue", "visit", "near"))
_POINTED_AT = _AT | {"mention", "topic", "election", "host"}


class PlaceMention(NamedTuple):
    """A place named at `start:end` of the text; `cue` is one of those of `loaders.places.cues`."""

    start: int
    end: int
    text: str
    place: Place
    cue: str

    @property
    def place_id(self) -> str:
        return self.place.place_id


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
    if rules.hybrid.search(text, *span):
        return None
    found = rules.online.search(text, *span)
    if not found and not rules.single.search(text, *span):
        found = rules.remote.search(text, *span)
    return found.span() if found else None


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


def countries_in(text: str, vocab: Vocabulary) -> Counter[str]:
    """How often a text names each country, by its adjectives too; a city stands for its country."""
    settled = (found for found in find_names(text, vocab) if len(found.name.places) == 1)
    named = [found.name.places[0].country_code for found in settled if not _ABSENT.match(text, found.end)]
    codes = country_adjectives(vocab)
    return Counter(named + [codes[word] for word in _WORD.findall(text.lower()) if word in codes])


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
        known = [self._mention(found.start, found.end, self._resolved(found), cue) for found, cue in self._cued()]
        placed = sorted([*known, *self._chairs()], key=_START)
        return sorted([*placed, *self._pointing_back(placed)], key=_START)

    def _mention(self, start: int, end: int, place: Place, cue: str) -> PlaceMention:
        return PlaceMention(start, end, self.text[start:end], place, cue)

    def _cued(self) -> Iterator[tuple[Found, str]]:
        last: tuple[Found, str] | None = None
        for found in self.known:
            cue = cue_of(self.text, found, self.rules)
            if last and lies_within(self.text, last[0], found):
                cue = "within"
            elif last and cue in _SHARED and self._is_joined(last[0], found):
                cue = last[1]
            elif last and (last[1], cue) == ("topic", "venue") and _PARALLEL.fullmatch(self.text, last[0].end, found.start):
                cue = "topic"
            if cue != "name" and (not found.name.needs_cue or self._is_surely_place(found, cue)):
                yield found, cue
                last = found, cue

    def _is_joined(self, one: Found, other: Found) -> bool:
        same_level = {one.name.places[0].kind == "country", other.name.places[0].kind == "country"}
        return len(same_level) == 1 and bool(_JOINT.fullmatch(self.text, one.end, other.start))

    def _is_surely_place(self, found: Found, cue: str) -> bool:
        alone = not re.match(r"\s[A-ZÄÖÜ]", self.text[found.end : found.end + 2])
        return alone and (cue in _SURE or self.text.endswith(("the ", "The "), 0, found.start))

    def _resolved(self, found: Found) -> Place:
        """The place that a name means; one without country where several countries know the name."""
        name, places = found.name.text, found.name.places
        if len(places) == 1:
            return places[0]
        code = likeliest({place.country_code for place in places}, self._countries(found.start))
        meant = next((place for place in places if place.country_code == code), None)
        return meant or Place(slug(name), name, name, "", "", "", places[0].kind, places[0].source)

    def _countries(self, offset: int | None) -> Iterator[Counter[str]]:
        """The countries told of in the words around, in the sentence, in the whole section, with how often."""
        if offset is not None:
            start, end = sentence_at(self.text, offset) or (0, len(self.text))
            yield countries_in(self.text[max(start, offset - 30) : min(end, offset + 60)], self.vocab)
            yield countries_in(self.text[start:end], self.vocab)
        yield countries_in(f"{self.text}\n{self.other}", self.vocab)

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
            return gazetteer_place(name, self.vocab, self._countries(start))
        if not kind:
            return None
        told = list(self._countries(start))
        return text_place(name, kind, likeliest(set(told[-1]), told))

    def _chairs(self) -> Iterator[PlaceMention]:
        """States named by an adjective as holders of a chair: 'unter tadschikischem Vorsitz'."""
        codes = country_adjectives(self.vocab)
        for found in self.rules.chair.finditer(self.text):
            words = _LAST_WORDS.search(self.text, max(0, found.start() - 40), found.start())
            for group in (1, 2) if words else ():
                if words and words.group(group).lower() in codes:
                    yield self._mention(*words.span(group), _states(self.vocab)[codes[words.group(group).lower()]], "chair")
                    break

    def _pointing_back(self, placed: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
        """'dort' and 'in derselben Stadt', as mentions of the place they point to."""
        for found in self.rules.back.finditer(self.text):
            start, end = found.span()
            if re.search(r"\b(?:von|from)\s$", self.text[:start]):
                continue
            clause = max((cut.end() for cut in _CLAUSE_END.finditer(self.text, 0, start)), default=0)
            before = [mention for mention in placed if mention.end <= start]
            if " " in found.group():
                meant = [m for m in before if m.cue in _AT and m.place.kind != "country"]
            else:
                meant = [m for m in before if m.cue in _AT or (m.end <= clause and m.cue in _POINTED_AT)]
                meant = meant or [m for m in before if m.place.kind == "city" and self._is_scene(m)]
            if meant:
                yield self._mention(start, end, meant[-1].place, "venue")

    def _is_scene(self, mention: PlaceMention) -> bool:
        """Whether 'dort' can point to a place where nothing happened yet: 'der Gipfel in X', but not 'der Gipfel von X'."""
        return mention.cue in _POINTED_AT | {"title"} or (mention.cue == "event" and self.text.endswith(" in ", 0, mention.start))


@cache
def _states(vocab: Vocabulary) -> dict[str, Place]:
    """Country code to the place of the state or territory itself."""
    states: dict[str, Place] = {}
    for place in places_by_id(vocab).values():
        if place.country_code not in states or place.kind == "country":
            states[place.country_code] = place
    return states
