"""One warm headless Chromium for everything that must be drawn on the server, or the reason why there is none.

Started at the first use and kept; Kaleido (plotly's own exporter) drives it. It can reach no network, whatever a page asks for.
"""

import asyncio
import atexit
import base64
import json
import logging
import os
import tempfile
import threading
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from dashboard.language import Text
from dashboard.sharing.fonts import FAMILY, font_face

VARIABLE = "SCO_CHROMIUM"  # path of a Chromium; 'none' to do without
SECONDS = 60  # for one picture
NO_CHROMIUM = Text(
    de="Auf diesem Server ist kein Chromium eingerichtet; Bilder und PDF lassen sich hier nicht erzeugen.",
    en="No Chromium is set up on this server; pictures and PDF cannot be made here.",
)
FAILED = Text(
    de="Das Bild ließ sich nicht erzeugen; versuchen Sie es noch einmal.",
    en="The picture could not be made; please try again.",
)
BUSY = Text(
    de="Gerade entstehen viele Bilder. Versuchen Sie es in einer Minute noch einmal.",
    en="Many pictures are being made just now. Try again in a minute.",
)
_MOST_WAITING = 8  # pictures in turn; more would keep the server's threads from other readers
_DEAD_PROXY = "127.0.0.1:1"  # nothing listens there: the browser is to load nothing from outside
_T = TypeVar("_T")
_log = logging.getLogger("dashboard")


class PictureError(Exception):
    """A picture or PDF could not be made; `text` says why, in the reader's language."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def why_not() -> Text | None:
    """Why no picture can be made on this server, None if one can."""
    return None if _path() else NO_CHROMIUM


def required() -> None:
    """Raises PictureError where there is no Chromium, before anything is drawn in vain."""
    reason = why_not()
    if reason:
        raise PictureError(reason)


def svg(figure: Mapping[str, Any], width: int, height: int) -> str:
    """A plotly figure (as a dict) as SVG of that many CSS pixels, laid out with the font of the page. Raises PictureError."""

    async def draw(kaleido: Any) -> bytes:
        return await kaleido.calc_fig(dict(figure), opts={"format": "svg", "width": width, "height": height})

    return _do(draw).decode()


def pdf(html: str) -> bytes:
    """A whole HTML page as PDF; its style sheet says the size of the paper. Raises PictureError.

    A page that draws by script sets `window.drawn` to a promise.
    """

    async def draw(tab: Any) -> bytes:
        settings = {
            "printBackground": True,
            "preferCSSPageSize": True,
            "generateTaggedPDF": True,
            "generateDocumentOutline": True,
        }
        return base64.b64decode((await _ask(tab, "Page.printToPDF", settings))["data"])

    return _do(lambda kaleido: _on_page(kaleido, html, draw))


def png(html: str, width: int, height: int, scale: float = 2) -> bytes:
    """A whole HTML page as PNG of `width` by `height` CSS pixels, `scale` times as many in the picture. Raises PictureError."""

    async def draw(tab: Any) -> bytes:
        area = {"x": 0, "y": 0, "width": width, "height": height, "scale": scale}
        settings = {"format": "png", "clip": area, "captureBeyondViewport": True}
        return base64.b64decode((await _ask(tab, "Page.captureScreenshot", settings))["data"])

    return _do(lambda kaleido: _on_page(kaleido, html, draw))


async def _on_page(kaleido: Any, html: str, draw: Callable[[Any], Awaitable[bytes]]) -> bytes:
    """Draws a page in a tab of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(html, encoding="utf-8")
        tab = await kaleido.create_tab("", window=True)
        try:
            await _ask(tab, "Page.enable")
            loaded = tab.subscribe_once("Page.loadEventFired")
            await _ask(tab, "Page.navigate", {"url": path.as_uri()})
            await loaded
            await _ask(tab, "Runtime.evaluate", {"expression": _READY, "awaitPromise": True})
            return await draw(tab)
        finally:
            await tab.close()


_READY = "Promise.all([window.drawn, document.fonts.ready])"


async def _ask(tab: Any, command: str, settings: Mapping[str, Any] | None = None) -> dict[str, Any]:
    answer = await tab.send_command(command, params=dict(settings or {}))
    if "error" in answer or "exceptionDetails" in answer.get("result", {}):
        raise RuntimeError(f"{command}: {json.dumps(answer)[:500]}")
    result: dict[str, Any] = answer["result"]
    return result


def _path() -> str:
    """The Chromium to use: the one of the environment, else the first that is found; '' for none."""
    asked = os.environ.get(VARIABLE, "")
    if asked:
        return asked if Path(asked).is_file() else ""
    return _found()


@cache
def _found() -> str:
    try:
        from choreographer.browsers.chromium import Chromium
    except ImportError:
        return ""
    return Chromium.find_browser(skip_local=False) or ""


class _Page:
    """The page in which plotly draws: kaleido's own, with our font, and without MathJax, which it would fetch from outside."""

    def generate_index(self) -> str:
        from kaleido import PageGenerator

        page = PageGenerator(mathjax=False)
        page.header = page.header.replace("<title>", f"<style>{font_face()}</style><title>")
        wait = (
            "{ const draw = kaleido_scopes.plotly; kaleido_scopes.plotly = (...args) => "
            f"document.fonts.load('16px \"{FAMILY}\"').then(() => draw(...args)); }}"
        )
        page.footer = page.footer.replace("</head>", f"<script>{wait}</script></head>")
        return str(page.generate_index())


class _Warm:
    """The browser, living in an event loop of its own thread."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True, name="chromium").start()
        self.kaleido: Any = None
        self.turn = threading.Lock()

    def do(self, work: Callable[[Any], Coroutine[Any, Any, _T]]) -> _T:
        """One picture after the other: two at once would only slow both down."""
        with self.turn:
            return asyncio.run_coroutine_threadsafe(self._with_browser(work), self.loop).result(SECONDS)

    async def _with_browser(self, work: Callable[[Any], Coroutine[Any, Any, _T]]) -> _T:
        if self.kaleido is None:
            from kaleido import Kaleido

            browser = Kaleido(path=self.path, page_generator=_Page(), proxy_server=_DEAD_PROXY)
            await browser.open()
            self.kaleido = browser
        return await work(self.kaleido)

    def stop(self) -> None:
        """Ends the browser; the next picture would need a new one."""
        if self.kaleido is not None:
            asyncio.run_coroutine_threadsafe(self.kaleido.close(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)


_warm: _Warm | None = None
_starting = threading.Lock()
_places = threading.BoundedSemaphore(_MOST_WAITING)


def _do(work: Callable[[Any], Coroutine[Any, Any, _T]]) -> _T:
    """Does the work in the warm browser; one that died is replaced once."""
    path = _path()
    if not path:
        raise PictureError(NO_CHROMIUM)
    if not _places.acquire(blocking=False):
        raise PictureError(BUSY)
    try:
        warm = _browser(path)
        try:
            return warm.do(work)
        except Exception:
            _log.exception("The Chromium at %s failed; a new one is started", path)
            _forget(warm)
            return _browser(path).do(work)
    except Exception as error:
        raise PictureError(FAILED) from error
    finally:
        _places.release()


def _browser(path: str) -> _Warm:
    global _warm
    with _starting:
        if _warm is None or _warm.path != path:
            _warm = _Warm(path)
        return _warm


def _forget(warm: _Warm) -> None:
    global _warm
    with _starting:
        if _warm is warm:
            _warm = None
    with suppress(Exception):
        warm.stop()


@atexit.register
def _stop() -> None:
    if _warm is not None:
        _forget(_warm)
