"""Finds organisations that the vocabulary does not know: by an acronym or by a word such as 'Bank', 'Ministerium', 'Group'."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loaders.actors.noun_forms import base, compound_start, stem
from loaders.actors.person_names import name_parts
from loaders.actors.title_runs import parted_names, title_runs, without_function, without_seat
from loaders.anchored import AnchoredPattern, lead_of
from loaders.vocabulary import Row, Vocabulary
from loaders.words import Judged, places_of

_ACRONYM = re.compile(r"(?<![\w.-])(?P<word>[A-ZÄÖÜ]{3,7}(?:\.[A-Z]{2,3})?)(?!\w)(?:-(?P<tail>\w+))?")
_ACRONYMS = AnchoredPattern(_ACRONYM.pattern, lead=r"[A-ZÄÖÜ]{3,7}\b")
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{2,}")
_ATTRIBUTE = re.compile(
    r"(?:\s(?:für|des|der|von|beim|zur|in|of|for)(?:\s(?:the|den|die|das|dem))?(?:\s(?!seine|ihre|eine|diese)(?:[a-zäöüß][\wäöüß]*|[A-ZÄÖÜ]\w*(?:isch|lich|al|iv|ig|ell|är|ent|ant|iert|andt|int|neu|groß|roß))e[nrs]?)?"
    r"\s[A-ZÄÖÜ][\wäöüß-]*\w\b(?!-)(?:\sund\s[A-ZÄÖÜ][\wäöüß-]+)?)"
)
_NAMED = re.compile(r"\s(?P<name>[A-ZÄÖÜ][\w’'-]*(?:\.\w+)*(?:\s[A-Z][\w’'-]+){0,3})")
_NOUN = re.compile(r"\w+")
_BEFORE = re.compile(r"(?:(?P<adjective>[\wäöüßÄÖÜ]+(?:e|en|er|es|em))\s)?$")
_DETERMINER = re.compile(r"(?:d(?:er|ie|as|en|em|es)|(?:dies|ein|ihr|sein|kein|jed|beid)(?:e[nmrs]?)?)$", re.IGNORECASE)
# Organs that every state has: only the adjective tells which one is meant.
_STATE_ORGANS = ("Botschaft", "ministerium", "amt", "regierung", "Regierung", "Parlament", "Ministerium")
# 'Das Energieministerium plant': the article alone tells that the reader knows which one.
_ORGANS_OF_ONE_STATE = ("ministerium", "arlament", "epräsentantenhaus")
# 'AzerTelecom'; but 'McDonald' is a person's name.
_CAMEL = re.compile(r"(?!Ma?c[A-Z])[A-Z][a-z]{2,}[A-Z][a-z]{2,}")
_ENDINGS = {"f": "e", "n": "es", "m": "er"}
_ANY_ORGAN = re.compile(
    r"Board|Governors|Directors|Ministers|Members|Secretariat|Presidium|Executive|Organi[sz]ing|Joint|Contact|Steering|Standing|Special|Working|Expert|Advisory|Central|Public|National|Regional|Local"
)


class Organisation(NamedTuple):
    """`text[start:end]` names an organisation; `label` is its name in the first case."""

    start: int
    end: int
    label: str


class OrganisationWords:
    """The vocabulary `organisation_words`, ready to search with."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        rows = vocabulary.rows("organisation_words")
        self._parts = name_parts(vocabulary)
        self._german = {row["pattern"].lstrip("*"): row for row in rows if row["language"] == "de"}
        self._endings = tuple(stem for stem, row in self._german.items() if row["pattern"].startswith("*"))
        self._elements = tuple(row["pattern"].lstrip("*") for row in rows if row["language"] == "")
        self._is_brand: Callable[[str], bool] = Judged(self._judged_brand).__getitem__
        self._row: Callable[[str], Row | None] = Judged(self._row_of).__getitem__
        titles = [row["pattern"] for row in rows if row["language"] == "en" and not row["pattern"].islower()]
        english = "|".join(sorted(titles, key=len, reverse=True))
        self._nouns = frozenset(row["pattern"] for row in rows if row["pattern"].islower() and row["language"] == "en")
        self._plain = frozenset(row["word"] for row in vocabulary.rows("capital_words"))
        self._english = re.compile(rf"\b(?:{english})\b")
        self._english_in = AnchoredPattern(rf"(?:{english})\b", lead_of(english))
        self._no_acronyms = frozenset(row["word"] for row in vocabulary.rows("capital_words") if row["use"] == "no_acronym")
        self._states = frozenset(row["label_de"] for row in vocabulary.rows("actors") if row["kind"] == "state")
        self._nations = tuple(
            row["stem"].rstrip("*")
            for row in vocabulary.rows("country_adjectives")
            if row["language"] == "de" and len(row["stem"]) > 5
        )

    def find(self, text: str, taken: Sequence[tuple[int, int]]) -> list[Organisation]:
        """The unknown organisations of a text outside the spans `taken`, in order."""
        found: list[Organisation] = []
        for one in (
            *self._titles(text, taken),
            *self._heads(text),
            *self._acronyms(text),
            *self._brands(text),
            *self._told(text),
        ):
            spans = (*taken, *((other.start, other.end) for other in found))
            if not any(one.start < end and start < one.end for start, end in spans):
                found.append(one)
        return sorted(found)

    def short_name(self, label: str) -> str:
        """The word that later mentions of an English name use: 'Zentaro' for 'Zentaro Group'; '' where there is none."""
        words = label.split()
        return words[0] if len(words) == 2 and self._english.fullmatch(words[1]) else ""

    def _heads(self, text: str) -> Iterator[Organisation]:
        reached = 0
        # The noun is the last part of a compound, whose other parts stand before it.
        for place in places_of(text, self._row):
            found = _CAPITAL.match(text, compound_start(text, place))
            if found and found.start() >= reached and (row := self._row(found.group())):
                reached = found.end()
                yield from self._german_name(text, found.start(), found.end(), base(found.group()), row)

    def _row_of(self, word: str) -> Row | None:
        """The row whose pattern a word fits, a genitive ending overlooked: '*bank' fits 'Bank' and 'Entwicklungsbank'."""
        for form in (word, base(word)):
            small, last = form.lower(), form.rpartition("-")[2]
            # Most words end like none of them.
            if small.endswith(self._endings) or last in self._german:
                for stem, row in self._german.items():
                    if small.endswith(stem) if row["pattern"].startswith("*") else last == stem:
                        return row
        return None

    def _german_name(self, text: str, start: int, end: int, noun: str, row: Row) -> Iterator[Organisation]:
        """A German name: its adjective and attribute, or the proper name behind it ('Agentur Khovar' is 'Khovar')."""
        named = _NAMED.match(text, end)
        if named and self._is_nation(named["name"].split()[0]):
            yield Organisation(start, named.start("name") + len(named["name"].split()[0]), f"{noun} {named['name'].split()[0]}")
            return
        if named and "-" not in noun:
            acronym = _ACRONYM.match(text, named.start("name"))
            if acronym:
                yield Organisation(acronym.start(), acronym.end("word"), acronym["word"])
                return
            yield Organisation(named.start("name"), named.end("name"), named["name"])
            return
        before = _BEFORE.search(text, max(0, start - 30), start)
        adjective = before["adjective"] if before and before["adjective"] else ""
        adjective = "" if _DETERMINER.match(adjective) else adjective
        national = adjective.lower().startswith(self._nations) if adjective else False
        attribute = _ATTRIBUTE.match(text, end)
        if attribute and attribute.group().startswith(" in ") and not self._parts.is_place(attribute.group().split()[-1]):
            attribute = None  # 'stellte ein Zentrum in Aussicht'
        proper = national or (adjective[:1].isupper() and start - len(adjective) - 1 > 0) or "-" in noun
        if not (proper or attribute or noun.endswith(_ORGANS_OF_ONE_STATE)):
            return
        label = noun + (attribute.group() if attribute else "")
        is_named = adjective[:1].isupper() and text[: start - len(adjective) - 1].rstrip()[-1:].isalnum()
        if proper and adjective and (not attribute or noun.endswith(_STATE_ORGANS) or not national or is_named):
            label = f"{stem(adjective)}{_ENDINGS[row['gender']]} {label}"
            start -= len(adjective) + 1
        yield Organisation(start, attribute.end() if attribute else end, label)

    def _acronyms(self, text: str) -> Iterator[Organisation]:
        for found in _ACRONYMS.finditer(text):
            tail = found["tail"]
            if found["word"] not in self._no_acronyms and (not tail or self._parts.is_function(tail)):
                yield Organisation(found.start(), found.end("word"), found["word"])

    def _told(self, text: str) -> Iterator[Organisation]:
        """Names that an English noun tells to be organisations: 'the company Veltex'."""
        for start in places_of(text, self._nouns.__contains__):
            noun = _NOUN.match(text, start)
            named = _NAMED.match(text, noun.end()) if noun else None
            first = named["name"].split()[0] if named else ""
            if named and first not in self._plain and not self._parts.is_place(first):
                yield Organisation(named.start("name"), named.end("name"), named["name"])

    def _brands(self, text: str) -> Iterator[Organisation]:
        for start in places_of(text, self._is_brand):
            word = _CAPITAL.match(text, start)
            if word and self._is_brand(word.group()):
                yield Organisation(start, word.end(), word.group())

    def _judged_brand(self, word: str) -> bool:
        """Whether a word can only be a company's name: by a capital inside, or by an element such as 'telecom' at its end."""
        return bool(_CAMEL.fullmatch(word)) or (len(word) > 5 and word[0].isupper() and word.lower().endswith(self._elements))

    def _is_nation(self, word: str) -> bool:
        return word.endswith("s") and word[:-1] in self._states

    def _titles(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Organisation]:
        """English names: a run of capitals with a word such as 'Group', without what in it is known as something else."""
        if not self._english_in.search(text):
            return
        runs = (name for run in title_runs(text, taken) for name in parted_names(text, *run, self._english))
        for start, end in runs:
            words = without_seat(without_function(text[start:end], self._parts.is_function), self._parts.is_place)
            # 'Board of Governors of the Turkic Fund' is the Turkic Fund acting.
            organ, of, owner = words.partition(" of the ")
            if of and " " in owner and self._is_any(organ.replace(" of ", " ")):
                start, words = start + len(organ) + len(of), owner
            if " " in words and self._english.search(words) and not self._is_any(words):
                yield Organisation(start, start + len(words), words)

    def _is_any(self, words: str) -> bool:
        """Whether a name is one that any organisation's organ may bear: 'Executive Committee'."""
        return all(_ANY_ORGAN.fullmatch(word) or self._english.fullmatch(word) for word in words.split())


@cache
def organisation_words(vocabulary: Vocabulary) -> OrganisationWords:
    """The words of a vocabulary; built once."""
    return OrganisationWords(vocabulary)
