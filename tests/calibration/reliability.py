"""How far confidence and truth lie apart: the table of reliability, and its expected calibration error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Judged = Sequence[tuple[float, bool]]
"""Confidence of each answer, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Tenth:
    """The answers of one tenth of confidence: how many, their mean confidence, the share right."""

    start: float
    count: int
    confidence: float
    right: float

    @property
    def gap(self) -> float:
        """How far the two lie apart."""
        return abs(self.confidence - self.right)


def tenths(answers: Judged) -> list[Tenth]:
    """The tenths that hold any answer, from the least sure."""
    found = []
    for tenth in range(10):
        inside = [answer for answer in answers if min(int(answer[0] * 10 + 1e-9), 9) == tenth]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            found.append(Tenth(tenth / 10, len(inside), mean, sum(right for _, right in inside) / len(inside)))
    return found


def expected_error(answers: Judged) -> float:
    """The mean gap of the tenths, weighted by count (expected calibration error, Naeini et al. 2015), 0 to 1."""
    return sum(tenth.gap * tenth.count for tenth in tenths(answers)) / max(len(answers), 1)


def table(answers: Judged) -> Iterator[str]:
    """A line for each tenth; then the expected calibration error and the largest gap."""
    yield "tenth    count  confidence  right"
    found = tenths(answers)
    for tenth in found:
        yield f"{tenth.start:.1f}–{tenth.start + 0.1:.1f} {tenth.count:6d} {tenth.confidence:11.3f} {tenth.right:6.3f}"
    largest = max((tenth.gap for tenth in found), default=0.0)
    yield f"expected calibration error {expected_error(answers):.3f}, largest gap {largest:.3f}"
