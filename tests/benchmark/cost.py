"""What the whole extraction costs beside bare ``nlp.pipe``, and what share each part has in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.extraction import extract
from core.ingest import from_text
from core.text.pipeline import pipeline
from tests.benchmark.clock import timed

LIMIT = 1.35
"""The whole extraction may cost this many times bare ``nlp.pipe``."""

PLACES_LIMIT = 0.15
"""Recognition and resolution of places may cost this share of bare ``nlp.pipe``."""


def cost(texts: Sequence[str]) -> Iterable[str]:
    """Prints the table; gives what is over its limit."""
    documents = [from_text(text, name=f"text {i}", as_it_stands=True) for i, text in enumerate(texts)]
    list(extract(documents[:3]))  # model, gazetteer and caches are warm before the clock starts
    _, taken = timed(documents)
    tokens = sum(len(doc) for doc in pipeline().tokenizer.pipe(texts))
    print(f"{len(texts)} texts, {tokens:,} tokens")
    print(f"bare nlp.pipe    {tokens / taken.bare:8.0f} tokens/s")
    print(f"whole extraction {tokens / (taken.bare + taken.ours):8.0f} tokens/s")
    for part, seconds in taken.parts.items():
        print(f"  {part:14} {seconds / taken.bare:8.1%} of nlp.pipe")
    print(f"ratio            {taken.ratio:8.2f} (at most {LIMIT}; places at most {PLACES_LIMIT:.0%})")
    if taken.ratio > LIMIT:
        yield f"whole extraction: {taken.ratio:.2f} times nlp.pipe"
    if taken.parts["places"] > PLACES_LIMIT * taken.bare:
        yield f"places: {taken.parts['places'] / taken.bare:.0%} of nlp.pipe"
