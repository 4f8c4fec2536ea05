"""``python -m tests.benchmark``: what the whole extraction costs beside bare ``nlp.pipe``, measured in one run.

Time is processor time of this process, so that a busy machine changes it little. Batches of the same texts are
read alternately by either side; the ratio of the sums is what counts.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from core.extraction import extract
from core.language import parse, pipeline
from core.models import Document, Failure
from core.reading import from_text, read

SAMPLES = Path(__file__).parents[1] / "assets" / "samples"
TEXTS = 200
BATCH = 20
LIMIT = 1.5
"""The whole extraction may cost this many times bare ``nlp.pipe``."""


def main() -> int:
    """Print tokens a second of both and their ratio; exit status 1 where the ratio is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jsonl", type=Path, help='other texts, a line {"text": …} each; by default our own samples')
    path = parser.parse_args().jsonl
    texts = _from_file(path) if path else _mixed(TEXTS)
    documents = [from_text(text, name=f"text {i}", as_it_stands=True) for i, text in enumerate(texts)]
    list(extract(documents[:3]))  # model, gazetteer and caches are warm before the clock starts
    bare = whole = 0.0
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        bare += _seconds(lambda batch=batch: parse(d.text for d in batch))  # type: ignore[misc]
        whole += _seconds(lambda batch=batch: _checked(batch))  # type: ignore[misc]
    tokens = sum(len(doc) for doc in pipeline().tokenizer.pipe(texts))
    print(f"{len(texts)} texts, {tokens} tokens")
    print(f"bare nlp.pipe    {tokens / bare:8.0f} tokens/s")
    print(f"whole extraction {tokens / whole:8.0f} tokens/s")
    print(f"ratio            {whole / bare:8.2f} (at most {LIMIT})")
    return int(whole / bare > LIMIT)


def _seconds(work: Callable[[], Iterable[object]]) -> float:
    start = time.process_time()
    for _ in work():
        pass
    return time.process_time() - start


def _checked(documents: Sequence[Document]) -> Iterable[object]:
    for outcome in extract(documents):
        if isinstance(outcome, Failure):
            raise SystemExit(f"{outcome.id}: {outcome.error}")
        yield outcome


def _mixed(count: int) -> list[str]:
    """News-like texts of 4 to 12 paragraphs, drawn from our own sample articles in a fixed order of chance."""
    paragraphs = [
        paragraph
        for path in sorted(SAMPLES.iterdir())
        if path.suffix in (".txt", ".html")
        for paragraph in read(path.read_bytes(), path.name).text.split("\n\n")
        if len(paragraph) > 60
    ]
    chance = random.Random(1)  # noqa: S311  nothing secret hangs on the order of paragraphs
    return ["\n\n".join(chance.sample(paragraphs, chance.randint(4, 12))) for _ in range(count)]


def _from_file(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][:TEXTS]


if __name__ == "__main__":
    sys.exit(main())
