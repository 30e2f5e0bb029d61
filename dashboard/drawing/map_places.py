"""Places on the map: where each stands, how large its symbol is, and which symbols there are."""

import numpy as np
import pandas as pd
import shapely

from dashboard.drawing import basemap

ROLES = ("member", "observer", "partner")


def located(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of places and hubs with `x` and `y` in kilometres (NaN: nowhere on the map); a state stands in its middle."""
    places = rows[rows["kind_id"].isin(["city", "region", "country", "hub", "hub-assumed"])].copy()
    places["x"], places["y"] = basemap.project(places["longitude"], places["latitude"])
    middles = basemap.countries()
    of_state = places["kind_id"] == "country"
    for axis in ("x", "y"):
        places.loc[of_state, axis] = places.loc[of_state, "country_code"].map(middles[axis])
    return places


def symbols_of(places: pd.DataFrame, wide: float) -> pd.DataFrame:
    """What gets a symbol: hubs and venues that lie on the map, with `size` (pixels across) and `name`, the smallest last."""
    hubs = places["kind_id"].str.startswith("hub")
    shown = places[(hubs | (places["venue_events"] > 0)) & places["x"].notna()].copy()
    shown["size"] = sizes(shown["venue_events"], wide)
    is_hub = shown["kind_id"].str.startswith("hub")
    shown.loc[is_hub, "size"] = 11 if wide > 600 else 9
    shown.loc[shown["kind_id"] == "country", "size"] = 10 if wide > 600 else 8
    shown["name"] = np.where(is_hub, "eWTP " + shown["place"], shown["place"])
    return shown.sort_values("size", ascending=False, kind="stable")


def beside_cities(symbols: pd.DataFrame, scale: float) -> pd.DataFrame:
    """The symbol of a state moved out of the way of the cities' symbols, but not out of the state."""
    moved = symbols.copy()
    steps = [
        (0, 0),
        *((radius * np.cos(angle), radius * np.sin(angle)) for radius in (14, 24, 36) for angle in np.arange(8) * np.pi / 4),
    ]
    for index, state in symbols[symbols["kind_id"] == "country"].iterrows():
        others = moved.drop(index)
        area = basemap.countries().loc[state["country_code"], "geometry"]
        for right, up in steps:
            x, y = state["x"] + right * scale, state["y"] + up * scale
            apart = np.hypot(others["x"] - x, others["y"] - y) / scale - (others["size"] + state["size"]) / 2
            if (apart > 3).all() and shapely.contains_xy(area, x, y):
                moved.loc[index, ["x", "y"]] = x, y
                break
    return moved


def sizes(counts: pd.Series, wide: float) -> pd.Series:
    """Pixels across, so that the areas are as the counts; one event is never smaller than can be hit."""
    largest = 30.0 if wide > 600 else 20.0
    unit = min(largest / np.sqrt(max(counts.max(), 1)), 12.0 if wide > 600 else 9.0) if len(counts) else 0
    return np.maximum(np.sqrt(counts) * unit, 6.0 if wide > 600 else 5.0)
