"""What a page gets: the tables, the selection, the look, and the addresses of other views. Knows no Streamlit."""

from dataclasses import dataclass, field, replace

from dashboard.drawing.style import Look
from dashboard.filters.facets import FACETS, values_of_own
from dashboard.filters.own import Own, own_count, project_version, without_own
from dashboard.filters.selection import Selection
from dashboard.language import Language
from loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class View:
    """Everything a page shows is made from this, so that a page has no state of its own."""

    everything: Tables  # as of the chosen briefing, unfiltered
    tables: Tables  # of the chosen events
    selection: Selection
    look: Look = field(default_factory=Look)
    page: str = ""  # id of the page shown, '' is the overview
    own: Own | None = None  # the reader's own briefing among the rows

    @property
    def lang(self) -> Language:
        return self.selection.lang

    @property
    def count(self) -> int:
        """The number of chosen events: the one number that head, tables, charts and files agree on."""
        return len(self.tables["events"])

    @property
    def own_count(self) -> int:
        """How many of the chosen events are of the reader's own briefing."""
        return own_count(self.tables) if self.own else 0

    @property
    def version(self) -> str:
        """The version of the project's data: the one that links name."""
        return project_version(self.everything.version)

    @property
    def project(self) -> "View":
        """The view as others see it: without the reader's own briefing."""
        if self.own is None:
            return self
        selection = self._shared
        return View(self.own.project, selection.apply(self.own.project), selection, self.look, self.page)

    @property
    def pinned(self) -> Selection:
        """The selection as a link holds it: with the version of the data, and nothing of an own briefing."""
        return replace(self._shared, v=self.version)

    @property
    def _shared(self) -> Selection:
        """The selection without what the own briefing alone knows: others could not follow it, and should not read it."""
        selection = without_own(self.selection)
        if self.own is None:
            return selection
        kept: dict[str, object] = {}
        for key, facet in FACETS.items():
            chosen = getattr(selection, key)
            if chosen and not facet.single:
                of_own = values_of_own(key, self.everything, self.own.project)
                kept[key] = tuple(value for value in chosen if value not in of_own)
        return replace(selection, **kept)  # type: ignore[arg-type]

    def with_(self, fragment: str = "", **changes: object) -> Selection:
        """The selection with a mark's fragment added and fields exchanged: `with_(event="2021-q1-04")`."""
        changed = self.selection.with_added(fragment) if fragment else self.selection
        return replace(changed, **changes)  # type: ignore[arg-type]

    def url(self, page: str | None = None, fragment: str = "", **changes: object) -> str:
        """A plain link to a page (None: this one) with the selection changed; relative, so that a base path holds.

        `view.url("event", event="2021-q1-04")` gives './event?event=2021-q1-04&lang=de'.
        """
        # Whoever follows a link leaves the frame that another page may show this one in.
        return address(self.page if page is None else page, replace(self.with_(fragment, **changes), frame=False))


def address(page: str, selection: Selection) -> str:
    """The relative address of a page under a selection."""
    query = selection.query
    return f"./{page}?{query}" if query else f"./{page}"
