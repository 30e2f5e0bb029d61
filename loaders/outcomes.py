"""What an event brought about, told without a date of its own: 'Norland übernahm dabei den Vorsitz'.

An undated clause is an event of its own where it tells of a change that outlasts the meeting: who holds an office, who
belongs to the organisation, what others signed beside it, which declaration a summit gave its name to; or where it stands
in a list of results. It happened when the event did that was told before it. `outcome_rules` says how
such clauses read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from loaders.dates import DateMention
from loaders.document import Section
from loaders.languages import language_of_text
from loaders.outcome_rules import Rule, Rules, fitting, likely_of, rules_of
from loaders.passage import Passage, Span, cut_before, sentence_at, sentences
from loaders.vocabulary import Vocabulary

_LIST_AHEAD = re.compile(r":[ \t]*\n")
_WORDS = re.compile(r"\w")


class Outcome(NamedTuple):
    """A clause of a section, and the number of the date, among those of the section, at which it happened."""

    passage: Passage
    date: int


def find_outcomes(
    section: Section, dates: Sequence[DateMention], is_ahead: Sequence[bool], vocabulary: Vocabulary
) -> list[Outcome]:
    """The outcomes that a section tells without dates of their own, in order of the text.

    `dates` are those of its events, in order; `is_ahead` tells of each whether it lies behind the briefing's quarter.
    """
    if not dates:
        return []
    rules = rules_of(vocabulary)
    likely = likely_of(rules.rules.get(language_of_text(section.text, vocabulary), ()), rules.needs, section.text)
    found = [*_listed(section, dates, rules.results), *_told(section, dates, is_ahead, likely, rules)]
    kept: list[Outcome] = []
    for outcome in sorted(found, key=lambda one: (one.passage.start, -one.passage.end)):
        if not kept or outcome.passage.start >= kept[-1].passage.end:
            kept.append(outcome)
    return kept


def parted(passages: Sequence[Passage], outcomes: Sequence[Outcome]) -> list[Passage]:
    """The passages of dated events without the clauses that tell outcomes."""
    return [_without(passage, [one.passage for one in outcomes]) for passage in passages]


def heads_of_lists(section: Section, dates: Sequence[DateMention], vocabulary: Vocabulary) -> set[int]:
    """The numbers of the dates that only head a list of results: 'Die Ergebnisse des zweiten Tages:'."""
    spans = [span for span, _ in _lists(section.text, rules_of(vocabulary).results)]
    return {number for number, date in enumerate(dates) if any(start <= date.start < end for start, end in spans)}


def _told(
    section: Section, dates: Sequence[DateMention], is_ahead: Sequence[bool], rules: Sequence[Rule], words: Rules
) -> Iterator[Outcome]:
    text, starts = section.text, [date.start for date in dates]
    seen: set[tuple[str, int]] = set()
    for sentence in sentences(text) if rules else ():
        likely = likely_of(rules, words.needs, text[slice(*sentence)])
        for clause in _clauses(text, sentence, words.apart) if likely else ():
            said = text[slice(*clause)]
            rule = None if words.earlier.search(said) else fitting(said, likely)
            if rule is None:
                continue
            before = bisect_right(starts, clause[0])
            if bisect_right(starts, clause[1]) != before:
                # It has a date: what it tells is no outcome of another event, nor is what says so again.
                seen.add((rule.kind, before))
                continue
            number = (
                None
                if words.aside.match(text, clause[0])
                else _date_of(rule, words.there.search(said) is not None, dates[:before], is_ahead)
            )
            if number is not None and (rule.kind, number) not in seen:
                seen.add((rule.kind, number))
                yield Outcome(_passage(section, clause, sentence), number)


def _date_of(rule: Rule, is_there: bool, dates: Sequence[DateMention], is_ahead: Sequence[bool]) -> int | None:
    """The number of the date, of those told before, at which the clause's event took place; a future one follows the last.

    `is_there` tells that it names the place of the last one told. What a text tells moves on in time:
    earlier dates than the latest one are looked back to.
    """
    if rule.is_future:
        return len(dates) - 1 if dates and is_ahead[len(dates) - 1] else None
    past = [number for number in range(len(dates)) if not is_ahead[number]]
    if past and is_there:
        return past[-1]
    days = [number for number in past if dates[number].period.precision == "day"]
    return max(days or past, key=lambda number: (dates[number].period.end, number), default=None)


def _listed(section: Section, dates: Sequence[DateMention], results: re.Pattern[str]) -> Iterator[Outcome]:
    text, starts = section.text, [date.start for date in dates]
    for (_, head), lines in _lists(text, results):
        number = bisect_right(starts, head) - 1
        if number < 0:
            continue
        for start, end in lines:
            sentence = sentence_at(text, start) or (start, end)
            ahead = starts[bisect_right(starts, start - 1) :]
            last = cut_before(text, start, ahead[0]) if ahead and ahead[0] < sentence[1] else sentence[1]
            if last is not None:
                yield Outcome(_passage(section, (start, last), sentence), number)


def _lists(text: str, results: re.Pattern[str]) -> Iterator[tuple[Span, list[Span]]]:
    """Each sentence that heads a list of results, with the lines of the list."""
    for found in _LIST_AHEAD.finditer(text):
        head = next(((start, end) for start, end in sentences(text) if start <= found.start() < end), None)
        if head and results.search(text, *head):
            end = text.find("\n\n", found.end())
            lines = text[found.end() : end if end >= 0 else len(text)].split("\n")
            starts = [found.end() + sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
            spans = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True) if _WORDS.match(line)]
            yield head, spans


def _clauses(text: str, sentence: Span, apart: re.Pattern[str]) -> Iterator[Span]:
    start = sentence[0]
    for found in apart.finditer(text, *sentence):
        yield start, found.start()
        start = found.end()
    yield start, sentence[1]


def _passage(section: Section, clause: Span, sentence: Span) -> Passage:
    return Passage(section, *clause, *sentence, clause[0], clause[0], sentence[1])


def _without(passage: Passage, outcomes: Sequence[Passage]) -> Passage:
    for other in outcomes:
        if other.end <= passage.start or passage.end <= other.start:
            continue
        if other.end <= passage.date_start:
            words = _WORDS.search(passage.section.text, other.end)
            passage = replace(passage, start=min(words.start() if words else other.end, passage.date_start))
        elif passage.date_end <= other.start:
            passage = replace(passage, end=other.start)
    return passage
