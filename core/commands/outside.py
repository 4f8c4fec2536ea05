"""``outside``: what was asked of the outside geocoder, and more questions to it."""

from __future__ import annotations

import argparse

from core.commands.command import Commands, say


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("outside", help="the outside geocoder, where the environment names one")
    parser.add_argument("action", choices=["list", "ask", "forget"], help="list: every name that was sent, and when")
    parser.add_argument("names", nargs="*", help="ask: names to ask for now")
    parser.set_defaults(perform=perform)


def perform(options: argparse.Namespace) -> int:
    """List, ask or forget; the exit status."""
    from core.places.geocoder import command

    try:
        for line in command.perform(options.action, options.names):
            print(line)
    except ValueError as error:
        say(str(error))
        return 2
    return 0
