"""From the blocks of a file to a `Briefing`: what every format has in common.

What becomes what:
- The title is no section. Text above the first heading is section 0; a text without headings is one section with the title
  as its heading. Every other heading begins a section.
- A heading without text: where deeper headings follow, its words are set before theirs ('Sicherheit: Rat der Minister, 3. Mai
  2021'), so that nothing of it is lost. Where none does and it carries a date, it states an event and is a section whose text
  is the heading. Else it is left out, with a problem.
- A marker in a heading gets offset 0: it stands before the text. One in the title goes to the first section's heading.
- Bylines, 'Stand: …', datelines, share buttons and page numbers, lists of contents, comments and notes about the author are left
  out, with a problem of the grade 'info' that holds the words.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.document import Briefing, Mark, Problem, Section
from loaders.readers import _capitals, _footnotes, _headings, _marks, _metadata, _notes, _patterns
from loaders.readers._blocks import Block, Kind, Page, true_items
from loaders.readers._text import Inline, mark, plain

_DATE_WORD = re.compile(
    r"\d{1,2}\.\s?(?:[^\W\d_]{3}|\d{1,2}\.)|\b[^\W\d_]{3,9}\.?\s+(?:\d{1,2},\s)?20\d\d\b|\b20\d\d-\d\d-\d\d\b"
)
_TITLE_NUMBER = re.compile(r"^1[.)]?\s+(?=Q\s?[1-4]\b)")
_ABOVE = 600  # characters above a title: more are a text
_ANCHOR = re.compile(r"\s*(?:¶|🔗|\[link\]|:)\s*$")  # a colon, or what a page shows for a link to its own heading
_ENDS_SENTENCE = re.compile(r"[.!?:;…][“”\"»)]*$")


@dataclass(frozen=True, slots=True)
class _Part:
    """What becomes a section: a heading with the blocks below it. The text before all headings has an empty one."""

    heading: Block
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Built:
    section: Section
    links: tuple[tuple[int, str], ...]


def assemble(page: Page, name: str, data: bytes) -> Briefing:
    """The briefing of a file named `name` with the bytes `data`, from what its reader found in it."""
    problems: list[Problem] = list(page.problems)
    blocks = [block.with_raw(plain(block.raw)) for block in page.blocks]
    body, raw_notes = _notes.split_notes(list(true_items(block for block in blocks if block.words or "\ue000" in block.raw)))
    notes, note_problems = _footnotes.footnotes(raw_notes)
    body = _with_marks(body, [note.number for note in notes], problems)
    told = page.title or next((value for key, value, _ in page.front if key.casefold() in ("title", "titel")), "")
    title, above, parts, lead = _outline(body, told, problems)
    built = [_section(number, part) for number, part in enumerate(parts, start=1)]
    if lead:
        built.insert(0, _section(0, _Part(Block(Kind.HEADING, "", line=lead[0].line), tuple(lead))))
    sections = tuple(found.section for found in built)
    text = "\n\n".join(section.text for section in sections)
    meta = _metadata.metadata(
        page.front, title, [*above, told], [section.heading for section in sections], text, name, page.language
    )
    marks = [(section.number, section.line_at(found.offset), found) for section in sections for found in section.marks]
    return Briefing(
        briefing_id=meta.briefing_id,
        quarter=meta.quarter,
        title=meta.title,
        sections=sections,
        footnotes=notes,
        organisation_id=meta.organisation_id,
        chair_code=meta.chair_code,
        language=meta.language,
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        problems=(*problems, *meta.problems, *note_problems, *_footnotes.checked(marks, notes), *_links(built)),
    )


def _with_marks(body: list[Block], known: list[str], problems: list[Problem]) -> list[Block]:
    numbers = frozenset(known)
    marked = [block.with_raw(_marks.with_marks(block.raw, numbers)) for block in body]
    recovered = _marks.recovered_marks(marked, known)
    if recovered:
        problems.append(Problem("footnote-marks-recovered", ", ".join(known)))
    return recovered or marked


def _outline(body: list[Block], told: str, problems: list[Problem]) -> tuple[str, list[str], list[_Part], list[Block]]:
    """Title, lines above the text, the parts under their headings, and the text before the first of them."""
    body = _headings.without_contents(_capitals.recased(body))
    typed = [index for index, block in enumerate(body) if block.kind is Kind.HEADING]
    body = _headings.promoted(body) if typed in ([], [0]) else _headings.promoted_dated(body)
    body = _without_lines(_without_parts(body, problems), problems)
    raw_title, above, rest = _headings.split_title(_from_title(body, problems), told)
    title = _TITLE_NUMBER.sub("", Inline.of(raw_title).text)
    first = next((index for index, block in enumerate(rest) if block.kind is Kind.HEADING), len(rest))
    parts, unplaced = _parts(_headings.without_numbering(rest[first:]), problems)
    above += unplaced
    if parts and (raw_marks := "".join(mark(found.number) for found in Inline.of(raw_title).marks)):
        parts[0] = replace(parts[0], heading=parts[0].heading._replace(raw=parts[0].heading.raw + raw_marks))
    lead, lines = _lead(rest[:first], bool(parts), problems)
    if not title:
        naming = next((line for line in lines if _headings.names_quarter(line)), "")
        alone = parts[0].heading.words if len(parts) == 1 else ""
        title = naming or told or next(iter(lines), "") or alone
    if not parts and lead:
        heading = Block(Kind.HEADING, title, line=lead[0].line)
        return title, [*above, *lines], [_Part(heading, tuple(lead))], []
    return title, [*above, *lines], parts, lead


def _without_parts(blocks: Sequence[Block], problems: list[Problem]) -> list[Block]:
    """Leaves out headed parts that are none of the briefing's: contents, comments, related posts, notes about the author."""
    kept: list[Block] = []
    level = 0
    for block in blocks:
        if block.kind is Kind.HEADING and (not level or block.level <= level):
            level = (block.level or 1) if _patterns.is_heading_of("skipped", block.words) else 0
            if level:
                problems.append(Problem("part-left-out", block.words, block.line))
        if not level:
            kept.append(block)
    # A list of contents may be headed by the document's highest level: never leave out most of a text.
    if sum(len(block.raw) for block in kept) * 2 < sum(len(block.raw) for block in blocks):
        return [block for block in blocks if not (block.kind is Kind.HEADING and _patterns.is_heading_of("skipped", block.words))]
    return kept


