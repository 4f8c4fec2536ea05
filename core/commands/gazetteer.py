"""``gazetteer``: the list of places built, checked, and fed with dumps."""

from __future__ import annotations

import argparse

from core.commands.command import Commands, say


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("gazetteer", help="the list of places")
    parser.add_argument("action", choices=["build", "check", "import"])
    parser.add_argument(
        "paths", nargs="*", help="check: CSV files, by default the own places in use; import: GeoNames dumps"
    )
    parser.set_defaults(perform=perform)


def perform(options: argparse.Namespace) -> int:
    """Build, check or import; the exit status."""
    from core.places.gazetteer import build
    from core.places.gazetteer.imports import import_geonames
    from core.places.gazetteer.sources.supplement import check_supplement

    try:
        if options.action == "check":
            problems = [problem for path in options.paths or _own_places() for problem in check_supplement(path)]
            print("\n".join(problems) or "No problems found.")
            return int(bool(problems))
        if options.action == "import":
            import_geonames(options.paths, progress=say)
        print(build(progress=say))
    except (OSError, ValueError) as error:
        say(str(error))
        return 1
    return 0


def _own_places() -> list[str]:
    """The file that the settings name, for a check without a path."""
    from core.places.gazetteer.location import supplement_path

    path = supplement_path()
    return [str(path)] if path else []
