"""Signs of other light markups in a plain text: reStructuredText, and notes written in the text (wikis, AsciiDoc)."""

import html
import re
from collections.abc import Iterator

_CITED = re.compile(r"[ \t]?\[(?P<label>#[\w-]*|\d{1,3}|\*)\]_(?!\w)")
_DEFINED = re.compile(r"^\.\.[ \t]+\[(?P<label>#[\w-]*|\d{1,3}|\*)\](?P<gap>[ \t]+|[ \t]*\n(?=[ \t]+\S))", re.MULTILINE)
_ADMONITION = re.compile(
    r"^\.\.[ \t]+(?:note|important|tip|hint|warning|caution|attention|danger|admonition|epigraph|pull-quote|topic|sidebar"
    r"|highlights)::",
    re.MULTILINE,
)
_DIRECTIVE = re.compile(r"^\.\.[ \t]+(?:[\w-]+::|_)[^\n]*(?:\n[ \t]+\S[^\n]*)*", re.MULTILINE)
_TARGET = re.compile(r"`([^`<>\n]+?)\s*<(https?://[^`<>\s]+)>`__?")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,2})(?=\S)([^*\n]+)(?<=\S)\1(?![\w*])")
_NAMED = re.compile(r"<ref\s+name\s*=\s*[\"']?(?P<name>[^\"'<>/]+?)[\"']?\s*>(?:(?!</?ref\b).)*</ref>", re.DOTALL | re.IGNORECASE)
_POINTER = re.compile(r"<ref\s+name\s*=\s*[\"']?(?P<name>[^\"'<>/]+?)[\"']?\s*/>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:(?:%%)?//")
_ANCHOR = re.compile(r"<span\b[^<>]*></span>|<references\s*/?>(?:\s*</references>)?")
# Notes that stand in the text, by the signs around them.
_IN_TEXT = (
    ("<ref", re.compile(r"[ \t]?<ref(?:\s[^<>/]*)?>(?P<text>(?:(?!</?ref\b).)*)</ref>", re.DOTALL | re.IGNORECASE)),
    ("footnote:", re.compile(r"[ \t]?footnote:[\w-]*\[(?P<text>(?:\\\]|\[[^\[\]]*\]|[^\[\]])*)\]")),
    ("((", re.compile(r"[ \t]?\(\((?P<text>(?:(?!\(\(|\)\)).)*)\)\)", re.DOTALL)),
)


def without_markup(text: str) -> str:
    """The text with '[n]' for markers of notes and for their labels; its lines are kept, notes of the text come at its end."""
    if "]_" in text:
        text = _restructured(text)
    if "<ref" in text:
        text = html.unescape(_ANCHOR.sub("", _with_named_notes(text)))
    for sign, pattern in _IN_TEXT:
        if sign in text and pattern.search(text):
            text = _with_notes_behind(text, pattern)
    return text


def _with_named_notes(text: str) -> str:
    """The text of a wiki with the words of a note wherever its name alone points to it."""
    notes = {found["name"]: found[0] for found in _NAMED.finditer(text)}
    return _POINTER.sub(lambda found: notes.get(found["name"], ""), text)


def _restructured(text: str) -> str:
    """reStructuredText: markers '[1]_', notes '.. [1] …', also with numbers that count themselves ('#')."""
    labels = [found["label"] for found in _DEFINED.finditer(text)]
    fixed = {label for label in labels if label.isdigit()}
    free = (str(number) for number in range(1, 1000) if str(number) not in fixed)
    numbers = {label: next(free) for label in labels if label.startswith("#") and len(label) > 1}
    counted = [next(free) for label in labels if label == "#"]
    defined, cited = iter(counted), iter(counted)

    def numbered(label: str, following: Iterator[str]) -> str:
        return next(following, "#") if label == "#" else numbers.get(label, label)

    # A label on a line of its own comes down to its text.
    text = _DEFINED.sub(lambda found: f"{found['gap'].strip(' ')}[{numbered(found['label'], defined)}] ", text)
    text = _CITED.sub(lambda found: f"[{numbered(found['label'], cited)}]", text)
    text = _ADMONITION.sub("", text)
    text = _DIRECTIVE.sub(lambda found: "\n" * found[0].count("\n"), text)
    return _EMPHASIS.sub(r"\2", _TARGET.sub(r"\1 \2", text))


def _with_notes_behind(text: str, pattern: re.Pattern[str]) -> str:
    notes: list[str] = []

    def taken(found: re.Match[str]) -> str:
        # Words in double brackets are no note unless they name an address.
        if "((" in found[0] and not _ADDRESS.search(found["text"]):
            return found[0]
        words = " ".join(found["text"].replace("\\]", "]").replace("%%", "").split())
        if words not in notes:
            notes.append(words)
        return f"[{notes.index(words) + 1}]" + "\n" * found[0].count("\n")

    body = pattern.sub(taken, text)
    if not notes:
        return text
    return body.rstrip("\n") + "\n\n" + "\n\n".join(f"[{number}] {note}" for number, note in enumerate(notes, start=1)) + "\n"
