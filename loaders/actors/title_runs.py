"""Cuts runs of capitalised words, as English names of organisations are, into the names in them."""

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.passage import Span

_TITLED = r"[A-ZÄÖÜ][\w’'&-]*(?:\.\w+)*(?:[–‑][A-ZÄÖÜ][\w’'&-]*)*"
_RUN = re.compile(rf"{_TITLED}(?:\s(?:(?:and|&|(?:of|for|on|in)(?:\sthe)?)\s)?{_TITLED})*")
# What opens a sentence in front of a name: 'At the Council', 'The Development Bank', 'Am Institute of Glaciology'.
_OPENING = re.compile(
    r" ?(?:(?:of|for|and|on|in|At|In|On|For|By|With|From|After|Before|Under|And|But|Am|Im|Beim|Vom|Zum|Zur) )?(?:[Tt]he )?"
    r"(?=[A-ZÄÖÜ])"
)
# 'the Council of the' goes on with a name that is known.
_OPEN_END = re.compile(r"(?:\s(?:of|for|and|on|the|in|&))+$")
# A name before, in a list: 'Huawei Technologies, Rosatom and Halyk Bank'.
_LISTED = re.compile(r"[A-ZÄÖÜ][\w-]*,\s$")
_AND = " and "
# "India's Ministry of Ayush": who owns is no part of the name.
_OWNER = re.compile(r"[A-ZÄÖÜ][\w-]*(?:[’']s|s[’'])\s(?=[A-ZÄÖÜ])")


def title_runs(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    """The runs of two and more capitalised words, without what opens a sentence and what is taken by something else."""
    for found in _RUN.finditer(text):
        if " " not in found.group():
            continue
        inside = [span for span in taken if span[0] < found.end() and found.start() < span[1]]
        edges = [found.start(), *(edge for span in inside for edge in span), found.end()]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            opening = _OPENING.match(text, start, max(start, end))
            start = opening.end() if opening else start
            owner = _OWNER.match(text, start, max(start, end))
            start = owner.end() if owner else start
            yield start, start + len(_OPEN_END.sub("", text[start:end].rstrip(" .'’")))


def parted_names(text: str, start: int, end: int, is_organisation: re.Pattern[str]) -> Iterator[Span]:
    """The names in a run with 'and': the two of 'Nankai University and Osh Academy', the last of 'X, Rosatom and Halyk Bank'."""
    joint = text.rfind(_AND, start, end)
    behind = joint + len(_AND)
    if joint > start:
        both = is_organisation.fullmatch(text[start:joint].rpartition(" ")[2]) and is_organisation.search(text, behind, end)
        if both:
            yield start, joint
        if both or _LISTED.search(text, max(0, start - 40), start):
            yield behind, end
            return
    yield start, end


def without_seat(name: str, is_place: Callable[[str], bool]) -> str:
    """A name without the place where it sits: 'Institute of Glaciology in Almaty'."""
    head, _, seat = name.rpartition(" in ")
    return head if " " in head and is_place(seat) else name


def without_function(name: str, is_function: Callable[[str], bool]) -> str:
    """A name without the function of a person behind it: 'Reserve Bank of India Governor'."""
    while " " in name and is_function(name.rpartition(" ")[2]):
        name = name.rpartition(" ")[0]
    return name
