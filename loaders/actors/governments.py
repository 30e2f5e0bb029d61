"""Finds capitals that stand for a government: 'Moskau lehnte ab', 'auf Bitten Kabuls', 'New Delhi made it known'."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.actors.names import Known
from loaders.anchored import AnchoredPattern, lead_of
from loaders.vocabulary import Row, Vocabulary

_OPENS = re.compile(
    r"(?:^|[.;:,–(!?]\s?|\]\s|\b(?:dass|weil|während|obwohl|da|als|und|aber|doch|that|while|as|because|whereas|although|and|but)\s)$"
)
_BEHIND = re.compile(r"(?:\s(?:selbst|itself|hat|hatte|habe|has|had|also))?\s(?P<word>[a-zäöüß]+)")
_BEFORE = re.compile(r"(?P<word>[A-Za-zÄÖÜäöüß]+)\s$")
_JOINT = r"(?:,\s|\s(?:und|and|sowie|as well as)\s)"


class _Capitals(NamedTuple):
    pattern: AnchoredPattern
    one: re.Pattern[str]
    states: dict[str, Row]
    verbs: re.Pattern[str]
    stances: re.Pattern[str]


def governments(text: str, vocabulary: Vocabulary) -> Iterator[Known]:
    """The capitals of a text that act, each with the state whose government it stands for."""
    capitals = _capitals(vocabulary)
    for found in capitals.pattern.finditer(text):
        if _acts(text, *found.span(), capitals):
            for name in capitals.one.finditer(text, *found.span()):
                yield Known(name.start(), name.end(), capitals.states[name["name"]])


def _acts(text: str, start: int, end: int, capitals: _Capitals) -> bool:
    left = text[max(0, start - 40) : start]
    before, behind = _BEFORE.search(left), _BEHIND.match(text, end)
    if text[end - 1] == "s" and before and capitals.stances.fullmatch(before["word"]):
        return True
    if behind and _OPENS.search(left) and capitals.verbs.fullmatch(behind["word"]):
        return True
    # The German verb stands in front where something else opens the sentence.
    return bool(before and before["word"].islower() and capitals.verbs.fullmatch(before["word"]))


@cache
def _capitals(vocabulary: Vocabulary) -> _Capitals:
    states = {row["country_code"]: row for row in vocabulary.rows("actors") if row["kind"] == "state"}
    codes = {row["place_id"]: row["country_code"] for row in vocabulary.rows("capitals")}
    names = {row["name"]: row["place_id"] for row in vocabulary.rows("place_names") if row["language"] in ("de", "en", "")}
    names |= {row[label]: row["place_id"] for row in vocabulary.rows("places") for label in ("label_de", "label_en")}
    of_name = {name: states[codes[place]] for name, place in names.items() if codes.get(place) in states}
    alternatives = "|".join(map(re.escape, sorted(of_name, key=len, reverse=True)))
    one = rf"(?:{alternatives})"
    rows = [row for row in vocabulary.rows("place_cues") if row["cue"] == "government"]
    own = vocabulary.rows("government_words")
    verbs = [row["pattern"] for row in (*rows, *own) if row["side"] == "verb"]
    stances = [row["pattern"] for row in (*rows, *own) if row["side"] == "stance"]
    return _Capitals(
        AnchoredPattern(rf"{one}s?(?:{_JOINT}{one}s?)*(?![\w-])", lead_of(one)),
        re.compile(rf"(?P<name>{alternatives})s?(?![\w-])"),
        of_name,
        re.compile("|".join(f"(?:{verb})" for verb in verbs)),
        re.compile("|".join(f"(?:{stance})" for stance in stances)),
    )
