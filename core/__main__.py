"""``python -m core …``: extract, dossier, schema, gazetteer, outside, desk, worker, reader, extractor."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from core.commands import desk, dossier, extract, extractor, gazetteer, outside, reader, schema, worker
from core.commands.command import Command

COMMANDS: tuple[Command, ...] = (extract, dossier, schema, gazetteer, outside, desk, worker, extractor, reader)


def main(arguments: Sequence[str] | None = None, program: str = "python -m core", more: Sequence[Command] = ()) -> int:
    """Command line entry; returns the exit status.

    Args:
        arguments: those of the command line where none are given.
        program: what the help calls it.
        more: commands of whoever stands above the core.
    """
    parser = argparse.ArgumentParser(prog=program, description="Where, when, how many, and who says so.")
    commands = parser.add_subparsers(dest="command", required=True)
    for command in (*more, *COMMANDS):
        command.add_to(commands)
    options = parser.parse_args(arguments)
    return int(options.perform(options))


if __name__ == "__main__":
    sys.exit(main())
