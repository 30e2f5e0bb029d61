"""The review sheet of one briefing: event by event with its quotes, then its problems, then a template for corrections."""

import csv
import io
from collections import defaultdict
from pathlib import Path

from loaders.reading import read_rows
from loaders.rows import Rows
from loaders.vocabulary import Vocabulary

_COLUMNS = ("event_id", "field", "was", "becomes", "reason", "source")
_FIELDS = ("status", "event_type", "date_start", "date_end", "date_precision")


def review(path: Path, vocabulary: Vocabulary | None = None) -> str:
    """The sheet as Markdown. Raises BriefingError where the file cannot be read."""
    rows = read_rows(path, vocabulary)
    parts = [_head(rows), *(_event(rows, event) for event in rows["events"]), _problems(rows)]
    parts.append(
        "## Template for data/vocabularies/corrections.csv\n\nKeep the rows that need it; fill in becomes, reason, source.\n"
    )
    parts.append("```csv\n" + template(rows) + "```")
    return "\n".join(parts)


def template(rows: Rows) -> str:
    """A CSV with a correction row for every value of every event: `was` filled in, `becomes` the same, to be changed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for event in rows["events"]:
        for field, value in [*((name, event[name]) for name in _FIELDS), *_linked(rows, str(event["event_id"]))]:
            writer.writerow([event["event_id"], field, value, value, "", ""])
    return text.getvalue()


def _linked(rows: Rows, event_id: str) -> list[tuple[str, object]]:
    of_event = {
        table: [row for row in rows[table] if row["event_id"] == event_id]
        for table in ("event_places", "event_topics", "event_actors", "event_sources")
    }
    return [
        *(("place", f"{row['place_id']}:{row['role']}") for row in of_event["event_places"]),
        *(("topic", row["topic_id"]) for row in of_event["event_topics"]),
        *(("actor", row["actor_id"]) for row in of_event["event_actors"]),
        *(("source", row["source_id"]) for row in of_event["event_sources"]),
    ]


def _head(rows: Rows) -> str:
    (briefing,) = rows["briefings"]
    return (
        f"# {briefing['title']}\n\n{briefing['briefing_id']}, {len(rows['sections'])} sections, {len(rows['events'])} events, "
        f"{len(rows['sources'])} footnotes, {len(rows['problems'])} problems\n"
    )


def _event(rows: Rows, event: dict[str, object]) -> str:
    quotes: dict[tuple[object, object], list[str]] = defaultdict(list)
    for row in rows["evidence"]:
        if row["event_id"] == event["event_id"]:
            quotes[row["field"], row["value"]].append(f"“{row['quote']}”")
    lines = [f"## {event['event_id']}  {event['title']}", "", f"> {event['passage']}", ""]
    lines.append(f"- when: {event['date_start']} to {event['date_end']} ({event['date_precision']}), “{event['date_text']}”")
    lines += [f"- {field}: {value}  {' '.join(found)}" for (field, value), found in quotes.items() if field != "date"]
    return "\n".join([*lines, ""])


def _problems(rows: Rows) -> str:
    if not rows["problems"]:
        return "## Problems\n\nnone\n"
    lines = [f"- line {row['line'] or '?'}: {row['code']}: {row['message_en']}" for row in rows["problems"]]
    return "\n".join(["## Problems", "", *lines, ""])