def _from_title(blocks: list[Block], problems: list[Problem]) -> list[Block]:
    """Leaves out the text above a title that names the quarter: it belongs to the page."""
    named = next((i for i, block in enumerate(blocks) if block.kind is Kind.HEADING and _headings.names_quarter(block.words)), 0)
    above = [block for block in blocks[:named] if block.kind is not Kind.HEADING]
    if not above or any("\ue000" in block.raw for block in above) or sum(len(block.raw) for block in above) > _ABOVE:
        return blocks
    problems += (Problem("line-left-out", block.words, block.line) for block in above if block.words)
    return [block for i, block in enumerate(blocks) if i >= named or block.kind is Kind.HEADING]


def _without_lines(blocks: Sequence[Block], problems: list[Problem]) -> list[Block]:
    """Leaves out lines that belong to the page: bylines, dates of publication, datelines, page numbers, share buttons."""
    kept: list[Block] = []
    headings = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    with_text = [index for index in headings if index + 1 < len(blocks) and blocks[index + 1].kind is not Kind.HEADING]
    text_begins = next((index for index in with_text if index != headings[0]), len(blocks))
    for index, block in enumerate(blocks):
        words = block.words
        is_line = block.kind is Kind.PARAGRAPH or index + 1 in headings
        is_at_edge = index < text_begins or index >= len(blocks) - 2
        is_preamble = is_at_edge and is_line and _patterns.is_whole("preamble", words)
        # 'Datum: 3. Mai 2021' in a list is a part of the text.
        is_told = block.kind is Kind.ITEM and index >= text_begins and any(char.isdigit() for char in words)
        if is_told or not (is_preamble or _patterns.is_whole("chrome", words)):
            kept.append(block)
        elif any(char.isalpha() for char in words):
            problems.append(Problem("line-left-out", words, block.line))
    return kept


