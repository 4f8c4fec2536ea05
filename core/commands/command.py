"""What all commands share: how they are added to the parser, and where their progress goes."""

from __future__ import annotations

import argparse
import sys
from typing import Protocol, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where a command adds its own parser; argparse has no public name for it."""


class Command(Protocol):
    """One command: a module, which tells the parser what performs it."""

    def add_to(self, commands: Commands) -> None:
        """Tell the parser of this command."""


def say(line: str, end: str = "\n") -> None:
    """Progress goes to standard error: standard output carries records alone."""
    print(line, end=end, file=sys.stderr, flush=True)
