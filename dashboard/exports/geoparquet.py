"""GeoParquet: one row a pair of event and place, with the place as a point; for geopandas, QGIS, R (sf, arrow)."""

import io

import geopandas as gpd
import pandas as pd

from dashboard.exports import ExportContext
from dashboard.language import Text
from dashboard.slices.arrow_tables import arrow_table
from dashboard.slices.placed_events import frame_of, pair_columns, placed_events
from dashboard.slices.slice_tables import closed
from loaders.tables import Tables

ID = "geoparquet"
ORDER = 90
TITLE = Text(de="GeoParquet", en="GeoParquet")
HELP = Text(
    de="Eine Zeile je Paar aus Ereignis und Ort, der Ort als Punkt; für QGIS, GeoPandas, R (sf).",
    en="One row per pair of event and place, the place as a point; for QGIS, GeoPandas, R (sf).",
)
NAME = "places"
SUFFIX = "geo.parquet"
MIME = "application/vnd.apache.parquet"


def build(tables: Tables, context: ExportContext) -> bytes:
    """GeoParquet 1.1, WGS 84 with longitude first, compressed with zstd; a place without position has no geometry."""
    pairs = frame_of(placed_events(closed(context.everything, tables), context))
    described = pair_columns()
    table = arrow_table({name: list(pairs[name]) for name in pairs.columns}, described, context.lang)
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    longitude, latitude = (
        frame.pop(name).astype("float64").to_numpy(na_value=float("nan")) for name in ("longitude", "latitude")
    )
    points = gpd.GeoSeries.from_xy(longitude, latitude, crs="OGC:CRS84")
    points[pd.isna(longitude)] = None
    buffer = io.BytesIO()
    gpd.GeoDataFrame(frame, geometry=points).to_parquet(buffer, index=False, compression="zstd", schema_version="1.1.0")
    return buffer.getvalue()
