"""The lines of a plain text, as blocks: paragraphs put together, headings, bullets, columns and notes told apart."""

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.readers._blocks import Block, Kind, is_date_or_ordinal, row_text, without_head
from loaders.readers._heading_lines import is_dated_label, is_long_label, looks_like_heading
from loaders.readers._lines import seam
from loaders.readers._patterns import is_heading_of
from loaders.readers._plain_layout import SENTENCE_END, Layout, PlainLine
from loaders.readers._text import at_line, plain

_BULLET = re.compile(r"\s*(?:[*+•‣▪◦·●○■□➢►–—-]|o(?=\s{2}))\s+(?=\S)")
_DASH = re.compile(r"\s*[–—-]\s")
_NUMBER = re.compile(r"\s*\(?(?P<number>\d{1,3})[.)]\s+(?=\S)")
_ROUND_NUMBER = re.compile(r"\s*\(\d{1,3}\)\s")
_BARE_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}):?\s+(?=\S)")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+$")
_ENDS_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|^\s*\S*[/_=]\S*$")
_LABEL = re.compile(r"\s*(?:\d{1,3}[.)]\s*)?\[\^?\d{1,3}\]:?\s*\S|\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*\S")
_UNDERLINE = re.compile(r"\s*(?P<sign>[=~_*━─═-])(?P=sign){2,}\s*$")
_DECORATED = re.compile(
    r"^\s*(?:(?P<sign>[=*_#~]{1,6})\s*(?P<words>[^=*_#~].*?)\s*[=*_#~]{1,6}|(?:#{1,6}\s*|={1,6}\s+|h[1-6]\.\s+)(?P<atx>\S.*))\s*$"
)
_COLUMNS = re.compile(r"\t+| {3,}")
_OPEN = re.compile(
    r"(?:[,–—/-]|\b(?:und|der|des|die|das|den|dem|in|im|von|vom|zu|zum|zur|mit|für|and|of|the|to|for|at))\s*$", re.IGNORECASE
)
_MERE_DATE = re.compile(r"\s*\d{1,2}\.?\s*(?:(?:und|bis|and|to|[-–])\s*\d{1,2}\.?\s*)?[^\W\d_]{3,9}\.?\s+\d{4}\s*$")
_HEADING_LINES = 4  # a heading has no more
_LONG = 40  # characters of a line in the middle that may go on in the next one


def blocks_of(text: str) -> list[Block]:
    """The blocks of a plain text."""
    lines = [
        PlainLine(number, plain(line.replace("\t", "    ")).rstrip()) for number, line in enumerate(text.split("\n"), start=1)
    ]
    layout = Layout.of([line.text for line in lines])
    return [block for chunk in _chunks(lines, layout) for block in _blocks(chunk, layout)]


def _chunks(lines: Iterable[PlainLine], layout: Layout) -> Iterator[list[PlainLine]]:
    """Runs of lines without a blank one between; where nothing else parts paragraphs, every line is one."""
    chunk: list[PlainLine] = []
    for line in lines:
        if not line.text.strip():
            if chunk:
                yield chunk
            chunk = []
        elif not layout.width and not layout.is_spaced:
            yield [line]
        else:
            chunk.append(line)
    if chunk:
        yield chunk


def _blocks(chunk: list[PlainLine], layout: Layout) -> Iterator[Block]:
    start = 0
    while start < len(chunk):
        underline = _underline(chunk, start)
        if underline:
            words = " ".join(line.text.strip() for line in chunk[start:underline])
            level = 1 if "=" in chunk[underline].text else 2
            yield Block(Kind.HEADING, words, level=level, line=chunk[start].number)
            start = underline + 1
            continue
        end = start + 1
        while end < len(chunk) and not _begins(chunk, start, end, layout):
            end += 1
        if not (end - start == 1 and end < len(chunk) and _is_table_head(chunk[start].text, chunk[end].text)):
            yield _block(chunk[start:end], layout)
        start = end


def _underline(chunk: Sequence[PlainLine], start: int) -> int:
    """Where the line of signs stands that makes the lines above it a heading; 0 where there is none."""
    near = range(start + 1, min(start + 4, len(chunk)))
    end = next((index for index in near if _UNDERLINE.match(chunk[index].text)), 0)
    return end if end and looks_like_heading(" ".join(line.text.strip() for line in chunk[start:end])) else 0


