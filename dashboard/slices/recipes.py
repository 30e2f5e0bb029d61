"""How to read a slice by its address: short programs for pandas, R and Excel, ready to be run. Knows no Streamlit."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.language import Language, Text
from dashboard.slices.labelled import columns


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to read a slice: `code` makes the program for the addresses of two tables, events and topics."""

    id: str
    title: Text
    how: Text
    syntax: str  # as code highlighters call it
    code: Callable[[str, str, Language], str]


_READ = Text(de="Ereignisse und ihre Themen", en="Events and their topics")
_COUNT = Text(de="Ereignisse je Thema und Quartal", en="Events by topic and quarter")
_TYPES = Text(de="Datum und ja/nein haben ihre Typen", en="Dates and yes/no have their types")
_CODES = Text(de="Leer ist nicht bekannt; NA ist Namibia", en="Empty is not known; NA is Namibia")


def _pandas(events: str, topics: str, lang: Language) -> str:
    return f'''import pandas as pd

# {_CODES(lang)}
csv = {{"keep_default_na": False, "na_values": [""]}}
# {_READ(lang)}
events = pd.read_csv(
    "{events}",
    parse_dates=["date_start", "date_end"],
    **csv,
)
topics = pd.read_csv(
    "{topics}",
    **csv,
)

# {_COUNT(lang)}
rows = events.merge(topics, on="event_id", suffixes=("", "_"))
counts = rows.groupby(["topic_label", "briefing_quarter"])["event_id"].nunique()
print(counts.unstack(fill_value=0))
'''


def _r(events: str, topics: str, lang: Language) -> str:
    return f'''# {_CODES(lang)}
read <- function(address) read.csv(address, na.strings = "", encoding = "UTF-8")
# {_READ(lang)}
events <- read("{events}")
topics <- read("{topics}")
events$date_start <- as.Date(events$date_start)
events$date_end <- as.Date(events$date_end)

# {_COUNT(lang)}
rows <- merge(events, topics[c("event_id", "topic_label")], by = "event_id")
table(rows$topic_label, rows$briefing_quarter)
'''


def _power_query(events: str, _topics: str, lang: Language) -> str:
    types = ",\n        ".join(
        f'{{"{column["column"]}", {_M_TYPES[column["type"]]}}}' for column in columns("events") if column["type"] in _M_TYPES
    )
    return f'''let
    Csv = Csv.Document(
        Web.Contents("{_quoted(events)}"),
        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
    ),
    Rows = Table.PromoteHeaders(Csv, [PromoteAllScalars = true]),
    // {_TYPES(lang)}
    Known = Table.ReplaceValue(Rows, "", null, Replacer.ReplaceValue, Table.ColumnNames(Rows)),
    Flags = Table.TransformColumns(Known, {{{{"is_main", each _ = "1"}}, {{"is_online", each _ = "1"}}}}),
    Typed = Table.TransformColumnTypes(Flags, {{
        {types}
    }}, "en-US")
in
    Typed
'''


_M_TYPES = {"date": "type date", "integer": "Int64.Type", "number": "type number", "boolean": "type logical"}


def _quoted(text: str) -> str:
    return text.replace('"', '""')


RECIPES = (
    Recipe(
        "pandas",
        Text(de="Python (pandas)", en="Python (pandas)"),
        Text(
            de="Läuft in jedem Notebook mit pandas; die Adresse liefert bei jedem Lauf die Zeilen des heutigen Datenstands.",
            en="Runs in any notebook with pandas; at each run the address gives the rows of today’s data.",
        ),
        "python",
        _pandas,
    ),
    Recipe(
        "r",
        Text(de="R", en="R"),
        Text(de="Braucht kein Paket über R selbst hinaus.", en="Needs no package beyond R itself."),
        "r",
        _r,
    ),
    Recipe(
        "power-query",
        Text(de="Excel (Power Query)", en="Excel (Power Query)"),
        Text(
            de="In Excel: Daten → Daten abrufen → Aus anderen Quellen → Leere Abfrage, dann Erweiterter Editor; den Text "
            "einsetzen. „Aktualisieren“ holt später die neuen Zeilen.",
            en="In Excel: Data → Get Data → From Other Sources → Blank Query, then Advanced Editor; paste the text. ‘Refresh’ "
            "brings the new rows later.",
        ),
        "powerquery",
        _power_query,
    ),
)
