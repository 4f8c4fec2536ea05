"""Optical character recognition by Tesseract, where it is installed: a page at a time, on one core."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache

from core.ingest.outcome import Unreadable

LANGUAGES = ("ukr", "rus", "eng")
"""Asked for in this order, as far as their data are installed."""

HOW_TO = "An administrator can install Tesseract (Debian: tesseract-ocr) on this machine."


@lru_cache(maxsize=1)
def tesseract() -> str | None:
    """The program's path, null where it is not installed."""
    return shutil.which("tesseract")


@lru_cache(maxsize=1)
def languages() -> str:
    """The installed ones of those that are asked for, as Tesseract wants them named."""
    program = tesseract()
    if program is None:
        return ""
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)  # noqa: S603
    installed = set(listed.stdout.split())
    return "+".join(language for language in LANGUAGES if language in installed)


def recognise(picture: bytes, seconds: float) -> str:
    """The text on a picture of a page, lines as they stand.

    Args:
        picture: PNG or TIFF.
        seconds: patience with it.

    Raises:
        Unreadable: it took too long, or the program failed or is missing.
    """
    program = tesseract()
    if program is None or not languages():
        raise Unreadable("unsupported", f"Its pages are pictures, and their text is not recognised here. {HOW_TO}")
    command = [program, "stdin", "stdout", "-l", languages(), "--psm", "3"]
    try:
        done = subprocess.run(  # noqa: S603 — a fixed command, the picture comes by standard input
            command,
            input=picture,
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("timed out", "The recognition of a page took too long.") from None
    except (subprocess.CalledProcessError, OSError):
        raise Unreadable("damaged", "The picture of a page could not be recognised.") from None
    return done.stdout.decode("utf-8", "replace").replace("\f", "")
