"""How everything looks: colours, symbols and the frame of every figure. Knows no Streamlit and no table."""

from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.drawing.colours import (
    FAMILY_COLOURS,
    FAMILY_COLOURS_DARK,
    FAMILY_TEXT,
    MAP_DARK,
    MAP_LIGHT,
    OUTCOMES,
    RAMP,
    RAMP_DARK,
    MapColours,
    mixed,
)
from dashboard.language import Language, Text

FONT = '"Source Sans", "Source Sans Pro", system-ui, sans-serif'


NARROW, NARROW_SMALL = 620, 440  # CSS pixels: below that a figure (in the overview) is laid out for a phone


NOTHING = Text(de="Keine Ereignisse in dieser Auswahl", en="No events in this selection")


@dataclass(frozen=True, slots=True)
class Look:
    """What a figure must know of the page it stands in. `width` is in CSS pixels, as narrow as it may get drawn."""

    dark: bool = False
    width: int = 1000
    large: bool = False  # presentation: larger type
    height: int = 0  # presentation: CSS pixels a figure may be tall, 0: no bound
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
    def line(self) -> str:
        """A rule that must be seen: axis ends, partings."""
        return "#55616e" if self.dark else "#9aa6b2"

    @property
    def background(self) -> str:
        return "#0f151c" if self.dark else "#ffffff"

    @property
    def panel(self) -> str:
        """A surface a shade off the page."""
        return "#161e27" if self.dark else "#f5f7f9"

    @property
    def accent(self) -> str:
        return "#6db3f2" if self.dark else "#0b5394"

    @property
    def map(self) -> MapColours:
        """The colours of the map."""
        return MAP_DARK if self.dark else MAP_LIGHT

    @property
    def roles(self) -> dict[str, str]:
        """The fills of states on the map by their role in the organisation: a ground for marks."""
        if self.dark:
            return {"member": "#2b4d6d", "observer": "#253a4c", "partner": "#443e2e"}
        return {"member": "#b4cde6", "observer": "#d6e4ef", "partner": "#e8dfc8"}

    @property
    def role_bands(self) -> dict[str, str]:
        """The same roles as marks of their own, and the chair."""
        if self.dark:
            return {"member": "#3f7fb5", "observer": "#7f9db8", "partner": "#a08d5a", "chair": "#ffffff"}
        return {"member": "#6a9fcf", "observer": "#a9c4db", "partner": "#cdb983", "chair": "#0a2f52"}

    @property
    def hub(self) -> str:
        """The hubs of the eWTP, as marks and as words."""
        return "#ff9a62" if self.dark else "#a23b16"

    @property
    def font_size(self) -> int:
        return 18 if self.large else 12 if self.small or self.narrow else 13

    @property
    def narrow(self) -> bool:
        """True where a figure must be laid out for a phone."""
        return self.width < (NARROW_SMALL if self.small else NARROW)

    @property
    def ramp(self) -> list[list[object]]:
        """One hue for counts, in plotly's form: [[0, colour of few], …, [1, colour of many]]."""
        colours = RAMP_DARK if self.dark else RAMP
        return [[index / (len(colours) - 1), colour] for index, colour in enumerate(colours)]

    def outcome(self, outcome_id: str) -> str:
        """The colour of the marks of a chain by its outcome."""
        light, dark = OUTCOMES.get(outcome_id, ("#7b8794", "#8d99a6"))
        return dark if self.dark else light

    def outcome_text(self, outcome_id: str) -> str:
        """The colour of the words of an outcome."""
        return self.outcome(outcome_id) if outcome_id in OUTCOMES else self.muted

    def ramp_at(self, share: float) -> str:
        """The colour of a share from 0 to 1 on the ramp, as '#rrggbb'."""
        colours = RAMP_DARK if self.dark else RAMP
        place = min(max(share, 0.0), 1.0) * (len(colours) - 1)
        low = min(int(place), len(colours) - 2)
        return mixed(colours[low], colours[low + 1], place - low)

    def buttons(self) -> dict[str, object]:
        """The look of a row of buttons above a plot (plotly's updatemenus)."""
        return {
            "type": "buttons",
            "direction": "right",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "pad": {"b": 4, "t": 0, "l": 0},
            # plotly paints the button under the pointer pale whatever the theme; shell/app.css mends that.
            "bgcolor": self.panel,
            "bordercolor": self.line if self.dark else self.grid,
            "borderwidth": 1,
            "font": {"size": self.font_size - 1, "color": self.text},
            "showactive": False,
        }

    def family(self, family_id: str) -> str:
        """The colour of a family's marks; grey for a family without one."""
        return (FAMILY_COLOURS_DARK if self.dark else FAMILY_COLOURS).get(family_id, "#7b8794")

    def family_text(self, family_id: str) -> str:
        """The colour of a family's words."""
        return FAMILY_TEXT[family_id][self.dark] if family_id in FAMILY_TEXT else self.muted

    def scaled(self, pixels: float) -> float:
        """A length that grows with the type."""
        return pixels * self.font_size / 13


def framed(figure: go.Figure, look: Look, lang: Language) -> go.Figure:
    """The figure with the house's type, margins and axes; changes it in place and gives it back."""
    figure.update_layout(
        font={"family": FONT, "size": look.font_size, "color": look.text},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        separators=",." if lang == "de" else ".,",
        hoverlabel={
            "font": {"family": FONT, "size": look.font_size, "color": look.text},
            "align": "left",
            "bgcolor": look.background,
            "bordercolor": look.line,
        },
        hovermode="closest",
        dragmode=False,
        template="none",
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": look.line, "activecolor": look.accent},
    )
    # Without automargin long labels are cut off as soon as Streamlit's own theme is off.
    axis = {"automargin": True, "gridcolor": look.grid, "zeroline": False, "linecolor": look.grid}
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure


def empty(look: Look, lang: Language, note: Text = NOTHING) -> go.Figure:
    """A figure that says calmly that there is nothing to draw."""
    figure = framed(go.Figure(), look, lang)
    figure.add_annotation(text=note(lang), x=0.5, y=0.5, xref="paper", yref="paper", showarrow=False, font={"color": look.muted})
    hidden = {"visible": False, "fixedrange": True}
    return figure.update_layout(height=140, xaxis=hidden, yaxis=hidden)
