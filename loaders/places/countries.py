"""Which countries a text tells of: they settle where a city of several countries lies."""

import re
from collections import Counter
from collections.abc import Iterator

from loaders.passage import sentence_at
from loaders.places.frames import frames_of
from loaders.places.names import find_names
from loaders.places.unknown import country_adjectives
from loaders.vocabulary import Vocabulary

_WORD = re.compile(r"\w[\w-]*")


def countries_in(text: str, vocab: Vocabulary) -> Counter[str]:
    """How often a text names each country, by its adjectives too; a city stands for its country."""
    settled = (found for found in find_names(text, vocab) if len(found.name.places) == 1)
    absent = frames_of(vocab).behind["absent"]
    named = [found.name.places[0].country_code for found in settled if not absent.match(text, found.end)]
    codes = country_adjectives(vocab)
    return Counter(named + [codes[word] for word in _WORD.findall(text.lower()) if word in codes])


def told_countries(text: str, other: str, offset: int | None, vocab: Vocabulary) -> Iterator[Counter[str]]:
    """The countries told of in the words around an offset, in its sentence, in the heading, by the name
    before it, in the whole section, with how often.

    `text` and `other` are heading and text of one section, either way; without an offset only these are asked.
    """
    if offset is not None:
        start, end = sentence_at(text, offset) or (0, len(text))
        yield countries_in(text[max(start, offset - 30) : min(end, offset + 60)], vocab)
        yield countries_in(text[start:end], vocab)
    yield countries_in(min(text, other, key=len), vocab)
    if offset is not None:
        before = [found for found in find_names(text, vocab) if found.end <= offset and len(found.name.places) == 1]
        yield Counter(found.name.places[0].country_code for found in before[-1:])
    yield countries_in(f"{text}\n{other}", vocab)
