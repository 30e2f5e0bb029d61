"""Addresses of what is shown or printed elsewhere: pictures of charts, the quarter sheet, a view as slides or as one page.

    /chart.png  /chart.svg  /chart.pdf   ?chart=family-bars&topic=energy    one chart
    /sheet.pdf  /sheet.html              ?quarter=2021-Q3                   the quarter sheet
    /view.pptx  /view.html               ?page=topics&topic=energy          a view as PowerPoint, as one HTML page
    /play                                POST, field `set`                  a presentation, full screen

The query is that of the application's pages. What needs a Chromium answers 503 with the reason where there is none.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from plotly.offline import get_plotlyjs, get_plotlyjs_version
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard import data
from dashboard.charts import all_charts
from dashboard.filters import links
from dashboard.language import Text
from dashboard.serving.index_page import language_of
from dashboard.sharing import picture, sheet, steps
from dashboard.sharing.chromium import PictureError
from dashboard.sharing.deck import deck
from dashboard.sharing.powerpoint import powerpoint
from dashboard.sharing.slide import Slide, of_view, slides
from dashboard.sharing.steps import LARGEST, OVERVIEW, SetError
from dashboard.slices.file_name import file_name
from dashboard.view import View
from loaders.tables import TableError

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PLOTLY = f"plotly-{get_plotlyjs_version()}.js"
_YEAR = "public, max-age=31536000, immutable"  # its name has the version
_NO_CHART = Text(
    de="Das Diagramm „{value}“ gibt es nicht. Möglich sind: {choices}.",
    en="There is no chart ‘{value}’. Possible are: {choices}.",
)
_NO_STEP = Text(
    de="Die Seite „{value}“ lässt sich nicht zeigen. Möglich sind: {choices}.",
    en="The page ‘{value}’ cannot be shown. Possible are: {choices}.",
)
_NO_DATA = Text(
    de="Die Daten lassen sich gerade nicht lesen. Versuchen Sie es in einigen Minuten noch einmal.",
    en="The data cannot be read at the moment. Try again in some minutes.",
)


class _RefusedError(Exception):
    """A wish that cannot be met: HTTP status and reason."""

    def __init__(self, status: int, text: Text) -> None:
        super().__init__(text.en)
        self.status, self.text = status, text


def share_routes() -> list[Route]:
    """All routes of this module."""
    made: dict[str, Callable[[Request], Response]] = {
        **{f"/chart.{format_}": _chart(format_) for format_ in picture.FORMATS},
        "/sheet.pdf": _sheet_pdf,
        "/sheet.html": _sheet_html,
        "/view.pptx": _view_pptx,
        "/view.html": _view_html,
    }
    # Not async, so that Starlette runs them in threads and a slow picture keeps nobody waiting.
    routes = [Route(path, _guarded(make)) for path, make in made.items()]
    return [*routes, Route("/play", play, methods=["GET", "POST"]), Route(f"/{PLOTLY}", _plotly)]


def _guarded(make: Callable[[Request], Response]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            return make(request)
        except PictureError as error:
            return _refusal(request, 503, error.text)
        except _RefusedError as error:
            return _refusal(request, error.status, error.text)
        except TableError:
            return _refusal(request, 503, _NO_DATA)

    return answer


def _refusal(request: Request, status: int, text: Text) -> Response:
    message = text(language_of(request.query_params.get("lang")))
    return PlainTextResponse(message + "\n", status_code=status, headers={"Cache-Control": "no-store"})


def _view(request: Request, page: str) -> View:
    """The view that the query of a request means, on a page."""
    query = {key: request.query_params.getlist(key) for key in request.query_params if key not in ("page", "chart")}
    link = links.read(query, data.current())
    everything = data.known_after(link.tables, link.selection.asof)
    return View(everything, link.selection.apply(everything), link.selection, page=page)


def _base(request: Request) -> str:
    """The address of the application as the reader knows it: that of the file without its last part."""
    return str(request.url.replace(query="", fragment="")).rpartition("/")[0] + "/"


def _chart(format_: str) -> Callable[[Request], Response]:
    def make(request: Request) -> Response:
        asked = request.query_params.get("chart", "")
        charts = {chart.ID: chart for chart in all_charts()}
        if asked not in charts:
            raise _RefusedError(400, _filled(_NO_CHART, asked, charts))
        view = _view(request, charts[asked].PAGE)
        slide = of_view(view, _base(request), asked)
        # Shown in place, so that an address can stand in an <img>.
        name = f"{file_name(view.selection, asked)}.{format_}"
        return _file(picture.chart_picture(slide, format_), picture.MIMES[format_], name, "inline")

    return make


def _sheet_pdf(request: Request) -> Response:
    view = _view(request, "")
    name = f"{file_name(view.selection, 'sheet')}.pdf"
    return _file(sheet.sheet_pdf(view, _base(request)), "application/pdf", name, "inline")


def _sheet_html(request: Request) -> Response:
    return HTMLResponse(sheet.sheet_html(_view(request, ""), _base(request), hint=True), headers={"Cache-Control": "no-cache"})


def _view_pptx(request: Request) -> Response:
    slide = _slide(request)
    name = f"{file_name(slide.view.selection, slide.view.page or OVERVIEW)}.pptx"
    return _file(powerpoint([slide], slide.title, slide.lang, datetime.now(UTC)), PPTX, name, "attachment")


def _view_html(request: Request) -> Response:
    slide = _slide(request)
    name = f"{file_name(slide.view.selection, slide.view.page or OVERVIEW)}.html"
    return _file(deck([slide], slide.title, slide.lang).encode(), "text/html; charset=utf-8", name, "attachment")


def _slide(request: Request) -> Slide:
    page = request.query_params.get("page", OVERVIEW) or OVERVIEW
    if page not in steps.step_pages():
        raise _RefusedError(400, _filled(_NO_STEP, page, steps.step_pages()))
    view = _view(request, "" if page == OVERVIEW else page)
    return of_view(view, _base(request), request.query_params.get("chart", ""))


def _file(content: bytes, mime: str, name: str, disposition: str) -> Response:
    headers = {"Content-Disposition": f'{disposition}; filename="{name}"', "Cache-Control": "no-cache"}
    return Response(content, media_type=mime, headers=headers)


def _filled(text: Text, value: str, choices: Iterable[str]) -> Text:
    listed = ", ".join(choices)
    return Text(de=text("de", value=value[:60], choices=listed), en=text("en", value=value[:60], choices=listed))


async def play(request: Request) -> Response:
    """A presentation sent along, on one page without controls. Nothing of it is kept."""
    if request.method == "GET":
        # Whoever reloads the address without the set gets where sets are made.
        return RedirectResponse("./presentation", status_code=302)
    if int(request.headers.get("content-length") or LARGEST + 1) > 4 * LARGEST:
        return _refusal(request, 413, _filled_size())
    form = await request.form()
    return await run_in_threadpool(_played, request, str(form.get("set", "")), str(form.get("lang", "")))


def _played(request: Request, file: str, asked: str) -> Response:
    try:
        chosen = steps.from_bytes(file.encode())
        lang = language_of(asked or chosen.language)
        base = _base(request)
        shown = slides(chosen, data.current(), lang, base)
    except SetError as error:
        return _refusal(request, 400, error.text)
    except TableError:
        return _refusal(request, 503, _NO_DATA)
    html = deck(shown, chosen.title, lang, plotly_url=f"./{PLOTLY}", leave_to=f"./presentation?lang={lang}")
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})


def _filled_size() -> Text:
    return Text(de=steps.TOO_LARGE("de", most=LARGEST // 1000), en=steps.TOO_LARGE("en", most=LARGEST // 1000))


def _plotly(_request: Request) -> Response:
    return Response(get_plotlyjs(), media_type="text/javascript; charset=utf-8", headers={"Cache-Control": _YEAR})
