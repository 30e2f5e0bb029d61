"""How wide a figure is to be laid out, so that it fills a given space with type as large as can be."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Any

import plotly.graph_objects as go

from dashboard.drawing.still import still, without_buttons
from dashboard.drawing.style import Look
from dashboard.sharing.slide import Slide

_WIDTHS = (360, 440, 520, 700, 850, 1000, 1200, 1400, 1700, 2000)
_FULL = 700  # a figure laid out narrower than this leaves things out: only for spaces as narrow
_AS_GOOD = 0.97
_UPRIGHT = 1.3


@dataclass(frozen=True, slots=True)
class Fitted:
    """A figure laid out for `width` by `height` CSS pixels, to be drawn `scale` times as large."""

    figure: go.Figure
    width: int
    height: int
    scale: float

    def spec(self) -> dict[str, Any]:
        """The figure as plotly.js takes it, of a fixed size, without buttons and with its margins kept."""
        return self._sized(without_buttons(self.figure))

    def still(self) -> dict[str, Any]:
        """The same for a picture, in which nothing can be switched on: without what the legend only offers."""
        return self._sized(still(self.figure))

    def _sized(self, figure: go.Figure) -> dict[str, Any]:
        spec: dict[str, Any] = figure.update_layout(width=self.width, height=self.height, autosize=False).to_plotly_json()
        return spec

    @property
    def is_upright(self) -> bool:
        """Whether there is room beside the figure rather than under it."""
        return self.width < self.height * _UPRIGHT


def fitted(slide: Slide, width: float, height: float, small: bool = False) -> Fitted:
    """The slide's figure for a space of that many pixels; `small` leaves out detail, as in the overview.

    A figure laid out narrow is drawn large until its height fills the space, a wide one until its width does: the best lies
    where one turns into the other, and is found by halving. Figures that grow in height with their width, such as a map, are
    best at their narrowest.
    """
    widths = [candidate for candidate in _WIDTHS if candidate >= min(_FULL, width * 0.8)]

    @cache
    def at(index: int) -> Fitted:
        look = Look(width=widths[index], small=small)
        figure = slide.figure(look)
        tall = int(figure.layout.height or 450)
        return Fitted(figure, look.width, tall, min(width / look.width, height / tall))

    turn = bisect_left(range(len(widths)), True, key=lambda index: width / widths[index] <= height / at(index).height)
    around = [at(index) for index in sorted({0, turn - 1, turn}) if 0 <= index < len(widths)]
    largest = max(one.scale for one in around)
    # Of those that give nearly the same size of type the widest fills the space better.
    return [one for one in around if one.scale >= largest * _AS_GOOD][-1]
