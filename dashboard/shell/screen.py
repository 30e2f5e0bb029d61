"""How large a figure gets drawn. Streamlit tells the server no size; the index page leaves that of the window in a cookie."""

import re

COOKIE = "sco-window"
# Kept as the window is now; read when a session begins.
SCRIPT = f"""
  const measure = () => {{
    document.cookie = `{COOKIE}=${{innerWidth}}x${{innerHeight}};path=${{new URL(base).pathname}};SameSite=Lax`;
  }};
  addEventListener('resize', measure);
  measure();"""

_USUAL, _PHONE = 1000, 360  # CSS pixels, where the window is not known
_SIDEBAR, _SIDEBAR_FROM = 315, 768  # dashboard/shell/app.css; below that Streamlit folds the sidebar
_EDGES, _EDGES_PHONE, _PHONE_UP_TO = 68, 30, 640
_WIDEST = 1700
_AROUND = 300  # title, filter sentence, the chart's own title and sentence, foot
_LOWEST = 240


def figure_width(window: str | None, is_phone: bool = False, is_alone: bool = False) -> int:
    """CSS pixels a figure has across the page, for a window as wide as the cookie says; `is_alone`: without filters beside it.

    Rounded down to tens, so that windows of nearly one size are drawn the same.
    """
    size = _size(window)
    if not size:
        return _PHONE if is_phone else _USUAL
    width = size[0]
    edges = _EDGES_PHONE if width <= _PHONE_UP_TO else _EDGES
    beside = _SIDEBAR if width >= _SIDEBAR_FROM and not is_alone else 0
    return min(max(width - edges - beside, 280), _WIDEST) // 10 * 10


def figure_height(window: str | None) -> int:
    """CSS pixels a figure may be tall so that a presentation shows it whole; 0 where the window is not known.

    Rounded down to tens, as the width is.
    """
    size = _size(window)
    return max(size[1] - _AROUND, _LOWEST) // 10 * 10 if size else 0


def _size(window: str | None) -> tuple[int, int] | None:
    found = re.fullmatch(r"([0-9]{1,5})x([0-9]{1,5})", window) if isinstance(window, str) else None
    return (int(found[1]), int(found[2])) if found else None
