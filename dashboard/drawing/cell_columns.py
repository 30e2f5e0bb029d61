"""Counts of cells that are too narrow for their numbers, as columns: as high as the count, so that no colour has to tell it."""

from collections.abc import Sequence

import numpy as np

from dashboard.drawing.matrix import Line, Stack
from dashboard.drawing.style import Look

_LOWEST, _PALEST = 2.5, 0.4  # pixels of a single event among many; share of the ramp


def columns(
    lines: Sequence[Line], borders: np.ndarray, stack: Stack, gap: float, largest: float, look: Look
) -> list[dict[str, object]]:
    """One shape a colour over the cells; `gap` is taken off the widths, `largest` fills its cell from bottom to top."""
    paths: dict[str, str] = {}
    for line, top, bottom in zip(lines, stack.tops, stack.bottoms, strict=True):
        for left, right, value in zip(borders[:-1], borders[1:], line.values, strict=True):
            if not value > 0:  # no briefing is not a number
                continue
            high = max(value / largest * (bottom - top - 2), _LOWEST)
            colour = look.ramp_at(_PALEST + (1 - _PALEST) * value / largest)
            path = f"M{left:g},{bottom - 1 - high:.1f}H{right - gap:.3f}V{bottom - 1:.1f}H{left:g}Z"
            paths[colour] = paths.get(colour, "") + path
    return [{"type": "path", "path": path, "fillcolor": colour, "line": {"width": 0}} for colour, path in paths.items()]
