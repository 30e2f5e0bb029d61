"""Events as the only combination of the finders: the published briefing, contradicting headings, and evidence that holds."""

from pathlib import Path

import pytest

from loaders.reading import read_rows, read_rows_bytes

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
BRIEFINGS = sorted((ROOT / "data" / "briefings").glob("*.md"))

HOUSE = """---
quarter: 2031-Q2
organisation: SCO
chair: KZ
language: de
---
# Q2/2031 - Kasachische SCO-Präsidentschaft

## Kulturminister in Almaty, 4. Mai 2031

Am 5. Mai 2031 trafen sich die Kulturminister der SCO in Almaty.[^1] Sie beschlossen ein Programm.[^2] Das nächste Treffen ist \
für Oktober 2032 in Taschkent geplant.[^2]

## Beratung über Getreide

Der Rat kam am 31. Februar 2031 zusammen. Am 9. Juni 2031 berieten Fachleute per Videokonferenz über Getreide.[^3]

[^1]: Culture ministers meet, 6. Mai 2031, in: https://example.org/a
[^2]: Programme adopted, 6. Mai 2031, in: hhttps://example.org/b
[^3]: Grain experts, 10. Juni 2031, in: https://example.org/c
"""


@pytest.fixture(scope="module")
def house():
    return read_rows_bytes("2031-q2.md", HOUSE.encode())


@pytest.fixture(scope="module")
def published():
    if not SEEDS:
        pytest.skip("the published briefing is not here; its shape is tested with a fixture of our own words")
    return read_rows(SEEDS[0])


def told(rows, event):
    """What the rows say of one event, easy to compare."""
    key = event["event_id"]
    places = {(row["place_id"], row["role"]) for row in rows["event_places"] if row["event_id"] == key}
    return event["date_start"], event["date_end"], event["date_precision"], event["status"], places


def the_event(rows, word):
    (event,) = [event for event in rows["events"] if word in str(event["passage"])][:1]
    return event


def test_dates_places_and_status_of_each_event(house):
    events = [told(house, event) for event in house["events"]]
    assert events == [
        ("2031-05-05", "2031-05-05", "day", "occurred", {("almaty", "venue")}),
        ("2032-10-01", "2032-10-31", "month", "planned", {("tashkent", "venue")}),
        ("2031-06-09", "2031-06-09", "day", "occurred", set()),
    ]
    assert [event["is_online"] for event in house["events"]] == [False, False, True]


def test_a_contradicting_heading_yields_to_the_text_and_is_reported(house):
    (problem,) = [row for row in house["problems"] if row["code"] == "heading-date"]
    assert problem["value"] == "4. Mai 2031"
    assert problem["line"] == 9
    assert [event["is_main"] for event in house["events"]] == [True, False, True]
    assert house["events"][0]["title"] == "Kulturminister in Almaty"


def test_a_heading_says_on_which_days_of_the_month_its_event_took_place():
    text = HOUSE.replace("Am 5. Mai 2031 trafen", "Anfang Mai 2031 trafen")
    first = read_rows_bytes("2031-q2.md", text.encode())["events"][0]
    assert (first["date_start"], first["date_end"], first["date_precision"]) == ("2031-05-04", "2031-05-04", "day")


@pytest.mark.parametrize(
    ("heading", "text", "main"),
    [
        (
            "Kulturminister in Omsk, 15. Mai 2031",
            "Am 14. und 15. Mai 2031 tagten die Kulturminister. Am 15. Mai 2031 kam er.",
            [0],
        ),
        ("Kulturminister in Omsk, 15. Mai 2031", "Am 14. und 15. Mai 2031 war Messe. Am 15. Mai 2031 kam er.", [1]),
        ("Wirtschaft, April bis Juni 2031", "Am 14. Mai 2031 war Messe. Vom 1. April bis 30. Juni 2031 war es heiß.", [0]),
        ("Kurz gemeldet", "Am 14. Mai 2031 war Messe.", []),
    ],
)
def test_the_main_event_is_what_the_heading_names(heading, text, main):
    head = HOUSE.partition("## ")[0]
    events = read_rows_bytes("2031-q2.md", f"{head}## {heading}\n\n{text}\n".encode())["events"]
    assert [number for number, event in enumerate(events) if event["is_main"]] == main


