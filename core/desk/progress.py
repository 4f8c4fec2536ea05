"""How far a document probably is: the worker speaks only at its end, so progress is estimated from earlier ones."""

from __future__ import annotations

from dataclasses import dataclass

_MOST = 0.95
"""Never said to be done before it is."""


@dataclass(slots=True)
class Pace:
    """Characters a second, learned from documents already read."""

    characters_a_second: float = 5_000.0
    seconds_a_document: float = 0.2

    def progress(self, characters: int, seconds: float) -> float:
        """Share of a document that is probably read after so many seconds, 0–0.95."""
        expected = self.seconds_a_document + characters / self.characters_a_second
        return min(_MOST, max(0.0, seconds) / expected)

    def learn(self, characters: int, seconds: float) -> None:
        """Take one more document into account, recent ones most; short ones say little and are left out."""
        if characters >= 1_000 and seconds > 0:
            self.characters_a_second += 0.3 * (characters / seconds - self.characters_a_second)
