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
    absent = frames_of(vocab).absent
    named = [found.name.places[0].country_code for found in settled if not absent.match(text, found.end)]
    codes = country_adjectives(vocab)
    return Counter(named + [codes[word] for word in _WORD.findall(text.lower()) if word in codes])


def told_countries(text: str, other: str, offset: int | None, vocab: Vocabulary) -> Iterator[Counter[str]]:
    """The countries told of in the words around an offset, in its sentence, in the whole section, with how often.

    `other` is the rest of the section of `text`; without an offset only the section is asked.
    """
    if offset is not None:
        start, end = sentence_at(text, offset) or (0, len(text))
        yield countries_in(text[max(start, offset - 30) : min(end, offset + 60)], vocab)
        yield countries_in(text[start:end], vocab)
    yield countries_in(f"{text}\n{other}", vocab)
