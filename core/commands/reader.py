"""``reader``: the reading of files for a server that speaks to it through pipes."""

from __future__ import annotations

import argparse

from core.commands.command import Commands


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("reader", help="serve the reading of files over standard input and output")
    parser.set_defaults(perform=perform)


def perform(_: argparse.Namespace) -> int:
    """Serve until standard input ends."""
    from core.ingest.isolation.serving import own_pipes, serve

    serve(*own_pipes())
    return 0
