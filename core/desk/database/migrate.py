"""The schema brought to this version, once for all processes that start together."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock
from sqlalchemy import Connection, Engine, text

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x6461_7465
"""Names our lock among those of a PostgreSQL server."""


def migrate(engine: Engine, to: str = "head") -> None:
    """Run the migrations that a database has not seen yet.

    Args:
        engine: the database; a new one gets all tables.
        to: the revision to stop at; for tests of older schemas.
    """
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            _upgrade(connection, to)
        return
    if to == "head" and _is_current(engine):  # nothing to do, also where the folder cannot be written to
        return
    with FileLock(f"{engine.url.database}.lock"):
        _let_readers_go_on(engine)
        with engine.begin() as connection:
            _upgrade(connection, to)


def revisions() -> list[str]:
    """All revisions, the first one first."""
    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


def _is_current(engine: Engine) -> bool:
    if not Path(engine.url.database or "").is_file():
        return False
    with engine.connect().execution_options(reads=True) as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current == ScriptDirectory.from_config(_config()).get_current_head()


def _let_readers_go_on(engine: Engine) -> None:
    """Have readers and the one writer not wait for each other; the file stays so.

    Of two who ask for it at the same moment one would be refused without any patience.
    """
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _upgrade(connection: Connection, to: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config
