"""The web server: the application, its security headers, and addresses for machines.

Start it with `python -m dashboard`, or for operation with `uvicorn dashboard.server:app`.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route

from dashboard import data, pages
from dashboard.serving.index_page import index_page, language_of
from dashboard.serving.security import SecurityHeaders
from dashboard.serving.share_routes import share_routes
from dashboard.serving.slice_routes import slice_routes
from dashboard.serving.unknown_pages import UnknownPages
from dashboard.serving.warming import warm
from dashboard.shell import errors
from loaders.tables import TableError


def ready(_request: Request) -> JSONResponse:
    """/readyz: 200 with the version of the data once the tables can be shown, else 503 with the reason."""
    try:
        tables = data.current()
    except TableError as error:
        return JSONResponse({"status": "no tables", "reason": str(error)}, status_code=503)
    return JSONResponse({"status": "ready", "version": tables.version, "events": len(tables["events"])})


def index(request: Request) -> HTMLResponse:
    """The HTML of every page; what it shows comes by the connection it opens."""
    return HTMLResponse(index_page(language_of(request.query_params.get("lang"))), headers={"Cache-Control": "no-cache"})


@asynccontextmanager
async def warmed_up(_app: st.App) -> AsyncIterator[None]:
    """Imports the pages and reads the tables before the first reader comes; /readyz and the page tell of faults in them.

    What only an own briefing needs follows while readers are there already.
    """
    await asyncio.to_thread(pages.load)
    with suppress(TableError):
        await asyncio.to_thread(data.current)
    later = asyncio.create_task(warm())
    yield
    later.cancel()


routes = [
    Route("/readyz", ready),
    *slice_routes(),
    *share_routes(),
    *(Route(f"/{page.id}", index) for page in pages.PAGES),
]
app = st.App(
    Path(__file__).with_name("app.py"),
    routes=routes,
    lifespan=warmed_up,
    middleware=[Middleware(SecurityHeaders), Middleware(UnknownPages, known=frozenset(route.path for route in routes))],
    on_script_error=errors.show_failure,
)
