"""`python -m tests.benchmarks.app_speed [--events N]`: from a filter change to the redrawn view, in a browser, in milliseconds.

Starts the application on the bundled data, or on that data told again until it has N events; opens each page once, then chooses
a year by its pill and takes it off again, several times, and waits until the number of events in the head has changed and
nothing runs any more. Prints the time until the server is ready, and for each page the first drawing and the median of the
changes.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dashboard.__main__ import server_command
from tests.browser.conftest import CHROMIUMS
from tests.many import write_many

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ("timeline", "map", "topics", "actors", "events")
DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
CHANGES = 6


@contextmanager
def running(tables: str = "") -> Iterator[tuple[str, float]]:
    """The address of a fresh server on a folder of tables, and the seconds until it was ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    command = [sys.executable, *server_command("127.0.0.1", port)]
    environment = os.environ | ({"SCO_TABLES": tables} if tables else {})
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                urllib.request.urlopen(f"{address}/readyz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address, time.perf_counter() - start
    finally:
        process.terminate()
        process.wait(timeout=20)


def opened(page: Page, address: str) -> float:
    """Milliseconds until a page is drawn."""
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .main-svg, ol.events li", timeout=60_000)
    page.wait_for_selector(DONE, timeout=60_000)
    return 1000 * (time.perf_counter() - start)


def changed(page: Page) -> float:
    """Milliseconds from the click on a year to the chart drawn for it."""
    page.evaluate(
        """() => { window.drawn = false; const plot = document.querySelector('.js-plotly-plot, ol.events')?.parentElement;
            new MutationObserver(() => { window.drawn = true; })
                .observe(plot, { childList: true, subtree: true }); }"""
    )
    start = time.perf_counter()
    page.locator("section[data-testid='stSidebar'] button", has_text="2021").first.click()
    page.wait_for_function("() => window.drawn", timeout=60_000)
    page.wait_for_selector(DONE, timeout=60_000)
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=0, help="at least so many events")
    count = options.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        measure(str(write_many(count, Path(folder))) if count else "")


def measure(tables: str) -> None:
    """Prints the times on a folder of tables; the empty word means the bundled ones."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    with running(tables) as (address, ready), sync_playwright() as playwright:
        print(f"server ready     {ready:8.1f} s")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        for name in PAGES:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            first = opened(page, f"{address}/{name}?lang=en")
            page.wait_for_timeout(1000)
            times = []
            for _ in range(CHANGES):
                times.append(changed(page))
                page.wait_for_timeout(700)
            print(f"{name:16} {first:8.0f} ms first, {statistics.median(times):6.0f} ms a change (median of {CHANGES})")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
