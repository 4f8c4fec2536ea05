"""``desk``: what keeps a desk for years: back-up, restore and check; files put into a dossier, and watched folders."""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands import desk_add
from core.commands.command import Commands, say

if TYPE_CHECKING:
    from core.desk.database import Database


def add_to(commands: Commands) -> None:
    """Tell the parser of this command."""
    parser = commands.add_parser("desk", help="keep the desk: back-up, restore, check; put files into a dossier")
    deeds = parser.add_subparsers(dest="action", required=True)
    for name, perform_deed, why in (
        ("backup", _backup, "write all of the desk into one file, whole or not at all"),
        ("restore", _restore, "fill an empty desk, of any database, from such a file"),
    ):
        deed = deeds.add_parser(name, help=why)
        deed.add_argument("file", type=Path, help="the back-up")
        deed.set_defaults(perform=perform, deed=perform_deed)
    deeds.add_parser("check", help="say what is wrong with the desk (status 1)").set_defaults(
        perform=perform, deed=_check
    )
    desk_add.add_to(deeds).set_defaults(perform=perform)
    watched = deeds.add_parser("watched", help="list what was taken out of the folders that DATELINE_WATCH names")
    watched.set_defaults(perform=perform, deed=_watched)


def perform(options: argparse.Namespace) -> int:
    """Open the desk and do what is asked; a sentence and 1 where that cannot be."""
    from core.desk.database import Database, StoreUnavailable, database_url
    from core.desk.keeping import NoBackup, NotEmpty

    try:
        database = Database(database_url())
        try:
            return int(options.deed(options, database))
        finally:
            database.close()
    except (StoreUnavailable, NoBackup, NotEmpty) as refusal:
        say(str(refusal))
    except zipfile.BadZipFile:
        say("This file is no back-up of a desk, or a damaged one.")
    except OSError as error:
        say(f"The file cannot be read or written ({error.strerror or error}).")
    return 1


def _backup(options: argparse.Namespace, database: Database) -> int:
    from core.desk.keeping import back_up
    from core.desk.originals import Originals

    held, missing = back_up(database, Originals(), options.file)
    say(f"{held.tables['dossier']} dossiers, {held.tables['document']} documents, {held.originals} originals kept.")
    if missing:
        say(f"{missing} originals are no longer there, or damaged; “desk check” says which.")
    return 0


def _restore(options: argparse.Namespace, database: Database) -> int:
    from core.desk.keeping import restore
    from core.desk.originals import Originals

    held = restore(database, Originals(), options.file)
    say(f"{held.tables['dossier']} dossiers, {held.tables['document']} documents, {held.originals} originals restored.")
    return 0


def _check(_: argparse.Namespace, database: Database) -> int:
    from core.desk.keeping import check
    from core.desk.originals import Originals

    report = check(database, Originals())
    for sentence in report.wrong:
        print(sentence)
    say("Looked at " + ", ".join(f"{count} {what}" for what, count in report.counts.items()) + ".")
    if not report.wrong:
        print("Nothing is wrong.")
    return int(bool(report.wrong))


def _watched(_: argparse.Namespace, database: Database) -> int:
    from core.desk.watching import Remembered

    for taken in Remembered(database).all():
        print(f"{taken.moment}  {taken.folder} → {taken.dossier}  {taken.name}: {taken.outcome}")
    return 0
