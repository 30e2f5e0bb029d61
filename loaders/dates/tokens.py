"""The words and numbers of time expressions: cuts a text into runs of tokens that may form a date.

A run begins at an anchor (a number or a word of `date_words.csv` that can open a date) and reaches as far as tokens follow
one another with no more between them than white space and at most one line end. Each token is one letter, its kind, so
that the grammar can be written as patterns over letters:

    d day of a month, D number that is none   o, O, n ordinal in words (German, English), Roman number
    m month   M abbreviated month   s season   q quarter   h half-year   u half of something   p early, mid, late
    y year    Y years as 2022/23    i day with month and year   j day with month   k month with year
    z quarter with year   Q, H quarter, half-year as Q3, H1   N half of a month   J the word 'year'
    x 'calendar week'   W week with year   X number and year as 34/2021   t, T turn of the year (German, English)
    r 'to'   R dash   a 'and'   / slash   c comma   v 'auf'   g article   f 'of'   w weekday
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress

from loaders.dates.numerals import GAP, NUMERALS, Token, numeral
from loaders.dates.words import Words
from loaders.words import Judged, words_in

_TOKEN = re.compile(
    rf"""{GAP}(?:
     (?P<Q>[QqHh][1-4])(?![^\W_])
    |(?P<word>[^\W\d_]+)
    |(?P<slash>/)|(?P<c>,)|(?P<a>&)
    |{NUMERALS}
    |(?P<d>[0-9]{{1,2}})(?:\.(?![0-9]{{3}})|st\b|nd\b|rd\b|th\b|(?=[A-ZÄÖÜ])|(?!\w)(?![:,][0-9])(?!/[0-9]{{4}}))
    )""",
    re.VERBOSE,
)
_START = re.compile(r"[^\W\d_]+|[0-9]+")
# Addresses and e-mail addresses hold numbers and no dates; what stands for them must be no white space.
_ADDRESS = re.compile(r"(?:\w?https?:/|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}")
_BLANK = "\x00"

# A number behind one of these and another number is a part of it.
_JOINTS = ".,:/-+'’\u2010\u2011\u2012\u2013\u2212"
_NUMBERING = "#§$€£№="
_HYPHENS = ("-", "\u2010", "\u2011")
# 'Sept.' and 'III.' keep their full stop, 'mid-June' its hyphen, 'Montag,' its comma.
_KEEPING = {"M": (".",), "n": (".",), "p": _HYPHENS, "w": (",",)}
# 'Junihälfte', 'Januarwoche': some days of the month, told as the month.
_SHARES = ("hälfte", "woche")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONE_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?!\w|[-./:,][0-9])")
_MARKS = {"R": "R", "slash": "/", "c": "c", "a": "a"}
_GLUED = frozenset("gr")
_NUMBERS = ("d", "o", "O")
_LAST_DAY, _LAST_WEEK = 31, 53


def without_addresses(text: str) -> str:
    """The text with each web or mail address blotted out, its length kept."""
    if "://" not in text and "www." not in text and "@" not in text:
        return text
    return _ADDRESS.sub(lambda found: _BLANK * len(found.group()), text)


def runs(text: str, words: Words, triggers: frozenset[str]) -> Iterator[tuple[list[Token], int]]:
    """Each run of tokens, with -1, and for each trigger word an empty run with its place, in order of the text."""
    openers, end = words.openers, 0
    for start, word in _starts(text, openers, triggers):
        if word in triggers:
            yield [], start
        if start < end or (word not in openers and word[0] > "9") or not _may_begin(text, start, words):
            continue
        tokens = _run(text, start, words)
        if tokens:
            end = tokens[-1].end
            yield tokens, -1


def _starts(text: str, openers: frozenset[str], triggers: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The stretches of letters or digits at which a date may begin, or a relative phrase be found."""
    starts, ends, words = words_in(text)
    promising = map(_promising(openers, triggers).__getitem__, words)
    for start, end, word in compress(zip(starts, ends, words, strict=True), promising):
        if word.isalpha() or (word.isascii() and word.isdigit()):
            yield start, word
        else:
            for found in _START.finditer(text, start, end):
                yield found.start(), found[0]


@cache
def _promising(openers: frozenset[str], triggers: frozenset[str]) -> Judged[bool]:
    wanted = openers | triggers
    return Judged(lambda word: any(part in wanted or part[0] <= "9" for part in _START.findall(word)))


def _may_begin(text: str, start: int, words: Words) -> bool:
    """Whether what stands before `start` leaves a number or word free to begin a date."""
    if not start:
        return True
    before = text[start - 1]
    if before.isalnum():
        # 'vom3. Mai': a space is missing.
        glued = _LAST_WORD.search(text, max(0, start - 12), start)
        return glued is not None and words.tokens.get(glued.group().lower(), ("",))[0] in _GLUED
    if before in _JOINTS:
        ahead = text[start - 2 : start - 1]
        if ahead.isdecimal():
            return False
        # 'Pabbi-Antiterror-2021' holds a year, 'Covid-19' and 'A/RES/75' hold no day.
        if ahead.isalpha() and before in (*_HYPHENS, "/"):
            return _LONE_YEAR.match(text, start) is not None
    return before not in _NUMBERING and not words.precedes("numbered", text, start)


def _run(text: str, start: int, words: Words) -> list[Token]:
    tokens: list[Token] = []
    while (found := _TOKEN.match(text, start)) and (token := _token(text, found, words, tokens[-1].kind if tokens else "")):
        tokens.append(token)
        start = token.end
    return tokens


def _token(text: str, found: re.Match[str], words: Words, before: str) -> Token | None:
    group = found.lastgroup or ""
    start, end = found.span(group)
    if group == "word":
        return _word(text, start, end, words, before)
    if group in _MARKS:
        return Token(_MARKS[group], start, end, ())
    if group == "d":
        number = int(text[start:end])
        if 1 <= number <= (_LAST_WEEK if before == "x" else _LAST_DAY):
            return Token("d", start, found.end(), (number,))
        # '32.' before a month is a slip worth a problem; a plain 32 counts something.
        return Token("D", start, found.end(), (number,)) if found.end() > end else None
    if group == "Q":
        return Token(text[start].upper(), start, end, (int(text[start + 1 : end]),))
    return numeral(group, text, start, end)


def _share_of_month(text: str, start: int, end: int, words: Words) -> Token | None:
    share = next((share for share in _SHARES if text.endswith(share, start, end)), "")
    kind, value = words.tokens.get(text[start : end - len(share)], ("", ())) if share else ("", ())
    return Token("N", start, end, value) if kind == "m" else None


def _word(text: str, start: int, end: int, words: Words, before: str) -> Token | None:
    word = text[start:end]
    known = words.tokens.get(word)
    if known is None:
        known = ("m", (words.month_meant(word),)) if before in _NUMBERS and words.month_meant(word) else None
        return Token(known[0], start, end, known[1]) if known else _share_of_month(text, start, end, words)
    kind, value = known
    if kind in _KEEPING and text[end : end + 1] in _KEEPING[kind]:
        end += 1
    return Token(kind, start, end, value)
