"""The words around an event's date that tell its kind and its status: found together, in one go through the sentence."""

import re
from functools import cache, lru_cache

from loaders.languages import language_of
from loaders.passage import Passage, Span
from loaders.terms import Hit, TermIndex
from loaders.vocabulary import Vocabulary

_VOCABULARIES = ("event_type_terms", "status_terms")
# Characters of a section that tell its language.
_LANGUAGE_SAMPLE = 400
_KEPT_PASSAGES = 16

# Small words that belong to the time expression: 'für den', 'im Jahr', 'Mitte', 'on the'.
_BEFORE_DATE = re.compile(
    r"(?i)\b(?:(?:am|im|in|zum|zur|on)\s+)?(?:(?:den|dem|des|das|die|der|the)\s+)?"
    r"(?:(?:jahre?n?|jahres|monat|anfang|mitte|ende|year|early|mid|late|end|beginning|of)[\s-]+)*\Z"
)
# What parts clauses: German commas do, English clauses also begin without one.
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—]\s|\s(?=(?:that|which|who|whether|dass|ob|und (?:die|der|das))\s)")


def event_hits(passage: Passage, vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """All rows of `event_type_terms.csv` and `status_terms.csv` found in the passage's sentence, guards included.

    Their spans count characters of the section's text.
    """
    text = passage.section.text
    index = _index(vocabulary, _language(text, vocabulary))
    return _found(index, text, passage.sentence_start, passage.sentence_end, passage.date_start, passage.date_end)


def heading_hits(passage: Passage, heading: str, vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """The same of a heading, whose language is the section's; the spans count characters of the heading."""
    index = _index(vocabulary, _language(passage.section.text or heading, vocabulary))
    return _found(index, heading, 0, len(heading), 0, 0)


def clause_around_date(passage: Passage) -> Span:
    """The span of the clause, inside the passage's sentence, that holds the date."""
    text, sentence_start = passage.section.text, passage.sentence_start
    before = _CLAUSE_END.finditer(text, sentence_start, passage.date_start)
    after = _CLAUSE_END.search(text, passage.date_end, passage.sentence_end)
    start = max((found.end() for found in before), default=sentence_start)
    return start, after.start() if after else passage.sentence_end


@lru_cache(maxsize=_KEPT_PASSAGES)
def _found(index: TermIndex, text: str, start: int, end: int, date_start: int, date_end: int) -> tuple[Hit, ...]:
    words = _BEFORE_DATE.search(text, max(start, date_start - 40), date_start)
    first = words.start() if words and date_end > date_start else date_start
    return tuple(index.find(text, start, end, (first, date_end)))


def _language(text: str, vocabulary: Vocabulary) -> str:
    return language_of(text[:_LANGUAGE_SAMPLE], vocabulary) or "de"


@cache
def _index(vocabulary: Vocabulary, language: str) -> TermIndex:
    rows = [row for name in _VOCABULARIES for row in vocabulary.rows(name) if row["language"] == language]
    return TermIndex(rows, "pattern")
