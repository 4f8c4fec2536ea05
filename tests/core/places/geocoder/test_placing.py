"""A geocoder's answers put into a record that was read before they came."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from core.models import Extraction, Place, extraction_from_json, to_json
from core.places.geocoder.answer import Answer, Found, Spot, Unavailable, Unknown
from core.places.geocoder.placing import MOST_NAMES, names_of, placed
from tests.core.contract import broken_promises
from tests.core.records import place, record

TITLE = "Nominatim at geo.newsroom.local"
SPOT = Spot("Vasylkove, Kharkiv Oblast, Ukraine", "settlement", 49.6, 36.6, "UA", "nominatim:osm/node/1", 2.0, True)
HOSTILE = msgspec.structs.replace(SPOT, label="<script>x</script>", country="FR", latitude=44.0, longitude=1.0)


def unknown_place(words: str = "Vasylkove", nth: int = 0, **changes: Any) -> Place:
    """A name that the gazetteer does not know."""
    nowhere = dict.fromkeys(("latitude", "longitude", "country", "source", "precision_km"))
    return place(words, nth, **{**nowhere, "outside": "askable", "confidence": 0.5, **changes})


def a_record() -> Extraction:
    """Two mentions of an unknown village, and Norland, which may not be asked for."""
    made = record()
    return replace(made, places=(unknown_place(), made.places[1], unknown_place(nth=1)))


def vasylkove(answers: dict[str, Answer]) -> Place:
    """The village as it stands after these answers."""
    done = placed(a_record(), answers, TITLE)
    assert broken_promises(done) == []
    assert done.places[0].outside == done.places[2].outside
    assert done.places[1] == a_record().places[1]
    return done.places[0]


def test_names_are_asked_for_once() -> None:
    """Each name as often as it stands in the text is one name; what may not leave is not among them."""
    assert names_of(a_record()) == ("Vasylkove",)
    assert names_of(record()) == ()


def test_one_mention_that_may_be_asked_for_is_enough() -> None:
    """The answer serves the other mentions of the name."""
    made = a_record()
    first, norland, second = made.places
    done = placed(
        replace(made, places=(first, norland, replace(second, outside=None))), {"Vasylkove": Unknown()}, TITLE
    )
    assert [p.outside for p in done.places] == ["unknown", None, "unknown"]


def test_found() -> None:
    """Everything that the map needs, with the geocoder named in the reason; words and role stay the article's."""
    found = vasylkove({"Vasylkove": Found((SPOT, HOSTILE))})
    assert (found.latitude, found.longitude, found.country, found.kind) == (49.6, 36.6, "UA", "settlement")
    assert (found.source, found.precision_km, found.outside) == ("nominatim:osm/node/1", 2.0, "found")
    assert (found.name, found.role) == ("Vasylkove", "scene")
    assert f"{TITLE} knows it as “{SPOT.label}”" in found.reason
    assert 0 < found.confidence <= 0.7
    assert [other.name for other in found.alternatives] == ["<script>x</script>"]


@pytest.mark.parametrize(
    ("answers", "state", "said"),
    [
        ({}, "waiting", "has not answered yet"),
        ({"Vasylkove": Unknown()}, "unknown", "knows no place of this name either"),
        ({"Vasylkove": Unavailable("it took too long")}, "unavailable", "could not answer: it took too long."),
        ({"Vasylkove": Found((msgspec.structs.replace(SPOT, kind="site"),))}, "unknown", "knows no place"),
    ],
)
def test_not_found(answers: dict[str, Answer], state: str, said: str) -> None:
    """No coordinates, and three different reasons why."""
    left = vasylkove(answers)
    assert left.outside == state
    assert said in left.reason
    assert left.reason.startswith("The gazetteer does not know this name; ")
    assert left.latitude is left.longitude is left.source is left.precision_km is None


def test_a_record_without_unknown_names_is_the_same_record() -> None:
    """What is located, by the gazetteer or by people, is nobody else's matter."""
    given = record(places=(place(outside="askable"), *record().places[1:]))
    assert placed(given, {"Vasylkove": Unknown()}, TITLE) is given


def test_later_answers_start_from_the_record_as_it_was_read() -> None:
    """An answer that came in vain first is replaced by the one that came."""
    first = placed(a_record(), {"Vasylkove": Unavailable("it took too long")}, TITLE)
    assert placed(first, {"Vasylkove": Found((SPOT,))}, TITLE).places[0].outside == "found"


def test_json_keeps_it() -> None:
    """The field goes through the worker's pipe, and records made without it are read."""
    given = placed(a_record(), {"Vasylkove": Found((SPOT,))}, TITLE)
    line = to_json(given)
    assert extraction_from_json(line) == given
    assert extraction_from_json(line.replace(b',"outside":"found"', b"")).places[0].outside is None


def test_a_long_list_of_odd_names_is_cut() -> None:
    """Names beyond the limit are not asked for and said to be unlocated as without a geocoder."""
    words = [f"Town {chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(MOST_NAMES + 5)]
    places = tuple(replace(unknown_place(), text=word, name=word) for word in words)
    given = record(places=places)
    assert names_of(given) == tuple(words[:MOST_NAMES])
    states = [p.outside for p in placed(given, {}, TITLE).places]
    assert states == ["waiting"] * MOST_NAMES + ["askable"] * 5
