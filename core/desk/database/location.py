"""Where the desk keeps what it must not lose: a folder of its own, or a database server that an administrator names."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

FOLDER_VARIABLE = "DATELINE_DATA"
URL_VARIABLE = "DATABASE_URL"
_FILE = "desk.sqlite3"


def data_folder() -> Path:
    """The folder of database and originals: named by ``DATELINE_DATA``, else the user's own for data."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("dateline")


def database_url() -> str:
    """SQLAlchemy's address of the database: ``DATABASE_URL``, else a SQLite file in the data folder."""
    named = os.environ.get(URL_VARIABLE)
    return _with_driver(named) if named else f"sqlite:///{data_folder() / _FILE}"


def _with_driver(url: str) -> str:
    """``postgres://`` and ``postgresql://`` as servers' manuals write them, for the driver that we bring."""
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else url
