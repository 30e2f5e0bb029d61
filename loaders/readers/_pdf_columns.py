"""The rows of a page of a PDF: what stands in one line, and in which column."""

from collections import Counter
from collections.abc import Iterator

from loaders.readers._pdf_chars import Char

SMALLER = 0.87
_STRIP = 2.0  # points: the width of the strips in which columns are looked for
_GUTTER = 6.0  # points: the least gap between columns


def _rows(chars: list[Char]) -> list[list[Char]]:
    """Characters by the line they stand in, top down; a raised number stands in the line of its word."""
    rows: list[tuple[float, float, list[Char]]] = []  # base, size, characters
    last = -1
    for char in chars:
        middle = char.base + 0.3 * char.size
        if last < 0 or not _holds(rows[last], middle, char):
            last = next((i for i in range(len(rows) - 1, -1, -1) if _holds(rows[i], middle, char)), len(rows))
            if last == len(rows):
                rows.append((char.base, char.size, []))
        _, size, found = rows[last]
        found.append(char)
        if char.size > size * 1.1:
            rows[last] = (char.base, char.size, found)
    rows.sort(key=lambda row: -row[0])
    return [sorted(found, key=lambda char: char.left) for _, _, found in rows]


def _holds(row: tuple[float, float, list[Char]], middle: float, char: Char) -> bool:
    base, size, _ = row
    if size < char.size * SMALLER:  # the row began with a raised number
        return char.base - 0.15 * char.size < base + 0.3 * size < char.base + 0.95 * char.size
    return base - 0.15 * size < middle < base + 0.95 * size


# The middle and the width of the gap between two columns, in points.
Gutter = tuple[float, float]


def gutter_of(chars: list[Char], usual: Gutter | None) -> Gutter | None:
    """Where the columns of a page part; `usual` is that of the page before, for a page that is not full."""
    found = _gutter(chars)
    if found is not None or usual is None:
        return found
    middle, _ = usual
    seen = [char for char in chars if char.text.strip()]
    crossing = sum(char.left < middle < char.right for char in seen)
    return usual if crossing * 50 <= len(seen) and any(char.left > middle for char in seen) else None


def in_columns(chars: list[Char], found: Gutter | None) -> list[tuple[int, list[Char]]]:
    """The rows of a page in reading order, each with its column: 0 over the whole width, 1 left, 2 right.

    Where a page is set in two columns, the left one of each stretch between rows over the whole width comes first.
    """
    if found is None:
        return [(0, row) for row in _rows(chars)]
    gutter, width = found
    across = {round(char.base) for char in _across(chars, gutter, width)}
    whole = [char for char in chars if round(char.base) in across]
    left = [char for char in chars if round(char.base) not in across and char.right <= gutter]
    right = [char for char in chars if round(char.base) not in across and char.right > gutter]
    rows = [(column, row) for column, part in enumerate((whole, left, right)) for row in _rows(part)]
    breaks = sorted((row[0].base for column, row in rows if column == 0), reverse=True)

    def place(told: tuple[int, list[Char]]) -> tuple[int, int, float]:
        column, row = told
        stretch = sum(base > row[0].base for base in breaks)
        return (2 * stretch + (1 if column else 2), column, -row[0].base)

    return sorted(rows, key=place)


def _across(chars: list[Char], gutter: float, width: float) -> Iterator[Char]:
    """One character of each row that goes on over the gutter, in a letter or with no more than a space there."""
    near: dict[int, Char] = {}
    for char in chars:
        if char.text.strip() and char.right <= gutter and char.right > near.get(round(char.base), char).right - 0.1:
            near[round(char.base)] = char
    for char in chars:
        before = near.get(round(char.base))
        is_next = before is not None and char.left >= gutter and char.left - before.right < min(0.6 * char.size, 0.75 * width)
        if char.text.strip() and (char.left < gutter < char.right or is_next):
            yield char


def _gutter(chars: list[Char]) -> Gutter | None:
    """The middle and the width of the gap between two columns: a strip amid the page that hardly any character touches."""
    seen = [char for char in chars if char.text.strip()]
    if len(seen) < 400:
        return None
    left, right = min(char.left for char in seen), max(char.right for char in seen)
    covered = Counter(strip for char in seen for strip in range(int(char.left / _STRIP), int(char.right / _STRIP) + 1))
    few = 0.04 * len(seen) * _STRIP / (right - left) * 6
    start = 0
    best = (0, 0.0)
    for strip in range(int((left + 0.3 * (right - left)) / _STRIP), int((left + 0.7 * (right - left)) / _STRIP) + 1):
        if covered[strip] > few:
            start = 0
            continue
        start = start or strip
        best = max(best, (strip - start + 1, (start + strip + 1) / 2 * _STRIP))
    sides = sum(char.right <= best[1] for char in seen) / len(seen)
    width = best[0] * _STRIP
    return (best[1], width) if width >= _GUTTER and 0.2 < sides < 0.9 else None
