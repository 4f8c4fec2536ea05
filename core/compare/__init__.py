"""The same thing counted in several documents: proposed as one group, with what sets their claims apart."""

from core.compare.claim import Claim
from core.compare.group import Group, Reason, Step, in_words
from core.compare.grouping import Comparison, Ungrouped, compare

__all__ = ["Claim", "Comparison", "Group", "Reason", "Step", "Ungrouped", "compare", "in_words"]
