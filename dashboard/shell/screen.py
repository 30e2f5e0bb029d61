"""How wide a figure gets drawn. Streamlit tells the server no size; the index page leaves that of the window in a cookie."""

COOKIE = "sco-window"
# Kept as the window is now; read when a session begins.
SCRIPT = f"""
  const measure = () => {{ document.cookie = '{COOKIE}=' + innerWidth + ';path=' + new URL(base).pathname + ';SameSite=Lax'; }};
  addEventListener('resize', measure);
  measure();"""

_USUAL, _PHONE = 1000, 360  # CSS pixels, where the window is not known
_SIDEBAR, _SIDEBAR_FROM = 315, 768  # dashboard/shell/app.css; below that Streamlit folds the sidebar
_EDGES, _EDGES_PHONE, _PHONE_UP_TO = 68, 30, 640
_WIDEST = 1700


def figure_width(window: str | None, is_phone: bool = False, is_alone: bool = False) -> int:
    """CSS pixels a figure has across the page, for a window as wide as the cookie says; `is_alone`: without filters beside it.

    Rounded down to tens, so that windows of nearly one size are drawn the same.
    """
    if not (window and window.isascii() and window.isdigit()):
        return _PHONE if is_phone else _USUAL
    width = int(window)
    edges = _EDGES_PHONE if width <= _PHONE_UP_TO else _EDGES
    beside = _SIDEBAR if width >= _SIDEBAR_FROM and not is_alone else 0
    return min(max(width - edges - beside, 280), _WIDEST) // 10 * 10
