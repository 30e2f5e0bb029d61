"""Footnote markers in a text: which signs are some, whatever way they are printed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.readers._blocks import Block
from loaders.readers._text import mark

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_DIGITS = str.maketrans(RAISED, "0123456789")
_NUMBERS = r"\d{1,3}(?:\s*[,;]\s*\d{1,3}|\s*[-–]\s*\d{1,3})*"

_BRACKETED = re.compile(rf"\[\^?(?:(?:Fn|FN|Anm|Fu(?:ß|ss)note|note|n)\.?\s?)?({_NUMBERS})(?::\d{{1,2}})?\]")
_IN_BRACKETS = re.compile("[\\[(]\\s*((?:\ue000[^\ue001]*\ue001[,;\\s]*)+)[\\])]")
# '^3' and '^[3]', as text browsers write a raised number; the sign may end a line.
_CARET_MARK = re.compile(
    "(?<=[^\\s\\^])(?<!(?<!\\^)\\b10)(?<!\\bm)(?<!\\b[kcd]m)\\^\\s*(?:\ue002\\d+\ue003)?\\[?(\\d{1,3}(?:[,–-]\\d{1,3})*)\\]?(?![\\w%])"
)
_MARK = re.compile("\ue000([^\ue001]*)\ue001")
_LABELLED = re.compile(r"\[\^([^\]\s]{1,24})\]")
_RAISED_DIGIT = re.compile(f"[{RAISED}]")
# m², km³ and 10⁶ are units and powers.
_RAISED_MARK = re.compile(rf"(?<!\b10)(?<!\bm)(?<!\b[kcd]m)([{RAISED}]{{1,6}}(?:[,⁻˒]\s?[{RAISED}]{{1,3}})*)")
# '(3)' behind a word; behind a space only at the end of a sentence.
_ROUND_MARK = re.compile(
    '(?:(?<=[\\w.,;:!?“”"»)])|\\s(?=\\(\\d+\\)(?:[.,;]|$))|(?<=[.!?;“”"»)])\\s(?:\ue002\\d+\ue003)?(?=(?:\\(\\d+\\)\\s*(?:\ue002\\d+\ue003)?)+(?:$|[A-ZÄÖÜ„“"])))'
    r"\((\d{1,3})\)(?!\w)"
)
# 'geplant.1', '2021.3 Das', '20213': a number glued to a word, to a sentence that ends in a year, to a year itself.
_WITHOUT_NOTES = 6  # numbers that count up from 1 and are markers, even if the text has no notes
_MISSING = 3
_GLUED_DIGITS = re.compile(
    r"(?:(?<=[^\W\d_]{2})(?P<a>[.,;:!?]?[“”\"»)]?)|(?<=\d)(?P<b>[.!?][“”\"»)]?)(?=\d+(?:\s+[A-ZÄÖÜ„]|\s*$))|(?<=\d)(?P<c>;)(?=\d+\s)|(?<=\b(?:19|20)\d\d))(?P<n>\d{1,6})(?![\w%])(?!\.\d)"
)

_RAISED_TEXT = re.compile(
    r"[\[(]?\s*(?P<number>\d{1,6}(?:(?:\s*[,;–-]\s*|\s+|\s*(?:[/.&+]|und|and)\s*|[\])]\s*[,;]?\s*[\[(]?)\d{1,3})*)\s*[\])]?[,;]?"
)
_GAP = re.compile(r"(?<=\d)(?:\s+|\s*(?:[/.&+]|und|and)\s*|[\])]\s*[,;]?\s*[\[(]?)(?=\d)")
_RANGE = re.compile(r"(?<=\[)(\^?)(\d{1,3})\]\s*[-–]\s*\[\1(?=\d{1,3}\])")
_UNIT_BEFORE = re.compile(r"(?:\b[kcdm]?m|(?<!\d)10)$")


def numbers_in(printed: str) -> list[str]:
    """The numbers of a printed marker: '3' gives one, '1, 2' two, '3–5' three.

    >>> numbers_in("1, 3–5")
    ['1', '3', '4', '5']
    """
    if printed.isascii() and printed.isdigit():
        return [printed]
    numbers: list[str] = []
    for piece in re.split(r"[,;⁻˒]", printed.translate(TO_DIGITS)):
        first, _, last = (part.strip() for part in re.sub("–", "-", piece).partition("-"))
        if last and 0 < int(last) - int(first) < 20:
            numbers += map(str, range(int(first), int(last) + 1))
        else:
            numbers += [number for number in (first, last) if number]
    return numbers


def with_marks(raw: str, known: frozenset[str]) -> str:
    """A body text whose printed markers, such as '[3]' or '³', became marks. `known` are the numbers of the notes."""

    def certain(found: re.Match[str]) -> str:
        return "".join(map(mark, numbers_in(found[1])))

    def if_known(found: re.Match[str]) -> str:
        numbers = [part for number in numbers_in(found[1]) for part in _parted(number, known)]
        return "".join(map(mark, numbers)) if known.issuperset(numbers) else found[0]

    if "\ue000" in raw:
        raw = _MARK.sub(lambda found: "".join(map(mark, _parted(found[1], known))), _IN_BRACKETS.sub(r"\1", raw))
    if "^" in raw:
        raw = _CARET_MARK.sub(if_known, raw)
    if "[" in raw:
        raw = _RANGE.sub(r"\1\2-", raw)
        raw = _LABELLED.sub(lambda found: mark(found[1]), _BRACKETED.sub(certain, raw))
    if _RAISED_DIGIT.search(raw):
        raw = _RAISED_MARK.sub(if_known, raw)
    return _ROUND_MARK.sub(if_known, raw) if "(" in raw else raw


def _parted(number: str, known: frozenset[str]) -> list[str]:
    """Numbers that were raised one behind the other without a gap: '1213' is 12 and 13 where these are notes and 1213 is none."""
    if number in known or not number.isdigit():
        return [number]
    ways = [[first, *_parted(rest, known)] for first, rest in _splits(number) if first in known]
    rising = [way for way in ways if known.issuperset(way) and all(int(a) < int(b) for a, b in pairwise(way))]
    # Falling numbers only where the digits can be read in no other way.
    only = ways[0] if len(ways) == 1 and known.issuperset(ways[0]) else [number]
    return min(rising, key=lambda way: (len(way), int(way[-1]) - int(way[0])), default=only)


def _splits(number: str) -> list[tuple[str, str]]:
    return [(number[:place], number[place:]) for place in range(1, min(4, len(number)))]


def marked_numbers(raw: str) -> list[str]:
    """The numbers of all markers in a text, in whatever print."""
    found: list[str] = []
    if "[" in raw:
        found += (number for printed in _BRACKETED.findall(raw) for number in numbers_in(printed))
    if "^" in raw:
        found += (number for printed in _CARET_MARK.findall(raw) for number in numbers_in(printed))
    if "\ue000" in raw:
        found += _MARK.findall(raw)
    if _RAISED_DIGIT.search(raw):
        found += (number for printed in _RAISED_MARK.findall(raw) for number in numbers_in(printed))
    return found


def with_suffix(block: Block, numbers: frozenset[str], suffix: str) -> Block:
    """A block whose markers with one of these numbers got a suffix."""
    raw = with_marks(block.raw, numbers)
    return block.with_raw(_MARK.sub(lambda found: mark(found[1] + suffix) if found[1] in numbers else found[0], raw))


def recovered_marks(body: Sequence[Block], known: Sequence[str]) -> list[Block] | None:
    """The body with markers that lost their raised or bracketed form ('geplant.1') found again; None where that fails.

    Digits glued to a word count as a marker where they are the next number or one told already, and nearly all numbers
    of the notes are found that way, in their order. Where a program lost the notes themselves, they count up from 1.
    """
    if any("\ue000" in block.raw for block in body):
        return None
    wanted = [number for number in known if number.isdigit()]
    seen: list[str] = []

    def marked(found: re.Match[str]) -> str:
        number = found["n"]
        before = found["a"] or found["b"] or found["c"] or ""
        last = int(seen[-1]) if seen else 0
        is_next = [number] == wanted[len(seen) : len(seen) + 1] if wanted else 0 < int(number) - last <= _MISSING
        if is_next:
            seen.append(number)
        elif number not in seen and (side_by_side := _due(number, wanted[len(seen) :] if wanted else [], last)):
            seen.extend(side_by_side)
            return before + "".join(map(mark, side_by_side))
        return before + mark(number) if number in seen else found[0]

    blocks = [block.with_raw(_GLUED_DIGITS.sub(marked, block.raw)) for block in body]
    return blocks if len(seen) >= (max(2, 0.8 * len(wanted)) if wanted else _WITHOUT_NOTES) else None


def _due(number: str, wanted: Sequence[str], last: int) -> list[str]:
    """The next numbers, where their digits side by side are a number: '1213' behind 11."""
    for count in (2, 3):
        due = list(wanted[:count]) if wanted else [str(last + step) for step in range(1, count + 1)]
        if "".join(due) == number and len(due) == count:
            return due
    return []


def raised(text: str, before: str = "", is_linked: bool = False) -> str:
    """What a raised text is: marks where it holds footnote numbers, else the text (exponents as raised digits)."""
    found = _RAISED_TEXT.fullmatch(text.strip())
    if not found:
        return text
    if not is_linked and _UNIT_BEFORE.search(before) and text.strip().isdigit():
        return text.strip().translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return "".join(map(mark, numbers_in(_GAP.sub(",", found["number"]))))
