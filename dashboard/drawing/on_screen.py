"""A figure that fits a screen whole: of the ways to draw it, the most detailed one that is not too tall."""

from collections.abc import Callable
from dataclasses import replace

import plotly.graph_objects as go

from dashboard.drawing.still import still
from dashboard.drawing.style import Look

USUAL_HEIGHT = 450  # of a figure that names none, plotly.js


def figure_on_screen(draw: Callable[[Look], go.Figure], look: Look) -> go.Figure:
    """What `draw` gives for the first look that fits `look.height` CSS pixels; where none does, the lowest in large type.

    Large type comes first, with less detail if need be: who sits at the back of a room reads nothing else. `look.height` of 0
    means no bound, and what is small by itself, as in the overview, fits. Buttons, and what the legend could switch on, are
    left out of a bounded figure: nobody reaches them on a wall.
    """
    if not look.height:
        return draw(look)
    if look.small:
        return still(draw(replace(look, height=0)))
    figures = []
    for large in (True, False):
        for small in (False, True):
            figure = draw(replace(look, large=large, small=small))
            if _height(figure) <= look.height:
                return still(figure)
            figures.append(figure)
    return still(min(figures[:2], key=_height))


def _height(figure: go.Figure) -> float:
    return float(figure.layout.height or USUAL_HEIGHT)
