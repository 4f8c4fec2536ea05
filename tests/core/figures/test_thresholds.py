"""Where a number begins and ceases to be a figure of its kind: a row on each side of every line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from core.figures import find_figures
from core.models import Figure
from core.text.view import TextView
from tests.core.figures.test_figures import figures_of, place

ROWS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "thresholds.json").read_text(encoding="utf-8"))
PLACES = (
    "farm mill barn shop inn school church station bakery tower market theatre museum bank port hotel club palace "
    "library garage"
).split()
ParseOne = Callable[[str], Doc]


def _told(figure: Figure) -> list[Any]:
    return [figure.text, figure.low, figure.high, figure.unit, figure.counted, figure.change]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['line']}: {row['text'][:50]}" for row in ROWS])
def test_either_side_of_a_line(parse_one: ParseOne, row: dict[str, Any]) -> None:
    """All figures of a sentence, each by as much as the row tells: text, low, high, unit, what is counted, change."""
    found = [_told(figure) for figure in figures_of(parse_one, row["text"])]
    wanted = row["figures"]
    assert len(found) == len(wanted)
    assert [figure[: len(told)] for figure, told in zip(found, wanted, strict=True)] == wanted


def test_every_line_has_two_sides() -> None:
    """No row stands alone, and none twice."""
    assert min(Counter(row["line"] for row in ROWS).values()) >= 2
    assert len({row["text"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("text", "count", "hedges"),
    [
        ("Reportedly {} and the road lost 40 cows.", 18, ("reportedly",)),
        ("Reportedly {} and the road lost 40 cows.", 19, ()),
        ("40 cows were lost by {} and the road, reportedly.", 17, ("reportedly",)),
        ("40 cows were lost by {} and the road, reportedly.", 18, ()),
    ],
)
def test_how_far_a_hedge_reaches(parse_one: ParseOne, text: str, count: int, hedges: tuple[str, ...]) -> None:
    """Over a long list of who lost something, not over one without end."""
    told = text.format(", ".join(f"the {name}" for name in PLACES[:count]))
    (figure,) = figures_of(parse_one, told)
    assert (figure.text, figure.hedges) == ("40 cows", hedges)


@pytest.mark.parametrize(("words", "found"), [(38, ["7"]), (39, [])])
def test_how_long_a_bracket_is_open(parse_one: ParseOne, words: int, found: list[str]) -> None:
    """What closes one that was opened long before numbers a list, as in "7) bread"."""
    text = f"They met ({'very ' * words}late 7) and left."
    assert [figure.text for figure in figures_of(parse_one, text)] == found


@pytest.mark.parametrize(("between", "found"), [(600, 0), (601, None)])
def test_how_far_off_a_place_is_a_figures_own(parse_one: ParseOne, between: int, found: int | None) -> None:
    """In a sentence without end the start of the name lies at most so many characters before the figure."""
    opening = "In Kyiv the "
    text = f"{opening}{'x' * (between - len('Kyiv the  lost '))} lost 40 cows."
    assert text.index("40") - text.index("Kyiv") == between
    doc = parse_one(text)
    (figure,) = find_figures(TextView(doc), (), [place(text, "Kyiv")], ())
    assert figure.place == found
