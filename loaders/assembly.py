"""Brings the rows of all briefings together: corrections, chains, the dimension tables, and frames as the contract says."""

from collections.abc import Iterable, Mapping

import pandas as pd

from loaders.chains import link_chains
from loaders.corrections import apply_corrections
from loaders.rows import Rows
from loaders.tables import TableError, broken_rules, frame, schema
from loaders.vocabulary import Row, Vocabulary

# Tables that are vocabularies as they stand, with the columns the contract names.
_DIMENSIONS = (
    "topics", "topic_families", "organisations", "memberships", "chairmanships", "ewtp_hubs", "event_types", "statuses",
    "event_series", "date_precisions", "place_roles", "actor_kinds", "membership_roles", "chain_outcomes", "problem_codes",
)  # fmt: skip


def assemble(briefings: Iterable[Rows], vocabulary: Vocabulary, corrected: bool = True) -> dict[str, pd.DataFrame]:
    """All tables of the contract, typed and checked, with the corrections by hand unless not `corrected`.

    Raises TableError where a rule of the contract is broken.
    """
    rows = _joined(briefings)
    rows, obsolete = apply_corrections(rows, vocabulary.rows("corrections") if corrected else ())
    rows["problems"] += _obsolete_rows(rows, obsolete, vocabulary)
    rows |= {table: [dict(row) for row in vocabulary.rows(table)] for table in _DIMENSIONS}
    rows["places"] = _with_new(vocabulary.rows("places"), rows["places"], "place_id")
    rows["actors"] = _with_new(({**row, "is_new": "0"} for row in vocabulary.rows("actors")), rows["actors"], "actor_id")
    linked = link_chains(rows, vocabulary)
    rows |= {"chains": linked.chains, "chain_links": linked.links}
    for event in rows["events"]:
        event["chain_id"] = linked.members.get(str(event["event_id"]), "")
    frames = {table: frame(table, rows[table]) for table in schema()}
    faults = broken_rules(frames)
    if faults:
        raise TableError("the tables break the contract:\n  " + "\n  ".join(faults))
    return frames


def _joined(briefings: Iterable[Rows]) -> Rows:
    tables: Rows = {}
    for rows in briefings:
        for table, entries in rows.items():
            tables.setdefault(table, []).extend(dict(entry) for entry in entries)
    return {table: tables.get(table, []) for table in schema()} | tables


def _with_new(known: Iterable[Mapping[str, object]], new: Iterable[Mapping[str, object]], key: str) -> list[dict[str, object]]:
    rows = {row[key]: dict(row) for row in known}
    for row in new:
        rows.setdefault(row[key], dict(row))
    return list(rows.values())


def _obsolete_rows(rows: Rows, obsolete: Iterable[Row], vocabulary: Vocabulary) -> list[dict[str, object]]:
    (code,) = [row for row in vocabulary.rows("problem_codes") if row["problem_code_id"] == "correction-obsolete"]
    briefings = {str(row["briefing_id"]) for row in rows["briefings"]}
    found: list[dict[str, object]] = []
    for correction in obsolete:
        briefing_id = correction["event_id"].rpartition("-")[0]
        if briefing_id not in briefings:
            continue  # the correction waits for a briefing that is not in this folder
        fields = {"value": correction["was"], **correction}
        found.append(
            {
                "problem_id": f"{briefing_id}-c{len(found) + 1}",
                "briefing_id": briefing_id,
                "code": "correction-obsolete",
                "value": correction["was"],
                "message_de": code["message_de"].format(**fields),
                "message_en": code["message_en"].format(**fields),
                "severity": code["severity"],
            }
        )
    return found
