"""A small, whole set of tables made by hand: two briefings, a chain of two, an online event, a broken footnote."""

from dashboard.filters.selection import Selection
from dashboard.view import View
from loaders.tables import Tables, frame, schema
from loaders.vocabulary import default

TEXT_1 = "Der Gipfel in Duschanbe ist für den 16. und 17. September 2021 geplant. Noch 2021 soll ein <Forum> & mehr folgen."
TEXT_2 = "Am 17. September 2021 fand der Gipfel in Duschanbe statt.\n\nAm 3. März 2021 tagte der Rat online."
TEXT_3 = "Ein Abschnitt ohne jede Zeitangabe."


def small_tables(**more: list[dict]) -> Tables:
    """The tables; rows given by table name replace those of that table."""
    rows = {
        "briefings": [
            {
                "briefing_id": "2021-q1",
                "quarter": "2021-Q1",
                "title": "Q1/2021",
                "chair_code": "TJ",
                "language": "de",
                "file": "a.md",
                "sha256": "0",
            },
            {"briefing_id": "2021-q3", "quarter": "2021-Q3", "title": "Q3/2021", "language": "de", "file": "b.md", "sha256": "1"},
        ],
        "sections": [
            {"section_id": "2021-q1-s1", "briefing_id": "2021-q1", "section_no": 1, "heading": "Der Gipfel", "text": TEXT_1},
            {"section_id": "2021-q3-s1", "briefing_id": "2021-q3", "section_no": 1, "heading": "Rückblick", "text": TEXT_2},
            {"section_id": "2021-q3-s2", "briefing_id": "2021-q3", "section_no": 2, "heading": "Sonst", "text": TEXT_3},
        ],
        "events": [
            _event(
                "2021-q1-01",
                "Gipfel in Duschanbe",
                TEXT_1[:70],
                "2021-09-16",
                "2021-09-17",
                "day",
                "planned",
                "summit",
                "c1",
                "16. und 17. September 2021",
            ),
            _event("2021-q1-02", "Forum", TEXT_1[71:], "2021-01-01", "2021-12-31", "year", "planned", "conference", "", "2021"),
            _event(
                "2021-q3-01",
                "Gipfel",
                TEXT_2[:57],
                "2021-09-17",
                "2021-09-17",
                "day",
                "occurred",
                "summit",
                "c1",
                "17. September 2021",
            ),
            _event(
                "2021-q3-02",
                "Rat",
                TEXT_2[59:],
                "2021-03-03",
                "2021-03-03",
                "day",
                "occurred",
                "meeting",
                "",
                "3. März 2021",
                True,
            ),
        ],
        "event_places": [
            {"event_id": "2021-q1-01", "place_id": "dushanbe", "role": "venue"},
            {"event_id": "2021-q3-01", "place_id": "dushanbe", "role": "venue"},
            {"event_id": "2021-q1-02", "place_id": "nowhere", "role": "mention"},
        ],
        "event_topics": [
            {"event_id": "2021-q1-01", "topic_id": "institution"},
            {"event_id": "2021-q3-01", "topic_id": "institution"},
            {"event_id": "2021-q3-02", "topic_id": "trade"},
        ],
        "event_actors": [{"event_id": "2021-q3-02", "actor_id": "rat"}],
        "event_sources": [{"event_id": "2021-q1-01", "source_id": "2021-q1-n1"}],
        "evidence": [
            _evidence("2021-q1-01", "place", "dushanbe", "2021-q1-s1", "Duschanbe", TEXT_1),
            _evidence("2021-q1-01", "status", "planned", "2021-q1-s1", "geplant", TEXT_1),
            {
                "event_id": "2021-q1-01",
                "field": "date",
                "value": "x",
                "section_id": "2021-q1-s1",
                "start": 0,
                "end": 3,
                "quote": "Das",
            },
        ],
        "footnote_marks": [
            {"section_id": "2021-q1-s1", "position": 71, "number": "1", "source_id": "2021-q1-n1"},
            {"section_id": "2021-q1-s1", "position": 71, "number": "9", "source_id": ""},
        ],
        "sources": [
            {
                "source_id": "2021-q1-n1",
                "briefing_id": "2021-q1",
                "number": "1",
                "text": "A <b>, in: hhttp://a.example",
                "title": "A <b>",
                "date": "2021-03-02",
                "url_printed": "hhttp://a.example",
                "url": "http://a.example",
                "language": "en",
            },
            {
                "source_id": "2021-q1-n2",
                "briefing_id": "2021-q1",
                "number": "2",
                "text": "javascript",
                "url": "javascript:alert(1)",
            },
        ],
        "chains": [
            {
                "chain_id": "c1",
                "title": "Gipfel",
                "first_announced": "2021-q1",
                "outcome": "held",
            }
        ],
        "chain_links": [
            {
                "chain_id": "c1",
                "event_id": "2021-q3-01",
                "joined_to": "2021-q1-01",
                "reason_de": "gleiche Reihe: Gipfel",
                "reason_en": "same series: summit",
            }
        ],
        "problems": [
            {
                "problem_id": "p1",
                "briefing_id": "2021-q1",
                "section_no": 1,
                "line": 12,
                "code": "address-scheme",
                "value": "hhttp",
                "message_de": "Adresse",
                "message_en": "Address",
                "severity": "warning",
            },
        ],
        "places": [
            {
                "place_id": "dushanbe",
                "label_de": "Duschanbe",
                "label_en": "Dushanbe",
                "country_code": "TJ",
                "latitude": 38.5,
                "longitude": 68.8,
                "kind": "city",
            },
            {"place_id": "nowhere", "label_de": "Irgendwo", "label_en": "Somewhere", "kind": "city"},
        ],
        "actors": [{"actor_id": "rat", "label_de": "Rat", "label_en": "Council", "kind": "body", "is_new": True}],
        **{
            name: list(default().rows(name))
            for name in (
                "topics",
                "topic_families",
                "statuses",
                "event_types",
                "date_precisions",
                "place_roles",
                "chain_outcomes",
                "organisations",
            )
        },
        **more,
    }
    return Tables({name: frame(name, rows.get(name, [])) for name in schema()}, "small")


def small_view(page: str = "", tables: Tables | None = None, **selection: object) -> View:
    """A view on the small tables under a selection."""
    everything = tables or small_tables()
    chosen = Selection(**selection)
    return View(everything, chosen.apply(everything), chosen, page=page)


def _event(event_id, title, passage, start, end, precision, status, type_, chain, date_text, online=False):
    return {
        "event_id": event_id, "briefing_id": event_id[:7], "section_no": 1, "is_main": event_id.endswith("01"), "title": title,
        "passage": passage, "date_text": date_text, "date_start": start, "date_end": end, "date_precision": precision,
        "status": status, "event_type": type_, "is_online": online, "chain_id": chain,
    }  # fmt: skip


def _evidence(event_id, field, value, section_id, quote, text):
    start = text.index(quote)
    return {
        "event_id": event_id,
        "field": field,
        "value": value,
        "section_id": section_id,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
    }
