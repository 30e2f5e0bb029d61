"""The own briefing that a reader has switched on: held in the session with what it was joined to, and nowhere else.

Another session never sees it, and it is gone with the briefing, with a reload and with the session.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.filters.own import Joined, Own, joined
from dashboard.filters.selection import shortened
from loaders.tables import Tables

if TYPE_CHECKING:
    from loaders.upload import Upload

HELD = "own_briefing"  # where the page of the own briefing keeps what was read
_SHOWN = "own_shown"
_MOST_STATES = 4  # of the project's tables, joined and kept: today's, as of a briefing, of a kept version


@dataclass
class Shown:
    """The briefing switched on, and the tables it was joined to with what came of each."""

    upload: "Upload"
    joined: list[tuple[Tables, Joined]] = field(default_factory=list)

    @property
    def quarter(self) -> str:
        return str(self.upload.tables["briefings"]["quarter"].iloc[0])

    @property
    def name(self) -> str:
        return shortened(str(self.upload.tables["briefings"]["title"].iloc[0]))

    def is_later(self, tables: Tables) -> bool:
        """Whether the briefing is of a quarter after all that these tables tell of."""
        return bool((tables["briefings"]["quarter"] < self.quarter).all())


def held() -> "Upload | None":
    """The own briefing of the session."""
    upload: Upload | None = st.session_state.get(HELD)
    return upload


def shown() -> Shown | None:
    """What is switched on; nothing, and nothing kept, once the session holds another briefing or none."""
    switched: Shown | None = st.session_state.get(_SHOWN)
    if switched is None or held() is switched.upload:
        return switched
    del st.session_state[_SHOWN]
    return None


def show(is_on: bool) -> None:
    """Switches the held briefing on or off. For callbacks."""
    upload = held()
    if is_on and upload is not None:
        st.session_state[_SHOWN] = Shown(upload)
    else:
        st.session_state.pop(_SHOWN, None)


def beside(tables: Tables, asof: str = "") -> Tables:
    """The project's tables with the own briefing; as of an earlier briefing, or with none switched on, they stay as they are."""
    switched = shown()
    if switched is None or (asof and switched.is_later(tables)):
        return tables
    for project, both in switched.joined:
        if project is tables:
            return both
    both = joined(tables, switched.upload.tables)
    switched.joined = [(tables, both), *switched.joined][:_MOST_STATES]
    return both


def of(tables: Tables) -> Own | None:
    """What a view of these tables says of the own briefing among them."""
    switched = shown()
    return Own(switched.name, tables.project) if switched and isinstance(tables, Joined) else None
