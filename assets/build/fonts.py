"""Copies the fonts of the page from their npm packages, and prints their declarations for .streamlit/config.toml."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SUBSETS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of a family: `file` is the part of its file's name after the subset."""

    package: str
    family: str
    prefix: str
    file: str
    weight: str
    style: str


FACES = (
    Face("fontsource-variable-inter", "Inter", "inter", "wght-normal", "100 900", "normal"),
    Face("fontsource-source-serif-4", "Source Serif 4", "source-serif-4", "400-normal", "400", "normal"),
    Face("fontsource-source-serif-4", "Source Serif 4", "source-serif-4", "400-italic", "400", "italic"),
    Face("fontsource-source-serif-4", "Source Serif 4", "source-serif-4", "600-normal", "600", "normal"),
)


def copy_fonts(packages: Path, target: Path) -> Iterator[str]:
    """Copy each face in each subset with its licence; yields `[[theme.fontFaces]]` tables."""
    target.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        package = packages / face.package / "package"
        shutil.copyfile(package / "LICENSE", target / f"{face.prefix}-LICENSE.txt")
        ranges = json.loads((package / "unicode.json").read_text("utf-8"))
        for subset in SUBSETS:
            name = f"{face.prefix}-{subset}-{face.file}.woff2"
            shutil.copyfile(package / "files" / name, target / name)
            yield _declaration(face, name, ranges[subset])


def _declaration(face: Face, name: str, unicode_range: str) -> str:
    values = {
        "family": face.family,
        "url": f"assets/fonts/{name}",
        "weight": face.weight,
        "style": face.style,
        "unicodeRange": unicode_range,
    }
    return "\n".join(["[[theme.fontFaces]]", *(f'{key} = "{value}"' for key, value in values.items()), ""])
