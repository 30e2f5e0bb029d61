"""Legends, and the symbols of statuses."""

from dashboard.drawing.labels import text_width
from dashboard.drawing.style import Look

STATUS_SYMBOLS = {"occurred": "circle", "planned": "circle-open", "postponed": "triangle-right-open", "cancelled": "x-thin-open"}


STATUS_PATTERNS = {"occurred": "", "planned": "/", "postponed": "-", "cancelled": "x"}


def status_markers(statuses: list[str], colours: list[str], size: float, look: Look) -> dict[str, object]:
    """Plotly's marker for symbols by status; open ones are filled with the page, so that no line runs through them."""
    symbols = [STATUS_SYMBOLS.get(status, "square-open") for status in statuses]
    is_open = [symbol.endswith("-open") for symbol in symbols]
    return {
        "symbol": [symbol.removesuffix("-open") for symbol in symbols],
        "color": [look.background if hollow else colour for hollow, colour in zip(is_open, colours, strict=True)],
        "size": [size - 0.5 if hollow else size for hollow in is_open],
        "line": {"width": [look.scaled(1.7) if hollow else 0 for hollow in is_open], "color": colours},
        "opacity": 1,
    }


def legend_lines(names: list[str], look: Look, beside: float = 16) -> int:
    """Lines of a legend; `beside` are the pixels of the margins left and right of the plot.

    Plotly breaks the lines of a legend at the width of the plot alone, even where the legend begins left of it, and sets all
    entries as wide as the widest once they need two lines.
    """
    width = look.width - beside
    widths = [text_width(name, look.font_size) + 46 for name in names]
    if not widths or sum(widths) <= width:
        return 1
    return -(-len(widths) // max(int(width // max(widths)), 1))


def legend_at_top(look: Look) -> dict[str, object]:
    """The layout of a legend that only explains: one line above the plot, no switches."""
    return {
        "orientation": "h",
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yanchor": "top",
        "yref": "container",
        "font": {"size": look.font_size, "color": look.muted},
        "itemclick": False,
        "itemdoubleclick": False,
        "itemsizing": "trace",
        "itemwidth": 30,
        "tracegroupgap": 0,
    }
