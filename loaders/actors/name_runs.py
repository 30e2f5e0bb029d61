"""Parts a run of capitalised words into what may be names, each with the function word before it."""

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.actors.person_names import Token

_POSSESSIVE = re.compile(r"s[’']$|[’']s$")


def _names_behind(tokens: Sequence[Token]) -> bool:
    """Whether two words follow that may be a name of their own."""
    return len(tokens) > 1 and tokens[0].kind == tokens[1].kind == "N"


def name_runs(text: str, tokens: Sequence[Token], is_given: Callable[[str], bool]) -> Iterator[tuple[str, list[Token]]]:
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
        elif token.text == "von" and len(words) == 1 and _names_behind(tokens[number + 1 :]) and not is_given(words[0].text):
            function, words = "", []  # 'Vorsitz von Iwan Petrow': the noun is no part of the name
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


def nominative(text: str, start: int, name: str) -> str:
    """The name without a genitive -s: behind a noun ('Leitung Iwan Petrows') or in front of one ('Iwan Petrows Leitung')."""
    if name.endswith(("’s", "'s")):
        return name[:-2]
    if not name.endswith("s") or name.endswith(("ss", "is", "us", "as", "os")) or len(name.split()[-1]) < 5:
        return name
    noun_before = re.search(r"[A-ZÄÖÜ][a-zäöüß]{3,}\s$", text[max(0, start - 30) : start])
    noun_behind = re.match(r"\s[A-ZÄÖÜ][a-zäöüß]{3,}", text[start + len(name) :])
    return name[:-1] if noun_before or noun_behind else name
