"""CSV as RFC 4180 has it, for programs: UTF-8, comma, decimal point, every value as it is."""

import pandas as pd

from dashboard.language import Text

ID = "csv"
ORDER = 10
TITLE = Text(de="CSV", en="CSV")
ENDING = "csv"
MIME = "text/csv; charset=utf-8"


def table_bytes(rows: pd.DataFrame) -> bytes:
    """The frame as comma-separated UTF-8 without a mark at its start; dates are ISO 8601, an unknown value is empty."""
    return with_plain_values(rows).to_csv(index=False, lineterminator="\r\n").encode()


def with_plain_values(rows: pd.DataFrame) -> pd.DataFrame:
    """The frame with dates as ISO text and truth as 1 and 0, as in the tables of the project."""
    plain = rows.copy()
    for name in plain.columns:
        if pd.api.types.is_datetime64_any_dtype(plain[name]):
            plain[name] = plain[name].dt.strftime("%Y-%m-%d")
        elif pd.api.types.is_bool_dtype(plain[name]):
            plain[name] = plain[name].map({True: "1", False: "0"})
    return plain
