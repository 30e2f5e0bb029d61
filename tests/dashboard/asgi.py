"""A request to an application without a server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(routes: list[Route], address: str, method: str = "GET", **headers: str) -> Answer:
    """What the routes answer to an address such as 'https://sco.example/app/slice.csv?q=a'; `/app` is where they are mounted."""
    url = urlsplit(address)
    given = [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in {"Host": url.netloc, **headers}.items()]
    root = url.path.rpartition("/")[0]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": url.scheme,
        "path": url.path, "raw_path": url.path.encode(), "root_path": root, "query_string": url.query.encode(), "headers": given,
        "server": (url.hostname, url.port or 443), "client": ("127.0.0.1", 1),
    }  # fmt: skip

    return answer_of(Starlette(routes=routes), scope)


def answer_of(application: ASGIApp, scope: dict, body: bytes = b"") -> Answer:
    """What an application answers to one request."""
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    # In a thread of its own: where browser tests ran before, this one still has the event loop of their driver.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(application(scope, receive, send))).result()
    received = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], received, b"".join(message.get("body", b"") for message in sent[1:]))
