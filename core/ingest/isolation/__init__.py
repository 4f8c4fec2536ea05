"""Reading in a process of its own, with limits of memory and time, and without network where that is possible."""

from core.ingest.isolation.readers import Readers

__all__ = ["Readers"]
