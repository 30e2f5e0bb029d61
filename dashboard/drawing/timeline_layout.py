"""Where each mark of the timeline stands: the stretch of time shown, lanes by topic, marks packed into rows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.drawing.chart_words import LONGER, of_all
from dashboard.drawing.labels import text_width
from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import Axis, days, index_of, names_no_month, pack, quarter_index
from dashboard.language import Language


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels."""

    row: float
    strip_row: float
    symbol: float
    labels: float  # width of the column of lane names; 0: they stand above their lanes
    lane_head: float
    family_head: float
    slot: float  # of a mark outside the axis


def sizes_for(rows: pd.DataFrame, look: Look, lang: Language) -> Sizes:
    size = look.font_size
    names = [*rows["topic"].unique(), LONGER(lang)]
    most = int(rows["topic_events"].max())
    counts = text_width(f"  {of_all(max(most - 1, 100), most, lang)}", size)
    column = 0.0 if look.narrow else max(text_width(name, size) for name in names) + counts + 14
    row = look.scaled(10)
    head = size + 4.0
    return Sizes(row, look.scaled(7), look.scaled(8), column, head if look.narrow else 0, head + 6, row)


def axis_for(rows: pd.DataFrame, width: float, sizes: Sizes) -> Axis:
    """The briefings' quarters, and up to three (of many quarters: two) before and after them where events lie."""
    told = rows["quarter"].map(index_of)
    first, last = int(told.min()), int(told.max())
    reach = 3 if last - first < 4 else 2
    exact = rows["date_precision"].isin(["day", "month"]).to_numpy()
    starts = quarter_index(rows["date_start"])
    ends = np.where(exact, quarter_index(rows["date_end"]), starts)
    near = starts[exact & (starts < first) & (starts >= first - reach)]
    far = np.minimum(ends[ends > last], last + reach)
    first = int(near.min()) if len(near) and (starts < first - reach).sum() == 0 else first
    last = int(far.max()) if len(far) else last
    room = min(width * 0.12, 6 * sizes.slot) + 6
    axis = Axis(first, last, width)
    before = (days(rows["date_end"]) < axis.start).any()
    after = (days(rows["date_start"]) >= axis.end).any()
    return Axis(first, last, width, room if before else 0, room if after else 0)


def drawn(rows: pd.DataFrame, axis: Axis, sizes: Sizes) -> pd.DataFrame:
    """Each mark's stretch in days (`x0`, `x1`) and in pixels (`left`, `right`), its lane and where it lies."""
    marks = rows.copy()
    start, end = days(rows["date_start"]), days(rows["date_end"]) + 1
    vague = (rows["date_precision"] != "day").to_numpy()
    marks["vague"] = vague
    marks["lane_key"] = np.where(names_no_month(rows), 0, rows["lane"])
    marks["where"] = np.select([end <= axis.start, start >= axis.end], ["before", "after"], "in")
    marks["x0"], marks["x1"] = np.maximum(start, axis.start).astype(float), np.minimum(end, axis.end).astype(float)
    left = (marks["x0"] - axis.start) * axis.pixels_a_day
    right = (marks["x1"] - axis.start) * axis.pixels_a_day
    # A symbol needs room around its middle, a band at least a visible width; bands of neighbouring months share a row.
    middle, half = (left + right) / 2, np.where(vague, 2, sizes.symbol / 2 + 0.5)
    marks["left"], marks["right"] = np.minimum(left + 1, middle - half), np.maximum(right - 1, middle + half)
    if not axis.after:
        marks["x1"] = np.maximum(marks["x1"], end)  # runs out of the picture, so that it does not seem to end there
    return _outside(marks, axis, sizes)


def _outside(marks: pd.DataFrame, axis: Axis, sizes: Sizes) -> pd.DataFrame:
    """What lies before or after the axis stands beside it, one slot a mark, in time order but without a scale."""
    for where, room, origin in (("before", axis.before, axis.range[0]), ("after", axis.after, axis.end)):
        chosen = marks["where"] == where
        if not chosen.any():
            continue
        slots = max(int((room - 6) // sizes.slot), 1)
        place = marks[chosen].groupby("lane_key").cumcount()
        left = 3 + place % slots * sizes.slot
        marks.loc[chosen, "outside_row"] = place // slots
        marks.loc[chosen, "x0"] = origin + (left + 1) / axis.pixels_a_day
        marks.loc[chosen, "x1"] = origin + (left + sizes.slot - 1) / axis.pixels_a_day
    return marks


def placed(marks: pd.DataFrame) -> pd.DataFrame:
    """The row of each mark in its lane."""
    marks["row"] = 0
    inside = marks[marks["where"] == "in"].sort_values(["lane_key", "left"])
    for _, lane in inside.groupby("lane_key"):
        marks.loc[lane.index, "row"] = pack(lane["left"].tolist(), lane["right"].tolist(), gap=0.5)
    if "outside_row" in marks:
        outside = marks["where"] != "in"
        marks.loc[outside, "row"] = marks.loc[outside, "outside_row"].astype(int)
    return marks


def lanes_of(marks: pd.DataFrame, sizes: Sizes, lang: Language) -> pd.DataFrame:
    """One row a lane from the top down: its name, its events and the `whole` of its topic, and where its rows begin and end."""
    lanes = marks.groupby("lane_key").agg(
        topic=("topic", "first"),
        topic_id=("topic_id", "first"),
        family_id=("family_id", "first"),
        family=("family", "first"),
        events=("event_id", "size"),
        whole=("topic_events", "first"),
        rows=("row", "max"),
    )
    lanes = lanes.reset_index()
    if lanes["lane_key"].iloc[0] == 0:
        lanes.loc[0, ["topic", "topic_id", "family_id", "family"]] = [LONGER(lang), "", "", ""]
        lanes.loc[0, "whole"] = lanes.loc[0, "events"]
    # Families stand together even where a vocabulary mixes them.
    order = {family: number for number, family in enumerate(dict.fromkeys(lanes["family_id"]))}
    lanes = lanes.sort_values("family_id", key=lambda ids: ids.map(order), kind="stable", ignore_index=True)
    lanes["is_first"] = (lanes["family_id"] != lanes["family_id"].shift()) & (lanes["family_id"] != "")
    heads = lanes["is_first"] * sizes.family_head + sizes.lane_head
    thick = np.where(lanes["lane_key"] == 0, sizes.strip_row, sizes.row)
    needed = np.maximum((lanes["rows"] + 1) * thick, 0 if sizes.lane_head else sizes.row * 1.5)
    ends = (heads + needed + 8).cumsum()
    lanes["head_top"] = ends - 8 - needed - heads + 4
    lanes["top"] = ends - 4 - needed
    lanes["bottom"] = ends
    return lanes
