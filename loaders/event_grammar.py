"""The part that a word plays in its sentence: is it the event itself, or what the event was about?

'Sie sprachen über ein Abkommen' tells of talks and of no document, 'am 3. Mai schlug er ein Forum vor' of a proposal, and 'das
nächste Treffen' is whatever gathering was told of before. The words of each language are in `event_clause_words.csv`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.languages import language_of_text
from loaders.passage import Passage, Span
from loaders.patterns import either_word
from loaders.vocabulary import Vocabulary

# Up to four words, without a mark that parts clauses, between a word and what goes with it.
_FEW = r"(?:[\w„“”\"’'-]+\s){0,4}\Z"
_REACH = 60
# Words that may stand before a noun: 'diesjährigen', "this year's regional"; by whether the language is German.
_ADJECTIVES = {
    True: r"(?:[a-zäöüß-]{3,}e[nrms]?\s|[A-ZÄÖÜ][\w-]+er\s|\w+-)*",
    False: r"(?:(?:[a-z\d][\w-]*(?:['’]s)?|[A-Z][\w-]*(?:['’]s?)?)\s|\w+-){0,3}",
}
# What a document is about ('Memorandum über den Beitritt') tells its kind; gatherings are mostly subjects, also behind the verb.
_ACTS = frozenset(("membership", "appointment", "chairmanship"))
_NEVER = frozenset(("other", "meeting", "ministerial", "resolution"))  # what is met with or told is not spoken about
_SUBJECTS = frozenset(("summit", "conference", "exercise"))
_OF_PARTICIPANTS = frozenset(("summit", "ministerial"))
_OCCASIONS = frozenset(("summit",))
_OF_PERSONS = frozenset(("summit", "ministerial", "meeting"))
_GATHERINGS = _SUBJECTS | _OF_PARTICIPANTS | {"meeting"}
_ATTRIBUTE_OPENS = re.compile(r"\b(?:[Dd](?:er|ie|as|em|en|es)|(?:[Ee]in|[Ii]hr|[Ss]ein)(?:e[nrms]?)?)\s(?:[a-zäöü]+\s){0,2}\Z")
_ATTRIBUTE = re.compile(
    r"[^,;:.]{0,60}?(?P<participle>\b[a-zäöüß]{3,}(?:te|ene|ende)[nrms]?\s)"
    r"(?:[\w-]+(?:e|en|er|es|em)\s){0,3}?[A-ZÄÖÜ„][\w„“-]*(?![\w-])(?<!schen)(?<!sche)"
)
_MARK = re.compile(r"[,;:](?=\s)|\s[–—]\s")


class _Words(NamedTuple):
    matter: re.Pattern[str]
    discusses: re.Pattern[str]
    discussed: re.Pattern[str]
    says: re.Pattern[str]
    at: re.Pattern[str]
    planned: re.Pattern[str]
    anaphor: re.Pattern[str]
    pronoun: re.Pattern[str]
    generic: re.Pattern[str]
    seals: re.Pattern[str]
    agent: re.Pattern[str]
    gathers: re.Pattern[str]
    invites: re.Pattern[str]
    finite: re.Pattern[str]
    occasion: re.Pattern[str]


def is_matter(passage: Passage, span: Span, event_type: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is what the event of its clause was about: what was spoken of, discussed, proposed or announced."""
    if event_type in _NEVER:
        return False
    text, words = passage.section.text, _words(vocabulary, language_of_text(passage.section.text, vocabulary))
    first = max(passage.sentence_start, span[0] - _REACH)
    if event_type not in _ACTS and words.matter.search(text, first, span[0]):
        return True
    if event_type not in _SUBJECTS:
        clause = _clause(text, passage.sentence_start, passage.sentence_end, span[0])
        if words.discusses.search(text, clause[0], span[0]):
            return True
        if words.discussed.search(text, span[1], clause[1]):
            return True
    return _is_said(passage, span, words) and not words.at.search(text, first, span[0])


def is_agent(passage: Passage, span: Span, event_type: str, vocabulary: Vocabulary) -> bool:
    """Whether a word names only those by whom something was done: 'a plan approved by the presidents' tells of no summit."""
    if event_type not in _OF_PERSONS:
        return False
    text = passage.section.text
    words = _words(vocabulary, language_of_text(text, vocabulary))
    first = max(passage.sentence_start, span[0] - _REACH)
    return words.agent.search(text, first, span[0]) is not None and not words.gathers.search(text, *span)


def is_occasion(passage: Passage, span: Span, event_type: str, vocabulary: Vocabulary) -> bool:
    """Whether a gathering is told only to say when or where: 'vor dem diesjährigen Gipfel', 'ahead of its next session'."""
    if event_type not in _OCCASIONS:
        return False
    text = passage.section.text
    first = max(passage.sentence_start, span[0] - _REACH)
    return _words(vocabulary, language_of_text(text, vocabulary)).occasion.search(text, first, span[0]) is not None


