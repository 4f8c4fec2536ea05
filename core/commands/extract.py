"""``extract``: one JSON record a document on standard output, in the order of what is given."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from core.commands.command import Commands, say
from core.commands.sources import Source, from_jsonl, from_paths
from core.models import Document, Extraction, Failure, to_json

Extract = Callable[[Iterable[Document]], Iterator[Extraction | Failure]]


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("extract", help="print one JSON record a document")
    parser.add_argument("paths", nargs="*", help="files, folders, or - for standard input")
    parser.add_argument("--jsonl", help='texts as lines of {"id", "text", "published"}; taken as they stand')
    parser.add_argument("--published", type=dt.date.fromisoformat, help="publication date, YYYY-MM-DD")
    parser.add_argument(
        "--outside",
        action="store_true",
        help="ask the geocoder that DATELINE_GEOCODER and DATELINE_GEOCODER_URL name for places that the gazetteer "
        "does not know; only the names are sent. Without this nobody is asked",
    )
    wait = "with --outside: seconds to wait for the answers about one document (default: 60)"
    parser.add_argument("--outside-wait", type=float, default=60.0, metavar="SECONDS", help=wait)
    parser.set_defaults(perform=perform)


def perform(options: argparse.Namespace) -> int:
    """Print a record for each document and a failure for each thing not read; 1 where there is a failure."""
    from core.extraction import extract  # loads spaCy: not wanted by the other commands

    failed = 0
    sources = from_jsonl(options.jsonl) if options.jsonl else from_paths(options.paths, options.published)
    outcomes = _in_order(sources, extract)
    if options.outside:
        from core.places.geocoder.command import completed, named

        try:
            outcomes = completed(outcomes, named(), options.outside_wait)
        except ValueError as error:
            say(str(error))
            return 2
    for done, outcome in enumerate(outcomes, start=1):
        failed += isinstance(outcome, Failure)
        sys.stdout.buffer.write(to_json(outcome) + b"\n")
        say(f"{done} documents, {failed} failed", end="\r")
    say("")
    return 1 if failed else 0


def _in_order(sources: Iterable[Source], extract: Extract) -> Iterator[Extraction | Failure]:
    """Records and failures to read, in the order of the sources, while the pipeline reads ahead in batches."""
    failures: deque[Failure | None] = deque()  # None stands for a document whose record is still to come

    def readable() -> Iterator[Document]:
        for source in sources:
            if isinstance(source, Failure):
                failures.append(source)
            else:
                failures.append(None)
                yield source

    for outcome in extract(readable()):
        while (failure := failures.popleft()) is not None:
            yield failure
        yield outcome
    yield from (failure for failure in failures if failure)
