"""A figure that fits a screen whole: of the ways to draw it, the most detailed one that is not too tall."""

from collections.abc import Callable
from dataclasses import replace

import plotly.graph_objects as go

from dashboard.drawing.still import still
from dashboard.drawing.style import Look

USUAL_HEIGHT = 450  # of a figure that names none, plotly.js


def figure_on_screen(draw: Callable[[Look], go.Figure], look: Look) -> go.Figure:
    """What `draw` gives for the first look that fits `look.height` CSS pixels; where none does, the lowest figure.

    Large type comes first, then all detail in smaller type, then less detail, large again first. `look.height` of 0 means no
    bound. Buttons, and what the legend could switch on, are left out: nobody reaches them on a wall.
    """
    if not look.height:
        return draw(look)
    ways = [replace(look, large=large, small=small) for small in (False, True) for large in (True, False)]
    figures = []
    for way in ways:
        figure = draw(way)
        if (figure.layout.height or USUAL_HEIGHT) <= look.height:
            return still(figure)
        figures.append(figure)
    return still(min(figures, key=lambda figure: figure.layout.height or USUAL_HEIGHT))
