"""Frames as Arrow tables, typed and described by `columns.csv`. Knows no Streamlit."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from dashboard.language import Language
from dashboard.slices.labelled import Value
from loaders.vocabulary import Row

_TYPES = {"date": pa.date32(), "boolean": pa.bool_(), "integer": pa.int64(), "number": pa.float64()}


def arrow_table(values: Mapping[str, Sequence[Value]], described: Iterable[Row], lang: Language) -> pa.Table:
    """Columns of plain values as a table; what is not known is null, and each field carries its description."""
    fields = [
        pa.field(
            column["column"],
            _TYPES.get(column["type"], pa.string()),
            metadata={"label": column[f"label_{lang}"], "description": column[f"description_{lang}"]},
        )
        for column in described
    ]
    return pa.Table.from_arrays([pa.array(values[field.name], field.type) for field in fields], schema=pa.schema(fields))