def _begins(chunk: Sequence[PlainLine], start: int, index: int, layout: Layout) -> bool:
    """Whether a line begins something new, and does not go on with the line before it."""
    before, line = chunk[index - 1].text, chunk[index].text
    if _UNDERLINE.match(line) or _UNDERLINE.match(before) or is_heading_of("notes", before.strip()):
        return True
    first = chunk[start].text
    if layout.has_labels and index == start + 1 and (is_dated_label(before) or is_long_label(before)):
        return True
    is_listed = bool(_BULLET.match(first) or _NUMBER.match(first) or _LABEL.match(first))
    is_address = bool(_ENDS_IN_ADDRESS.search(before))
    if _ADDRESS.match(line) and (is_address or layout.width):
        return is_address  # an address has a line of its own where it did not fit into the one before
    is_closed = is_address or bool(SENTENCE_END.search(before)) or (start == index - 1 and not layout.width)
    if _LABEL.match(line) and (is_closed or is_listed):
        # A marker may slip to the beginning of a line that goes on with the one before.
        return bool(_LABEL.match(first)) or not layout.width or not layout.is_full(before, line)
    if _BULLET.match(line) and (is_closed or (is_listed and not _DASH.match(line)) or (is_listed and bool(_BULLET.match(first)))):
        return True
    number = _NUMBER.match(line)
    if number and not is_date_or_ordinal(line[number.end() :]):
        told = _NUMBER.match(first)
        # A marker '(3)' may slip to the beginning of a line as well.
        is_marker = bool(_ROUND_NUMBER.match(line)) and not is_address and bool(layout.width) and layout.is_full(before, line)
        if (is_closed and not is_marker) or _follows(told, number):
            return True
    if _follows(_BARE_NUMBER.match(first), _BARE_NUMBER.match(line)):
        return True
    if not layout.is_justified and _COLUMNS.search(before.strip()) and _COLUMNS.search(line.strip()):
        return True
    if not layout.width:
        return (
            not (is_closed and start < index - 1)
            and not (SENTENCE_END.search(before) and _is_text(line))
            and not _wraps(before, line)
        )
    so_far = " ".join(each.text.strip() for each in chunk[start:index]) if index - start <= _HEADING_LINES else ""
    is_heading = not is_listed and looks_like_heading(so_far) and not _wraps(before, line)
    if layout.is_centred(chunk[index]) and layout.is_centred(chunk[index - 1]):
        return looks_like_heading(so_far) and len(before.strip()) < _LONG
    if is_heading and chunk[index].indent > chunk[start].indent:
        return True
    if layout.is_full(before, line):
        return False
    if is_heading:
        return True
    # A short last line ends a paragraph where the next one is indented or nothing else parts paragraphs.
    return bool(SENTENCE_END.search(before)) and (
        not layout.is_spaced or (chunk[index].indent > chunk[index - 1].indent and not is_listed)
    )


def _follows(before: re.Match[str] | None, number: re.Match[str] | None) -> bool:
    return bool(before and number) and int(number["number"]) == int(before["number"]) + 1  # type: ignore[index]


def _is_text(line: str) -> bool:
    return not looks_like_heading(line.strip())


def _is_table_head(line: str, after: str) -> bool:
    rows = [_COLUMNS.split(row.strip()) for row in (line, after)]
    return len(rows[0]) == len(rows[1]) > 1 and len(without_head(rows)) == 1


def _wraps(before: str, line: str) -> bool:
    """Whether two short lines are one heading: the first ends open, or the second begins small or is its date."""
    return bool(_OPEN.search(before)) or line.lstrip()[:1].islower() or bool(_MERE_DATE.match(line))


def _block(lines: Sequence[PlainLine], layout: Layout) -> Block:
    first = lines[0]
    kind, number, skipped = Kind.PARAGRAPH, "", 0
    if len(lines) == 1 and not layout.is_justified and _COLUMNS.search(first.text.strip()) and not _LABEL.match(first.text):
        cells = row_text(_COLUMNS.split(first.text.strip()))
        return Block(Kind.ITEM, cells, line=first.number)
    if bullet := _BULLET.match(first.text):
        kind, skipped = Kind.ITEM, bullet.end()
    elif (found := _NUMBER.match(first.text)) and not _LABEL.match(first.text):
        kind, number, skipped = Kind.ITEM, found["number"], found.end()
    elif len(lines) == 1 and (decorated := _DECORATED.match(first.text)):
        return Block(Kind.HEADING, decorated["words"] or decorated["atx"], level=2, line=first.number)
    raw = first.text[skipped:].strip()
    for line in lines[1:]:
        after = line.text.strip()
        is_full = not layout.width or layout.is_full(first.text, after)
        cut, between = seam(raw, after, layout.known, is_full)
        raw = raw[: len(raw) - cut] + between + at_line(line.number) + after
        first = line
    return Block(kind, raw, number=number, line=lines[0].number)
