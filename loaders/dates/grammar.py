"""The grammar of time expressions: from runs of tokens to expressions, whose missing years are still missing.

An item is one date, month, quarter, half-year, season, week or year; an expression is items joined by 'bis', 'und', dashes,
slashes or commas. What an item leaves out it takes from its neighbours: '16. und 17. September 2021'.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from loaders.dates.items import UNDATED, Item, Part, read_item
from loaders.dates.numerals import Token

# Kinds are those of `tokens`. A year may follow as '2021', '/2021', 'of 2021', 'des Jahres 2021'.
_YEAR = "(?:/|f?(?:g*J)?)y"
_PART = "(?:pf?g*)?"
_MONTH = "[mM]"
_NTH = "[doOn]"


def _item(comma_year: str, month_first: str, bare: str) -> re.Pattern[str]:
    year = f"(?:{comma_year}{_YEAR})?"
    return re.compile(
        f"(?P<full>i|z|W)|(?P<day>(?:[do]|[dO]fg?){_MONTH}{year}|dny|{month_first}|j)|(?P<week>[dDoO]x{year}|x(?:d{year}|[kX]))"
        f"|(?P<quarter>{_PART}(?:{_NTH}q|Q){year})"
        f"|(?P<half>{_PART}(?:(?:{_NTH}h|H){year}|{_NTH}u(?:f?g*{_MONTH}{year}|{_YEAR}|f?g*J)))"
        f"|(?P<turn>(?:t|Tf(?=g*J|[yY]))(?:f?(?:g*J)?[yY]?)?)"
        f"|(?P<season>{_PART}s(?:f?(?:g*J)?[yY])?)|(?P<month>(?:pf?g*{_MONTH}(?!d)|{_MONTH}){year}|(?:{_NTH}|p)?N{year}|k)"
        f"|(?P<year>(?:pf?(?:g*J)?|J)?[yY])|(?P<never>D{_MONTH}{year})|(?P<bare>{bare})"
    )


# English puts a comma before a year and the month before the day; in a German text that takes a year as proof.
_GERMAN = _item("", f"{_MONTH}d(?=(?:(?:[Rrc]|c?a)d)*c?y)(?:c?y)?", f"{_NTH}(?:c?y)?")
_ENGLISH = _item("c?", f"{_MONTH}d(?:c?y)?", f"{_NTH}(?:c?y)?")
_JOINT = re.compile("(?P<apart>c?ag[gw]*|vg*)|(?P<and>c?aw*|/)|(?P<to>c?r[gw]*|Rw*)|(?P<comma>c)")


def expressions(tokens: Sequence[Token], english: bool, between: bool, moved: bool = False) -> Iterator[list[Part]]:
    """The expressions of a run of tokens, in order.

    `between`: 'zwischen' or 'between' stands before it. `moved`: so does 'moved', and 'to' parts an old date from a new.
    """
    for pieces, found in _chains("".join([token.kind for token in tokens]), english):
        items = [read_item(tokens[piece.first : piece.end], piece.unit) for piece in pieces]
        if len(items) == 1:
            yield [Part(items[0], items[0], "apart")]
            continue
        joints = list(found)
        if between and joints and joints[0] != "dash":
            joints[0] = "to"
        if moved:
            joints = ["apart" if joint == "to" else joint for joint in joints]
        yield from _parted(_completed(list(items), joints), _with_commas_read(items, joints))


class _Piece(NamedTuple):
    """The tokens `first` to `end` (excluded) of a run that make an item of a unit."""

    unit: str
    first: int
    end: int


# Most runs look alike ('dmy', 'dadmy'), so their shapes are remembered.
@lru_cache(maxsize=4096)
def _chains(kinds: str, english: bool) -> tuple[tuple[tuple[_Piece, ...], tuple[str, ...]], ...]:
    """The items that follow one another in a run, and how they are joined. A chain of mere numbers is none."""
    grammar = _ENGLISH if english else _GERMAN
    chains, place = [], 0
    while place < len(kinds):
        found = grammar.match(kinds, place)
        if found is None:
            place += 1
            continue
        pieces, joints = [_piece(found)], []
        while (joint := _JOINT.match(kinds, found.end())) and (following := grammar.match(kinds, joint.end())):
            joints.append("dash" if joint.group()[0] == "R" else str(joint.lastgroup))
            pieces.append(_piece(following))
            found = following
        place = found.end()
        if any(piece.unit != "bare" for piece in pieces):
            chains.append((tuple(pieces), tuple(joints)))
    return tuple(chains)


def _piece(found: re.Match[str]) -> _Piece:
    return _Piece(str(found.lastgroup), found.start(), found.end())


def _with_commas_read(items: list[Item], joints: list[str]) -> list[str]:
    """Joints without commas: one within a list that ends in 'und' joins what is alike, every other one parts."""
    read = list(joints)
    for place in range(len(joints) - 1, -1, -1):
        item, after = items[place], items[place + 1]
        if joints[place] == "comma":
            is_list = place + 1 < len(joints) and read[place + 1] == "and"
            is_alike = item.unit == after.unit and (item.unit == "year" or not item.year)
            read[place] = "and" if item.unit == "bare" or (is_list and is_alike) else "apart"
    return read


def _completed(items: list[Item], joints: list[str]) -> list[Item]:
    """Items with what they take from their neighbours: a number its month or unit, a date its year."""
    for place in range(len(items) - 2, -1, -1):
        items[place] = _with_unit_of(items[place], items[place + 1])
    for place in range(1, len(items)):
        before = items[place - 1]
        if items[place].unit == "bare" and before.month_first:
            items[place] = items[place]._replace(unit="day", month=before.month, month_first=True)
    for place in range(len(items) - 2, -1, -1):
        items[place] = _with_year_of(items[place], items[place + 1], joints[place] == "comma")
    return items


def _with_unit_of(item: Item, after: Item) -> Item:
    if item.unit != "bare" or after.month_first or after.unit not in ("day", "quarter", "half"):
        return item
    return item._replace(unit=after.unit, month=after.month)


def _with_year_of(item: Item, after: Item, by_comma: bool) -> Item:
    if item.year or not after.year or not UNDATED.isdisjoint((item.unit, after.unit)):
        return item
    turn = item.month != after.month and item.place_in_year > after.place_in_year
    if turn and by_comma:
        return item
    return item._replace(year=after.year - turn, is_vague=False)


def _parted(items: list[Item], joints: list[str]) -> Iterator[list[Part]]:
    parts: list[Part] = []
    for item, joint in zip(items, ["", *joints], strict=True):
        if item.unit == "bare":
            if parts:
                yield parts
            parts = []
        elif parts and joint in ("to", "dash") and _spans(parts[-1], item, joint):
            parts[-1] = parts[-1]._replace(last=item)
        else:
            parts.append(Part(item, item, joint if joint == "and" and parts else "apart"))
    if parts:
        yield parts


def _spans(part: Part, item: Item, joint: str) -> bool:
    """Whether 'bis' or a dash between the two means a range: '3. Mai – 2021 folgte …' is none."""
    first = part.first
    if part.last is not first:
        return False
    if first.unit == item.unit:
        return True
    return joint == "to" and ("year" not in (first.unit, item.unit) or bool(first.year and item.year))
