"""Crimea is Ukraine (UN General Assembly resolution 68/262), whatever a geocoder says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import msgspec
import numpy as np

from core.geometry.polygons import holds
from core.places.gazetteer import Gazetteer
from core.places.geocoder.answer import Answer, Found, Spot
from core.places.geocoder.queue import Asks

Outline = Callable[[str], Mapping[str, Any] | None]
_CRIMEA = ("naturalearth:UA-43", "naturalearth:UA-40")


class Borders:
    """A geocoder whose answers keep to the borders of our own maps."""

    def __init__(self, client: Asks, outline: Outline | None = None) -> None:
        self._client = client
        self._outline = outline or _of_gazetteer

    def ask(self, name: str) -> Answer:
        """The client's answer; places inside the outline of Crimea or Sevastopol lie in Ukraine."""
        answer = self._client.ask(name)
        return Found(tuple(self._corrected(spot) for spot in answer.spots)) if isinstance(answer, Found) else answer

    def _corrected(self, spot: Spot) -> Spot:
        if spot.country != "RU":
            return spot
        point = np.array([[spot.longitude, spot.latitude]])
        outlines = (self._outline(source) for source in _CRIMEA)
        inside = any(shape is not None and holds(dict(shape), point).any() for shape in outlines)
        return msgspec.structs.replace(spot, country="UA") if inside else spot


def _of_gazetteer(source: str) -> Mapping[str, Any] | None:
    return _gazetteer().outline(source)


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()
