"""What a reading process may not do: limits that the system keeps, and ``bwrap`` where it is present."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from core.ingest.limits import Limits
from core.processes.confinement import die_with_parent, limit

_KEPT = ("PATH", "LANG", "LC_ALL", "HOME", "TESSDATA_PREFIX", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "SYSTEMROOT")
_PATIENCE = 10.0


def environment() -> Mapping[str, str]:
    """What a reading process sees of the server's environment: no secrets, and one thread a library."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_THREAD_LIMIT"), "1")
    inside = {"TMPDIR": "/dev/shm"} if is_walled() else {}  # noqa: S108 — the process's own, empty and gone with it
    return {**kept, **threads, **inside, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


def command() -> tuple[str, ...]:
    """How a reading process is begun: without network and with nothing to write on, where ``bwrap`` can do that."""
    return (*_walls(), sys.executable, "-m", "core", "reader")


@functools.lru_cache(maxsize=1)
def _walls() -> tuple[str, ...]:
    """The call of ``bwrap``, empty where it is missing or the system does not let it work."""
    program = shutil.which("bwrap")
    if program is None:
        return ()
    walls = (program, "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc")
    try:
        tried = subprocess.run([*walls, sys.executable, "-c", ""], capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return walls if tried.returncode == 0 else ()


def is_walled() -> bool:
    """Whether reading processes have neither network nor anything to write on."""
    return bool(_walls())


def confine(limits: Limits) -> None:
    """Have the system keep this process and its children from taking more memory than is allowed, and from writing.

    Where the system knows no such limits (Windows), the server's patience and the counting of readers remain.
    """
    die_with_parent()
    limit(limits.memory, file_bytes=0)
