"""Which lines read like a heading, told by their words alone."""

import re

MAX_LENGTH = 180
# A full stop behind a word of three letters or more ends a sentence; behind a number or an abbreviation it does not.
_SENTENCE_END = re.compile(
    r"[^\W\d_]{3}(?<!\bProf)(?<!\bDipl)(?<!\bUniv)(?<!\bAbt)(?<!\bbzw)(?<!\bBZW)(?<![IVX]{3})[.!?][“”\"»)]*\s+[„“\"«]?[A-ZÄÖÜ]"
)
_SENTENCE_START = re.compile(
    r"^(?:Am|Im|In|Vom|Bis|Seit|Zum|Zwischen|Ab|Nach|On|From|Between|Since|By|During)\s.*"
    r"\b(?:hat|haben|hatten?|ist|sind|waren?|wird|werden|wurden?|fand|fanden|traf|trafen|kam|kamen|soll|sollen|sollte|nahm|nahmen|"
    r"hielt|hielten|trat|traten|was|were|is|are|will|has|have|had|met|took|held|signed)\b"
)
_FIRST = re.compile(r"[^\W_]|[„“\"«»(\[‚‘’']")
ENDS_IN_DATE = re.compile(r"(?:[^\W\d_]{3,9}\.?|\d{1,2}[./,]|\d{1,2}(?:st|nd|rd|th),)\s?(?:19|20)\d\d$")
_LONG_LABEL = 12  # the same where other headings of the text end so


def looks_like_heading(words: str) -> bool:
    """Whether a line reads like a heading: short, begins like one, is no sentence and holds none.

    >>> looks_like_heading("SCO-Gipfeltreffen in Duschanbe, 16. und 17. September 2021")
    True
    >>> looks_like_heading("Am 3. Mai 2021 traf Norow in Peking ein")
    False
    """
    if not 3 <= len(words) <= MAX_LENGTH or not _FIRST.match(words) or words[0].islower():
        return False
    if words[-1] in ".:;,!…-–" or "://" in words or _SENTENCE_END.search(words):
        return False
    return not _SENTENCE_START.match(words) and any(char.isalpha() for char in words)


def is_dated_label(line: str) -> bool:
    """Whether a line is a heading with a date that ends in a colon."""
    words = line.strip()
    return words.endswith(":") and bool(ENDS_IN_DATE.search(words[:-1])) and looks_like_heading(words[:-1])


def is_long_label(line: str) -> bool:
    """Whether a line that ends in a colon may be a heading in a text whose headings end so."""
    words = line.strip()
    return words.endswith(":") and words.count(" ") < _LONG_LABEL and looks_like_heading(words[:-1])
