"""The project's own tables with many more events than it has: each told again some days later, in the same briefings."""

import shutil
from pathlib import Path

import pandas as pd

from loaders.tables import FOLDER

OF_EVENTS = ("event_actors", "event_places", "event_sources", "event_topics", "evidence")
DAYS_LATER = 9  # from one telling to the next


def write_many(count: int, folder: Path) -> Path:
    """Writes tables of at least `count` events into the folder and gives it.

    The copies belong to no chain: what became of an announcement is not told anew.
    """
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    rounds = -(-count // len(_rows(FOLDER, "events"))) - 1
    for name in ("events", *OF_EVENTS):
        rows = _rows(FOLDER, name)
        again = [_told_again(rows, number) for number in range(1, rounds + 1)]
        pd.concat([rows, *again]).to_csv(folder / f"{name}.csv", index=False)
    return folder


def _rows(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


def _told_again(rows: pd.DataFrame, number: int) -> pd.DataFrame:
    rows = rows.assign(event_id=rows["event_id"] + f"x{number}")
    if "chain_id" in rows:
        rows["chain_id"] = ""
        of_day = rows["date_precision"] == "day"
        for column in ("date_start", "date_end"):
            moved = pd.to_datetime(rows.loc[of_day, column]) + pd.Timedelta(days=DAYS_LATER * number)
            rows.loc[of_day, column] = moved.dt.strftime("%Y-%m-%d")
    return rows
