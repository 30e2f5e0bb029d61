"""What notebooks such as Obsidian add to Markdown: links to notes, callouts, comments, highlights, tags of blocks."""

import re

from loaders.readers._heading_lines import looks_like_heading

_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
# Not '[[1]](#note)', a link whose text is in brackets.
_LINKED = re.compile(r"\[\[(?!\d+\]\])(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\](?!\()")
_PART_OF_NOTE = re.compile(r"#.*")
# Not the sign behind a number: 'um 5 %%'. A comment over blank lines has its signs on lines of their own.
_COMMENT = re.compile(
    r"^[ \t]*%%[ \t]*\n(?:(?!%%).)*\n[ \t]*%%[ \t]*$|(?<![\d%])(?<!\d )%%(?:(?!%%|\n[ \t]*\n).)*%%", re.DOTALL | re.MULTILINE
)
_HIGHLIGHT = re.compile(r"==(?=[^\s=])([^\n=]+)(?<=\S)==")
_BLOCK_ID = re.compile(r"(?<=\S) \^(?=[\w-]{0,39}[a-zA-Z])[a-zA-Z0-9][\w-]{0,39}[ \t]*$", re.MULTILINE)
_CALLOUT = re.compile(r"^(?P<quote>(?:[ \t]*>)+[ \t]*)\[![\w-]+\][+-]?[ \t]*(?P<title>.*)$", re.MULTILINE)
_HEADING = re.compile(r"^#{2,6}[ \t]", re.MULTILINE)


def without_notebook(text: str) -> str:
    """The text, its lines kept, in ordinary Markdown. A callout's title is a heading where the text has no others."""
    if "[[" in text:
        text = _LINKED.sub(lambda found: _PART_OF_NOTE.sub("", found[1]) or found[1].lstrip("#"), _EMBEDDED.sub("", text))
    if text.count("%%") > 1:
        text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    if text.count("==") > 1:
        text = _HIGHLIGHT.sub(r"\1", text)
    if " ^" in text:
        text = _BLOCK_ID.sub("", text)
    if "[!" not in text:
        return text
    has_headings = bool(_HEADING.search(text))

    def titled(found: re.Match[str]) -> str:
        title = found["title"].strip()
        if not title:
            return found["quote"]
        return f"{found['quote']}**{title}**" if not has_headings and looks_like_heading(title) else f"{found['quote']}{title}:"

    return _CALLOUT.sub(titled, text)
