"""The base map: borders bundled with the project, already projected, and the same projection for points.

Lambert's azimuthal equal-area projection around Central Asia, in kilometres: areas are true and Eurasia is whole.
Source, licence and the policy for disputed borders: data/basemap/README.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Transformer

from dashboard.language import Text

FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "basemap"
CRS = "+proj=laea +lat_0=34 +lon_0=70 +R=6371007 +units=km +no_defs"
SOURCE = Text(
    de="Grenzen: Natural Earth (visionscarto), UN-nahe Darstellung; umstrittene Linien gestrichelt. Flächentreue Projektion.",
    en="Borders: Natural Earth (visionscarto), UN-like view; disputed lines dashed. Equal-area projection.",
)


@dataclass(frozen=True, slots=True)
class View:
    """A part of the map, in kilometres of the projection; `height` is what is shown from top to bottom at least."""

    name: Text
    x: float
    y: float
    width: float
    height: float

    def window(self, pixels_wide: float, pixels_high: float) -> tuple[float, float, float, float, float]:
        """Left, bottom, right, top and kilometres a pixel, for a drawing of that size: the whole view fits in."""
        scale = max(self.width / pixels_wide, self.height / pixels_high)
        half_x, half_y = pixels_wide * scale / 2, pixels_high * scale / 2
        return self.x - half_x, self.y - half_y, self.x + half_x, self.y + half_y, scale


WHOLE = View(Text(de="Ganze Karte", en="Whole map"), 400, 400, 10600, 8300)
VIEWS = (
    WHOLE,
    View(Text(de="Zentralasien", en="Central Asia"), 150, 950, 3000, 2600),
    View(Text(de="Europa", en="Europe"), -3000, 3100, 3200, 2500),
    View(Text(de="Ost- und Südasien", en="East and South Asia"), 2900, 0, 5200, 4300),
)


@cache
def countries() -> gpd.GeoDataFrame:
    """country_code (ISO 3166 alpha-2, '' for land given to no state), geometry and its middle `x`, `y` in kilometres."""
    return gpd.read_parquet(FOLDER / "countries.parquet").set_index("country_code", drop=False)


@cache
def disputed_lines() -> tuple[np.ndarray, np.ndarray]:
    """The borders to be drawn dashed, as x and y with NaN between two lines."""
    return _strokes(gpd.read_parquet(FOLDER / "disputed.parquet").geometry.to_numpy())


def outlines(codes: Iterable[str]) -> tuple[np.ndarray, np.ndarray]:
    """The rings of these states as x and y with NaN between two rings; unknown codes are passed over."""
    return _outlines(tuple(codes))


@cache
def _outlines(codes: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    frame = countries()
    return _strokes(shapely.boundary(frame.loc[frame.index.isin(codes), "geometry"].to_numpy()))


def _strokes(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lines = shapely.get_parts(geometries)
    points, owner = shapely.get_coordinates(lines, return_index=True)
    breaks = np.flatnonzero(np.diff(owner)) + 1
    return tuple(np.insert(points[:, axis], breaks, np.nan).astype(np.float32) for axis in (0, 1))  # type: ignore[return-value]


@cache
def _transformer() -> Transformer:
    return Transformer.from_crs("EPSG:4326", CRS, always_xy=True)


def project(longitude: Iterable[float], latitude: Iterable[float]) -> tuple[np.ndarray, np.ndarray]:
    """Degrees to kilometres of the map; NaN stays NaN."""
    x, y = _transformer().transform(np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float))
    return np.where(np.isfinite(x), x, np.nan), np.where(np.isfinite(y), y, np.nan)
