"""Where each chain stands, which chains are drawn, and the stretch of time shown; all lengths are pixels."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.drawing.chain_course import CURRENT, REPLACED, Telling, days_between
from dashboard.drawing.chain_rows import shift_in_words
from dashboard.drawing.labels import wrapped
from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import Axis, days, first_day, index_of, quarter_index
from dashboard.language import Language

MOST = 20  # chains of one outcome in the figure


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels."""

    titles: float  # width of the column of titles; 0: they stand above their rows
    words: float  # width of the column of dates
    line: float  # height of a line of text
    band: float


def sizes_for(look: Look) -> Sizes:
    line = look.font_size * 1.32
    return Sizes(0, 0, line, look.scaled(8)) if look.narrow else Sizes(look.width * 0.36, look.scaled(196), line, look.scaled(8))


def chains_of(rows: pd.DataFrame, lang: Language) -> pd.DataFrame:
    """One row a chain: title, outcome, and in words the date that stands, with its shift and change of place."""
    told = of_chains(rows)
    standing = rows[rows["standing_id"] == CURRENT].set_index("chain_id").reindex(list(told))
    words = [_standing(chain, lang) for chain in told.values()]
    return standing.assign(words=words, events=[len(chain) for chain in told.values()]).reset_index()


def of_chains(rows: pd.DataFrame) -> dict[str, list[Any]]:
    """The tellings of each chain as named tuples; chains and tellings in the order of the rows."""
    told: dict[str, list[Any]] = {}
    for row in rows.itertuples():
        told.setdefault(row.chain_id, []).append(row)
    return told


def _standing(chain: list[Any], lang: Language) -> str:
    """'10. November 2020 (+112 Tage), online statt Sankt Petersburg': the last word on one chain."""
    (current,) = (row for row in chain if row.standing_id == CURRENT)
    replaced = next((row for row in chain if row.standing_id == REPLACED), None)
    elsewhere = [row for row in chain if row.place_change]
    shift = days_between(_dated(replaced), _dated(current)) if replaced else 0
    words = f"{current.period} ({shift_in_words(shift, lang)})" if shift else str(current.period)
    return f"{words}, {elsewhere[-1].venues} {elsewhere[-1].place_change}" if elsewhere else words


def _dated(row: Any) -> Telling:
    return Telling(row.date_start, row.date_end, row.date_precision == "day", row.status_id)


def most_told(chains: pd.DataFrame, most: int | None = None) -> pd.DataFrame:
    """At most MOST chains of each outcome, those told of most often and the latest first; in the order they came.

    `most` bounds their number altogether: the outcomes take turns.
    """
    order = chains.iloc[::-1].sort_values("events", ascending=False, kind="stable")
    rank = order.groupby("outcome_id", sort=False).cumcount().sort_index().sort_values(kind="stable")
    kept = rank[rank < MOST].index[:most]
    return chains.loc[chains.index.isin(kept)].reset_index(drop=True)


def fitting(chains: pd.DataFrame, sizes: Sizes, look: Look, room: float) -> pd.DataFrame:
    """As many chains as find `room`, at least one of each outcome, and where they stand; 0 is no bound."""
    if not room:
        return placed(most_told(chains), sizes, look)

    def height(most: int) -> float:
        return float(placed(most_told(chains, most), sizes, look)["bottom"].iloc[-1])

    fewest = chains["outcome_id"].nunique()
    most = bisect_right(range(fewest, len(chains) + 1), room, key=height) + fewest - 1
    return placed(most_told(chains, max(most, fewest)), sizes, look)


def placed(chains: pd.DataFrame, sizes: Sizes, look: Look) -> pd.DataFrame:
    """Where each row stands: its lines of words, the middle of its marks, and the head of its group."""
    room = (sizes.titles or look.width - 16) - 14
    # An ellipsis alone on a line would look like a title of its own.
    titles = [title.replace(" …", "\N{NO-BREAK SPACE}…") for title in chains["chain"]]
    chains = chains.assign(lines=[wrapped(title, room, look.font_size) for title in titles])
    chains["date_lines"] = [wrapped(words, (sizes.words or look.width - 16) - 10, look.font_size) for words in chains["words"]]
    chains["is_first"] = chains["outcome_id"] != chains["outcome_id"].shift()
    count, dates = chains["lines"].str.len(), chains["date_lines"].str.len()
    head = chains["is_first"] * (look.font_size * 2.1) + (chains["is_first"] & (chains.index > 0)) * 6
    body = (count + dates) * sizes.line + sizes.band + 14 if look.narrow else np.maximum(count, dates) * sizes.line + 8
    chains["bottom"] = (head + body).cumsum()
    chains["top"] = chains["bottom"] - body
    chains["head"] = chains["top"] - look.font_size * 2.0
    chains["y"] = chains["bottom"] - (sizes.band / 2 + 6 if look.narrow else body / 2)
    return chains


def axis_for(rows: pd.DataFrame, width: float) -> Axis:
    """From the first telling to the last date told, at most a year before and after the briefings."""
    told = rows["quarter"].map(index_of)
    first, last = int(told.min()), int(told.max())
    starts, ends = quarter_index(rows["date_start"]), quarter_index(rows["date_end"])
    near = starts[(starts < first) & (starts >= first - 4)]
    return Axis(int(near.min(initial=first)), min(max(last, int(ends.max())), last + 4), width)


def marks_of(rows: pd.DataFrame, chains: pd.DataFrame, gap: float) -> pd.DataFrame:
    """Each telling with its height, its place in the briefing's quarter, its date, and whether that stands or was replaced.

    `gap` is the distance in days between the marks of one quarter.
    """
    marks = rows.merge(chains[["chain_id", "y"]], on="chain_id")
    quarters = marks["quarter"].map(index_of)
    marks["told"] = [(first_day(number) + first_day(number + 1)) / 2 for number in quarters]
    marks["start"], marks["end"] = days(marks["date_start"]), days(marks["date_end"]) + 1
    marks["is_last"], marks["is_replaced"] = marks["standing_id"] == CURRENT, marks["standing_id"] == REPLACED
    # Tellings of one briefing stand side by side.
    in_quarter = marks.groupby(["chain_id", "quarter"])
    beside = in_quarter.cumcount() - (in_quarter["told"].transform("size") - 1) / 2
    marks["told"] += beside * gap
    return marks
