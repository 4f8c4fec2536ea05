"""``extractor``: extraction for a server that speaks to it through pipes."""

from __future__ import annotations

import argparse
import sys

from core.commands.command import Commands


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("extractor", help="serve extraction over standard input and output")
    parser.set_defaults(perform=perform)


def perform(_: argparse.Namespace) -> int:
    """Serve until standard input ends."""
    from core.desk.extractor_loop import MEMORY, serve
    from core.processes.confinement import die_with_parent, limit

    die_with_parent()
    limit(MEMORY)
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0
