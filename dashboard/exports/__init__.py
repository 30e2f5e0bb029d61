"""The formats in which what is shown can be taken along, one pure module each, found by iteration.

An export module has these names, and nothing else of it is used from outside:

    ID: str                  never changes
    ORDER: int               place in the list of formats, ascending
    TITLE: Text              what the button says
    HELP: Text               one sentence: what is in the file and what it is for
    NAME: str                what the file name says it holds; '' where it holds one table: the name of the table
    SUFFIX: str              of the file name and of the address `/slice.<SUFFIX>`, without the first dot; one of its own
    MIME: str
    build(tables, context)   the file, as bytes: of the tables of the chosen events (what `Selection.apply` gives)
    table_bytes(rows)        only formats that carry any single frame, such as the rows behind a figure

A module with NAME '' writes the table that `context.table` names, every other one writes the whole slice. The same tables and
the same context always give the same bytes: no module asks for the time, the network or a random number.
"""

import importlib
import pkgutil
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import ModuleType

from dashboard.language import Language
from dashboard.slices.labelled import event_address
from loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class ExportContext:
    """What a file says of itself beside its rows, and what lies outside the slice but explains it."""

    lang: Language
    product: str
    dashboard_version: str
    version: str  # of the data
    made_at: datetime  # with its time zone; the caller reads the clock
    sentence: str  # the filter in words
    citation: str
    base: str  # address of the application, ending in '/'
    link: str  # of the view with every restriction
    query: str  # of the slice's own addresses, without '?'
    everything: Tables  # before the filter, as of the chosen briefing
    table: str = "events"  # for formats that hold one table
    notices: tuple[tuple[str, str, str], ...] = ()  # what of the query could not be used: key, value, sentence

    def __post_init__(self) -> None:
        if self.made_at.tzinfo is None:
            raise ValueError("made_at needs a time zone; use datetime.now(UTC)")

    def event_link(self, event_id: str) -> str:
        """The address of an event's page; '' for an event of an own briefing, which has none."""
        return event_address(event_id, self.lang, self.version, self.base)

    def slice_link(self, suffix: str, table: str = "") -> str:
        """The stable address of this slice in a format, or of one table of it."""
        query = "&".join(part for part in (f"table={table}" if table else "", self.query) if part)
        return f"{self.base}slice.{suffix}?{query}"

    @property
    def time(self) -> str:
        """When the file was made, ISO 8601 to the second."""
        return self.made_at.isoformat(timespec="seconds")


@cache
def all_exports() -> tuple[ModuleType, ...]:
    """Every export module, in the order of the buttons."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")]
    return tuple(sorted(modules, key=lambda export: export.ORDER))


@cache
def table_exports() -> tuple[ModuleType, ...]:
    """Those that carry any single frame."""
    return tuple(export for export in all_exports() if hasattr(export, "table_bytes"))
