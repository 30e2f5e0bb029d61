"""A figure for where nobody can reach into it: a wall, a page of paper, a picture."""

import plotly.graph_objects as go


def still(figure: go.Figure) -> go.Figure:
    """A copy without buttons and without what a reader could only switch on; the figure given stays as it is."""
    drawn = [trace for trace in figure.data if trace.visible not in (False, "legendonly")]
    return without_buttons(go.Figure(data=drawn, layout=figure.layout))


def without_buttons(figure: go.Figure) -> go.Figure:
    """A copy without the buttons alone: a legend can still be clicked."""
    copy = go.Figure(figure)
    copy.layout.updatemenus = ()
    return copy
