"""The frame around the marks of an own briefing in the timeline, alone or counted in a cell, and what explains it."""

from collections.abc import Iterable, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import Axis
from dashboard.filters.own import ORIGINS, OWN, PREFIX
from dashboard.language import Language, Text

FRAMED = Text(de="Gerahmt: darunter Ereignisse aus „{name}“.", en="Framed: among them events of ‘{name}’.")
_WIDER = 3  # pixels between symbol and frame, both sides together: frames of stacked marks must not cross


def own_marks(marks: pd.DataFrame, axis: Axis, symbol: float, look: Look, lang: Language) -> list[go.Scatter]:
    """One trace with a frame around the middle of each own mark of `timeline_layout.placed`; none where none is own.

    A frame, because shape and colour of the mark already tell status and topics. `symbol` is the size of a mark in pixels.
    A band that runs out of the picture has its frame in the middle of what is seen of it.
    """
    own = marks[marks["event_id"].str.startswith(PREFIX)]
    if own.empty:
        return []
    return [
        go.Scatter(
            mode="markers",
            x=((own["x0"] + own["x1"].clip(upper=axis.range[1])) / 2).to_numpy(float),
            y=own["y"].to_numpy(float),
            marker={"symbol": "square-open", "size": symbol + _WIDER, "color": look.text, "line": {"width": look.scaled(1.3)}},
            name=ORIGINS[OWN](lang),
            hoverinfo="skip",
        )
    ]


def own_frames(
    columns: Iterable[int], edges: Sequence[float], sides: Sequence[float], gap: float, look: Look
) -> list[dict[str, object]]:
    """A frame around the cells of these columns of a row; `sides` are its top and bottom, `gap` is between the cells."""
    top, bottom = sides
    path = "".join(
        f"M{edges[column]:g},{top + 1:.1f}H{edges[column + 1] - gap:.3f}V{bottom - 1:.1f}H{edges[column]:g}Z"
        for column in sorted(columns)
    )
    return [{"type": "path", "path": path, "line": {"color": look.text, "width": look.scaled(1.6)}}] if path else []


def own_note(lang: Language) -> str:
    """What the frames of cells mean."""
    return FRAMED(lang, name=ORIGINS[OWN](lang))
