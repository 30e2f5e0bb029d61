"""Forms of German words in names: genitives, stems of adjectives, compounds."""

import re

_GENITIVE = re.compile(r"(?<=[a-zäöü])(?:es|s)$")


def compound_start(text: str, place: int) -> int:
    """Where the compound begins that holds `text[place]`: 'SCO-Entwicklungsbank'."""
    while place and (text[place - 1].isalnum() or text[place - 1] in "-_"):
        place -= 1
    return place


def base(word: str) -> str:
    """A noun without the ending of its genitive."""
    return _GENITIVE.sub("", word) if not word.endswith(("haus", "ss", "fonds")) else word


def stem(adjective: str) -> str:
    """An adjective without its ending."""
    return re.sub(r"e[nrsm]?$", "", adjective)
