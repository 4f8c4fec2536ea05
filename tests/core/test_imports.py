"""Importing a part of the core begins nothing: no thread, no child, no file, no connection."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOOK = """
import importlib, json, os, pkgutil, socket, subprocess, sys, threading
import core

begun = []
sys.addaudithook(lambda event, given: begun.append(f"{event} {given[:2]}") if is_action(event, given) else None)

def is_action(event, given):
    if event == "open":
        return isinstance(given[1], str) and bool(set(given[1]) & set("wax+")) and "__pycache__" not in str(given[0])
    return event in ("subprocess.Popen", "os.fork", "socket.connect", "sqlite3.connect", "_thread.start_new_thread")

names = [found.name for found in pkgutil.walk_packages(core.__path__, "core.") if "__main__" not in found.name]
for name in names:
    importlib.import_module(name)
print(json.dumps({"modules": len(names), "begun": begun}))
"""


def test_importing_the_core_begins_nothing() -> None:
    """Each module of it in a fresh process, watched by the interpreter's audit hooks."""
    done = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True)
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["modules"] > 200
    assert seen["begun"] == []
