"""Where a rule of quotations stops: rows in pairs, one on either side of the line, with what a reader sees."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from core.models import Quote
from core.quotes import find_quotes
from core.text.view import TextView

PAIRS = json.loads((Path(__file__).parent / "thresholds.json").read_text(encoding="utf-8"))
ROWS = [(pair["line"], side, pair[side]) for pair in PAIRS for side in ("inside", "outside")]
Parse = Callable[[str], Doc]


def _written(text: str) -> str:
    """The text of a row; ``⟨3 so and ⟩`` in it stands for "so and so and so and "."""
    return re.sub(r"⟨(\d+) ([^⟩]*)⟩", lambda match: int(match[1]) * match[2], text)


def _seen(quote: Quote) -> dict[str, str | None]:
    speaker = quote.speaker
    return {
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "cue": quote.cue.text if quote.cue else None,
    }


@pytest.mark.parametrize(("line", "side", "row"), ROWS, ids=[f"{line}: {side}" for line, side, _ in ROWS])
def test_a_rule_holds_up_to_its_line_and_no_further(line: str, side: str, row: Any, parse_one: Parse) -> None:
    """Each row: the text, the words quoted, and what is shown of who says them; nothing where nobody is quoted."""
    text, words, shown = row
    found = [_seen(quote) for quote in find_quotes(TextView(parse_one(_written(text)))) if quote.text == words]
    assert [{name: quote[name] for name in shown or ()} for quote in found] == ([] if shown is None else [shown])


def test_every_line_has_two_sides() -> None:
    """The two texts of a pair differ, and so do the pairs."""
    assert len({pair["line"] for pair in PAIRS}) == len(PAIRS)
    assert all(pair["inside"][0] != pair["outside"][0] for pair in PAIRS)
