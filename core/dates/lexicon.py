"""Words of time and what they stand for, from the tables of words (``core/lexicon/time.csv``, ``numbers.csv``)."""

from __future__ import annotations

from typing import Final, cast

from core.dates.expression import Season, Unit
from core.lexicon import meaning, values


def _numbers(table: str, column: str, *meanings: str) -> dict[str, int]:
    return {word: int(number) for word, number in values(table, column, *meanings).items()}


MONTHS: Final = _numbers("time", "number", "month")
SHORT_MONTHS: Final = _numbers("time", "number", "short month")
WEEKDAYS: Final = _numbers("time", "number", "weekday")
SHORT_WEEKDAYS: Final = _numbers("time", "number", "short weekday")
MONTH_NAMES: Final = tuple(word.capitalize() for word in sorted(MONTHS, key=MONTHS.__getitem__))
WEEKDAY_NAMES: Final = tuple(word.capitalize() for word in sorted(WEEKDAYS, key=WEEKDAYS.__getitem__))
NEEDS_CAPITAL: Final = meaning("time", "needs a capital")

UNITS: Final = {
    word: cast(Unit, unit) for word, unit in values("time", "unit", "unit").items() if word != "second"
}  # "the second" counts
PLURAL_UNITS: Final = {word: cast(Unit, unit) for word, unit in values("time", "unit", "units").items()}
CODES: Final = {cast(Unit, unit): code for unit, code in values("time", "timex", "unit").items()}

SEASONS: Final = {word: cast(Season, code) for word, code in values("time", "timex", "season").items()}
PARTS_OF_DAY: Final = values("time", "timex", "part of day")
DAYS: Final = _numbers("time", "number", "day word")
STEPS: Final = _numbers("time", "number", "step")
"""How many units off: "last" −1, "this" 0, "next" 1."""

TOLD_STEPS: Final = meaning("time", "step from what was told")
FREQUENCIES: Final = values("time", "timex", "frequency")

CARDINALS: Final = _numbers("numbers", "value", "ones", "tens") | {
    word: factor
    for word, factor in _numbers("numbers", "value", "scale").items()
    if word in ("dozen", "hundred", "thousand")
}
ORDINALS: Final = _numbers("numbers", "value", "ordinal", "last of a row")
DECADES: Final = _numbers("time", "number", "decade")
VAGUE: Final = meaning("numbers", "few") - {"couple"}

EDGES: Final = meaning("time", "edge")
EDGE_NOUNS: Final = meaning("time", "edge noun") | {"part"}
EDGE_MODIFIERS: Final = values("time", "timex", "edge", "edge noun", "edge adjective")
"""The TIMEX3 ``mod`` of "early", "the end of", "the latter part of"."""
