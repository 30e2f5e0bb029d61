"""Stable addresses of a slice: `/slice.csv?topic=energy` gives the rows that the application shows under the same query.

One address a format (`dashboard.exports`). `table=…` chooses a table where the format holds one. What of the query cannot be
used is skipped, as in the application, and named in the header X-Notices; JSON has it as a field too.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import accumulate
from types import ModuleType

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard import data
from dashboard.exports import all_exports
from dashboard.filters import links
from dashboard.filters.selection import Notice, Selection
from dashboard.language import Text
from dashboard.serving.index_page import language_of
from dashboard.slices.export_context import context_of, slice_selection
from dashboard.slices.file_name import file_name
from dashboard.slices.slice_tables import table_names
from dashboard.version import version
from dashboard.view import View
from loaders.tables import TableError, Tables

ORIGINS_VARIABLE = "SCO_SLICE_ORIGINS"  # origins whose scripts may read slices, parted by spaces; none unless set
TABLE = "table"
PAGE = "events"  # where the link of a file leads: the same events, to be read
_LONGEST_HEADER = 3000  # bytes; proxies refuse an answer whose headers pass some kilobytes
_NO_TABLE = Text(
    de="Die Tabelle „{table}“ gibt es nicht. Möglich sind: {choices}.",
    en="There is no table ‘{table}’. Possible are: {choices}.",
)
_NOT_HERE = Text(
    de="Dieses Format enthält alle Tabellen; „table“ gilt nur bei {choices}.",
    en="This format holds all tables; ‘table’ is for {choices} only.",
)
_TWO_TABLES = Text(
    de="Nur eine Tabelle je Adresse; möglich sind: {choices}.", en="One table an address; possible are: {choices}."
)
_NO_DATA = Text(
    de="Die Daten lassen sich gerade nicht lesen. Versuchen Sie es in einigen Minuten noch einmal.",
    en="The data cannot be read at the moment. Try again in some minutes.",
)
_OTHER_DATA = Text(
    de="Die Adresse nennt den Datenstand {value}; die Zeilen sind die des heutigen ({now}).",
    en="The address names the data version {value}; the rows are those of today’s ({now}).",
)


def slice_routes() -> list[Route]:
    """One route a format, for GET and HEAD."""
    return [Route(f"/slice.{export.SUFFIX}", _handler(export), name=f"slice-{export.ID}") for export in all_exports()]


def _handler(export: ModuleType) -> Callable[[Request], Response]:
    # Not async, so that Starlette runs it in a thread and a large file keeps nobody waiting.
    def answer(request: Request) -> Response:
        response = _answer(export, request)
        _allow_origin(request, response)
        return response

    return answer


def _answer(export: ModuleType, request: Request) -> Response:
    query = {key: request.query_params.getlist(key) for key in request.query_params}
    table = query.pop(TABLE, [])
    fault = _fault(export, table)
    if fault:
        return _refusal(export, request, fault, 400)
    try:
        tables = data.current()
    except TableError:
        return _refusal(export, request, _NO_DATA, 503)
    link = links.read(query, tables)
    tables, selection = link.tables, link.selection
    notices = link.notices + _version_notice(selection, tables)
    headers = _headers(export, selection, table[0] if table else PAGE, tables, notices)
    if _is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    if request.method == "HEAD":
        response = Response(headers=headers, media_type=export.MIME)
        del response.headers["content-length"]  # the length of what GET gives is not known without making it
        return response
    everything = data.known_after(tables, selection.asof)
    view = View(everything, selection.apply(everything), slice_selection(selection), page=PAGE)
    context = context_of(view, _base(request), datetime.now(UTC), table[0] if table else "events", notices)
    return Response(export.build(view.tables, context), headers=headers, media_type=export.MIME)


def _fault(export: ModuleType, table: list[str]) -> Text | None:
    """Why the wish for a table cannot be met; an address that promises rows must not give others in silence."""
    choices = ", ".join(table_names())
    if not table:
        return None
    if export.NAME:
        formats = ", ".join(f"/slice.{other.SUFFIX}" for other in all_exports() if not other.NAME)
        return _filled(_NOT_HERE, choices=formats)
    if len(table) > 1:
        return _filled(_TWO_TABLES, choices=choices)
    if table[0] not in table_names():
        return _filled(_NO_TABLE, table=table[0][:60], choices=choices)
    return None


def _filled(text: Text, **fields: str) -> Text:
    return Text(de=text("de", **fields), en=text("en", **fields))


def _refusal(export: ModuleType, request: Request, fault: Text, status: int) -> Response:
    message = fault(language_of(request.query_params.get("lang")))
    headers = {"Cache-Control": "no-store"}
    if export.SUFFIX == "json":
        return JSONResponse({"error": message}, status_code=status, headers=headers)
    return PlainTextResponse(message + "\n", status_code=status, headers=headers)


def _version_notice(selection: Selection, tables: Tables) -> list[Notice]:
    if not selection.v or selection.v == tables.version:
        return []
    return [Notice("v", selection.v, _filled(_OTHER_DATA, value=selection.v, now=tables.version))]


def _headers(export: ModuleType, selection: Selection, table: str, tables: Tables, notices: list[Notice]) -> dict[str, str]:
    name = file_name(selection, export.NAME or table)
    # Weak: two files of one slice differ in the time they were made, never in their rows.
    key = "\n".join([export.ID, table, slice_selection(selection).query, tables.version, version()])
    return {
        "ETag": f'W/"{hashlib.sha256(key.encode()).hexdigest()[:32]}"',
        "Cache-Control": "no-cache",  # may be kept, but is to be asked for with If-None-Match
        "Content-Disposition": f'attachment; filename="{name}.{export.SUFFIX}"',
        "X-Data-Version": tables.version,
        **({"X-Notices": _notices_header(notices, selection)} if notices else {}),
    }


def _notices_header(notices: Iterable[Notice], selection: Selection) -> str:
    """A JSON list in ASCII, because a header takes nothing else; where it grows too long the last item counts the others."""
    rows = [json.dumps({"key": one.key, "value": one.value, "text": one.text(selection.lang)}) for one in notices]
    lengths = list(accumulate(len(row) + 2 for row in rows))
    kept = [row for row, length in zip(rows, lengths, strict=True) if length <= _LONGEST_HEADER]
    more = [json.dumps({"more": len(rows) - len(kept)})] if len(kept) < len(rows) else []
    return f"[{', '.join([*kept, *more])}]"


def _is_known(request: Request, etag: str) -> bool:
    asked = [item.strip() for item in request.headers.get("If-None-Match", "").split(",")]
    return "*" in asked or etag.removeprefix("W/") in {item.removeprefix("W/") for item in asked}


def _base(request: Request) -> str:
    """The address of the application as the reader knows it: that of the slice without its last part."""
    return str(request.url.replace(query="", fragment="")).rpartition("/")[0] + "/"


def _allow_origin(request: Request, response: Response) -> None:
    allowed = os.environ.get(ORIGINS_VARIABLE, "").split()
    if not allowed:
        return
    response.headers.add_vary_header("Origin")
    origin = request.headers.get("Origin", "")
    if origin in allowed:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, ETag, X-Data-Version, X-Notices"
