"""The part of a section that states one event: what every finder's `choose_…` function looks at."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from loaders.document import Section
from loaders.sentence_words import sentence_words
from loaders.words import KEPT_TEXTS

Span = tuple[int, int]

# Of a label: 'Sitzung.', 'Dritte Runde.', 'Talks in Omsk.'
_LABEL = re.compile(r"(?:[\w’'-]+ ){0,3}[^\W\d][\w’'-]*\.")
_LONGEST = 7
# A number of one or two digits with a full stop is an ordinal, unless a word follows that opens a sentence.
_ORDINAL = re.compile(r"(?<![\d.])\d{1,2}$")
_BREAK = re.compile(r"[.!?…][\"“”»«'’)\]]*(?=\s+[\"„“»«'(\[]*[A-ZÄÖÜА-Я0-9])|\n+")


class Dated(Protocol):
    """A mention of a time: anything with a span."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Passage:
    """One event's own words. All offsets count characters of `section.text`.

    `start:end` is the clause of the event, `sentence_start:sentence_end` the sentence around it,
    `date_start:date_end` its time expression (empty span where the date comes from elsewhere, e.g. the heading).
    `reach` is the end of the sentences that follow without a date of their own and so go on telling of this event.
    `is_main` tells that the section's heading names this event.
    """

    section: Section
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    date_start: int
    date_end: int
    reach: int
    is_main: bool = False

    @property
    def text(self) -> str:
        return self.section.text[self.start : self.end]

    @property
    def sentence(self) -> str:
        return self.section.text[self.sentence_start : self.sentence_end]

    @property
    def date_text(self) -> str:
        return self.section.text[self.date_start : self.date_end]

    def holds(self, start: int) -> bool:
        """Whether a mention that begins at `start` stands in the event's own clause."""
        return self.start <= start < self.end

    def goes_on_to(self, start: int) -> bool:
        """Whether a mention that begins at `start` stands in the sentences that go on telling of this event."""
        return self.sentence_end <= start < self.reach


# Every finder asks for the sentences of a section, one section after the other.
@lru_cache(maxsize=KEPT_TEXTS)
def sentences(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of a text, white space at their ends left out; a line end always ends one."""
    spans, start = [], 0
    for found in _BREAK.finditer(text):
        if text[found.start()] == "." and _is_no_end(text, start, found):
            continue
        spans.append((start, found.end()))
        start = found.end()
    spans.append((start, len(text)))
    return tuple(stripped for span in spans if (stripped := _stripped(text, *span)))


def sentence_at(text: str, place: int) -> Span | None:
    """The sentence that holds `text[place]`; None where white space between two stands there."""
    spans = sentences(text)
    found = bisect_right(spans, (place, len(text) + 1)) - 1
    return spans[found] if found >= 0 and place < spans[found][1] else None


def label_of(passage: Passage) -> Span | None:
    """The few words that open the passage's line and end in a full stop, as in 'Sitzung. Am 3. Mai …'; None without."""
    text = passage.section.text
    first = text.rfind("\n", 0, passage.sentence_start) + 1
    if first == passage.sentence_start:
        return None
    label = sentence_at(text, first)
    is_label = label and label[1] <= passage.sentence_start and label[0] == first and _LABEL.fullmatch(text, *label)
    return label if is_label else None


def split_passages(section: Section, dates: Sequence[Dated]) -> list[Passage]:
    """One passage for each date, in order of the text: its clause, its sentence, and how far it is told on."""
    spans = sentences(section.text)
    starts = {span: [date for date in dates if span[0] <= date.start < span[1]] for span in spans}
    passages = []
    for number, span in enumerate(spans):
        if not starts[span]:
            continue
        reach = next((later[0] for later in spans[number + 1 :] if starts[later]), len(section.text))
        for clause, date in zip(_clauses(section.text, span, starts[span]), starts[span], strict=True):
            told_on = reach if date is starts[span][-1] else span[1]
            passages.append(Passage(section, *clause, *span, date.start, date.end, max(told_on, span[1])))
    return passages


def _clauses(text: str, sentence: Span, dates: Sequence[Dated]) -> list[Span]:
    if not dates:
        return []
    cuts = [_cut(text, one.end, other.start) for one, other in pairwise(dates)]
    edges = [sentence[0], *cuts, sentence[1]]
    return [_stripped(text, start, end) or (start, end) for start, end in pairwise(edges)]


def _cut(text: str, start: int, end: int) -> int:
    """Where the clause of one date ends and the next one's begins: at the strongest separator between the two."""
    for separator in sentence_words().separators:
        found = list(separator.finditer(text, start, end))
        if found:
            return found[-1].start() + 1
    return end


def cut_before(text: str, start: int, date: int) -> int | None:
    """Where the words that begin at `start` end and the clause of the date behind them begins; None where they are one."""
    for separator in sentence_words().separators[:-1]:
        found = list(separator.finditer(text, start, date))
        if found:
            return found[-1].start()
    return None


def _is_no_end(text: str, start: int, found: re.Match[str]) -> bool:
    before = text[max(start, found.start() - 16) : found.start()]
    if before[-1:].isdecimal() and _ORDINAL.search(before):
        words = sentence_words()
        is_plain = words.numbered.search(before) or words.english.search(text, start, found.start())
        return not is_plain and not words.openers.match(text[found.end() :].lstrip()[:14])
    # Most sentences end in a word that is longer than any abbreviation.
    is_long = len(before) >= _LONGEST and before[-_LONGEST:].isalpha()
    return not is_long and bool(sentence_words().abbreviations.search(before))


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end].rstrip()
    bare = words.lstrip()
    return (start + len(words) - len(bare), start + len(words)) if bare else None
