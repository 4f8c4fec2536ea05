"""The stub of an extractor, slow enough to be killed while it reads."""

from __future__ import annotations

import sys
import threading

from core.desk.extractor_loop import serve
from core.desk.messages import Answer, Request
from core.processes.confinement import die_with_parent
from tests.core.desk.extractor_stub import recipe

SECONDS = 0.1


def slowly(asked: Request) -> Answer:
    """The stub's answer, after a while."""
    threading.Event().wait(SECONDS)
    return recipe(asked)


if __name__ == "__main__":
    die_with_parent()
    serve(sys.stdin.buffer, sys.stdout.buffer, slowly)
