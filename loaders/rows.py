"""Turns what was found in one briefing into rows of the tidy tables: plain text and numbers, ready for CSV or JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from loaders.chains.clues import clue_rows
from loaders.document import Briefing, Problem
from loaders.event import Event
from loaders.sources.finding import Source
from loaders.vocabulary import Vocabulary

Rows = dict[str, list[dict[str, object]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one briefing gives. `places` and `actors` are rows of what its text adds to the vocabularies."""

    briefing: Briefing
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    places: tuple[Mapping[str, object], ...] = ()
    actors: tuple[Mapping[str, object], ...] = ()


def rows_of(reading: Reading, vocabulary: Vocabulary) -> Rows:
    """The rows of one briefing by table; every value is text, a number or a truth value.

    Besides the tables of the contract there is `chain_clues` (`chains.clues`), whose values may be lists and mappings.
    """
    briefing, events = reading.briefing, reading.events
    known = {source.number: source.source_id for source in reading.sources}
    return {
        "briefings": [_briefing_row(briefing)],
        "sections": [_section_row(briefing, number) for number in range(len(briefing.sections))],
        "footnote_marks": [
            {
                "section_id": section_id(briefing, section.number),
                "position": mark.offset,
                "number": mark.number,
                "source_id": known.get(mark.number, ""),
            }
            for section in briefing.sections
            for mark in section.marks
        ],
        "events": [_event_row(briefing, event) for event in events],
        "event_places": [
            {"event_id": event.event_id, "place_id": place, "role": role} for event in events for place, role in event.places
        ],
        "event_topics": _links(events, "topic_id", [event.topics for event in events]),
        "event_actors": _links(events, "actor_id", [event.actors for event in events]),
        "event_sources": _links(events, "source_id", [event.sources for event in events]),
        "evidence": list(chain.from_iterable(_evidence_rows(briefing, event) for event in events)),
        "sources": [_source_row(briefing, source) for source in reading.sources],
        "chain_clues": clue_rows(briefing, events, vocabulary),
        "problems": problem_rows(briefing, reading.problems, vocabulary),
        "places": [dict(row) for row in reading.places],
        "actors": [dict(row) for row in reading.actors],
    }


def section_id(briefing: Briefing, number: int) -> str:
    """'2021-q1-s3': stable while the order of the sections is."""
    return f"{briefing.briefing_id}-s{number}"


def problem_rows(briefing: Briefing, problems: Iterable[Problem], vocabulary: Vocabulary) -> list[dict[str, object]]:
    """One row a problem, in order of the file, with the message of its code filled in for both languages."""
    codes = {row["problem_code_id"]: row for row in vocabulary.rows("problem_codes")}
    return [_problem_row(briefing, problem, codes[problem.code], id_) for id_, problem in numbered(briefing, problems).items()]


def numbered(briefing: Briefing, problems: Iterable[Problem]) -> dict[str, Problem]:
    """The problems in order of the file, each once, by the id of its row."""
    ordered = sorted(set(problems), key=lambda problem: (problem.line, problem.section_no or 0, problem.code, problem.value))
    return {f"{briefing.briefing_id}-p{number}": problem for number, problem in enumerate(ordered, 1)}


def _problem_row(briefing: Briefing, problem: Problem, code: dict[str, str], problem_id: str) -> dict[str, object]:
    fields = {"file": briefing.file, "line": problem.line, "value": problem.value, **dict(problem.details)}
    return {
        "problem_id": problem_id,
        "briefing_id": briefing.briefing_id,
        "section_no": "" if problem.section_no is None else problem.section_no,
        "line": problem.line or "",
        "code": problem.code,
        "value": problem.value,
        "message_de": code["message_de"].format(**fields),
        "message_en": code["message_en"].format(**fields),
        "severity": code["severity"],
    }


def _briefing_row(briefing: Briefing) -> dict[str, object]:
    columns = ("briefing_id", "quarter", "title", "organisation_id", "chair_code", "language", "file", "sha256")
    return {column: getattr(briefing, column) for column in columns}


def _section_row(briefing: Briefing, index: int) -> dict[str, object]:
    section = briefing.sections[index]
    return {
        "section_id": section_id(briefing, section.number),
        "briefing_id": briefing.briefing_id,
        "section_no": section.number,
        "heading": section.heading,
        "text": section.text,
    }


def _event_row(briefing: Briefing, event: Event) -> dict[str, object]:
    return {
        "event_id": event.event_id,
        "briefing_id": briefing.briefing_id,
        "section_no": event.section.number,
        "is_main": event.passage.is_main,
        "title": event.title,
        "passage": event.passage.sentence,
        "date_text": event.passage.date_text,
        "date_start": event.period.start.isoformat(),
        "date_end": event.period.end.isoformat(),
        "date_precision": event.period.precision,
        "date_edtf": event.period.edtf,
        "status": event.status,
        "event_type": event.event_type,
        "is_online": event.is_online,
        "chain_id": "",
    }


def _links(events: Sequence[Event], column: str, values: Sequence[Sequence[str]]) -> list[dict[str, object]]:
    return [{"event_id": event.event_id, column: value} for event, ids in zip(events, values, strict=True) for value in ids]


def _evidence_rows(briefing: Briefing, event: Event) -> list[dict[str, object]]:
    event_id, section, text = event.event_id, section_id(briefing, event.section.number), event.section.text
    return [
        {
            "event_id": event_id,
            "field": field,
            "value": value,
            "section_id": section,
            "start": start,
            "end": end,
            "quote": text[start:end],
        }
        for field, value, start, end in event.evidence
    ]


def _source_row(briefing: Briefing, source: Source) -> dict[str, object]:
    return {
        "briefing_id": briefing.briefing_id,
        "source_id": source.source_id,
        "number": source.number,
        "text": source.text,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url_printed": source.url_printed,
        "url": source.url,
        "language": source.language,
    }
