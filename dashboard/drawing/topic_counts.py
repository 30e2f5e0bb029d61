"""Events counted by topic and quarter: what the charts of the topics page share."""

import pandas as pd

from dashboard.drawing.chart_words import NO_TOPIC, labels
from dashboard.drawing.time_axis import quarter_of_events, unbroken
from dashboard.language import Language, quarter
from loaders.tables import Tables


def quarters_shown(tables: Tables) -> list[str]:
    """All quarters from the first to the last briefing shown, those without a briefing included; in order."""
    return unbroken(sorted(set(tables["briefings"]["quarter"])))


def quarter_frame(tables: Tables, lang: Language) -> pd.DataFrame:
    """quarter, quarter_label, has_briefing and quarter_events (<NA> without a briefing), one row a quarter shown."""
    quarters = quarters_shown(tables)
    told = set(tables["briefings"]["quarter"])
    counts = quarter_of_events(tables).value_counts()
    has_briefing = [value in told for value in quarters]
    events = [int(counts.get(value, 0)) if known else pd.NA for value, known in zip(quarters, has_briefing, strict=True)]
    return pd.DataFrame(
        {
            "quarter": quarters,
            "quarter_label": [quarter(value, lang) for value in quarters],
            "has_briefing": has_briefing,
            "quarter_events": pd.array(events, dtype="Int64"),
        }
    )


def topic_links(tables: Tables) -> pd.DataFrame:
    """event_id, topic_id, family_id and quarter of each event; an event without a topic has one link to ''."""
    events = pd.DataFrame({"event_id": tables["events"]["event_id"], "quarter": quarter_of_events(tables)})
    links = events.merge(tables["event_topics"], how="left", on="event_id")
    links["topic_id"] = links["topic_id"].fillna("")
    families = tables["topics"].set_index("topic_id")["family_id"]
    return links.assign(family_id=links["topic_id"].map(families).fillna(""))


def by_quarter(links: pd.DataFrame, key: str, order: list[str], tables: Tables, lang: Language) -> pd.DataFrame:
    """Every value of `key` in `order` with every quarter: events, and their share of all events of the quarter.

    An event counts once for each value. Quarters without a briefing have <NA>, not zero.
    """
    counts = links.drop_duplicates(["event_id", key]).groupby([key, "quarter"]).size()
    frame = pd.DataFrame({key: order}).merge(quarter_frame(tables, lang), how="cross")
    found = [counts.get(pair, 0) for pair in zip(frame[key], frame["quarter"], strict=True)]
    frame["events"] = pd.array(found, dtype="Int64")
    frame.loc[~frame["has_briefing"], "events"] = pd.NA
    shares = frame["events"].astype("Float64") / frame["quarter_events"].astype("Float64")
    frame["share"] = shares.where(frame["quarter_events"] > 0).astype(float).round(4)
    return frame


def topics_by_quarter(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a topic and quarter, topics in their order; a topic without any event is left out.

    Columns: topic_id, topic, family_id, family, quarter, quarter_label, has_briefing, quarter_events, events, share.
    """
    links = topic_links(tables)
    found = set(links["topic_id"])
    order = [topic for topic in [*tables["topics"]["topic_id"], ""] if topic in found]
    frame = by_quarter(links, "topic_id", order, tables, lang)
    families = frame["topic_id"].map(tables["topics"].set_index("topic_id")["family_id"]).fillna("")
    frame.insert(1, "topic", frame["topic_id"].map(labels(tables, "topics", lang)).fillna(NO_TOPIC(lang)))
    frame.insert(2, "family_id", families)
    frame.insert(3, "family", families.map(labels(tables, "topic_families", lang)).fillna(""))
    return frame
