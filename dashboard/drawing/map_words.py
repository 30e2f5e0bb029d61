"""The words on and under the map: names beside their symbols, and what cannot be shown on it."""

import numpy as np
import pandas as pd

from dashboard.drawing import basemap
from dashboard.drawing.labels import Anchor, Box, Placed, place_labels, safe, wrapped
from dashboard.drawing.style import NOTHING, Look
from dashboard.language import Language, Text, number

OUTSIDE = Text(de="Außerhalb des Ausschnitts", en="Outside the map")
UNPLACED = Text(de="Ohne Koordinaten", en="Without coordinates")
ROOM_FOR_A_NAME = 5500  # square pixels of the map
FIRST = 10  # places named for their events alone

Note = dict[str, object]


def annotations(symbols: pd.DataFrame, view: basemap.View, size: tuple[float, float], look: Look) -> list[Note]:
    """The names that find room in a view, the hubs and the places with most events first."""
    left, low, right, up, scale = view.window(*size)
    inside = symbols[symbols["x"].between(left, right) & symbols["y"].between(low, up)]
    group = _groups(inside)
    order = inside.assign(group=group).iloc[_by_importance(inside, group)]
    # In each group the first ones get a leader line where there is no room beside the symbol.
    order["needed"] = order.groupby("group").cumcount() < order["group"].map({0: 99, 1: 6 if look.narrow else FIRST, 2: 6, 3: 0})
    type_size = look.font_size - (1 if look.narrow or look.small else 0)
    anchors = [
        Anchor((row.x - left) / scale, (up - row.y) / scale, row.size / 2, row.name_, row.needed)
        for row in order.rename(columns={"name": "name_"}).itertuples()
    ]
    placed = place_labels(anchors, Box(2, 2, size[0] - 2, size[1] - 2), type_size, int(size[0] * size[1] / ROOM_FOR_A_NAME))
    return [_name(anchors[label.index], label, order.iloc[label.index], type_size, look) for label in placed]


def _groups(symbols: pd.DataFrame) -> np.ndarray:
    """0 the hubs, 1 the places with most events, 2 the others, 3 states as such."""
    is_hub = symbols["kind_id"].str.startswith("hub").to_numpy()
    is_state = (symbols["kind_id"] == "country").to_numpy()
    events = np.where(is_hub | is_state, -1, symbols["venue_events"])
    rank = np.argsort(np.argsort(-events, kind="stable"), kind="stable")
    return np.select([is_hub, is_state, rank < FIRST], [0, 3, 1], 2)


def _by_importance(symbols: pd.DataFrame, group: np.ndarray) -> np.ndarray:
    """Positions of the rows, group by group: most events first, in group 2 the one that is the largest far around.

    That is the rule of an atlas: a small town alone in its region is named before one in the shadow of a capital.
    """
    events, points = symbols["venue_events"].to_numpy(), symbols[["x", "y"]].to_numpy()
    distance = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    larger = (events[None] > events[:, None]) & (group != 3)[None]
    alone = np.where(larger, distance, 99999).min(axis=1, initial=99999)
    return np.lexsort((-events, np.where(group == 2, -alone, -events), group))


def _name(anchor: Anchor, label: Placed, row: pd.Series, size: float, look: Look) -> Note:
    halo = ",".join(f"{x}px {y}px 2px {look.background}" for x, y in ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 0)))
    colour = look.hub if row["kind_id"].startswith("hub") else look.text
    note: Note = {
        "x": row["x"],
        "y": row["y"],
        "text": safe(anchor.text),
        "xanchor": label.side,
        "yanchor": "middle",
        "borderpad": 0,
    }
    note["font"] = {"size": size, "color": colour, "shadow": halo}
    if label.leader:
        line = {"arrowhead": 0, "arrowwidth": 1, "arrowcolor": look.muted, "standoff": anchor.radius}
        return {**note, **line, "showarrow": True, "ax": label.dx, "ay": label.dy}
    return {**note, "showarrow": False, "xshift": label.dx, "yshift": -label.dy}


def notes(
    rows: pd.DataFrame, places: pd.DataFrame, window: tuple[float, float, float, float, float], lang: Language, look: Look
) -> tuple[list[Note], float]:
    """Lines under the map, and the room they need: events without a place, places outside, and whose borders these are."""
    left, low, right, up, _ = window
    venues = places[places["venue_events"] > 0]
    nowhere = venues[venues["x"].isna()]
    outside = venues[venues["x"].notna() & ~(venues["x"].between(left, right) & venues["y"].between(low, up))]
    apart = rows[rows["kind_id"].isin(["online", "none"]) & (rows["venue_events"] > 0)]
    parts = [f"{row.place}: {number(row.venue_events, lang)}" for row in apart.itertuples()]
    if not parts and venues.empty:
        parts = [NOTHING(lang)]
    parts += [_list(title, frame, lang) for title, frame in ((OUTSIDE, outside), (UNPLACED, nowhere)) if len(frame)]
    size = look.font_size - 1
    lines = [safe(line) for line in wrapped(" · ".join(parts), look.width - 24, size)]
    if not look.small:
        lines += wrapped(basemap.SOURCE(lang), look.width - 24, size - 1)
    height = len(lines) * size * 1.35
    note = {
        "text": "<br>".join(lines),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -6,
    }
    note |= {"showarrow": False, "align": "left", "font": {"size": size, "color": look.muted}}
    return ([note] if lines else []), height + 14


def _list(title: Text, frame: pd.DataFrame, lang: Language) -> str:
    return f"{title(lang)}: " + ", ".join(f"{row.place} ({number(row.venue_events, lang)})" for row in frame.itertuples())
