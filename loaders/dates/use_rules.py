"""The rows of `date_uses.csv` as expressions over the text around a date; see `uses`."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from loaders.dates.mentions import Use
from loaders.vocabulary import Row

# None stands for 'number'.
Found = Use | Literal["bound"] | None

# What parts the date from the words around it.
MARK = "\x01"
DATES = {
    "date": f"{MARK}[^{MARK}]*{MARK}",
    "years": f"{MARK}[0-9]{{4}}[^0-9{MARK}]+[0-9]{{2,4}}{MARK}",
    "stretch": rf"{MARK}[0-9]{{4}}\s*(?:bis|to|[-/–])\s*[0-9]{{2,4}}{MARK}",
}
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
# A space of a pattern outside of a character class is any white space.
_SPACE = re.compile(r" (\?)?(?![^\[\]]*\])")
# Words that may stand in a pattern but need not.
_OPTIONAL = frozenset(("verb", "number", "asking"))
_USES: dict[str, Found] = {
    "bound": "bound",
    "name": "name",
    "statistics": "statistics",
    "question": "question",
    "publication": "publication",
    "number": None,
}


class Rule(NamedTuple):
    """A row as an expression. `needs` is the kind of words of which one must stand around the date, '' for none.

    `opens` tells what the expression begins with: a word of that kind ('word'), the 'date', or 'else'.
    """

    use: Found
    pattern: str
    needs: str
    opens: str


def rule_of(row: Row, kinds: Mapping[str, str]) -> Rule:
    pattern = _PLACEHOLDER.sub(lambda found: kinds[found[1]], row["pattern"])
    pattern = _SPACE.sub(lambda found: r"\s*" if found[1] else r"\s+", pattern)
    opener = _PLACEHOLDER.match(row["pattern"])
    opens = "else" if opener is None else "date" if opener[1] in DATES else "word"
    needed = [kind for kind in _PLACEHOLDER.findall(row["pattern"]) if kind not in _OPTIONAL and kind not in DATES]
    return Rule(_USES[row["use"]], pattern, needed[0] if needed else "", opens)


def any_of(words: tuple[str, ...]) -> str:
    """Words of the vocabulary as an expression; '*plan' stands for 'Plan' and for all that ends so, as 'Aktionsplan'."""
    # '7%' needs no space, '7 Prozent' does.
    whole = [
        (r"(?<!\w)" if word[0].isalpha() else "") + _either_case(word) + (r"\b" if word[-1].isalpha() else "")
        for word in words
        if word[0] != "*"
    ]
    endings = [_either_case(word[1:]) for word in words if word[0] == "*"]
    choices = ["|".join(whole)] if whole else []
    # An ending is looked for where it stands: running over each word before it would take many times longer.
    choices += [rf"(?:{'|'.join(endings)})\b"] if endings else []
    return f"(?:{'|'.join(choices)})"


def _either_case(word: str) -> str:
    first = f"[{word[0]}{word[0].upper()}]" if word[0].islower() else re.escape(word[0])
    return first + word[1:].replace(".", r"\.")
