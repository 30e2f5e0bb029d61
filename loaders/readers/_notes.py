"""Footnotes: which blocks are notes, which signs in a text are their markers, and whether the two fit each other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from loaders.document import Footnote, Mark, Problem
from loaders.readers import _patterns
from loaders.readers._blocks import Block, Kind, is_date_or_ordinal
from loaders.readers._text import Inline, mark

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_RAISED, "0123456789")
_NUMBERS = r"\d{1,3}(?:\s*[,;]\s*\d{1,3}|\s*[-–]\s*\d{1,3})*"
_CONTROL_PREFIX = "(?:\ue002\\d+\ue003|\\s)*"

# A label that no running text begins with: '[3]', '3. [3]', '[^3]:', a raised number.
_STRONG_LABEL = re.compile(
    rf"^{_CONTROL_PREFIX}(?:\d{{1,3}}[.)]\s*)?(?:\[\^?(?P<bracket>\d{{1,3}})\]|\ue000(?P<mark>[^\ue001]{{1,8}})\ue001|(?P<raised>[{_RAISED}]{{1,3}}))[:.)]?\s*"
)
# A label that only a list of notes makes one: '3.', '3)', '(3)', '3:', '3 '.
_NUMBERED = re.compile(rf"^{_CONTROL_PREFIX}(\d{{1,3}})[.)]\s+(?=\D)")
_WEAK_LABEL = re.compile(rf"^{_CONTROL_PREFIX}(?:\(?(?P<number>\d{{1,3}})[.):](?=\D)|(?P<bare>\d{{1,3}})(?=\s+\S))\s*")
_ADDRESS = re.compile(r"(?:h+t+ps?|www)\W{1,3}\w|\w\.(?:org|com|net|int|ru|cn|uz|tj|kz|kg|in|de|eu)\b", re.IGNORECASE)

_BRACKETED = re.compile(rf"\[\^?(?:(?:Fn|FN|Anm|Fu(?:ß|ss)note|note|n)\.?\s?)?({_NUMBERS})(?::\d{{1,2}})?\]")
_IN_BRACKETS = re.compile("[\\[(]\\s*((?:\ue000[^\ue001]*\ue001[,;\\s]*)+)[\\])]")
_MARK = re.compile("\ue000([^\ue001]*)\ue001")
_LABELLED = re.compile(r"\[\^([^\]\s]{1,24})\]")
_RAISED_DIGIT = re.compile(f"[{_RAISED}]")
# m², km³ and 10⁶ are units and powers.
_RAISED_MARK = re.compile(rf"(?<!\b10)(?<!\bm)(?<!\b[kcd]m)([{_RAISED}]{{1,3}}(?:[,⁻˒]\s?[{_RAISED}]{{1,3}})*)")
_ROUND_MARK = re.compile(r"(?:(?<=[\w.,;:!?“”\"»)])|\s(?=\(\d+\)(?:[.,;]|$)))\((\d{1,3})\)(?!\w)")
# 'geplant.1', '2021.3 Das', '20213': a number glued to a word, to a sentence that ends in a year, to a year itself.
_GLUED_DIGITS = re.compile(
    r"(?:(?<=[^\W\d_]{2})(?P<a>[.,;:!?]?[“”\"»)]?)|(?<=\d)(?P<b>[.!?][“”\"»)]?)(?=\d+(?:\s+[A-ZÄÖÜ„]|\s*$))|(?<=\b(?:19|20)\d\d))(?P<n>\d{1,3})(?![\w%])(?!\.\d)"
)


# Signs that lead back from a note to its marker.
_BACK = re.compile(r"(?:\s*[↩⤴⏎↑↵]\ufe0e?\d*)+\s*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A note before its text is cleaned."""

    number: str
    raw: str
    line: int = 0
    place: int = 0  # how many blocks of the body stand before it


def numbers_in(printed: str) -> list[str]:
    """The numbers of a printed marker: '3' gives one, '1, 2' two, '3–5' three.

    >>> numbers_in("1, 3–5")
    ['1', '3', '4', '5']
    """
    if printed.isascii() and printed.isdigit():
        return [printed]
    numbers: list[str] = []
    for piece in re.split(r"[,;⁻˒]", printed.translate(_TO_DIGITS)):
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
        numbers = numbers_in(found[1])
        return "".join(map(mark, numbers)) if known.issuperset(numbers) else found[0]

    if "\ue000" in raw:
        raw = _MARK.sub(lambda found: "".join(map(mark, _parted(found[1], known))), _IN_BRACKETS.sub(r"\1", raw))
    if "[" in raw:
        raw = _LABELLED.sub(lambda found: mark(found[1]), _BRACKETED.sub(certain, raw))
    if _RAISED_DIGIT.search(raw):
        raw = _RAISED_MARK.sub(if_known, raw)
    return _ROUND_MARK.sub(if_known, raw) if "(" in raw else raw


