"""Names that no vocabulary knows, where the words before them leave no doubt that a place is meant."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.anchored import AnchoredPattern
from loaders.places.rules import cue_rules
from loaders.vocabulary import Vocabulary

_WORD = r"[A-ZÄÖÜÇŞİ][^\W\d_]+(?:[’'-][^\W\d_]+)*"
_NAME = rf"{_WORD}(?: {_WORD})?"
_BEHIND_ATTACK = AnchoredPattern(
    rf"\w*(?:[Aa]nschl[aä]ge?s?|[Aa]ttentate?s?|[Gg]efechte?n?|[Ss]chlacht|[Ee]rdbebens?|[Aa]ttacks?|[Bb]ombings?|[Ff]ighting|[Ee]arthquake)"
    rf" (?:von|bei|of|at) ({_NAME})(?! [A-ZÄÖÜ])",
    lead=r"\w*(?:[Aa]nschl|[Aa]ttentat|[Gg]efecht|[Ss]chlacht|[Ee]rdbeben|[Aa]ttack|[Bb]ombing|[Ff]ighting|[Ee]arthquake)",
)
# Of nothing but a place one says that something lies near it.
_NEAR = AnchoredPattern(
    rf"(?:[Nn]ahe|[Nn]ear|unweit von|[Nn]ot far from|(?:nördlich|südlich|östlich|westlich) von) ({_WORD})\b(?! [A-ZÄÖÜ])",
    lead=r"(?:[Nn]ahe|[Nn]ear|unweit|[Nn]ot|nördlich|südlich|östlich|westlich)\b",
)

_PLURAL = re.compile(r" [A-ZÄÖÜ][a-zäöüß-]+(?:en|er|te|rn|nen|ter|ler|ner|leute|ärzte|chefs)")
# Names of places in the region end so; no common noun of German or English does.
_NAMED_LIKE_PLACES = AnchoredPattern(
    r"(?:[Ii]n|[Bb]ei|[Nn]ach|[Aa]t|[Ff]rom|[Aa]us) ([A-ZÄÖÜ][a-zäöü’'-]+"
    r"(?:abad|stan|kent|grad|g?orsk|insk|owsk|ovsk|pur|i[wv]ka|o[wv]o|zhou|jiang|shan|dar|köl|kul|ata|tau|tob[eoö]|bulak|kurgan|ty[bu]e))"
    r"\b(?! [A-ZÄÖÜ][\w-]*(?:o[wv]|e[wv]|in|a|i|y|j|ski)\b)",
    lead=r"(?:[Ii]n|[Bb]ei|[Nn]ach|[Aa]t|[Ff]rom|[Aa]us)\b",
)
# 'in Qorvut on 4 May': only languages and months stand there besides places.
_DATED = AnchoredPattern(
    r"in (?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Parliament|Congress|Cabinet|Phase|Article"
    r"|Resolution|Annex|\w+(?:ish|ian|ese)\b)([A-Z][a-z]{3,})"
    r" (?:(?:on|from) (?:\d|[JFMASOND][a-z]+ \d)|in (?:early |late |mid-)?(?:[JFMASOND][a-z]+|\d{4})\b"
    r"|(?:last|this|next) [JFMASONDa-z])",
    lead=r"in\b",
)


def unknown_names(text: str, vocab: Vocabulary) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each name behind a class noun ('die Dörfer X und Y': 'city', 'die Provinz X': 'region').

    A name behind a bare preposition ('in X'), the adjective of a country ('im chinesischen X') or an event ('der Gipfel von X')
    has the kind '': it is a place only if the gazetteer knows it.
    """
    rules, patterns = cue_rules(vocab), _patterns(vocab)
    for found in patterns["class"].finditer(text):
        for name in re.finditer(_NAME, found.group(2)):
            if not rules.common.fullmatch(name.group()):
                yield found.start(2) + name.start(), found.start(2) + name.end(), rules.classes.get(found.group(1), "city")
    for found in patterns["preposition"].finditer(text):
        yield found.start(1), found.end(1), ""
        if found.group(3):
            yield found.start(3), found.end(3), "city" if found.group(2) else ""
        first = found.group(1).partition(" ")[0]
        # In German a noun may follow: 'hatten sich in Omsk Ärzte getroffen'.
        if _PLURAL.fullmatch(found.group(1)[len(first) :]):
            yield found.start(1), found.start(1) + len(first), ""
    for found in _BEHIND_ATTACK.finditer(text):
        yield found.start(1), found.end(1), ""
    for found in (*_NEAR.finditer(text), *_NAMED_LIKE_PLACES.finditer(text), *_DATED.finditer(text)):
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
def _patterns(vocab: Vocabulary) -> dict[str, AnchoredPattern]:
    rules = cue_rules(vocab)
    classes = sorted(map(re.escape, rules.classes), key=len, reverse=True)
    stems = "|".join(re.escape(row["stem"].rstrip("*")) for row in vocab.rows("country_adjectives") if row["language"] == "de")
    listed = rf"{_NAME}(?:(?:, | und | sowie | and )(?!d(?:ie|er|as|em|en) ){_NAME})*"
    beside = rules.frames.beside.pattern
    bare = rf"(?:[Ii]n|[Bb]ei|[Aa]t|[Nn]ach|[Nn]ahe|[Nn]ear|[Aa]us|(?:[Ii]m|[Vv]om) (?:(?i:{stems})en|{beside}))"
    other = rf" (?:und|sowie|and) (?:in |((?:im|in) (?:{beside}) ))?({_WORD})(?! [A-ZÄÖÜ])"
    first_words = "|".join((*(name.split("\\")[0] for name in classes), rules.composed.pattern))
    prepositions = r"(?:[Ii][nm]|[Bb]ei|[Aa]t|[Nn]ach|[Nn]ahe|[Nn]ear|[Aa]us|[Vv]om)\b"
    return {
        "class": AnchoredPattern(rf"({'|'.join((*classes, rules.composed.pattern))}) ({listed})", first_words),
        "preposition": AnchoredPattern(rf"{bare} ({_NAME})(?! [A-ZÄÖÜ])(?:{other})?", prepositions),
    }
