"""The tidy tables: their schema (from `columns.csv`), reading, writing and checking."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from loaders.chains.state import Told, is_chain, outcome, title
from loaders.vocabulary import Row, Vocabulary, default

FOLDER = Path(__file__).resolve().parent.parent / "data" / "tables"


class TableError(Exception):
    """Tables that break the contract. The message names table, column, row and cure."""


class Tables(Mapping[str, pd.DataFrame]):
    """All tables by name, typed as `columns.csv` says, with the version of the data they came from.

    Dates are `datetime64`, booleans `bool`, integers `Int64`, numbers `float64`, everything else text ('' = not known).
    Frames are shared: never change one in place. `version` keys every cache.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame], version: str) -> None:
        self._frames = dict(frames)
        self.version = version

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def replaced(self, **frames: pd.DataFrame) -> "Tables":
        """The same tables with some of them exchanged; the version stays: it names the data, not the slice."""
        return Tables({**self._frames, **frames}, self.version)


@cache
def schema(vocabulary: Vocabulary | None = None) -> dict[str, tuple[Row, ...]]:
    """The columns of every table, in their order: the rows of `columns.csv` by table."""
    columns: dict[str, list[Row]] = {}
    for row in (vocabulary or default()).rows("columns"):
        columns.setdefault(row["table"], []).append(row)
    return {table: tuple(rows) for table, rows in columns.items()}


def frame(table: str, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """A typed frame of `table` from rows of text or Python values; a column that a row lacks is empty."""
    columns = schema()[table]
    names, told = [column["column"] for column in columns], list(rows)
    text = pd.DataFrame({name: [_as_text(row.get(name, "")) for row in told] for name in names}, columns=names, dtype=str)
    return _typed(text, columns)


def read_tables(folder: Path = FOLDER) -> Tables:
    """The tables of a folder. Raises TableError where a file or a column is missing or a cell has the wrong type."""
    frames = {}
    digest = hashlib.sha256()
    for table, columns in schema().items():
        path = folder / f"{table}.csv"
        if not path.exists():
            raise TableError(f"{path}: missing; write the tables with: python -m loaders")
        digest.update(path.read_bytes())
        text = pd.read_csv(path, dtype=str, keep_default_na=False)
        wanted = [column["column"] for column in columns]
        if list(text.columns) != wanted:
            raise TableError(f"{path}: columns are {list(text.columns)}, not {wanted}; run: python -m loaders")
        frames[table] = _typed(text, columns, str(path))
    return Tables(frames, digest.hexdigest()[:12])


def csv_text(table: str, rows: pd.DataFrame) -> str:
    """The frame as the CSV of the contract: comma, `\\n`, ISO dates, booleans 1/0, empty = not known."""
    return _untyped(rows, schema()[table]).to_csv(index=False, lineterminator="\n")


def write_tables(frames: Mapping[str, pd.DataFrame], folder: Path = FOLDER) -> None:
    """Writes one CSV a table, in the form of `csv_text`."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in frames.items():
        (folder / f"{table}.csv").write_bytes(csv_text(table, rows).encode())


def chains_told(frames: Mapping[str, pd.DataFrame], last_quarter: str) -> pd.DataFrame:
    """The table `chains` as the events of these frames tell it: titles and outcomes known at the end of `last_quarter`.

    A chain of which the events are gone, or no longer make one, is left out. For all briefings it is the table itself.
    """
    briefings = frames["briefings"].set_index("briefing_id")
    labels = frames["event_series"].set_index("event_series_id")
    told: dict[str, list[Told]] = defaultdict(list)
    for row in frames["events"].itertuples():
        quarter = briefings["quarter"][row.briefing_id]
        told[row.chain_id].append(Told(quarter, row.status, row.date_start.date(), row.date_end.date(), row.title, row.is_main))
    chains = frames["chains"]
    known = [is_chain([telling[:2] for telling in told[chain_id]]) for chain_id in chains["chain_id"]]
    chains = chains[known].copy()
    english = chains["first_announced"].map(briefings["language"]) == "en"
    series = [
        labels["label_en" if is_english else "label_de"][id_] if id_ else ""
        for is_english, id_ in zip(english, chains["series_id"], strict=True)
    ]
    chains["title"] = [title(told[id_], label) for id_, label in zip(chains["chain_id"], series, strict=True)]
    chains["outcome"] = [outcome(told[id_], last_quarter) for id_ in chains["chain_id"]]
    return chains.reset_index(drop=True)


def broken_rules(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """What in the frames breaks the contract, one sentence each: empty required cells, doubled keys, dangling ids."""
    return [fault for table, columns in schema().items() for column in columns for fault in _faults(frames, table, column)]


def _faults(frames: Mapping[str, pd.DataFrame], table: str, column: Row) -> Iterator[str]:
    name, values = column["column"], frames[table][column["column"]]
    if column["required"] == "1":
        empty = values.isna() if column["type"] in _TYPED else values == ""
        if empty.any():
            yield f"{table}.{name}: empty in row {int(empty.to_numpy().argmax()) + 2}, but required"
    if column["refers_to"]:
        other, key = column["refers_to"].split(".")
        unknown = sorted(set(values.dropna().unique()) - {""} - set(frames[other][key]))
        if unknown:
            yield f"{table}.{name}: not in {other}.{key}: {', '.join(unknown[:5])}; add the row or correct the id"
    is_key = name == schema()[table][0]["column"] and not column["refers_to"] and column["type"] in ("id", "code")
    if is_key and values.duplicated().any():
        yield f"{table}.{name}: doubled: {', '.join(values[values.duplicated()].astype(str).head(5))}"


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else str(value)


def _typed(text: pd.DataFrame, columns: Iterable[Row], place: str = "") -> pd.DataFrame:
    typed = {}
    for column in columns:
        name, values = column["column"], text[column["column"]]
        try:
            typed[name] = _TYPED.get(column["type"], lambda cells: cells)(values)
        except (ValueError, TypeError) as error:
            raise TableError(f"{place or column['table']}: column {name} is not {column['type']}: {error}") from error
    return pd.DataFrame(typed)


def _boolean(cells: pd.Series) -> pd.Series:
    if not cells.isin(["0", "1"]).all():
        raise ValueError(f"{sorted(set(cells) - {'0', '1'})[0]!r}; write 1 or 0")
    return cells == "1"


_TYPED = {
    "date": lambda cells: pd.to_datetime(cells.where(cells != ""), format="%Y-%m-%d"),
    "boolean": _boolean,
    "integer": lambda cells: pd.to_numeric(cells.where(cells != "")).astype("Int64"),
    "number": lambda cells: pd.to_numeric(cells.where(cells != "")).astype(float),
}


def _untyped(rows: pd.DataFrame, columns: Iterable[Row]) -> pd.DataFrame:
    text = {}
    for column in columns:
        values = rows[column["column"]]
        if column["type"] == "date":
            values = values.dt.strftime("%Y-%m-%d")
        elif column["type"] == "boolean":
            values = values.map({True: "1", False: "0"})
        text[column["column"]] = values
    return pd.DataFrame(text)
