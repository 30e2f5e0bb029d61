"""A reader's own briefing as one ZIP: its tables with keys, described, and the template for corrections. Knows no Streamlit."""

import json
from datetime import datetime

from dashboard.exports import ExportContext
from dashboard.language import Language, Text, number, quarter
from dashboard.pages import PRODUCT
from dashboard.slices.archive import zipped
from dashboard.slices.export_facts import BY, EVENTS, MADE, clock
from dashboard.slices.package_schema import datapackage, path_of
from dashboard.slices.package_texts import bullets, dictionary_csv, dictionary_markdown, tables_and_rules
from dashboard.slices.slice_tables import whole
from dashboard.version import version
from loaders.tables import Tables, csv_text

SUFFIX, MIME = "zip", "application/zip"
TEMPLATE = "corrections.csv"
_ABOUT = Text(
    de="Was in einem eigenen Briefing gefunden wurde. Es gehört nicht zum Datenbestand: Nichts davon liegt auf dem Server, und "
    "kein Link führt dorthin. Verzeichnisse enthalten die Zeilen, auf die das Briefing verweist.",
    en="What was found in a briefing of one’s own. It is not among the data: nothing of it lies on the server, and no link leads "
    "to it. Registers hold the rows that the briefing refers to.",
)
_BRIEFING = Text(de="Briefing", en="Briefing")
_FILE = Text(de="Datei", en="File")
_QUARTER = Text(de="Quartal", en="Quarter")
_CORRECTIONS = Text(de="Korrekturen", en="Corrections")
_TEMPLATE_HELP = Text(
    de="`corrections.csv` hat eine Zeile für jeden Wert jedes Ereignisses: `was` nennt, was gefunden wurde; in `becomes` steht, "
    "was gelten soll, daneben Grund und Quelle. Zeilen ohne Änderung löschen. Kommt das Briefing in den Bestand, gelten "
    "sie in `data/vocabularies/corrections.csv`.",
    en="`corrections.csv` has a row for each value of each event: `was` names what was found, `becomes` what shall hold, next to "
    "it reason and source. Delete the rows without a change. If the briefing joins the data, they hold in "
    "`data/vocabularies/corrections.csv`.",
)
_RIGHTS = Text(de="Rechte", en="Rights")
_RIGHTS_HELP = Text(
    de="Am Text ändert das Lesen nichts: Es gelten seine eigenen Rechte. Koordinaten in der Tabelle places: GeoNames "
    "(https://www.geonames.org), CC BY 4.0, und Natural Earth, gemeinfrei.",
    en="Reading changes nothing about the text: its own rights hold. Coordinates in the table places: GeoNames "
    "(https://www.geonames.org), CC BY 4.0, and Natural Earth, public domain.",
)


def own_package(own: Tables, template: str, lang: Language, made_at: datetime) -> bytes:
    """README.md, datapackage.json, the data dictionary, the template, and one CSV a table under data/.

    `own` are the tables of one briefing alone, `template` a CSV, `made_at` has a time zone.
    """
    tables = whole(own)
    files = {table: csv_text(table, tables[table]).encode() for table in tables}
    context = _context(own, lang, made_at)
    texts = {
        "README.md": _readme(tables, context),
        "datapackage.json": json.dumps(datapackage(files, context), ensure_ascii=False, indent=2) + "\n",
        "data-dictionary.md": dictionary_markdown(tables),
        "data-dictionary.csv": dictionary_csv(tables),
        TEMPLATE: template,
    }
    return zipped({name: text.encode() for name, text in texts.items()} | {path_of(table): files[table] for table in files})


def own_file_name(own: Tables) -> str:
    """The name without ending, the same in every language: 'sco-own-2031-q3'."""
    return f"sco-own-{own['briefings']['briefing_id'].iloc[0]}"


def _context(own: Tables, lang: Language, made_at: datetime) -> ExportContext:
    """No address and no citation: neither would lead to this text."""
    return ExportContext(
        lang=lang,
        product=PRODUCT(lang),
        dashboard_version=version(),
        version=own.version,
        made_at=made_at,
        sentence=str(own["briefings"]["title"].iloc[0]),
        citation="",
        base="",
        link="",
        query="",
        everything=own,
    )


def _readme(tables: Tables, context: ExportContext) -> str:
    lang, briefing = context.lang, tables["briefings"].iloc[0]
    facts = (
        (_BRIEFING, briefing["title"]),
        (_FILE, briefing["file"]),
        (_QUARTER, quarter(briefing["quarter"], lang)),
        (EVENTS, number(len(tables["events"]), lang)),
        (MADE, clock(context.made_at, lang)),
        (BY, f"{context.product} {context.dashboard_version}"),
    )
    parts = [
        f"# {briefing['title']}",
        _ABOUT(lang),
        bullets(f"**{term(lang)}:** {words}" for term, words in facts),
        *tables_and_rules(tables, lang),
        f"## {_CORRECTIONS(lang)}",
        _TEMPLATE_HELP(lang),
        f"## {_RIGHTS(lang)}",
        _RIGHTS_HELP(lang),
    ]
    return "\n\n".join(parts) + "\n"
