"""The words of `event_clause_words.csv` as patterns: how they tell the part that a word plays in its sentence."""

import re
from functools import cache
from typing import NamedTuple

from loaders.patterns import either_word
from loaders.vocabulary import Vocabulary, default

# Up to four words, without a mark that parts clauses, between a word and what goes with it.
_FEW = r"(?:[\w„“”\"’'-]+\s){0,4}\Z"
# Before the participle of an attribute: 'des (von Indien geleiteten) Rates'.
_PHRASE = r"(?:(?:[\w-]+\s){1,3}(?=[a-zäöüß]{3,}en\s))?"
# Words that may stand before a noun: 'diesjährigen', "this year's regional"; by whether the language is German.
_ADJECTIVES = {
    True: r"(?:[a-zäöüß-]{3,}e[nrms]?\s|[A-ZÄÖÜ][\w-]+er\s|\w+-)*",
    False: r"(?:(?:[a-z\d][\w-]*(?:['’]s)?|[A-Z][\w-]*(?:['’]s?)?)\s|\w+-){0,3}",
}


class ClauseWords(NamedTuple):
    """Of one language; what each tells is said where `event_grammar` asks for it."""

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
    onto: re.Pattern[str]
    it: re.Pattern[str]
    held: re.Pattern[str]


def clause_word(kind: str, vocabulary: Vocabulary, language: str = "", is_exact: bool = False) -> str:
    """A pattern for any word of a kind of `event_clause_words.csv`, in one language or in all; without words nothing fits it.

    An underscore in a word stands for a space. Case does not count unless it `is_exact`.
    """
    rows = [row for row in vocabulary.rows("event_clause_words") if row["kind"] == kind and language in ("", row["language"])]
    word = either_word(word for row in rows for word in row["words"].split()).replace("_", r"\s")
    return word if is_exact else f"(?i:{word})"


@cache
def words_of(vocabulary: Vocabulary, language: str) -> ClauseWords:
    """The patterns of a language, compiled once."""

    def one_of(kind: str) -> str:
        return clause_word(kind, vocabulary, language)

    talks = rf"\w*{one_of('talks')}(?:e?s|e?n)?\s{one_of('matter_of_talks')}\s"
    return ClauseWords(
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
        occasion=re.compile(rf"\b{one_of('occasion')}\s(?:{one_of('determiner')}\s{_PHRASE})?{_ADJECTIVES[language == 'de']}\Z"),
        onto=re.compile(rf"\b{one_of('onto')}\s(?:[\w.]+\s){{0,2}}\Z"),
        it=re.compile(rf"\b{one_of('it')}\b"),
        held=re.compile(rf"\b{one_of('held')}\b"),
        pronoun=re.compile(rf"\b{one_of('pronoun')}\b"),
    )


class ClauseMarks(NamedTuple):
    """By which clauses are parted and tied to a noun, whatever the language."""

    relative: re.Pattern[str]
    where: re.Pattern[str]
    restrictive: re.Pattern[str]
    saying: re.Pattern[str]
    genitive: re.Pattern[str]
    attribute: re.Pattern[str]
    of_day: re.Pattern[str]
    before_day: re.Pattern[str]
    ends: re.Pattern[str]
    attribute_opens: re.Pattern[str]


@cache
def clause_marks() -> ClauseMarks:
    """The patterns of the project's own vocabularies, compiled once."""

    def one_of(kind: str, is_exact: bool = True) -> str:
        return clause_word(kind, default(), is_exact=is_exact)

    genitive, article = one_of("genitive"), one_of("day_article", is_exact=False)
    preposition, part = one_of("day_preposition", is_exact=False), one_of("day_part", is_exact=False)
    joined = "|".join(map(one_of, ("subordinate", "joined_relative", "joined_plan")))
    return ClauseMarks(
        relative=re.compile(rf"\s*(?:{one_of('and')}\s)?(?:{one_of('by_relative')}\s)?{one_of('relative')}\s"),
        where=re.compile(rf"\s*{one_of('where')}\s"),
        restrictive=re.compile(rf"{one_of('restrictive')}\s"),
        # English verbs and adverbs behind which 'that' opens what was said: 'agreed that', 'hoping that'.
        saying=re.compile(rf"(?:\w+ed|\w{{3,}}ing|\w+ly|{one_of('saying')}|\W)\s\Z"),
        genitive=re.compile(rf"(?: [^\s,;]+)?\s{genitive}\s(?:[^\s,;]+ )?(?:\w+-)*"),
        attribute=re.compile(rf"(?: [^\s,;]+){{0,2}}\s(?:{genitive}|{one_of('attributive')})\s(?:[^\s,;]+ ){{0,3}}(?:\w+-)*"),
        of_day=re.compile(rf"\s{one_of('of_day', is_exact=False)}\s+\Z"),
        before_day=re.compile(rf"\b(?:{preposition}\s+)?(?:{article}\s+)?(?:{part}[\s-]+)*\Z"),
        # German commas part clauses; English clauses also begin without one.
        ends=re.compile(rf"[,;:](?=\s)|\s[–—]\s|\s(?=(?:{joined})\s)"),
        attribute_opens=re.compile(rf"\b{one_of('attribute_opens', is_exact=False)}\s(?:[a-zäöü]+\s){{0,2}}\Z"),
    )
