"""The texts of the slice package for people: README in one language, data dictionary in both. Knows no Streamlit."""

import csv
import io
from collections.abc import Iterable

from dashboard.contents.kinds import LEAD as KINDS_LEAD
from dashboard.contents.kinds import TITLE as KINDS
from dashboard.contents.kinds import kinds
from dashboard.exports import ExportContext
from dashboard.language import LANGUAGES, Language, Text, number
from dashboard.slices.dictionary import TYPES, description
from dashboard.slices.export_facts import CITE, facts
from dashboard.slices.package_schema import path_of
from dashboard.slices.rights import RIGHTS
from loaders.tables import Tables, schema

_ABOUT = Text(
    de="Dieses Paket enthält genau die Ereignisse, die der Filter zeigt, mit ihren Orten, Themen, Akteuren, Quellen und Belegen. "
    "Verzeichnisse enthalten die Zeilen, auf die diese Ereignisse verweisen.",
    en="This package holds exactly the events that the filter shows, with their places, topics, actors, sources and evidence. "
    "Registers hold the rows that these events refer to.",
)
_TABLES = Text(de="Tabellen", en="Tables")
_TABLE_HEAD = Text(de="| Datei | Inhalt | Zeilen |", en="| File | Content | Rows |")
_READING = Text(de="Wie die Dateien zu lesen sind", en="How to read the files")
_RULES = (
    Text(
        de="CSV, UTF-8, Komma, Zeilenende `\\n`; Datum ISO 8601; ja/nein als 1/0; leer heißt: nicht bekannt.",
        en="CSV, UTF-8, comma, line end `\\n`; dates ISO 8601; yes/no as 1/0; empty means: not known.",
    ),
    Text(
        de='`NA` ist die Kennung Namibias, kein fehlender Wert: in pandas `keep_default_na=False, na_values=[""]`, in R '
        '`na.strings = ""`.',
        en='`NA` is the code of Namibia, not a missing value: in pandas `keep_default_na=False, na_values=[""]`, in R '
        '`na.strings = ""`.',
    ),
    Text(
        de="Die Tabellen hängen über Kennungen zusammen (`datapackage.json` nennt alle Schlüssel). Was ein Ereignis mehrfach "
        "hat, steht in eigenen Tabellen: `event_places`, `event_topics`, `event_actors`, `event_sources`.",
        en="The tables are linked by ids (`datapackage.json` names all keys). What an event has several of stands in tables "
        "of its own: `event_places`, `event_topics`, `event_actors`, `event_sources`.",
    ),
    Text(
        de="Ein Datum gilt von `date_start` bis `date_end` (einschließlich); `date_precision` sagt, wie genau der Text ist. Ein "
        "Jahr ist kein 1. Januar.",
        en="A date holds from `date_start` to `date_end` (inclusive); `date_precision` says how exact the text is. A year is no "
        "1 January.",
    ),
    Text(
        de="Der Status ist der zur Zeit des Briefings. Dasselbe Ereignis in mehreren Briefings verbindet `chain_id`.",
        en="The status is that at the time of the briefing. The same event in several briefings is linked by `chain_id`.",
    ),
    Text(
        de="`evidence` nennt zu jedem Wert die Worte: Zeichen `start` bis vor `end` in `sections.text`, gezählt ab 0.",
        en="`evidence` gives the words for each value: characters `start` up to before `end` in `sections.text`, counted from 0.",
    ),
    Text(
        de="Alle Spalten erklärt `data-dictionary.md` (auch als CSV), deutsch und englisch.",
        en="All columns are explained in `data-dictionary.md` (as CSV too), in German and English.",
    ),
)
_RIGHTS = Text(de="Rechte", en="Rights")
_DICTIONARY = "# Datenwörterbuch · Data dictionary\n"
_DICTIONARY_HEAD = "| Spalte · Column | Typ · Type | Deutsch | English |"
_REQUIRED = Text(de="Pflicht", en="required")


def readme(slice_: Tables, context: ExportContext) -> str:
    """What the package is: filter, link, version, time, rows, how to read it, rights and citation; Markdown."""
    lang = context.lang
    parts = [
        f"# {context.product}",
        _ABOUT(lang),
        bullets(f"**{term}:** {words}" for term, words in facts(slice_, context)),
        *tables_and_rules(slice_, lang),
        f"## {_RIGHTS(lang)}",
        bullets(text(lang) for text in RIGHTS),
        f"## {CITE(lang)}",
        f"> {context.citation}\n> {context.link}",
    ]
    return "\n\n".join(parts) + "\n"


def tables_and_rules(tables: Tables, lang: Language) -> list[str]:
    """The tables of a package with their rows, and how its files are to be read: paragraphs of Markdown."""
    rows = [f"| `{path_of(table)}` | {description(table, lang)} | {number(len(tables[table]), lang)} |" for table in tables]
    return [
        f"## {_TABLES(lang)}",
        "\n".join([_TABLE_HEAD(lang), "| --- | --- | ---: |", *rows]),
        f"## {_READING(lang)}",
        bullets(rule(lang) for rule in _RULES),
        *_kinds(tables, lang),
    ]


def _kinds(tables: Tables, lang: Language) -> list[str]:
    """What the types of events in these tables mean; nothing where none is defined."""
    lines = bullets(f"**{label}:** {definition}" for label, definition in kinds(tables, lang))
    return [f"## {KINDS(lang)}", KINDS_LEAD(lang), lines] if lines else []


def bullets(lines: Iterable[str]) -> str:
    """Lines as a list in Markdown."""
    return "\n".join(f"- {line}" for line in lines)


def dictionary_markdown(tables: Iterable[str]) -> str:
    """Every column of the tables in both languages, Markdown."""
    parts = [_DICTIONARY]
    for table in tables:
        parts.append(f"\n## {table}\n\n{description(table, 'de')} · {description(table, 'en')}\n\n{_DICTIONARY_HEAD}")
        parts.append("| --- | --- | --- | --- |")
        parts += [_dictionary_row(column) for column in schema()[table]]
    return "\n".join(parts) + "\n"


def dictionary_csv(tables: Iterable[str]) -> str:
    """The same as CSV: the rows of `columns.csv` for these tables."""
    wanted = [column for table in tables for column in schema()[table]]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(wanted[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(wanted)
    return text.getvalue()


def _dictionary_row(column: dict[str, str]) -> str:
    types = [TYPES[column["type"]](lang) if column["type"] in TYPES else column["type"] for lang in LANGUAGES]
    notes = [" · ".join(types)]
    if column["required"] == "1":
        notes.append(" · ".join(_REQUIRED(lang) for lang in LANGUAGES))
    if column["refers_to"]:
        notes.append(f"→ `{column['refers_to']}`")
    words = [f"**{column[f'label_{lang}']}**: {column[f'description_{lang}']}" for lang in LANGUAGES]
    return "| " + " | ".join([f"`{column['column']}`", "; ".join(notes), *words]) + " |"
