"""The typeface of the page, to be carried inside a file: Source Sans (SIL Open Font License), as Streamlit ships it."""

import base64
import importlib.util
from functools import cache
from pathlib import Path

FAMILY = "Source Sans"
# Plotly draws a halo round words as a shadow, which few programs know and print as a picture; this draws it as an outline.
HALO = (
    'text[style*="text-shadow"] { text-shadow: none !important; paint-order: stroke; stroke: #ffffff; stroke-width: 3px; '
    "stroke-linejoin: round; }"
)


@cache
def font_face() -> str:
    """The CSS rule that carries the font, as data; '' where this Streamlit has none, then the next font of the list is used."""
    package = importlib.util.find_spec("streamlit")
    media = Path(package.origin or "").parent / "static" / "static" / "media" if package else Path()
    found = sorted(media.glob("SourceSansVF-Upright*.woff2"))
    if not found:
        return ""
    data = base64.b64encode(found[0].read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face {{ font-family: '{FAMILY}'; font-weight: 200 900; src: {source}; }}"
