"""The address is the only state: this reads the selection from it and writes it back.

Widgets are set from the selection before they are drawn, and their callbacks write the address. So Back, Forward,
reload, a pasted link, another page and another language all show what the address says.
"""

import streamlit as st

from dashboard import data
from dashboard.selection import Notice, Selection
from loaders.tables import Tables

_NEXT_PAGE = "next_page"


def read(tables: Tables) -> tuple[Selection, list[Notice]]:
    """The selection the address means, and what in it could not be used."""
    return Selection.from_query({key: st.query_params.get_all(key) for key in st.query_params}, tables)


def now() -> Selection:
    """The selection of the address as it is at this moment: for callbacks, which run before anything else."""
    return read(data.current())[0]


def choose(selection: Selection) -> None:
    """Makes this the selection. For callbacks; the run that follows shows it."""
    st.query_params.from_dict(selection.to_query())


def go(page: str, selection: Selection) -> None:
    """Shows another page under this selection. For callbacks; the run that follows turns the page."""
    st.session_state[_NEXT_PAGE] = (page, selection)


def take_next_page() -> tuple[str, Selection] | None:
    """The page and selection a callback asked for, once."""
    asked: tuple[str, Selection] | None = st.session_state.pop(_NEXT_PAGE, None)
    return asked
