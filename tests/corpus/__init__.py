"""Files of every format, as real programs write them, and ways to harm them."""

from __future__ import annotations

import functools

from tests.corpus import archives, mails, office, outlook, plain, portable, wrapped
from tests.corpus.sample import Sample


@functools.lru_cache(maxsize=1)
def samples() -> tuple[Sample, ...]:
    """The whole corpus, some forty files."""
    kinds = (plain, office, portable, mails, outlook, wrapped, archives)
    return tuple(sample for kind in kinds for sample in kind.samples())
