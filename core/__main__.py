"""``python -m core …``: extract, dossier, gazetteer, outside, reader, worker."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from core.commands import dossier, extract, gazetteer, outside, reader, worker


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line entry; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m core", description="Dateline without its pages.")
    commands = parser.add_subparsers(dest="command", required=True)
    for command in (extract, dossier, gazetteer, outside, worker, reader):
        command.add_to(commands)
    options = parser.parse_args(arguments)
    return int(options.perform(options))


if __name__ == "__main__":
    sys.exit(main())
