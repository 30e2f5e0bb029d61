"""What stands around a date: its sentence and its clause, and of which side of the present their words speak."""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from loaders.dates.mentions import DateMention
from loaders.dates.words import Words
from loaders.passage import Span, sentences

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[,;:]")
_ENDED = re.compile(r"[,;]\s")


class _Clauses(NamedTuple):
    """What begins a clause, and what tells that it speaks of something to be done."""

    begins: re.Pattern[str]  # in English no comma need stand before it
    aside: re.Pattern[str]  # 'den Gipfel, der am …', 'a plan, to be …', 'X, who said …'
    of_others: re.Pattern[str]
    to_do: re.Pattern[str]  # 'im Dezember abzuhalten', 'im Mai zu tagen', but not 'getagt zu haben'


@cache
def _clauses_of(words: Words) -> _Clauses:
    relative, bare, others, prefix, verbs = (
        "|".join(sorted(words.by_kind[kind]))
        for kind in ("relative", "bare relative", "of others", "verb prefix", "auxiliary infinitive")
    )
    return _Clauses(
        begins=re.compile(rf"[,;:]|\b(?:{bare})\b"),
        aside=re.compile(rf",\s(?=(?:{relative})\s(?!\d))"),
        of_others=re.compile(rf"(?:{others})\s"),
        to_do=re.compile(rf"\b(?:(?:{prefix})zu\w{{3,}}n|zu (?!{verbs})[a-zäöüß]{{3,}}n|(?:is|are) to [a-z]\w*)\b"),
    )


class Around:
    """A text with its sentences; the words are those of `date_words.csv`."""

    def __init__(self, text: str, words: Words) -> None:
        self._text, self._kinds, self._sentences = text, words.by_kind, sentences(text)
        self._clauses = _clauses_of(words)

    def sentence(self, place: int) -> Span:
        """The sentence around `text[place]`."""
        found = bisect_right(self._sentences, (place, len(self._text) + 1)) - 1
        return self._sentences[max(found, 0)]

    def words(self, place: int, until: int) -> str:
        """The sentence around `text[place]` in small letters, as far as it stands before `text[until]`."""
        first, last = self.sentence(place)
        return self._text[first : min(last, until)].lower()

    def is_between_commas(self, mention: DateMention) -> bool:
        """Whether it is told aside: 'Der Verbund, am 3. Mai 2005 gegründet, …'."""
        first, last = self.sentence(mention.start)
        return self._text.rfind(",", first, mention.start) >= 0 and self._text.find(",", mention.end, last) >= 0

    def is_in_aside(self, mention: DateMention) -> bool:
        """Whether its clause tells something beside: 'Norland, das am 5. Juni den Vorsitz übernommen hat'."""
        first, _ = self.sentence(mention.start)
        asides = [found.end() for found in self._clauses.aside.finditer(self._text, first, mention.start)]
        return bool(asides) and _ENDED.search(self._text, asides[-1], mention.start) is None

    def is_of_other(self, mention: DateMention) -> bool:
        """Whether its clause plans, or tells of another: 'ein Gipfel, der am 5. Juni stattfinden soll'."""
        first, last = self.sentence(mention.start)
        begins = max((found.end() for found in _CLAUSE_END.finditer(self._text, first, mention.start)), default=0)
        after = _CLAUSE_END.search(self._text, mention.end, last)
        if begins and self._clauses.to_do.search(self._text, begins, after.start() if after else last):
            return True
        clause = max((found.end() for found in self._clauses.aside.finditer(self._text, first, mention.start)), default=0)
        if not clause:
            return False
        is_ahead = not self._kinds["ahead"].isdisjoint(_WORD.findall(self._text, clause, last))
        is_over = _ENDED.search(self._text, clause, mention.start) is not None
        return is_ahead or (not is_over and self._clauses.of_others.match(self._text, clause) is not None)

    def is_put_off(self, words: str) -> bool:
        """Whether some words say that something is put off."""
        return not self._kinds["put off"].isdisjoint(_WORD.findall(words))

    def direction(self, place: int) -> int:
        """1 where the words around speak of the future, -1 for the past: those of the clause first, then the sentence."""
        first, last = self.sentence(place)
        clause = self._clauses.begins.split(self._text[first:place])[-1] + _CLAUSE_END.split(self._text[place:last])[0]
        # 'wurde von Juni auf Dezember verlegt' is told in the past, of times that may lie ahead.
        if self.is_put_off(clause):
            return 0
        if self._clauses.to_do.search(clause):
            return 1
        for words in (set(_WORD.findall(clause)), set(_WORD.findall(self._text, first, last))):
            if words & self._kinds["origin"]:
                return 0
            if words & self._kinds["ahead"]:
                return 1
            if words & self._kinds["behind"]:
                return -1
        return 0
