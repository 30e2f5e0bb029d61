"""The slice package: one ZIP of exactly the rows shown, as tables with keys, described for people and for programs."""

import json

from dashboard.exports import ExportContext
from dashboard.language import Text
from dashboard.slices.archive import zipped
from dashboard.slices.package_schema import datapackage, path_of
from dashboard.slices.package_texts import dictionary_csv, dictionary_markdown, readme
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables, csv_text

ID = "package"
ORDER = 40
TITLE = Text(de="Paket (ZIP)", en="Package (ZIP)")
HELP = Text(
    de="Alle Tabellen der Auswahl mit Schlüsseln, Beschreibung (Frictionless), Datenwörterbuch und README zum Zitieren.",
    en="All tables of the selection with keys, description (Frictionless), data dictionary and README to cite from.",
)
NAME = "slice"
SUFFIX = "zip"
MIME = "application/zip"


def build(tables: Tables, context: ExportContext) -> bytes:
    """README.md, datapackage.json, the data dictionary, and one CSV a table under data/."""
    slice_ = closed(context.everything, tables)
    files = {table: csv_text(table, slice_[table]).encode() for table in slice_}
    descriptor = json.dumps(datapackage(files, context), ensure_ascii=False, indent=2) + "\n"
    texts = {
        "README.md": readme(slice_, context),
        "datapackage.json": descriptor,
        "data-dictionary.md": dictionary_markdown(slice_),
        "data-dictionary.csv": dictionary_csv(slice_),
    }
    return zipped({name: text.encode() for name, text in texts.items()} | {path_of(table): files[table] for table in files})
