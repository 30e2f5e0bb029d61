"""How a note begins, and where a section begins among notes."""

import re
from collections.abc import Sequence

from loaders.readers._blocks import Block, Kind, is_date_or_ordinal
from loaders.readers._footnotes import STRONG_LABEL, WEAK_LABEL
from loaders.readers._heading_lines import looks_like_heading
from loaders.readers._marks import TO_DIGITS, marked_numbers

ADDRESS = re.compile(r"(?:h+t+ps?|www)\W{1,3}\w|\w\.(?:org|com|net|int|ru|cn|uz|tj|kz|kg|in|de|eu)\b", re.IGNORECASE)
# What a note has and a heading has not: a day of publication behind a comma with 'in:', a page, an abbreviation of a source.
_NOTE_WORDS = re.compile(r"\b(?:in:|ebd\.|ebenda|ibid\.?|a\. ?a\. ?O\.|S\. \d|p\. ?\d)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:\S+\s+){5}.*[.!?][“”\"»)]*(?:\[[\d, ]+\]|\ue000.*)*$", re.DOTALL)


def label_of(block: Block) -> re.Match[str] | None:
    """The label that a block begins with: '[3]', '3.', '3 '."""
    return STRONG_LABEL.match(block.raw) or WEAK_LABEL.match(block.raw)


def number_of(block: Block) -> str:
    """The number of a note or item; '' where a block has none or begins with a date."""
    if block.number:
        return block.number
    label = label_of(block)
    if not label or is_date_or_ordinal(block.raw[label.end() :]):
        return ""
    return next(value for value in label.groups() if value).translate(TO_DIGITS)


def begins_section(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line among notes is the heading of a text: it has no number and no address, nor has the text below it."""
    heading = blocks[index]
    # '37. Sitzung …' among the notes 1 and 2 is no note.
    is_counted = not STRONG_LABEL.match(heading.raw) and not _follows(number_of(blocks[index - 1]), number_of(heading))
    is_bare = _is_bare_of_notes(heading) or (heading.kind is Kind.PARAGRAPH and is_counted and not ADDRESS.search(heading.words))
    if not is_bare or not looks_like_heading(heading.words) or _NOTE_WORDS.search(heading.words):
        return False
    below = next(
        (block for block in blocks[index + 1 :] if marked_numbers(block.raw) or not looks_like_heading(block.words)), None
    )
    return below is not None and _is_bare_of_notes(below) and bool(_SENTENCE.search(below.words))


def _follows(before: str, number: str) -> bool:
    return before.isdigit() and number.isdigit() and int(number) == int(before) + 1


def _is_bare_of_notes(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and not label_of(block) and not ADDRESS.search(block.words)
