"""Markers that were raised side by side without a gap and read as one number, told by the order of all markers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.readers._blocks import Block
from loaders.readers._text import mark

_MARK = re.compile("\ue000(\\d+)\ue001")


def parted_by_order(body: Sequence[Block], known: frozenset[str]) -> tuple[list[Block], list[tuple[str, list[str]]]]:
    """The body with such numbers parted, and what was parted: (as printed, the numbers).

    Notes are first marked one after the other. A number that leaps ahead is several where its digits give those that are due,
    and the text goes on behind them: 1, 2, 13, 4 is 1, 2, 1 and 3, 4; but 1, 2, 13, 3 stays what it is.
    """
    numbers = [int(number) for block in body for number in _MARK.findall(block.raw)]
    parted: dict[int, list[str]] = {}
    highest = 0
    for place, number in enumerate(numbers):
        if number > highest + 1 and (parts := _parts(str(number), known, highest, numbers[place + 1 :])):
            parted[place] = parts
            highest = max(highest, *map(int, parts))
        elif number <= highest + 1:
            highest = max(highest, number)
    if not parted:
        return list(body), []
    place = -1

    def written(found: re.Match[str]) -> str:
        nonlocal place
        place += 1
        return "".join(map(mark, parted[place])) if place in parted else found[0]

    blocks = [block.with_raw(_MARK.sub(written, block.raw)) for block in body]
    return blocks, [(str(numbers[place]), parts) for place, parts in parted.items()]


def _parts(number: str, known: frozenset[str], highest: int, after: Sequence[int]) -> list[str]:
    for parts in _ways(number, known):
        new = [int(part) for part in parts if int(part) > highest]
        due = list(range(highest + 1, highest + 1 + len(new)))
        following = next((later for later in after if later > highest and later != int(number)), 0)
        is_next = following == highest + len(new) + 1 or (not following and number not in known)
        if new and new == due and is_next:
            return parts
    return []


def _ways(number: str, known: frozenset[str]) -> list[list[str]]:
    """The ways to read a number as several of notes, rising."""
    ways = [[number]] if number in known else []
    for place in range(1, min(4, len(number))):
        if number[:place] in known:
            ways += [[number[:place], *rest] for rest in _ways(number[place:], known)]
    return [way for way in ways if all(int(a) < int(b) for a, b in pairwise(way))]
