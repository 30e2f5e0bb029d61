"""What a date is used for: an event, or part of a name, a statistic, an open question, a note on publication, or no date at all.

Each row of `date_uses.csv` is a regular expression over the text around a date. `{date}` stands for the date, `{years}`
for one that names two years, `{stretch}` for a range of them ('2022 bis 2024', '2021/22'), any other word in braces for
the words of that kind in `date_use_words.csv`; `finest` is the finest precision of date that the row speaks of. The use
'bound' is that of a date before which something else is to happen, 'number' that of a number which is no date. The
`example` marks the date in brackets.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain, compress, count

import ahocorasick

from loaders.dates.periods import PRECISIONS
from loaders.dates.use_rules import DATES, MARK, Found, Rule, any_of, rule_of
from loaders.patterns import COMPILED, finder_of
from loaders.vocabulary import Vocabulary
from loaders.words import Judged, words_in

# How many characters before and after a date are looked at.
_REACH = 110
_WORD = re.compile(r"\w+")
# A quoted name ends in a capitalised word and the date: “Peace Mission 2021”, not “wir tagen 2021”.
_QUOTED = re.compile(r"[„“\"«‚‘'](?:[^„“”\"«»\n]{1,60}[\s-])?[A-ZÄÖÜ][\w-]*\s*[–-]?\s*$")
# What is quoted as no more than a time: 'China nannte nur „das zweite Halbjahr“'.
_ONLY_QUOTED = re.compile(r"[„“\"«‚‘](?:[a-zäöü]+\s){0,2}$")
_CLOSING = "“”\"»’'‘"
_HYPHENS = "-\u2010\u2011"


class Uses:
    """The rows of `date_uses.csv` for each precision of a date."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words: dict[str, tuple[str, ...]] = {"": ()}
        for row in vocabulary.rows("date_use_words"):
            words[row["kind"]] = (*words.get(row["kind"], ()), *row["words"].split("|"))
        rows = vocabulary.rows("date_uses")
        self._rules: dict[str, list[Rule]] = {}
        self._bare: dict[str, list[Rule]] = {}  # those that need no word
        self._cues: dict[str, ahocorasick.Automaton] = {}
        self._hints: dict[str, Judged[bool]] = {}
        self._signs: dict[str, tuple[str, ...]] = {}
        kinds = {kind: any_of(every) for kind, every in words.items()} | DATES
        kinds["number"] = rf"(?:[\d.,]+|{kinds['numeral']})"
        every_rule = [(PRECISIONS.index(row["finest"]), rule_of(row, kinds)) for row in rows]
        for place, precision in enumerate(PRECISIONS):
            rules = [rule for finest, rule in every_rule if finest <= place]
            needed = {rule.needs: words[rule.needs] for rule in rules}
            self._rules[precision], self._bare[precision] = rules, [rule for rule in rules if not rule.needs]
            self._cues[precision] = _finder(needed)
            self._hints[precision], self._signs[precision] = _hints(chain.from_iterable(needed.values()))

    def of(self, text: str, start: int, end: int, precision: str) -> Found:
        """The use of the date at `text[start:end]`, judged by the words around it."""
        before = text[max(0, start - _REACH) : start]
        if precision != "day" and _is_in_name(text, before, end):
            return "name"
        window = f"{before}{MARK}{text[start:end]}{MARK}{text[end : end + _REACH]}"
        is_hinted = self._is_hinted(text, start, end, precision)
        places = self._places(window, precision) if is_hinted else {}
        for rule in (self._rules if is_hinted else self._bare)[precision]:
            if (not rule.needs or rule.needs in places) and _fits(rule, window, len(before), places.get(rule.needs, [])):
                return rule.use
        return "event"

    def _is_hinted(self, text: str, start: int, end: int, precision: str) -> bool:
        """Whether a word that a rule needs stands around a date: most dates have none, and a word is looked up fast."""
        first, last = max(0, start - _REACH), end + _REACH
        starts, ends, _ = words_in(text)
        begin, stop = bisect_right(ends, first), bisect_left(starts, last)
        hinted = _hinted(self, text, precision)
        if hinted is None or bisect_left(hinted, begin + 1) < bisect_left(hinted, stop - 1):
            return True
        hints = self._hints[precision]
        for number in {begin, stop - 1} if begin < stop else ():  # the window may cut these
            if hints[text[max(first, starts[number]) : min(last, ends[number])]]:
                return True
        return _is_glued(text, start) or _is_glued(text, end)

    def hinted(self, text: str, precision: str) -> list[int] | None:
        """Which words of a text a rule may need, by their number; None where one of its signs needs no word."""
        if any(sign in text for sign in self._signs[precision]):
            return None
        hints = map(self._hints[precision].__getitem__, words_in(text).words)
        return list(compress(count(), hints))

    def _places(self, window: str, precision: str) -> dict[str, list[int]]:
        """Where words of each kind may begin: looking for them first is many times faster than trying each rule."""
        lowered = window.lower()
        places: dict[str, list[int]] = {}
        # A few letters have more than one small one, which would shift all places behind them.
        for last, (length, kinds) in self._cues[precision].iter(lowered if len(lowered) == len(window) else window):
            for kind in kinds:
                places.setdefault(kind, []).append(last - length + 1)
        return places


# Each date of a text asks for the words around it.
@lru_cache(maxsize=4 * len(PRECISIONS))
def _hinted(uses: Uses, text: str, precision: str) -> list[int] | None:
    return uses.hinted(text, precision)


def _finder(words: dict[str, tuple[str, ...]]) -> ahocorasick.Automaton:
    kinds: dict[str, list[str]] = {}
    for kind, every in words.items():
        for word in {word.lstrip("*").lower() for word in every}:
            kinds.setdefault(word, []).append(kind)
    return finder_of({word: (len(word), tuple(named)) for word, named in kinds.items()})


def _is_glued(text: str, edge: int) -> bool:
    return text[edge - 1 : edge].isalnum() and text[edge : edge + 1].isalnum()


def _hints(cues: Iterable[str]) -> tuple[Judged[bool], tuple[str, ...]]:
    """What tells of a word whether it can belong to one of the cues, and the cues that hold no word, such as '%'."""
    words = [(cue, max(_WORD.findall(cue.lower()), key=len, default="")) for cue in cues]
    whole = frozenset(word for cue, word in words if cue[0] != "*")
    endings = tuple(word for cue, word in words if cue[0] == "*")
    signs = tuple(cue for cue, word in words if not word)
    return Judged(lambda word: word.lower() in whole or word.lower().endswith(endings)), signs


def _fits(rule: Rule, window: str, date: int, words: list[int]) -> bool:
    """Whether a rule fits the date at `window[date]`, given the places of the words it needs."""
    if rule.opens == "else":
        return COMPILED[rule.pattern].search(window) is not None
    match = COMPILED[rule.pattern].match
    return any(match(window, place) for place in ([date] if rule.opens == "date" else words))


@cache
def uses_of(vocabulary: Vocabulary) -> Uses:
    return Uses(vocabulary)


def _is_in_name(text: str, before: str, end: int) -> bool:
    """Whether a date is glued to a name ('Antiterror-2021') or closes a quoted one (“Peace Mission 2021”)."""
    if len(before) > 1 and before[-1] in _HYPHENS and before[-2].isalpha():
        return True
    return (
        text[end : end + 1] in _CLOSING
        and bool(text[end : end + 1])
        and (_QUOTED.search(before) is not None or _ONLY_QUOTED.search(before) is not None)
    )
