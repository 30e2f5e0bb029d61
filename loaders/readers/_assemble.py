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
from collections.abc import Sequence
from dataclasses import replace

from loaders.document import Briefing, Problem
from loaders.readers import _capitals, _footnotes, _headings, _marks, _metadata, _notes
from loaders.readers._blocks import Block, Kind, Page, true_items
from loaders.readers._contents import without_contents
from loaders.readers._lead_ins import with_lead_ins
from loaders.readers._left_out import from_title, without_lines, without_parts
from loaders.readers._mark_order import parted_by_order
from loaders.readers._numbering import without_numbering
from loaders.readers._sections import Part, links_in_text, parts_of, section_of
from loaders.readers._text import Inline, mark, plain

_TITLE_NUMBER = re.compile(r"^1[.)]?\s+(?=Q\s?[1-4]\b)")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][“”\"»)]*$")


def assemble(page: Page, name: str, data: bytes) -> Briefing:
    """The briefing of a file named `name` with the bytes `data`, from what its reader found in it."""
    problems: list[Problem] = list(page.problems)
    blocks = [block.with_raw(plain(block.raw)) for block in page.blocks]
    body, raw_notes = _notes.split_notes(list(true_items(block for block in blocks if block.words or "\ue000" in block.raw)))
    notes, note_problems = _footnotes.footnotes(raw_notes)
    body = _with_marks(body, [note.number for note in notes], problems)
    told = page.title or next((value for key, value, _ in page.front if key.casefold() in ("title", "titel")), "")
    title, above, parts, lead = _outline(body, told, page.is_web, problems)
    built = [section_of(number, part) for number, part in enumerate(parts, start=1)]
    if lead:
        built.insert(0, section_of(0, Part(Block(Kind.HEADING, "", line=lead[0].line), tuple(lead))))
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
        problems=(*problems, *meta.problems, *note_problems, *_footnotes.checked(marks, notes), *links_in_text(built)),
    )


def _with_marks(body: list[Block], known: list[str], problems: list[Problem]) -> list[Block]:
    numbers = frozenset(known)
    marked = [block.with_raw(_marks.with_marks(block.raw, numbers)) for block in body]
    marked, parted = parted_by_order(marked, numbers)
    for printed, read in parted:
        problems.append(Problem("footnote-marks-parted", printed, details=(("read", ", ".join(read)),)))
    recovered = _marks.recovered_marks(marked, known)
    if recovered:
        problems.append(Problem("footnote-marks-recovered", ", ".join(known) or "–"))
    return recovered or marked


def _outline(
    body: list[Block], told: str, is_web: bool, problems: list[Problem]
) -> tuple[str, list[str], list[Part], list[Block]]:
    """Title, lines above the text, the parts under their headings, and the text before the first of them."""
    body = without_contents(_capitals.recased(body), problems)
    typed = [index for index, block in enumerate(body) if block.kind is Kind.HEADING]
    has_headings = typed not in ([], [0])
    body = _headings.promoted_dated(body) if has_headings else with_lead_ins(body) or _headings.promoted(body)
    body = without_lines(without_parts(body, is_web, problems), is_web, problems)
    raw_title, above, rest = _headings.split_title(from_title(body, problems), told)
    title = _TITLE_NUMBER.sub("", Inline.of(raw_title).text)
    first = next((index for index, block in enumerate(rest) if block.kind is Kind.HEADING), len(rest))
    parts, unplaced = parts_of(without_numbering(rest[first:]), problems)
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
        return title, [*above, *lines], [Part(heading, tuple(lead))], []
    return title, [*above, *lines], parts, lead


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
