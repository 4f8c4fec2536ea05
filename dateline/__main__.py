"""``dateline …``: serves the app, or does what ``python -m core`` does."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from core.commands.command import Commands

HERE = Path(__file__).resolve().parent
ROOT = HERE if (HERE / "app.py").is_file() else HERE.parent
"""The folder of app, pages, core and assets: this one where it is installed, the one above in a checkout."""


def add_to(commands: Commands) -> None:
    """Tell the parser of ``serve``."""
    parser = commands.add_parser("serve", help="serve the app and print its address")
    parser.add_argument("--port", type=int, default=8501, help="port of this machine (default: 8501)")
    parser.add_argument("--address", help="address of this machine; by default every one it has")
    parser.set_defaults(perform=serve)


def serve(options: argparse.Namespace) -> NoReturn:
    """Prints the links and becomes the server, so that signals reach it."""
    hosts = (options.address,) if options.address else ("localhost", socket.gethostname())
    links = " and, inside the house, at ".join(f"http://{host}:{options.port}" for host in hosts)
    print(f"Dateline is served at {links}", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(options.port)]
    os.execv(sys.executable, [*command, *(("--server.address", options.address) if options.address else ())])


def main() -> int:
    """Entry of the installed command; returns the exit status."""
    sys.path.insert(0, str(ROOT))
    from core.__main__ import main as perform

    return perform(program="dateline", more=(sys.modules[__name__],))


if __name__ == "__main__":
    sys.exit(main())
