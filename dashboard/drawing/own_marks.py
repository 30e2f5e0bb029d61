"""The frame around the marks of an own briefing in the timeline, and its entry in the legend."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.style import Look
from dashboard.filters.own import PREFIX, SIGN
from dashboard.language import Language, Text

FROM_OWN = Text(de="{sign} aus Ihrem Briefing", en="{sign} from your briefing")
_WIDER = 6  # pixels between symbol and frame, both sides together


def own_marks(marks: pd.DataFrame, symbol: float, look: Look, lang: Language) -> list[go.Scatter]:
    """One trace with a frame around the middle of each own mark of `timeline_layout.placed`; none where none is own.

    A frame, because shape and colour of the mark already tell status and topics. `symbol` is the size of a mark in pixels.
    """
    own = marks[marks["event_id"].str.startswith(PREFIX)]
    if own.empty:
        return []
    return [
        go.Scatter(
            mode="markers",
            x=((own["x0"] + own["x1"]) / 2).to_numpy(float),
            y=own["y"].to_numpy(float),
            marker={"symbol": "square-open", "size": symbol + _WIDER, "color": look.text, "line": {"width": look.scaled(1.6)}},
            name=FROM_OWN(lang, sign=SIGN),
            hoverinfo="skip",
        )
    ]
