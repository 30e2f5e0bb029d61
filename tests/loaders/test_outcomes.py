"""Outcomes told without a date of their own, and lists of results."""

import pytest

from loaders.outcomes import find_outcomes
from loaders.reading import read_rows_bytes
from loaders.vocabulary import default

ROWS = [row for row in default().rows("event_outcomes") if row["example"]]


def briefing(text, language="de", heading="Gipfel in Omsk, 3. und 4. Mai 2031"):
    head = f"---\nquarter: 2031-Q2\norganisation: SCO\nchair: KZ\nlanguage: {language}\n---\n# Q2/2031\n\n## {heading}\n\n"
    return read_rows_bytes("2031-q2.md", (head + text + "\n").encode())


def events(text, language="de"):
    return [(row["date_start"], row["date_end"], row["title"]) for row in briefing(text, language)["events"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"][:40])
def test_each_row_finds_its_example(row):
    month, day = ("August", "2031-08-03") if row["tense"] == "future" else ("April", "2031-04-03")
    first = {"de": f"Der Rat tagt am 3. {month} 2031", "en": f"The council meets on 3 {month} 2031"}[row["language"]]
    example = row["example"]
    text = first + (example if example[0] in ",;" else f". {example}")
    found = events(text, row["language"])
    assert [start for start, *_ in found] == [day, day], found


def test_an_outcome_takes_the_date_and_the_venue_of_its_event():
    rows = briefing(
        "Am 3. und 4. Mai 2031 tagte der Rat in Omsk. Am Rande schlossen Indien und China ein Abkommen. Er riet zu Geduld."
    )
    first, second = rows["events"]
    assert (second["date_start"], second["date_end"]) == (first["date_start"], first["date_end"])
    venues = {(row["event_id"], row["place_id"]) for row in rows["event_places"] if row["role"] == "venue"}
    assert len(venues) == 2
    (evidence,) = [row for row in rows["evidence"] if row["event_id"] == second["event_id"] and row["field"] == "date"]
    assert evidence["quote"] == "3. und 4. Mai 2031"


def test_who_takes_an_office_over_does_so_nowhere():
    rows = briefing("Am 3. und 4. Mai 2031 tagte der Rat in Omsk. Den Vorsitz übernahm Indien.")
    assert [row["event_id"] for row in rows["event_places"] if row["role"] == "venue"] == [rows["events"][0]["event_id"]]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai 2031 tagte der Rat. Sie unterzeichneten ein Protokoll und lobten Indien.",
        "Am 3. Mai 2031 tagte der Rat. Im Mittelpunkt stand die Präsidentschaft, die Indien zuvor übernommen hatte.",
        "Am 3. Mai 2031 tagte der Rat. Indien will den Vorsitz übernehmen.",
        "Am 3. Mai 2031 tagte der Rat. Den Vorsitz der Sitzung übernahm Indien.",
        "Am 3. Mai 2031 übernahm Indien den Vorsitz. Den Vorsitz übernahm es gern.",
        "Den Vorsitz übernahm Indien am 3. Mai 2031.",
    ],
)
def test_what_is_no_outcome(text):
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat tagte am 10. Mai 2031; getagt hatte er auch 2019. Den Vorsitz übernahm Indien.", "de"),
        ("The council met on 10 May 2031, as it had in 2019. India took over the chairmanship.", "en"),
    ],
)
def test_what_is_looked_back_to_brings_nothing_about(text, language):
    assert "2031-05-10" in [start for start, _, title in events(text, language) if "Indien" in title or "India" in title]


def test_there_means_where_the_last_event_was():
    found = events("Der Rat tagte am 10. Mai 2031. Der Beirat war am 2. April 2031 da. Indien übergab dort den Vorsitz.")
    assert found[-1][0] == "2031-04-02"


def test_results_in_a_list_are_events_of_the_day_that_heads_it():
    text = (
        "Am 3. und 4. Mai 2031 tagte der Rat in Omsk. Die Ergebnisse des zweiten Tages:\n\n"
        "- Eine Bank entsteht.\n- Die Preise sinken, und am 9. Juni 2031 öffnet ein Markt.\n\nDanach reisten alle ab."
    )
    assert [start for start, *_ in events(text)] == ["2031-05-03", "2031-05-04", "2031-05-04", "2031-06-09"]


def test_a_list_of_anything_else_tells_no_events():
    text = "Am 3. Mai 2031 tagte der Rat in Omsk. Es sprachen:\n\n- Ein Minister aus Indien.\n- Ein Gast."
    assert len(events(text)) == 1


def test_without_dates_there_is_nothing_to_come_of():
    assert find_outcomes(None, [], [], default()) == []
