"""What is struck out by tags of HTML, in a page or in Markdown: tags without a partner must not take the text with them."""

import re
from collections.abc import Iterable

from loaders.document import Problem

_TAG = re.compile(r"<(?P<end>/?)(?P<name>del|s|strike)(?:\s[^<>]*)?>", re.IGNORECASE)
_CODE = re.compile(r"<(script|style|textarea)\b.*?</\1\s*>|<!--(?:(?!<!--|-->).)*-->", re.IGNORECASE | re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_AT_START, _AT_END = re.compile(r"(?:\A|\n[ \t]*\n)\s*\Z"), re.compile(r"\s*?(?:\n[ \t]*\n|\Z)")
_SHOWN = 60  # characters behind a tag that its problem shows

Tag = re.Match[str]


def struck_page(text: str) -> tuple[str, list[Problem]]:
    """A page without those tags that open or close nothing, each a problem."""
    if not _TAG.search(text):
        return text, []
    code = [found.span() for found in _CODE.finditer(text)]
    tags = [tag for tag in _TAG.finditer(text) if not any(start < tag.start() < end for start, end in code)]
    return _without(text, (), _paired(tags)[1])


def struck_markdown(text: str) -> tuple[str, list[Problem]]:
    """A text of Markdown, its lines kept, without tags that open or close nothing, and without blocks that are struck out.

    What is struck out over blank lines has its tags at the beginning of one block and at the end of another.
    """
    if not _TAG.search(text):
        return text, []
    pairs, stray = _paired(_TAG.finditer(text))
    blocks = []
    for opening, closing in pairs:
        if _BLANK_LINE.search(text, opening.end(), closing.start()):
            is_whole = _AT_START.search(text, 0, opening.start()) and _AT_END.match(text, closing.end())
            if is_whole:
                blocks.append((opening, closing))
            else:
                stray += [opening, closing]
    return _without(text, blocks, stray)


def _paired(tags: Iterable[Tag]) -> tuple[list[tuple[Tag, Tag]], list[Tag]]:
    """Tags with their partners, and those without."""
    pairs, stray = [], []
    opened: dict[str, Tag] = {}
    for tag in tags:
        before = opened.pop(tag["name"].lower(), None)
        if not tag["end"]:
            stray += [before] if before else []
            opened[tag["name"].lower()] = tag
        elif before:
            pairs.append((before, tag))
        else:
            stray.append(tag)
    return pairs, [*stray, *opened.values()]


def _without(text: str, blocks: Iterable[tuple[Tag, Tag]], stray: Iterable[Tag]) -> tuple[str, list[Problem]]:
    problems = []
    for tag in sorted(stray, key=Tag.start):
        shown = " ".join(text[tag.start() : tag.start() + _SHOWN].split())
        problems.append(Problem("strike-open", shown, text.count("\n", 0, tag.start()) + 1))
    cut = [tag.span() for tag in stray] + [(opening.start(), closing.end()) for opening, closing in blocks]
    for start, end in sorted(cut, reverse=True):
        text = text[:start] + "\n" * text.count("\n", start, end) + text[end:]
    return text, problems
