"""Addresses that are no page: a reader gets the overview with a notice, or the page that was meant. Knows no Streamlit."""

from urllib.parse import quote, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.filters.links import NO_PAGE
from dashboard.language import LANGUAGES
from dashboard.pages import OVERVIEW, PAGES

# First parts of the paths under which Streamlit serves what a page is made of.
_STREAMLITS = ("_stcore", "app", "component", "media", "static", "vendor")
_LONGEST = 80


class UnknownPages:
    """ASGI middleware that leads a browser from a path that is none of `known` to a page."""

    def __init__(self, app: ASGIApp, known: frozenset[str]) -> None:
        self.app, self.known = app, known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        to = self._elsewhere(scope) if scope["type"] == "http" else None
        await (RedirectResponse(to, status_code=302) if to else self.app)(scope, receive, send)

    def _elsewhere(self, scope: Scope) -> str | None:
        """Where a request for no page is to go, relative to its address, so that a path before the application holds."""
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if scope["method"] not in ("GET", "HEAD") or path in self.known or not _wants_a_page(scope, path):
            return None
        meant = page_meant(path)
        query = scope["query_string"].decode("latin-1")
        if meant is None:
            query = "&".join(part for part in (query, urlencode({NO_PAGE: path.strip("/")[:_LONGEST]}, quote_via=quote)) if part)
        up = "../" * (path.count("/") - 1) or "./"
        return f"{up}{meant or OVERVIEW}" + (f"?{query}" if query else "")


def page_meant(path: str) -> str | None:
    """The id of the page that a path names by its id in other letters, or by its title in any language; None for none."""
    name = path.strip("/").casefold().replace("-", " ").replace("_", " ").replace("%20", " ")
    names = {page.id: page.id for page in PAGES if page.id}
    names |= {page.title(lang).casefold().rstrip("?"): page.id for page in PAGES for lang in LANGUAGES if page.id}
    return names.get(name.rstrip("?"))


def _wants_a_page(scope: Scope, path: str) -> bool:
    parts = path.strip("/").split("/")
    is_file = "." in parts[-1]
    return "text/html" in Headers(scope=scope).get("accept", "") and parts[0] not in _STREAMLITS and not is_file and path != "/"
