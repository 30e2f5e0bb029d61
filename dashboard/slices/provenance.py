"""Where what is shown comes from, in one line: briefings, footnotes, state of the data. Knows no Streamlit."""

from dashboard.filters.own import own_count, project_version
from dashboard.language import Language, Text, number, quarter
from loaders.tables import Tables

_SOURCES = Text(
    de="Quelle: Briefings {first} bis {last}, {count} Fußnoten. Datenstand {version}.",
    en="Source: briefings {first} to {last}, {count} footnotes. State of the data {version}.",
)
_ONE = Text(
    de="Quelle: Briefing {first}, {count} Fußnoten. Datenstand {version}.",
    en="Source: briefing {first}, {count} footnotes. State of the data {version}.",
)
_WITH_OWN = Text(de="Dazu ein eigenes Briefing, nur in dieser Sitzung.", en="With an own briefing, in this session only.")


def source_line(tables: Tables, lang: Language) -> str:
    """The line for the tables of the chosen events."""
    quarters = sorted(set(tables["briefings"]["quarter"]))
    words = _ONE if len(quarters) == 1 else _SOURCES
    line = words(
        lang,
        first=quarter(quarters[0], lang) if quarters else "–",
        last=quarter(quarters[-1], lang) if quarters else "–",
        count=number(len(set(tables["event_sources"]["source_id"])), lang),
        version=project_version(tables.version),
    )
    return f"{line} {_WITH_OWN(lang)}" if own_count(tables) else line
