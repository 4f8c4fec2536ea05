"""The one ruler: known ways, and what must hold for any."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.geometry.distances import Point, flat_km, km, moved, narrowing, ring, turn

KYIV, LVIV, SUVA, APIA = (50.45, 30.523), (49.838, 24.023), (-18.142, 178.442), (-13.833, -171.767)
MIDDLE = st.tuples(st.floats(-65, 65), st.floats(-170, 170))


@pytest.mark.parametrize(("one", "other", "expected"), [(KYIV, LVIV, 469), (SUVA, APIA, 1_151), (KYIV, KYIV, 0)])
def test_known_ways(one: Point, other: Point, expected: float) -> None:
    """To a kilometre, and the short way round where the date line lies between."""
    assert km(one, other) == km(other, one) == pytest.approx(expected, abs=1)


@given(MIDDLE, st.floats(1, 1_000), st.floats(0, 360))
def test_the_flat_map_is_near_enough(start: Point, distance: float, bearing: float) -> None:
    """Within 1 % up to 1,000 km where most people live, away from the date line."""
    end = moved(start, distance, bearing)
    assume(abs(end[0]) <= 65 and abs(end[1] - start[1]) < 180)
    assert flat_km(start, end) == pytest.approx(km(start, end), rel=0.01)


@given(st.tuples(st.floats(-89, 89), st.floats(-180, 180)), st.floats(1, 2_000), st.floats(0, 360))
def test_one_arrives_as_far_away_as_one_went(start: Point, distance: float, bearing: float) -> None:
    """The ellipsoid differs from the sphere by less than 1 %."""
    assert km(start, moved(start, distance, bearing)) == pytest.approx(distance, rel=0.01)


@given(st.tuples(st.floats(-89, 89), st.floats(-180, 180)), st.floats(1, 500))
def test_all_corners_of_a_circle_are_equally_far(centre: Point, radius: float) -> None:
    """Also around a pole and across the date line, where longitudes go on."""
    corners = ring(centre, radius, 16)
    assert [km(centre, (north, turn(east))) for north, east in corners] == pytest.approx([radius] * 16, rel=0.001)
    assert all(round(abs(east - centre[1]), 9) <= 180 for _, east in corners)  # but for the last digits


@pytest.mark.parametrize(("latitude", "expected"), [(0, 1), (60, 0.5), (-60, 0.5), (90, 0), (95, 0)])
def test_degrees_of_longitude_grow_shorter(latitude: float, expected: float) -> None:
    """Down to nothing at the poles, and beyond them no less than nothing."""
    assert narrowing(latitude) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("degrees", "expected"), [(179, 179), (180, -180), (181, -179), (-181, 179), (360, 0), (540, -180)]
)
def test_turns(degrees: float, expected: float) -> None:
    """The same direction, by the short way."""
    assert turn(degrees) == expected
