"""Where each chain stands, which chains are drawn, and the stretch of time shown; all lengths are pixels."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.chain_rows import shift_in_words
from dashboard.labels import wrapped
from dashboard.language import Language
from dashboard.style import Look
from dashboard.time_axis import Axis, days, first_day, index_of, quarter_index

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
    """One row a chain: title, outcome, and the last date told with its shift against the first."""
    last = rows.groupby("chain_id", sort=False).last()
    moved = rows[rows["change_id"] == "moved"].groupby("chain_id")["shift_days"].sum()
    shift = last.index.to_series().map(moved)
    dates = [
        period if pd.isna(days_) or not days_ else f"{period} ({shift_in_words(int(days_), lang)})"
        for period, days_ in zip(last["period"], shift, strict=True)
    ]
    return last.assign(words=dates, events=rows.groupby("chain_id", sort=False).size()).reset_index()


def most_told(chains: pd.DataFrame) -> pd.DataFrame:
    """At most MOST chains of each outcome, those told of most often and the latest first; in the order they came."""
    order = chains.iloc[::-1].sort_values("events", ascending=False, kind="stable")
    kept = order.groupby("outcome_id", sort=False).head(MOST).index
    return chains.loc[chains.index.isin(kept)].reset_index(drop=True)


def placed(chains: pd.DataFrame, sizes: Sizes, look: Look) -> pd.DataFrame:
    """Where each row stands: its lines of words, the middle of its marks, and the head of its group."""
    room = (sizes.titles or look.width - 16) - 14
    chains = chains.assign(lines=[wrapped(title, room, look.font_size) for title in chains["chain"]])
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


def marks_of(rows: pd.DataFrame, chains: pd.DataFrame) -> pd.DataFrame:
    """Each telling with its height, the middle of its briefing's quarter, its date, and whether a later one replaced it."""
    marks = rows.merge(chains[["chain_id", "y"]], on="chain_id")
    quarters = marks["quarter"].map(index_of)
    marks["told"] = [(first_day(number) + first_day(number + 1)) / 2 for number in quarters]
    marks["start"], marks["end"] = days(marks["date_start"]), days(marks["date_end"]) + 1
    # A date that the next telling only made more exact is no earlier date.
    following = marks.groupby("chain_id")["change_id"].shift(-1)
    marks["is_last"] = following.isna()
    marks["is_replaced"] = following == "moved"
    return marks
