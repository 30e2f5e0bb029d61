"""The tellings of chains: what was announced, when it was told of again, and how its date changed."""

import pandas as pd

from dashboard.chain_reason import reasons
from dashboard.chart_words import labels
from dashboard.language import Language, Text, number, quarter
from dashboard.time_axis import quarter_of_events
from dashboard.when import in_words
from loaders.tables import Tables

CHANGES = {
    "first": Text(de="zuerst genannt", en="first told"),
    "same": Text(de="gleiches Datum", en="same date"),
    "exact": Text(de="genauer", en="more exact"),
    "vague": Text(de="ungenauer", en="less exact"),
    "moved": Text(de="verschoben", en="moved"),
}
# No-break spaces: the number and its word stay on one line.
_DAY = Text(de="{sign}{days}\N{NO-BREAK SPACE}Tag", en="{sign}{days}\N{NO-BREAK SPACE}day")
_DAYS = Text(de="{sign}{days}\N{NO-BREAK SPACE}Tage", en="{sign}{days}\N{NO-BREAK SPACE}days")


def tellings(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a telling, that is an event of a chain; chains by outcome, then by their first telling, then in time.

    Columns: chain_id, chain, outcome_id, outcome, event_id, quarter, quarter_label, status_id, status, date_start, date_end,
    date_precision, period, change_id, change, shift_days (of a moved date, against the telling before; <NA> otherwise),
    reason. Where the text of one quarter is vaguer than that of the other and holds the other's date, the date is no move.
    """
    events = tables["events"].assign(quarter=quarter_of_events(tables))
    frame = events[events["chain_id"] != ""].merge(tables["chains"].rename(columns={"title": "chain"}), on="chain_id")
    order = {outcome: position for position, outcome in enumerate(tables["chain_outcomes"]["chain_outcome_id"])}
    frame["outcome_no"] = frame["outcome"].map(order).fillna(len(order))
    frame["first"] = frame.groupby("chain_id")["quarter"].transform("min")
    frame = frame.sort_values(["outcome_no", "first", "chain_id", "quarter", "event_id"], ignore_index=True)
    before = frame.groupby("chain_id")[["date_start", "date_end"]].shift()
    change = _changes(frame, before)
    shift = (frame["date_start"] - before["date_start"]).dt.days.astype("Int64").where(change == "moved")
    periods = zip(frame["date_start"].dt.date, frame["date_end"].dt.date, frame["date_precision"], strict=True)
    names, why = labels(tables, "chain_outcomes", lang), reasons(tables, lang)
    return pd.DataFrame(
        {
            "chain_id": frame["chain_id"],
            "chain": frame["chain"],
            "outcome_id": frame["outcome"],
            "outcome": frame["outcome"].map(names).fillna(frame["outcome"]),
            "event_id": frame["event_id"],
            "quarter": frame["quarter"],
            "quarter_label": [quarter(value, lang) for value in frame["quarter"]],
            "status_id": frame["status"],
            "status": frame["status"].map(labels(tables, "statuses", lang)).fillna(frame["status"]),
            "date_start": frame["date_start"],
            "date_end": frame["date_end"],
            "date_precision": frame["date_precision"],
            "period": [in_words(start, end, precision, lang) for start, end, precision in periods],
            "change_id": change,
            "change": change.map({key: text(lang) for key, text in CHANGES.items()}),
            "shift_days": shift,
            "reason": [why.get(event_id, "") for event_id in frame["event_id"]],
        }
    )


def _changes(frame: pd.DataFrame, before: pd.DataFrame) -> pd.Series:
    """How each telling's date relates to that of the telling before: a key of `CHANGES`."""
    start, end, was_start, was_end = frame["date_start"], frame["date_end"], before["date_start"], before["date_end"]
    change = pd.Series("moved", index=frame.index, dtype=object)
    change[(start >= was_start) & (end <= was_end)] = "exact"
    change[(start <= was_start) & (end >= was_end)] = "vague"
    change[(start == was_start) & (end == was_end)] = "same"
    change[was_start.isna()] = "first"
    return change


def shift_in_words(days: int, lang: Language) -> str:
    """'+62 Tage', '−1 Tag'."""
    return (_DAY if abs(days) == 1 else _DAYS)(lang, sign="−" if days < 0 else "+", days=number(abs(days), lang))
