"""Notes whose numbers begin anew or went on by mistake."""

from itertools import groupby

from loaders.readers._blocks import Block
from loaders.readers._footnotes import Note
from loaders.readers._marks import marked_numbers, with_suffix


def renumbered(body: list[Block], notes: list[Note]) -> tuple[list[Block], list[Note]]:
    """Notes that count from 1 again behind each section get numbers of their own: '1-2' is note 1 of the second list.

    Only where the text before a list marks a number that an earlier list has given to another note.
    """
    first: dict[str, str] = {}
    renumbered: list[Note] = []
    start = 0
    for step, (place, group) in enumerate(groupby(notes, key=lambda note: note.place), start=1):
        listed = list(group)
        numbers = frozenset(note.number for note in listed)
        marked = {number for block in body[start:place] for number in marked_numbers(block.raw)}
        if any(note.number in marked and first.get(note.number, note.raw) != note.raw for note in listed):
            body[start:place] = [with_suffix(block, numbers, f"-{step}") for block in body[start:place]]
            listed = [note._replace(number=f"{note.number}-{step}") for note in listed]
        for note in listed:
            first.setdefault(note.number, note.raw)
        renumbered += listed
        start = place
    return body, renumbered


def counted_from_one(notes: list[Note], marked: frozenset[str]) -> list[Note]:
    """A list whose automatic numbers went on from an earlier list (a slip of word processors) counts from 1 again."""
    numbers = [note.number for note in notes]
    first = int(numbers[0]) if notes and numbers[0].isdigit() else 1
    goes_on = first > 1 and numbers == [str(first + step) for step in range(len(notes))]
    if goes_on and "1" in marked and not marked.issuperset(numbers):
        return [note._replace(number=str(index)) for index, note in enumerate(notes, start=1)]
    return notes