def _parted(number: str, known: frozenset[str]) -> list[str]:
    """Numbers that were raised one behind the other without a gap: '1213' is 12 and 13 where these are notes and 1213 is none."""
    if number in known or not number.isdigit():
        return [number]
    for place in range(1, len(number)):
        first, rest = number[:place], _parted(number[place:], known)
        if first in known and known.issuperset(rest) and int(rest[0]) > int(first):
            return [first, *rest]
    return [number]


def split_notes(blocks: Sequence[Block]) -> tuple[list[Block], list[Note]]:
    """Parts the body from the notes, wherever they stand: on their own, behind each section, or in a list at the end."""
    body: list[Block] = []
    notes: list[Note] = []
    rest = list(blocks)
    marked = frozenset(number for block in rest for number in _marked(block.raw))
    start = _list_without_heading(rest)
    index = 0
    while index < len(rest):
        block = rest[index]
        if _opens_notes(rest, index) or index == start:
            end = _region_end(rest, index + (index != start))
            listed = _listed(rest[index + (index != start) : end], marked)
            notes += (replace(note, place=len(body)) for note in listed)
            index = end
            continue
        index += 1
        label = None if block.kind is Kind.HEADING else _STRONG_LABEL.match(block.raw)
        if block.kind is Kind.NOTE:
            notes.append(Note(block.number, block.raw, block.line, len(body)))
        elif label and label.end() < len(block.raw):
            notes.append(replace(_labelled(block, label), place=len(body)))
        elif label and body:
            # A marker that slipped into a paragraph of its own.
            body[-1] = replace(body[-1], raw=body[-1].raw + block.raw.strip())
        elif notes and block.kind is not Kind.HEADING and _continues(block, notes[-1], rest[index - 2]):
            notes[-1] = replace(notes[-1], raw=f"{notes[-1].raw} {block.raw}")
        else:
            body.append(block)
    return _with_missing(*_renumbered(body, notes), marked)


def _renumbered(body: list[Block], notes: list[Note]) -> tuple[list[Block], list[Note]]:
    """Notes that count from 1 again behind each section get numbers of their own: '1-2' is note 1 of the second list.

    Only where the text before a list marks a number that an earlier list has given to another note.
    """
    first: dict[str, str] = {}
    renumbered: list[Note] = []
    start = 0
    for step, (place, group) in enumerate(groupby(notes, key=lambda note: note.place), start=1):
        listed = list(group)
        numbers = frozenset(note.number for note in listed)
        marked = {number for block in body[start:place] for number in _marked(block.raw)}
        if any(note.number in marked and first.get(note.number, note.raw) != note.raw for note in listed):
            body[start:place] = [_with_suffix(block, numbers, f"-{step}") for block in body[start:place]]
            listed = [replace(note, number=f"{note.number}-{step}") for note in listed]
        for note in listed:
            first.setdefault(note.number, note.raw)
        renumbered += listed
        start = place
    return body, renumbered


def _with_suffix(block: Block, numbers: frozenset[str], suffix: str) -> Block:
    raw = with_marks(block.raw, numbers)
    return replace(block, raw=_MARK.sub(lambda found: mark(found[1] + suffix) if found[1] in numbers else found[0], raw))


def _with_missing(body: list[Block], notes: list[Note], marked: frozenset[str]) -> tuple[list[Block], list[Note]]:
    """Takes as notes those numbered paragraphs with an address whose number is marked in the text and has no note yet."""
    missing = marked - {note.number for note in notes}
    kept = []
    for block in body:
        number = "" if block.kind is Kind.HEADING else _number(block)
        if number in missing and _ADDRESS.search(block.words):
            label = None if block.number else _label(block)
            notes.append(Note(number, block.raw[label.end() :] if label else block.raw, block.line))
            missing -= {number}
        else:
            kept.append(block)
    return kept, notes


def _labelled(block: Block, label: re.Match[str]) -> Note:
    number = next(value for value in label.groups() if value).translate(_TO_DIGITS)
    return Note(number, block.raw[label.end() :], block.line)


