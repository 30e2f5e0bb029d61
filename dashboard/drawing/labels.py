"""How wide words are, and where labels of points can stand without lying on each other. All lengths in CSS pixels."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Advance widths of a wide sans serif (Liberation Sans) in thousandths of the type size, rounded up by group: the fonts of
# the browser and of the export server differ, and a label that is a little too wide never lies on its neighbour.
_WIDTHS = (
    dict.fromkeys("ijl.,:;'|!/()[]-· ftrI", 280)
    | dict.fromkeys("mwMWÄÖÜ@%—…QOGD", 860)
    | dict.fromkeys("ABCEFHKLNPRSTUVXYZ", 720)
)
_WIDTH = 580


def text_width(text: str, size: float) -> float:
    """A safe width of one line of text."""
    return sum(_WIDTHS.get(character, _WIDTH) for character in text) * size / 1000


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text broken at its spaces into lines of at most `width`; a longer word stands alone."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):  # no-break spaces do not part
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def safe(text: str) -> str:
    """A text from the data for plotly, which reads a little HTML in all words it draws."""
    return html.escape(text, quote=False)


def shortened(text: str, width: float, size: float) -> str:
    """The text, cut with an ellipsis where it is wider than `width`."""
    if text_width(text, size) <= width + 0.5:  # a column made as wide as its widest name must hold that name
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip(" ,-") + "…"


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: "Box") -> bool:
        return other.left <= self.left and self.right <= other.right and other.top <= self.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point that wants a label: its place, the radius of its symbol, its words, and whether it must get one."""

    x: float
    y: float
    radius: float
    text: str
    needed: bool = False

    @property
    def box(self) -> Box:
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)

    @property
    def inner(self) -> Box:
        """The square inside a round symbol."""
        half = self.radius * 0.7
        return Box(self.x - half, self.y - half, self.x + half, self.y + half)


@dataclass(frozen=True, slots=True)
class Placed:
    """A label: its offset from the anchor, to the edge of the text that is `side` (left, center, right), and to its middle.

    `leader` says whether a line must join label and anchor; `box` is what the label covers.
    """

    index: int
    dx: float
    dy: float
    side: str
    leader: bool
    box: Box


# Right first, as readers expect it (Imhof's order), then the other seven positions; unit steps to the right and down.
_SIDES = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
_RINGS = (20, 27, 35, 44, 54, 66, 80, 96, 115, 140, 170)
_SPOKES = tuple((dx, dy) for dx in (1, -1, 0.6, -0.6, 0.3, -0.3, 0) for dy in (0, -0.5, 0.5, -1, 1) if max(abs(dx), abs(dy)) == 1)


def place_labels(anchors: Sequence[Anchor], frame: Box, size: float, most: int = 1000, taken: Iterable[Box] = ()) -> list[Placed]:
    """Greedy placement in the order given: eight positions beside the symbol, then further out with a leader line.

    First the `needed` ones, beside their symbols and then with leader lines; after them the others, which stay without a
    label where there is no room beside the symbol, or where `most` labels are placed. No label meets another, a symbol, a
    leader line, a box of `taken` or the edge of the frame.
    """
    symbols = [anchor.box for anchor in anchors]
    words = list(taken)
    placed: dict[int, Placed] = {}
    needed = [index for index, anchor in enumerate(anchors) if anchor.needed]
    others = [index for index, anchor in enumerate(anchors) if not anchor.needed]
    for index in needed:
        _keep(_beside(index, anchors[index], frame, size, [*symbols[:index], *symbols[index + 1 :], *words]), placed, words)
    for index in needed:
        if index not in placed:
            # Better no line over another symbol, it would seem to belong to that one; if there is no such way, over it.
            others_of = [other for number, other in enumerate(anchors) if number != index]
            for barriers in ([other.box for other in others_of], [other.inner for other in others_of], []):
                found = _far(index, anchors[index], frame, size, symbols, words, barriers)
                if found is not None:
                    _keep(found, placed, words)
                    words += _line(anchors[index], found.box)
                    break
    for index in others:
        if len(placed) < most:
            _keep(_beside(index, anchors[index], frame, size, [*symbols[:index], *symbols[index + 1 :], *words]), placed, words)
    return [placed[index] for index in sorted(placed)]


def _keep(label: Placed | None, placed: dict[int, Placed], words: list[Box]) -> None:
    if label is not None:
        placed[label.index] = label
        words.append(label.box)


def _beside(index: int, anchor: Anchor, frame: Box, size: float, taken: list[Box]) -> Placed | None:
    width, height = text_width(anchor.text, size), size * 1.25
    for right, down in _SIDES:
        # On the diagonals the label may come nearer, because the symbol is round.
        reach = anchor.radius + 3 if 0 in (right, down) else anchor.radius * 0.7 + 2
        middle = right * (reach + width / 2)
        dy = down * (reach + height / 2 if right == 0 else reach * 0.6 + height * 0.35)
        box = _around(anchor.x + middle, anchor.y + dy, width, height)
        if box.inside(frame) and not any(box.meets(other) for other in taken):
            return _put(index, right, right * reach, dy, False, box)
    return None


def _far(
    index: int, anchor: Anchor, frame: Box, size: float, symbols: list[Box], words: list[Box], barriers: list[Box]
) -> Placed | None:
    """`symbols` and `words` must not be covered by the label, `words` and `barriers` not be crossed by its line."""
    width, height = text_width(anchor.text, size), size * 1.25
    for ring in _RINGS:
        for right, down in _SPOKES:
            middle = right * ring + (width / 2 if right > 0 else -width / 2 if right < 0 else 0)
            dy = down * ring
            box = _around(anchor.x + middle, anchor.y + dy, width, height)
            free = box.inside(frame) and not any(box.meets(other) for other in (*symbols, *words))
            if free and not any(step.meets(other) for step in _line(anchor, box) for other in (*words, *barriers)):
                return _put(index, right, right * ring, dy, True, box)
    return None


def _line(anchor: Anchor, box: Box) -> list[Box]:
    """The way from the edge of the symbol to the nearest point of the label, as a row of small boxes."""
    x, y = min(max(anchor.x, box.left), box.right), (box.top + box.bottom) / 2
    length = max(((x - anchor.x) ** 2 + (y - anchor.y) ** 2) ** 0.5, 1)
    steps = [way / length for way in range(int(anchor.radius) + 1, int(length), 3)]
    at = [(anchor.x + (x - anchor.x) * step, anchor.y + (y - anchor.y) * step) for step in steps]
    return [Box(px - 1, py - 1, px + 1, py + 1) for px, py in at]


def _put(index: int, right: float, dx: float, dy: float, leader: bool, box: Box) -> Placed:
    side = "left" if right > 0 else "right" if right < 0 else "center"
    return Placed(index, dx, dy, side, leader, box)


def _around(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
