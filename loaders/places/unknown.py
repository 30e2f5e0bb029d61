"""Names that no vocabulary knows, where the words before them leave no doubt that a place is meant."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.anchored import AnchoredPattern, lead_of
from loaders.patterns import either
from loaders.places.rules import cue_rules
from loaders.vocabulary import Vocabulary

_CAPITAL = "[A-ZÄÖÜ]"
_WORD = r"[A-ZÄÖÜÇŞİ][^\W\d_]+(?:[’'-][^\W\d_]+)*"
_NAME = rf"{_WORD}(?: {_WORD})?"


class _Patterns(NamedTuple):
    """Where the words leave no doubt: behind a class noun, an attack, 'near', before a date, by a name's own ending.

    A bare preposition leaves some; behind it `persons` are who did something in a place named in front of them.
    """

    of_class: AnchoredPattern
    bare: AnchoredPattern
    attacked: AnchoredPattern
    near: AnchoredPattern
    alike: AnchoredPattern
    dated: AnchoredPattern
    persons: re.Pattern[str]


def unknown_names(text: str, vocab: Vocabulary) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each name behind a class noun ('die Dörfer X und Y': 'city', 'die Provinz X': 'region').

    A name behind a bare preposition ('in X'), the adjective of a country ('im chinesischen X') or an event ('der Gipfel von X')
    has the kind '': it is a place only if the gazetteer knows it.
    """
    rules, patterns = cue_rules(vocab), _patterns(vocab)
    for found in patterns.of_class.finditer(text):
        for name in re.finditer(_NAME, found.group(2)):
            if not rules.common.fullmatch(name.group()):
                yield found.start(2) + name.start(), found.start(2) + name.end(), rules.classes.get(found.group(1), "city")
    for found in patterns.bare.finditer(text):
        yield found.start(1), found.end(1), ""
        if found.group(3):
            yield found.start(3), found.end(3), "city" if found.group(2) else ""
        first = found.group(1).partition(" ")[0]
        # In German a noun may follow: 'hatten sich in Omsk Ärzte getroffen'.
        if patterns.persons.fullmatch(found.group(1)[len(first) :]):
            yield found.start(1), found.start(1) + len(first), ""
    for found in patterns.attacked.finditer(text):
        yield found.start(1), found.end(1), ""
    for found in (*patterns.near.finditer(text), *patterns.alike.finditer(text), *patterns.dated.finditer(text)):
        if not rules.common.fullmatch(found.group(1)):
            yield found.start(1), found.end(1), "city"


@cache
def country_adjectives(vocab: Vocabulary) -> dict[str, str]:
    """Every form of an adjective of a country, in lower case, with the country's code: 'tadschikischem': 'TJ'."""
    endings = ("", "e", "en", "er", "em", "es", "s")
    return {
        row["stem"].rstrip("*").lower() + ending: row["country_code"]
        for row in vocab.rows("country_adjectives")
        for ending in endings
    }


@cache
def _patterns(vocab: Vocabulary) -> _Patterns:
    rules = cue_rules(vocab)
    parts, alone = rules.frames.parts, rf"(?! {_CAPITAL})"
    classes = either((*sorted(map(re.escape, rules.classes), key=len, reverse=True), rules.composed.pattern))
    stems = either(re.escape(row["stem"].rstrip("*")) for row in vocab.rows("country_adjectives") if row["language"] == "de")
    listed = rf"{_NAME}(?:(?:, | {parts['and']} )(?!{parts['behind and']}){_NAME})*"
    own = rf"(?:(?i:{stems})en|{parts['beside']})"
    bare = rf"(?:{parts['bare']}|{parts['fused']} {own})"
    other = rf" {parts['and']} (?:in |((?:im|in) {parts['beside']} ))?({_WORD}){alone}"
    # Names of places in the region end so; no common noun of German or English does.
    alike = rf"([A-ZÄÖÜ][a-zäöü’'-]+{parts['place ending']})\b(?! [A-ZÄÖÜ][\w-]*{parts['surname ending']}\b)"
    return _Patterns(
        of_class=AnchoredPattern(rf"({classes}) ({listed})", lead_of(classes)),
        # In German a noun may follow: 'in Omsk Ärzte'.
        bare=AnchoredPattern(rf"{bare} ({_NAME}){alone}(?:{other})?", rf"(?:{parts['bare']}|{parts['fused']})\b"),
        attacked=AnchoredPattern(rf"{parts['attack at']} ({_NAME}){alone}", lead_of(parts["attack at"])),
        near=AnchoredPattern(rf"{parts['close to']} ({_WORD})\b{alone}", lead_of(parts["close to"])),
        alike=AnchoredPattern(rf"{parts['at']} {alike}", rf"{parts['at']}\b"),
        dated=AnchoredPattern(parts["dated"], lead_of(parts["dated"])),
        persons=rules.frames.behind["persons"],
    )
