"""Events with all that hangs on them, as nested Python values for JSON. Knows no Streamlit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dashboard.exports import ExportContext
from dashboard.filters.facets import labels
from dashboard.slices.labelled import Value, records
from dashboard.when import in_words
from loaders.tables import Tables, schema

Record = dict[str, Value]
# Which columns of the thing an event refers to are told with it; `label` is its name in the language.
_PLACE = ("place_id", "label", "country_code", "kind", "latitude", "longitude")
_TOPIC = ("topic_id", "label", "family_id")
_ACTOR = ("actor_id", "label", "kind", "country_code")
_SOURCE = ("source_id", "number", "title", "publisher", "date", "url", "url_printed", "language", "text")
_EVIDENCE = ("field", "value", "section_id", "start", "end", "quote")
_CHAIN = ("chain_id", "title", "outcome", "outcome_label")


def nested_events(tables: Tables, context: ExportContext) -> Iterator[dict[str, object]]:
    """Each event of a closed slice in its order, with date, places, topics, actors, sources, evidence and chain.

    Ids and names stand side by side; dates are `datetime.date`, what is not known is None.
    """
    of_event = {
        "places": _linked(tables, context, "event_places", "places", _PLACE, also="role"),
        "topics": _linked(tables, context, "event_topics", "topics", _TOPIC),
        "actors": _linked(tables, context, "event_actors", "actors", _ACTOR),
        "sources": _linked(tables, context, "event_sources", "sources", _SOURCE),
        "evidence": _grouped(records(tables["evidence"], schema()["evidence"]), _EVIDENCE),
    }
    briefings, sections = _by_id(tables, "briefings"), _sections(tables)
    chains = {id_: _chain(row, context, tables) for id_, row in _by_id(tables, "chains").items()}
    names = {table: labels(tables, table, context.lang) for table in ("statuses", "event_types", "date_precisions")}
    for event in records(tables["events"], schema()["events"]):
        briefing = briefings[event["briefing_id"]]
        section = sections.get((event["briefing_id"], event["section_no"]), {})
        yield {
            "event_id": event["event_id"],
            "title": event["title"],
            "passage": event["passage"],
            "language": briefing["language"],
            "link": context.event_link(str(event["event_id"])) or None,
            "date": _date(event, names["date_precisions"], context),
            "status": {"id": event["status"], "label": names["statuses"].get(str(event["status"]))},
            "type": {"id": event["event_type"], "label": names["event_types"].get(str(event["event_type"]))},
            "is_main": event["is_main"],
            "is_online": event["is_online"],
            **{name: groups[event["event_id"]] for name, groups in of_event.items()},
            "chain": chains.get(event["chain_id"]),
            "briefing": {
                "briefing_id": event["briefing_id"],
                "quarter": briefing["quarter"],
                "section_id": section.get("section_id"),
                "section_no": event["section_no"],
                "heading": section.get("heading"),
            },
        }


def _sections(tables: Tables) -> dict[tuple[Value, Value], Record]:
    return {(row["briefing_id"], row["section_no"]): row for row in records(tables["sections"], schema()["sections"])}


def _chain(row: Record, context: ExportContext, tables: Tables) -> Record:
    outcome = str(row["outcome"])
    named = {**row, "outcome_label": labels(tables, "chain_outcomes", context.lang).get(outcome)}
    return {name: named[name] for name in _CHAIN}


def _date(event: Record, precisions: Mapping[str, str], context: ExportContext) -> dict[str, Value]:
    start, end, precision = event["date_start"], event["date_end"], str(event["date_precision"])
    return {
        "start": start,
        "end": end,
        "precision": precision,
        "precision_label": precisions.get(precision),
        "edtf": event["date_edtf"],
        "text": event["date_text"],
        "words": in_words(start, end, precision, context.lang),  # type: ignore[arg-type]
    }


def _linked(
    tables: Tables, context: ExportContext, links: str, register: str, told: Sequence[str], also: str = ""
) -> defaultdict[Value, list[Record]]:
    key = told[0]
    things = {id_: {**row, "label": row.get(f"label_{context.lang}")} for id_, row in _by_id(tables, register).items()}
    rows = [{**things[row[key]], **row} for row in records(tables[links], schema()[links])]
    return _grouped(rows, (*told, *([also] if also else [])))


def _grouped(rows: list[Record], told: Sequence[str]) -> defaultdict[Value, list[Record]]:
    groups: defaultdict[Value, list[Record]] = defaultdict(list)
    for row in rows:
        groups[row["event_id"]].append({name: row[name] for name in told})
    return groups


def _by_id(tables: Tables, table: str) -> dict[Value, Record]:
    rows = records(tables[table], schema()[table])
    return {next(iter(row.values())): row for row in rows}
