"""Which events and footnotes stand on a quarter sheet: as many as two pages hold. Lengths are CSS pixels, 96 to the inch."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil

from dashboard.contents.event_table import event_table
from dashboard.drawing.labels import wrapped
from dashboard.language import Language
from dashboard.sharing.citation import Reference, References, references
from dashboard.sharing.slide import Slide
from loaders.tables import Tables

# The style sheet has the same measures.
TITLE_WIDTH, TITLE_SIZE, LINE, PADDING = 318, 10.2, 12.6, 5.0
PLACE_WIDTH = 106
NOTE_WIDTH, NOTE_SIZE, NOTE_LINE, NOTE_GAP = 318, 8.2, 9.9, 2.2
_NARROWER = 1.2  # the font of the page against the widths we know


@dataclass(frozen=True, slots=True)
class Line:
    """One event of the sheet's table; `notes` are the numbers of its footnotes."""

    event_id: str
    when: str
    title: str
    status: str
    place: str
    language: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """What the sheet lists: lines in time order, their footnotes, and how many events were left out."""

    lines: tuple[Line, ...]
    notes: tuple[Reference, ...]
    left_out: int


def sheet_rows(slide: Slide, room: float) -> SheetRows:
    """The events and footnotes that fit into `room` pixels of height; the main events of the sections go first, newest first."""
    tables, lang = slide.view.tables, slide.lang
    events = tables["events"].sort_values(["date_start", "event_id"], kind="stable")
    by_rank = events.sort_values(["is_main", "date_start"], ascending=False, kind="stable")["event_id"].tolist()
    in_time = events["event_id"].tolist()
    lines = {line.event_id: line for line in _lines(tables, in_time, lang)}
    chosen = set(_fitting(by_rank, lines, references(tables, by_rank, lang), room))
    shown = [event_id for event_id in in_time if event_id in chosen]
    found = references(tables, shown, lang)
    listed = tuple(replace(lines[event_id], notes=found.of_event.get(event_id, ())) for event_id in shown)
    return SheetRows(listed, found.notes, len(in_time) - len(shown))


def _lines(tables: Tables, event_ids: Iterable[str], lang: Language) -> Iterable[Line]:
    table = event_table(tables, lang, newest_first=False)
    languages = tables["briefings"].set_index("briefing_id")["language"].to_dict()
    for event_id in event_ids:
        row = table.loc[event_id]
        place = ", ".join(row["venues"])
        yield Line(event_id, row["when"], row["title"], row["status"], place, languages.get(row["briefing_id"], ""), ())


def _fitting(ranked: list[str], lines: dict[str, Line], found: References, room: float) -> Iterable[str]:
    """Of the events in their rank those for which, with their footnotes in two columns, there is room."""
    used, counted = 0.0, set[int]()
    for event_id in ranked:
        new = [note for note in found.of_event.get(event_id, ()) if note not in counted]
        needs = _line_height(lines[event_id]) + sum(_note_height(found.notes[note - 1]) for note in new) / 2
        if used + needs > room:
            continue
        used += needs
        counted.update(new)
        yield event_id


def _line_height(line: Line) -> float:
    rows = max(
        len(wrapped(line.title, TITLE_WIDTH * _NARROWER, TITLE_SIZE)),
        len(wrapped(line.place, PLACE_WIDTH * _NARROWER, TITLE_SIZE)),
        1,
    )
    return rows * LINE + PADDING


def _note_height(note: Reference) -> float:
    letters = NOTE_WIDTH / NOTE_SIZE * 2.05  # addresses break anywhere
    return ceil(len(f"{note.number}. {note.whole}") / letters) * NOTE_LINE + NOTE_GAP
