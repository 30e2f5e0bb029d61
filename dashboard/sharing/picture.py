"""A chart as a picture that explains itself: title, number and filter above it, its sentence, sources and link below.

PNG, SVG and PDF are one composition; the font of the page is inside each.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from dashboard.drawing.labels import wrapped
from dashboard.drawing.style import Look
from dashboard.language import Text
from dashboard.pages import PRODUCT
from dashboard.sharing import chromium
from dashboard.sharing.deck import style_file
from dashboard.sharing.fit import Fitted, fitted
from dashboard.sharing.fonts import FAMILY, HALO, font_face
from dashboard.sharing.slide import Slide

_WIDTH, _HEIGHT = 1200, 760  # CSS pixels for the figure; it may be higher
_MARGIN = 28
_FONTS = f"'{FAMILY}', 'Source Sans 3', 'Source Sans Pro', sans-serif"
_SCALE = 2  # of PNG, for a sharp print
FORMATS = {
    "png": Text(de="PNG", en="PNG"),
    "svg": Text(de="SVG", en="SVG"),
    "pdf": Text(de="PDF", en="PDF"),
}
MIMES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as PNG; `width` and `height` are in CSS pixels."""

    png: bytes
    width: int
    height: int


def of_figure(found: Fitted) -> Picture:
    """The figure alone. Raises PictureError."""
    image = chromium.png(_page(_drawn(found), ""), found.width, found.height, _SCALE * max(found.scale, 1))
    return Picture(image, found.width, found.height)


def chart_picture(slide: Slide, format_: str) -> bytes:
    """The whole picture as 'png', 'svg' or 'pdf'. Raises PictureError, and KeyError for another format."""
    chromium.required()
    return _MADE[format_](slide)


def _svg(slide: Slide) -> bytes:
    return _composed(slide, with_font=True)[0].encode()


def _png(slide: Slide) -> bytes:
    image, width, height = _composed(slide)
    return chromium.png(_page(image, ""), width, height, _SCALE)


def _pdf(slide: Slide) -> bytes:
    image, width, height = _composed(slide)
    style = f"@page {{ size: {width}px {height}px; margin: 0; }}"
    script = f"<script>{style_file('hatching.js')}drawHatching(document)</script>"
    return chromium.pdf(_page(image + script, style, slide.title, slide.lang))


_MADE: dict[str, Callable[[Slide], bytes]] = {"png": _png, "svg": _svg, "pdf": _pdf}


def _page(image: str, style: str, title: str = "", lang: str = "de") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title><style>{font_face()}{HALO}'
        f"html, body {{ margin: 0; background: #fff; }} svg {{ display: block; }} {style}</style></head>"
        f"<body>{image}</body></html>"
    )


def _drawn(found: Fitted) -> str:
    return re.sub(r"^<\?xml[^>]*\?>", "", chromium.svg(found.still(), found.width, found.height))


def _composed(slide: Slide, with_font: bool = False) -> tuple[str, int, int]:
    """The picture as SVG, its width and its height."""
    found = fitted(slide, _WIDTH, _HEIGHT)
    look, width = Look(), found.width + 2 * _MARGIN
    lines = _Lines(look, width - 2 * _MARGIN)
    lines.add(slide.caption or slide.title, 26, look.text, bold=True)
    lines.add(f"{slide.title} · {slide.filter}" if slide.caption else slide.filter, 16, look.muted)
    top = lines.y + 14
    lines.y = top + found.height + 6
    lines.add(slide.summary, 14, look.text)
    lines.add(f"{PRODUCT(slide.lang)}. {slide.sources}", 12, look.muted)
    lines.add(slide.link, 11, look.muted, break_anywhere=True)
    height = int(lines.y + _MARGIN * 0.7)
    style = f"<style>{font_face()}{HALO}</style>" if with_font else ""
    words = f"<title>{escape(slide.title)}</title><desc>{escape(f'{slide.filter}. {slide.summary}')}</desc>"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="{escape(_FONTS)}">{words}{style}'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{"".join(lines.elements)}'
        f'<g transform="translate({_MARGIN} {top:.0f})">{_drawn(found)}</g></svg>'
    )
    return svg, width, height


class _Lines:
    """Lines of text one under the other, from `y` on downwards."""

    def __init__(self, look: Look, width: float) -> None:
        self.look, self.width, self.y = look, width, _MARGIN * 0.6
        self.elements: list[str] = []

    def add(self, text: str, size: float, ink: str, bold: bool = False, break_anywhere: bool = False) -> None:
        """Adds a text, broken into lines of the width."""
        # Widths are of a broader font; ours runs about a tenth narrower.
        lines = _cut(text, int(self.width / size * 1.9)) if break_anywhere else wrapped(text, self.width * 1.08, size)
        for line in lines:
            self.y += size * 1.3
            weight = ' font-weight="700"' if bold else ""
            self.elements.append(
                f'<text x="{_MARGIN}" y="{self.y:.1f}" font-size="{size}"{weight} fill="{ink}">{escape(line)}</text>'
            )


def _cut(text: str, length: int) -> list[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]
