"""What an analyst does: take the selection along, copy its address, read it with the program shown."""

import contextlib
import csv
import io
import json
import shutil
import subprocess
import urllib.request

import pytest

from dashboard.exports import all_exports

QUERY = "quarter=2021-Q1,2021-Q2&status=planned,occurred&lang=de"


def fetched(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read(), answer.headers


def ids(content):
    return [row["event_id"] for row in csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))]


@pytest.mark.parametrize("page", ["data", "events"])
def test_the_file_the_address_and_the_page_agree(view, page):
    view.open(f"{page}?{QUERY}")
    if page == "events":
        view.page.locator("summary", has_text="Diese Ereignisse herunterladen").click()
    with view.page.expect_download() as download:
        view.page.locator(".st-key-take_csv button").click()
    taken = ids(download.value.path().read_bytes())
    assert len(taken) == view.count() > 0
    assert download.value.suggested_filename.startswith("sco-events-2021-Q1_2021-Q2")
    address = view.page.locator(".st-key-slice_shown code").inner_text()
    assert address.startswith(f"{view.server}/slice.csv?")
    content, headers = fetched(address)
    assert ids(content) == taken
    assert headers["X-Notices"] is None


def test_every_format_is_made_on_a_click(view):
    view.open(f"data?{QUERY}")
    for export in all_exports():
        with view.page.expect_download() as download:
            view.page.locator(f".st-key-take_{export.ID} button").click()
        assert download.value.suggested_filename.endswith(f".{export.SUFFIX}")
        assert download.value.path().stat().st_size > 0
    assert view.faults == []


def test_planned_events_without_a_day_stand_beside_the_calendar(view):
    view.open("data?status=planned&lang=en")
    box = view.page.locator(".st-key-formats details")
    number = int("".join(filter(str.isdigit, box.locator("summary").inner_text())))
    box.locator("summary").click()
    assert box.locator("li a").count() == number > 0
    calendar, _ = fetched(f"{view.server}/slice.ics?status=planned&lang=en")
    listed = calendar.replace(b"\r\n ", b"").partition(b"not entered:")[2].partition(b"\r\n")[0]
    assert listed.count(b"\\n- ") == number


def test_the_address_follows_format_and_table(view):
    view.open(f"data?{QUERY}")
    field = view.page.locator(".st-key-address_table input")
    field.click()
    field.press_sequentially("event_pl")
    view.page.locator('[role="option"]', has_text="event_places").click()
    view.settled()
    address = view.page.locator(".st-key-slice_shown code").inner_text()
    assert address.startswith(f"{view.server}/slice.csv?table=event_places&")
    shown = {row["event_id"] for row in json.loads(fetched(address.replace(".csv", ".json"))[0])["rows"]}
    assert shown <= set(ids(fetched(f"{view.server}/slice.csv?{QUERY}")[0]))


def test_the_pandas_program_on_the_page_runs(view):
    view.open(f"data?{QUERY}")
    names = {}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(view.page.locator("code", has_text="import pandas").inner_text(), names)
    assert len(names["events"]) == view.count()
    assert "2021-Q1" in printed.getvalue()


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed here")
def test_the_r_program_on_the_page_runs(view):
    view.open(f"data?{QUERY}")
    program = view.page.locator("code", has_text="read.csv(").inner_text()
    told = "\ncat('dates', class(events$date_start), 'rows', nrow(events))"
    done = subprocess.run(["Rscript", "-e", program + told], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.endswith(f"dates Date rows {view.count()}")
    assert "2021-Q1" in done.stdout
