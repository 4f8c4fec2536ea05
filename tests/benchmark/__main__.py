"""``python -m tests.benchmark``: cost beside bare ``nlp.pipe``, growth with length, memory, expressions, desk, pages,
readers.

Time is processor time of this process, and what is compared is measured in one run, so that a busy machine changes
little. ``growth --long`` reads texts of a million characters too: of all shapes in an hour, of one that ``--shape``
names in minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.benchmark.cost import cost
from tests.benchmark.desk import desk
from tests.benchmark.expressions import expressions
from tests.benchmark.growth import growth
from tests.benchmark.memory import memory
from tests.benchmark.pages import pages
from tests.benchmark.readers import readers
from tests.benchmark.reading import reading
from tests.benchmark.texts import SHAPES, news

TEXTS = 200
SHORT = (10_000, 100_000)
LONG = (10_000, 100_000, 1_000_000)


def main() -> int:
    """Runs the measures that are named, or all; exit status 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "measures",
        nargs="*",
        metavar="cost|growth|memory|reading|expressions|desk|pages|readers",
        help="by default all",
    )
    parser.add_argument("--jsonl", type=Path, help='other texts, a line {"text": …} each; by default our own samples')
    parser.add_argument("--long", action="store_true", help="longer texts")
    parser.add_argument(
        "--shape",
        action="append",
        choices=list(SHAPES),
        metavar="KIND",
        help=f"growth of this kind alone: {'; '.join(SHAPES)}",
    )
    given = parser.parse_args()
    measures: dict[str, Callable[[], Iterable[str]]] = {
        "cost": lambda: cost(_from_file(given.jsonl) if given.jsonl else news(TEXTS)),
        "growth": lambda: growth(LONG if given.long else SHORT, given.shape or SHAPES),
        "memory": memory,
        "reading": reading,
        "expressions": lambda: expressions(10_000_000 if given.long else 1_000_000),
        "desk": desk,
        "pages": pages,
        "readers": readers,
    }
    unknown = set(given.measures) - set(measures)
    if unknown:
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    over = [line for name in given.measures or measures for line in measures[name]()]
    for line in over:
        print(f"over the limit: {line}")
    return int(bool(over))


def _from_file(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][:TEXTS]


if __name__ == "__main__":
    sys.exit(main())
