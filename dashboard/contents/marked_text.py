"""A text of a briefing as HTML: evidence marked in its field's colour, footnote markers as links.

Everything from the text is escaped here and nowhere else. Offsets count characters of the text, as in the table `evidence`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of evidence: `text[start:end]` shows `field`; `label` says what, '' keeps it out of the keyboard's path."""

    start: int
    end: int
    field: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """A raised link behind `text[position - 1]`, as of a footnote.

    `key` is its own anchor, `href` where it leads, `label` its spoken name.
    """

    position: int
    number: str
    href: str
    key: str = ""
    label: str = ""
    classes: str = "note"


def marked(text: str, spans: Sequence[Span] = (), markers: Sequence[Marker] = ()) -> str:
    """The text as `<p>` paragraphs with a `<mark>` for each span and a `<sup>` link for each marker.

    Spans may nest, touch or cross: one that crosses another or a paragraph's end goes on in a second `<mark>`, which the
    keyboard does not visit again. Raises ValueError for a span or marker that lies outside of the text.
    """
    _check(text, spans)
    for marker in markers:
        if not 0 <= marker.position <= len(text):
            raise ValueError(
                f"footnote marker {marker.number} at {marker.position} is outside of a text of {len(text)} characters"
            )
    ordered = _ordered(spans)
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    html = []
    for n, (start, end) in enumerate(paragraphs):
        # A marker in the gap behind a paragraph belongs to it, one before the first paragraph to the first.
        after = paragraphs[n + 1][0] if n + 1 < len(paragraphs) else len(text)
        notes = [
            replace(marker, position=min(max(marker.position, start), end))
            for marker in markers
            if (start < marker.position or n == 0) and marker.position <= after
        ]
        html.append(f"<p>{_paragraph(text, start, end, ordered, notes)}</p>")
    return "".join(html)


def marked_line(text: str, spans: Sequence[Span] = ()) -> str:
    """A short text with its spans marked, without paragraphs. Raises ValueError for a span outside of the text."""
    _check(text, spans)
    return _paragraph(text, 0, len(text), _ordered(spans), ()) if text else ""


def _check(text: str, spans: Sequence[Span]) -> None:
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            raise ValueError(f"span {span.start}:{span.end} ({span.field}) is outside of a text of {len(text)} characters")


def _ordered(spans: Sequence[Span]) -> list[Span]:
    # Of two equal spans the first given is the outer one; a longer one always holds a shorter one.
    return sorted(spans, key=lambda span: (span.start, -span.end))


def _paragraph(text: str, start: int, end: int, spans: Sequence[Span], notes: Sequence[Marker]) -> str:
    inside = [span for span in spans if span.start < end and span.end > start]
    cuts = {start, end} | {cut for span in inside for cut in (span.start, span.end)} | {note.position for note in notes}
    html: list[str] = []
    open_: list[Span] = []
    for here, there in pairwise(sorted(cut for cut in cuts if start <= cut <= end)):
        reopened = _close(html, open_, {span for span in open_ if span.end <= here})
        html.extend(_note(note) for note in notes if note.position == here)
        for span in reopened + [span for span in inside if span.start == here or (here == start and span.start < start)]:
            html.append(_opening(span, first=span.start == here))
            open_.append(span)
        html.append(escape(text[here:there]))
    html.extend("</mark>" for _ in open_)
    html.extend(_note(note) for note in notes if note.position == end)
    return "".join(html)


def _close(html: list[str], open_: list[Span], ended: set[Span]) -> list[Span]:
    """Closes the marks of `ended` and, to get at them, those inside; gives back the ones that must be opened again."""
    reopened: list[Span] = []
    while ended & set(open_):
        span = open_.pop()
        html.append("</mark>")
        if span not in ended:
            reopened.insert(0, span)
    return reopened


def _opening(span: Span, first: bool) -> str:
    classes = f"mark mark-{escape(span.field)}"
    if not (first and span.label):
        return f'<mark class="{classes}">'
    label = escape(span.label)
    return f'<mark class="{classes}" tabindex="0" data-label="{label}" title="{label}">'


def _note(marker: Marker) -> str:
    key = f' id="{escape(marker.key)}"' if marker.key else ""
    label = f' aria-label="{escape(marker.label)}"' if marker.label else ""
    return f'<sup class="{escape(marker.classes)}"{key}><a href="{escape(marker.href)}"{label}>{escape(marker.number)}</a></sup>'
