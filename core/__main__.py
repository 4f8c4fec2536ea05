"""``python -m core …``: extract, gazetteer, outside, reader, worker."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from core.models import Document, Extraction, Failure, to_json

Source = Document | Failure
Extract = Callable[[Iterable[Document]], Iterator[Extraction | Failure]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line entry; returns the exit status."""
    options = _parser().parse_args(arguments)
    commands = {
        "extract": _extract,
        "gazetteer": _gazetteer,
        "outside": _outside,
        "reader": _reader,
        "worker": _worker,
    }
    return commands[options.command](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m core", description="Dateline without its pages.")
    commands = parser.add_subparsers(dest="command", required=True)
    extract = commands.add_parser("extract", help="print one JSON record a document")
    extract.add_argument("paths", nargs="*", help="files, folders, or - for standard input")
    extract.add_argument("--jsonl", help='texts as lines of {"id", "text", "published"}; taken as they stand')
    extract.add_argument("--published", type=dt.date.fromisoformat, help="publication date, YYYY-MM-DD")
    extract.add_argument(
        "--outside",
        action="store_true",
        help="ask the geocoder that DATELINE_GEOCODER and DATELINE_GEOCODER_URL name for places that the gazetteer "
        "does not know; only the names are sent. Without this nobody is asked",
    )
    wait = "with --outside: seconds to wait for the answers about one document (default: 60)"
    extract.add_argument("--outside-wait", type=float, default=60.0, metavar="SECONDS", help=wait)
    gazetteer = commands.add_parser("gazetteer", help="the list of places")
    gazetteer.add_argument("action", choices=["build", "check", "import"])
    gazetteer.add_argument(
        "paths", nargs="*", help="check: CSV files, by default the own places in use; import: GeoNames dumps"
    )
    outside = commands.add_parser("outside", help="the outside geocoder, where the environment names one")
    outside.add_argument("action", choices=["list", "ask", "forget"], help="list: every name that was sent, and when")
    outside.add_argument("names", nargs="*", help="ask: names to ask for now")
    commands.add_parser("worker", help="serve extraction over standard input and output")
    commands.add_parser("reader", help="serve the reading of files over standard input and output")
    return parser


def _extract(options: argparse.Namespace) -> int:
    from core.extraction import extract  # loads spaCy: not wanted by the other commands

    failed = 0
    sources = _from_jsonl(options.jsonl) if options.jsonl else _from_paths(options.paths, options.published)
    outcomes = _in_order(sources, extract)
    if options.outside:
        from core.places.outside.command import completed, named

        try:
            outcomes = completed(outcomes, named(), options.outside_wait)
        except ValueError as error:
            _say(str(error))
            return 2
    for done, outcome in enumerate(outcomes, start=1):
        failed += isinstance(outcome, Failure)
        sys.stdout.buffer.write(to_json(outcome) + b"\n")
        _say(f"{done} documents, {failed} failed", end="\r")
    _say("")
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


def _from_jsonl(path: str) -> Iterator[Source]:
    from core.reading import Unreadable, from_text

    with sys.stdin if path == "-" else Path(path).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                given = json.loads(line)
                published = dt.date.fromisoformat(given["published"]) if given.get("published") else None
                document = from_text(given["text"], str(given["id"]), published, as_it_stands=True)
                yield replace(document, id=str(given["id"]))
            except Unreadable as error:
                yield Failure(str(given["id"]), error.message)
            except (ValueError, KeyError, TypeError, AttributeError):
                yield Failure(f"line {number}", f"Line {number} is not a record with id, text and published.")


def _from_paths(paths: Sequence[str], published: dt.date | None) -> Iterator[Source]:
    from core.reading import Unreadable, read

    for path in _files(paths):
        try:
            data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
            yield read(data, "standard input" if path == "-" else Path(path).name, published=published)
        except Unreadable as error:
            yield Failure(path, error.message)
        except OSError as error:
            yield Failure(path, f"The file cannot be opened ({error.strerror}).")


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths or ["-"]:
        if path != "-" and Path(path).is_dir():
            yield from (str(inner) for inner in sorted(Path(path).rglob("*")) if inner.is_file())
        else:
            yield path


def _gazetteer(options: argparse.Namespace) -> int:
    from core.places.gazetteer import build
    from core.places.gazetteer.imports import import_geonames
    from core.places.gazetteer.sources.supplement import check_supplement

    try:
        if options.action == "check":
            problems = [problem for path in options.paths or _own_places() for problem in check_supplement(path)]
            print("\n".join(problems) or "No problems found.")
            return int(bool(problems))
        if options.action == "import":
            import_geonames(options.paths, progress=_say)
        print(build(progress=_say))
    except (OSError, ValueError) as error:
        _say(str(error))
        return 1
    return 0


def _outside(options: argparse.Namespace) -> int:
    from core.places.outside.command import perform

    try:
        for line in perform(options.action, options.names):
            print(line)
    except ValueError as error:
        _say(str(error))
        return 2
    return 0


def _own_places() -> list[str]:
    """The file that the settings name, for a check without a path."""
    from core.places.gazetteer.location import supplement_path

    path = supplement_path()
    return [str(path)] if path else []


def _worker(_: argparse.Namespace) -> int:
    from core.desk.worker_loop import serve

    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def _reader(_: argparse.Namespace) -> int:
    from core.reading.isolation.serving import serve

    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def _say(line: str, end: str = "\n") -> None:
    """Progress goes to standard error: standard output carries records alone."""
    print(line, end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
