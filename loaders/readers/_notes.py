"""Which blocks of a file are notes: on their own, behind each section, or in a list at the end."""

import re
from collections.abc import Sequence

from loaders.readers import _patterns
from loaders.readers._blocks import Block, Kind, is_date_or_ordinal
from loaders.readers._footnotes import STRONG_LABEL, WEAK_LABEL, Note
from loaders.readers._lines import seam
from loaders.readers._marks import RAISED, TO_DIGITS, marked_numbers
from loaders.readers._note_labels import ADDRESS, begins_section, label_of, number_of
from loaders.readers._note_numbers import counted_from_one, renumbered

_BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

# A line that begins with a label.
_NEXT_LABEL = re.compile(f"\\s*\ue002\\d+\ue003(?=(?:\\[\\^?\\d{{1,3}}\\]|[{RAISED}]{{1,3}}|\ue000\\d{{1,3}}\ue001)\\s*\\S)")


def split_notes(blocks: Sequence[Block]) -> tuple[list[Block], list[Note]]:
    """Parts the body from the notes, wherever they stand: on their own, behind each section, or in a list at the end."""
    body: list[Block] = []
    notes: list[Note] = []
    rest = [part for block in blocks for part in _by_label(block)]
    marked = frozenset(number for block in rest for number in marked_numbers(block.raw))
    start = _list_without_heading(rest)
    index = 0
    while index < len(rest):
        block = rest[index]
        if _opens_notes(rest, index) or index == start:
            end = _region_end(rest, index + (index != start))
            listed = _listed(rest[index + (index != start) : end], marked)
            notes += (note._replace(place=len(body)) for note in listed)
            index = end
            continue
        index += 1
        label = None if block.kind is Kind.HEADING else STRONG_LABEL.match(block.raw)
        if block.kind is Kind.NOTE:
            notes.append(Note(block.number, block.raw, block.line, len(body)))
        elif label and label.end() < len(block.raw):
            notes.append(_labelled(block, label)._replace(place=len(body)))
        elif label and body:
            # A marker that slipped into a paragraph of its own.
            body[-1] = body[-1]._replace(raw=body[-1].raw + block.raw.strip())
        elif notes and block.kind is not Kind.HEADING and _continues(block, notes[-1], rest[index - 2]):
            notes[-1] = _continued(notes[-1], block)
        else:
            body.append(block)
    return _with_missing(*renumbered(body, notes), marked)


def _by_label(block: Block) -> list[Block]:
    """A paragraph of notes that begin on lines of their own, one block each."""
    if "\ue002" not in block.raw or block.kind is Kind.HEADING or not STRONG_LABEL.match(block.raw):
        return [block]
    parts = _NEXT_LABEL.split(block.raw)
    return [block.with_raw(parts[0]), *(Block(Kind.PARAGRAPH, part, line=block.line) for part in parts[1:])]


def _with_missing(body: list[Block], notes: list[Note], marked: frozenset[str]) -> tuple[list[Block], list[Note]]:
    """Takes as notes those numbered paragraphs with an address whose number is marked in the text and has no note yet.

    Those that go on counting right behind them are notes too, marked or not.
    """
    missing = marked - {note.number for note in notes}
    kept = []
    last = ""
    for block in body:
        number = "" if block.kind is Kind.HEADING else number_of(block)
        is_next = last.isdigit() and number == str(int(last) + 1)
        last = ""
        if (number in missing and ADDRESS.search(block.words)) or is_next:
            last = number
            label = None if block.number else label_of(block)
            notes.append(Note(number, block.raw[label.end() :] if label else block.raw, block.line))
            missing -= {number}
        else:
            kept.append(block)
    return kept, notes


def _continued(note: Note, block: Block) -> Note:
    cut, between = seam(note.raw, block.raw)
    return note._replace(raw=note.raw[: len(note.raw) - cut] + between + block.raw)


