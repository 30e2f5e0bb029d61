"""A presentation as PowerPoint: native charts and tables where PowerPoint has them, pictures with a description where not.

Without a Chromium on the server what would be a picture is a table, and the slide says so.
"""

import io
from datetime import UTC, datetime

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from dashboard.language import Language
from dashboard.pages import PRODUCT
from dashboard.sharing.powerpoint import bodies, frame
from dashboard.sharing.slide import Slide


def powerpoint(slides: list[Slide], title: str, lang: Language, made_at: datetime) -> bytes:
    """The file. `made_at` has a time zone."""
    deck = Presentation()
    _widen(deck)
    properties = deck.core_properties
    properties.title = title or slides[0].title
    properties.author = properties.last_modified_by = PRODUCT(lang)
    properties.language = lang
    properties.created = properties.modified = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    for slide in slides:
        for body in bodies.bodies(slide):
            frame.add(deck, slide, body)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _widen(deck: Deck) -> None:
    """python-pptx begins with a 4:3 template: the sheet and its layouts are stretched to 16:9."""
    before, deck.slide_width = deck.slide_width, Inches(frame.WIDTH)
    deck.slide_height = Inches(frame.HEIGHT)
    ratio = deck.slide_width / before
    for part in (deck.slide_master, *deck.slide_layouts):
        for shape in part.placeholders:
            left, width = shape.left, shape.width
            shape.left, shape.width = int(left * ratio), int(width * ratio)
