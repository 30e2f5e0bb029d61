"""Reads Markdown: the project's house form, and what others write (CommonMark with footnotes, tables and front matter)."""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from loaders.document import Briefing, Problem
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Page
from loaders.readers._decoding import front_matter, text_of
from loaders.readers._markdown_notebook import without_notebook
from loaders.readers._markdown_simple import SimpleToken, simple_tokens
from loaders.readers._markdown_walk import Walk, block_parser
from loaders.readers._sniff import TextFormat, text_format
from loaders.readers._struck import struck_markdown

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


def recognises(name: str, head: bytes) -> bool:
    """Text that is named as Markdown or carries its signs, and is no HTML page."""
    return text_format(name, head) is TextFormat.MARKDOWN


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError where the bytes are no text."""
    text, problems = text_of(name, data)
    front, body, malformed = front_matter(text)
    body, comments = _prepared(body)
    environment: dict[str, Any] = {}
    tokens: Sequence[Token | SimpleToken] = simple_tokens(body) or block_parser().parse(body, environment)
    labels = frozenset(token.meta["label"] for token in tokens if token.type == "footnote_reference_open")
    # Markup inside a block is parsed later, and must know the notes.
    environment.setdefault("footnotes", {"refs": {f":{label}": -1 for label in labels}, "list": {}})
    blocks = Walk(tokens, environment, body.split("\n"), labels).blocks()
    return assemble(Page(tuple(blocks), front, problems=(*problems, *malformed, *comments)), name, data)


def _prepared(text: str) -> tuple[str, list[Problem]]:
    """The text, its lines kept, without comments and with notes and addresses protected from what Markdown makes of them."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    problems = []
    while (start := text.find("<!--")) >= 0:
        line = text.count("\n", 0, start) + 1
        problems.append(Problem("comment-open", text[start : start + 60].split("\n")[0], line))
        text = text[:start] + text[start + 4 :]
    text, open_strikes = struck_markdown(text)
    problems += open_strikes
    text = without_notebook(text)
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
