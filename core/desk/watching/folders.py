"""Which folders are watched, and which of their files are there to be taken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "DATELINE_WATCH"
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", "~")
"""How programs call what they are still writing, and what they wrote beside."""

_LONGEST_ID = 64


class WrongSetting(ValueError):  # noqa: N818 — an answer to people
    """The setting is not as it should be; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, and the id of the dossier that its files go into."""

    path: Path
    dossier: str


def folders(setting: str | None = None) -> tuple[Folder, ...]:
    """What ``FOLDER=dossier;FOLDER=dossier`` names; by default what the environment says.

    Raises:
        WrongSetting: a part of it is not like this.
    """
    named = os.environ.get(VARIABLE, "") if setting is None else setting
    return tuple(_folder(part.strip()) for part in named.split(";") if part.strip())


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, in order, as they are after following links.

    Hidden and unfinished ones are left; so is what a link outside the folder leads to, and every folder behind a link.
    """
    root = folder.resolve()
    for above, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not _is_left(name))
        for name in sorted(names):
            path = (Path(above) / name).resolve()
            inside = path.is_relative_to(root) and not any(map(_is_left, path.relative_to(root).parts))
            if not _is_left(name) and inside and path.is_file():
                yield path


def _folder(part: str) -> Folder:
    path, _, dossier = part.rpartition("=")
    if not path.strip() or not 0 < len(dossier.strip()) <= _LONGEST_ID:
        raise WrongSetting(f"{VARIABLE} should be FOLDER=dossier, several parted by “;”; “{part}” is not.")
    return Folder(Path(path.strip()), dossier.strip())


def _is_left(name: str) -> bool:
    return name.startswith((".", "~")) or name.lower().endswith(_UNFINISHED)
