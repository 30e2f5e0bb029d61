"""The palettes, and what can be worked out from a colour."""

from dataclasses import dataclass

# Five families, told apart by colour-blind readers too (after Okabe and Ito, Color Universal Design, 2008).
FAMILY_COLOURS = {
    "security": "#0072B2",
    "digital": "#8a4fa3",
    "economy": "#009E73",
    "society": "#B8860B",
    "institution": "#D55E00",
}


# The same hues, lighter: 3:1 and more against the dark page.
FAMILY_COLOURS_DARK = {
    "security": "#3d9bd6",
    "digital": "#b27fc9",
    "economy": "#1fb389",
    "society": "#cf9d27",
    "institution": "#ee7a2b",
}


# The same hues with at least 4.5:1 against the page: (on light, on dark).
FAMILY_TEXT = {
    "security": ("#00609a", "#5fb3e6"),
    "digital": ("#7a3f94", "#c79be0"),
    "economy": ("#00704f", "#3fc79f"),
    "society": ("#8a6508", "#dcae3c"),
    "institution": ("#b34e00", "#ff9a57"),
}


# What became of an announcement: (on light, on dark), at least 4.5:1 against the page.
OUTCOMES = {
    "held": ("#0b5394", "#6db3f2"),
    "moved": ("#b34e00", "#ff9a57"),
    "cancelled": ("#a61b1b", "#f28b82"),
    "open": ("#00704f", "#3fc79f"),
    "silent": ("#5d6874", "#a9b4c0"),
}


# From white to ink in one hue, even steps of lightness; dark mode goes from the page to light.
RAMP = ("#f1f6fb", "#c9dff0", "#93c0e0", "#5499c9", "#2270ab", "#0a477f", "#062f57")


RAMP_DARK = ("#17212c", "#1b3a56", "#1f557f", "#2b74aa", "#4796cf", "#7fbce8", "#c2e2f9")


def readable_on(colour: str) -> str:
    """Black or white, whichever can be read better on a '#rrggbb' colour: 4.58:1 at least (WCAG 2.2 contrast)."""
    return "#ffffff" if luminance(colour) < 0.179 else "#000000"


def luminance(colour: str) -> float:
    """Relative luminance of a '#rrggbb' colour, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(colour: str, other: str, share: float) -> str:
    """A '#rrggbb' colour with a share (0 to 1) of another in it."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def faded(colour: str, opacity: float) -> str:
    """A '#rrggbb' colour as 'rgba(…)' with an opacity from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


@dataclass(frozen=True, slots=True)
class MapColours:
    """Ground, borders and marks of the map."""

    land: str
    border: str
    city: str
    dispute: str


MAP_LIGHT = MapColours("#edeeec", "#ffffff", "#0b5394", "#8b97a3")
MAP_DARK = MapColours("#222b34", "#0f151c", "#7cbcf5", "#75818d")