LATE = """---
quarter: 2031-Q2
organisation: SCO
chair: KZ
language: de
---
# Q2/2031 - Kasachische SCO-Präsidentschaft

## Sekretariat

Am 5. Mai 2031 trafen sich die Koordinatoren der SCO in Almaty.
Am 3. August 2031 empfing der Generalsekretär den Außenminister in Peking.
Am 9. September 2031 soll ein Forum in Omsk beginnen.
"""


def test_what_is_told_as_past_after_the_quarter_keeps_its_status_and_is_reported():
    rows = read_rows_bytes("2031-q2.md", LATE.encode())
    assert [event["status"] for event in rows["events"]] == ["occurred", "occurred", "planned"]
    (problem,) = [row for row in rows["problems"] if row["code"] == "occurred-after-quarter"]
    assert (problem["value"], problem["line"], problem["severity"]) == ("3. August 2031", 12, "warning")
    assert "2031-Q2" in problem["message_en"]
    assert "2031-Q2" in problem["message_de"]


def test_every_published_event_told_as_past_after_its_quarter_is_reported():
    for path in BRIEFINGS:
        rows = read_rows(path)
        year, number = rows["briefings"][0]["quarter"].split("-Q")
        after = (int(year), int(number) * 3)
        late = [
            event
            for event in rows["events"]
            if event["status"] == "occurred" and tuple(map(int, str(event["date_start"]).split("-")[:2])) > after
        ]
        told = [row for row in rows["problems"] if row["code"] == "occurred-after-quarter"]
        assert len(told) == len(late), path.name


def test_a_date_no_calendar_has_is_reported_and_not_guessed(house):
    (problem,) = [row for row in house["problems"] if row["code"] == "date-impossible"]
    assert problem["value"] == "31. Februar 2031"
    assert not [event for event in house["events"] if str(event["date_start"]).startswith("2031-03")]


def test_a_faulty_address_is_kept_as_printed_and_mended(house):
    source = house["sources"][1]
    assert (source["url_printed"], source["url"]) == ("hhttps://example.org/b", "https://example.org/b")


def test_sources_belong_to_the_event_they_speak_for(house):
    links = [(row["event_id"][-2:], row["source_id"][-2:]) for row in house["event_sources"]]
    assert ("01", "n1") in links
    assert ("02", "n2") in links
    assert ("03", "n3") in links


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_every_quote_stands_where_its_evidence_says(path):
    rows = read_rows(path)
    texts = {row["section_id"]: str(row["text"]) for row in rows["sections"]}
    for row in rows["evidence"]:
        assert texts[row["section_id"]][row["start"] : row["end"]] == row["quote"] != ""
    evident = {row["event_id"] for row in rows["evidence"]}
    assert {row["event_id"] for row in rows["events"]} == evident


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Am 1. Januar 2021", ("2021-01-01", "2021-01-01", "day", "occurred")),
        ("in Duschanbe geplant", ("2021-09-16", "2021-09-17", "day", "planned")),
        ("Am 25. März 2021", ("2021-03-25", "2021-03-25", "day", "occurred")),
        ("Am 12. Januar 2021", ("2021-01-12", "2021-01-12", "day", "occurred")),
        ("in Chongqing stattfinden", ("2021-01-01", "2021-12-31", "year", "planned")),
        ("Am 22. März 2021", ("2021-03-22", "2021-03-22", "day", "occurred")),
        ("eWTP", ("2017-01-01", "2017-12-31", "year", "occurred")),
    ],
)
def test_the_published_briefing_gives_its_seven_events(published, word, expected):
    assert told(published, the_event(published, word))[:4] == expected


def test_the_published_briefing_gives_its_places_and_types(published):
    places = {word: told(published, the_event(published, word))[4] for word in ("in Duschanbe geplant", "in Chongqing", "eWTP")}
    assert ("dushanbe", "venue") in places["in Duschanbe geplant"]
    assert ("chongqing", "venue") in places["in Chongqing"]
    assert places["eWTP"] == {(place, "mention") for place in ("belgium", "malaysia", "rwanda", "ethiopia")}
    types = [event["event_type"] for event in published["events"]]
    assert types[0] == "chairmanship"
    assert types[1] == "summit"
    assert "resolution" in types


def test_the_published_briefing_has_three_faults(published):
    faults = sorted((row["code"], row["value"]) for row in published["problems"] if row["severity"] != "info")
    assert [code for code, _ in faults] == ["address-mended", "document-number-address", "source-date-conflict"]