def _lead(blocks: Sequence[Block], has_parts: bool, problems: list[Problem]) -> tuple[list[Block], list[str]]:
    """The text before the first heading, and the lines among it that are none (subtitle, series, number)."""
    text: list[Block] = []
    lines: list[Block] = []
    for block in blocks:
        (lines if _is_mere_line(block) and (has_parts or not text) else text).append(block)
    if not text and not has_parts:
        # A text of nothing but lines: all below the first are its text.
        text, lines = lines[1:], lines[:1]
    problems += (Problem("line-left-out", block.words, block.line) for block in lines)
    return text, [block.words for block in lines]


def _is_mere_line(block: Block) -> bool:
    is_short = block.kind is Kind.PARAGRAPH and len(block.words) <= 160
    return is_short and "\ue000" not in block.raw and not _ENDS_SENTENCE.search(block.words)


def _parts(blocks: Sequence[Block], problems: list[Problem]) -> tuple[list[_Part], list[str]]:
    """Headings with their blocks, and those left out before the first of them (a subtitle).

    What becomes of a heading without text stands at the head of this module.
    """
    parts: list[_Part] = []
    unplaced: list[str] = []
    parents: list[Block] = []
    starts = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    for start, end in pairwise([*starts, len(blocks)]):
        heading = blocks[start]
        parents = [parent for parent in parents if parent.level < heading.level]
        if end - start > 1:
            prefixes = [parent for parent in parents if not (_is_dated(parent) and _is_dated(heading))]
            words = ": ".join(block.raw for block in (*prefixes, heading))
            parts.append(_Part(heading._replace(raw=words), tuple(blocks[start + 1 : end])))
        elif _is_parent(heading, blocks[end : end + 1]):
            parents.append(heading)
        elif _is_dated(heading) and not _is_mere_time(heading.words):
            parts.append(_Part(heading, (heading._replace(kind=Kind.PARAGRAPH),)))
        else:
            problems.append(Problem("heading-without-text", heading.words, heading.line))
            if not parts:
                unplaced.append(heading.words)
    return parts, unplaced


def _is_parent(heading: Block, following: Sequence[Block]) -> bool:
    if not following or following[0].level <= heading.level:
        return False
    return not (_is_dated(heading) and _is_dated(following[0])) or _is_mere_time(heading.words)


def _is_dated(block: Block) -> bool:
    return bool(_DATE_WORD.search(block.words))


def _is_mere_time(words: str) -> bool:
    """Whether a heading is a period and nothing else, as in 'Januar 2021'."""
    return len(re.findall(r"[^\W\d_]{3,}", words)) <= (2 if re.search(r"\b(?:bis|to)\b|[-–]", words) else 1)


def _section(number: int, part: _Part) -> _Built:
    heading = Inline.of(_ANCHOR.sub("", part.heading.raw))
    text = ""
    # A section made of its heading alone has the heading's markers in its text.
    is_doubled = len(part.blocks) == 1 and part.blocks[0].raw == part.heading.raw
    marks = [] if is_doubled else [Mark(0, found.number) for found in heading.marks]
    lines: list[tuple[int, int]] = []
    links: list[tuple[int, str]] = [(part.heading.line, url) for _, _, url in heading.links]
    before: Block | None = None
    for block in part.blocks:
        inline = Inline.of(block.raw)
        text += _separator(before, block, text)
        start = len(text)
        text += inline.text
        marks += [Mark(start + found.offset, found.number) for found in inline.marks]
        lines += [(start + offset, line) for offset, line in ((0, block.line), *inline.lines) if line]
        links += [(block.line, url) for _, _, url in inline.links if url not in inline.text]
        before = block
    return _Built(Section(number, heading.text, text, tuple(marks), part.heading.line, tuple(lines)), tuple(links))


def _separator(before: Block | None, block: Block, text: str) -> str:
    if before is None or not text:
        return ""
    is_listed = block.kind is Kind.ITEM and (before.kind is Kind.ITEM or text.endswith(":"))
    return "\n" if is_listed else "\n\n"


def _links(built: Iterable[_Built]) -> list[Problem]:
    """Addresses that only a link in the running text holds: a source without a footnote."""
    seen: set[str] = set()
    problems = []
    for found in built:
        for line, url in found.links:
            if url not in seen:
                seen.add(url)
                problems.append(Problem("link-in-text", url, line, found.section.number))
    return problems
