"""The same thing counted in several documents: proposed as one group, with what sets the sources apart."""

from core.compare.group import Group, Reason, Step, in_words
from core.compare.grouping import Comparison, Ungrouped, compare
from core.compare.source import Source

__all__ = ["Comparison", "Group", "Reason", "Source", "Step", "Ungrouped", "compare", "in_words"]
