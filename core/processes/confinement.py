"""What the system keeps of a child: its memory, its files, and that it ends with the server however that ends."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading

_PARENT_DEATH_SIGNAL = 1
"""``PR_SET_PDEATHSIG`` in ``linux/prctl.h``."""

_LOOK_SECONDS = 1.0
"""How often a child looks for its parent where the system does not tell of its end."""


def die_with_parent() -> None:
    """End with the server, however it ends: by the kernel on Linux, elsewhere by looking for it every second.

    To be called by the child, early. Where a system gives orphans no new parent (Windows), the end of the pipe remains.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        return
    if hasattr(os, "getppid"):
        threading.Thread(target=_watch, args=(os.getppid(),), name="dateline-parent", daemon=True).start()


def limit(memory: int, file_bytes: int | None = None) -> None:
    """Have the system keep this process and what it begins within so many bytes of address space, and of one file.

    Where the system knows no such limits (Windows), the server's patience remains.
    """
    try:
        import resource
    except ImportError:
        return
    kinds = [(resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)]
    if file_bytes is not None:
        kinds.append((resource.RLIMIT_FSIZE, file_bytes))
    for kind, value in kinds:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        threading.Event().wait(_LOOK_SECONDS)
    os._exit(1)
