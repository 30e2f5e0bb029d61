"""The part that a word plays in its sentence: is it the event itself, or what the event was about?

'Sie sprachen über ein Abkommen' tells of talks and of no document, 'am 3. Mai schlug er ein Forum vor' of a proposal, and 'das
nächste Treffen' is whatever gathering was told of before. The words of each language are in `event_clause_words.csv`.
"""

import re
from functools import lru_cache

from loaders.clause_patterns import ClauseWords, clause_marks, words_of
from loaders.event_words import clause_starts
from loaders.languages import language_of_text
from loaders.passage import Passage, Span
from loaders.vocabulary import Vocabulary

_REACH = 60
# What a document is about ('Memorandum über den Beitritt') tells its kind; gatherings are mostly subjects, also behind the verb.
_ACTS = frozenset(("membership", "appointment", "chairmanship"))
_NEVER = frozenset(("other", "meeting", "ministerial", "resolution"))  # what is met with or told is not spoken about
_SUBJECTS = frozenset(("summit", "conference", "exercise"))
_OF_PARTICIPANTS = frozenset(("summit", "ministerial"))
_OCCASIONS = frozenset(("summit",))
_OF_PERSONS = frozenset(("summit", "ministerial", "meeting"))
_GATHERINGS = _SUBJECTS | _OF_PARTICIPANTS | {"meeting"}
_ATTRIBUTE = re.compile(
    r"[^,;:.]{0,60}?(?P<participle>\b[a-zäöüß]{3,}(?:te|ene|ende)[nrms]?\s)"
    r"(?:[\w-]+(?:e|en|er|es|em)\s){0,3}?[A-ZÄÖÜ„][\w„“-]*(?![\w-])(?<!schen)(?<!sche)"
)
_QUOTED = re.compile(r"[„“\"«]([^„“”\"«»]{3,60})[“”\"»]")
_MARK = re.compile(r"[,;:](?=\s)|\s[–—]\s")


def is_matter(passage: Passage, span: Span, event_type: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is what the event of its clause was about: what was spoken of, discussed, proposed or announced."""
    if event_type in _NEVER:
        return False
    text, words = passage.section.text, words_of(vocabulary, language_of_text(passage.section.text, vocabulary))
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
    words = words_of(vocabulary, language_of_text(text, vocabulary))
    first = max(passage.sentence_start, span[0] - _REACH)
    return words.agent.search(text, first, span[0]) is not None and not words.gathers.search(text, *span)


def is_occasion(passage: Passage, span: Span, event_type: str, vocabulary: Vocabulary) -> bool:
    """Whether a gathering is told only to say when or where: 'vor dem diesjährigen Gipfel', 'ahead of its next session'."""
    if event_type not in _OCCASIONS:
        return False
    text = passage.section.text
    first = max(passage.sentence_start, span[0] - _REACH)
    return words_of(vocabulary, language_of_text(text, vocabulary)).occasion.search(text, first, span[0]) is not None


def shares_name(passage: Passage, heading: str) -> bool:
    """Whether the event's clause has a name in quotation marks that the heading has too."""
    return any(name in heading for name in _QUOTED.findall(passage.section.text, passage.start, passage.end))


def is_moved(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Whether the passage goes on with the new date of what its sentence began with: '…, auf den 9. Juni verlegt'."""
    text = passage.section.text
    words = words_of(vocabulary, language_of_text(text, vocabulary))
    return passage.sentence_start < passage.start and words.onto.search(text, passage.start, passage.date_start) is not None


def subject_before(passage: Passage, clause: Span, vocabulary: Vocabulary) -> Span | None:
    """The words before an insertion that the clause goes on with: 'the course' of 'the course, held in Omsk, is due in May'."""
    text = passage.section.text
    if clause[0] == passage.sentence_start:
        return None
    if not words_of(vocabulary, language_of_text(text, vocabulary)).finite.match(text, clause[0]):
        return None
    before = [start for start in clause_starts(passage) if start < clause[0]]
    return (before[-2], before[-1]) if len(before) > 1 else None


def _is_said(passage: Passage, span: Span, words: ClauseWords) -> bool:
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
    words = words_of(vocabulary, language_of_text(text, vocabulary))
    attribute = attribute_around(passage)
    if (
        words.anaphor.search(text, passage.start, passage.end)
        or words.invites.search(text, *clause)
        or (attribute and words.generic.search(text, passage.date_end, attribute[1]))
    ):
        return _GATHERINGS
    if words.it.search(text, *clause) and words.held.search(text, *clause):
        return _GATHERINGS
    return _OF_PARTICIPANTS if words.pronoun.search(text, *clause) else frozenset()


def seals(passage: Passage, vocabulary: Vocabulary) -> bool:
    """Whether the event's clause says that a document was signed, adopted or made known."""
    text = passage.section.text
    return words_of(vocabulary, language_of_text(text, vocabulary)).seals.search(text, passage.start, passage.end) is not None


def attribute_around(passage: Passage) -> Span | None:
    """The participle, with its noun, of the attribute that holds the date: 'gegründete Rat' in 'der 2009 gegründete Rat'."""
    text = passage.section.text
    opened = clause_marks().attribute_opens.search(text, max(passage.sentence_start, passage.date_start - 40), passage.date_start)
    closed = _ATTRIBUTE.match(text, passage.date_end, passage.sentence_end) if opened else None
    return (closed.start("participle"), closed.end()) if closed else None


@lru_cache(maxsize=64)
def _clause(text: str, start: int, end: int, place: int) -> Span:
    first = max((found.end() for found in _MARK.finditer(text, start, place)), default=start)
    last = _MARK.search(text, place, end)
    return first, last.start() if last else end
