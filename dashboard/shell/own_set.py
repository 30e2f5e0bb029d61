"""The presentation a reader collects, kept in the session and nowhere else."""

import streamlit as st

from dashboard.charts import all_charts
from dashboard.language import Language
from dashboard.sharing.steps import StepSet

_KEY = "own_set"


def now() -> StepSet:
    """The presentation as it is."""
    found: StepSet = st.session_state.get(_KEY, StepSet())
    return found


def choose(steps: StepSet) -> None:
    """Makes this the presentation."""
    st.session_state[_KEY] = steps


def chart_names(lang: Language) -> dict[str, str]:
    """The title of every chart by its id."""
    return {chart.ID: chart.TITLE(lang) for chart in all_charts()}
