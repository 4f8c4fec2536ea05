"""The same thing counted in several documents: proposed as one group, with what sets their claims apart."""

from core.compare.claim import Claim
from core.compare.group import Group, Reason, Step, bounded, in_words
from core.compare.grouping import (
    Comparison,
    Told,
    Ungrouped,
    compare,
    compared,
    cut,
    told_by,
)

__all__ = [
    "Claim",
    "Comparison",
    "Group",
    "Reason",
    "Step",
    "Told",
    "Ungrouped",
    "bounded",
    "compare",
    "compared",
    "cut",
    "in_words",
    "told_by",
]
