"""Finds persons: known ones, unknown ones by their function or the form of their name, and later mentions of both."""

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.actors.name_runs import name_runs, nominative
from loaders.actors.names import ActorNames, Known, name_key, slug, surname
from loaders.actors.offices import offices_in
from loaders.actors.person_names import NameParts, Token, stands_free
from loaders.actors.surnames import Found, Owners, Person
from loaders.vocabulary import Row

_APPOSITION = re.compile(r"\s?,\s(?:(?!und\b)[\wäöüß-]+\s){0,5}?(?P<word>[A-ZÄÖÜ][\w-]+)")
_CAPITAL_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]+)\s$")
_CAPITAL_BEHIND = re.compile(r"\s[A-ZÄÖÜ]")
_SMALL_BEFORE = re.compile(r"\b([a-z-]{4,})\s$")
# Nouns of trades end so; names may too, so that more must speak for it.
_TRADE = re.compile(r"(?:er|ist|ent|ant|eur|or|oge|ik|arzt|ärzt|mann|frau)(?:in|en|n)?$")
_QUOTES = frozenset('„“”«»"')
_ADJECTIVE_BEFORE = re.compile(r"(?:(?<!welch)(?<!dess)(?<=\w)(?:es|em)|(?:al|isch|lich|ig|är|iv|ell|ch)e(?:n|r))\s$")
# An adjective may open a sentence ('Weitere Themen'), and plurals of nouns stand behind figures ('Millionen Tonnen').
_INFLECTED_OPENING = re.compile(r"(?:e|er|es|en|em)$")
_PLURAL = re.compile(r"(?:ionen|ungen|eiten|nisse|täten|euten)$")


class People:
    """The persons of one briefing. First `read` every text in order, then `find` what each text holds."""

    def __init__(self, names: ActorNames, parts: NameParts, holders: Mapping[str, Row] | None = None) -> None:
        """`holders` are those who hold an office, by the word for it."""
        self._names, self._parts, self._holders = names, parts, holders or {}
        self._persons: dict[str, Person] = {}
        self._full: list[list[Found]] = []
        self._lone: list[list[Found]] = []
        self._texts: list[str] = []
        self._owners: Owners | None = None  # told when all texts are read

    def read(self, text: str, known: Sequence[Known]) -> None:
        """Takes in the full names of the next text; `known` are the vocabulary's hits in it."""
        persons = [hit for hit in known if hit.actor["kind"] == "person"]
        found = [self._of_vocabulary(hit) for hit in persons if " " in text[hit.start : hit.end]]
        taken = [(hit.start, hit.end) for hit in known if hit.actor["kind"] != "person" and not self._announces(text, hit)]
        lone: list[Found] = []
        for start, end in self._parts.runs(text):
            tokens = self._parts.tokens(text, start, end, taken)
            for function, words in name_runs(text, tokens, self._parts.given.__contains__):
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
        offices = offices_in(text, found, self._parts.is_function, self._holders)
        return sorted([*found, *(Found(*span, self._named_by(owner), "office", word) for span, owner, word in offices)])

    def _named_by(self, owner: Person | Row) -> Person:
        return owner if isinstance(owner, Person) else self._of_vocabulary(Known(0, 0, owner)).person

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
        if self._opens_with_trade(text, tokens):
            function, tokens = tokens[0].text, tokens[1:]
        tokens = self._trimmed(tokens)
        if not tokens or self._parts.is_place(text[tokens[0].start : tokens[-1].end]):
            return None
        start, end = tokens[0].start, self._parts.end_of_name(text, tokens[-1].end)
        words = [token.text for token in tokens]
        full = text[start:end]
        if actor := self._names.person(full) or self._names.person(full.removesuffix("s")):
            known_as = "name" if len(words) > 1 else "surname"
            return self._of_vocabulary(Known(start, end, actor))._replace(function=function, form=known_as)
        if len(words) == 1:
            is_name = function and not self._parts.is_place(full)
            return Found(start, end, self._new(nominative(text, start, full)), "surname", function) if is_name else None
        given = self._parts.is_likely(words[:1]) or bool(function)
        if not given and any(token.kind == "P" for token in tokens):
            return None
        likely = self._parts.is_likely(words) or self._is_introduced(text, start, end)
        likely = likely or self._may_be_name(text, tokens, known)
        if given or (likely and stands_free(text, start)):
            return Found(start, end, self._new(nominative(text, start, full)), "name", function)
        return None

    def _opens_with_trade(self, text: str, tokens: list[Token]) -> bool:
        """Whether the first of three words is no part of the name behind it: 'die Ringerin Olga Petrowa'."""
        if len(tokens) < 3 or self._parts.is_likely([tokens[0].text]) or any(token.kind == "P" for token in tokens):
            return False
        rest = [token.text for token in tokens[1:]]
        has_attribute = not stands_free(text, tokens[0].start) or _ADJECTIVE_BEFORE.search(
            text, max(0, tokens[0].start - 30), tokens[0].start
        )
        return bool(_TRADE.search(tokens[0].text)) and (bool(has_attribute) or self._parts.is_likely(rest))

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
        # 'China Railway Container Transport': what stands amid other capitals is a part of a longer name.
        if _ADJECTIVE_BEFORE.search(text, max(0, start - 30), start) or _CAPITAL_BEHIND.match(text, end):
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
        self._owners = self._owners or Owners(self._full)
        for start, end, name in self._owners.named_in(text):
            yield Found(start, end, self._owners.nearest(name, number, start), "surname")
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


def _longer(other: Found, one: Found) -> bool:
    return other.end - other.start >= one.end - one.start


def _apart(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept)