def subject_before(passage: Passage, clause: Span, starts: Sequence[int], vocabulary: Vocabulary) -> Span | None:
    """The words before an insertion that the clause goes on with: 'the course' of 'the course, held in Omsk, is due in May'.

    `starts` are the places where the clauses of the sentence begin.
    """
    text = passage.section.text
    words = _words(vocabulary, language_of_text(text, vocabulary))
    before = [start for start in starts if start < clause[0]]
    if len(before) < 2 or not words.finite.match(text, clause[0]):
        return None
    return before[-2], before[-1]


def _is_said(passage: Passage, span: Span, words: _Words) -> bool:
    text = passage.section.text
    if span[0] < passage.date_end or words.planned.search(text, passage.sentence_start, passage.date_start):
        return False
    clause = _clause(text, passage.sentence_start, passage.sentence_end, passage.date_start)
    return words.says.search(text, clause[0], min(clause[1], span[0])) is not None


def goes_back(passage: Passage, clause: Span, vocabulary: Vocabulary) -> frozenset[str]:
    """The kinds of gatherings of which the clause may name one told of before: 'das nächste Treffen', 'they will meet again'.

    A pronoun stands for those who met, and so for a kind that its participants make. Empty where the clause names it anew.
    """
    text = passage.section.text
    words = _words(vocabulary, language_of_text(text, vocabulary))
    attribute = attribute_around(passage)
    if (
        words.anaphor.search(text, passage.start, passage.end)
        or words.invites.search(text, *clause)
        or (attribute and words.generic.search(text, passage.date_end, attribute[1]))
    ):
        return _GATHERINGS
    return _OF_PARTICIPANTS if words.pronoun.search(text, *clause) else frozenset()


def seals(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Whether the event's clause says that a document was signed, adopted or made known."""
    text = passage.section.text
    return _words(vocabulary, language_of_text(text, vocabulary)).seals.search(text, passage.start, passage.end) is not None


def attribute_around(passage: Passage) -> Span | None:
    """The participle, with its noun, of the attribute that holds the date: 'gegründete Rat' in 'der 2009 gegründete Rat'."""
    text = passage.section.text
    opened = _ATTRIBUTE_OPENS.search(text, max(passage.sentence_start, passage.date_start - 40), passage.date_start)
    closed = _ATTRIBUTE.match(text, passage.date_end, passage.sentence_end) if opened else None
    return (closed.start("participle"), closed.end()) if closed else None


@lru_cache(maxsize=64)
def _clause(text: str, start: int, end: int, place: int) -> Span:
    first = max((found.end() for found in _MARK.finditer(text, start, place)), default=start)
    last = _MARK.search(text, place, end)
    return first, last.start() if last else end


def clause_word(kind: str, vocabulary: Vocabulary, language: str = "", is_exact: bool = False) -> str:
    """A pattern for any word of a kind of `event_clause_words.csv`, in one language or in all; without words nothing fits it.

    An underscore in a word stands for a space. Case does not count unless it `is_exact`.
    """
    rows = [row for row in vocabulary.rows("event_clause_words") if row["kind"] == kind and language in ("", row["language"])]
    word = either_word(word for row in rows for word in row["words"].split()).replace("_", r"\s")
    return word if is_exact else f"(?i:{word})"


@cache
def _words(vocabulary: Vocabulary, language: str) -> _Words:
    def one_of(kind: str) -> str:
        return clause_word(kind, vocabulary, language)

    talks = rf"\w*{one_of('talks')}(?:e?s|e?n)?\s{one_of('matter_of_talks')}\s"
    return _Words(
        matter=re.compile(rf"\b(?:{one_of('matter')}\s(?!(?:\w+\s)?{one_of('beside')}\b)|{talks}){_FEW}"),
        discusses=re.compile(rf"\b{one_of('discusses')}\b"),
        discussed=re.compile(rf"\b{one_of('discussed')}\b"),
        says=re.compile(rf"\b{one_of('says')}\b"),
        at=re.compile(rf"\b{one_of('at')}\s{_FEW}"),
        planned=re.compile(rf"\b{one_of('for')}\s(?:{one_of('of_date')}\s)*\Z"),
        anaphor=re.compile(rf"\b{one_of('relating')}\s(?:[\w.-]+\s){{0,2}}?{one_of('generic')}\b"),
        generic=re.compile(rf"\b{one_of('generic')}\Z"),
        seals=re.compile(rf"\b{one_of('seals')}\w*"),
        agent=re.compile(rf"\b{one_of('agent')}\s(?:[\w-]+\s){{0,2}}\Z"),
        gathers=re.compile(rf"{one_of('gathers')}"),
        invites=re.compile(rf"\b{one_of('invites')}\b"),
        finite=re.compile(rf"\s*{one_of('finite')}\b"),
        occasion=re.compile(rf"\b{one_of('occasion')}\s(?:{one_of('determiner')}\s)?{_ADJECTIVES[language == 'de']}\Z"),
        pronoun=re.compile(rf"\b{one_of('pronoun')}\b"),
    )
