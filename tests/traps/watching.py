"""How much memory the processes below this one take at their peak, as Linux counts it."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType

_OFTEN = 0.05


class Watched:
    """Looks at all children and their children while a block runs; ``peak`` is the most that one of them took."""

    def __init__(self) -> None:
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Watched:
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        self._look()

    def _look_on(self) -> None:
        while not self._over.wait(_OFTEN):
            self._look()

    def _look(self) -> None:
        self.peak = max(self.peak, *map(peak_of, descendants(os.getpid())), 0)


def descendants(process: int) -> set[int]:
    """The numbers of all processes below one."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            line = path.read_text(errors="replace")
        except OSError:
            continue
        children.setdefault(int(line.rpartition(")")[2].split()[1]), []).append(int(path.parent.name))
    found: set[int] = set()
    waiting = [process]
    while waiting:
        below = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found.update(below)
        waiting.extend(below)
    return found


def peak_of(process: int) -> int:
    """The most memory that a process held at once, in bytes; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)
