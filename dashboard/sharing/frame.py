"""A view as a frame of another page: its address and the HTML that shows it."""

from dataclasses import replace
from html import escape

from dashboard.view import View, address

HEIGHTS = {"map": 820, "timeline": 900, "topics": 1700, "actors": 1900, "chains": 1200}
_HEIGHT = 800  # CSS pixels


def frame_address(view: View, base: str) -> str:
    """The address of the view without controls, with every restriction and the version of the data."""
    selection = replace(view.pinned, frame=True, present=False)
    return base + address(view.page, selection).removeprefix("./")


def frame_html(view: View, base: str, title: str) -> str:
    """The element to be put into another page."""
    height = HEIGHTS.get(view.page, _HEIGHT)
    return (
        f'<iframe src="{escape(frame_address(view, base))}" title="{escape(title)}" width="100%" height="{height}" '
        'loading="lazy" referrerpolicy="no-referrer" style="border:0"></iframe>'
    )
