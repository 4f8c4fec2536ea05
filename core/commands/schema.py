"""``schema``: the JSON Schema of what ``extract`` and ``dossier`` print."""

from __future__ import annotations

import argparse
import json

from core.commands.command import Commands
from core.models.schema import OF_A_LINE, json_schema


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("schema", help="print the JSON Schema of a line of extract or dossier")
    parser.add_argument("record", choices=[*OF_A_LINE])
    parser.set_defaults(perform=perform)


def perform(options: argparse.Namespace) -> int:
    """Print it, keys in their order."""
    print(json.dumps(json_schema(options.record), ensure_ascii=False, indent=1))
    return 0
