"""The slice package described for programs: `datapackage.json`, Frictionless Data Package 2.0. Knows no Streamlit.

Source of the rules: https://datapackage.org/standard/data-package/ and the Table Schema beside it. Everything about columns
comes from `columns.csv`.
"""

import hashlib
from collections.abc import Mapping

from dashboard.exports import ExportContext
from dashboard.slices.dictionary import description
from dashboard.slices.rights import LICENCES
from dashboard.slices.slice_tables import SECTION_OF_EVENT, primary_key, references
from loaders.tables import schema
from loaders.vocabulary import Row

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES: dict[str, dict[str, object]] = {
    "date": {"type": "date", "format": "default"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]},
}


def path_of(table: str) -> str:
    """Where a table lies in the package."""
    return f"data/{table}.csv"


def datapackage(files: Mapping[str, bytes], context: ExportContext) -> dict[str, object]:
    """The descriptor of a package whose tables are `files`, CSV by name of the table."""
    return {
        "$schema": PROFILE,
        "name": "sco-events",
        "title": context.product,
        "description": context.sentence,
        **({"homepage": context.link} if context.link else {}),
        "version": context.version,
        "created": context.time,
        "keywords": ["Shanghai Cooperation Organisation", "SCO", "events"],
        **({"sources": [{"title": context.citation, "path": context.link}]} if context.link else {}),
        "resources": [_resource(table, content, files, context) for table, content in files.items()],
    }


def _resource(table: str, content: bytes, files: Mapping[str, bytes], context: ExportContext) -> dict[str, object]:
    licences = [{"name": one.id, "title": one.title, "path": one.url} for one in LICENCES if table in one.tables]
    return {
        "name": table,
        "title": description(table, context.lang),
        "path": path_of(table),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        **({"licenses": licences} if licences else {}),
        "schema": _schema(table, files, context),
    }


def _schema(table: str, files: Mapping[str, bytes], context: ExportContext) -> dict[str, object]:
    key = primary_key(table)
    foreign = [_foreign_key([column], target, [other]) for column, target, other in references(table) if target in files]
    if table == "events":
        foreign.append(_foreign_key(list(SECTION_OF_EVENT), "sections", list(SECTION_OF_EVENT)))
    return {
        "fields": [_field(column, (column["column"],) == key, context) for column in schema()[table]],
        "missingValues": [""],
        **({"primaryKey": list(key)} if key else {}),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(column: Row, is_key: bool, context: ExportContext) -> dict[str, object]:
    constraints = {**({"required": True} if column["required"] == "1" else {}), **({"unique": True} if is_key else {})}
    return {
        "name": column["column"],
        "title": column[f"label_{context.lang}"],
        "description": column[f"description_{context.lang}"],
        **_TYPES.get(column["type"], {"type": "string"}),
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_key(columns: list[str], target: str, keys: list[str]) -> dict[str, object]:
    return {"fields": columns, "reference": {"resource": target, "fields": keys}}
