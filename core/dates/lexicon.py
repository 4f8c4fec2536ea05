"""Words of time and what they stand for."""

from __future__ import annotations

from typing import Final

from core.dates.expression import Season, Unit

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS: Final[dict[str, int]] = {name.lower(): i for i, name in enumerate(MONTH_NAMES, 1)}
SHORT_MONTHS: Final[dict[str, int]] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final[dict[str, int]] = {name.lower(): i for i, name in enumerate(WEEKDAY_NAMES, 1)}
SHORT_WEEKDAYS: Final[dict[str, int]] = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
NEEDS_CAPITAL: Final = {"may", "march", "august", *SHORT_MONTHS, *SHORT_WEEKDAYS}

UNITS: Final[dict[str, Unit]] = {
    unit: unit
    for unit in (
        "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade",
    )
} | {"century": "century", "millennium": "millennium"}  # fmt: skip
PLURAL_UNITS: Final[dict[str, Unit]] = {
    f"{word}s": unit for word, unit in UNITS.items() if not word.endswith(("y", "m"))
} | {
    "seconds": "second", "days": "day", "centuries": "century", "millennia": "millennium", "mins": "minute",
    "hrs": "hour", "hours": "hour", "yrs": "year",
}  # fmt: skip
CODES: Final[dict[Unit, str]] = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip

SEASONS: Final[dict[str, Season]] = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
    "winter": "WI", "wintertime": "WI",
}  # fmt: skip
PARTS_OF_DAY: Final[dict[str, str]] = {
    "morning": "TMO", "dawn": "TMO", "daybreak": "TMO", "afternoon": "TAF", "evening": "TEV", "dusk": "TEV",
    "night": "TNI", "nighttime": "TNI", "overnight": "TNI", "noon": "T12:00", "midday": "T12:00",
    "midnight": "T24:00", "daytime": "TDT", "lunchtime": "TMI",
}  # fmt: skip

CARDINALS: Final[dict[str, int]] = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
} | {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip
ORDINALS: Final[dict[str, int]] = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "final": -1, "last": -1}
DECADES: Final[dict[str, int]] = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197,
    "eighties": 198, "nineties": 199,
}  # fmt: skip

MODIFIERS: Final[dict[str, str]] = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "circa": "APPROX", "ca": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "close to": "LESS_THAN",
    "over": "MORE_THAN", "more than": "MORE_THAN",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "opening": "START",
    "mid": "MID", "middle": "MID",
    "late": "END", "later": "END", "end": "END", "close": "END", "latter": "END",
}  # fmt: skip
