"""The desk's database: its tables, how it is opened, and how its schema goes from one version to the next."""

from core.desk.database.engine import Database, StoreUnavailable
from core.desk.database.location import data_folder, database_url

__all__ = ["Database", "StoreUnavailable", "data_folder", "database_url"]
