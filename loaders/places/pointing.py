"""Places told of without their name: 'dort', 'in derselben Stadt', 'unter tadschikischem Vorsitz'."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.passage import sentence_at
from loaders.places.clauses import cue_of_clause
from loaders.places.mention import PlaceMention
from loaders.places.names import Found, Name, Place, places_by_id
from loaders.places.rules import CueRules, cue_rules
from loaders.places.unknown import country_adjectives
from loaders.vocabulary import Vocabulary

_LAST_WORDS = re.compile(r"\b((?:\w+ )?\b([\w-]+))\s$")
_CLAUSE_END = re.compile(r"(?<!\d)[,;:.]\s|\n")
# What 'in derselben Stadt' can point to, and what 'dort' can.
_AT = frozenset(("venue", "visit", "near"))
_POINTED_AT = _AT | {"mention", "topic", "election", "host"}


def chairs(text: str, vocab: Vocabulary) -> Iterator[PlaceMention]:
    """States named by an adjective as holders of a chair."""
    codes = country_adjectives(vocab)
    for found in cue_rules(vocab).chair.finditer(text):
        words = _LAST_WORDS.search(text, max(0, found.start() - 40), found.start())
        for group in (1, 2) if words else ():
            if words and words.group(group).lower() in codes:
                start, end = words.span(group)
                yield PlaceMention(start, end, text[start:end], _states(vocab)[codes[words.group(group).lower()]], "chair")
                break


def pointing_back(text: str, placed: Sequence[PlaceMention], rules: CueRules) -> Iterator[PlaceMention]:
    """'dort' and 'in derselben Stadt', as mentions of the place they point to among those placed before."""
    for found in rules.back.finditer(text):
        start, end = found.span()
        if rules.frames.before["away"].search(text, max(0, start - len("from ")), start):
            continue
        clause = max((cut.end() for cut in _CLAUSE_END.finditer(text, 0, start)), default=0)
        before = [mention for mention in placed if mention.end <= start]
        if " " in found.group():
            meant = [m for m in before if m.cue in _AT and m.place.kind != "country"]
        else:
            meant = [m for m in before if m.cue in _AT or (m.end <= clause and m.cue in _POINTED_AT)]
            # Who acted before is not where 'dort' is, unless the same sentence tells of it.
            sentence = (sentence_at(text, start) or (0, 0))[0]
            meant = [m for m in meant if m.cue != "mention" or m.place.kind == "city" or m.start >= sentence] or meant
            # Nor is it a country spoken of in another sentence.
            meant = [m for m in meant if m.place.kind != "country" or m.cue in _AT or m.start >= sentence] or meant
            meant = meant or [m for m in before if m.place.kind == "city" and _is_scene(text, m, rules)]
        if meant:
            yield PlaceMention(start, end, text[start:end], meant[-1].place, "venue")
    for found in rules.frames.behind["the city"].finditer(text):
        cities = [m for m in placed if m.end <= found.start() and m.place.kind == "city" and m.cue in _POINTED_AT | {"event"}]
        if cities:
            name = Found(*found.span(), Name(found.group(), (cities[-1].place,)))
            if cue_of_clause(text, name, rules) == "host":
                yield PlaceMention(*found.span(), found.group(), cities[-1].place, "host")


def _is_scene(text: str, mention: PlaceMention, rules: CueRules) -> bool:
    """Whether 'dort' can point to a place where nothing happened yet: 'der Gipfel in X', but not 'der Gipfel von X'."""
    if mention.cue == "event":
        return rules.frames.before["inside"].search(text, max(0, mention.start - len(" in ")), mention.start) is not None
    return mention.cue in _POINTED_AT | {"title"}


@cache
def _states(vocab: Vocabulary) -> dict[str, Place]:
    """Country code to the place of the state or territory itself."""
    states: dict[str, Place] = {}
    for place in places_by_id(vocab).values():
        if place.country_code not in states or place.kind == "country":
            states[place.country_code] = place
    return states
