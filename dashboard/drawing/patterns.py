"""Patterns over the colours of areas, so that who does not see the colours can tell the areas apart."""

from dashboard.drawing.colours import faded, readable_on
from dashboard.drawing.style import Look

FAMILY_PATTERNS = {"security": "", "digital": "x", "economy": "/", "society": ".", "institution": "-"}
ROLE_PATTERNS = {"member": "", "observer": "-", "partner": ".", "chair": ""}  # a chair's band is narrower than the others
_OTHER = "|"


def family_pattern(family_id: str, colour: str) -> dict[str, object]:
    """Plotly's pattern of a family's bars over their colour: away from the colour of the numbers, which stay readable."""
    ink = "#000000" if readable_on(colour) == "#ffffff" else "#ffffff"
    lines = {"fgcolor": faded(ink, 0.5), "bgcolor": colour, "size": 7, "solidity": 0.16, "fillmode": "overlay"}
    return {"shape": FAMILY_PATTERNS.get(family_id, _OTHER if family_id else ""), **lines}


def band_pattern(role: str, colour: str) -> dict[str, object]:
    """Plotly's pattern of a state's band by its role in the organisation."""
    ink = faded(readable_on(colour), 0.55)
    return {"shape": ROLE_PATTERNS.get(role, _OTHER), "fgcolor": ink, "bgcolor": colour, "size": 6, "solidity": 0.18}


def ground_pattern(role: str, look: Look) -> dict[str, object]:
    """Plotly's pattern of a state's area on the map by its role: a quiet ground, on which marks and names stand."""
    ink, shape = faded(look.muted, 0.4), ROLE_PATTERNS.get(role, _OTHER)
    return {"shape": shape, "fgcolor": ink, "bgcolor": look.roles[role], "size": 6, "solidity": 0.12}
