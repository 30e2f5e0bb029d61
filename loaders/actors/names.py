"""Finds the actors of the vocabulary by any of their names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick

from loaders.vocabulary import Row, Vocabulary

# What has no accent that could be taken off: German letters and those of a few other languages.
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
)
# German and English spellings of one foreign name meet here: 'Lawrow' and 'Lavrov', 'Mirsijojew' and 'Mirziyoyev'.
_SPELLINGS = (
    ("dsch", "j"), ("tsch", "c"), ("sch", "s"), ("zh", "s"), ("sh", "s"), ("ch", "h"), ("kh", "h"), ("ts", "z"),
    ("ck", "k"), ("ph", "f"), ("w", "v"), ("z", "s"), ("y", "i"), ("j", "i"), ("q", "k"), ("x", "ks"), ("ii", "i"), ("ie", "e"),
)  # fmt: skip
_ADJECTIVE = re.compile(r"^([A-ZÄÖÜ][a-zäöüß]+e) (?=[A-ZÄÖÜ])")
_GENITIVE = re.compile(r"[’']?s(?!\w)")
_OF_NOUN = re.compile(r"^([A-ZÄÖÜ][\w-]*[a-zäöüß]) (?=für |der |des |von )")
# 'mit den Außenministern', 'unter Sekretären der Sicherheitsräte'.
_DATIVE_PLURAL = re.compile(r"^((?:\w+-)?[A-ZÄÖÜ]\w+(?:er|[äöü]\w{1,4}e|eure|dienste))(?= |$)")
# 'Außenministertreffen', 'Verteidigungsministerrat': who meets is named in the word for the meeting.
_GATHERING = re.compile(
    r"(?<=er)(?:treffens?|rate?s?|konferenz(?:en)?|tagung(?:en)?|sitzung(?:en)?|runden?|gipfels?|gespräche?n?|beratungen|forums?)(?!\w)"
)
_COUNCIL = re.compile(r"^Rat (?=der |für |von )")


class Known(NamedTuple):
    """A name of the vocabulary found at `start:end` (a genitive ending included)."""

    start: int
    end: int
    actor: Row


class ActorNames:
    """The vocabularies `actors` and `actor_names`, ready to be looked up and searched for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.actors = {row["actor_id"]: row for row in vocabulary.rows("actors")}
        self._by_key: dict[str, Row] = {}
        self._words = ahocorasick.Automaton()
        for name, actor in self._names(vocabulary):
            self._by_key.setdefault(name_key(name), actor)
            for form in _forms(name, actor["kind"]):
                self._words.add_word(form, (len(form), actor))
        self._words.make_automaton()

    def find(self, text: str) -> list[Known]:
        """The longest names at each place of the text, in order; parts of longer words are none."""
        found: list[Known] = []
        for last, (length, actor) in self._words.iter_long(text):
            start, end = last - length + 1, last + 1
            if start and (text[start - 1].isalnum() or text[start - 1] in "-_"):
                continue
            if genitive := _GENITIVE.match(text, end):
                end = genitive.end()
            if actor["kind"] == "body" and (gathering := _GATHERING.match(text, end)):
                end = gathering.end()
            if not text[end : end + 1].isalnum():
                found.append(Known(start, end, actor))
        return found

    def person(self, name: str) -> Row | None:
        """The person of the vocabulary that is written so, or in another spelling of the same name."""
        actor = self._by_key.get(name_key(name))
        return actor if actor and actor["kind"] == "person" and not self._is_other(name, actor) else None

    def _is_other(self, name: str, actor: Row) -> bool:
        """Chinese names have one spelling, in which 'Zhang Jun' and 'Zhang Yun' are two persons."""
        if actor["country_code"] != "CN" or not name.isascii():
            return False
        plain = re.sub(r"[\W_]", "", name.lower())
        return all(plain != re.sub(r"[\W_]", "", label.lower()) for label in (actor["label_de"], actor["label_en"]))

    def by_name(self, name: str) -> Row | None:
        """The actor of the vocabulary that has this name."""
        return self._by_key.get(name_key(name))

    def _names(self, vocabulary: Vocabulary) -> Iterator[tuple[str, Row]]:
        for actor in self.actors.values():
            yield actor["label_de"], actor
            yield actor["label_en"], actor
        for row in vocabulary.rows("actor_names"):
            yield row["name"], self.actors[row["actor_id"]]


@cache
def actor_names(vocabulary: Vocabulary) -> ActorNames:
    """The names of a vocabulary; built once."""
    return ActorNames(vocabulary)


def slug(name: str) -> str:
    """An id from a name: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "actor-" + name.encode().hex()[:12]


@cache
def name_key(name: str) -> str:
    """A name without case, accents, punctuation and the habits of one transliteration; equal keys are one name."""
    key = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold()
    key = "".join(letter for letter in key if not unicodedata.combining(letter))
    for spelling, common in _SPELLINGS:
        key = key.replace(spelling, common)
    key = re.sub(r"(.)\1", r"\1", key)
    return re.sub(r"[^\w]+", " ", key).strip()


def surname(name: str, country_code: str = "") -> str:
    """The part of a full name that later mentions use: the last one, the first of a Chinese name."""
    words = name.split()
    if country_code == "CN" and len(words) == 2:
        return words[0]
    return words[-1]


def _forms(name: str, kind: str) -> set[str]:
    """The name as it stands in sentences: with weak adjective endings, 'Rates der …', an unaccented spelling."""
    forms = {name, name.replace("-", "\u2011"), name.replace("-", "–")}
    if kind == "body":
        forms.add(name[0].upper() + name[1:])  # 'Foreign ministers met': names written small open sentences too
    if kind != "person":
        if adjective := _ADJECTIVE.match(name):
            forms |= {f"{adjective[1]}{ending}{name[adjective.end(1) :]}" for ending in ("n", "r", "s")}
        if noun := _OF_NOUN.match(name):
            forms |= {f"{noun[1]}{ending}{name[noun.end(1) :]}" for ending in ("s", "es")}
        if kind == "body" and (plural := _DATIVE_PLURAL.match(name)):
            forms.add(f"{plural[1]}n{name[plural.end(1) :]}")
        forms |= {_COUNCIL.sub(f"{council} ", name) for council in ("Rates", "Rats")} if _COUNCIL.match(name) else set()
    return forms
