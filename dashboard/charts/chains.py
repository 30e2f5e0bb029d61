"""Every announcement on a line of time: in which briefings it was told of, for when, and what became of it."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import chain_marks, chain_rows
from dashboard.drawing.style import Look, empty
from dashboard.language import Language, Text, counted, number
from loaders.tables import Tables

ID = "chains"
PAGE = "chains"
ORDER = 20
TITLE = Text(de="Ankündigungen im Einzelnen", en="The announcements one by one")
HELP = Text(
    de="Eine Zeile je Ankündigung: ein Zeichen für jedes Briefing, das davon berichtet (Form = Status), ein Balken für den "
    "genannten Termin; ein früherer Termin bleibt als leerer Balken stehen. Rechts steht der letzte Stand.",
    en="One row per announcement: a mark for each briefing that tells of it (shape = status), a bar for the date it names; an "
    "earlier date stays as an empty bar. The last known date stands on the right.",
)
_AGAIN = Text(de=", davon {count} in mehreren Briefings", en=", {count} of them mentioned in several briefings")
_MOVED_ONE = Text(de="; eine wurde auf ein anderes Datum verschoben", en="; one moved to another date")
_MOVED = Text(de="; {count} wurden auf ein anderes Datum verschoben", en="; {count} moved to another date")
_ONE = Text(de="Ankündigung", en="announcement")
_MANY = Text(de="Ankündigungen", en="announcements")
_NONE = Text(de="Keine Ankündigungen in dieser Auswahl.", en="No announcements in this selection.")


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a telling; see `chain_rows.tellings`. Sum rule: as many rows as events of the selection belong to a chain."""
    return chain_rows.tellings(tables, lang)


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """Rows of chains, grouped by outcome."""
    return chain_marks.figure(rows, lang, look) if len(rows) else empty(look, lang, _NONE)


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """How many announcements there are, how many were told of again, how many moved."""
    if rows.empty:
        return _NONE(lang)
    sizes = rows["chain_id"].value_counts()
    moved = rows.loc[rows["change_id"] == "moved", "chain_id"].nunique()
    again = int((sizes > 1).sum())
    parts = [counted(len(sizes), _ONE, _MANY, lang)]
    parts += [_AGAIN(lang, count=number(again, lang))] if again else []
    parts += [(_MOVED_ONE if moved == 1 else _MOVED)(lang, count=number(moved, lang))] if moved else []
    return "".join(parts) + "."
