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
# 'In June 2025 Vientiane applied'.
_AFTER_TIME = re.compile(r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|day)\s$")
# What opens a subordinate clause has its subject right behind it: 'woraufhin Moskau den Rat anrief'.
_RELATIVE = re.compile(
    r",\s(?:woraufhin|worauf|weshalb|weswegen|wozu|wogegen|wobei|womit|nachdem|bevor|weil|dass|ob|den|die|das|was|which|that|whom)\s$"
)
_OWNED = re.compile(r"(?:’s|'s)\s(?:own\s)?(?P<word>[a-z]+)")
_OF = re.compile(r"(?P<word>[A-Za-zÄÖÜäöüß]+)\s(?:of|von)\s$")
_AGENT = frozenset({"von", "durch"})
_SOUGHT = re.compile(r"(?:vorgeschlag|beantragt|angeregt|initiiert|geforder|eingebracht|gewünscht|erbeten|vorgelegt|unterstützt)")
_BY = re.compile(
    r"(?:proposed|requested|suggested|drafted|submitted|backed|introduced|initiated|offered|demanded|rejected)\sby\s$"
)
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
    word = before["word"] if before else ""
    if text[end - 1] == "s" and capitals.stances.fullmatch(word):
        return True
    owned, of_stance, by_agent = _OWNED.match(text, end), _OF.search(left), _BY.search(left)
    if (owned and capitals.stances.fullmatch(owned["word"])) or (of_stance and capitals.stances.fullmatch(of_stance["word"])):
        return True
    if by_agent or (word in _AGENT and behind and _SOUGHT.match(behind["word"])):
        return True
    if _RELATIVE.search(left):
        return True
    if behind and capitals.verbs.fullmatch(behind["word"]) and (_OPENS.search(left) or _AFTER_TIME.search(left)):
        return True
    # The German verb stands in front where something else opens the sentence.
    return word.islower() and bool(capitals.verbs.fullmatch(word))


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
