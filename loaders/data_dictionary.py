"""The data dictionary as Markdown, from `columns.csv`: `python -m loaders.data_dictionary` writes `data/README.md`."""

from pathlib import Path

from loaders.tables import schema
from loaders.vocabulary import Row

FILE = Path(__file__).resolve().parent.parent / "data" / "README.md"
_HEAD = """# Data

`briefings/` holds the texts, `vocabularies/` what is edited by hand, `tables/` what `python -m loaders` makes of both,
`basemap/` the borders. All tables are CSV: UTF-8, comma, `\\n`, ISO dates, booleans `1`/`0`, an empty cell is 'not known'.

This page is written by `python -m loaders.data_dictionary` from `vocabularies/columns.csv`.
"""


def dictionary() -> str:
    """One Markdown table for each table of the contract."""
    return "\n".join([_HEAD, *(_section(table, columns) for table, columns in schema().items())])


def _section(table: str, columns: tuple[Row, ...]) -> str:
    lines = [f"## {table}", "", "| column | type | required | refers to | meaning |", "| --- | --- | --- | --- | --- |"]
    lines += [_line(row) for row in columns]
    return "\n".join([*lines, ""])


def _line(row: Row) -> str:
    required = "yes" if row["required"] == "1" else ""
    return f"| `{row['column']}` | {row['type']} | {required} | {row['refers_to']} | {row['description_en']} |"


if __name__ == "__main__":
    FILE.write_text(dictionary(), encoding="utf-8")