def _continues(block: Block, note: Note, before: Block) -> bool:
    # A note's last word is its address; what follows without one, and holds it, belongs to the note.
    is_behind = before.kind is Kind.NOTE or bool(_STRONG_LABEL.match(before.raw))
    return (
        is_behind
        and not _ADDRESS.search(note.raw)
        and bool(re.match(r"(?:in:?\s+)?(?:https?:|www\.)", block.words, re.IGNORECASE))
    )


def _opens_notes(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind is Kind.NOTE or len(block.raw) > 120 or not _patterns.is_heading_of("notes", block.words):
        return False
    region = blocks[index + 1 : _region_end(blocks, index + 1)]
    is_listed = [found for found in region if found.kind in (Kind.NOTE, Kind.ITEM) or _label(found)]
    return bool(is_listed) or any(_ADDRESS.search(found.words) for found in region)


def _region_end(blocks: Sequence[Block], start: int) -> int:
    for index in range(start, len(blocks)):
        block = blocks[index]
        is_end = block.kind is Kind.HEADING or (len(block.raw) < 80 and _patterns.is_heading_of("skipped", block.words))
        if is_end:
            return index
    return len(blocks)


def _label(block: Block) -> re.Match[str] | None:
    return _STRONG_LABEL.match(block.raw) or _WEAK_LABEL.match(block.raw)


def _list_without_heading(blocks: Sequence[Block]) -> int:
    """Where a list of notes without a heading begins: it counts from 1 to the end, and is marked or leads to addresses."""
    if any(block.kind is Kind.NOTE or _STRONG_LABEL.match(block.raw) for block in blocks):
        return -1
    start = len(blocks)
    while start and _may_be_note(blocks[start - 1]):
        start -= 1
    marked = {number for block in blocks[:start] for number in _marked(block.raw)}
    firsts = [index for index in range(start, len(blocks)) if _number(blocks[index]) == "1"]
    if not firsts and len(blocks) - start > 1:
        # Automatic numbers that went on from an earlier list.
        firsts = [start] if _number(blocks[start]) else []
    for start in firsts:
        numbers = {_number(block) for block in blocks[start:]} - {""}
        addresses = sum(bool(_ADDRESS.search(block.words)) for block in blocks[start:])
        is_marked = start == firsts[-1] and len(numbers & marked) * 2 > len(numbers)
        if addresses * 2 > len(blocks) - start or is_marked:
            return start
    return -1


def _may_be_note(block: Block) -> bool:
    if block.kind is Kind.HEADING:
        return False
    return bool(_number(block)) or bool(_ADDRESS.search(block.words)) or _patterns.is_whole("chrome", block.words)


def _number(block: Block) -> str:
    if block.number:
        return block.number
    label = _label(block)
    if not label or is_date_or_ordinal(block.raw[label.end() :]):
        return ""
    return next(value for value in label.groups() if value).translate(_TO_DIGITS)


def _marked(raw: str) -> list[str]:
    found: list[str] = []
    if "[" in raw:
        found += (number for printed in _BRACKETED.findall(raw) for number in numbers_in(printed))
    if "\ue000" in raw:
        found += _MARK.findall(raw)
    if _RAISED_DIGIT.search(raw):
        found += (number for printed in _RAISED_MARK.findall(raw) for number in numbers_in(printed))
    return found


def _listed(region: Sequence[Block], marked: frozenset[str]) -> list[Note]:
    """The notes of a list: one a labelled block; a block without label continues the note before it."""
    notes: list[Note] = []
    is_numbered = any(block.number or block.kind is Kind.NOTE or _label(block) for block in region)
    for block in region:
        label = _STRONG_LABEL.match(block.raw)
        if block.kind is Kind.NOTE:
            notes.append(Note(block.number, block.raw, block.line))
        elif label:
            notes.append(_labelled(block, label))
        elif block.number:
            notes.append(Note(block.number, block.raw, block.line))
        elif is_numbered and (weak := _WEAK_LABEL.match(block.raw)) and not is_date_or_ordinal(block.raw[weak.end() :]):
            notes.append(_labelled(block, weak))
        elif not is_numbered:
            notes.append(Note(str(len(notes) + 1), block.raw, block.line))
        elif notes and ("://" in block.raw or not _patterns.is_whole("chrome", block.words)):
            notes[-1] = replace(notes[-1], raw=f"{notes[-1].raw} {block.raw}")
    return _counted_from_one(notes, marked)


def _counted_from_one(notes: list[Note], marked: frozenset[str]) -> list[Note]:
    """A list whose automatic numbers went on from an earlier list (a slip of word processors) counts from 1 again."""
    numbers = [note.number for note in notes]
    first = int(numbers[0]) if notes and numbers[0].isdigit() else 1
    goes_on = first > 1 and numbers == [str(first + step) for step in range(len(notes))]
    if goes_on and "1" in marked and not marked.issuperset(numbers):
        return [replace(note, number=str(index)) for index, note in enumerate(notes, start=1)]
    return notes


def footnotes(notes: Iterable[Note]) -> tuple[tuple[Footnote, ...], list[Problem]]:
    """The notes by number. Of a number defined twice the first text counts; the other one is kept in the problem."""
    by_number: dict[str, Footnote] = {}
    problems = []
    for note in notes:
        found = _footnote(note)
        if not found.text:
            problems.append(Problem("footnote-empty", note.number, note.line))
        elif note.number not in by_number:
            by_number[note.number] = found
        elif by_number[note.number].text != found.text:
            details = (("text", found.text), ("first", str(by_number[note.number].line)))
            problems.append(Problem("footnote-doubled", note.number, note.line, details=details))
    return tuple(by_number.values()), problems


def _footnote(note: Note) -> Footnote:
    # Markers inside a note are words of it.
    label = _STRONG_LABEL.match(note.raw) or _NUMBERED.match(note.raw)
    raw = note.raw[label.end() :] if label and note.number in label.groups() else note.raw
    inline = Inline.of(re.sub("\ue000([^\ue001]*)\ue001", r"[\1]", raw))
    text, hidden = inline.text, []
    for start, end, url in sorted(inline.links, reverse=True):
        shown = text[start:end]
        if is_shortened(shown, url):
            text = text[:start] + url + text[end:]
        elif _bare(url) not in _bare(text) and url not in hidden:
            hidden.append(url)
    text = _BACK.sub("", text)
    return Footnote(note.number, text.lstrip(":;,. "), note.line, tuple(reversed(hidden)))


def is_shortened(shown: str, url: str) -> bool:
    """Whether a text shows an address in a shortened form ('eng.sectsco.org/news/…') that leads to `url`.

    >>> is_shortened("sectsco.org/…/1.html", "http://sectsco.org/news/1.html")
    True
    """
    words = shown.strip()
    if not words or " " in words or "." not in words.replace("...", "…"):
        return False
    head, gap, tail = _bare(words).replace("...", "…").partition("…")
    address = _bare(url)
    if not gap:
        return len(head) < len(address) and address.startswith(head) and address[len(head) :][:1] in "/?#"
    return address.startswith(head) and address.endswith(tail.rstrip("…"))


def _bare(url: str) -> str:
    return re.sub(r"^(?:\w+://)?(?:www\.)?", "", url.strip()).rstrip("/")


def recovered_marks(body: Sequence[Block], known: Sequence[str]) -> list[Block] | None:
    """The body with markers that lost their raised or bracketed form ('geplant.1') found again; None where that fails.

    Digits glued to a word count as a marker where they are the next number or one told already, and nearly all numbers
    of the notes are found that way, in their order.
    """
    if any("\ue000" in block.raw for block in body) or not known:
        return None
    wanted = [number for number in known if number.isdigit()]
    seen: list[str] = []

    def marked(found: re.Match[str]) -> str:
        number = found["n"]
        expected = wanted[len(seen)] if len(seen) < len(wanted) else ""
        if number == expected:
            seen.append(number)
        return (found["a"] or found["b"] or "") + mark(number) if number in seen else found[0]

    blocks = [replace(block, raw=_GLUED_DIGITS.sub(marked, block.raw)) for block in body]
    return blocks if len(seen) >= max(2, 0.8 * len(wanted)) else None


def checked(marks: Iterable[tuple[int, int, Mark]], notes: Sequence[Footnote]) -> list[Problem]:
    """What does not fit: markers without a note, notes without a marker. `marks` come with section number and line."""
    known = {note.number for note in notes}
    used: set[str] = set()
    problems = []
    for section_no, line, found in marks:
        if found.number not in known and found.number not in used:
            problems.append(Problem("footnote-undefined", found.number, line, section_no))
        used.add(found.number)
    return problems + [Problem("footnote-unused", note.number, note.line) for note in notes if note.number not in used]
