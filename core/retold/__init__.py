"""One event told in several sentences or documents, proposed as one; a person has the last word."""

from core.retold.grouping import retellings
from core.retold.retelling import Retelling, gathered

__all__ = ["Retelling", "gathered", "retellings"]
