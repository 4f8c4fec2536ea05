"""The confidence of places: how answers are judged, and how signs become a share that can be believed."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import runpy
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.extraction import gazetteer
from core.places.gazetteer import Entry, Name
from core.places.mention import Mention
from core.places.resolution import calibration, weights
from core.places.resolution.features import Answer
from core.places.resolution.groups import NameGroup
from tests.calibration import __main__ as command
from tests.calibration.__main__ import source, write
from tests.calibration.fitting import Case, Model, cross_validated, fit
from tests.calibration.judging import is_right, judged
from tests.calibration.provenance import TEXTS, GoldSet, Provenance, features_digest, features_of
from tests.calibration.reliability import expected_error


def _place(start: int, end: int, latitude: float, longitude: float, **more: Any) -> dict[str, Any]:
    place = {"start": start, "end": end, "latitude": latitude, "longitude": longitude}
    return place | {"kind": "settlement", "country": "UA", "precision_km": 5.0, "adjective": False} | more


@pytest.mark.parametrize(
    ("place", "right"),
    [
        (_place(0, 1, 50.0, 36.3), True),
        (_place(0, 1, 52.0, 36.3), False),
        (_place(0, 1, 52.0, 36.3, kind="region", precision_km=300.0), True),
        (_place(0, 1, 52.0, 36.3, kind="region", precision_km=190.0), False),
        (_place(0, 1, 60.0, 36.3, kind="region", precision_km=5_000.0), False),
        (_place(0, 1, 60.0, 36.3, kind="area", precision_km=5_000.0), True),
        (_place(0, 1, 40.0, 20.0, kind="country"), True),
        (_place(0, 1, 40.0, 20.0, kind="country", country="RO"), False),
    ],
)
def test_what_is_right(place: dict[str, Any], right: bool) -> None:
    """A point by its distance, what is wide by its extent up to a bound, a country by its code."""
    name = {"lat": 50.0, "lon": 36.0, "wikipedia": "https://en.wikipedia.org/wiki/Ukraine"}
    assert is_right(name, place) == right


def test_what_counts() -> None:
    """Spurious places are wrong; adjectives, unlocated places and names without coordinates do not count."""
    gold = [{"start": 0, "end": 4, "lat": 50.0, "lon": 36.0}, {"start": 10, "end": 14}]
    places = [
        _place(0, 4, 50.0, 36.0),
        _place(5, 9, 50.0, 36.0),
        _place(10, 14, 50.0, 36.0),
        _place(20, 24, 50.0, 36.0, adjective=True),
        _place(30, 34, 0.0, 0.0) | {"latitude": None},
    ]
    assert list(judged({"gold": gold, "dataset": "x"}, places)) == [(0, True, True), (1, False, False)]


def _cases(count: int) -> list[Case]:
    chance = random.Random(7)  # noqa: S311 – cases for a test, no secret
    cases = []
    for number in range(count):
        evidence, sure = chance.uniform(0, 7), chance.uniform(-4, 5)
        found = chance.random() < calibration.logistic({"": -2.0, "evidence": 1.0}, {"evidence": evidence})
        right = found and chance.random() < calibration.logistic({"": 0.5, "sure": 0.8}, {"sure": sure})
        cases.append(Case(number, {"evidence": evidence}, {"sure": sure}, found, right))
    return cases


def test_fit_finds_the_weights_that_made_the_cases() -> None:
    """The two models are told apart, and the levels rise."""
    model = fit(_cases(6_000))
    assert model.place == pytest.approx({"": -2.0, "evidence": 1.0}, abs=0.2)
    assert model.this == pytest.approx({"": 0.5, "sure": 0.8}, abs=0.2)
    assert all(low < high for low, high in pairwise(model.levels))


def test_cross_validation_is_calibrated_where_the_model_is_true() -> None:
    """Confidence learnt from one half holds on the other."""
    assert expected_error(cross_validated(_cases(6_000))) < 0.04


def test_weights_and_signs_have_the_same_names() -> None:
    """A sign that nobody fitted would count nothing."""
    entry = Entry("x:1", "Ash", "settlement", 1.0, 1.0, "GB", None, 900, 2.0)
    names = (Name(entry, "Ash", "name"),)
    answer = Answer(Mention(0, 1, "Ash", names, False, 2.0), 0, NameGroup("ash", "Ash", None, "", names), 0, [1.0])
    assert {"", *answer.of_a_place()} == weights.PLACE.keys()
    assert {"", *answer.of_this_place()} == weights.THIS.keys()
    assert calibration.confidence(answer) in {share for _, share in weights.LEVELS}


def test_levels_rise() -> None:
    """More speaks for an answer, never less confidence."""
    assert weights.LEVELS[0][0] == 0.0
    assert all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(weights.LEVELS))


def _header() -> Provenance:
    return msgspec.convert(weights.PROVENANCE, Provenance)


def _current() -> Model:
    return Model(weights.PLACE, weights.THIS, weights.LEVELS)


def test_weights_tell_where_they_come_from() -> None:
    """The file is what the command writes, with the sets, the answers, the days and the errors."""
    assert Path(weights.__file__).read_text(encoding="utf-8") == source(_current(), _header())
    header = _header()
    assert dt.date.fromisoformat(header.fitted) <= dt.date.fromisoformat(header.measured)
    assert sum(one.documents for one in header.gold) > 500
    assert all(len(one.sha256) == 64 for one in header.gold)
    assert header.answers > 1_000
    assert 0 <= header.error <= header.cross_validated < 0.05


def test_weights_are_not_stale() -> None:
    """What they weigh is as it was when they were held against gold.

    Where it is not, `python -m tests.calibration --fit GOLD…` fits them anew; `--keep` measures how those there hold.
    """
    assert features_digest(gazetteer()) == _header().features


def test_the_texts_for_that_show_every_feature() -> None:
    """Each is there and is not there in them: a change of any can be noticed."""
    found = features_of(TEXTS.read_text(encoding="utf-8").splitlines(), gazetteer())
    for model, names in (("place", weights.PLACE), ("this", weights.THIS)):
        seen = {name: {answer[model][name] for answer in found} for name in names.keys() - {""}}
        assert [name for name, values in seen.items() if len(values) < 2] == []


def test_measuring_keeps_weights_and_fitting_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either writes how well they hold today, and on what."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "WEIGHTS", tmp_path / "weights.py")
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "dataset": "ours", "text": "Ash", "gold": []}\n', encoding="utf-8")
    written = {}
    for kept in (_current(), None):
        write(_cases(600), [gold], kept, dt.date(2031, 5, 6))
        written[bool(kept)] = runpy.run_path(str(tmp_path / "weights.py"))
    measured = msgspec.convert(written[True]["PROVENANCE"], Provenance)
    fitted = msgspec.convert(written[False]["PROVENANCE"], Provenance)
    assert (written[True]["PLACE"], written[True]["LEVELS"]) == (weights.PLACE, weights.LEVELS)
    assert written[False]["PLACE"].keys() == {"", "evidence"}
    assert (measured.fitted, measured.measured) == (_header().fitted, "2031-05-06")
    assert (fitted.fitted, fitted.measured, fitted.answers) == ("2031-05-06", "2031-05-06", 600)
    assert fitted.gold == (GoldSet("ours", 1, hashlib.sha256(gold.read_bytes()).hexdigest()),)
    assert fitted.error < measured.error
