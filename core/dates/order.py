"""Day first or month first in 4/7/22: by the country, else by how the text itself writes its dates and words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from core.dates.lexicon import MONTHS, SHORT_MONTHS
from core.lexicon import meaning, values

MONTH_FIRST = frozenset({"US", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "VI"})
"""Countries that write the month first (Unicode CLDR, short date formats of English locales)."""

_MONTH = f"(?:{'|'.join(sorted((word.capitalize() for word in (*MONTHS, *SHORT_MONTHS)), key=len, reverse=True))})"
_BRITISH = meaning("spelling", "british root")
_AMERICAN = frozenset(values("spelling", "american").values())
_CERTAIN_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])/[0-9]{2,4}\b")
_CERTAIN_MONTH_FIRST = re.compile(r"\b(?:0?[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01])/[0-9]{2,4}\b")
_DAY_FIRST = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th|) (?:of )?{_MONTH}\b|\w{{2,12}}(?:isation|ised|ising)\b"
    rf"|(?:{'|'.join(sorted(w for w in _BRITISH if w.endswith('our')))})\w*|(?:{'|'.join(sorted(_BRITISH))})s?\b)|[£€]"
)
_MONTH_FIRST = re.compile(
    rf"\b(?:{_MONTH}\.? [0-9]{{1,2}}(?:(?:st|nd|rd|th)?\b(?!,? ?[0-9:])|, [0-9]{{4}})"
    rf"|\w{{2,12}}(?:ization|yzed|izing)\b|(?:{'|'.join(sorted(_AMERICAN))})(?:s|ed|ing|able)?\b"
    r"|(?:U\.S\.|Gov\.|Sen\.|Rep\.))"
)


@dataclass(slots=True)
class DateOrder:
    """How the numbers of a text's dates are to be read; worked out once, and only where a date leaves it open."""

    text: str
    country: str | None = None
    _known: bool | None = field(default=None, init=False)

    @property
    def month_first(self) -> bool:
        """Whether 4/7/22 is April 7; so it is too where nothing in the text speaks for either."""
        if self._known is None:
            self._known = self.country in MONTH_FIRST if self.country else _reads_month_first(self.text)
        return self._known


def _reads_month_first(text: str) -> bool:
    certain = _count(_CERTAIN_MONTH_FIRST, text) - _count(_CERTAIN_DAY_FIRST, text)
    return certain > 0 if certain else _count(_MONTH_FIRST, text) >= _count(_DAY_FIRST, text)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
