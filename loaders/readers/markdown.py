"""Reads Markdown: the project's house form, and what others write (CommonMark with footnotes, tables and front matter)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from loaders.document import Briefing, Problem
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Block, Kind, Page, is_date_or_ordinal, row_text
from loaders.readers._decoding import front_matter, text_of
from loaders.readers._headings import looks_like_heading
from loaders.readers._html import blocks_of
from loaders.readers._lines import seam
from loaders.readers._markdown_simple import SimpleToken, plain_text, simple_tokens
from loaders.readers._marks import raised
from loaders.readers._pieces import BOLD_LEVEL
from loaders.readers._sniff import TextFormat, text_format
from loaders.readers._text import BREAK, LINK_END, at_line, line_break, link, mark, sanitised, without_controls

SUFFIXES = (".md", ".markdown")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)
# '[1]: Title' is a footnote here; Markdown would take it for the target of a link and swallow it.
_NUMBERED_NOTE = re.compile(r"^( {0,3})\[(?:(?P<number>\d{1,3})\]:|\^(?P<label>[^\]\s]+)\] :)(?=\s)", re.MULTILINE)
_LINK_BY_NUMBER = re.compile(r"\[([^\[\]\n]*[^\W\d][^\[\]\n]*)\]\[(\d{1,3})\]")
_LINKED_BY_NUMBER = re.compile(r"\]\[\d")
_ADDRESS, _SCHEME, _SIGN = re.compile(r"://[^\s<>]+"), re.compile(r"(?<![<\w])\w{2,7}$"), re.compile(r"(?<!\\)([_*~])")
# '{#id .class}' behind a heading is an attribute of several dialects.
_ATTRIBUTES = re.compile(r"[ \t]+\{[#.:][^{}\n]*\}[ \t]*$", re.MULTILINE)
_DASH = re.compile(r"\s[-–]\s")
_CLOSED = re.compile('[.:;,!?\ue001][“”"»)]*$')
_NUMBER_LINK = re.compile(r"[\[(]?(\d{1,3})[\])]?")


def recognises(name: str, head: bytes) -> bool:
    """Text that is named as Markdown or carries its signs, and is no HTML page."""
    return text_format(name, head) is TextFormat.MARKDOWN


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError where the bytes are no text."""
    text, problems = text_of(name, data)
    front, body, malformed = front_matter(text)
    body, comments = _prepared(body)
    environment: dict[str, Any] = {}
    tokens: Sequence[Token | SimpleToken] = simple_tokens(body) or _block_parser().parse(body, environment)
    labels = frozenset(token.meta["label"] for token in tokens if token.type == "footnote_reference_open")
    # Markup inside a block is parsed later, and must know the notes.
    environment.setdefault("footnotes", {"refs": {f":{label}": -1 for label in labels}, "list": {}})
    blocks = _Walk(tokens, environment, body.split("\n"), labels).blocks()
    return assemble(Page(tuple(blocks), front, problems=(*problems, *malformed, *comments)), name, data)


def _parser() -> MarkdownIt:
    # Indented text is text: nobody cites program code in a briefing. The notes are taken where they stand.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    return parser.disable(["code", "footnote_tail"])


@cache
def _block_parser() -> MarkdownIt:
    # What stands in the blocks is parsed one by one, where there is markup.
    return _parser().disable(["inline", "text_join"])


@cache
def _inline_parser() -> MarkdownIt:
    return _parser()


