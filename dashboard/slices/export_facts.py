"""What a file says of itself, as pairs of term and words, the same in README and workbook. Knows no Streamlit."""

from datetime import UTC, datetime

from dashboard.exports import ExportContext
from dashboard.language import Language, Text, day, number
from loaders.tables import Tables

FILTER = Text(de="Filter", en="Filter")
EVENTS = Text(de="Ereignisse", en="Events")
LINK = Text(de="Link zu dieser Ansicht", en="Link to this view")
ADDRESS = Text(de="Adresse dieser Auswahl (CSV)", en="Address of this selection (CSV)")
VERSION = Text(de="Datenstand", en="Data version")
MADE = Text(de="Erstellt", en="Made")
BY = Text(de="Erzeugt von", en="Made by")
NOTICE = Text(de="Hinweis", en="Notice")
CITE = Text(de="Wie zu zitieren ist", en="How to cite")


def facts(tables: Tables, context: ExportContext) -> list[tuple[str, str]]:
    """Filter, number of events, addresses, version, time and citation of a slice, in the language of the context."""
    lang = context.lang
    return [
        (FILTER(lang), context.sentence),
        (EVENTS(lang), number(len(tables["events"]), lang)),
        (LINK(lang), context.link),
        (ADDRESS(lang), context.slice_link("csv")),
        (VERSION(lang), context.version),
        (MADE(lang), clock(context.made_at, lang)),
        (BY(lang), f"{context.product} {context.dashboard_version}"),
        *((NOTICE(lang), text) for _key, _value, text in context.notices),
    ]


def clock(time: datetime, lang: Language) -> str:
    """A time in words, to the minute and in UTC: '4. März 2026, 15:06 UTC'."""
    in_utc = time.astimezone(UTC)
    return f"{day(in_utc.date(), lang)}, {in_utc:%H:%M} UTC"
