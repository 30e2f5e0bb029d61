"""How everything looks: colours, symbols and the frame of every figure. Knows no Streamlit and no table."""

from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.language import Language

# Five families, told apart by colour-blind readers too (after Okabe and Ito, Color Universal Design, 2008).
FAMILY_COLOURS = {
    "security": "#0072B2",
    "digital": "#8a4fa3",
    "economy": "#009E73",
    "society": "#B8860B",
    "institution": "#D55E00",
}
# The same hues with at least 4.5:1 against the page: (on light, on dark).
FAMILY_TEXT = {
    "security": ("#00609a", "#5fb3e6"),
    "digital": ("#7a3f94", "#c79be0"),
    "economy": ("#00704f", "#3fc79f"),
    "society": ("#8a6508", "#dcae3c"),
    "institution": ("#b34e00", "#ff9a57"),
}
STATUS_SYMBOLS = {"occurred": "circle", "planned": "circle-open", "postponed": "triangle-right-open", "cancelled": "x-thin-open"}
FONT = '"Source Sans", "Source Sans Pro", system-ui, sans-serif'


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure must know of the page it stands in. `width` is in CSS pixels, as narrow as it may get drawn."""

    dark: bool = False
    width: int = 1000
    large: bool = False  # presentation: larger type
    small: bool = False  # overview: less detail

    @property
    def text(self) -> str:
        return "#e8ecf1" if self.dark else "#1c2733"

    @property
    def muted(self) -> str:
        return "#a9b4c0" if self.dark else "#566370"

    @property
    def grid(self) -> str:
        return "#2b3541" if self.dark else "#e3e8ed"

    @property
    def background(self) -> str:
        return "#0f151c" if self.dark else "#ffffff"

    @property
    def accent(self) -> str:
        return "#6db3f2" if self.dark else "#0b5394"

    @property
    def font_size(self) -> int:
        return 18 if self.large else 13

    def family_text(self, family_id: str) -> str:
        return FAMILY_TEXT[family_id][self.dark]


def framed(figure: go.Figure, look: Look, lang: Language) -> go.Figure:
    """The figure with the house's type, margins and axes; changes it in place and gives it back."""
    figure.update_layout(
        font={"family": FONT, "size": look.font_size, "color": look.text},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        separators=",." if lang == "de" else ".,",
        hoverlabel={"font": {"family": FONT, "size": look.font_size}, "align": "left"},
        dragmode=False,
        template="none",
    )
    # Without automargin long labels are cut off as soon as Streamlit's own theme is off.
    figure.update_xaxes(automargin=True, gridcolor=look.grid, zeroline=False, linecolor=look.grid)
    figure.update_yaxes(automargin=True, gridcolor=look.grid, zeroline=False, linecolor=look.grid)
    return figure
