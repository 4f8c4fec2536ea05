# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""Lakes and rivers as named places for the gazetteer."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from assets.build.geometry import (
    as_geojson,
    distance_km,
    inner_point,
    lines,
    parts,
    polygons,
    radius_km,
    simplified_line,
    simplified_polygon,
)
from assets.build.packages import Packages, Properties
from assets.build.region_names import LANGUAGES, fold
from assets.build.water import DRAINED, legible

TOLERANCE = 0.08  # degrees, finer in the focus: an outline to show where, not a shore
SAME_RIVER = 1.0  # degrees between two stretches of one name that still are one river

# Names that say by themselves that a water is meant; all others need "Lake" or "River" to be taken for one.
KINDS = frozenset(
    "lake lakes lac lago lagoa laguna lagoon loch lough reservoir reservatorio represa embalse presa barrage etang "
    "ozero bay sea dam channel".split()
)
WATERWAYS = frozenset({"canal", "delta", "branch", "river", "darya"})
KNOWN = frozenset(
    "amu darya|amur|balaton|brahmaputra|danube|daugava|dnieper|dniester|donets|elbe|euphrates|ganges|helmand|"
    "irrawaddy|irtysh|kolyma|limpopo|loire|mekong|nile|blue nile|white nile|oder|orinoco|potomac|rhine|rio grande|"
    "salween|shatt al arab|suez canal|syr darya|syvash|tigris|vistula|volga|yangtze|yenisey|zambezi".split("|")
)


def waters(packages: Packages) -> Iterator[dict[str, Any]]:
    """Records like those of regions, with kind "water"."""
    yield from _lakes(packages)
    yield from _rivers(packages)


def _lakes(packages: Packages) -> Iterator[dict[str, Any]]:
    for row, shape in packages.lakes():
        outline = simplified_polygon(shape, TOLERANCE) or polygons(shapely.make_valid(shape))
        if row["name"] and legible(row["name"]) and outline is not None:
            point = inner_point(outline)
            names = _lake_names(row)
            geometry = None if row["name"] in DRAINED else as_geojson(outline)
            yield _record(str(row["ne_id"]), names, point, radius_km(outline, point), geometry)


def _lake_names(row: Properties) -> list[str]:
    """Its own name first, with "Lake" or "Reservoir" where nothing in it says so."""
    kind = "{} Reservoir" if row["featurecla"] == "Reservoir" else "Lake {}"
    own, english = row["name"], row["name_en"] or ""
    full = [own if _tells_kind(own) else kind.format(own)]
    if legible(english) and english not in own.split(maxsplit=1) and not {"Lake", "Reservoir"} & set(own.split()):
        full += [english if _tells_kind(english) else kind.format(english)] if english else []
    known = [name for name in (own, english) if fold(name) in KNOWN]
    foreign = [row[f"name_{language}"] for language in LANGUAGES if row[f"name_{language}"] not in (own, english)]
    return list(dict.fromkeys([*full, *known, *(name for name in foreign if name and not name.isascii())]))


def _tells_kind(name: str) -> bool:
    return bool(KINDS & set(fold(name).split()))


def _rivers(packages: Packages) -> Iterator[dict[str, Any]]:
    stretches: dict[str, list[BaseGeometry]] = defaultdict(list)
    for row, shape in packages.rivers():
        for name in _river_names(row["name"] or ""):
            stretches[name].append(shape)
    for name, shapes in sorted(stretches.items()):
        for number, line in enumerate(_courses(shapes)):
            simple = simplified_line(line, TOLERANCE)
            slug = f"river-{fold(name).replace(' ', '-')}" + (f"-{number + 1}" if number else "")
            yield _river(slug, name, simple if simple.length else line)


def _river_names(name: str) -> list[str]:
    """ "Dnipro (Dnieper)" → both; nothing where letters are lost."""
    found = (" ".join(part.split()) for part in re.split(r"[()]", name))
    return [part for part in found if len(part) > 1 and legible(name)]


def _courses(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """Stretches of one name that lie together, the longest course first."""
    whole = shapely.union_all(shapes)
    areas = parts(shapely.buffer(whole, SAME_RIVER / 2, quad_segs=2))
    courses = (lines(whole.intersection(area)) for area in areas)
    return sorted((line for line in courses if line.length), key=lambda line: -line.length)


def _river(slug: str, name: str, line: BaseGeometry) -> dict[str, Any]:
    middle = nearest_points(line, line.centroid)[0]
    point = (round(middle.x, 4), round(middle.y, 4))
    reach = max(distance_km(point, (corner[0], corner[1])) for corner in shapely.get_coordinates(line))
    names = [name if WATERWAYS & set(fold(name).split()) else f"{name} River", f"River {name}"]
    if fold(name) in KNOWN:
        names.insert(0, name)
    return _record(slug, names, point, round(reach, 1), as_geojson(line))


def _record(
    key: str, names: list[str], point: tuple[float, float], reach: float, geometry: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "id": f"naturalearth:{key}",
        "kind": "water",
        "name": names[0],
        "names": names,
        "lat": point[1],
        "lon": point[0],
        "precision_km": max(reach, 0.5),
        "geometry": geometry,
    }
