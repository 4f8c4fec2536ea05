"""``dossier``: one JSON object a dossier on standard output, with what the pages show of it as a whole."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator

from core.commands.command import Commands, say
from core.commands.sources import GivenDossier, dossiers_from_jsonl, from_paths, once_each
from core.models import Document, DossierRecord, Extraction, Failure, to_json

OF_FILES = "files"
"""What the dossier of the files on the command line is called."""

_NOT_YET = "The desk keeps its dossiers in the memory of its server: no command can reach one. Give the files instead."


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("dossier", help="print what the pages show of several documents, as one JSON object")
    parser.add_argument("paths", nargs="*", help="files and folders of one dossier, or - for standard input")
    parser.add_argument(
        "--jsonl",
        help='dossiers as lines of {"id", "documents": [{"id", "text", "published", "outlet"}]}; taken as they stand',
    )
    parser.add_argument("--published", type=dt.date.fromisoformat, help="publication date of the files, YYYY-MM-DD")
    why = "a dossier of the desk; not possible as long as the desk keeps its dossiers in memory alone (status 2)"
    parser.add_argument("--dossier", metavar="ID", help=why)
    parser.set_defaults(perform=perform)


def perform(options: argparse.Namespace) -> int:
    """Print each dossier, and a failure for each line that holds none; 1 where anything was not read."""
    if options.dossier:
        say(_NOT_YET)
        return 2
    failed = 0
    for done, outcome in enumerate(map(_outcome, _given(options)), start=1):
        failed += len(outcome.failures) if isinstance(outcome, DossierRecord) else 1
        sys.stdout.buffer.write(to_json(outcome) + b"\n")
        say(f"{done} dossiers, {failed} failures", end="\r")
    say("")
    return 1 if failed else 0


def _given(options: argparse.Namespace) -> Iterator[GivenDossier | Failure]:
    if options.jsonl:
        yield from dossiers_from_jsonl(options.jsonl)
    else:
        yield GivenDossier(OF_FILES, tuple(once_each(from_paths(options.paths, options.published))))


def _outcome(given: GivenDossier | Failure) -> DossierRecord | Failure:
    """The dossier read; a document that fails is told with it and stops no other."""
    from core.dossier import dossier_record  # loads spaCy: not wanted by the other commands
    from core.extraction import extract, gazetteer

    if isinstance(given, Failure):
        return given
    unread = [source for source in given.documents if isinstance(source, Failure)]
    outcomes = list(extract(source for source in given.documents if isinstance(source, Document)))
    records = [outcome for outcome in outcomes if isinstance(outcome, Extraction)]
    unread += [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    for failure in unread:
        say(f"{given.id} › {failure.id}: {failure.error}")
    return dossier_record(given.id, records, gazetteer().wholes, failures=unread)
