"""The typeface of the page, to be carried inside a file: Source Sans (SIL Open Font License), as Streamlit ships it."""

import base64
import importlib.util
from functools import cache
from pathlib import Path

FAMILY = "Source Sans"


@cache
def font_face() -> str:
    """The CSS rule that carries the font; '' where this Streamlit has none, then the next font of the list is used."""
    package = importlib.util.find_spec("streamlit")
    media = Path(package.origin or "").parent / "static" / "static" / "media" if package else Path()
    found = sorted(media.glob("SourceSansVF-Upright*.woff2"))
    if not found:
        return ""
    data = base64.b64encode(found[0].read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face {{ font-family: '{FAMILY}'; font-weight: 200 900; src: {source}; }}"
