# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""Counties of the fifty United States, and what stands in their place in Louisiana and Alaska."""

from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from assets.build.geometry import DIGITS, as_geojson, inner_point, parts, polygons, radius_km
from assets.build.packages import Packages, Properties

TOLERANCE = 0.01  # degrees: a county is some 40 km across

# The Census Bureau's legal and statistical area descriptions. Not here: independent cities, which are settlements
# (25), and areas outside the states (07, 10, 13).
FORMS = {
    "03": ("{} City and Borough", "City and Borough of {}", "{} Borough"),
    "04": ("{} Borough", "Borough of {}"),
    "05": ("{} Census Area",),
    "06": ("{} County", "County of {}"),
    "12": ("{} Municipality", "Municipality of {}"),
    "15": ("{} Parish", "Parish of {}"),
}

# FIPS codes of the states in the order of their names, with the gaps that the standard leaves.
_STATES = (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI "
    "27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT "
    "50VT 51VA 53WA 54WV 55WI 56WY"
)
POSTAL = {pair[:2]: pair[2:] for pair in _STATES.split()}


def counties(packages: Packages) -> Iterator[dict[str, Any]]:
    """Records like those of regions, each within its state; the bare name, often a surname, is no name of its own."""
    rows = [(row, shape) for row, shape in packages.counties() if row["statefp"] in POSTAL and row["lsad"] in FORMS]
    for (row, _), shape in zip(rows, outlines([shape for _, shape in rows]), strict=True):
        yield as_record(row, shape)


def outlines(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """Simplified as one coverage, so that neighbours keep a common edge (see `geometry.simplified`)."""
    valid = [shapely.make_valid(shape) for shape in shapes]
    simple = shapely.coverage_simplify(valid, TOLERANCE)
    return [_tidy(new) or old for old, new in zip(valid, simple, strict=True)]


def _tidy(shape: BaseGeometry) -> BaseGeometry | None:
    """Rounded, without islets too small to see beside the rest."""
    kept = polygons(shapely.make_valid(shapely.transform(shape, lambda points: points.round(DIGITS))))
    if kept is None:
        return None
    least = kept.area / 1000
    return polygons(MultiPolygon([part for part in parts(kept) if part.area >= least]))


def as_record(row: Properties, shape: BaseGeometry) -> dict[str, Any]:
    """The county as a line of the file; `row` has the Census Bureau's columns in small letters."""
    names = [form.format(row["name"]) for form in FORMS[row["lsad"]]]
    point = inner_point(shape)
    return {
        "id": f"census:{row['geoid']}",
        "kind": "region",
        "country": "US",
        "name": names[0],
        "names": names,
        "within": f"naturalearth:US-{POSTAL[row['statefp']]}",
        "lat": point[1],
        "lon": point[0],
        "precision_km": radius_km(shape, point),
        "geometry": as_geojson(shape),
    }
