"""The address is the only state: this reads the selection from it and writes it back.

Widgets are set from the selection before they are drawn, and their callbacks write the address. So Back, Forward,
reload, a pasted link, another page and another language all show what the address says.
"""

from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlencode

import streamlit as st

from dashboard import data
from dashboard.filters import links
from dashboard.filters.links import Link
from dashboard.filters.selection import Selection
from dashboard.shell import own_tables
from loaders.tables import Tables

_NEXT_PAGE, _WRITTEN, _ENDED = "next_page", "written", "ended"
# Seconds between two runs: a run that begins sooner was asked for during the last one, not by a reader who saw its end.
_STRAGGLER = 0.15


@dataclass
class _Written:
    """What was written last, and the addresses it replaced.

    Between a click and the moment the browser has the new address, a second click still brings the old one along;
    it must not undo the first.
    """

    selection: Selection
    replaced: set[str] = field(default_factory=set)
    is_fresh: bool = True  # written in this very run


def read(today: Tables) -> Link:
    """What the address means. For the run itself, after all callbacks."""
    written: _Written | None = st.session_state.get(_WRITTEN)
    if written and not written.is_fresh and _query() in written.replaced:
        if monotonic() - st.session_state.get(_ENDED, 0.0) < _STRAGGLER:
            choose(written.selection)
        else:
            # An old address without a click: Back, Forward or a link. From here on it counts again.
            del st.session_state[_WRITTEN]
    if _WRITTEN in st.session_state:
        st.session_state[_WRITTEN].is_fresh = False
    return _read(today)


def end() -> None:
    """Marks the end of a run."""
    st.session_state[_ENDED] = monotonic()


def now() -> Selection:
    """The selection as it is at this moment: for callbacks, which run before anything else."""
    written: _Written | None = st.session_state.get(_WRITTEN)
    if written and _query() in written.replaced:
        return written.selection
    return _read(data.current()).selection


def choose(selection: Selection) -> None:
    """Makes this the selection. For callbacks; the run that follows shows it."""
    before: _Written | None = st.session_state.get(_WRITTEN)
    replaced = {_query(), *(before.replaced if before else ())}
    st.query_params.from_dict(selection.to_query())
    st.session_state[_WRITTEN] = _Written(selection, replaced - {_query()})


def go(page: str, selection: Selection) -> None:
    """Shows another page under this selection. For callbacks; the run that follows turns the page."""
    st.session_state[_NEXT_PAGE] = (page, selection)


def take_next_page() -> tuple[str, Selection] | None:
    """The page and selection a callback asked for, once."""
    asked: tuple[str, Selection] | None = st.session_state.pop(_NEXT_PAGE, None)
    return asked


def _read(today: Tables) -> Link:
    return links.read({key: st.query_params.get_all(key) for key in st.query_params}, today, own_tables.beside)


def _query() -> str:
    return urlencode(sorted((key, value) for key in st.query_params for value in st.query_params.get_all(key)))
