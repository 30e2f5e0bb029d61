"""What a search found, in its context: the words marked in title and passage, or the place in section or footnote."""

from collections.abc import Iterable

from dashboard.contents.html_parts import tag
from dashboard.contents.marked_text import Span, marked_line
from dashboard.filters.search import Found, Hit, find
from dashboard.language import Language, Text
from loaders.tables import Tables

ELSEWHERE = {
    "heading": Text(de="Überschrift des Abschnitts", en="Heading of the section"),
    "section": Text(de="Im Abschnitt", en="In the section"),
    "note": Text(de="In einer Fußnote", en="In a footnote"),
}
_TEXTS = {
    "heading": ("sections", "section_id", "heading"),
    "section": ("sections", "section_id", "text"),
    "note": ("sources", "source_id", "text"),
}
_AROUND = 70


def spans_of(hits: Iterable[Hit], kind: str, id_: str = "") -> list[Span]:
    """The hits in one text as spans to mark; in every text of the kind where `id_` is ''."""
    return [Span(hit.start, hit.end, "hit") for hit in hits if hit.kind == kind and id_ in ("", hit.id)]


def elsewhere(tables: Tables, hits: Iterable[Hit], lang: Language) -> str:
    """For an event that its own words do not explain: the first place in its section or footnotes, as HTML."""
    found = list(hits)
    for kind, (table, key, column) in _TEXTS.items():
        first = next((hit for hit in found if hit.kind == kind), None)
        if first:
            rows = tables[table]
            text = str(rows.loc[rows[key] == first.id, column].iloc[0])
            html = snippet(text, spans_of(found, kind, first.id))
            return tag("span", f"{ELSEWHERE[kind](lang)}: ", "quiet") + html
    return ""


def snippet(text: str, spans: list[Span], around: int = _AROUND) -> str:
    """The text around its first span, cut at words, with every span in it marked."""
    start = max(0, spans[0].start - around)
    end = min(len(text), spans[0].end + around)
    start = text.find(" ", start, spans[0].start) + 1 if start else 0
    cut = text.rfind(" ", spans[0].end, end)
    end = cut if end < len(text) and cut > 0 else end
    inside = [Span(span.start - start, span.end - start, span.field) for span in spans if start <= span.start and span.end <= end]
    return ("… " if start else "") + marked_line(text[start:end], inside) + (" …" if end < len(text) else "")


def spans_by_section(tables: Tables, query: str, notes: bool) -> dict[str, list[Span]]:
    """What a search finds in the texts of the sections, each place once."""
    found: dict[str, dict[tuple[int, int], Span]] = {}
    for hits in found_of(tables, query, notes).hits.values():
        for hit in hits:
            if hit.kind == "section":
                found.setdefault(hit.id, {})[hit.start, hit.end] = Span(hit.start, hit.end, "hit")
    return {section_id: list(spans.values()) for section_id, spans in found.items()}


def found_of(tables: Tables, query: str, notes: bool) -> Found:
    """What a search finds; nothing without a query."""
    return find(tables, query, notes) if query else Found({})
