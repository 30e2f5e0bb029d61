"""How wide a figure is to be laid out, so that it fills a given space with type as large as can be."""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from dashboard.sharing.slide import Slide
from dashboard.style import Look

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
        figure = go.Figure(self.figure).update_layout(width=self.width, height=self.height, autosize=False)
        figure.layout.updatemenus = ()
        spec: dict[str, Any] = figure.to_plotly_json()
        return spec

    def still(self) -> dict[str, Any]:
        """The same for a picture, in which nothing can be switched on: without what the legend only offers."""
        spec = self.spec()
        return {**spec, "data": [trace for trace in spec["data"] if trace.get("visible") != "legendonly"]}

    @property
    def is_upright(self) -> bool:
        """Whether there is room beside the figure rather than under it."""
        return self.width < self.height * _UPRIGHT


def fitted(slide: Slide, width: float, height: float, small: bool = False) -> Fitted:
    """The slide's figure for a space of that many pixels; `small` leaves out detail, as in the overview."""
    looks = (Look(width=candidate, small=small) for candidate in _WIDTHS if candidate >= min(_FULL, width * 0.8))
    tried = [(look, slide.figure(look)) for look in looks]
    found = [
        Fitted(figure, look.width, _height(figure), min(width / look.width, height / _height(figure))) for look, figure in tried
    ]
    largest = max(one.scale for one in found)
    # Of those that give the same size of type the widest fills the space best.
    return [one for one in found if one.scale >= largest * _AS_GOOD][-1]


def _height(figure: go.Figure) -> int:
    return int(figure.layout.height or 450)
