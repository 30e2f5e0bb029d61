"""One server and one Chromium for all browser tests; a page that records what it asks for and what goes wrong."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dashboard.__main__ import server_command

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Asked by the page itself at each frame it draws: a loaded machine draws few of them, and then the wait is longer. At first the
# state is "notRunning" too, before the page's script has begun; and while a part of the page is loaded, what stands beside it is
# hidden: so the heading has to be seen.
SETTLED = """(wait) => {
    if (window.waited !== wait) { window.waited = wait; window.quiet = { frames: 0, since: performance.now() }; }
    const app = document.querySelector('[data-testid="stApp"]')?.dataset;
    const isDrawn = Boolean(document.querySelector('[data-testid="stMain"] h1')?.getClientRects().length);
    if (!isDrawn || app?.testScriptState !== 'notRunning' || app.testConnectionState !== 'CONNECTED') {
        window.quiet = { frames: 0, since: performance.now() };
    }
    window.quiet.frames += 1;
    return window.quiet.frames > 15 && performance.now() - window.quiet.since > 300;
}"""
_VIOLATIONS = (
    "window.violations = []; document.addEventListener('securitypolicyviolation', (e) => window.violations.push(e.blockedURI));"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs a browser test that fails once more: a loaded machine can be late. The summary names it all the same."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of the application on the project's own data."""
    with started() as address:
        yield address


@contextmanager
def started(**more: str) -> Iterator[str]:
    """The address of an application with these environment variables beside the usual ones."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")} | more
    process = subprocess.Popen([sys.executable, *server_command("127.0.0.1", port)], cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(f"{address}/readyz", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_ready(address: str, process: subprocess.Popen) -> None:
    for _ in range(300):
        assert process.poll() is None, "the server stopped while it started"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer within a minute")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of the system, else the one that `playwright install chromium` has put there."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@dataclass
class View:
    """A browser page of the application, with every address it asked for and every fault it told of."""

    page: Page
    server: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    waits: int = 0

    def open(self, path: str) -> "View":
        """Opens a path and waits until the application has drawn it."""
        self.page.goto(f"{self.server}/{path}")
        return self.settled()

    def settled(self) -> "View":
        """Waits until the page is drawn and nothing runs any more."""
        self.waits += 1
        self.page.wait_for_function(SETTLED, arg=self.waits, polling="raf", timeout=60_000)
        return self

    def headline(self) -> str:
        """The number of events and the filter in words."""
        return self.page.locator(".st-key-head p.filter").inner_text()

    def count(self) -> int:
        """The number of events in the head."""
        return int("".join(filter(str.isdigit, self.page.locator(".st-key-head p.filter strong").inner_text())))

    def chips(self) -> list[str]:
        return self.page.locator(".st-key-chips button p").all_inner_texts()

    @property
    def query(self) -> str:
        return self.page.evaluate("decodeURIComponent(location.search)")

    def outside_requests(self) -> list[str]:
        return [url for url in self.requests if not url.startswith((self.server, "data:", "blob:"))]


def watched(context: BrowserContext, server: str) -> View:
    """A new page of the context that keeps what it asks for and every fault, the policy's included."""
    context.add_init_script(_VIOLATIONS)
    view = View(context.new_page(), server)
    # Of the context, so that workers and frames are seen too.
    context.on("request", lambda request: view.requests.append(request.url))
    view.page.on("websocket", lambda socket_: view.requests.append(socket_.url.replace("ws://", "http://")))
    view.page.on("console", lambda message: view.faults.append(message.text) if message.type == "error" else None)
    view.page.on("pageerror", lambda error: view.faults.append(str(error)))
    return view


@pytest.fixture
def view(browser: Browser, server: str) -> Iterator[View]:
    """A desktop window."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="de-DE", permissions=["clipboard-read", "clipboard-write"]
    )
    yield watched(context, server)
    context.close()


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[View]:
    """A phone held upright."""
    agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, user_agent=agent, locale="de-DE"
    )
    yield watched(context, server)
    context.close()
