"""How far a document probably is: the extractor speaks only at its end, so progress is estimated from earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.desk.dossier import Held

_MOST = 0.95
"""Never said to be done before it is."""

_LONG = 1_000
"""Characters from which on a document says something about the pace: short ones take mostly what all take."""

_LATEST = 30
_SECONDS_A_DOCUMENT = 0.2
_USUAL = 5_000.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Characters a second, learned from documents already read."""

    characters_a_second: float = _USUAL

    @classmethod
    def of(cls, held: Sequence[Held]) -> Pace:
        """The pace at which the last of some documents were read."""
        read = [one for one in held if one.job.state == "done" and len(one.document.text) >= _LONG][-_LATEST:]
        seconds = sum(one.job.seconds for one in read)
        return cls(sum(len(one.document.text) for one in read) / seconds) if seconds > 0 else cls()

    def progress(self, characters: int, seconds: float) -> float:
        """Share of a document that is probably read after so many seconds, 0–0.95."""
        return min(_MOST, max(0.0, seconds) / self.seconds(characters))

    def seconds(self, characters: int) -> float:
        """What a document of this length probably takes."""
        return _SECONDS_A_DOCUMENT + characters / self.characters_a_second
