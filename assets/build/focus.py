# mypy: disable-error-code="no-untyped-call"
# (shapely and pyshp come without types)
"""Where the map is drawn finer: Ukraine and round it.

Simplification has one tolerance for the whole coverage, or neighbours would part at the seam. So the coordinates
are stretched in the focus before and pressed together after: a piecewise linear map of each axis, exactly undone.
"""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

LONGITUDES = (20.0, 45.0)
LATITUDES = (43.0, 54.0)
TIMES = 4.5  # how much finer

_KNOTS = [np.array([-400.0, low, high, 400.0]) for low, high in (LONGITUDES, LATITUDES)]
_STRETCHED = [np.concatenate(([knots[0]], knots[0] + np.cumsum(np.diff(knots) * [1, TIMES, 1]))) for knots in _KNOTS]


def _mapped(geometry: BaseGeometry, old: list[NDArray[np.float64]], new: list[NDArray[np.float64]]) -> BaseGeometry:
    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack([np.interp(points[:, axis], old[axis], new[axis]) for axis in (0, 1)])

    mapped: BaseGeometry = shapely.transform(geometry, moved)
    return mapped


def stretch(geometry: BaseGeometry) -> BaseGeometry:
    """The shape with the focus drawn larger."""
    return _mapped(geometry, _KNOTS, _STRETCHED)


def unstretch(geometry: BaseGeometry) -> BaseGeometry:
    """The inverse of `stretch`."""
    return _mapped(geometry, _STRETCHED, _KNOTS)
