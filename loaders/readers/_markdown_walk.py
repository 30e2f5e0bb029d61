"""From Markdown, told in tokens, to blocks: headings, paragraphs, items, rows and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from loaders.readers import _patterns
from loaders.readers._blocks import Block, Kind, is_date_or_ordinal, row_text
from loaders.readers._heading_lines import looks_like_heading
from loaders.readers._html import blocks_of
from loaders.readers._markdown_inline import bold_end, inline_text, visible
from loaders.readers._markdown_simple import SimpleToken, plain_text
from loaders.readers._pieces import BOLD_LEVEL, is_lead_in
from loaders.readers._text import BREAK, LEAD, at_line, without_controls

_DASH = re.compile(r"\s[-–]\s")
_CLOSED = re.compile('[.:;,!?\ue001][“”"»)]*$')


def _parser() -> MarkdownIt:
    # Indented text is text: nobody cites program code in a briefing. The notes are taken where they stand.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    return parser.disable(["code", "footnote_tail"])


@cache
def block_parser() -> MarkdownIt:
    """Parses the blocks of a text."""
    # What stands in the blocks is parsed one by one, where there is markup.
    return _parser().disable(["inline", "text_join"])


@cache
def _inline_parser() -> MarkdownIt:
    return _parser()


@dataclass(slots=True)
class _Note:
    """A note whose end is not reached; `depth` counts the list items around it."""

    label: str
    line: int
    depth: int
    place: int  # among the blocks of the text
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """Walks the tokens of a text once and collects blocks."""

    tokens: Sequence[Token | SimpleToken]
    environment: dict[str, Any]
    lines: list[str]
    labels: frozenset[str]  # of the notes
    found: list[Block] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)  # of the list items around the present token; '' = bullet or told already
    notes: list[_Note] = field(default_factory=list)  # open ones; one may stand inside of another
    inline_notes: int = 0
    inline_labels: dict[int, str] = field(default_factory=dict)  # of notes in the text that were met, by their ids

    def blocks(self) -> list[Block]:
        for index, token in enumerate(self.tokens):
            match token.type:
                case "footnote_reference_open":
                    self.notes.append(_Note(token.meta["label"], _line(token), len(self.numbers), len(self.found)))
                case "footnote_reference_close":
                    note = self.notes.pop()
                    raw = " ".join(block.raw for block in note.blocks)
                    self.found.insert(note.place, Block(Kind.NOTE, raw, number=note.label, line=note.line))
                case "list_item_open":
                    self.numbers.append(token.info if token.markup in ".)" else "")
                case "list_item_close":
                    self.numbers.pop()
                case "inline":
                    self._inline(index, token)
                case "tr_open":
                    self._row(index)
                case "fence" | "code_block":
                    self._add(Block(Kind.PARAGRAPH, token.content.rstrip("\n").replace("\n", BREAK), line=_line(token) + 1))
                case "html_block":
                    for block in blocks_of(token.content):
                        self._add(Block(block.kind, block.raw, block.level, block.number, _line(token)))
        return self.found

    def _add(self, block: Block) -> None:
        self._open().append(block)

    def _open(self) -> list[Block]:
        """The blocks of the innermost note, or of the text where none is open."""
        return self.notes[-1].blocks if self.notes else self.found

    def _inline(self, index: int, token: Token | SimpleToken) -> None:
        opening = self.tokens[index - 1]
        if opening.type in ("th_open", "td_open"):
            return
        line = _line(token)
        plain = None if self.environment.get("references") else plain_text(token.content, self.labels)
        children = self._children(token) if plain is None else []
        raw = self._raw(children, line) if plain is None else plain
        if opening.type == "heading_open":
            self._heading(opening, raw, line)
        elif len(self.numbers) > (self.notes[-1].depth if self.notes else 0):
            # An item that is bold as a whole may head those below it.
            is_bold = bool(children) and (end := bold_end(children)) > 0 and not visible(children[end:])
            self._item(raw + LEAD if is_bold and is_lead_in(raw) else raw, line)
        elif self.notes or opening.type != "paragraph_open":
            self._add(Block(Kind.PARAGRAPH, raw, line=line))
        else:
            self._paragraph(children, raw, line)

    def _children(self, token: Token | SimpleToken) -> list[Token]:
        """What stands in a block."""
        (whole,) = _inline_parser().parseInline(token.content, self.environment)
        return [child for child in whole.children or [] if child.type != "text" or child.content]

    def _heading(self, opening: Token | SimpleToken, raw: str, line: int) -> None:
        # A paragraph right above a rule '---' is a heading by the letter of Markdown; a sentence is none.
        is_underlined = not opening.markup.startswith("#")
        if is_underlined and not looks_like_heading(without_controls(raw)):
            self._add(Block(Kind.PARAGRAPH, raw, line=line))
        else:
            self._add(Block(Kind.HEADING, raw, level=int((opening.tag or "h1")[1:]), line=line))

    def _item(self, raw: str, line: int) -> None:
        number, self.numbers[-1] = self.numbers[-1], ""
        found = self._open()
        before = found[-1] if found else None
        # A line of a paragraph that begins with '1. Januar', or with a dash that has its twin, is no list.
        if before and before.kind is Kind.PARAGRAPH and self.lines[line - 2].strip():
            is_date = number == "1" and is_date_or_ordinal(raw)
            is_dash = not number and len(self.numbers) == 1 and _DASH.search(raw) and not _CLOSED.search(before.raw)
            if is_date or is_dash:
                sign = f"{number}. " if number else "- "
                found[-1] = Block(before.kind, f"{before.raw}\n{at_line(line)}{sign}{raw}", line=before.line)
                return
        self._add(Block(Kind.ITEM, raw, number=number, line=line))

    def _paragraph(self, children: list[Token], raw: str, line: int) -> None:
        end = bold_end(children)
        rest = children[end:]
        if end and not visible(rest):
            words = without_controls(raw).rstrip(":")
            if looks_like_heading(words):
                self._add(Block(Kind.HEADING, raw, level=BOLD_LEVEL, line=line))
                return
        elif end and rest[0].type in ("softbreak", "hardbreak"):
            head = self._raw(children[:end], line)
            if looks_like_heading(without_controls(head)):
                self._add(Block(Kind.HEADING, head, level=BOLD_LEVEL, line=line))
                line += sum(child.type in ("softbreak", "hardbreak") for child in children[: end + 1])
                raw = self._raw(rest[1:], line)
        elif end and is_lead_in(head := self._raw(children[:end], line)):
            raw = f"{head}{LEAD}{self._raw(rest, line)}"
        self._add(Block(Kind.PARAGRAPH, raw, line=line))

    def _row(self, index: int) -> None:
        cells, is_head = [], False
        for token in self.tokens[index + 1 :]:
            if token.type == "tr_close":
                break
            is_head |= token.type == "th_open"
            if token.type == "inline":
                cells.append(self._raw(self._children(token), _line(token)))
        # Markdown knows no table without a head: one that names a day is a row.
        if not is_head or any(map(_patterns.names_day, cells)):
            self._add(Block(Kind.ITEM, row_text(cells), line=_line(self.tokens[index])))

    def _raw(self, children: list[Token], line: int) -> str:
        return inline_text(children, line, self._label)

    def _label(self, reference: Token) -> str:
        """The number of a note as the author wrote it; a note written in the text itself gets the next free number."""
        if "label" in reference.meta:
            return str(reference.meta["label"])
        note_id = reference.meta["id"]
        if note_id in self.inline_labels:
            return self.inline_labels[note_id]
        labels = {label[1:] for label in self.environment["footnotes"].get("refs", {})}
        self.inline_notes += 1
        while str(self.inline_notes) in labels:
            self.inline_notes += 1
        number = str(self.inline_notes)
        self.inline_labels[note_id] = number
        told = self.environment["footnotes"]["list"][note_id]
        self.found.append(Block(Kind.NOTE, self._raw(told["tokens"], 0), number=number))
        return number


def _line(token: Token | SimpleToken) -> int:
    return (token.map or [0])[0] + 1