def _labelled(block: Block, label: re.Match[str]) -> Note:
    number = next(value for value in label.groups() if value).translate(TO_DIGITS)
    return Note(number, block.raw[label.end() :], block.line)


def _continues(block: Block, note: Note, before: Block) -> bool:
    # A note's last word is its address; what follows without one, and holds it, belongs to the note.
    is_behind = before.kind is Kind.NOTE or bool(STRONG_LABEL.match(before.raw))
    return (
        is_behind
        and not ADDRESS.search(note.raw)
        and bool(re.match(r"(?:in:?\s+)?(?:https?:|www\.)", block.words, re.IGNORECASE))
    )


def _opens_notes(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind is Kind.NOTE or len(block.raw) > 120 or not _patterns.is_heading_of("notes", block.words):
        return False
    region = blocks[index + 1 : _region_end(blocks, index + 1)]
    is_listed = [found for found in region if found.kind in (Kind.NOTE, Kind.ITEM) or label_of(found)]
    return bool(is_listed) or any(ADDRESS.search(found.words) for found in region)


def _region_end(blocks: Sequence[Block], start: int) -> int:
    for index in range(start, len(blocks)):
        block = blocks[index]
        is_end = block.kind is Kind.HEADING or (len(block.raw) < 80 and _patterns.is_heading_of("skipped", block.words))
        if is_end or (index > start and begins_section(blocks, index)):
            return index
    return len(blocks)


def _list_without_heading(blocks: Sequence[Block]) -> int:
    """Where a list of notes without a heading begins: it counts from 1 to the end, and is marked or leads to addresses."""
    if any(block.kind is Kind.NOTE or STRONG_LABEL.match(block.raw) for block in blocks):
        return -1
    start = len(blocks)
    while start and _may_be_note(blocks[start - 1]):
        start -= 1
    marked = {number for block in blocks[:start] for number in marked_numbers(block.raw)}
    firsts = [index for index in range(start, len(blocks)) if number_of(blocks[index]) == "1"]
    if not firsts and len(blocks) - start > 1:
        # Automatic numbers that went on from an earlier list.
        is_bare = all(_BARE.fullmatch(block.words) for block in blocks[start:])
        firsts = [start] if is_bare or number_of(blocks[start]) else []
    for start in firsts:
        numbers = {number_of(block) for block in blocks[start:]} - {""}
        addresses = sum(bool(ADDRESS.search(block.words)) for block in blocks[start:])
        is_marked = start == firsts[-1] and len(numbers & marked) * 2 > len(numbers)
        if addresses * 2 > len(blocks) - start or is_marked:
            return start
    return -1


def _may_be_note(block: Block) -> bool:
    if block.kind is Kind.HEADING:
        return False
    return bool(number_of(block)) or bool(ADDRESS.search(block.words)) or _patterns.is_whole("chrome", block.words)


def _listed(region: Sequence[Block], marked: frozenset[str]) -> list[Note]:
    """The notes of a list: one a labelled block; a block without label continues the note before it."""
    notes: list[Note] = []
    is_numbered = any(block.number or block.kind is Kind.NOTE or label_of(block) for block in region)
    for block in region:
        label = STRONG_LABEL.match(block.raw)
        if block.kind is Kind.NOTE:
            notes.append(Note(block.number, block.raw, block.line))
        elif label:
            notes.append(_labelled(block, label))
        elif block.number:
            notes.append(Note(block.number, block.raw, block.line))
        elif is_numbered and (weak := WEAK_LABEL.match(block.raw)) and not is_date_or_ordinal(block.raw[weak.end() :]):
            notes.append(_labelled(block, weak))
        elif not is_numbered:
            notes.append(Note(str(len(notes) + 1), block.raw, block.line))
        elif notes and ("://" in block.raw or not _patterns.is_whole("chrome", block.words)):
            notes[-1] = _continued(notes[-1], block)
    return counted_from_one(notes, marked)
