"""Finds persons: known ones, unknown ones by their function or the form of their name, and later mentions of both."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from loaders.actors.names import ActorNames, Known, name_key, slug, surname
from loaders.actors.person_names import NameParts, Token, stands_free
from loaders.anchored import AnchoredPattern
from loaders.vocabulary import Row
from loaders.words import places_of

_APPOSITION = re.compile(r"\s?,\s(?:(?!und\b)[\wäöüß-]+\s){0,5}?(?P<word>[A-ZÄÖÜ][\w-]+)")
_OFFICE = AnchoredPattern(
    r"(?:[Dd](?:er|ie|em|en|es)|[Tt]he)\b\s(?P<kind>(?!neue|amtierende)[a-zäöüß]+e[nrms]?\s)?"
    r"(?:(?:neue|amtierende)[nrms]?\s)?(?P<word>[A-ZÄÖÜ][\w-]+)"
)
_GENITIVE_BEHIND = re.compile(r"\s(?:der|des|von|für|of|for)\s|\s[A-ZÄÖÜ]")
_CAPITAL_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]+)\s$")
_SMALL_BEFORE = re.compile(r"\b([a-z-]{4,})\s$")
_FIRST_WORD = re.compile(r"\w+")
_SURNAME_END = re.compile(r"(?:s|’)?(?!\w)(?!-[a-zäöü])")
_POSSESSIVE = re.compile(r"s[’']$|[’']s$")
# 'The Secretary-General' is not the 'Deputy Secretary-General' named before.
_DEPUTY = re.compile(r"\b(?:Deputy|Vice|Assistant|[Ss]tellvertretende[rn]?)\s\S+\s$")
_QUOTES = frozenset('„“”«»"')
_ADJECTIVE_BEFORE = re.compile(r"(?:(?<!welch)(?<!dess)(?<=\w)(?:es|em)|(?:al|isch|lich|ig|är|iv|ell|ch)e(?:n|r))\s$")
# An adjective may open a sentence ('Weitere Themen'), and plurals of nouns stand behind figures ('Millionen Tonnen').
_INFLECTED_OPENING = re.compile(r"(?:e|er|es|en|em)$")
_PLURAL = re.compile(r"(?:ionen|ungen|eiten|nisse|täten|euten)$")
_INFLECTED = re.compile(r"(?:in|innen|en|s|n|r)$")


class Person(NamedTuple):
    """Someone named in a briefing. `is_new` tells that the vocabulary does not know him or her."""

    actor_id: str
    label: str
    is_new: bool
    surname: str


class Found(NamedTuple):
    """`text[start:end]` names `person`; `form` is name, surname or office; `function` is the function word before it."""

    start: int
    end: int
    person: Person
    form: str
    function: str = ""


class People:
    """The persons of one briefing. First `read` every text in order, then `find` what each text holds."""

    def __init__(self, names: ActorNames, parts: NameParts, holders: Mapping[str, Row] | None = None) -> None:
        """`holders` are those who hold an office, by the word for it."""
        self._names, self._parts, self._holders = names, parts, holders or {}
        self._persons: dict[str, Person] = {}
        self._full: list[list[Found]] = []
        self._lone: list[list[Found]] = []
        self._texts: list[str] = []
        self._owners: _Owners | None = None  # told when all texts are read

    def read(self, text: str, known: Sequence[Known]) -> None:
        """Takes in the full names of the next text; `known` are the vocabulary's hits in it."""
        persons = [hit for hit in known if hit.actor["kind"] == "person"]
        found = [self._of_vocabulary(hit) for hit in persons if " " in text[hit.start : hit.end]]
        taken = [(hit.start, hit.end) for hit in known if hit.actor["kind"] != "person" and not self._announces(text, hit)]
        lone: list[Found] = []
        for start, end in self._parts.runs(text):
            tokens = self._parts.tokens(text, start, end, taken)
            for function, words in _name_runs(text, tokens):
                one = self._judged(text, words, function or self._small_function(text, words[0].start), persons)
                if one and not any(one.start < other.end and other.start < one.end and _longer(other, one) for other in found):
                    (lone if one.form == "surname" else found).append(one)
        self._full.append(_apart(found))
        self._lone.append(lone)
        self._texts.append(text)
        self._owners = None

    def find(self, number: int, known: Sequence[Known]) -> list[Found]:
        """All mentions of persons in the text read as `number`: full names, surnames alone, offices."""
        text, found = self._texts[number], list(self._full[number])
        covered = [(one.start, one.end) for one in found]
        for one in self._surnames(number, text, known):
            if not any(a < one.end and one.start < b for a, b in covered):
                found.append(one)
                covered.append((one.start, one.end))
        found.sort()
        found = [one if one.function else one._replace(function=self._function_before(text, one.start)) for one in found]
        return sorted([*found, *self._offices(text, found)])

    def _of_vocabulary(self, hit: Known) -> Found:
        actor = hit.actor
        label = actor["label_de"]
        person = self._persons.setdefault(
            actor["actor_id"], Person(actor["actor_id"], label, False, surname(label, actor["country_code"]))
        )
        return Found(hit.start, hit.end, person, "name", "")

    def _announces(self, text: str, hit: Known) -> bool:
        """A collective such as 'Außenminister' before a name is one person's function."""
        return hit.actor["kind"] == "body" and self._parts.is_function(text[hit.start : hit.end])

    def _judged(self, text: str, tokens: list[Token], function: str, known: Sequence[Known]) -> Found | None:
        tokens = self._trimmed(tokens)
        if not tokens or self._parts.is_place(text[tokens[0].start : tokens[-1].end]):
            return None
        start, end = tokens[0].start, tokens[-1].end
        words = [token.text for token in tokens]
        full = text[start:end]
        if actor := self._names.person(full) or self._names.person(full.removesuffix("s")):
            known_as = "name" if len(words) > 1 else "surname"
            return self._of_vocabulary(Known(start, end, actor))._replace(function=function, form=known_as)
        if len(words) == 1:
            is_name = function and not self._parts.is_place(full)
            return Found(start, end, self._new(_nominative(text, start, full)), "surname", function) if is_name else None
        given = self._parts.is_likely(words[:1]) or bool(function)
        if not given and any(token.kind == "P" for token in tokens):
            return None
        likely = self._parts.is_likely(words) or self._is_introduced(text, start, end)
        likely = likely or self._may_be_name(text, tokens, known)
        if given or (likely and stands_free(text, start)):
            return Found(start, end, self._new(_nominative(text, start, full)), "name", function)
        return None

    def _trimmed(self, tokens: list[Token]) -> list[Token]:
        """Without the noun that may follow a name: 'Sun Weidong Vorschläge', 'Iwan Petrow Beobachter'."""
        words = [token.text for token in tokens]
        if len(words) > 2 and words[0] in self._parts.family_first and words[0] not in self._parts.given and "-" not in words[1]:
            return tokens[:2]
        for number in range(1, len(words) - 1):
            if (
                self._parts.has_ending(words[number])
                and words[number] not in self._parts.given
                and not self._parts.is_likely(words[number + 1 :])
            ):
                return tokens[: number + 1]
        return tokens[:5]

    def _may_be_name(self, text: str, tokens: list[Token], known: Sequence[Known]) -> bool:
        """Whether two or three words that nothing is known of can only be a name: nouns do not stand side by side."""
        start, end = tokens[0].start, tokens[-1].end
        if not 2 <= len(tokens) <= 3 or any(self._parts.is_place(token.text) or len(token.text) < 2 for token in tokens):
            return False
        if (
            any(hit.start < end and start < hit.end for hit in known)
            or text[start - 1 : start] in _QUOTES
            or text[end : end + 1] in _QUOTES
        ):
            return False
        if _ADJECTIVE_BEFORE.search(text, max(0, start - 30), start):
            return False
        opens = not re.search(r"[a-zäöü,;]\s$", text[max(0, tokens[0].start - 2) : tokens[0].start])
        return not (opens and _INFLECTED_OPENING.search(tokens[0].text)) and not any(
            _PLURAL.search(token.text) for token in tokens
        )

    def _is_introduced(self, text: str, start: int, end: int) -> bool:
        """Whether a comma ties the name to a function: 'Iwan Petrow, Leiter der …', 'der Leiter der …, Iwan Petrow'."""
        behind = _APPOSITION.match(text, end)
        if behind and self._parts.is_function(behind["word"]):
            return True
        before = text[max(0, start - 90) : start].rstrip()
        if not before.endswith(","):
            return False
        last = re.split(r"[.;:]\s", before)[-1]
        return any(self._parts.is_function(word) for word in re.findall(r"[A-ZÄÖÜ][\w-]+", last))

    def _new(self, label: str) -> Person:
        words = label.split()
        # A middle name may be there or not: 'Brian A. Wong' is 'Brian Alan Wong'.
        key = name_key(f"{words[0]} {words[-1]}")
        family = (
            words[0]
            if len(words) == 2 and words[0] in self._parts.family_first and words[0] not in self._parts.given
            else words[-1]
        )
        return self._persons.setdefault(key, Person(slug(label), label, True, family))

    def _surnames(self, number: int, text: str, known: Sequence[Known]) -> Iterator[Found]:
        self._owners = self._owners or _Owners(self._full)
        for start, end, name in self._owners.named_in(text):
            yield Found(start, end, _nearest(self._owners.by_surname[name], number, start), "surname")
        for hit in known:
            if hit.actor["kind"] == "person" and " " not in text[hit.start : hit.end]:
                yield self._of_vocabulary(hit)._replace(form="surname")
        yield from (one for one in self._lone[number] if len(one.person.label) > 2)

    def _small_function(self, text: str, start: int) -> str:
        """The English function before a name: 'foreign minister Wang Yi'; German ones have a capital."""
        before = _SMALL_BEFORE.search(text, max(0, start - 30), start)
        return before[1].title() if before and self._parts.is_function(before[1].title()) else ""

    def _function_before(self, text: str, start: int) -> str:
        before = _CAPITAL_BEFORE.search(text[max(0, start - 40) : start])
        return before[1] if before and self._parts.is_function(before[1]) else ""

    def _offices(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """'Der Botschafter', after 'Botschafter Ozod' in the same text."""
        heads = [
            (one.start, _head(one.function), one.person)
            for one in found
            if one.function and not _DEPUTY.search(text, max(0, one.start - 60), one.start)
        ]
        if not heads and not self._holders:
            return
        for article in _OFFICE.finditer(text):
            word = article["word"]
            if not self._parts.is_function(word) or _GENITIVE_BEHIND.match(text, article.end()):
                continue
            head = _head(word)
            before = [person for start, other, person in heads if other == head and start < article.start()]
            if before:
                yield Found(*article.span("word"), before[-1], "office", word)
            elif (holder := self._holders.get(word) or self._holders.get(word.removesuffix("s"))) and not article["kind"]:
                yield self._of_vocabulary(Known(*article.span("word"), holder))._replace(form="office", function=word)


class _Owners:
    """Who bears each surname: all persons named in full, with the number of the text and the place in it."""

    def __init__(self, full: Sequence[Sequence[Found]]) -> None:
        self.by_surname: dict[str, list[tuple[int, int, Person]]] = {}
        for index, finds in enumerate(full):
            for one in finds:
                self.by_surname.setdefault(one.person.surname, []).append((index, one.start, one.person))
        self._by_word: dict[str, list[str]] = {}
        for name in sorted(self.by_surname, key=len, reverse=True):
            first = _FIRST_WORD.match(name)
            for word in (first.group(), f"{first.group()}s") if first else ():
                self._by_word.setdefault(word, []).append(name)

    def named_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where surnames stand, a genitive -s included; of several at one place the longest."""
        reached = 0
        for start in places_of(text, self._by_word.__contains__):
            word = _FIRST_WORD.match(text, start)
            for name in self._by_word[word.group()] if word and start >= reached and text[start - 1 : start] != "-" else ():
                ending = _SURNAME_END.match(text, start + len(name)) if text.startswith(name, start) else None
                if ending:
                    reached = ending.end()
                    yield start, reached, name
                    break


def _name_runs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """The stretches of a run that may be names, each with the function word right before it."""
    function = ""
    words: list[Token] = []
    for number, token in enumerate(tokens):
        parted = number > 0 and "," in text[tokens[number - 1].end : token.start]
        if words and (parted or token.kind in "FX"):
            yield function, _without_particles(words)
            function, words = "", []
        if parted:
            function = ""
        if token.kind == "N" and _POSSESSIVE.search(token.text) and token is not tokens[-1]:
            # "Uzbekistan Railways' Iwan Petrow": what owns is no part of the name behind it.
            if words and not token.text.endswith(("'", "’")):
                yield function, [*words, token]
            function, words = "", []
        elif token.kind == "F":
            function = token.text
        elif token.kind == "X":
            function = ""
        elif token.kind == "N" or words:
            words.append(token)
        else:
            function = ""
    if words:
        yield function, _without_particles(words)


def _without_particles(words: list[Token]) -> list[Token]:
    while words and words[-1].kind == "P":
        words = words[:-1]
    return words


def _nominative(text: str, start: int, name: str) -> str:
    """The name without a genitive -s: behind a noun ('Leitung Iwan Petrows') or in front of one ('Iwan Petrows Leitung')."""
    if name.endswith(("’s", "'s")):
        return name[:-2]
    if not name.endswith("s") or name.endswith(("ss", "is", "us", "as", "os")) or len(name.split()[-1]) < 5:
        return name
    noun_before = re.search(r"[A-ZÄÖÜ][a-zäöüß]{3,}\s$", text[max(0, start - 30) : start])
    noun_behind = re.match(r"\s[A-ZÄÖÜ][a-zäöüß]{3,}", text[start + len(name) :])
    return name[:-1] if noun_before or noun_behind else name


def _head(function: str) -> str:
    return _INFLECTED.sub("", function.rpartition("-")[2].lower())


def _nearest(owners: Sequence[tuple[int, int, Person]], number: int, start: int) -> Person:
    """Of several with one surname: the one named last before this place, else the first one after it."""
    before = [owner for owner in owners if owner[:2] <= (number, start)]
    return before[-1][2] if before else owners[0][2]


def _longer(other: Found, one: Found) -> bool:
    return other.end - other.start >= one.end - one.start


def _apart(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept)
