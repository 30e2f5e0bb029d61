"""Finds capitals that stand for a government: 'Moskau lehnte ab', 'auf Bitten Kabuls', 'New Delhi made it known'."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.actors.names import Known
from loaders.anchored import AnchoredPattern, lead_of
from loaders.patterns import either, either_word
from loaders.vocabulary import Row, Vocabulary

_BEFORE = re.compile(r"(?P<word>[A-Za-zÄÖÜäöüß]+)\s$")
_OWNED = re.compile(r"(?:’s|'s)\s(?:own\s)?(?P<word>[a-z]+)")
_OF = re.compile(r"(?P<word>[A-Za-zÄÖÜäöüß]+)\s(?:of|von)\s$")
_SMALL_BEHIND = re.compile(r"\s(?P<word>[a-zäöüß]+)\b")
# A date that opens its sentence has no word in front of it but a preposition.
_WORD_BEFORE_TIME = re.compile(r"[a-zäöüß]{3}\s[a-zäöüß]+\s\d")
_JOINT = r"(?:,\s|\s(?:und|and|sowie|as well as)\s)"
_SIDES = (
    "verb", "finite", "place verb", "stance", "addressing", "sought", "agent", "conjunction", "emphasis", "perfect", "member",
)  # fmt: skip


class _Capitals(NamedTuple):
    """The capitals of states, and what may stand around one that acts: a pattern by `side` of `government_words.csv`.

    Beside these the sides that are made of several vocabularies: opens, behind, sought by, relative, after time, as what.
    """

    pattern: AnchoredPattern
    one: re.Pattern[str]
    states: dict[str, Row]
    sides: dict[str, re.Pattern[str]]

    def is_word(self, word: str, *sides: str) -> bool:
        """Whether a word belongs to one of the sides."""
        return any(self.sides[side].fullmatch(word) for side in sides)


def governments(text: str, vocabulary: Vocabulary) -> Iterator[Known]:
    """The capitals of a text that act, each with the state whose government it stands for."""
    capitals = _capitals(vocabulary)
    for found in capitals.pattern.finditer(text):
        if _acts(text, *found.span(), capitals):
            for name in capitals.one.finditer(text, *found.span()):
                yield Known(name.start(), name.end(), capitals.states[name["name"]])


def _acts(text: str, start: int, end: int, capitals: _Capitals) -> bool:
    left = text[max(0, start - 40) : start]
    before = _BEFORE.search(left)
    word = before["word"] if before else ""
    return (
        _owns_stance(text, end, left, word, capitals)
        or _is_agent(text, end, left, word, capitals)
        or bool(capitals.sides["relative"].search(left))
        or _is_subject(text, end, left, capitals)
        or _is_object(text, end, left, capitals)
        # The German verb stands in front where something else opens the sentence.
        or (word.islower() and capitals.is_word(word, "verb", "addressing"))
    )


def _owns_stance(text: str, end: int, left: str, word: str, capitals: _Capitals) -> bool:
    """'auf Bitten Kabuls', "Moscow's refusal", 'the refusal of Moscow'."""
    owned, of_stance = _OWNED.match(text, end), _OF.search(left)
    return (
        (text[end - 1] == "s" and capitals.is_word(word, "stance"))
        or (owned is not None and capitals.is_word(owned["word"], "stance"))
        or (of_stance is not None and capitals.is_word(of_stance["word"], "stance"))
    )


def _is_agent(text: str, end: int, left: str, word: str, capitals: _Capitals) -> bool:
    """'die von Teheran vorgeschlagene Sitzung', 'the session requested by Tehran'."""
    behind = _SMALL_BEHIND.match(text, end)
    return bool(
        capitals.sides["sought by"].search(left)
        or (behind and capitals.is_word(word, "agent") and capitals.sides["sought"].match(behind["word"]))
    )


def _is_subject(text: str, end: int, left: str, capitals: _Capitals) -> bool:
    """Whether a capital opens its clause, or follows a time, with a verb behind it that no mere place has."""
    opens = capitals.sides["opens"].search(left)
    if not (opens or capitals.sides["after time"].search(left)):
        return False
    if opens and capitals.sides["as what"].match(text, end):
        return True
    behind = capitals.sides["behind"].match(text, end)
    if not behind or capitals.is_word(behind["word"], "place verb"):
        return False
    return bool(behind["perfect"]) or capitals.is_word(behind["word"], "verb", "finite")


def _is_object(text: str, end: int, left: str, capitals: _Capitals) -> bool:
    """Whether a capital without a preposition follows a time inside a sentence: 'rief am 3. Mai Kabul zur Ruhe auf'."""
    small = _SMALL_BEHIND.match(text, end)
    return bool(
        small
        and not capitals.is_word(small["word"], "place verb")
        and capitals.sides["after time"].search(left)
        and _WORD_BEFORE_TIME.search(left)
    )


@cache
def _capitals(vocabulary: Vocabulary) -> _Capitals:
    states = {row["country_code"]: row for row in vocabulary.rows("actors") if row["kind"] == "state"}
    codes = {row["place_id"]: row["country_code"] for row in vocabulary.rows("capitals")}
    names = {row["name"]: row["place_id"] for row in vocabulary.rows("place_names") if row["language"] in ("de", "en", "")}
    names |= {row[label]: row["place_id"] for row in vocabulary.rows("places") for label in ("label_de", "label_en")}
    of_name = {name: states[codes[place]] for name, place in names.items() if codes.get(place) in states}
    one = either_word(of_name)
    cues = [row for row in vocabulary.rows("place_cues") if row["cue"] == "government"]
    own = vocabulary.rows("government_words")
    words = {side: either(row["pattern"] for row in (*cues, *own) if row["side"] == side) for side in _SIDES}
    times = either(row["words"] for row in vocabulary.rows("date_words") if row["kind"] in ("month", "weekday"))
    clauses = either("|".join(row["words"].split()) for row in vocabulary.rows("clause_words") if row["opens"] != "joint")
    patterns = {
        **words,
        "opens": rf"(?:^|[.;:,–(!?]\s?|\]\s|\b(?:{words['conjunction']}|{clauses})\s)$",
        "behind": rf"(?:\s(?:{words['emphasis']}))?(?P<perfect>\s(?:{words['perfect']}))?\s(?P<word>[a-zäöüß]+)",
        "sought by": rf"(?:{words['sought']})\sby\s$",
        # What opens a subordinate clause has its subject right behind it: 'woraufhin Moskau den Rat anrief'.
        "relative": rf",\s(?:{clauses})\s$",
        # 'In June 2025 Vientiane applied'.
        "after time": rf"(?:\d|\b(?:{times}))\s$",
        "as what": rf",\s(?:an?|ein|the|der)\s(?:[a-zäöüß]+\s)?(?:{words['member']})\b",
    }
    return _Capitals(
        pattern=AnchoredPattern(rf"{one}s?(?:{_JOINT}{one}s?)*(?![\w-])", lead_of(one)),
        one=re.compile(rf"(?P<name>{one})s?(?![\w-])"),
        states=of_name,
        sides={side: re.compile(pattern) for side, pattern in patterns.items()},
    )
