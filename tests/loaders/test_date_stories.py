"""Short paragraphs in every form a date takes, each with the events that a careful reader finds: `date_stories.csv`.

`times` are the times of the events in EDTF, in order of the text, `problems` the codes of what has to be reported of its dates.
"""

import csv
from pathlib import Path

import pytest

from loaders.reading import read_rows_bytes
from loaders.rows import Rows

STORIES = Path(__file__).with_name("date_stories.csv")
WITHOUT_HEADING = {"de": "Kurz gemeldet", "en": "In brief"}


def stories():
    with STORIES.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


def read(language: str, quarter: str, heading: str, text: str) -> Rows:
    head = f"---\nquarter: {quarter}\norganisation: SCO\nchair: IN\nlanguage: {language}\n---\n# {quarter}\n\n"
    section = f"## {heading or WITHOUT_HEADING[language]}\n\n{text}\n"
    return read_rows_bytes("briefing.md", (head + section).encode())


@pytest.mark.parametrize(("language", "quarter", "heading", "text", "times", "problems"), stories())
def test_finds_the_events_of_a_paragraph_and_reports_its_faults(language, quarter, heading, text, times, problems):
    rows = read(language, quarter, heading, text)
    assert [event["date_edtf"] for event in rows["events"]] == times.split()
    assert [problem["code"] for problem in rows["problems"] if str(problem["code"]).startswith("date-")] == problems.split()


def test_both_languages_are_told_alike():
    languages = [story[0] for story in stories()]
    assert 0.4 < languages.count("en") / len(languages) < 0.6
