"""The words of which time expressions are made: `date_words.csv`, by kind.

A row gives `words` of one `kind`, the number they stand for (`value`: month, day, count) and their `language`; no language
means that both have the word, which then says nothing of the text around it. `example` holds the word, `reads` is what
the finder reads there, in EDTF.
"""

from functools import cache

from loaders.dates.slips import is_slip
from loaders.vocabulary import Vocabulary

# The letter that stands for each kind of word in the grammar; see `tokens`.
_LETTERS = {
    "month": "m",
    "abbreviation": "M",
    "season": "s",
    "quarter": "q",
    "half-year": "h",
    "half": "u",
    "part": "p",
    "roman": "n",
    "year": "J",
    "range": "r",
    "and": "a",
    "article": "g",
    "of": "f",
    "weekday": "w",
    "onto": "v",
    "calendar week": "x",
}
_BY_LANGUAGE = {
    ("ordinal", "de"): "o",
    ("ordinal", "en"): "O",
    ("turn of the year", "de"): "t",
    ("turn of the year", "en"): "T",
}
_OPENERS = frozenset("moOnspMxtT")
# Shorter names of months look like too many other words.
_LONG_ENOUGH = 5
# How far before a date its lead may stand, in characters.
_REACH = 24
_PUNCTUATION = "(.„“\"'‘’«»*_"


class Words:
    """The words by kind. `tokens` gives for each the letter of its kind and its number."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.tokens: dict[str, tuple[str, tuple[int, ...]]] = {}
        self.counts: dict[str, int] = {}
        self.by_kind: dict[str, set[str]] = {}
        self.month_languages: dict[str, str] = {}
        for row in vocabulary.rows("date_words"):
            for word in row["words"].split("|"):
                self._add(word, row["kind"], row["language"], int(row["value"] or 0))
        months = ((word, value[0]) for word, (letter, value) in self.tokens.items() if letter == "m" and not word.isupper())
        self._months = [(word, value) for word, value in months if len(word) >= _LONG_ENOUGH]
        self._meant: dict[str, int] = {}
        # Words that may begin a date; Q and H begin 'Q3' and 'H1'.
        self.openers = frozenset(word for word, (letter, _) in self.tokens.items() if letter in _OPENERS) | {"Q", "H"}

    def _add(self, word: str, kind: str, language: str, value: int) -> None:
        self.by_kind.setdefault(kind, set()).add(word)
        letter = _BY_LANGUAGE.get((kind, language)) or _LETTERS.get(kind)
        if kind == "count":
            self.counts[word] = value
        elif letter:
            self.tokens[word] = letter, (value,)
        if kind == "month":
            self.tokens[word.upper()] = "m", (value,)
        if kind in ("month", "abbreviation") and language:
            self.month_languages[word] = self.month_languages[word.upper()] = language

    def month_meant(self, word: str) -> int:
        """The month that a word with one slip of the pen means, as in 'Setpember'; 0 for any other word."""
        found = self._meant.get(word)
        if found is None:
            found = self._meant[word] = next((month for name, month in self._months if is_slip(word, name)), 0)
        return found

    def is_misspelt(self, word: str) -> bool:
        """Whether a word read as a month is no month as it stands; a genitive ('Januars') is none."""
        return word not in self.tokens and word.removesuffix("s") not in self.tokens

    def precedes(self, kind: str, text: str, start: int, past_articles: bool = False, past_of: bool = False) -> bool:
        """Whether the word before `text[start]` is one of a kind, articles in between (and 'of') left out where asked."""
        before = text[max(0, start - _REACH) : start].split()
        passed = (self.by_kind["article"] if past_articles else set()) | (self.by_kind["of"] if past_of else set())
        while before:
            if before[-1].strip(_PUNCTUATION) in self.by_kind[kind]:
                return True
            if before.pop() not in passed:
                return False
        return False

    def weekday_before(self, text: str, start: int) -> int:
        """The day of the week that stands before a date, as in 'Montag, dem 3. Mai', 1 for Monday; 0 where none does."""
        before = text[max(0, start - _REACH) : start].replace(",", " ").replace("(", " ").split()
        while before and before[-1] in self.by_kind["article"]:
            before.pop()
        letter, value = self.tokens.get(before[-1], ("", ())) if before else ("", ())
        return value[0] if letter == "w" else 0


@cache
def words_of(vocabulary: Vocabulary) -> Words:
    """The words of a vocabulary, read once."""
    return Words(vocabulary)