def _prepared(text: str) -> tuple[str, list[Problem]]:
    """The text, its lines kept, without comments and with notes and addresses protected from what Markdown makes of them."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    problems = []
    while (start := text.find("<!--")) >= 0:
        line = text.count("\n", 0, start) + 1
        problems.append(Problem("comment-open", text[start : start + 60].split("\n")[0], line))
        text = text[:start] + text[start + 4 :]
    text = _TIGHT_HEADING.sub(r"\1 ", text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if _LINKED_BY_NUMBER.search(text):
        text = _LINK_BY_NUMBER.sub(r"\1[^\2]", text)
    text = _NUMBERED_NOTE.sub(lambda found: f"{found[1]}[^{found['number'] or found['label']}]:", text)
    return _ADDRESS.sub(_protected, text), problems


def _protected(found: re.Match[str]) -> str:
    start = found.start()
    return _SIGN.sub(r"\\\1", found[0]) if _SCHEME.search(found.string, max(0, start - 8), start) else found[0]


@dataclass(slots=True)
class _Walk:
    """Walks the tokens of a text once and collects blocks."""

    tokens: Sequence[Token | SimpleToken]
    environment: dict[str, Any]
    lines: list[str]
    labels: frozenset[str]  # of the notes
    found: list[Block] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)  # of the list items around the present token; '' = bullet or told already
    note: list[Block] | None = None
    inline_notes: int = 0

    def blocks(self) -> list[Block]:
        label, line = "", 0
        for index, token in enumerate(self.tokens):
            match token.type:
                case "footnote_reference_open":
                    self.note, label, line = [], token.meta["label"], (token.map or [0])[0] + 1
                case "footnote_reference_close":
                    raw = " ".join(block.raw for block in self.note or [])
                    self.note = None
                    self.found.append(Block(Kind.NOTE, raw, number=label, line=line))
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
        (self.found if self.note is None else self.note).append(block)

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
        elif self.numbers:
            self._item(raw, line)
        elif self.note is not None or opening.type != "paragraph_open":
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
        found = self.found if self.note is None else self.note
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
        end = _bold_end(children)
        rest = children[end:]
        if end and not _visible(rest):
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
        self._add(Block(Kind.PARAGRAPH, raw, line=line))

    def _row(self, index: int) -> None:
        cells = []
        for token in self.tokens[index + 1 :]:
            if token.type == "tr_close":
                break
            if token.type == "th_open":
                return
            if token.type == "inline":
                cells.append(self._raw(self._children(token), _line(token)))
        self._add(Block(Kind.ITEM, row_text(cells), line=_line(self.tokens[index])))

    def _raw(self, children: list[Token], line: int) -> str:
        """The text of inline tokens with its marks, links and lines."""
        raw = ""
        links: list[tuple[int, str]] = []
        raised_from = -1
        struck = 0
        for index, child in enumerate(children):
            kind = child.type
            if kind in ("softbreak", "hardbreak"):
                line += 1
                cut, between = seam(raw, children[index + 1].content, is_full=False) if raw[-1:] in ("-", "/") else (0, "\n")
                raw = raw[: len(raw) - cut] + (between if kind == "softbreak" else line_break(raw)) + at_line(line)
            elif kind in ("s_open", "s_close"):
                struck += 1 if kind == "s_open" else -1
            elif struck:
                continue
            elif kind in ("text", "text_special", "code_inline"):
                raw += sanitised(child.content)  # an entity may stand for a private character
            elif kind == "footnote_ref":
                raw += mark(self._label(child))
            elif kind == "link_open":
                links.append((len(raw), str(child.attrs.get("href", ""))))
            elif kind == "link_close" and links:
                raw = _linked(raw, *links.pop())
            elif kind == "html_inline":
                tag = re.sub(r"[\s<>/]|(?<=\w)\s.*", "", child.content).lower()
                if tag == "br":
                    raw += line_break(raw)
                elif tag == "sup" and not child.content.startswith("</"):
                    raised_from = len(raw)
                elif tag == "sup" and raised_from >= 0:
                    raw, raised_from = raw[:raised_from] + raised(raw[raised_from:], raw[:raised_from]), -1
                elif tag in ("del", "s", "strike"):
                    struck += -1 if child.content.startswith("</") else 1
        return raw

    def _label(self, reference: Token) -> str:
        """The number of a note as the author wrote it; a note written in the text itself gets the next free number."""
        if "label" in reference.meta:
            return str(reference.meta["label"])
        labels = {label[1:] for label in self.environment["footnotes"].get("refs", {})}
        self.inline_notes += 1
        while str(self.inline_notes) in labels:
            self.inline_notes += 1
        number = str(self.inline_notes)
        told = self.environment["footnotes"]["list"][reference.meta["id"]]
        self.found.append(Block(Kind.NOTE, self._raw(told["tokens"], 0), number=number))
        return number


def _line(token: Token | SimpleToken) -> int:
    return (token.map or [0])[0] + 1


def _linked(raw: str, start: int, href: str) -> str:
    shown = raw[start:]
    number = _NUMBER_LINK.fullmatch(without_controls(shown))
    if href.startswith("#"):
        return raw[:start] + (mark(number[1]) if number else "" if without_controls(shown).strip("↩︎ ") == "" else shown)
    if shown == href or not re.match(r"https?:", href):
        return raw
    return raw[:start] + link(href) + shown + LINK_END


def _bold_end(children: list[Token]) -> int:
    """Behind the bold run (with the marks that follow it) at the beginning of a paragraph; 0 where there is none."""
    depth = end = 0
    for index, child in enumerate(children):
        if child.type in ("strong_open", "strong_close"):
            depth += 1 if child.type == "strong_open" else -1
            end = index + 1
        elif child.type == "footnote_ref" and end == index:
            end = index + 1
        elif (not depth and _visible([child]) and child.type not in ("em_open", "em_close")) or (
            not depth and child.type in ("softbreak", "hardbreak")
        ):
            break
    return end


def _visible(children: list[Token]) -> bool:
    return any(
        child.content.strip(" :") or child.type in ("image", "footnote_ref") for child in children if child.type != "html_inline"
    )
