"""Who is meant by a surname: all persons that a briefing names in full, by theirs."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.words import places_of

_FIRST_WORD = re.compile(r"\w+")
# 'Xi’an' is not Xi's; 'Norow’s' is Norow's.
_ENDING = re.compile(r"(?:[’']s|s|’)?(?!\w)(?!-[a-zäöü])(?![’'](?!s\b)\w)")


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


class Owners:
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
                ending = _ENDING.match(text, start + len(name)) if text.startswith(name, start) else None
                if ending:
                    reached = ending.end()
                    yield start, reached, name
                    break

    def nearest(self, name: str, number: int, start: int) -> Person:
        """Of several with one surname: the one named last before this place of the text `number`, else the first after it."""
        owners = self.by_surname[name]
        before = [owner for owner in owners if owner[:2] <= (number, start)]
        return before[-1][2] if before else owners[0][2]
